"""Steps remembered by the digests of what they were given.

A step is a pure function of its ingredients. `Memo.steps` runs it only where an ingredient changed; everything else is the
remembered result, with the problems it had. This is a constructive trace with one slot per target (Mokhov, Mitchell and
Peyton Jones, "Build Systems a la Carte", 2018): the key is a digest of the code, the function's name and each ingredient's
digest, so a key can never disagree with what it stands for, and a result that came out the same stops the wave.
"""

from __future__ import annotations

import inspect
import typing
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from typing import Any

import msgspec

from generator import trace
from generator.ingredients import Known, Result, blob_of, digest_of
from generator.model import Record
from generator.problems import Problem
from generator.store import DamagedCacheError, Store
from generator.trace import Done, Slot, digest

_PROBLEMS = msgspec.msgpack.Decoder(tuple[Problem, ...])
_SLOT = msgspec.msgpack.Decoder(Slot)
_AT_HAND = 24_000_000  # bytes of payloads kept in memory during a build
_CHUNK = 2_000_000  # bytes of ingredients that are sent to a worker at once


class _Step:
    """What the memo knows of one step function."""

    def __init__(self, function: Callable[..., Any], code: bytes) -> None:
        hints = typing.get_type_hints(function)
        self.function = function
        self.name = f"{function.__module__.removeprefix('generator.')}.{function.__name__}"
        self.parameters = tuple(inspect.signature(function).parameters)
        self.result, _ = trace.result_type(hints["return"])
        is_record = isinstance(self.result, type) and issubclass(self.result, Record)
        self.fields = typing.get_type_hints(self.result) if is_record else {}
        self.salt = digest(code + self.name.encode())


class Memo:
    """Remembered steps over one cache file, for the length of one build."""

    def __init__(
        self,
        store: Store,
        code: bytes,
        executor: Executor | None = None,
        jobs: int = 1,
        verify: bool = False,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> None:
        """`executor` takes batches that are worth it; `verify` runs every step and reports results that differ."""
        self._store, self._code, self._executor, self._jobs, self._verify = store, code, executor, jobs, verify
        self._progress = progress or (lambda _name, _done, _total: None)
        self._steps: dict[str, _Step] = {}
        self._slots: dict[str, dict[str, Slot]] = {}
        self._touched: dict[str, set[str]] = {}
        self._bodies: OrderedDict[int, bytes] = OrderedDict()
        self._held = 0
        self.problems: list[Problem] = []
        self.ran: dict[str, list[str]] = {}
        self.reasons: list[str] = []
        self.unsound: list[str] = []

    def step(self, function: Callable[..., Any], id: str, /, **ingredients: Any) -> Result[Any]:
        """One step; see `steps`."""
        return self.steps(function, {id: ingredients})[id]

    def steps(
        self,
        function: Callable[..., Any],
        cases: Mapping[str, Mapping[str, Any]],
        shared: Mapping[str, Any] | None = None,
        still_good: Callable[[bytes], bool] | None = None,
        keep: Callable[[Any], Any] | None = None,
    ) -> dict[str, Result[Any]]:
        """Results of `function` for every case, id by id; only cases with a changed ingredient run.

        `shared` ingredients belong to every case. `keep` is applied to a result where it is made, and what it returns is
        remembered in its place (rendered files become their digests); `still_good` then tells whether a remembered
        payload still describes the disk.
        """
        step = self._step(function)
        slots = self._slots_of(step)
        shared = dict(shared or {})
        shared_digests = {name: Known(digest_of(value)) for name, value in shared.items()}
        touched = self._touched.setdefault(step.name, set())
        misses: dict[str, tuple[bytes, bytes]] = {}
        for id, ingredients in cases.items():
            given = {**ingredients, **shared_digests} if shared_digests else ingredients
            digests = b"".join([digest_of(given[name]) for name in step.parameters])
            key = digest(step.salt + digests)
            slot = slots.get(id)
            if slot is None or slot.key != key or self._verify or (still_good and not still_good(self.body(step, id))):
                misses[id] = (key, digests)
        touched.update(cases)
        if misses:
            self._run(step, cases, shared, misses, keep)
        results: dict[str, Result[Any]] = {}
        for id in cases:
            slot = slots[id]
            if slot.problems:
                self.problems.extend(_PROBLEMS.decode(slot.problems))
            results[id] = Result(self, step, id, slot)
        return results

    def body(self, step: _Step, id: str) -> bytes:
        """The payload of a slot, checked against its digest when it comes from the cache file."""
        slot = self._slots[step.name][id]
        if slot.small is not None:
            return slot.small
        found = self._bodies.get(slot.row)
        if found is None:
            found = self._store.body(slot.row)
            if digest(found) != slot.digest:
                message = f"{step.name} {id} does not match its digest"
                raise DamagedCacheError(message)
            self._hold(slot.row, found)
        return found

    def _hold(self, row: int, body: bytes) -> None:
        """Keep a payload at hand; the oldest ones go when they become too many."""
        self._held += len(body) - len(self._bodies.pop(row, b""))
        self._bodies[row] = body
        while self._held > _AT_HAND:
            self._held -= len(self._bodies.popitem(last=False)[1])

    def remember(self, name: str, value: Any) -> None:
        """Keep a value between builds, outside any step."""
        blob = msgspec.msgpack.encode(value)
        old = self._store.head("remembered", name)
        row = _SLOT.decode(old).row if old is not None else self._store.new_row()
        slot = Slot(b"", b"", digest(blob), b"", b"", None, row)
        self._store.put("remembered", [(name, msgspec.msgpack.encode(slot), row, blob)])

    def recall(self, name: str, type: Any) -> Any | None:
        """What `remember` kept, or None."""
        head = self._store.head("remembered", name)
        if head is None:
            return None
        slot = _SLOT.decode(head)
        blob = self._store.body(slot.row)
        if digest(blob) != slot.digest:
            raise DamagedCacheError(f"{name} does not match its digest")
        try:
            return msgspec.msgpack.decode(blob, type=type)
        except msgspec.DecodeError:
            return None  # kept by another version of brief

    def forget_untouched(self) -> None:
        """Drop every slot that the build now ending did not ask for."""
        for function in self._store.functions():
            kept = self._touched.get(function, set())
            slots = self._slots.get(function) or {id: _SLOT.decode(head) for id, head in self._store.heads(function).items()}
            gone = [(id, slot.row) for id, slot in slots.items() if id not in kept]
            if gone and function != "remembered":
                self._store.drop(function, gone)

    def commit(self) -> None:
        """Keep what was remembered, also when the build refuses to publish."""
        self._store.commit()

    def _step(self, function: Callable[..., Any]) -> _Step:
        name = f"{function.__module__}.{function.__name__}"
        if name not in self._steps:
            self._steps[name] = _Step(function, self._code)
        return self._steps[name]

    def _slots_of(self, step: _Step) -> dict[str, Slot]:
        if step.name not in self._slots:
            heads = self._store.heads(step.name)
            try:
                self._slots[step.name] = {id: _SLOT.decode(head) for id, head in heads.items()}
            except msgspec.DecodeError as error:
                raise DamagedCacheError(str(error)) from error
        return self._slots[step.name]

    def _run(
        self,
        step: _Step,
        cases: Mapping[str, Mapping[str, Any]],
        shared: Mapping[str, Any],
        misses: Mapping[str, tuple[bytes, bytes]],
        keep: Callable[[Any], Any] | None,
    ) -> None:
        """Run the missing cases, in this process or in the pool, and write their slots chunk by chunk."""
        common = {name: (digest_of(value), blob_of(value)) for name, value in shared.items()}
        chunks = self._chunks(cases, misses)
        done = trace.run(
            self._executor if len(misses) >= trace.WORTH_A_POOL else None, self._jobs, step.function, common, keep, chunks
        )
        slots = self._slots[step.name]
        self.ran.setdefault(step.name, []).extend(misses)
        finished = 0
        for chunk in done:
            finished += len(chunk)
            self._progress(step.name, finished, len(misses))
            rows: list[tuple[str, bytes, int, bytes | None]] = []
            for result in chunk:
                key, digests = misses[result.id]
                old = slots.get(result.id)
                self._note(step, result, old, key, digests)
                same = old is not None and old.digest == result.digest
                small = result.body if len(result.body) <= trace.SMALL else None
                row = 0 if small is not None else (old.row if old is not None else 0) or self._store.new_row()
                slots[result.id] = slot = Slot(key, digests, result.digest, result.parts, result.problems, small, row)
                if row and not same:
                    self._hold(row, result.body)
                rows.append((result.id, msgspec.msgpack.encode(slot), row, None if same or small is not None else result.body))
            self._store.put(step.name, rows)

    def _chunks(self, cases: Mapping[str, Mapping[str, Any]], misses: Mapping[str, Any]) -> Iterator[list[trace.Case]]:
        """The missing cases with their ingredients, in batches of bounded number and size."""
        most = max(16, min(256, len(misses) // (self._jobs * 8)))
        chunk: list[trace.Case] = []
        size = 0
        for id in misses:
            blobs = {name: blob_of(value) for name, value in cases[id].items()}
            chunk.append((id, blobs))
            size += sum(map(len, blobs.values()))
            if len(chunk) >= most or size > _CHUNK:
                yield chunk
                chunk, size = [], 0
        if chunk:
            yield chunk

    def _note(self, step: _Step, result: Done, old: Slot | None, key: bytes, digests: bytes) -> None:
        """Say why a step ran, and whether a repeated run disagrees with what was remembered."""
        if old is None:
            self.reasons.append(f"{step.name} {result.id}: new")
        elif old.key == key:
            if old.digest != result.digest:
                self.unsound.append(f"{step.name} {result.id}: the same ingredients gave another result")
        else:
            width = len(digest(b""))
            pairs = zip(step.parameters, range(0, len(digests), width), strict=True)
            changed = [name for name, at in pairs if old.ingredients[at : at + width] != digests[at : at + width]]
            self.reasons.append(f"{step.name} {result.id}: {', '.join(changed) or 'code'} changed")
