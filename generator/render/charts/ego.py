"""Turns a subject's relations into a picture of at most fifteen neighbours: a star whose every ray leads to its row.

The places are computed, not found by simulation: neighbours stand at equal heights on the two sides of an ellipse, so that no
label covers another, and the same relations always give the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

MOST = 15  # neighbours; more than these cannot be told apart at a glance
WIDTH = 672
_REACH, _STEP, _TOP = 148, 46, 34
_LONGEST = 27  # letters of a label that fit beside the ellipse


class Neighbour(msgspec.Struct, frozen=True):
    """One relation as it is given: the strongest that ties this neighbour."""

    name: str
    kind: str  # structural | interaction | co-mention
    count: int  # articles that name both
    row: str  # id of its row in the table


class Ray(msgspec.Struct, frozen=True):
    """One neighbour as it is drawn."""

    x: int
    y: int
    text_x: int
    anchor: str  # of the text: start | end
    name: str  # shortened
    title: str  # the whole name; empty where it is not shortened
    kind: str
    weight: str  # 1 to 4: width of the line
    row: str


class Ego(msgspec.Struct, frozen=True):
    """The picture; the subject stands in its middle."""

    height: int
    x: int
    y: int
    rays: tuple[Ray, ...]
    left_out: int  # neighbours that stand in the table only


def ego_graph(neighbours: Sequence[Neighbour]) -> Ego | None:
    """The first fifteen neighbours, in the order given, from the top clockwise; None for fewer than three."""
    shown = neighbours[:MOST]
    if len(shown) < 3:
        return None
    right = (len(shown) + 1) // 2
    height = 2 * _TOP + (right - 1) * _STEP
    centre_y = height // 2
    rays = []
    for number, one in enumerate(shown):
        on_right = number < right
        place = number if on_right else len(shown) - 1 - number
        y = _height(place, right if on_right else len(shown) - right, height)
        bow = math.sqrt(max(0.0, 1 - ((y - centre_y) / (height / 2 - _TOP / 3)) ** 2))
        reach = round(_REACH * (0.45 + 0.55 * bow))
        x = WIDTH // 2 + (reach if on_right else -reach)
        rays.append(
            Ray(
                x,
                y,
                x + (10 if on_right else -10),
                "start" if on_right else "end",
                _short(one.name),
                one.name if len(one.name) > _LONGEST else "",
                one.kind,
                line_weight(one.count),
                one.row,
            )
        )
    return Ego(height, WIDTH // 2, centre_y, tuple(rays), len(neighbours) - len(shown))


def _height(place: int, total: int, height: int) -> int:
    """Height of one of several neighbours on a side, at equal distances, the whole centred."""
    return round(height / 2 + (place - (total - 1) / 2) * _STEP)


def line_weight(count: int) -> str:
    """Width of a line, in four steps of doubling."""
    return str(min(4, 1 + max(count, 1).bit_length() // 2))


def _short(name: str) -> str:
    """A name that fits beside the ellipse; the whole name is in the picture's title and in the table."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
