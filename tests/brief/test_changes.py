"""What changed on a subject's page since an earlier day."""

from typing import Any

import pytest
from brief_inputs import LIMITS, Told, brief_told, told_of

from generator.brief.changes import compare_points, start_of, window_start
from generator.model import Briefed, Citation, KeyPoint, Limits, Since

NAMES = {"Voss": "mira-voss"}
ONE_POINT = Limits(key_points=1, statements=5, timeline=5)
HARBOUR = "Voss opened the big northern harbour of the islands."
CLOSED = "Voss closed the big northern harbour for the winter."
MINE = "Voss closed the southern copper mine near the border."
RAIL = "Voss promised a railway line through the western hills."


def article(id: str, text: str, date: str, **fields: Any) -> Told:
    return told_of("mira-voss", text, NAMES, id=id, date=date, **fields)


def brief(
    *told: Told,
    since: str = "7 days",
    as_of: str = "",
    limits: Limits = LIMITS,
    fallen: tuple[Told, ...] = (),
    withdrawn: dict[str, str] | None = None,
) -> Briefed:
    return brief_told(
        told,
        fallen,
        hide=(),
        limits=limits,
        belongings=(),
        terms=(),
        since=Since(since, as_of),
        withdrawn=withdrawn or {},
        contested={},
    )


def told(found: Briefed) -> list[tuple[str, str, str, str]]:
    """Kind, reason, the new words and the old ones of each change."""
    return [
        (one.kind, one.reason, one.now.text if one.now else "", one.was.text if one.was else "") for one in found.changes.items
    ]


@pytest.mark.parametrize(
    ("since", "today", "start"),
    [
        ("7 days", "2031-03-12", "2031-03-05"),
        ("2 weeks", "2031-03-12", "2031-02-26"),
        ("1 month", "2031-03-31", "2031-02-28"),
        ("3 years", "2032-02-29", "2029-02-28"),
        ("2031-01-01", "2031-03-12", "2031-01-01"),
        ("7 days", "", ""),
        ("9999 years", "2031-03-12", ""),
    ],
)
def test_a_window_begins_on_a_day_or_that_long_before_today(since: str, today: str, start: str) -> None:
    assert window_start(since, today) == start


def test_a_window_never_begins_after_the_day_of_the_site() -> None:
    assert start_of(Since("2031-03-09", as_of="2031-03-08"), "2031-03-01") == "2031-03-08"
    assert start_of(Since("2031-03-09"), "2031-03-01") == "2031-03-09"


def test_a_point_of_a_newer_article_is_added() -> None:
    found = brief(article("a", HARBOUR, "2031-03-01"), article("b", MINE, "2031-03-12"))
    assert (told(found), found.changes.since, found.changes.first) == ([("added", "new", MINE, "")], "2031-03-05", False)


def test_what_is_of_the_very_day_was_known() -> None:
    found = brief(article("a", HARBOUR, "2031-03-05"), article("b", MINE, "2031-03-12"))
    assert told(found) == [("added", "new", MINE, "")]


def test_a_page_whose_articles_are_all_newer_is_new_as_a_whole() -> None:
    found = brief(article("a", HARBOUR, "2031-03-11"), article("b", MINE, "2031-03-12"))
    assert (found.changes.first, told(found)) == (True, [("added", "new", MINE, ""), ("added", "new", HARBOUR, "")])


def test_an_undated_article_was_known_before() -> None:
    found = brief(article("a", HARBOUR, ""), article("b", MINE, "2031-03-12"))
    assert told(found) == [("added", "new", MINE, "")]


def test_a_newer_point_takes_the_place_of_an_older_one() -> None:
    found = brief(article("a", HARBOUR, "2031-03-01"), article("b", CLOSED, "2031-03-12"), limits=ONE_POINT)
    assert told(found) == [("replaced", "newer", CLOSED, HARBOUR)]


def test_a_newer_point_on_another_matter_replaces_nothing() -> None:
    found = brief(article("a", HARBOUR, "2031-03-01"), article("b", MINE, "2031-03-12"), limits=ONE_POINT)
    assert sorted(told(found)) == [("added", "new", MINE, ""), ("withdrawn", "outweighed", "", HARBOUR)]


def test_a_copy_of_what_was_known_changes_nothing() -> None:
    found = brief(article("a", HARBOUR, "2031-03-01"), article("b", HARBOUR, "2031-03-12"))
    assert found.changes.items == ()


def test_the_window_ends_on_the_day_of_the_site_where_it_has_one() -> None:
    known = (article("a", HARBOUR, "2031-03-01"), article("b", MINE, "2031-03-12"))
    assert told(brief(*known, as_of="2031-03-31")) == []
    assert told(brief(*known, as_of="2031-03-19")) == []
    assert told(brief(*known, as_of="2031-03-18")) == [("added", "new", MINE, "")]


def test_a_point_whose_source_was_withdrawn_is_withdrawn_without_its_words() -> None:
    fallen = (article("b", MINE, "2031-03-02"),)
    found = brief(
        article("a", HARBOUR, "2031-03-01"),
        article("c", RAIL, "2031-03-12"),
        fallen=fallen,
        withdrawn={"b": "2031-03-10"},
        limits=Limits(key_points=2, statements=5, timeline=5),
    )
    assert told(found) == [("added", "new", RAIL, ""), ("withdrawn", "source withdrawn", "", "")]
    assert (found.changes.items[1].sources, found.changes.items[1].date) == (("b",), "2031-03-10")
    assert "b" not in found.articles
    alone = brief(article("a", HARBOUR, "2031-03-11"), fallen=fallen, withdrawn={"b": "2031-03-10"})
    assert told(alone) == [("added", "new", HARBOUR, ""), ("withdrawn", "source withdrawn", "", "")]
    kept = brief(article("a", HARBOUR, "2031-03-03"), fallen=fallen, withdrawn={"b": "2031-03-10"}, since="2031-03-05")
    assert told(kept) == [("withdrawn", "source withdrawn", "", "")]


def test_a_withdrawal_before_the_window_is_no_change() -> None:
    fallen = (article("b", MINE, "2031-02-02"),)
    found = brief(
        article("a", HARBOUR, "2031-02-01"), article("c", RAIL, "2031-03-12"), fallen=fallen, withdrawn={"b": "2031-03-05"}
    )
    assert told(found) == [("added", "new", RAIL, "")]


def test_the_points_of_then_are_those_of_a_briefing_of_that_day() -> None:
    """What is told to have been there is what a site as of that day shows."""
    texts = [f"Voss {verb} the {place} {thing} of the islands." for verb, place, thing in _WORDS]
    all_of_it = [article(f"a{n:02}", text, f"2031-03-{n + 1:02}") for n, text in enumerate(texts)]
    now = brief(*all_of_it, since="2031-03-06", limits=Limits(key_points=4, statements=5, timeline=5))
    then = brief(*all_of_it[:6], limits=Limits(key_points=4, statements=5, timeline=5))
    shown = {point.id for point in now.briefing.key_points}
    came = {one.now.id for one in now.changes.items if one.now}
    went = {one.was.id for one in now.changes.items if one.was}
    assert {point.id for point in then.briefing.key_points} == (shown - came) | went


_WORDS = [
    ("opened", "northern", "harbour"),
    ("closed", "southern", "mine"),
    ("promised", "western", "railway"),
    ("visited", "eastern", "hospital"),
    ("sold", "central", "bank"),
    ("bought", "coastal", "ferry"),
    ("praised", "upper", "school"),
    ("refused", "lower", "bridge"),
    ("rebuilt", "outer", "lighthouse"),
]


def test_the_old_words_stay_citable() -> None:
    found = brief(article("a", HARBOUR, "2031-03-01"), article("b", MINE, "2031-03-12"), limits=ONE_POINT)
    assert HARBOUR in {cite.text for cite in found.cites["a"]}


def point(id: str, text: str, date: str = "2031-03-01", origins: int = 1, article: str = "a") -> KeyPoint:
    return KeyPoint(id, text, "extracted", date, origins, (Citation(article, 0, len(text), text),))


@pytest.mark.parametrize(
    ("date", "origins", "reason"),
    [
        ("2031-03-02", 1, "newer"),
        ("2031-03-01", 2, "more origins"),
        ("2031-03-01", 1, "outweighed"),
        ("2031-02-28", 1, "outweighed"),
    ],
)
def test_a_replacement_says_why(date: str, origins: int, reason: str) -> None:
    """What is older than the window is no newer report."""
    was = point("1", HARBOUR, "2031-02-01")
    found = compare_points([was], [point("2", CLOSED, date, origins)], {}, "2031-03-01", "2031-03-09")
    assert [(one.kind, one.reason) for one in found.items] == [("replaced", reason)]


def test_a_point_is_replaced_by_the_one_with_the_most_words_in_common() -> None:
    gone = [point("1", HARBOUR), point("2", MINE)]
    come = [
        point("3", "Voss reopened the southern copper mine."),
        point("4", RAIL),
        point("5", "Voss shut the northern harbour."),
    ]
    found = compare_points(gone, come, {}, "", "2031-03-09")
    assert {(one.was.id if one.was else "", one.id) for one in found.items} == {("2", "3"), ("", "4"), ("1", "5")}


def test_what_is_new_stands_before_what_only_weighs_less() -> None:
    found = compare_points([point("1", HARBOUR, "2031-02-01")], [point("2", MINE, "2031-03-02")], {}, "2031-03-01", "2031-03-09")
    assert [(one.kind, one.date) for one in found.items] == [("added", "2031-03-02"), ("withdrawn", "2031-03-09")]


def test_an_older_report_that_weighs_more_by_now_came_with_the_newest_one() -> None:
    found = compare_points([], [point("1", HARBOUR, "2031-03-01")], {}, "2031-03-01", "2031-03-09")
    assert [(one.kind, one.reason, one.date) for one in found.items] == [("added", "outweighs", "2031-03-09")]


def test_a_point_that_others_outweigh_is_withdrawn_and_says_so() -> None:
    found = compare_points([point("1", HARBOUR)], [], {}, "2031-03-01", "2031-03-09")
    assert [(one.kind, one.reason, one.date) for one in found.items] == [("withdrawn", "outweighed", "2031-03-09")]


def test_a_withdrawn_source_that_was_one_of_several_leaves_the_words_and_loses_its_cite() -> None:
    was = KeyPoint("1", HARBOUR, "extracted", "2031-03-01", 2, (Citation("a", 0, 4, "Voss"), Citation("b", 0, 4, "Voss")))
    (one,) = compare_points([was], [], {"b": "2031-03-02"}, "2031-03-01", "2031-03-09").items
    assert (one.reason, one.was and [cite.article for cite in one.was.cites], one.sources) == (
        "outweighed",
        ["a"],
        ("b",),
    )
