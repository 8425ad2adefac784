"""`brief suggest` lists what files are missing; `brief schema` tells an editor what may stand in one."""

from __future__ import annotations

import json

import click

from generator.cli.options import asked_of_build
from generator.cli.terminal import CONTENT, fail, run, tell_problems
from generator.problems import plain
from generator.report import Options


@click.command(epilog="Example: brief suggest --limit 5 --kind person")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many of each list to show.")
@click.option(
    "--kind",
    type=click.Choice(["person", "organisation", "unknown", "dispute"]),
    help="Show only names of this kind, or disputes.",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes to use. Default: one for each core.")
@click.option("--json", "as_json", is_flag=True, help="Problems and suggestions as JSON lines on standard output.")
def suggest(limit: int, kind: str | None, jobs: int | None, as_json: bool) -> None:
    """List names that no file covers, likely aliases, and accounts that may contradict each other, with stubs; writes nothing."""
    # Only this command needs the lists.
    from generator.suggest.listing import as_object, choose, dispute_listing, dispute_object, listing

    asked = {"jobs": jobs, "as_of": None, "edition": "RED", "base_url": None}  # the desk's own eyes: all that it has
    report, _ = run(Options(write=False, suggest=True, **asked_of_build(asked)), as_json)
    tell_problems(report, as_json)
    if report.stopped:
        fail("There are errors, so nothing is suggested.", CONTENT)
    new, aliases = choose(report.suggestions, limit, kind or "")
    quarrels = report.quarrels[:limit] if kind in (None, "dispute") else ()
    if as_json:
        told = [*map(as_object, (*new, *aliases)), *map(dispute_object, quarrels)]
        lines = [json.dumps(one) for one in told]
    else:
        lines = [] if kind == "dispute" else listing(new, aliases)
        lines += ([""] if lines and quarrels else []) + dispute_listing(quarrels)
        lines = list(map(plain, lines)) or ["No accounts were found that contradict each other."]
    for line in lines:
        click.echo(line)


@click.command(epilog="Example: brief schema actor > actor.schema.json")
@click.argument("kind", type=click.Choice(["article", "actor", "country", "source", "dispute", "page", "config"]))
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of file, for your editor."""
    # pydantic takes 0.1 s to load, and no other command needs it before it has work to do.
    from generator.read.fields import json_schemas

    click.echo(json_schemas()[kind], nl=False)
