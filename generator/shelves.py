"""The slots of a build: loaded from the cache file function by function, their payloads at hand, written back at the end."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping

import msgspec

from generator import trace
from generator.store import DamagedCacheError, Store, shelf_of
from generator.trace import Done, Slot, digest

_AT_HAND = 40_000_000  # bytes of payloads kept in memory during a build
OTHER_CODE = b"other code"  # stands for the ingredients of a slot that another version of brief filled


class _Shelf(msgspec.Struct, frozen=True, array_like=True):
    """Slots as they are stored: those of one function whose ids fall together."""

    code: bytes
    slots: dict[str, Slot]


_SHELF = msgspec.msgpack.Decoder(_Shelf)


class Shelves:
    """Everything that is remembered of steps, for the length of one build."""

    def __init__(self, store: Store, code: bytes, lasting: bool = False) -> None:
        """`code`: digest of the program; `lasting`: a replaced payload stays readable until `release`."""
        self._store, self._code, self._lasting = store, code, lasting
        self._replaced: list[int] = []
        self._slots: dict[str, dict[str, Slot]] = {}
        self._changed: dict[str, set[int]] = {}  # function -> shelves to write
        self._bodies: OrderedDict[int, bytes] = OrderedDict()
        self._held = 0
        self._own: set[int] = set()  # payloads that this build wrote

    def slots(self, function: str) -> dict[str, Slot]:
        """The slots of a function by id; those of other code keep their results, to tell whether new ones differ."""
        if function not in self._slots:
            self._slots[function] = self._load(function)
        return self._slots[function]

    def _load(self, function: str) -> dict[str, Slot]:
        slots: dict[str, Slot] = {}
        code = self._code_of(function)
        for stored in self._store.shelves(function):
            try:
                shelf = _SHELF.decode(stored)
            except msgspec.DecodeError as error:
                raise DamagedCacheError(str(error)) from error
            same = shelf.code == code
            slots.update(shelf.slots if same else {id: _outdated(slot) for id, slot in shelf.slots.items()})
        return slots

    def _code_of(self, function: str) -> bytes:
        return digest(self._code + function.encode())

    def body(self, slot: Slot) -> bytes:
        """The payload of a slot."""
        if slot.small is not None:
            return slot.small
        if slot.row not in self._bodies:
            self.fetch([slot])
        return self._bodies[slot.row]

    def fetch(self, slots: Iterable[Slot]) -> None:
        """Have payloads at hand, checked against their digests where they come from the cache file."""
        wanted = {slot.row: slot for slot in slots if slot.row and slot.row not in self._bodies}
        for row, body in self._store.bodies(wanted).items():
            if row not in self._own and digest(body) != wanted[row].digest:
                message = f"payload {row} does not match its digest"
                raise DamagedCacheError(message)
            self._hold(row, body)

    def _hold(self, row: int, body: bytes) -> None:
        """Keep a payload at hand; the oldest ones go when they become too many."""
        self._held += len(body) - len(self._bodies.pop(row, b""))
        self._bodies[row] = body
        while self._held > _AT_HAND and len(self._bodies) > 1:
            self._held -= len(self._bodies.popitem(last=False)[1])

    def fill(self, function: str, done: Iterable[tuple[Done, bytes]]) -> None:
        """Fill the slots of executed cases, each with the digests of its ingredients, and write their payloads."""
        slots = self.slots(function)
        changed = self._changed.setdefault(function, set())
        bodies: list[tuple[int, bytes]] = []
        dropped: list[int] = []
        for result, digests in done:
            old = slots.get(result.id)
            small = result.body if len(result.body) <= trace.SMALL else None
            row = 0 if small is not None else self._row(old, result)
            slots[result.id] = Slot(digests, result.digest, result.parts, result.problems, small, row)
            changed.add(shelf_of(result.id))
            if row and (old is None or old.digest != result.digest):
                self._hold(row, result.body)
                self._own.add(row)
                bodies.append((row, result.body))
            if old is not None and old.row and old.row != row:
                dropped.append(old.row)
        self._store.put_bodies(bodies)
        self._drop(dropped)

    def restamp(self, function: str, was: Mapping[str, bytes], now: Mapping[str, bytes]) -> None:
        """Have the slots that hold what came of some ingredients hold it of others; digests by id."""
        slots, changed = self.slots(function), self._changed.setdefault(function, set())
        for id, digests in was.items():
            if id in slots and slots[id].ingredients == digests:
                # The very same slot: whoever was handed its result need not look at it again.
                msgspec.structs.force_setattr(slots[id], "ingredients", now[id])
                changed.add(shelf_of(id))

    def _row(self, old: Slot | None, result: Done) -> int:
        """Where the payload of a result goes."""
        if old is None or not old.row or (self._lasting and old.digest != result.digest):
            return self._store.new_row()
        return old.row

    def _drop(self, rows: list[int]) -> None:
        if self._lasting:
            self._replaced += rows
        else:
            self._store.drop_bodies(rows)

    def release(self) -> None:
        """Forget every payload that was replaced."""
        self._store.drop_bodies(self._replaced)
        for row in self._replaced:
            self._held -= len(self._bodies.pop(row, b""))
        self._own.difference_update(self._replaced)
        self._replaced.clear()

    def forget(self, kept: Mapping[str, Collection[str]]) -> None:
        """Drop every slot but these, by function."""
        for function in self._store.functions():
            slots = self.slots(function)
            asked = kept.get(function, ())
            gone = [id for id in slots if id not in asked] if len(asked) < len(slots) else []
            self._drop([slots[id].row for id in gone if slots[id].row])
            for id in gone:
                del slots[id]
            self._changed.setdefault(function, set()).update(map(shelf_of, gone))

    def commit(self) -> None:
        """Write every shelf that changed."""
        for function, numbers in self._changed.items():
            shelves: dict[int, dict[str, Slot]] = {number: {} for number in sorted(numbers)}
            for id, slot in self._slots[function].items():
                if shelves and (number := shelf_of(id)) in shelves:
                    shelves[number][id] = slot
            code = self._code_of(function)
            blobs = ((number, msgspec.msgpack.encode(_Shelf(code, slots)) if slots else b"") for number, slots in shelves.items())
            self._store.put_shelves(function, blobs)
        self._changed.clear()
        self._store.commit()


def _outdated(slot: Slot) -> Slot:
    return msgspec.structs.replace(slot, ingredients=OTHER_CODE)
