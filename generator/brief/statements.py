"""Turns the sayings of many articles into a list of statements, newest first, each thing said once.

Of several printings the oldest is cited, so that a later copy does not change the page; so it is of several reports that quote
the same words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from generator.brief.marks import QUOTED_WORDS
from generator.brief.origins import nearly_same
from generator.brief.words import content_words
from generator.model import Citation, Contribution, Saying, Statement

_DATED = re.compile(r"\b(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d{1,2})?\b|\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"\d[\d,.]*")
_ENOUGH = 4  # times as many sayings as are listed, of the newest days: most often more than are left when each is told once
Said = tuple[str, str, Saying, tuple[str, ...]]  # date on which it was said, article, saying, topics of the article


class _Listed(NamedTuple):
    """What is listed, and what it is known by."""

    said: Said
    speaker: str
    words: frozenset[str]
    quoted: list[str]


def list_statements(
    ordered: list[Contribution], sayings: Callable[[Contribution], tuple[Saying, ...]], limit: int
) -> tuple[Statement, ...]:
    """The newest statements of contributions, which are given newest first; `sayings` tells which ones of each are meant.

    They are those of all contributions; where the newest days fill the list, only equal wordings are looked for in the others.
    """
    held = list(accumulate(len(sayings(one)) for one in ordered))
    recent = bisect_left(held, _ENOUGH * limit) + 1
    while recent < len(ordered) and ordered[recent].date == ordered[recent - 1].date:
        recent += 1
    said = _said(ordered[:recent], sayings)
    if recent < len(ordered):
        wordings = {entry[2].text for entry in said}
        older = [as_said(one, saying) for one in ordered[recent:] for saying in sayings(one) if saying.text in wordings]
        chosen, full = _choose([*said, *older], limit)
        if full is not None and full >= ordered[recent - 1].date:
            return _statements(chosen)
        said = _said(ordered, sayings)
    return newest_statements(said, limit)


def newest_statements(said: list[Said], limit: int) -> tuple[Statement, ...]:
    """The newest statements without repetition; `said` in any order.

    Equal wordings are found among all, wordings that are nearly equal among those that reach the list.
    """
    return _statements(_choose(said, limit)[0])


def _said(contributions: list[Contribution], sayings: Callable[[Contribution], tuple[Saying, ...]]) -> list[Said]:
    return [as_said(one, saying) for one in contributions for saying in sayings(one)]


def as_said(one: Contribution, saying: Saying) -> Said:
    """A saying of a contribution, under the day on which it was said: the article's, where that is not told."""
    return saying.day or one.date, one.article, saying, one.topics


def _choose(said: list[Said], limit: int) -> tuple[list[Said], str | None]:
    """What is listed, and the date of the newest entry for which no room was left, if any was left out."""
    chosen: list[_Listed] = []
    for entry in _in_order(_oldest_printings(said)):
        one = _Listed(entry, _speaker(entry), frozenset(content_words(entry[2].text)), _quoted(entry[2]))
        number = next((n for n, kept in enumerate(chosen) if _one_statement(kept, one)), -1)
        if number >= 0:
            if entry[0] and _age(entry)[0] < _age(chosen[number].said)[0]:
                chosen[number] = one
        elif len(chosen) == limit:
            return [listed.said for listed in chosen], entry[0]
        else:
            chosen.append(one)
    return [listed.said for listed in chosen], None


def _statements(chosen: list[Said]) -> tuple[Statement, ...]:
    return tuple(_statement(*entry) for entry in _in_order(chosen))


def _oldest_printings(said: list[Said]) -> list[Said]:
    oldest: dict[tuple[str, str], Said] = {}
    for entry in said:
        key = (entry[2].speaker or entry[2].speaker_name, entry[2].text)
        known = oldest.setdefault(key, entry)
        if known is not entry and _age(entry) < _age(known):
            oldest[key] = entry
    return list(oldest.values())


def _one_statement(kept: _Listed, other: _Listed) -> bool:
    """Whether two reports, the first the later one, are of one statement.

    They are nearly equal, or quote the same words, two or more, and the later one gives no figure that the earlier lacks.
    """
    if kept.speaker != other.speaker:
        return False
    if kept.quoted and kept.quoted == other.quoted and _figures(kept.said[2].text) <= _figures(other.said[2].text):
        return True
    return nearly_same(kept.words, other.words)


def _quoted(saying: Saying) -> list[str]:
    if saying.kind != "mixed":
        return []
    return [words for words in (match.group()[1:-1] for match in QUOTED_WORDS.finditer(saying.text)) if " " in words]


def _figures(text: str) -> set[str]:
    """Figures but those of dates."""
    return set(_FIGURE.findall(_DATED.sub("", text)))


def _speaker(entry: Said) -> str:
    return entry[2].speaker or entry[2].speaker_name


def _age(entry: Said) -> tuple[str, str, int, int]:
    return _latest(entry[0]), entry[1], entry[2].start, entry[2].end


def _latest(date: str) -> str:
    """What no day of a partial date comes behind: who tells the day is nearer to what was said than who tells the month."""
    return date if len(date) >= len("2020-05-01") else f"{date}~"


def _in_order(said: list[Said]) -> Iterator[Said]:
    """Newest first, then by article and place; no more of them is sorted than is asked for."""
    date = itemgetter(0)
    for _, of_a_day in groupby(sorted(said, key=date, reverse=True), date):
        yield from sorted(of_a_day, key=lambda entry: (entry[1], entry[2].start, entry[2].end, _speaker(entry)))


def _statement(date: str, article: str, saying: Saying, topics: tuple[str, ...]) -> Statement:
    return Statement(
        text=saying.shown or saying.text,
        kind=saying.kind,
        date=date,
        cite=Citation(article, saying.start, saying.end, saying.text),
        speaker=saying.speaker,
        speaker_name=saying.speaker_name,
        relay=saying.relay,
        method=saying.method,
        topics=topics,
    )
