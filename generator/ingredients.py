"""What steps are handed and what they give back: values that are known by their digest and decoded only when asked for."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from generator import trace
from generator.trace import Part, Slot, digest

T = TypeVar("T")


class _Index(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """`trace.Parts` as it is stored, each part decoded only where it is asked for: of most articles most never are."""

    fields: tuple[msgspec.Raw, ...]
    entries: msgspec.Raw


_INDEX = msgspec.msgpack.Decoder(_Index)
_PART = msgspec.msgpack.Decoder(Part)
_ENTRIES = msgspec.msgpack.Decoder(dict[str, dict[str, Part]])


class Holder(Protocol):
    """Whoever can fetch the payload of a slot: the memo."""

    def body(self, slot: Slot) -> bytes:
        """The payload."""


class Ingredient(Protocol):
    """Anything with a digest whose msgpack bytes can be had on demand."""

    @property
    def digest(self) -> bytes:
        """Digest of the bytes that `blob` gives."""

    def blob(self) -> bytes:
        """The value in msgpack."""


class Stored(Generic[T]):
    """A remembered value: its digest at once, the value itself only when asked for."""

    __slots__ = ("_holder", "_part", "digest", "slot", "type")

    def __init__(self, holder: Holder, slot: Slot, part: Part | None, digest: bytes, type: Any) -> None:
        """A whole result, or one part of it."""
        self._holder, self.slot, self._part = holder, slot, part
        self.digest, self.type = digest, type

    def blob(self) -> bytes:
        """The value in msgpack."""
        part = self._part
        if part is not None and part.at_hand is not None:
            return part.at_hand
        body = self._holder.body(self.slot)
        return body if part is None else body[part.start : part.end]

    def slots(self) -> Iterator[Slot]:
        """The slot whose payload the bytes are cut from, if they are not at hand."""
        if self._part is None or self._part.at_hand is None:
            yield self.slot

    @property
    def value(self) -> T:
        """The value, decoded."""
        return typing.cast("T", msgspec.msgpack.decode(self.blob(), type=self.type))

    def look(self, name: str) -> Any:
        """One attribute of a value, the others left as bytes."""
        return getattr(_glance_at(self.type, name).decode(self.blob()), name)


class Given:
    """A plain value as an ingredient of many steps: encoded and digested once."""

    __slots__ = ("_blob", "digest")

    def __init__(self, value: Any) -> None:
        """Any value that msgpack can encode."""
        self._blob = msgspec.msgpack.encode(value)
        self.digest = digest(self._blob)

    def blob(self) -> bytes:
        """The value in msgpack."""
        return self._blob


class Known:
    """A digest alone, of an ingredient that many cases share."""

    __slots__ = ("digest",)

    def __init__(self, found: bytes) -> None:
        """The digest."""
        self.digest = found


class Result(Stored[T]):
    """A step's result; the fields of a Record can be had, and depended on, one by one."""

    __slots__ = ("_parts", "_step")

    def __init__(self, holder: Holder, step: Any, slot: Slot) -> None:
        """The result that `slot` remembers."""
        # Not by way of the parent's: forty thousand of these are made for one edit.
        self._holder, self.slot, self._part = holder, slot, None
        self.digest, self.type = slot.digest, step.result
        self._step = step
        self._parts: bytes | _Index = slot.parts

    def field(self, name: str) -> Stored[Any]:
        """One field of a Record."""
        place, type = self._step.fields[name]
        part = _PART.decode(self._index().fields[place])
        return Stored(self._holder, self.slot, part, part.digest, type)

    def entries(self, name: str) -> dict[str, Stored[Any]]:
        """The entries of a Record's dict field, each by itself."""
        holder, slot, of = self._holder, self.slot, self._step.entries[name]
        parts = _ENTRIES.decode(self._index().entries)[name]
        return {key: Stored(holder, slot, part, part.digest, of) for key, part in parts.items()}

    def _index(self) -> _Index:
        if isinstance(self._parts, bytes):
            self._parts = _INDEX.decode(self._parts)
        return self._parts


@lru_cache(maxsize=16)
def _glance_at(of: Any, name: str) -> msgspec.msgpack.Decoder[Any]:
    """Decodes one field of a struct that is stored as an array."""
    fields = [(field.name, field.type if field.name == name else msgspec.Raw) for field in msgspec.structs.fields(of)]
    return msgspec.msgpack.Decoder(msgspec.defstruct(of.__name__, fields, array_like=True))


DIGESTED = frozenset({Stored, Result, Given, Known})


def _is_ingredient(value: Any) -> bool:
    return getattr(value, "blob", None) is not None


def digest_of(value: Any) -> bytes:
    """The digest of an ingredient: of its bytes, or of the digests it is made of; always of the same length."""
    found = getattr(value, "digest", None)
    if found is not None:
        return typing.cast("bytes", found)
    if isinstance(value, tuple) and any(map(_is_ingredient, value[:1])):
        return digest(b"tuple" + b"".join([item.digest for item in value]))
    if isinstance(value, dict) and any(map(_is_ingredient, value.values())):
        keys = "\0".join(value).encode()
        return digest(b"dict" + keys + b"\0" + b"".join(map(digest_of, value.values())))
    blob = msgspec.msgpack.encode(value)
    # A text shorter than a digest stands for itself, behind its length.
    return bytes((len(blob),)) + blob.ljust(trace.WIDTH - 1, b"\0") if len(blob) < trace.WIDTH else digest(blob)


def slots_of(value: Any) -> Iterator[Slot]:
    """Every slot whose payload an ingredient's bytes are cut from."""
    if isinstance(value, Stored):
        yield from value.slots()
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from slots_of(item)


def blob_of(value: Any) -> bytes:
    """The msgpack of an ingredient, put together without decoding anything."""
    if _is_ingredient(value):
        return typing.cast("Ingredient", value).blob()
    if isinstance(value, tuple) and any(map(_is_ingredient, value[:1])):
        return trace.array_header(len(value)) + b"".join(blob_of(item) for item in value)
    if isinstance(value, dict) and any(map(_is_ingredient, value.values())):
        pairs = ((msgspec.msgpack.encode(key), blob_of(item)) for key, item in value.items())
        return trace.map_header(len(value)) + b"".join(chain.from_iterable(pairs))
    return msgspec.msgpack.encode(value)
