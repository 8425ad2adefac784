"""Turns an edit of names into the few articles that hold one of their words, so that the thousands of others are not asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from generator.analyse.lexicon import keys_that_differ, slice_lexicon
from generator.ingredients import Result
from generator.memo import Memo

_FEW = 50  # names; where more came or went, every article is looked at


def spare_slices(memo: Memo, articles: Mapping[str, Result[Any]], index: Mapping[str, Result[Any]]) -> None:
    """Let articles that cannot hold a name that changed since the last build keep their slices of the lexicon."""
    before = memo.keeper.find("names")
    memo.keeper.keep("names", (), (), index)
    if before is None or before.value["lexicon"] is index["lexicon"]:
        return
    old: Mapping[str, Result[Any]] = before.value
    keys = keys_that_differ(old["lexicon"].value, index["lexicon"].value)
    if len(keys) > _FEW or old["gazetteer"].digest != index["gazetteer"].digest:
        return
    # In msgpack a text stands behind its length, so that it can be sought without decoding ten thousand articles' words.
    sought = [[msgspec.msgpack.encode(word) for word in key if word] for key in sorted(keys)]
    cases = {id: {"words": read.field("words")} for id, read in articles.items()}
    spared = {id: case for id, case in cases.items() if not _holds(case["words"].blob(), sought)}
    memo.restamp(slice_lexicon, spared, old, index)


def _holds(words: bytes, sought: list[list[bytes]]) -> bool:
    return any(all(map(words.__contains__, key)) for key in sought)
