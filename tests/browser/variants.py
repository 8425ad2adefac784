"""A project's site as it is, from right to left, in folders and in the second theme; which of its pages tests look at."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

VARIANTS: dict[str, dict[str, str]] = {
    "en": {},  # as the project is
    "ar": {"language": "ar"},  # runs from right to left
    "folders": {"urls": "folders"},
    "dossier": {"theme": "dossier"},
}


class Site(NamedTuple):
    """A published variant of the project."""

    folder: Path
    address: str  # the same over HTTP, as any static host serves it; ends in a slash
    kinds: tuple[str, ...]  # paths of its pages, some of each kind


def pages_of_each_kind(site: Path) -> tuple[str, ...]:
    """The pages that are alone of their kind; of every other kind the shortest, the middle one and the longest."""
    groups: dict[str, list[str]] = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: (path.stat().st_size, path.as_posix())):
        found = path.relative_to(site).as_posix()
        groups.setdefault(_kind(found), []).append(found)
    ends = [[group[0], group[len(group) // 2], group[-1]] for _, group in sorted(groups.items())]
    return tuple(dict.fromkeys(path for paths in ends for path in paths))


def _kind(path: str) -> str:
    """What a page is like, in either layout: a folder's page, a further page of its list, a record, or its own name."""
    folder, *names = path.removesuffix(".html").removesuffix("/index").split("/")
    if not names:
        return folder
    return f"{folder}/{'index' if names[0].startswith('index-') else 'page' if len(names) == 1 else names[-1]}"
