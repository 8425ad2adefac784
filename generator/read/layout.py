"""Paths below content/ into what stands there: each kind's files by id; an article's text with its sidecar."""

from __future__ import annotations

import msgspec

from generator.read.ids import id_trouble

_KINDS = ("articles", "actors", "countries", "sources", "disputes", "pages", "static")


class Layout(msgspec.Struct, frozen=True):
    """Where everything is."""

    stems: dict[str, dict[str, str]]  # kind -> id -> path
    articles: dict[str, tuple[str, str]]  # id -> text and sidecar, or an empty path; ids in order
    static: tuple[str, ...]


def lay_out(paths: tuple[str, ...]) -> Layout:
    """Which of a project's files are what."""
    kinds: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for path in paths:
        parts = path.split("/")
        if parts[0] != "content" or len(parts) < 3 or parts[1] not in kinds:
            continue
        # A name that cannot be an id is reported by check_ids; no page of it could be written everywhere.
        if parts[1] in ("countries", "static") or not id_trouble(_stem(path)):
            kinds[parts[1]].append(path)
    stems = {kind: _stems(kinds[kind]) for kind in ("actors", "countries", "sources", "disputes", "pages")}
    return Layout(stems, _articles(kinds["articles"]), tuple(kinds["static"]))


def _stems(paths: list[str]) -> dict[str, str]:
    return {_stem(path): path for path in paths if path.endswith((".yaml", ".md"))}


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _articles(paths: list[str]) -> dict[str, tuple[str, str]]:
    """Article id -> its text and its sidecar."""
    sidecars = {path.removesuffix(".yaml"): path for path in paths if path.endswith(".yaml")}
    texts = [path for path in paths if path.endswith((".md", ".txt"))]
    pairs = {_stem(path): (path, sidecars.get(path.rpartition(".")[0], "")) for path in texts}
    return dict(sorted(pairs.items()))
