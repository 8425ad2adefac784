"""The desk's own files under content/static/ -> published files; never in the place of a page, on any file system."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping

from generator import sheets
from generator.outputs import MANIFEST
from generator.read.snapshot import SourceFile
from generator.site.press import Press


def render_static(press: Press, found: Iterable[SourceFile], wanted: Mapping[str, str]) -> dict[str, str]:
    """Path -> sha256 of the files, copied as they are; `wanted` are the paths that brief publishes itself."""
    by_path = {file.path.removeprefix("content/static/"): file for file in found}
    keep = press.memo.keeper
    paths, own = keep.steady("all paths", tuple(wanted)), keep.steady("static paths", tuple(by_path))
    taken = keep.same("taken", lambda: _in_the_way(paths, own), paths, own)
    cases = {path: {"path": path, "data": file, "taken": taken[path]} for path, file in by_path.items()}
    return press.outputs(sheets.copy_static, cases)


def _in_the_way(wanted: Iterable[str], static: Collection[str]) -> dict[str, str]:
    """For each of the desk's own files, the published path that stands in its way, if any."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in (*wanted, MANIFEST) if static else ():
        _claim(path, files, folders)
    found = {}
    for path in static:
        found[path] = _taken(path, files, folders)
        if not found[path]:
            _claim(path, files, folders)
    return found


def _key(path: str) -> str:
    """Equal for paths that some file system takes for one."""
    return unicodedata.normalize("NFC", path).casefold()


def _folders(key: str) -> list[str]:
    parts = key.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def _claim(path: str, files: dict[str, str], folders: dict[str, str]) -> None:
    key = _key(path)
    files[key] = path
    for folder in _folders(key):
        folders.setdefault(folder, path)


def _taken(path: str, files: Mapping[str, str], folders: Mapping[str, str]) -> str:
    """The published path that stands in this one's way: the same path, a file where it needs a folder, or the reverse."""
    key = _key(path)
    in_the_way = (files.get(key), folders.get(key), *(files.get(folder) for folder in _folders(key)))
    return next((one for one in in_the_way if one), "")
