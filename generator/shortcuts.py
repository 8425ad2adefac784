"""Cases that need not even be put together: they are what they were in the last build of this process, or their keys are.

Of ten thousand articles an edit touches one. To gather what goes into each of the others, only to find that it is the same,
took a third of the build; a key over the few values that everything else is cut from, for some forty cases at once, tells it
in a small part of that. Keys are believed only together with the ingredients that were remembered when both were known, so they
can never outlive them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any
from zlib import crc32

from generator import trace
from generator.ingredients import Ingredient, Result, digest_of
from generator.keeping import Maps, is_same, renewed
from generator.memo import Memo
from generator.steps import Onward
from generator.trace import Slot, digest

_GROUPS = 256  # so that few cases stand beside one whose key changed; a note holds a digest for each group

Make = Callable[[str], Mapping[str, Any]]
Key = Callable[[list[str]], bytes]  # of some cases in their order; it tells everything that is theirs alone


def batch(
    memo: Memo,
    function: Callable[..., Any],
    make: Make,
    maps: Maps,
    given: tuple[Any, ...] = (),
    shared: Mapping[str, Any] | None = None,
    onward: Onward | None = None,
    key: Key | None = None,
) -> dict[str, Result[Any]]:
    """Results of `function` for every id of the first map; `make(id)` gives its ingredients.

    `make` looks at the id's entries in the maps and at what is given: where these are the objects of the last build, the
    result is the last one, too (see `Keeper.over`). In a process that has built nothing yet, keys spare it (`steps_by_key`).
    """
    name = f"batch {trace.name_of(function)}"
    shared = shared or {}
    given = (*given, *shared.values())
    kept = memo.keeper.find(name)
    if kept is not None and is_same(kept.given, given):
        ids = memo.keeper.changed(kept.maps, maps)
        fresh = memo.steps(function, {id: make(id) for id in ids}, shared, onward=onward)
        results = renewed(kept.value, maps[0], fresh)
        memo.touch(function, results)
    else:
        fresh = results = (
            memo.steps(function, {id: make(id) for id in maps[0]}, shared, onward=onward)
            if key is None
            else steps_by_key(memo, function, maps[0], make, key, shared, onward=onward)
        )
    _complain_again(memo, name, results, fresh)
    return memo.keeper.keep(name, given, maps, results)


def _complain_again(memo: Memo, name: str, results: Mapping[str, Result[Any]], told: Mapping[str, Result[Any]]) -> None:
    """The problems of results that nobody had to look for stand as before."""
    kept = memo.keeper.find(f"{name} troubled")
    troubled = [id for id in (kept.value if kept is not None else ()) if id in results and id not in told]
    for id in troubled:
        memo.complain(results[id].slot)
    troubled += [id for id, result in told.items() if result.slot.problems]
    memo.keeper.keep(f"{name} troubled", (), (), tuple(troubled))


def steps_by_key(
    memo: Memo,
    function: Callable[..., Any],
    ids: Collection[str],
    make: Make,
    key: Key,
    shared: Mapping[str, Any],
    still_good: Callable[[bytes], bool] | None = None,
    keep: Callable[[Any], Any] | None = None,
    onward: Onward | None = None,
) -> dict[str, Result[Any]]:
    """`Memo.steps`, where `make(id)` is asked for only if the key of the group that the id falls into is another than last time.

    Equal keys of the same ids must mean equal cases; they need not tell anything about what is shared.
    """
    name = f"keys of {trace.name_of(function)}"
    common = digest(b"".join(map(digest_of, shared.values())))
    groups = _grouped(ids)
    known = {} if memo.verifies else memo.recall(name, dict[int, bytes]) or {}
    slots = memo.slots(function)
    seals = {
        number: seal
        for number, group in groups.items()
        if number in known and known[number] == (seal := _seal(common, group, key, slots))
    }
    settled = [id for number in seals for id in groups[number] if still_good is None or still_good(memo.body(slots[id]))]
    sure = frozenset(settled)
    fresh = memo.steps(function, {id: make(id) for id in ids if id not in sure}, shared, still_good, keep, onward)
    if len(seals) < len(groups) or known.keys() != groups.keys():
        memo.remember(name, {number: seals.get(number) or _seal(common, group, key, slots) for number, group in groups.items()})
    results = {**fresh, **memo.results(function, settled)}
    return {id: results[id] for id in ids}


def _grouped(ids: Iterable[str]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = {}
    for id in ids:
        groups.setdefault(crc32(id.encode()) % _GROUPS, []).append(id)
    return groups


def _seal(common: bytes, group: list[str], key: Key, slots: Mapping[str, Slot]) -> bytes:
    """What stands for a group of cases: their ids and key, with the ingredients that are remembered; empty if some are not."""
    if not all(map(slots.__contains__, group)):
        return b""
    remembered = [slots[id].ingredients for id in group]
    return digest(b"\0\0".join([common + "\0".join(group).encode(), b"".join(remembered) + key(group)]))


def cut_from(*maps: Mapping[str, Ingredient]) -> Key:
    """A key of cases, as far as they are cut from what some maps hold for each id."""
    return lambda ids: b"".join([of[id].digest for of in maps for id in ids])
