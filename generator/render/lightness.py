"""Makes a subject's page so that it stays light; one rule: it gives up comforts, never a line, a cite or a source."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from generator.model import File
from generator.problems import Problem

# Bytes of HTML. A page with its style sheet and script is to weigh 80,000 at most; the two files of the theme desk take 25,000 of
# them (2026-11). What the articles tell is kept to its share before (`choose_bounds`). How long the desk's own lines are, which
# stand on the page whole, is known here alone.
MOST = 54_500

_Made = tuple[tuple[File, ...], tuple[Problem, ...]]


class Comforts(msgspec.Struct, frozen=True):
    """What a page can do without: all of it stands on the page a second time."""

    carrying: int = (
        3  # lines that carry one passage for hover and focus; the list of sources holds it, and the script finds it there
    )
    drawn: bool = True  # pictures of offices and neighbours; their rows stand in lists and tables


_FEWER = (Comforts(1), Comforts(0), Comforts(0, drawn=False))


def make_light(make: Callable[[Comforts], _Made], most: int = MOST) -> _Made:
    """The page with all comforts that it has room for within `most` bytes; one that has too many lines for it, without any."""
    made = make(Comforts())
    for comforts in _FEWER:
        if sum(len(file.content) for file in made[0]) <= most:
            break
        made = make(comforts)
    return made
