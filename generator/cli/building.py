"""`brief build` publishes; `brief check` looks for mistakes, or verifies what is published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import msgspec

from generator.cli.options import asked_of_build, shared
from generator.cli.terminal import CONTENT, MACHINE, fail, project, run, say, tell_problems
from generator.problems import Problem, format_problem, plain
from generator.report import Options, Report
from generator.wording import closing, listing, problem_json, refusal, report_json


@click.command(epilog="Example: brief build --out public --base-url https://brief.example.org/")
@click.option("--out", metavar="DIR", default="site", show_default=True, help="The folder to publish into.")
@click.option("--clean", is_flag=True, help="Forget the cache and build everything anew.")
@click.option("--watch", is_flag=True, help="Go on, and build again whenever a file changes.")
@shared
def build(out: str, clean: bool, watch: bool, as_json: bool, explain: bool, **asked: Any) -> None:
    """Build the site; only what changed is done again."""
    options = Options(out=out, clean=clean, **asked_of_build(asked))
    if watch:
        _follow(options, as_json)
        return
    report, took = run(options, as_json)
    tell_problems(report, as_json)
    if explain:
        say("\n".join(report.reasons) or "No step ran.")
    if as_json:
        click.echo(json.dumps(report_json(report, took)))
    if report.unsound:
        fail("\n".join(("A step is not a pure function of its ingredients:", *report.unsound)), MACHINE)
    if not report.published:
        fail(refusal(report), CONTENT)
    if not as_json:
        _tell_changes(report)
        click.echo(closing(report, took, out))


def _tell_changes(report: Report) -> None:
    """Every file that changed; file names are content, too."""
    for line in listing(report):
        click.echo(plain(line))


def _follow(options: Options, as_json: bool) -> None:
    """Build, and again after each change; mistakes are told and end nothing."""
    # The watcher's library is loaded by who watches alone.
    from generator.serve.following import follow

    told: list[tuple[Problem, ...] | None] = [None]

    def again() -> None:
        try:
            report, took = run(msgspec.structs.replace(options, clean=options.clean and told[0] is None), as_json)
        except SystemExit as end:
            if end.code != MACHINE or told[0] is None:
                raise
            return  # it was said; files that go on changing, or a full disk, are tried again with the next change
        if report.problems == told[0] and not (report.published and any(msgspec.structs.astuple(report.changes))):
            return  # nothing that was not said before
        told[0] = report.problems
        tell_problems(report, as_json)
        if report.published and not as_json:
            _tell_changes(report)
        line = closing(report, took, options.out) if report.published else refusal(report)
        click.echo(json.dumps(report_json(report, took)) if as_json else line)

    follow(project(), again, say)


@click.command(epilog="Example: brief check --site site")
@click.option(
    "--site",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Verify a published site instead.",
)
@shared
def check(site: Path | None, as_json: bool, explain: bool, **asked: Any) -> None:
    """Look for mistakes without writing the site, or verify every citation of a published one."""
    if site is not None:
        _check_site(site, as_json)
        return
    report, took = run(Options(write=False, **asked_of_build(asked)), as_json)
    tell_problems(report, as_json)
    if explain:
        say("\n".join(report.reasons) or "No step ran.")
    if as_json:
        click.echo(json.dumps(report_json(report, took)))
    if report.stopped:
        fail(refusal(report), CONTENT)
    if not as_json:
        click.echo(f"No errors. {report.articles} articles, {report.pages} pages would stand in the site. {took:.2f} s")


def _check_site(site: Path, as_json: bool) -> None:
    # The HTML parser is needed by this command alone.
    from generator.audit import audit_site

    audit = audit_site(site)
    for problem in audit.problems:
        click.echo(json.dumps(problem_json(problem))) if as_json else say(format_problem(problem))
    line = f"{audit.pages} pages, {audit.cites} citations: "
    if audit.problems:
        fail(line + f"{len(audit.problems)} problems.", CONTENT)
    click.echo(json.dumps({"pages": audit.pages, "cites": audit.cites}) if as_json else line + "all match.")
