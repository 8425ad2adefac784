"""Sketches of all articles -> those that may have an origin in common, cut down to what tells so; kept up edit by edit.

Most articles are nobody's copy. Only those that hold a sentence of another, say whose report they are or are named so decide
anything about origins; whatever the others say, nobody's origins are traced again.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

import msgspec

from generator.ingredients import Result
from generator.keeping import Keeper
from generator.model import Sketch


class Sharing:
    """Which articles hold a sentence, and which name an origin."""

    def __init__(self, sketches: dict[str, Sketch]) -> None:
        """Where each sentence leads is written down only when something changes: most builds stand alone."""
        self._sketches, self._written = sketches, False
        self._alone: dict[int, str] = {}  # sentence -> the only article that holds it
        self._shared: dict[int, dict[str, None]] = {}  # sentence -> the articles that hold it
        self._named: dict[str, dict[str, None]] = {}  # origin -> the articles that name it
        found, shared = set[int](), set[int]()
        for sketch in sketches.values():
            shared.update(found.intersection(sketch.sentences))
            found.update(sketch.sentences)
        named = {sketch.origin for sketch in sketches.values()}
        # Never changed in place: a build that fails leaves the last one's as it was.
        self.cut = {id: cut for id, one in sketches.items() if (cut := _cut(one, shared, named)) is not None}

    def replace(self, news: Mapping[str, Sketch | None]) -> None:
        """Put in or take out articles."""
        if not news:
            return
        if not self._written:
            self._write_down()
        touched = dict.fromkeys([other for id, sketch in news.items() for other in self._replace(id, sketch)])
        cuts = {id: _cut(self._sketches[id], self._shared, self._named) if id in self._sketches else None for id in touched}
        if any(self.cut.get(id) != one for id, one in cuts.items()):
            kept = {id: one for id, one in self.cut.items() if id not in cuts}
            self.cut = kept | {id: one for id, one in cuts.items() if one is not None}

    def _write_down(self) -> None:
        for id, sketch in self._sketches.items():
            for _ in self._put(id, sketch):
                pass  # nothing changes yet
        self._written = True

    def _replace(self, id: str, sketch: Sketch | None) -> Iterator[str]:
        """Gives every article whose cut that may change, itself included."""
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


def _cut(sketch: Sketch, shared: Container[int], named: Container[str]) -> Sketch | None:
    """What of a sketch other articles hold too; nothing of one that holds nothing of theirs, names nobody and is not named."""
    sentences = tuple([sentence for sentence in sketch.sentences if sentence in shared])
    if not sentences and not sketch.origin and sketch.article not in named:
        return None
    return msgspec.structs.replace(sketch, sentences=sentences)


def share_sketches(keep: Keeper, told: dict[str, Result[Any]]) -> dict[str, Sketch]:
    """Article -> its sketch without the sentences that it alone holds; of articles that may have an origin in common."""

    def sketch(id: str) -> Sketch:
        found: Sketch = told[id].field("sketch").value
        return found

    kept = keep.find("sharing")
    if kept is None:
        sharing = Sharing({id: sketch(id) for id in told})
    else:
        sharing = kept.value
        news = {id: sketch(id) for id in keep.changed(kept.maps, (told,))}
        sharing.replace(news | dict.fromkeys(id for id in kept.maps[0] if id not in told))
    keep.keep("sharing", (), (told,), sharing)
    return sharing.cut
