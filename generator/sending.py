"""What is sent to where steps run: cases with their ingredients as bytes, in batches of bounded number and size."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator import trace
from generator.decoded import Decoded, is_kept
from generator.ingredients import Stored, blob_of, digest_of, slots_of
from generator.shelves import Shelves
from generator.trace import Case, Common, Pieces

_LONG = 100  # items from which on a tuple is not put together: it may have megabytes
_LARGEST = 2_000_000  # bytes of ingredients that are sent to a worker at once


def common_of(shared: Mapping[str, Any]) -> Common:
    """What many cases share."""
    return {name: (digest_of(value), blob_of(value)) for name, value in shared.items()}


def batches(shelves: Shelves, cases: Mapping[str, Mapping[str, Any]], jobs: int) -> Iterator[list[Case]]:
    """Cases with their ingredients, put together only when they are to be sent."""
    most = max(16, min(128, len(cases) // (jobs * 8)))
    ids = list(cases)
    for at in range(0, len(ids), most):
        some = ids[at : at + most]
        shelves.fetch(slot for id in some for value in cases[id].values() for slot in slots_of(value))
        batch: list[Case] = []
        size = 0
        for id in some:
            blobs = {name: _pieces_of(value) for name, value in cases[id].items()}
            batch.append((id, blobs))
            size += sum(map(trace.size_of, blobs.values()))
            if size > _LARGEST:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch


def nearby(
    function: Callable[..., Any], shelves: Shelves, cases: Mapping[str, Mapping[str, Any]], decoded: Decoded | None
) -> Iterator[list[Case]] | None:
    """Cases that are too few to be sent: of long tuples the items themselves, decoded; None for many, and where none are kept."""
    few = len(cases) < trace.WORTH_A_POOL
    return _undivided(function, shelves, cases, decoded) if few and decoded is not None else None


def _undivided(
    function: Callable[..., Any], shelves: Shelves, cases: Mapping[str, Mapping[str, Any]], decoded: Decoded
) -> Iterator[list[Case]]:
    signature = trace.signature_of(function)
    for id, given in cases.items():
        long = {
            name: decoded.items(f"{trace.name_of(function)} {id} {name}", value, signature.items[name].decode)
            for name, value in given.items()
            if is_kept(value)
        }
        shelves.fetch(slot for name, value in given.items() if name not in long for slot in slots_of(value))
        yield [(id, {name: long[name] if name in long else _pieces_of(value) for name, value in given.items()})]


def _pieces_of(value: Any) -> Pieces:
    """The msgpack of an ingredient, or of its items if they are many."""
    if isinstance(value, tuple) and len(value) >= _LONG and isinstance(value[0], Stored):
        return [item.blob() for item in value]
    return blob_of(value)
