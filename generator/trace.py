"""Running a step where its ingredients are only bytes: decode, call, encode, digest; here or in another process.

The parts of a Record are encoded one after the other, so that the whole and each part are slices of the same bytes.
"""

from __future__ import annotations

import hashlib
import typing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from generator.model import Record
from generator.problems import Problem
from generator.workers import Workers, while_wanted

if TYPE_CHECKING:
    from concurrent.futures import Future

C = TypeVar("C")
R = TypeVar("R")
# Below this many cases, or this many bytes to work on, a process pool costs more than it saves (two cores, 1,000 articles,
# 2026-11-25: a pool takes 0.3 s to begin, 250 countries' names 0.01 s to read).
WORTH_A_POOL = 100
_WORTH_SENDING = 500_000
_PATIENCE = 0.1  # seconds between two looks at whether a build goes on, while it waits for others
# A payload up to this many bytes lives in its slot's head: it is had without another look into the cache file.
SMALL = 400
WIDTH = 16  # bytes of a digest

_SHARED: dict[bytes, Any] = {}  # decoded ingredients that many cases share, by digest; at most a handful


class Part(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where a field, or an entry of a dict field, lies in the payload."""

    digest: bytes
    start: int
    end: int
    at_hand: bytes | None = None  # the bytes themselves, of a field that is not set aside


class Parts(msgspec.Struct, frozen=True, array_like=True):
    """Where everything in a Record's payload lies."""

    fields: tuple[Part, ...]
    entries: dict[str, dict[str, Part]]  # of each dict field


class Slot(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is remembered of one step."""

    ingredients: bytes  # their digests in the order of the function's parameters
    digest: bytes  # of the payload
    parts: bytes  # msgpack of Parts; empty for a result that is no Record
    problems: bytes  # msgpack of tuple[Problem, ...]; empty for none
    small: bytes | None = None  # the payload itself where it is small
    row: int = 0  # number of the payload in the cache file; 0 for none


class Done(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One executed case."""

    id: str
    digest: bytes
    parts: bytes
    body: bytes
    problems: bytes


Pieces = bytes | list[bytes] | tuple[Any, ...]  # a value in msgpack, the items of a tuple one by one, or the tuple itself
Case = tuple[str, dict[str, Pieces]]
Common = dict[str, tuple[bytes, bytes]]


def size_of(given: Pieces) -> int:
    """Bytes of an ingredient, nearly."""
    return len(given) if isinstance(given, bytes) else sum(map(len, given))


def digest(data: bytes) -> bytes:
    """16 bytes of BLAKE2b: collisions are out of reach, and it is the standard library's fastest."""
    return hashlib.blake2b(data, digest_size=WIDTH).digest()


def name_of(function: Callable[..., Any]) -> str:
    """The name under which a step is remembered."""
    return f"{function.__module__.removeprefix('generator.')}.{function.__name__}"


def result_type(hint: Any) -> tuple[Any, bool]:
    """The value's type of a step's return annotation, and whether problems come with it."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple and len(arguments) == 2 and arguments[1] == tuple[Problem, ...]:
        return arguments[0], True
    return hint, False


def run(
    executor: Workers | None, jobs: int, call: Callable[[C], R], chunks: Iterable[C], of: Any, use_time: Callable[[], bool]
) -> Iterator[R]:
    """Run chunk after chunk, in order; with an executor a few are always under way, and never all in memory.

    `of`: the type of what a chunk gives; it comes back in msgpack, which costs a tenth of pickling every value by itself.
    `use_time` is called instead of waiting for others, as long as it finds something to do, and now and then afterwards.
    """
    if executor is None:
        yield from map(call, chunks)
        return
    decoder: msgspec.msgpack.Decoder[R] = msgspec.msgpack.Decoder(of)
    waiting: deque[Future[bytes]] = deque()
    for chunk in chunks:
        waiting.append(executor.submit(_packed, call, chunk))
        if len(waiting) > jobs * 4:
            yield decoder.decode(_result(waiting.popleft(), use_time))
    while waiting:
        yield decoder.decode(_result(waiting.popleft(), use_time))


def _result(future: Future[bytes], use_time: Callable[[], bool]) -> bytes:
    from concurrent.futures import wait  # not at once: most builds wait for nobody

    while not future.done():
        if not use_time():
            wait([future], _PATIENCE)
    return future.result()


def _packed(call: Callable[[C], Any], chunk: C) -> bytes:
    return msgspec.msgpack.encode(call(chunk))


def choose_executor(
    executor: Workers | None, chunks: Iterator[list[Case]], cases: int
) -> tuple[Workers | None, Iterator[list[Case]]]:
    """The executor where so many cases like those of the first chunk are worth it, and all the chunks."""
    if cases < WORTH_A_POOL:
        return None, chunks
    first = next(chunks)
    size = sum(size_of(blob) for _, blobs in first for blob in blobs.values())
    return executor if size * cases >= _WORTH_SENDING * len(first) else None, chain([first], chunks)


def run_chunk(function: Callable[..., Any], common: Common, keep: Callable[[Any], Any] | None, chunk: list[Case]) -> list[Done]:
    """Run some cases of one step."""
    signature = signature_of(function)
    shared = {name: decode_shared(found, blob, signature.arguments[name]) for name, (found, blob) in common.items()}
    done = []
    for id, blobs in while_wanted(chunk):
        arguments = {name: signature.decode(name, blob) for name, blob in blobs.items()}
        done.append(finish(id, signature, function(**arguments, **shared), keep)[0])
    return done


def finish(
    id: str, signature: Signature, returned: Any, keep: Callable[[Any], Any] | None = None
) -> tuple[Done, Any, Parts | None]:
    """What a function returned, as bytes with digests; its value without the problems; where its parts lie."""
    value, problems = returned if signature.with_problems else (returned, ())
    if keep is not None:
        value = keep(value)
    body, parts = encode(value)
    done = Done(
        id,
        digest(body),
        msgspec.msgpack.encode(parts) if parts else b"",
        body,
        msgspec.msgpack.encode(problems) if problems else b"",
    )
    return done, value, parts


class Signature(msgspec.Struct, frozen=True):
    """How to hand a function its arguments."""

    name: str
    arguments: dict[str, Any]  # name -> decoder
    items: dict[str, Any]  # name of an argument that is a tuple -> decoder of its items
    with_problems: bool

    def decode(self, name: str, given: Pieces) -> Any:
        """An argument."""
        if isinstance(given, tuple):
            return given
        return self.arguments[name].decode(given) if isinstance(given, bytes) else tuple(map(self.items[name].decode, given))


@lru_cache(maxsize=128)
def signature_of(function: Callable[..., Any]) -> Signature:
    """A step function's arguments, and whether it returns problems with its value."""
    hints = typing.get_type_hints(function)
    with_problems = result_type(hints.pop("return"))[1]
    arguments = {name: msgspec.msgpack.Decoder(hint) for name, hint in hints.items()}
    tuples = {name: typing.get_args(hint)[0] for name, hint in hints.items() if typing.get_origin(hint) is tuple}
    items = {name: msgspec.msgpack.Decoder(item) for name, item in tuples.items()}
    return Signature(function.__name__, arguments, items, with_problems)


def decode_shared(found: bytes, blob: bytes, decoder: Any) -> Any:
    """An ingredient of many cases, decoded once in each process."""
    if found not in _SHARED:
        while len(_SHARED) >= 8:
            del _SHARED[next(iter(_SHARED))]
        _SHARED[found] = decoder.decode(blob)
    return _SHARED[found]


def encode(value: Any) -> tuple[bytes, Parts | None]:
    """The payload of a value, and for a Record where its parts lie."""
    if not isinstance(value, Record):
        return msgspec.msgpack.encode(value), None
    fields: list[Part] = []
    entries: dict[str, dict[str, Part]] = {}
    pieces = [array_header(len(value.__struct_fields__))]
    at = len(pieces[0])
    for name in value.__struct_fields__:
        field = getattr(value, name)
        if isinstance(field, dict):
            blob, entries[name] = _encode_entries(field, at)
        else:
            blob = msgspec.msgpack.encode(field)
        at_hand = None if name in entries or name in value.aside else blob
        fields.append(Part(digest(blob), at, at + len(blob), at_hand))
        pieces.append(blob)
        at += len(blob)
    return b"".join(pieces), Parts(tuple(fields), entries)


def _encode_entries(field: dict[str, Any], at: int) -> tuple[bytes, dict[str, Part]]:
    """A dict field's bytes, to stand at a place of the payload, and where its entries lie there."""
    pieces = [map_header(len(field))]
    at += len(pieces[0])
    parts: dict[str, Part] = {}
    for key, entry in field.items():
        head, blob = msgspec.msgpack.encode(key), msgspec.msgpack.encode(entry)
        at += len(head)
        parts[key] = Part(digest(blob), at, at + len(blob))
        at += len(blob)
        pieces += [head, blob]
    return b"".join(pieces), parts


def array_header(length: int) -> bytes:
    """The msgpack header of an array."""
    if length < 16:
        return bytes([0x90 | length])
    return b"\xdc" + length.to_bytes(2, "big") if length < 1 << 16 else b"\xdd" + length.to_bytes(4, "big")


def map_header(length: int) -> bytes:
    """The msgpack header of a map."""
    if length < 16:
        return bytes([0x80 | length])
    return b"\xde" + length.to_bytes(2, "big") if length < 1 << 16 else b"\xdf" + length.to_bytes(4, "big")
