"""Several steps of one case in one trip to a worker, where each hands its value to the next without leaving the process.

A trip records what a memo would have recorded of each step, ingredient by ingredient: the memo can believe it or run the step.
"""

from __future__ import annotations

import typing
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Generic, TypeVar

import msgspec

from generator import trace
from generator.ingredients import digest_of
from generator.trace import Common, Done, Parts, Pieces
from generator.workers import while_wanted

T = TypeVar("T")


class Fact(Generic[T]):
    """A value that a trip has at hand, with its digest."""

    __slots__ = ("_parts", "digest", "value")

    def __init__(self, value: T, digest: bytes, parts: Parts | None = None) -> None:
        """`parts` of a Record."""
        self.value, self.digest, self._parts = value, digest, parts or Parts((), {})

    def field(self, name: str) -> Fact[Any]:
        """One field of a Record."""
        place = self.value.__struct_fields__.index(name)  # type: ignore[attr-defined]
        return Fact(getattr(self.value, name), self._parts.fields[place].digest)


def fact(value: Any) -> Fact[Any]:
    """A plain value as an ingredient."""
    return Fact(value, digest_of(value))


class Made(msgspec.Struct, frozen=True, array_like=True):
    """One step of a trip: its function's name, the digests of its ingredients, its result."""

    step: str
    ingredients: bytes
    done: Done


class Trail:
    """The steps of one case, as they are made."""

    def __init__(self, id: str) -> None:
        """`id` of the case."""
        self._id = id
        self.made: list[Made] = []

    def step(self, function: Callable[..., Any], **ingredients: Fact[Any]) -> Fact[Any]:
        """Run one step and record it."""
        values = {name: given.value for name, given in ingredients.items()}
        signature = trace.signature_of(function)
        return self.run(function, values, b"".join([ingredients[name].digest for name in signature.arguments]))

    def run(self, function: Callable[..., Any], values: dict[str, Any], digests: bytes) -> Fact[Any]:
        """Run one step whose ingredients' digests are known together."""
        done, value, parts = trace.finish(self._id, trace.signature_of(function), function(**values))
        self.made.append(Made(trace.name_of(function), digests, done))
        return Fact(value, done.digest, parts)


Journey = Callable[..., None]
Departure = tuple[str, dict[str, Pieces], bytes]  # id, ingredients of the first step, their digests


def run_journey(first: Callable[..., Any], journey: Journey, common: Common, chunk: list[Departure]) -> list[list[Made]]:
    """The trips of some cases: `journey(trail, ...)` goes on from the value of the `first` step."""
    hints = typing.get_type_hints(journey)
    signature = trace.signature_of(first)
    shared = {
        name: Fact(trace.decode_shared(found, blob, _decoder(hints[name])), found) for name, (found, blob) in common.items()
    }
    trips = []
    for id, blobs, digests in while_wanted(chunk):
        trail = Trail(id)
        start = trail.run(first, {name: signature.decode(name, blob) for name, blob in blobs.items()}, digests)
        journey(trail, start, **shared)
        trips.append(trail.made)
    return trips


@lru_cache(maxsize=16)
def _decoder(hint: Any) -> Any:
    """Of the value that a fact holds."""
    return msgspec.msgpack.Decoder(typing.get_args(hint)[0])
