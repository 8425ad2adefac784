"""`brief export`: the dataset for other programs."""

from __future__ import annotations

import json
import time
from typing import Any

import click

from generator.cli.options import asked_of_build, which
from generator.cli.terminal import CONTENT, MACHINE, USAGE, fail, project, say
from generator.problems import format_problem
from generator.publish import ForeignFolderError
from generator.report import Options
from generator.wording import problem_json

_KINDS = ("csv", "csl", "popolo", "sqlite", "annotations", "pdf")


@click.command(epilog="Example: brief export sqlite csl --out data")
@click.argument("kinds", nargs=-1, metavar="[KIND]...", type=click.Choice(_KINDS))
@click.option("--out", metavar="DIR", default="export", show_default=True, help="The folder to write into.")
@which
@click.option("--json", "as_json", is_flag=True, help="Problems and the report as JSON lines on standard output.")
def export(kinds: tuple[str, ...], out: str, as_json: bool, **asked: Any) -> None:
    """Write the dataset for other programs into a folder of its own, which then holds exactly that.

    KIND is csv, csl, popolo, sqlite, annotations or pdf; without one, all but pdf.
    """
    # Only this command needs the formats.
    from generator.exporting import run_export

    root, start = project(), time.perf_counter()
    try:
        done = run_export(root, Options(out=out, **asked_of_build(asked)), kinds, say)
    except ForeignFolderError as error:
        fail(f"{error}\nChoose another folder with --out, or empty this one.", USAGE)
    except ModuleNotFoundError as error:
        fail(f"PDF needs the library {error.name}: install brief with its extra pdf, for instance brief-site[pdf].", USAGE)
    except OSError as error:
        fail(f"The machine failed: {error.strerror or error}{f' ({error.filename})' if error.filename else ''}", MACHINE)
    for problem in done.problems:
        click.echo(json.dumps(problem_json(problem))) if as_json else say(format_problem(problem))
    if done.stopped:
        fail("There are errors, so nothing is exported.", CONTENT)
    changed = len(done.changes.added) + len(done.changes.changed)
    took = time.perf_counter() - start
    told = {"files": done.files, "written": changed, "removed": len(done.changes.removed), "seconds": round(took, 3)}
    click.echo(json.dumps(told) if as_json else f"{done.files} files, {changed} written. {took:.2f} s. Look into {out}")
