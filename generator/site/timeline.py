"""The timelines of all subjects -> the one of the site.

Rule: an event stands once, with the account that has the most cites, however many pages tell it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from itertools import chain
from typing import Any

from generator.brief.timeline import sort_date
from generator.ingredients import Result
from generator.keeping import Keeper
from generator.model import TimelineEntry

DATED = 500  # entries on the site's timeline

_Event = tuple[str, str, int, str]
_Dated = tuple[tuple[_Event, TimelineEntry], ...]


def newest_entries(keep: Keeper, briefed: dict[str, Result[Any]]) -> tuple[TimelineEntry, ...]:
    """The newest dated entries of all briefings, each once, newest first."""
    dated = keep.over("dated", lambda subject: _dated(briefed[subject].field("briefing").look("timeline")), (briefed,))
    return keep.same("timeline", lambda: _newest(dated.values()), dated)


def _dated(entries: Iterable[TimelineEntry]) -> _Dated:
    return tuple((_event_of(entry), entry) for entry in entries)


def _event_of(entry: TimelineEntry) -> _Event:
    """What tells an entry from others: an office changes hands once, whichever passage a page cites for it."""
    first = entry.cites[0]
    place = (first.article, first.start) if entry.kind == "event" else (entry.name, 0)
    return entry.date, *place, entry.text


def _newest(dated: Iterable[_Dated]) -> tuple[TimelineEntry, ...]:
    entries: dict[_Event, TimelineEntry] = {}
    for key, entry in chain.from_iterable(dated):
        if key not in entries or len(entries[key].cites) < len(entry.cites):
            entries[key] = entry
    last = {when: sort_date(when) for when in {key[0]: None for key in entries}}  # events outnumber their days by far
    return tuple(entries[key] for key in heapq.nlargest(DATED, entries, key=lambda key: (last[key[0]], key)))
