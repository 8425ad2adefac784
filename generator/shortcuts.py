"""Cases that need not even be put together: a short key stands for all that goes into one.

Of ten thousand pages an edit touches one. To gather what each of the others is made of, only to find that it is the same, took a
third of the build; a key over the few values that everything else is cut from tells it in a tenth of that. A key is believed only
together with the ingredients that were remembered when both were known, so it can never outlive them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator import trace
from generator.ingredients import Result, digest_of
from generator.memo import Memo
from generator.trace import digest


def steps_by_key(
    memo: Memo,
    function: Callable[..., Any],
    ids: Iterable[str],
    make: Callable[[str], Mapping[str, Any]],
    key: Callable[[str], bytes],
    shared: Mapping[str, Any],
    still_good: Callable[[bytes], bool] | None = None,
    keep: Callable[[Any], Any] | None = None,
) -> dict[str, Result[Any]]:
    """`Memo.steps`, where `make(id)` is asked for only if `key(id)` is another one than last time.

    Equal keys must mean equal cases; the key need not tell anything about what is shared.
    """
    name = f"keys of {trace.name_of(function)}"
    common = b"".join(map(digest_of, shared.values()))
    keys = {id: key(id) + common for id in ids}
    known = memo.recall(name, dict[str, bytes]) or {}
    slots = memo.slots(function)
    settled = {
        id: None
        for id, own in ({} if memo.verifies else keys).items()
        if (slot := slots.get(id)) is not None
        and known.get(id) == digest(own + slot.ingredients)
        and (still_good is None or still_good(memo.body(slot)))
    }
    fresh = memo.steps(function, {id: make(id) for id in keys if id not in settled}, shared, still_good, keep)
    if len(settled) < len(keys) or len(keys) < len(known):
        memo.remember(name, {id: known[id] if id in settled else digest(own + slots[id].ingredients) for id, own in keys.items()})
    results = {**fresh, **memo.results(function, settled)}
    return {id: results[id] for id in keys}
