"""Running a step where its ingredients are only bytes: decode, call, encode, digest; here or in another process.

The parts of a Record are encoded one after the other, so that the whole and each part are slices of the same bytes.
"""

from __future__ import annotations

import hashlib
import typing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from functools import lru_cache
from typing import Any

import msgspec

from generator.model import Record
from generator.problems import Problem

# Below this many cases a process pool costs more than it saves (two cores, 1,000 articles, 2026-11-23).
WORTH_A_POOL = 100
# A payload or a field up to this many bytes lives in its slot's head: it is had without another look into the cache file.
SMALL = 400

_SHARED: dict[bytes, Any] = {}  # decoded ingredients that many cases share, by digest; at most a handful


class Part(msgspec.Struct, frozen=True, array_like=True):
    """Where a field, or an entry of a dict field, lies in the payload."""

    digest: bytes
    start: int
    end: int
    small: bytes | None = None  # the bytes themselves where they are few


class Slot(msgspec.Struct, frozen=True, array_like=True):
    """What is remembered of one step."""

    key: bytes
    ingredients: bytes  # their digests in the order of the function's parameters
    digest: bytes  # of the payload
    parts: bytes  # msgpack of dict[str, Part]; empty for a result that is no Record
    problems: bytes  # msgpack of tuple[Problem, ...]; empty for none
    small: bytes | None = None  # the payload itself where it is small
    row: int = 0  # number of the payload in the cache file; 0 for none


class Done(msgspec.Struct, frozen=True, array_like=True):
    """One executed case."""

    id: str
    digest: bytes
    parts: bytes
    body: bytes
    problems: bytes


Case = tuple[str, dict[str, bytes]]
Common = dict[str, tuple[bytes, bytes]]


def digest(data: bytes) -> bytes:
    """16 bytes of BLAKE2b: collisions are out of reach, and it is the standard library's fastest."""
    return hashlib.blake2b(data, digest_size=16).digest()


def result_type(hint: Any) -> tuple[Any, bool]:
    """The value's type of a step's return annotation, and whether problems come with it."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple and len(arguments) == 2 and arguments[1] == tuple[Problem, ...]:
        return arguments[0], True
    return hint, False


def run(
    executor: Executor | None,
    jobs: int,
    function: Callable[..., Any],
    common: Common,
    keep: Callable[[Any], Any] | None,
    chunks: Iterable[list[Case]],
) -> Iterator[list[Done]]:
    """Run chunk after chunk, in order; with an executor a few are always under way, and never all in memory."""
    if executor is None:
        for chunk in chunks:
            yield run_chunk(function, common, keep, chunk)
        return
    waiting: deque[Future[list[Done]]] = deque()
    for chunk in chunks:
        waiting.append(executor.submit(run_chunk, function, common, keep, chunk))
        if len(waiting) > jobs * 2:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def run_chunk(function: Callable[..., Any], common: Common, keep: Callable[[Any], Any] | None, chunk: list[Case]) -> list[Done]:
    """Run some cases of one step."""
    signature = _signature(function)
    shared = {name: _decode_shared(found, blob, signature.arguments[name]) for name, (found, blob) in common.items()}
    done = []
    for id, blobs in chunk:
        arguments = {name: signature.arguments[name].decode(blob) for name, blob in blobs.items()}
        value = function(**arguments, **shared)
        problems: tuple[Problem, ...] = ()
        if signature.with_problems:
            value, problems = value
        if keep is not None:
            value = keep(value)
        body, parts = encode(value)
        done.append(Done(id, digest(body), parts, body, msgspec.msgpack.encode(problems) if problems else b""))
    return done


class _Signature(msgspec.Struct, frozen=True):
    arguments: dict[str, Any]  # name -> decoder
    with_problems: bool


@lru_cache(maxsize=128)
def _signature(function: Callable[..., Any]) -> _Signature:
    hints = typing.get_type_hints(function)
    with_problems = result_type(hints.pop("return"))[1]
    return _Signature({name: msgspec.msgpack.Decoder(hint) for name, hint in hints.items()}, with_problems)


def _decode_shared(found: bytes, blob: bytes, decoder: Any) -> Any:
    if found not in _SHARED:
        while len(_SHARED) >= 8:
            del _SHARED[next(iter(_SHARED))]
        _SHARED[found] = decoder.decode(blob)
    return _SHARED[found]


def encode(value: Any) -> tuple[bytes, bytes]:
    """The payload of a value, and for a Record the index of its parts."""
    if not isinstance(value, Record):
        return msgspec.msgpack.encode(value), b""
    fields = value.__struct_fields__
    parts: dict[str, Part] = {}
    pieces = [array_header(len(fields))]
    at = len(pieces[0])
    for name in fields:
        field = getattr(value, name)
        begin = at
        if isinstance(field, dict):
            pieces.append(map_header(len(field)))
            at += len(pieces[-1])
            for key, entry in field.items():
                head, blob = msgspec.msgpack.encode(key), msgspec.msgpack.encode(entry)
                pieces += [head, blob]
                parts[f"{name}\0{key}"] = Part(digest(blob), at + len(head), at + len(head) + len(blob))
                at += len(head) + len(blob)
            whole = digest(b"".join(pieces)[begin:at])
            parts[name] = Part(whole, begin, at)
        else:
            pieces.append(blob := msgspec.msgpack.encode(field))
            at += len(blob)
            parts[name] = Part(digest(blob), begin, at, blob if len(blob) <= SMALL else None)
    return b"".join(pieces), msgspec.msgpack.encode(parts)


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
