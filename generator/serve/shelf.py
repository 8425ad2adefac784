"""The preview's own cache: begun as a copy of the build's, so that neither ever waits for the other."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import IO

from generator.store import DamagedCacheError, Store, delete_cache


@contextmanager
def preview_store(root: Path, tell: Callable[[str], None]) -> Iterator[Store]:
    """A cache that nobody else uses; in memory where the disk takes none."""
    folder = root / ".brief"
    with _own(folder) as path:
        if path is not None:
            _begin(folder / "cache.sqlite", path)
        try:
            store = Store(path)
        except DamagedCacheError:
            tell("The preview's cache could not be read; it is made anew.")
            if path is not None:
                delete_cache(path)
            store = Store(path)
        try:
            yield store
        finally:
            store.close()


@contextmanager
def _own(folder: Path) -> Iterator[Path | None]:
    """The path of the first cache that no other preview of this project holds."""
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    for number in range(1, 10):
        lock: IO[str] | None = None
        try:
            lock = (folder / f"preview-{number}.lock").open("w", encoding="utf-8")
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if lock is not None:
                lock.close()
            continue
        with lock:
            yield folder / f"preview-{number}.sqlite"
        return
    yield None


def _begin(source: Path, target: Path) -> None:
    """Copy the build's cache where it is newer than the preview's."""
    if not source.exists() or _changed(target) >= _changed(source):
        return
    delete_cache(target)
    try:
        with (
            closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True, timeout=1)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
    except sqlite3.Error:
        delete_cache(target)


def _changed(path: Path) -> int:
    """When a cache was last written; 0 for none."""
    beside = (path, path.with_name(path.name + "-wal"))
    return max((one.stat().st_mtime_ns for one in beside if one.exists()), default=0)
