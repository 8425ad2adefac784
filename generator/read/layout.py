"""Paths below content/ into what stands there: each kind's files by id; an article's text with its sidecar."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import msgspec

from generator.read.ids import id_trouble

ENDINGS = {
    "articles": ("md", "txt", "yaml"),
    "actors": ("yaml", "md"),
    "countries": ("yaml", "md"),
    "sources": ("yaml",),
    "disputes": ("yaml",),
    "pages": ("md",),
}
_FREELY_NAMED = ("countries", "static")  # a country's name is a code, which is looked up; a copied file keeps any name


class Layout(msgspec.Struct, frozen=True):
    """Where everything is."""

    stems: dict[str, dict[str, str]]  # kind -> id -> path
    articles: dict[str, tuple[str, str]]  # id -> text and sidecar, or an empty path; ids in order
    static: tuple[str, ...]


class Place(NamedTuple):
    """What a path says of its file."""

    kind: str  # the folder of content/
    stem: str
    ending: str  # what follows the name's last dot
    trouble: str  # why the stem cannot be an id, where it has to be one; else empty

    @property
    def is_read(self) -> bool:
        """Whether such a file describes something."""
        return self.ending in ENDINGS.get(self.kind, ())


@lru_cache(maxsize=1 << 16)  # a preview asks for the same paths whenever a file comes or goes
def place_of(path: str) -> Place | None:
    """Where a project's file stands; None for one that is in none of the folders of content/."""
    parts = path.split("/")
    if len(parts) < 3 or parts[0] != "content" or (parts[1] not in ENDINGS and parts[1] != "static"):
        return None
    stem, _, ending = parts[-1].rpartition(".")
    return Place(parts[1], stem, ending, "" if parts[1] in _FREELY_NAMED else id_trouble(stem))


def lay_out(paths: tuple[str, ...]) -> Layout:
    """Which of a project's files are what; a name that cannot be an id is reported by `check_ids` and stands nowhere."""
    stems: dict[str, dict[str, str]] = {kind: {} for kind in ENDINGS}
    sidecars: dict[str, str] = {}
    static = []
    for path in paths:
        place = place_of(path)
        if place is None or place.trouble:
            continue
        if place.kind == "static":
            static.append(path)
        elif place.kind == "articles" and place.ending == "yaml":
            sidecars[path.removesuffix(".yaml")] = path
        elif place.is_read:
            stems[place.kind][place.stem] = path
    texts = sorted(stems.pop("articles").items())
    return Layout(stems, {id: (path, sidecars.get(path.rpartition(".")[0], "")) for id, path in texts}, tuple(static))
