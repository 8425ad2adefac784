"""What one process need not do twice: values kept with the very objects that they were made of.

Where builds follow each other in one process, what did not change comes back as the same object. To find the few entries that
are other objects among ten thousand takes a millisecond; to go through a step's ingredients for all of them takes a hundred.
A build that stands alone keeps nothing here and makes everything once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import compress, repeat
from operator import is_not
from typing import Any, TypeVar

T = TypeVar("T")
_PLAIN = (str, bytes, int, bool, type(None))
_NOTHING: Any = object()

Maps = tuple[Mapping[str, Any], ...]


class Kept:
    """A value with what it was made of."""

    __slots__ = ("given", "maps", "value")

    def __init__(self, given: tuple[Any, ...], maps: Maps, value: Any) -> None:
        """`maps` by id, `given` as a whole."""
        self.given, self.maps, self.value = given, maps, value


class Keeper:
    """Values by name, kept from build to build."""

    def __init__(self, lasting: bool) -> None:
        """Without `lasting` nothing is kept."""
        self._lasting = lasting
        self._kept: dict[str, Kept] = {}
        self._compared: dict[
            tuple[int, int], tuple[Mapping[str, Any], Mapping[str, Any], list[str]]
        ] = {}  # by the maps' identity

    def find(self, name: str) -> Kept | None:
        """What was kept under a name."""
        return self._kept.get(name)

    def keep(self, name: str, given: tuple[Any, ...], maps: Maps, value: T) -> T:
        """Keep a value for the next build."""
        if self._lasting:
            self._kept[name] = Kept(given, maps, value)
        return value

    def same(self, name: str, make: Callable[[], T], *given: Any) -> T:
        """What `make` gives; the value of last time if everything given is the same. `make` looks at nothing else."""
        kept = self._kept.get(name)
        if kept is not None and is_same(kept.given, given):
            value: T = kept.value
            return value
        return self.keep(name, given, (), make())

    def steady(self, name: str, value: T) -> T:
        """A value, as the same object as last time if it is equal."""
        kept = self._kept.get(name)
        return self.keep(name, (), (), kept.value if kept is not None and kept.value == value else value)

    def over(self, name: str, make: Callable[[str], T], maps: Maps, *given: Any) -> dict[str, T]:
        """`make(id)` for every id of the first map, in its order.

        It is called again where an entry of a map is another object than last time, and for all where something given is.
        `make` looks at the id's entries in the maps and at what is given, and at nothing else.
        """
        kept = self._kept.get(name)
        if kept is None or not is_same(kept.given, given):
            return self.keep(name, given, maps, {id: make(id) for id in maps[0]})
        ids = self.changed(kept.maps, maps)
        old: dict[str, T] = kept.value
        value = renewed(old, maps[0], {id: _equal(old.get(id, _NOTHING), make(id)) for id in ids})
        return self.keep(name, given, maps, value)

    def changed(self, old: Maps, new: Maps) -> list[str]:
        """Ids of the first map for which some map holds another object than before, or none any more."""
        found: dict[str, None] = {}
        for before, now in zip(old, new, strict=True):
            if before is not now:
                found.update(dict.fromkeys(self._differing(before, now)))
        return [id for id in found if id in new[0]]

    def _differing(self, before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
        """Ids whose objects are not the same in both; many steps look at the same maps, which are compared once."""
        pair = id(before), id(now)
        if pair not in self._compared:
            self._compared[pair] = before, now, _differing(before, now)
        return self._compared[pair][2]

    def settle(self) -> None:
        """Let go of what was compared: the build is over."""
        self._compared.clear()


def is_same(old: tuple[Any, ...], new: tuple[Any, ...]) -> bool:
    """Whether all are the same objects, or equal plain values."""
    return len(old) == len(new) and all(
        one is other or (type(one) is type(other) and isinstance(one, _PLAIN) and one == other)
        for one, other in zip(old, new, strict=True)
    )


def _differing(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Ids whose objects are not the same in both. For ten thousand of them, so without a line of Python for each."""
    if same_order(before, now):
        return list(compress(now, map(is_not, now.values(), before.values())))
    other = list(compress(now, map(is_not, now.values(), map(before.get, now, repeat(_NOTHING)))))
    gone = before.keys() - now.keys()
    return other + [id for id in before if id in gone] if gone else other


def renewed(old: dict[str, T], order: Mapping[str, Any], fresh: Mapping[str, T]) -> dict[str, T]:
    """The old values with some fresh ones, in the order of `order`; the very same dict if nothing is another object."""
    news = {id: one for id, one in fresh.items() if old.get(id, _NOTHING) is not one}
    if same_order(old, order):
        return {**old, **news} if news else old
    known = {**old, **news}
    return dict(zip(order, map(known.__getitem__, order), strict=True))


def same_order(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both have the same ids in the same order."""
    return list(one) == list(other)


def _equal(old: T, new: T) -> T:
    """The old object where the new one equals it."""
    return old if type(old) is type(new) and old == new else new
