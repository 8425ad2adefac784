"""The base of every value."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Value(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Base of every value: immutable, compared by content, encoded as a msgpack array.

    Trees of immutable values hold no cycles, so nobody need look for any among them.
    """


class Record(Value, frozen=True, array_like=True):
    """A step's result whose fields are remembered one by one, so that a later step can depend on a single field."""

    # Fields that are large or that few builds read of every result: they wait in its payload. All others but dicts stand in the
    # slot's head, where a build has them without another look into the cache file.
    aside: ClassVar[frozenset[str]] = frozenset()
