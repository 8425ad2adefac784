"""Turns the dated sentences about one subject, and its changes of office, into timeline entries, newest first.

Two accounts of one event stand in one entry, in the words of the older article, or of the oldest that tells it as done.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.brief.happenings import looks_ahead
from generator.brief.words import NEGATION, on_one_matter
from generator.model import Citation, Contribution, Sentence, TimelineEntry

MOST_ON_ONE_DATE = 4  # entries; a busy day must not push all others off the page
MOST_COMPARED = 24  # accounts on one date with which a further account is compared: keeps a crowded day linear
MOST_CITES = 8
COMMON = 0.5  # share of the shorter account's content words that two accounts of one event have in common

_Account = tuple[str, Sentence, str]  # article, sentence, date of the article


def make_timeline(aged: list[Contribution], offices: Iterable[TimelineEntry], limit: int) -> tuple[TimelineEntry, ...]:
    """The newest dated events and changes of office; contributions are given oldest first."""
    by_date: dict[tuple[str, str], list[tuple[Contribution, int]]] = {}
    for contribution in aged:
        for event in contribution.events:
            by_date.setdefault((event.date, event.precision), []).append((contribution, event.sentence))
    entries: list[TimelineEntry] = []
    for when in sorted(by_date, key=lambda key: (sort_date(key[0]), key), reverse=True):
        if len(entries) >= limit:
            break
        accounts = [(one.article, one.sentences[sentence], one.date) for one, sentence in by_date[when]]
        entries += [_entry(when, event) for event in _events_of_a_date(accounts)]
    known = {(entry.date, entry.text): entry for entry in offices}  # an office that two files give is one
    told = {(entry.date, entry.cites[0]) for entry in known.values()}  # "became prime minister on Monday" is that row again
    events = [entry for entry in entries if (entry.date, entry.cites[0]) not in told]
    both = [*sorted(known.values(), key=lambda entry: (entry.date, entry.text)), *events]
    return tuple(sorted(both, key=lambda entry: (sort_date(entry.date), entry.date, entry.precision), reverse=True)[:limit])


def _events_of_a_date(accounts: list[_Account]) -> list[list[_Account]]:
    """Accounts grouped by event; those most reported are kept, in order of their first report."""
    if len(accounts) == 1:
        return [accounts]
    events: list[list[_Account]] = []
    words_of: list[frozenset[str]] = []  # of each event's first account
    for account in accounts:
        words = frozenset(account[1].words.split())
        same = next((number for number, first in enumerate(words_of[:MOST_COMPARED]) if _one_event(first, words)), -1)
        if same < 0:
            events.append([account])
            words_of.append(words)
        else:
            events[same].append(account)
    kept = sorted(range(len(events)), key=lambda number: (-len(events[number]), number))[:MOST_ON_ONE_DATE]
    return [events[number] for number in sorted(kept)]


def _one_event(words: frozenset[str], others: frozenset[str]) -> bool:
    return on_one_matter(words, others, COMMON) and (NEGATION in words) is (NEGATION in others)


def _entry(when: tuple[str, str], accounts: list[_Account]) -> TimelineEntry:
    accounts = sorted(accounts, key=lambda account: looks_ahead(account[1].text))
    firsts: dict[str, Sentence] = {}
    for article, sentence, _ in accounts:
        firsts.setdefault(article, sentence)
    shown = [Citation(article, one.start, one.end, one.text) for article, one in list(firsts.items())[:MOST_CITES]]
    _, first, published = accounts[0]
    return TimelineEntry(when[0], when[1], first.shown or first.text, tuple(shown), published)


def sort_date(value: str) -> str:
    """A date of any precision as text that sorts by its last day: 2015 after 2015-12-31, 2015-Q1 after 2015-03-31."""
    year, _, rest = value.partition("-")
    if rest[:1] == "Q" and rest[1:].isdigit():
        return f"{year}-{3 * int(rest[1:]):02d}~"
    if rest[:1] == "W" and rest[1:].isdigit() and year.isdigit():
        try:
            return date.fromisocalendar(int(year), int(rest[1:]), 7).isoformat() + "~"
        except ValueError:
            return year
    return value if rest.count("-") else f"{value}~"
