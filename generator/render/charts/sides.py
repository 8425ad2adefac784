"""Places names on the two sides of a picture, with what of them fits, and gives lines their weights."""

from __future__ import annotations

import msgspec

WIDTH = 672
_GAP = 10  # between a name and where its line ends


class Spot(msgspec.Struct, frozen=True):
    """Where one name stands."""

    x: int
    y: int
    text_x: int
    anchor: str  # of the text: start | end
    name: str  # shortened
    title: str  # the whole name; empty where it is not shortened


def beside(name: str, y: int, reach: int, on_right: bool, longest: int) -> tuple[int, int, int, str, str, str]:
    """The fields of the spot of a name right or left of the middle, `reach` pixels from it."""
    x = WIDTH // 2 + (reach if on_right else -reach)
    return x, y, x + (_GAP if on_right else -_GAP), "start" if on_right else "end", *shorten(name, longest)


def height_at(place: int, total: int, height: int, step: int) -> int:
    """Height of one of several names on a side, at equal distances, the whole centred."""
    return round(height / 2 + (place - (total - 1) / 2) * step)


def shorten(name: str, longest: int) -> tuple[str, str]:
    """A name that fits, and the whole of it where it does not."""
    return (name, "") if len(name) <= longest else (name[: longest - 1].rstrip() + "…", name)


def line_weight(count: int) -> str:
    """Width of a line, in four steps of doubling."""
    return str(min(4, 1 + max(count, 1).bit_length() // 2))
