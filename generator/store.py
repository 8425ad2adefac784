"""The cache file: one SQLite database of remembered steps and file stamps.

It may be lost at any moment and nothing is lost with it. What is remembered of steps carries a checksum, and each payload's
digest stands there: a damaged cache is noticed and dropped, never believed.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

_LAYOUT = "brief cache 3"
_TABLES = """
CREATE TABLE about (layout TEXT NOT NULL);
CREATE TABLE shelf (function TEXT NOT NULL, number INTEGER NOT NULL, slots BLOB NOT NULL, PRIMARY KEY (function, number));
CREATE TABLE payload (row INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE note (name TEXT PRIMARY KEY, value BLOB NOT NULL);
"""
_SHELVES = 32  # an edit writes the shelf that its slot stands on, a build reads them all


class DamagedCacheError(Exception):
    """The cache file holds something that brief did not write; the caller drops it and starts again."""


def shelf_of(id: str) -> int:
    """On which shelf of its function the slot of an id stands."""
    return zlib.crc32(id.encode()) % _SHELVES


class Store:
    """An open cache file, inside one transaction from opening to `commit`."""

    def __init__(self, path: Path | None) -> None:
        """Open or create the cache at `path`; None keeps it in memory. A foreign or damaged file raises."""
        self._path = path
        with _noticing():
            self._open()

    def _open(self) -> None:
        self._db = sqlite3.connect(self._path or ":memory:", isolation_level=None, timeout=600, check_same_thread=False)
        fresh = not self._db.execute("SELECT 1 FROM sqlite_master").fetchone()
        # Payloads of some kilobytes fill large pages better and are written in fewer calls (32 KB against 4: half the time).
        self._db.execute("PRAGMA page_size=32768")
        # A new cache has nothing to roll back to, and writing it once instead of twice saves a tenth of a first build: if it
        # is cut off half way, its checksums tell.
        self._db.execute(f"PRAGMA journal_mode={'OFF' if fresh else 'WAL'}")
        # A lost cache costs one clean build, so the disk need not confirm every page.
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.execute("PRAGMA cache_size=-16000")
        self._db.execute("BEGIN IMMEDIATE")
        if fresh:
            for statement in filter(str.strip, _TABLES.split(";")):
                self._db.execute(statement)
            self._db.execute("INSERT INTO about VALUES (?)", (_LAYOUT,))
        elif self._db.execute("SELECT layout FROM about").fetchall() != [(_LAYOUT,)]:
            raise sqlite3.DatabaseError("another layout")
        self._rows = self._db.execute("SELECT coalesce(max(row), 0) FROM payload").fetchone()[0]

    def shelves(self, function: str) -> Iterator[memoryview]:
        """Everything that is remembered of one function, shelf by shelf, checked; never all are in memory."""
        with _noticing():
            for number, slots in self._db.execute("SELECT number, slots FROM shelf WHERE function = ?", (function,)):
                yield _unseal(f"{function} {number}", slots)

    def put_shelves(self, function: str, shelves: Iterable[tuple[int, bytes]]) -> None:
        """Write some shelves of one function; an empty one is taken away."""
        with _noticing():
            for number, slots in shelves:
                if slots:
                    sealed = _seal(f"{function} {number}", slots)
                    self._db.execute("INSERT OR REPLACE INTO shelf VALUES (?, ?, ?)", (function, number, sealed))
                else:
                    self._db.execute("DELETE FROM shelf WHERE function = ? AND number = ?", (function, number))

    def functions(self) -> list[str]:
        """Every function of which something is remembered."""
        with _noticing():
            return [name for (name,) in self._db.execute("SELECT DISTINCT function FROM shelf ORDER BY function")]

    def new_row(self) -> int:
        """A number for a payload that has none yet."""
        self._rows += 1
        return int(self._rows)

    def bodies(self, rows: Iterable[int]) -> dict[int, bytes]:
        """Some payloads, by number; their digests stand in the slots, so the caller checks them."""
        wanted = sorted(set(rows))
        found: dict[int, bytes] = {}
        with _noticing():
            for at in range(0, len(wanted), 500):
                some = wanted[at : at + 500]
                asked = f"SELECT row, body FROM payload WHERE row IN ({','.join('?' * len(some))})"  # noqa: S608 - marks alone
                found.update(self._db.execute(asked, some).fetchall())
        if len(found) < len(wanted) or not all(isinstance(body, bytes) for body in found.values()):
            raise DamagedCacheError("a payload is missing")
        return found

    def put_bodies(self, bodies: Iterable[tuple[int, bytes]]) -> None:
        """Write payloads, by number."""
        with _noticing():
            self._db.executemany("INSERT OR REPLACE INTO payload VALUES (?, ?)", bodies)

    def drop_bodies(self, rows: Iterable[int]) -> None:
        """Forget payloads."""
        with _noticing():
            self._db.executemany("DELETE FROM payload WHERE row = ?", [(row,) for row in rows])

    def note(self, name: str, type: Any) -> Any | None:
        """A value that was kept between builds, checked; None where there is none of that type."""
        with _noticing():
            found = self._db.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
            blob = None if found is None else _unseal(name, found[0])
        try:
            return None if blob is None else msgspec.msgpack.decode(blob, type=type)
        except msgspec.DecodeError:
            return None  # kept by another version of brief

    def put_note(self, name: str, value: Any) -> None:
        """Keep a value between builds."""
        with _noticing():
            self._db.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, _seal(name, msgspec.msgpack.encode(value))))

    def commit(self) -> None:
        """Keep everything written since opening, and begin anew; a disk that takes no more is an OSError."""
        try:
            self._db.execute("COMMIT")
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            message = f"the cache cannot be kept: {error}"
            raise OSError(0, message) from error

    def close(self) -> None:
        """Close without keeping what was not committed."""
        with contextlib.suppress(sqlite3.Error):
            self._db.execute("ROLLBACK")
        self._db.close()


def delete_cache(path: Path) -> None:
    """Remove the cache file and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextlib.contextmanager
def _noticing() -> Iterator[None]:
    """Whatever SQLite cannot make sense of is damage."""
    try:
        yield
    except (sqlite3.DatabaseError, TypeError) as error:
        raise DamagedCacheError(str(error)) from error


def _seal(name: str, value: bytes) -> bytes:
    return zlib.crc32(value, zlib.crc32(name.encode())).to_bytes(4, "big") + value


def _unseal(name: str, sealed: bytes) -> memoryview:
    value = memoryview(sealed)[4:]
    if sealed[:4] != zlib.crc32(value, zlib.crc32(name.encode())).to_bytes(4, "big"):
        raise DamagedCacheError(f"{name} fails its checksum")
    return value
