"""`brief diff` tells what changed between two states of the project; `brief impact` what would fall without an article."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import asked_of_build
from generator.cli.terminal import CONTENT, USAGE, fail, project, say
from generator.problems import errors, format_problem, plain
from generator.report import Options

if TYPE_CHECKING:
    from generator.review.states import Review, State

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ASKED: dict[str, Any] = {"as_of": None, "edition": None, "base_url": None}


@click.command(epilog="Example: brief diff --since HEAD~3")
@click.option("--since", metavar="REV|DATE", help="A git revision, or a day (YYYY-MM-DD). Default: as the pages tell it.")
@click.option("--to", "until", metavar="REV", help="Compare a revision with this one instead of the files as they stand.")
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes to use. Default: one for each core.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a change on standard output.")
def diff(since: str | None, until: str | None, jobs: int | None, as_json: bool) -> None:
    """Tell which points came, took another's place or went, page by page; writes nothing."""
    # Only these commands need what follows.
    from generator.review.difference import compare_states, told_changes
    from generator.review.history import HistoryError, snapshot_at
    from generator.review.listing import difference_lines, difference_objects
    from generator.review.states import reviewing

    root = project()
    options = Options(write=False, **asked_of_build({**_ASKED, "jobs": jobs}))
    revision = since is not None and not _DAY.fullmatch(since)
    if until and not revision:
        fail("--to needs a revision in --since, too.", USAGE)
    try:
        with reviewing(root, say) as review:
            if since is None or not revision:
                news = told_changes(_sound(review, Options(write=False, jobs=options.jobs, now=options.now, since=since)))
            else:
                before = review.look(options, snapshot_at(root, since))
                now = review.look(options, snapshot_at(root, until)) if until else _sound(review, options)
                news = compare_states(before, now)
            told = [json.dumps(one) for one in difference_objects(news)] if as_json else difference_lines(news)
    except HistoryError as error:
        fail(str(error), USAGE)
    for line in told:
        click.echo(line if as_json else plain(line))


@click.command(epilog="Example: brief impact 2015-02-13-herald-visit")
@click.argument("article")
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes to use. Default: one for each core.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line on standard output.")
def impact(article: str, jobs: int | None, as_json: bool) -> None:
    """List every line that rests on an article, and mark what loses its only origin if it goes; writes nothing."""
    from generator.review.impact import weigh_article
    from generator.review.listing import impact_lines, impact_objects
    from generator.review.states import reviewing

    options = Options(write=False, **asked_of_build({**_ASKED, "jobs": jobs}))
    with reviewing(project(), say) as review:
        state = _sound(review, options)
        if article not in state.material.edition.cards:
            fail(f"There is no article {article} in this edition.{_nearest(article, list(state.material.edition.cards))}", USAGE)
        found = weigh_article(state, article)
    for line in [json.dumps(one) for one in impact_objects(found)] if as_json else impact_lines(article, found):
        click.echo(line if as_json else plain(line))


def _sound(review: Review, options: Options) -> State:
    """The project as it stands; its mistakes end the command."""
    state = review.look(options)
    wrong = errors(state.problems)
    for problem in wrong:
        say(format_problem(problem))
    if wrong:
        fail(f"{len(wrong)} error{'s' * (len(wrong) != 1)}: nothing can be compared.", CONTENT)
    return state


def _nearest(article: str, known: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(article, known, 1)
    return f" Did you mean {close[0]}?" if close else ""
