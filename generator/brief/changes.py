"""Turns a subject's points of now and of an earlier day into what changed between the two.

A pure function of the content: nothing that was built before is looked at, so every machine tells the same changes.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from generator.brief.words import content_words, on_one_matter
from generator.model import Change, Changes, Citation, KeyPoint, Since

COMMON = 0.5  # share of the shorter point's content words that two points on one matter have in common
_NEWS = ("new", "newer", "more origins", "source withdrawn")
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


def window_start(since: str, today: str) -> str:
    """The ISO day with which a page compares: `since` where it is a day, else that long before `today`; empty without a day.

    What is of that very day counts as known.
    """
    number, _, unit = since.partition(" ")
    unit = unit.removesuffix("s")
    if unit not in {*_DAYS, *_MONTHS}:
        return since
    try:
        last = date.fromisoformat(today[:10])
        if unit in _DAYS:
            return (last - timedelta(days=int(number) * _DAYS[unit])).isoformat()
        year, month = divmod(last.year * 12 + last.month - 1 - int(number) * _MONTHS[unit], 12)
        return last.replace(year=year, month=month + 1, day=min(last.day, calendar.monthrange(year, month + 1)[1])).isoformat()
    except (ValueError, OverflowError):
        return ""


def start_of(since: Since, newest: str) -> str:
    """The day with which a page compares whose newest article is of `newest`; never later than the day of the site."""
    start = window_start(since.since, since.as_of or newest)
    return min(start, since.as_of) if since.as_of else start


def compare_points(
    before: Iterable[KeyPoint], now: Iterable[KeyPoint], withdrawn: Mapping[str, str], since: str, today: str, first: bool = False
) -> Changes:
    """What changed from the points of one day (`since`) to those of another (`today`).

    What is news stands before what only weighs more or less by now, each newest first.
    `withdrawn`: articles withdrawn in between -> the day. A point that went and one that came on the same matter,
    as far as their words tell, are one replacement, those with the most words in common first. No word of a withdrawn article is
    given back. `first`: no article was known on the earlier day.
    """
    old, new = {point.id: point for point in before}, {point.id: point for point in now}
    gone = [point for id, point in old.items() if id not in new]
    come = [point for id, point in new.items() if id not in old]
    found = [_change(was, one, withdrawn, since, today) for was, one in _pairs(gone, come)]
    found.sort(key=lambda change: change.id)
    return Changes(since, first, tuple(sorted(found, key=lambda change: (_is_news(change), change.date), reverse=True)))


def _is_news(change: Change) -> bool:
    """Whether a report came, or one was withdrawn."""
    return change.reason in _NEWS


def _change(was: KeyPoint | None, now: KeyPoint | None, withdrawn: Mapping[str, str], since: str, today: str) -> Change:
    """One change; of `was` and `now` at least one is a point. An older report that weighs more now came with the newest one."""
    day = now.date if now and now.date > since else today
    if was is None:
        return Change("added", "new" if now and now.date > since else "outweighs", now.id if now else "", day, now)
    reason = _reason(was, now, withdrawn, since)
    sources = tuple(dict.fromkeys(cite.article for cite in was.cites if cite.article in withdrawn))
    if reason == "source withdrawn":
        day = max(withdrawn[source] for source in sources)
    shown = _without(was, withdrawn)
    if now is None:
        return Change("withdrawn", reason, was.id, day, None, shown, sources)
    return Change("replaced", reason, now.id, day, now, shown, sources)


def cites_of_changes(changes: Changes) -> list[Citation]:
    """Every citation that the changes show."""
    return [cite for one in changes.items for point in (one.now, one.was) if point is not None for cite in point.cites]


def _pairs(gone: list[KeyPoint], come: list[KeyPoint]) -> list[tuple[KeyPoint | None, KeyPoint | None]]:
    """Which point stands where which stood; those left over stand alone."""
    words = {point.id: frozenset(content_words(point.text)) for point in (*gone, *come)}
    likeness = sorted(
        (-len(words[was.id] & words[one.id]), was.id, one.id)
        for was in gone
        for one in come
        if on_one_matter(words[was.id], words[one.id], COMMON)
    )
    partner: dict[str, str] = {}
    taken: set[str] = set()
    for _, was, one in likeness:
        if was not in partner and one not in taken:
            partner[was] = one
            taken.add(one)
    by_id = {point.id: point for point in come}
    paired = [(was, by_id[partner[was.id]] if was.id in partner else None) for was in gone]
    return [*paired, *((None, point) for point in come if point.id not in taken)]


def _reason(was: KeyPoint, now: KeyPoint | None, withdrawn: Mapping[str, str], since: str) -> str:
    """Why a point went."""
    if all(cite.article in withdrawn for cite in was.cites):
        return "source withdrawn"
    if now and now.date > max(was.date, since):
        return "newer"
    return "more origins" if now and now.origins > was.origins else "outweighed"


def _without(point: KeyPoint, withdrawn: Mapping[str, str]) -> KeyPoint | None:
    """A point as it may still be shown: nothing where its words are those of a withdrawn article."""
    if point.cites[0].article in withdrawn:
        return None
    kept = tuple(cite for cite in point.cites if cite.article not in withdrawn)
    return KeyPoint(point.id, point.text, point.how, point.date, point.origins, kept, point.claim, point.by)
