"""What the memo knows of a step function, and which steps are asked for next."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import msgspec

from generator import trace, trail
from generator.model import Record
from generator.shelves import OTHER_CODE
from generator.trace import Slot

T = TypeVar("T")


class Step:
    """What the memo knows of one step function."""

    def __init__(self, function: Callable[..., Any]) -> None:
        """A module-level function of named ingredients."""
        hints = typing.get_type_hints(function)
        self.function = function
        self.name = trace.name_of(function)
        self.parameters = tuple(inspect.signature(function).parameters)
        self.result, _ = trace.result_type(hints["return"])
        is_record = isinstance(self.result, type) and issubclass(self.result, Record)
        types = typing.get_type_hints(self.result) if is_record else {}
        self.fields = {
            name: (place, types[name]) for place, name in enumerate(getattr(self.result, "__struct_fields__", ())) if types
        }
        self.entries = {name: typing.get_args(type)[1] for name, type in types.items() if typing.get_origin(type) is dict}


class Later(Generic[T]):
    """A value that is made once: when it is called for, or before."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], T]) -> None:
        """`make` gives the value."""
        self._make, self._made = make, list[T]()

    def __call__(self) -> T:
        """The value."""
        if not self._made:
            self._made.append(self._make())
        return self._made[0]


class Onward(msgspec.Struct, frozen=True):
    """Steps that will be asked for next of the same cases, and the trip that takes a case through them."""

    journey: trail.Journey
    steps: tuple[Callable[..., Any], ...]
    shared: Mapping[str, Any]


def why(step: Step, old: Slot | None, digests: bytes) -> str:
    """What changed since a step was remembered; nothing if its ingredients are the same."""
    if old is None:
        return "new"
    if old.ingredients == digests:
        return ""
    if old.ingredients == OTHER_CODE:
        return "code changed"
    pairs = zip(step.parameters, range(0, len(digests), trace.WIDTH), strict=True)
    changed = [name for name, at in pairs if old.ingredients[at : at + trace.WIDTH] != digests[at : at + trace.WIDTH]]
    return f"{', '.join(changed)} changed"
