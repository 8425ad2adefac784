"""Turns the relations of many parties into a picture: a ring of names with lines between, or a matrix where there are too many.

The places are computed, not found by simulation: names stand at equal heights on the two sides of a ring, those with much between
them near each other, so that no label covers another and the same relations always give the same picture.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import msgspec

from generator.render.charts.sides import Spot, beside, height_at, line_weight, shorten

MOST = 40  # parties of a ring; with more than these the lines cannot be followed
_MATRIX = 24  # parties of a matrix: as many as leave its cells 20 pixels wide
_STEP, _TOP = 26, 22
_HALF, _WAIST = 150, 104  # half the width of the ring at its middle and at its ends
_LONGEST = 25  # letters of a label beside the ring or the matrix
_LABELS, _CELL = 192, 20
_RANKS = {"structural": 3, "interaction": 2, "co-mention": 1}


class Strand(msgspec.Struct, frozen=True):
    """One relation as it is given; a pair may have several."""

    first: str
    second: str
    kind: str  # structural | interaction | co-mention
    count: int  # articles that name both in one sentence
    row: str  # id of its row in the table


class Knot(Spot, frozen=True):
    """One party as it is drawn."""

    number: int  # of its column in a matrix, from 1


class Thread(msgspec.Struct, frozen=True):
    """One pair as it is drawn, by what ties it most."""

    path: str  # SVG path data: a line of the ring, or the mark of a cell
    title: str  # both parties
    kind: str
    weight: str  # 1 to 4
    row: str


class Net(msgspec.Struct, frozen=True):
    """The picture of who stands with whom."""

    form: str  # ring | matrix
    height: int
    knots: tuple[Knot, ...]
    threads: tuple[Thread, ...]
    cells: str  # path data of the empty cells; a ring has none
    left_out: int  # parties that stand in the tables only


def net(strands: Sequence[Strand]) -> Net | None:
    """A ring of at most 40 parties, else a matrix of those with most between them; None for fewer than three parties."""
    pairs = _strongest(strands)
    strength = _strength(pairs)
    if len(strength) < 3:
        return None
    if len(strength) <= MOST:
        return _ring(_neighbourly(pairs, strength), pairs)
    shown = sorted(strength, key=lambda name: (-strength[name], name))[:_MATRIX]
    return _matrix(_neighbourly(pairs, {name: strength[name] for name in shown}), pairs, len(strength) - _MATRIX)


def _strongest(strands: Sequence[Strand]) -> dict[tuple[str, str], Strand]:
    """Each pair once: belonging before dealings before being named together, then the one with most articles."""
    found: dict[tuple[str, str], Strand] = {}
    for one in strands:
        pair = (min(one.first, one.second), max(one.first, one.second))
        known = found.get(pair)
        if known is None or (_RANKS[one.kind], one.count) > (_RANKS[known.kind], known.count):
            found[pair] = one
    return {pair: one for pair, one in found.items() if pair[0] != pair[1]}


def _strength(pairs: dict[tuple[str, str], Strand]) -> Counter[str]:
    """Of each party, the articles behind all that ties it."""
    strength = Counter[str]()
    for pair, one in pairs.items():
        for name in pair:
            strength[name] += max(one.count, 1)
    return strength


def _neighbourly(pairs: dict[tuple[str, str], Strand], strength: dict[str, int]) -> list[str]:
    """An order in which each party follows the one that it has most to do with, among those at the end of the row so far."""
    left = sorted(strength, key=lambda name: (-strength[name], name))
    order = [left.pop(0)]
    while left:
        pulls = Counter[str]()
        for distance, placed in enumerate(reversed(order[-4:])):
            for name in left:
                one = pairs.get((min(name, placed), max(name, placed)))
                if one is not None:
                    pulls[name] += _RANKS[one.kind] * (4 - distance)
        chosen = max(left, key=lambda name: (pulls[name], strength[name], -left.index(name)))
        left.remove(chosen)
        order.append(chosen)
    return order


def _ring(order: list[str], pairs: dict[tuple[str, str], Strand]) -> Net:
    """Names from the top downwards, right and left by turns, so that most lines cross the open middle."""
    right = (len(order) + 1) // 2
    height = 2 * _TOP + (right - 1) * _STEP
    knots = {}
    for number, name in enumerate(order):
        on_right = number % 2 == 0
        place, total = number // 2, right if on_right else len(order) - right
        y = height_at(place, total, height, _STEP)
        bow = math.sqrt(max(0.0, 1 - ((y - height / 2) / (height / 2)) ** 2))
        spot = beside(name, y, round(_WAIST + (_HALF - _WAIST) * bow), on_right, _LONGEST)
        knots[name] = Knot(*spot, number + 1)
    threads = [_thread(one, pair, _bend(knots[pair[0]], knots[pair[1]], height)) for pair, one in _weakest_first(pairs)]
    return Net("ring", height, tuple(knots.values()), tuple(threads), "", 0)


def _matrix(order: list[str], pairs: dict[tuple[str, str], Strand], left_out: int) -> Net:
    """The half below the diagonal: a row and a column for each party, columns by the numbers of the rows."""
    places = {name: number for number, name in enumerate(order)}
    knots = tuple(
        Knot(_LABELS + place * _CELL + _CELL // 2, _centre(place), _LABELS - 8, "end", *shorten(name, _LONGEST), place + 1)
        for name, place in places.items()
    )
    threads = []
    for pair, one in _weakest_first(pairs):
        if pair[0] in places and pair[1] in places:
            column, row = sorted((places[pair[0]], places[pair[1]]))
            threads.append(_thread(one, pair, _mark(knots[column].x, knots[row].y, one)))
    cells = "".join(f"M{_LABELS} {_TOP + row * _CELL}h{row * _CELL}v{_CELL}" for row in range(1, len(order)))
    cells += "".join(
        f"M{_LABELS + column * _CELL} {_TOP + len(order) * _CELL}V{_TOP + column * _CELL}" for column in range(len(order))
    )
    return Net("matrix", _TOP + len(order) * _CELL + 4, knots, tuple(threads), cells, left_out)


def _weakest_first(pairs: dict[tuple[str, str], Strand]) -> list[tuple[tuple[str, str], Strand]]:
    """What ties most is drawn last, above all others."""
    return sorted(pairs.items(), key=lambda item: (_RANKS[item[1].kind], item[1].count, item[0]))


def _thread(one: Strand, pair: tuple[str, str], path: str) -> Thread:
    return Thread(path, " – ".join(pair), one.kind, line_weight(one.count), one.row)


def _bend(start: Knot, end: Knot, height: int) -> str:
    """A straight line across the ring; between two of one side a bow that reaches further in the further they stand apart."""
    if start.anchor != end.anchor:
        return f"M{start.x} {start.y}L{end.x} {end.y}"
    reach = 24 + round(_HALF * abs(start.y - end.y) / height)
    x = min(start.x, end.x) - reach if start.anchor == "start" else max(start.x, end.x) + reach
    return f"M{start.x} {start.y}Q{x} {(start.y + end.y) // 2} {end.x} {end.y}"


def _mark(x: int, y: int, one: Strand) -> str:
    """Belonging fills its cell, dealings are a lozenge, being named together a dot that grows with the articles."""
    if one.kind == "structural":
        return f"M{x - 7} {y - 7}h14v14h-14z"
    if one.kind == "interaction":
        return f"M{x} {y - 8}l8 8l-8 8l-8 -8z"
    size = 1 + int(line_weight(one.count))
    return f"M{x - size} {y}a{size} {size} 0 1 0 {2 * size} 0a{size} {size} 0 1 0 {-2 * size} 0z"


def _centre(place: int) -> int:
    return _TOP + place * _CELL + _CELL // 2
