"""Long lists into pages: what stands on each, and how a page leads to the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from generator.render.urls import Href, Root

T = TypeVar("T")


class Stretch(msgspec.Struct, frozen=True):
    """A page of a list that has several."""

    name: str  # its number
    href: Href
    here: bool
    years: str  # of its newest and its oldest line; empty: undated


def cut(entries: Sequence[T], length: int) -> list[Sequence[T]]:
    """What stands on each page of a long list; one page where there is nothing."""
    return [entries[start : start + length] for start in range(0, max(len(entries), 1), length)]


def stretches(paths: Sequence[str], years: Sequence[str], here: str, root: Root) -> tuple[Stretch, ...]:
    """The pages of a list, as the one at path `here` leads to them; none where one page holds all."""
    pages = enumerate(zip(paths, years, strict=True), 1)
    found = tuple(Stretch(str(number), root.to(path), path == here, span) for number, (path, span) in pages)
    return found if len(found) > 1 else ()


def span_of_years(dates: Iterable[str]) -> str:
    """From the year of the first date to that of the last; empty without any."""
    found = [date[:4] for date in dates if date]
    return "–".join(dict.fromkeys((found[0], found[-1]))) if found else ""
