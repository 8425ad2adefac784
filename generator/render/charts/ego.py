"""Turns a subject's relations into a picture of at most fifteen neighbours: a star whose every ray leads to its row.

The places are computed, not found by simulation: neighbours stand at equal heights on the two sides of an ellipse, so that no
label covers another, and the same relations always give the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from generator.render.charts.sides import WIDTH, Spot, beside, height_at, line_weight

MOST = 15  # neighbours; more than these cannot be told apart at a glance
_REACH, _STEP, _TOP = 148, 46, 34
_LONGEST = 27  # letters of a label that fit beside the ellipse


class Neighbour(msgspec.Struct, frozen=True):
    """One relation as it is given: the strongest that ties this neighbour."""

    name: str
    kind: str  # structural | interaction | co-mention
    count: int  # articles that name both in one sentence
    row: str  # id of its row in the table


class Ray(Spot, frozen=True):
    """One neighbour as it is drawn."""

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
        y = height_at(place, right if on_right else len(shown) - right, height, _STEP)
        bow = math.sqrt(max(0.0, 1 - ((y - centre_y) / (height / 2 - _TOP / 3)) ** 2))
        spot = beside(one.name, y, round(_REACH * (0.45 + 0.55 * bow)), on_right, _LONGEST)
        rays.append(Ray(*spot, one.kind, line_weight(one.count), one.row))
    return Ego(height, WIDTH // 2, centre_y, tuple(rays), len(neighbours) - len(shown))
