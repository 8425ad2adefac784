"""`python -m generator` is `brief`."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="brief")
