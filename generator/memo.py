"""Steps remembered by the digests of what they were given.

A step is a pure function of its ingredients. `Memo.steps` runs it only where an ingredient changed; everything else is the
remembered result, with the problems it had. This is a constructive trace with one slot per target (Mokhov, Mitchell and
Peyton Jones, "Build Systems a la Carte", 2018): a slot holds the digests of the ingredients and stands on a shelf that names
the code, so it can never disagree with what it stands for, and a result that came out the same stops the wave.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

import msgspec

from generator import trace, trail
from generator.decoded import Decoded
from generator.ingredients import DIGESTED, Known, Result, digest_of
from generator.keeping import Keeper, is_same
from generator.problems import Problem
from generator.sending import batches, common_of, nearby
from generator.shelves import Shelves
from generator.steps import Later, Onward, Step, why
from generator.store import Store
from generator.trace import Done, Slot
from generator.workers import Workers

T = TypeVar("T")
_PROBLEMS = msgspec.msgpack.Decoder(tuple[Problem, ...])


class Memo:
    """Remembered steps over one cache file, for one build or for many in turn."""

    def __init__(
        self,
        store: Store,
        code: bytes,
        executor: Workers | None = None,
        jobs: int = 1,
        verify: bool = False,
        progress: Callable[[str, int, int], None] | None = None,
        heed: Callable[[], None] | None = None,
        lasting: bool = False,
    ) -> None:
        """`executor` takes batches that are worth it; `verify` runs every step and reports results that differ.

        `progress` hears a step's name, how many of its cases ran, and of how many. `heed` is called every so often while
        cases run; what it raises ends the build. `lasting`: many builds follow each other; the same results come back as the
        same objects, and old ones stay readable until `release`.
        """
        self._store, self._jobs, self.verifies = store, jobs, verify
        self._progress, self._heed = progress or (lambda _name, _done, _total: None), heed or (lambda: None)
        self._steps: dict[str, Step] = {}
        self._shelves = Shelves(store, code, lasting)
        self._results: dict[str, dict[str, Result[Any]]] | None = {} if lasting else None
        self._decoded = Decoded(self._shelves) if lasting else None
        self.keeper = Keeper(lasting)
        self.begin(executor)

    def begin(self, executor: Workers | None = None) -> None:
        """Begin a build: nothing was asked for yet, everything is remembered."""
        self._executor = executor
        self._later: deque[Later[Any]] = deque()
        self._touched: dict[str, set[str]] = {}
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
        onward: Onward | None = None,
    ) -> dict[str, Result[Any]]:
        """Results of `function` for every case, id by id; only cases with a changed ingredient run.

        `shared` ingredients belong to every case. `keep` is applied to a result where it is made, and what it returns is
        remembered in its place (rendered files become their digests); `still_good` then tells whether a remembered
        payload still describes the disk. `onward`: where many cases run, they go through later steps in the same trip.
        """
        step = self._step(function)
        slots = self._shelves.slots(step.name)
        shared = dict(shared or {})
        misses: dict[str, bytes] = {}
        for id, digests in self._digests(step, cases, shared):
            slot = slots.get(id)
            if (
                slot is None
                or slot.ingredients != digests
                or self.verifies
                or (still_good is not None and not still_good(self.body(slot)))
            ):
                misses[id] = digests
        self._touched.setdefault(step.name, set()).update(cases)
        if onward is not None and len(misses) >= trace.WORTH_A_POOL and not self.verifies:
            self._travel(step, cases, misses, onward)
        elif misses:
            self._run(step, cases, shared, misses, keep)
        return self._collect(step, cases, slots)

    def _collect(self, step: Step, cases: Iterable[str], slots: Mapping[str, Slot]) -> dict[str, Result[Any]]:
        """The results of cases that are all remembered, with their problems."""
        seen = {} if self._results is None else self._results.setdefault(step.name, {})
        results: dict[str, Result[Any]] = {}
        for id in cases:
            self.complain(slot := slots[id])
            known = seen.get(id)
            results[id] = known if known is not None and known.slot is slot else Result(self, step, slot)
        if self._results is not None:
            seen.update(results)
        return results

    def once(self, function: Callable[..., Any], make: Callable[[], Mapping[str, Any]], *given: Any) -> Result[Any]:
        """The one result of a step over everything; `make` gives its ingredients and looks at what is given and nothing else."""
        name = f"once {trace.name_of(function)}"
        kept = self.keeper.find(name)
        if kept is None or not is_same(kept.given, given):
            return self.keeper.keep(name, given, (), self.step(function, "all", **make()))
        result: Result[Any] = kept.value
        self.touch(function, ("all",))
        self.complain(result.slot)
        return result

    def meanwhile(self, later: Later[T]) -> Later[T]:
        """Have a value made that is asked for later, where this process would only wait for others in the meantime."""
        self._later.append(later)
        return later

    def _use_time(self) -> bool:
        """Make one value that is asked for later; false where there is none."""
        self._heed()
        if self._later:
            self._later.popleft()()
            return True
        return False

    def complain(self, slot: Slot) -> None:
        """Report the problems that a remembered case had."""
        if slot.problems:
            self.problems.extend(_PROBLEMS.decode(slot.problems))

    def touch(self, function: Callable[..., Any], ids: Iterable[str]) -> None:
        """Cases that this build has use for, though it does not ask for them."""
        self._touched.setdefault(trace.name_of(function), set()).update(ids)

    def slots(self, function: Callable[..., Any]) -> Mapping[str, Slot]:
        """What is remembered of a step, by case."""
        return self._shelves.slots(self._step(function).name)

    def results(self, function: Callable[..., Any], ids: Collection[str]) -> dict[str, Result[Any]]:
        """The results of cases that are all remembered, for whoever knows that none of them changed."""
        step = self._step(function)
        self.touch(function, ids)
        return self._collect(step, ids, self._shelves.slots(step.name))

    def restamp(
        self, function: Callable[..., Any], cases: Mapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any]
    ) -> None:
        """Take the results of cases with `old` shared ingredients for those with `new` ones, which are known to be the same."""
        step = self._step(function)
        self._shelves.restamp(step.name, *(dict(self._digests(step, cases, shared)) for shared in (old, new)))

    def body(self, slot: Slot) -> bytes:
        """The payload of a slot."""
        return self._shelves.body(slot)

    def remember(self, name: str, value: Any) -> None:
        """Keep a value between builds, outside any step."""
        self._store.put_note(name, value)

    def recall(self, name: str, type: Any) -> Any | None:
        """What `remember` kept, or None."""
        return self._store.note(name, type)

    def forget_untouched(self) -> None:
        """Drop every slot that the build now ending did not ask for."""
        self._shelves.forget(self._touched)
        for name, seen in (self._results or {}).items():
            slots = self._shelves.slots(name)
            for id in [id for id in seen if id not in slots] if len(seen) > len(slots) else []:
                del seen[id]

    def release(self) -> None:
        """Let go of results that a later build replaced."""
        self._shelves.release()
        self.keeper.settle()

    def commit(self) -> None:
        """Keep what was remembered, also when the build refuses to publish."""
        self._shelves.commit()

    def _step(self, function: Callable[..., Any]) -> Step:
        if (name := trace.name_of(function)) not in self._steps:
            self._steps[name] = Step(function)
        return self._steps[name]

    def _digests(
        self, step: Step, cases: Mapping[str, Mapping[str, Any]], shared: Mapping[str, Any]
    ) -> Iterator[tuple[str, bytes]]:
        """Id and ingredients' digests of each case."""
        known = {name: Known(digest_of(value)) for name, value in shared.items()}
        for id, ingredients in cases.items():
            given = {**ingredients, **known} if known else ingredients
            found: list[Any] = [given[name] for name in step.parameters]
            # Most are known by their digest: to call nothing for them makes this twice as fast.
            yield id, b"".join([one.digest if type(one) in DIGESTED else digest_of(one) for one in found])

    def _run(
        self,
        step: Step,
        cases: Mapping[str, Mapping[str, Any]],
        shared: Mapping[str, Any],
        misses: Mapping[str, bytes],
        keep: Callable[[Any], Any] | None,
    ) -> None:
        """Run the missing cases, in this process or in the pool, and record them chunk by chunk."""
        call = partial(trace.run_chunk, step.function, common_of(shared), keep)
        missing = {id: cases[id] for id in misses}
        loads = nearby(step.function, self._shelves, missing, self._decoded) or batches(self._shelves, missing, self._jobs)
        executor, loads = trace.choose_executor(self._executor, loads, len(misses))
        finished = 0
        for chunk in trace.run(executor, self._jobs, call, loads, list[Done], self._use_time):
            self._heed()
            finished += len(chunk)
            self._progress(step.name, finished, len(misses))
            self._record(step, [(done, misses[done.id]) for done in chunk])

    def _travel(self, first: Step, cases: Mapping[str, Mapping[str, Any]], misses: Mapping[str, bytes], onward: Onward) -> None:
        """Run the missing cases of a first step and, in the same trip, the steps that will be asked for next.

        That only saves time: whoever asks for a later step finds its slot if the ingredients are the same, and runs the
        step if they are not.
        """
        steps = [first, *map(self._step, onward.steps)]
        call = partial(trail.run_journey, first.function, onward.journey, common_of(onward.shared))
        loads = batches(self._shelves, {id: cases[id] for id in misses}, self._jobs)
        departures = ([(id, blobs, misses[id]) for id, blobs in chunk] for chunk in loads)
        finished = 0
        for trips in trace.run(self._executor, self._jobs, call, departures, list[list[trail.Made]], self._use_time):
            self._heed()
            finished += len(trips)
            self._progress(steps[-1].name, finished, len(misses))
            for step in steps:
                made = [one for trip in trips for one in trip if one.step == step.name]
                self._record(step, [(one.done, one.ingredients) for one in made])

    def _record(self, step: Step, done: list[tuple[Done, bytes]]) -> None:
        """Say what ran and why, and remember it."""
        self.ran.setdefault(step.name, []).extend(result.id for result, _ in done)
        slots = self._shelves.slots(step.name)
        for result, digests in done:
            old = slots.get(result.id)
            reason = why(step, old, digests)
            if reason:
                self.reasons.append(f"{step.name} {result.id}: {reason}")
            elif old is not None and old.digest != result.digest:
                self.unsound.append(f"{step.name} {result.id}: the same ingredients gave another result")
        self._shelves.fill(step.name, done)
