"""What a person at a terminal sees of a build: progress, messages, exit statuses; nothing else in brief prints.

0 all is well, 1 mistakes in content, 2 wrong usage, 3 a failure of the machine.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from generator.problems import format_problem, plain
from generator.project import run_build
from generator.publish import ForeignFolderError
from generator.read.snapshot import find_project
from generator.report import Options, Progress, Report
from generator.wording import problem_json

CONTENT, USAGE, MACHINE = 1, 2, 3
_STAGES = {
    "read": "Reading",
    "analyse": "Analysing",
    "brief": "Briefing",
    "sheets": "Rendering",
    "render": "Rendering",
}


def run(options: Options, as_json: bool) -> tuple[Report, float]:
    """Build, with progress on a terminal; failures of the machine end here."""
    root = project()
    start = time.perf_counter()
    try:
        with _progress(as_json) as progress:
            report = run_build(root, options, say, progress)
    except ForeignFolderError as error:
        fail(f"{error}\nChoose another folder with --out, or empty this one.", USAGE)
    except OSError as error:
        fail(f"The machine failed: {error.strerror or error}{f' ({error.filename})' if error.filename else ''}", MACHINE)
    except KeyboardInterrupt:
        fail("Interrupted. What was published before is untouched.", 130)
    return report, time.perf_counter() - start


def project() -> Path:
    """The project that this folder stands in; without one the command ends."""
    root = find_project(Path.cwd())
    if root is None:
        fail("There is no project here: neither brief.yaml nor a content folder, in this folder or above it.", USAGE)
    return root


@contextmanager
def _progress(as_json: bool) -> Iterator[Progress]:
    """A progress bar where somebody watches, silence elsewhere."""
    if as_json or not sys.stderr.isatty():
        yield lambda _name, _done, _total: None
        return
    # rich is loaded only when somebody watches a build that takes long enough.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    with Bar(
        TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("", total=None)

        def show(name: str, done: int, total: int) -> None:
            bar.update(task, description=_STAGES.get(name.partition(".")[0], "Working"), completed=done, total=total)

        yield show


def tell_problems(report: Report, as_json: bool) -> None:
    """Every mistake and warning, in order of place."""
    for problem in report.problems:
        if as_json:
            click.echo(json.dumps(problem_json(problem)))
        else:
            say(format_problem(problem))


def say(message: str) -> None:
    """A message without a character that could steer the terminal: file names and steps' ids are content, too."""
    click.echo("\n".join(plain(line) for line in message.split("\n")), err=True)


def fail(message: str, status: int) -> NoReturn:
    """End the command."""
    say(message)
    sys.exit(status)
