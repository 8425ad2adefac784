"""`python -m generator` is `brief`."""

import os
import sys
from contextlib import suppress

from generator.cli import main


def run() -> None:
    """The command as a process. It ends at once: to take ten thousand articles apart would be an eighth of an edit's time."""
    status = 0
    # What else is installed may have a plugin of pydantic's, which would be shown the material: some send it away.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    try:
        main(prog_name="brief")
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    with suppress(OSError):  # nobody may be listening any more
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
