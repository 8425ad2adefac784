"""A page shows all of a small briefing and the first of each list of a large one; what it leaves out is the record's."""

from __future__ import annotations

import random

import pytest

from generator.brief.abridgement import abridge, choose_bounds, measure, share_cites
from generator.brief.briefings import list_citations
from generator.brief.changes import cites_of_changes
from generator.model import (
    ArticleRole,
    Briefing,
    Change,
    Changes,
    Citation,
    Front,
    KeyPoint,
    Relation,
    Stance,
    Statement,
    TimelineEntry,
)

WORDS = "The Harbour Board halved its dues for fishing boats after talks with Iceland, as it had said it would."
KINDS = ("structural", "interaction", "co-mention")


def cite(number: int, start: int = 0) -> Citation:
    return Citation(f"article-{number:03}", start, start + len(WORDS), WORDS)


def statement(number: int) -> Statement:
    return Statement(WORDS, "indirect", "2031-03-01", cite(number, 400), "ilse-brand")


def point(number: int, cites: int = 1) -> KeyPoint:
    return KeyPoint(f"k{number}", WORDS, "extracted", "2031-03-01", cites, tuple(cite(number + n) for n in range(cites)))


def briefing(rows: int, points: int = 8, cites: int = 1) -> Briefing:
    """So many rows in every list, each with a cite of its own; the points with `cites` each."""
    some = tuple(map(statement, range(rows)))
    return Briefing(
        "harbour-board",
        key_points=tuple(point(number, cites) for number in range(points)),
        statements=some,
        statements_about=some[: rows // 2],
        positions=tuple(Stance(f"topic-{n}", some[:6], some[6:9]) for n in range(min(rows // 4, 6))),
        timeline=tuple(TimelineEntry("2031-03-01", "day", WORDS, tuple(cite(n + m) for m in range(cites))) for n in range(rows)),
        relations=tuple(Relation(f"other-{n}", KINDS[n * 3 // max(rows, 1)], "", "", 1, (cite(n, 800),)) for n in range(rows)),
        articles=tuple(ArticleRole(f"article-{n:03}", "mentioned" if n % 2 else "about", "") for n in range(rows * 4)),
    )


def news(items: int, first: bool = False) -> Changes:
    return Changes(
        "2031-02-01", first, tuple(Change("replaced", "newer", f"k{n}", "", point(n), point(n + 1)) for n in range(items))
    )


def front_of(briefing: Briefing, changes: Changes) -> Front:
    """What the page shows."""
    return abridge(briefing, changes, choose_bounds(briefing, changes))


def test_a_small_briefing_is_shown_whole() -> None:
    small, changes = briefing(4), news(2)
    front = front_of(small, changes)
    assert (front.kind, front.briefing, front.changes) == ("whole", small, changes)


def test_each_list_of_a_large_one_keeps_its_first_rows_in_order() -> None:
    large = briefing(40)
    shown = front_of(large, news(4)).briefing
    for name in ("statements", "statements_about", "timeline"):
        rows, some = getattr(large, name), getattr(shown, name)
        assert 0 < len(some) < len(rows)
        assert rows[: len(some)] == some
    assert [one.topic for one in shown.positions] == [f"topic-{n}" for n in range(len(shown.positions))]
    assert shown.key_points == large.key_points


def test_articles_about_the_subject_are_listed_before_others() -> None:
    assert {one.role for one in front_of(briefing(40), news(0)).briefing.articles} == {"about"}


def test_each_kind_of_relation_keeps_rows() -> None:
    shown = front_of(briefing(40), news(0)).briefing.relations
    assert [kind for kind in KINDS if kind in {one.kind for one in shown}] == list(KINDS)


@pytest.mark.parametrize("cites", [1, 8])
def test_the_more_cites_the_lines_have_the_fewer_are_shown(cites: int) -> None:
    front = front_of(briefing(40, cites=cites), news(6))
    assert front.kind == "abridged"
    assert front.cites_a_line == {1: 1, 8: 1}[cites]


def test_what_changed_counts_for_nothing_where_the_whole_page_is_new() -> None:
    assert front_of(briefing(4), news(60, first=True)).kind == "whole"
    assert front_of(briefing(4), news(60)).kind == "abridged"


def test_the_extent_is_that_of_the_whole() -> None:
    extent = measure(briefing(40), news(4))
    assert (extent.statements, extent.positions, extent.articles, extent.about, extent.changes) == (40, 54, 160, 80, 4)
    assert measure(briefing(4), news(3, first=True)).changes == 0


def test_every_cite_stands_on_the_page_or_is_left_to_the_record() -> None:
    for seed in range(20):
        chance = random.Random(seed)  # noqa: S311
        given = briefing(chance.randrange(60), chance.randrange(9), chance.randrange(1, 9))
        changes = news(chance.randrange(9), chance.random() < 0.2)
        cites = list_citations(given, cites_of_changes(changes))
        page, left = share_cites(cites, front := front_of(given, changes))
        told = f"seed {seed}"
        shown, other = [[one for some in part.values() for one in some] for part in (page, left)]
        assert {*shown, *other} == {one for some in cites.values() for one in some}, told
        assert len({*shown, *other}) == len(shown) + len(other), told
        assert all([*page.values(), *left.values()]), told
        assert bool(left) is (front.kind == "abridged"), told
