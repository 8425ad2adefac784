"""Sketches of all articles -> those that may have an origin in common, cut down to what tells so; kept up edit by edit.

Most articles are nobody's copy. Only those that hold a sentence of another, say whose report they are or are named so decide
anything about origins; whatever the others say, nobody's origins are traced again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from generator.ingredients import Result
from generator.keeping import Keeper
from generator.model import Sketch


class Sharing:
    """Which articles hold a sentence, and which name an origin."""

    def __init__(self) -> None:
        """No article yet."""
        self.cut: dict[str, Sketch] = {}  # never changed in place: a build that fails leaves the last one's as it was
        self._sketches: dict[str, Sketch] = {}
        self._alone: dict[int, str] = {}  # sentence -> the only article that holds it
        self._shared: dict[int, dict[str, None]] = {}  # sentence -> the articles that hold it
        self._named: dict[str, dict[str, None]] = {}  # origin -> the articles that name it

    def replace(self, id: str, sketch: Sketch | None) -> Iterator[str]:
        """Put in or take out an article; gives every article whose cut that may change, itself included."""
        yield id
        old = self._sketches.pop(id, None)
        if old is not None:
            yield from self._drop(id, old)
        if sketch is not None:
            self._sketches[id] = sketch
            yield from self._put(id, sketch)

    def _drop(self, id: str, sketch: Sketch) -> Iterator[str]:
        for sentence in sketch.sentences:
            if self._alone.pop(sentence, None) is None:
                left = self._shared[sentence]
                del left[id]
                if len(left) == 1:
                    other = self._alone[sentence] = next(iter(self._shared.pop(sentence)))
                    yield other
        if sketch.origin:
            namers = self._named[sketch.origin]
            del namers[id]
            if not namers:
                del self._named[sketch.origin]
                yield sketch.origin

    def _put(self, id: str, sketch: Sketch) -> Iterator[str]:
        for sentence in sketch.sentences:
            if sentence in self._shared:
                self._shared[sentence][id] = None
            elif (other := self._alone.pop(sentence, None)) is not None:
                self._shared[sentence] = {other: None, id: None}
                yield other
            else:
                self._alone[sentence] = id
        if sketch.origin:
            if sketch.origin not in self._named:
                yield sketch.origin
            self._named.setdefault(sketch.origin, {})[id] = None

    def cut_again(self, ids: dict[str, None]) -> None:
        """Cut these articles' sketches to what others hold too."""
        news = {id: self._cut(id) for id in ids}
        if any(self.cut.get(id) != one for id, one in news.items()):
            kept = {id: one for id, one in self.cut.items() if id not in news}
            self.cut = kept | {id: one for id, one in news.items() if one is not None}

    def _cut(self, id: str) -> Sketch | None:
        sketch = self._sketches.get(id)
        if sketch is None:
            return None
        shared = tuple([sentence for sentence in sketch.sentences if sentence in self._shared])
        if not shared and not sketch.origin and id not in self._named:
            return None
        return msgspec.structs.replace(sketch, sentences=shared)


def share_sketches(keep: Keeper, told: dict[str, Result[Any]]) -> dict[str, Sketch]:
    """Article -> its sketch without the sentences that it alone holds; of articles that may have an origin in common."""
    kept = keep.find("sharing")
    if kept is None:
        sharing, ids = Sharing(), list(told)
    else:
        sharing, ids = kept.value, [*keep.changed(kept.maps, (told,)), *(id for id in kept.maps[0] if id not in told)]
    touched: dict[str, None] = {}
    for id in ids:
        touched.update(dict.fromkeys(sharing.replace(id, told[id].field("sketch").value if id in told else None)))
    sharing.cut_again(touched)
    keep.keep("sharing", (), (told,), sharing)
    return sharing.cut
