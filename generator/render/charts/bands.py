"""Turns terms of office and dated events into bands over one axis of years."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import msgspec

WIDTH = 672  # of the picture, in pixels of the text column
LETTER = 6.4  # mean width of a letter of the labels, in pixels; measured on the names of the example site, 2026-11
_ROW, _BAR, _AXIS = 40, 16, 26


class Tenure(msgspec.Struct, frozen=True):
    """One term as it is given: a row is one office, or one person's role."""

    row: str
    name: str  # who held it; empty where the row says it
    start: str  # ISO date, month or year; empty: not known
    end: str  # likewise; empty: not known to have ended
    period: str  # in words


class Band(msgspec.Struct, frozen=True):
    """One term as it is drawn."""

    x: int
    y: int
    width: int
    label: str  # shortened to what fits; empty where hardly a letter would
    title: str
    open_start: bool  # it reaches beyond the picture, or its beginning is not known
    open_end: bool


class Row(msgspec.Struct, frozen=True):
    """An office with its bands."""

    label: str
    y: int  # baseline of its label
    bands: tuple[Band, ...]


class Bands(msgspec.Struct, frozen=True):
    """The picture: rows of office above the ticks of the events."""

    height: int
    rows: tuple[Row, ...]
    years: tuple[tuple[int, str], ...]  # x and label of each line of the axis
    events: tuple[int, ...]  # x of each event
    axis: int  # y of the axis
    first: str  # year in which the axis begins
    last: str  # and ends


def bands(terms: Sequence[Tenure], events: Sequence[str], today: str) -> Bands | None:
    """Terms by row, in the order given, over the years of the events; None without a dated term or without an event.

    `events` are ISO dates of any precision; `today` ends the axis, and what is not known to have ended.
    """
    dated = [date for date in events if len(date) >= 4 and date[:4].isdigit() and date[:4] <= (today[:4] or date[:4])]
    known = [term for term in terms if term.start or term.end]
    if not (known and dated):
        return None
    first, last = int(min(dated)[:4]), int(max([*dated, today[:4]])[:4]) + 1
    by_row: dict[str, list[Tenure]] = {}
    for term in known:
        if _fraction(term.start or "0001", first, last) < 1 and _fraction(term.end or "9999", first, last) > 0:
            by_row.setdefault(term.row, []).append(term)
    if not by_row:
        return None
    rows = []
    for number, (label, held) in enumerate(by_row.items()):
        top = number * _ROW
        held.sort(key=lambda term: (term.start, term.end))
        rows.append(Row(label, top + 13, tuple(_band(term, top + 18, first, last, today) for term in held)))
    axis = len(rows) * _ROW + 12
    ticks = sorted({round(WIDTH * _fraction(date, first, last, middle=True)) for date in dated})
    step = max(1, (last - first + 11) // 12)
    years = tuple((round(WIDTH * (year - first) / (last - first)), str(year)) for year in range(first, last, step))
    return Bands(axis + _AXIS, tuple(rows), years, tuple(ticks), axis, str(first), str(last - 1))


def _band(term: Tenure, y: int, first: int, last: int, today: str) -> Band:
    """One term, cut to the axis."""
    begun = _fraction(term.start, first, last) if term.start else 0.0
    ended = _fraction(term.end, first, last, after=True) if term.end else _fraction(today, first, last, after=True)
    left, right = round(WIDTH * max(begun, 0)), round(WIDTH * min(max(ended, begun), 1))
    width = max(right - left, 3)
    fitting = int((width - 10) / LETTER)
    label = term.name if len(term.name) <= fitting else term.name[: fitting - 1] + "…" if fitting > 4 else ""
    title = ", ".join(part for part in (term.row, term.name, term.period) if part)
    return Band(left, y, width, label, title, not term.start or begun < 0, not term.end or ended > 1)


def _fraction(date: str, first: int, last: int, after: bool = False, middle: bool = False) -> float:
    """Where a date lies between the beginnings of two years; a month or year at its beginning, its end, or its middle."""
    year = int(date[:4])
    month = int(date[5:7]) if len(date) >= 7 and date[5:7].isdigit() else 0
    day = int(date[8:10]) if len(date) >= 10 and date[8:10].isdigit() else 0
    days = 366.0
    if month:
        known = datetime.date(year, month, day or 1).timetuple().tm_yday - 1
        spread = 1 if day else 30
    else:
        known, spread = 0, 366
    offset = known + (spread if after else spread / 2 if middle else 0)
    return (year + min(offset / days, 1) - first) / (last - first)
