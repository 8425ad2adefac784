"""The cache file: one SQLite database of remembered steps and file stamps.

It may be lost at any moment and nothing is lost with it. Every row carries a checksum: a damaged cache is noticed and
dropped, never believed.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from pathlib import Path

_LAYOUT = "brief cache 2"
_TABLES = """
CREATE TABLE about (layout TEXT NOT NULL);
CREATE TABLE slot (function TEXT NOT NULL, id TEXT NOT NULL, head BLOB NOT NULL, PRIMARY KEY (function, id)) WITHOUT ROWID;
CREATE TABLE payload (row INTEGER PRIMARY KEY, body BLOB NOT NULL);
"""


class DamagedCacheError(Exception):
    """The cache file holds something that brief did not write; the caller drops it and starts again."""


class Store:
    """An open cache file, inside one transaction from opening to `commit`."""

    def __init__(self, path: Path | None) -> None:
        """Open or create the cache at `path`; None keeps it in memory. A foreign or damaged file raises."""
        self._path = path
        try:
            self._open()
        except sqlite3.DatabaseError as error:
            raise DamagedCacheError(str(error)) from error

    def _open(self) -> None:
        self._db = sqlite3.connect(self._path or ":memory:", isolation_level=None, timeout=600, check_same_thread=False)
        fresh = not self._db.execute("SELECT 1 FROM sqlite_master").fetchone()
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

    def heads(self, function: str) -> dict[str, bytes]:
        """Every slot's head of one function, by id, checked."""
        try:
            rows = self._db.execute("SELECT id, head FROM slot WHERE function = ?", (function,)).fetchall()
            return {id: _unseal(function, id, head) for id, head in rows}
        except (sqlite3.DatabaseError, TypeError) as error:
            raise DamagedCacheError(str(error)) from error

    def head(self, function: str, id: str) -> bytes | None:
        """One slot's head, checked."""
        try:
            row = self._db.execute("SELECT head FROM slot WHERE function = ? AND id = ?", (function, id)).fetchone()
            return None if row is None else _unseal(function, id, row[0])
        except (sqlite3.DatabaseError, TypeError) as error:
            raise DamagedCacheError(str(error)) from error

    def new_row(self) -> int:
        """A number for a payload that has none yet."""
        self._rows += 1
        return int(self._rows)

    def body(self, row: int) -> bytes:
        """One payload; its digest stands in the head, so the caller checks it."""
        try:
            found = self._db.execute("SELECT body FROM payload WHERE row = ?", (row,)).fetchone()
        except sqlite3.DatabaseError as error:
            raise DamagedCacheError(str(error)) from error
        if found is None or not isinstance(found[0], bytes):
            raise DamagedCacheError(f"payload {row} is missing")
        return found[0]

    def put(self, function: str, rows: list[tuple[str, bytes, int, bytes | None]]) -> None:
        """Write slots: id, head, number of the payload, payload; None leaves the payload as it is."""
        heads = [(function, id, _seal(function, id, head)) for id, head, _, _ in rows]
        bodies = [(row, body) for _, _, row, body in rows if body is not None]
        try:
            self._db.executemany("INSERT OR REPLACE INTO slot VALUES (?, ?, ?)", heads)
            self._db.executemany("INSERT OR REPLACE INTO payload VALUES (?, ?)", bodies)
        except sqlite3.DatabaseError as error:
            raise DamagedCacheError(str(error)) from error

    def drop(self, function: str, rows: list[tuple[str, int]]) -> None:
        """Forget slots: id, number of the payload."""
        try:
            self._db.executemany("DELETE FROM slot WHERE function = ? AND id = ?", [(function, id) for id, _ in rows])
            self._db.executemany("DELETE FROM payload WHERE row = ?", [(row,) for _, row in rows])
        except sqlite3.DatabaseError as error:
            raise DamagedCacheError(str(error)) from error

    def functions(self) -> list[str]:
        """Every function that has slots."""
        try:
            return [name for (name,) in self._db.execute("SELECT DISTINCT function FROM slot ORDER BY function")]
        except sqlite3.DatabaseError as error:
            raise DamagedCacheError(str(error)) from error

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


def _seal(function: str, id: str, head: bytes) -> bytes:
    return zlib.crc32(head, zlib.crc32(f"{function}\0{id}".encode())).to_bytes(4, "big") + head


def _unseal(function: str, id: str, sealed: bytes) -> bytes:
    head = sealed[4:]
    if sealed[:4] != zlib.crc32(head, zlib.crc32(f"{function}\0{id}".encode())).to_bytes(4, "big"):
        raise DamagedCacheError(f"{function} {id} fails its checksum")
    return head
