"""The seam between pages and the memo: which rendered files are kept, and which templates each page depends on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from generator.ingredients import Result
from generator.memo import Memo
from generator.model import Catalogue, Theme
from generator.render.theme import theme_slice
from generator.shortcuts import Key, steps_by_key

_FILES = msgspec.msgpack.Decoder(tuple[tuple[str, str], ...])


class Press(msgspec.Struct, frozen=True):
    """How rendered files are kept, and when they still are."""

    memo: Memo
    keep: Callable[[Any], Any]
    still_good: Callable[[bytes], bool] | None

    def outputs(
        self, function: Callable[..., Any], cases: Mapping[str, Mapping[str, Any]], shared: Mapping[str, Any] | None = None
    ) -> dict[str, str]:
        """Path -> sha256 of the files that `function` makes for each case."""
        return _told(self.memo.steps(function, cases, shared, self.still_good, self.keep))

    def each(
        self,
        function: Callable[..., Any],
        ids: Mapping[str, Any],
        make: Callable[[str], Mapping[str, Any]],
        shared: Mapping[str, Any] | None = None,
        key: Key | None = None,
    ) -> dict[str, str]:
        """The same, where `make(id)` gives each case, and `key(ids)` stands for all that goes into some.

        A press that renders on demand asks for no other case.
        """
        if key is None:
            return self.outputs(function, {id: make(id) for id in ids}, shared)
        return _told(steps_by_key(self.memo, function, ids, make, key, shared or {}, self.still_good, self.keep))


def _told(results: Mapping[str, Result[Any]]) -> dict[str, str]:
    return {path: sha for result in results.values() for path, sha in _FILES.decode(result.blob())}


class Templates:
    """Slices of the theme: each page depends on the templates that it uses and on no other."""

    def __init__(self, memo: Memo, theme: Result[Theme], words: Result[Catalogue]) -> None:
        self._memo, self.theme, self.words, self._slices = memo, theme, words, {}

    _slices: dict[str, Result[Any]]

    def __getitem__(self, name: str) -> Result[Any]:
        if name not in self._slices:
            shared = {"theme": self.theme, "words": self.words}
            self._slices.update(self._memo.steps(theme_slice, {name: {"template": name}}, shared))
        return self._slices[name]
