"""The command line: arguments in, messages on standard error, results on standard output, an exit status.

0 all is well, 1 mistakes in content, 2 wrong usage, 3 a failure of the machine. Nothing else in brief prints.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import click
import msgspec

from generator import __version__
from generator.problems import Problem, format_problem, plain
from generator.project import run_build
from generator.publish import ForeignFolderError
from generator.read.snapshot import find_project
from generator.report import Options, Progress, Report
from generator.wording import closing, problem_json, refusal, report_json

CONTENT, USAGE, MACHINE = 1, 2, 3
_STAGES = {
    "read": "Reading",
    "analyse": "Analysing",
    "brief": "Briefing",
    "sheets": "Rendering",
    "render": "Rendering",
}


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="brief")
def main() -> None:
    r"""Turn source articles into a cited briefing site.

    \b
    Examples:
      brief build                      build the project you stand in, into site/
      brief build --as-of 2015-02-13   the site as it could have been known on that day
      brief serve                      preview while you write
      brief check                      look for mistakes, write nothing
      brief check --site site          verify every citation of a published site
    """


def _which(command: Any) -> Any:
    """Options that say which site is meant."""
    for option in (
        click.option("--strict", is_flag=True, help="Let warnings fail the build."),
        click.option("--as-of", metavar="DATE", help="The site as it could have been known on that day (YYYY-MM-DD)."),
        click.option("--edition", metavar="MARK", help="The strictest TLP mark to include, for instance GREEN."),
        click.option("--base-url", metavar="URL", help="Where the site will stand; feeds and the sitemap need it."),
        click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes to use. Default: one for each core."),
    ):
        command = option(command)
    return command


def _shared(command: Any) -> Any:
    """Options that `build` and `check` have in common."""
    for option in (
        _which,
        click.option("--explain", is_flag=True, help="Say for each step that ran which ingredient changed."),
        click.option("--verify", is_flag=True, help="Run every step again and fail if a result differs from the remembered one."),
        click.option("--json", "as_json", is_flag=True, help="Problems and the report as JSON lines on standard output."),
    ):
        command = option(command)
    return command


@main.command(epilog="Example: brief build --out public --base-url https://brief.example.org/")
@click.option("--out", metavar="DIR", default="site", show_default=True, help="The folder to publish into.")
@click.option("--clean", is_flag=True, help="Forget the cache and build everything anew.")
@click.option("--watch", is_flag=True, help="Go on, and build again whenever a file changes.")
@_shared
def build(out: str, clean: bool, watch: bool, as_json: bool, explain: bool, **asked: Any) -> None:
    """Build the site; only what changed is done again."""
    options = Options(out=out, clean=clean, **_options(asked))
    if watch:
        _follow(options, as_json)
        return
    report, took = _run(options, as_json)
    _tell_problems(report, as_json)
    if explain:
        _say("\n".join(report.reasons) or "No step ran.")
    if as_json:
        click.echo(json.dumps(report_json(report, took)))
    if report.unsound:
        _fail("\n".join(("A step is not a pure function of its ingredients:", *report.unsound)), MACHINE)
    if not report.published:
        _fail(refusal(report), CONTENT)
    if not as_json:
        click.echo(closing(report, took, out))


def _follow(options: Options, as_json: bool) -> None:
    """Build, and again after each change; mistakes are told and end nothing."""
    # The watcher's library is loaded by who watches alone.
    from generator.serve.following import follow

    told: list[tuple[Problem, ...] | None] = [None]

    def again() -> None:
        report, took = _run(msgspec.structs.replace(options, clean=options.clean and told[0] is None), as_json)
        if report.problems == told[0] and not (report.published and any(msgspec.structs.astuple(report.changes))):
            return  # nothing that was not said before
        told[0] = report.problems
        _tell_problems(report, as_json)
        line = closing(report, took, options.out) if report.published else refusal(report)
        click.echo(json.dumps(report_json(report, took)) if as_json else line)

    follow(_project(), again, _say)


@main.command(epilog="Example: brief check --site site")
@click.option(
    "--site",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Verify a published site instead.",
)
@_shared
def check(site: Path | None, as_json: bool, explain: bool, **asked: Any) -> None:
    """Look for mistakes without writing the site, or verify every citation of a published one."""
    if site is not None:
        _check_site(site, as_json)
        return
    report, took = _run(Options(write=False, **_options(asked)), as_json)
    _tell_problems(report, as_json)
    if explain:
        _say("\n".join(report.reasons) or "No step ran.")
    if as_json:
        click.echo(json.dumps(report_json(report, took)))
    if report.stopped:
        _fail(refusal(report), CONTENT)
    if not as_json:
        click.echo(f"No errors. {report.articles} articles, {report.pages} pages would stand in the site. {took:.2f} s")


@main.command(epilog="Example: brief suggest --limit 5 --kind person")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many of each list to show.")
@click.option("--kind", type=click.Choice(["person", "organisation", "unknown"]), help="Show only names of this kind.")
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes to use. Default: one for each core.")
@click.option("--json", "as_json", is_flag=True, help="Problems and suggestions as JSON lines on standard output.")
def suggest(limit: int, kind: str | None, jobs: int | None, as_json: bool) -> None:
    """List the names that no file covers most, each with a stub of its file, and likely aliases; writes nothing."""
    # Only this command needs the lists.
    from generator.suggest.listing import as_object, choose, listing

    asked = {"jobs": jobs, "as_of": None, "edition": "RED", "base_url": None}  # the desk's own eyes: all that it has
    report, _ = _run(Options(write=False, suggest=True, **_options(asked)), as_json)
    _tell_problems(report, as_json)
    if report.stopped:
        _fail("There are errors, so nothing is suggested.", CONTENT)
    new, aliases = choose(report.suggestions, limit, kind or "")
    for line in (json.dumps(as_object(one)) for one in (*new, *aliases)) if as_json else map(plain, listing(new, aliases)):
        click.echo(line)


@main.command(epilog="Example: brief serve --port 8080 --open")
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Listen there; others may then read.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The next free one is taken.")
@click.option("--open", "show", is_flag=True, help="Open the browser.")
@_which
def serve(host: str, port: int, show: bool, **asked: Any) -> None:
    """Preview the site while you write; nothing is written to disk."""
    # The server's libraries take a third of a second to load.
    from generator.serve.server import Address, serve

    def opened(address: str) -> None:
        click.echo(f"{address}  (Ctrl-C ends the preview)")
        if show:
            click.launch(address)

    try:
        serve(_project(), Options(preview=True, **_options(asked)), Address(host, port), _say, opened)
    except OSError as error:
        _fail(f"The machine failed: {error.strerror or error}", MACHINE)


@main.command(epilog="Example: brief schema actor > actor.schema.json")
@click.argument("kind", type=click.Choice(["article", "actor", "country", "source", "dispute", "page", "config"]))
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of file, for your editor."""
    # pydantic takes 0.1 s to load, and no other command needs it before it has work to do.
    from generator.read.fields import json_schemas

    click.echo(json_schemas()[kind], nl=False)


def _options(asked: dict[str, Any]) -> dict[str, Any]:
    jobs = asked.pop("jobs") or len(os.sched_getaffinity(0))
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdecimal():
        _fail("SOURCE_DATE_EPOCH must be a number of seconds.", USAGE)
    try:
        now = datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if epoch else ""
    except (OverflowError, ValueError, OSError):
        _fail("SOURCE_DATE_EPOCH lies outside the calendar.", USAGE)
    return {**asked, **_checked(asked), "jobs": jobs, "now": now}


def _checked(asked: dict[str, Any]) -> dict[str, str]:
    """The options that stand in for keys of brief.yaml, held against the very rules of those keys."""
    given = {key: asked[key] for key in ("as_of", "edition", "base_url") if asked[key]}
    if not given:
        return {}
    # pydantic takes 0.1 s to load: only who uses these options pays.
    from generator.read.config import read_config

    config, problems = read_config(path="", data=json.dumps(given).encode())
    if problems:
        _fail("\n".join(f"{problem.message} Expected: {problem.expected}." for problem in problems), USAGE)
    return {key: getattr(config, key) for key in given}


def _run(options: Options, as_json: bool) -> tuple[Report, float]:
    """Build, with progress on a terminal; failures of the machine end here."""
    root = _project()
    start = time.perf_counter()
    try:
        with _progress(as_json) as progress:
            report = run_build(root, options, _say, progress)
    except ForeignFolderError as error:
        _fail(f"{error}\nChoose another folder with --out, or empty this one.", USAGE)
    except OSError as error:
        _fail(f"The machine failed: {error.strerror or error}{f' ({error.filename})' if error.filename else ''}", MACHINE)
    except KeyboardInterrupt:
        _fail("Interrupted. What was published before is untouched.", 130)
    return report, time.perf_counter() - start


def _project() -> Path:
    root = find_project(Path.cwd())
    if root is None:
        _fail("There is no project here: neither brief.yaml nor a content folder, in this folder or above it.", USAGE)
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


def _check_site(site: Path, as_json: bool) -> None:
    # The HTML parser is needed by this command alone.
    from generator.audit import audit_site

    audit = audit_site(site)
    for problem in audit.problems:
        click.echo(json.dumps(problem_json(problem))) if as_json else _say(format_problem(problem))
    line = f"{audit.pages} pages, {audit.cites} citations: "
    if audit.problems:
        _fail(line + f"{len(audit.problems)} problems.", CONTENT)
    click.echo(json.dumps({"pages": audit.pages, "cites": audit.cites}) if as_json else line + "all match.")


def _tell_problems(report: Report, as_json: bool) -> None:
    for problem in report.problems:
        if as_json:
            click.echo(json.dumps(problem_json(problem)))
        else:
            _say(format_problem(problem))


def _say(message: str) -> None:
    """A message without a character that could steer the terminal: file names and steps' ids are content, too."""
    click.echo("\n".join(plain(line) for line in message.split("\n")), err=True)


def _fail(message: str, status: int) -> NoReturn:
    _say(message)
    sys.exit(status)
