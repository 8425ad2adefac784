"""Turns counts by month into pictures of coverage: one bar a month, or a year where months would be too many; sparklines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

MOST_BARS = 120  # more months than these are counted by year: a bar stays at least two pixels wide on a phone
HEIGHT = 100  # of the tallest bar; a bar's slot is ten units wide
_SLOT, _WIDTH = 10, 7
_SPARKS = 24


class Coverage(msgspec.Struct, frozen=True):
    """Bars as one path, with the rows that they were drawn from."""

    path: str  # SVG path data
    width: int  # of the picture in units; its height is HEIGHT
    first: str  # period of the first bar: ISO month, or year
    last: str
    most: int  # count of the tallest bar
    peak: str  # its period, the earliest of equals
    total: int
    rows: tuple[tuple[str, int], ...]  # period and count, without the empty ones, in order of time


def coverage(counted: Iterable[tuple[str, int]], since: str = "", until: str = "") -> Coverage | None:
    """ISO months and their counts as bars; None where there are none.

    `since` and `until`, ISO dates or empty, widen the axis, so that several pictures can share one.
    """
    months = Counter(dict(counted))
    if not months:
        return None
    first, last = min([*months, since[:7] or "9999"]), max([*months, until[:7]])
    counts = months
    if _months_between(first, last) >= MOST_BARS:
        counts, first, last = Counter(), first[:4], last[:4]
        for month, count in months.items():
            counts[month[:4]] += count
    most = max(counts.values())
    peak = min(period for period, count in counts.items() if count == most)
    rows = tuple(sorted(counts.items()))
    path = "".join(_bar(_slot(first, period), count, most) for period, count in rows)
    width = (_slot(first, last) + 1) * _SLOT
    return Coverage(path, width, first, last, most, peak, sum(counts.values()), rows)


def spark(counted: Sequence[tuple[str, int]], first: str, last: str) -> str:
    """Counts by ISO month as the path of a sparkline between two months: 24 bars at most, 96 units wide and 16 high."""
    if not counted:
        return ""
    span = max(_months_between(first, last) + 1, _SPARKS)
    bars = Counter[int]()
    for month, count in counted:
        bars[_months_between(first, month) * _SPARKS // span] += count
    most = max(bars.values(), default=1)
    heights = ((slot, max(round(16 * count / most), 2)) for slot, count in sorted(bars.items()))
    return "".join(f"M{slot * 4} 16v-{height}h3v{height}z" for slot, height in heights)


def _bar(slot: int, count: int, most: int) -> str:
    """One bar from the base line upwards; the smallest is still seen."""
    height = max(round(HEIGHT * count / most), 4)
    return f"M{slot * _SLOT + 1} {HEIGHT}v-{height}h{_WIDTH}v{height}z"


def _slot(first: str, period: str) -> int:
    """Number of a period on the axis that begins with `first`; both are months, or both years."""
    return _months_between(first, period) if len(first) == 7 else int(period) - int(first)


def _months_between(first: str, last: str) -> int:
    """Months from one ISO month to a later one."""
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])
