"""What the steps of one edit read again and again: decoded once, and the same objects from edit to edit.

A country of five thousand articles is briefed anew when one of them changes. To decode what the others contribute would take a
third of that time.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from generator.ingredients import Stored, slots_of
from generator.shelves import Shelves

_AT_HAND = 24_000_000  # bytes that the values were decoded from, and for each
_EACH = 800  # as many as an object of Python takes however little it says
_MANY = 1_000  # items from which on a tuple's are kept: to decode fewer takes ten milliseconds at most

Decode = Callable[[bytes], Any]


class Decoded:
    """Decoded items of long tuples, by the object that stands for each.

    One that its tuple no longer holds goes at once, those read longest ago when they become too many.
    """

    def __init__(self, shelves: Shelves) -> None:
        """`shelves`: where the items' bytes lie."""
        self._shelves = shelves
        self._values: OrderedDict[Stored[Any], tuple[Any, int]] = OrderedDict()
        self._given: dict[str, tuple[Stored[Any], ...]] = {}
        self._held = 0

    def items(self, name: str, given: tuple[Stored[Any], ...], decode: Decode) -> tuple[Any, ...]:
        """The value of each item of the tuple that is given under a name; one item is always decoded in one way."""
        known = self._values
        self._drop(name, set(given))
        self._given[name] = given
        fresh = [item for item in given if item not in known]
        self._shelves.fetch(slot for item in fresh for slot in slots_of(item))
        for item in fresh:
            blob = item.blob()
            size = len(blob) + _EACH
            known[item] = decode(blob), size
            self._held += size
        values = tuple([known[item][0] for item in given])
        for item in given:
            known.move_to_end(item)
        while self._held > _AT_HAND:
            self._held -= known.popitem(last=False)[1][1]
        return values

    def _drop(self, name: str, still: set[Stored[Any]]) -> None:
        for item in self._given.get(name, ()):
            if item not in still:
                self._held -= self._values.pop(item, (None, 0))[1]


def is_kept(value: Any) -> bool:
    """Whether an ingredient is a tuple of so many remembered values that they are worth the room."""
    return isinstance(value, tuple) and len(value) >= _MANY and isinstance(value[0], Stored)
