"""What an output folder holds, and the files completed beside it.

A published file's size, times and inode stand for its bytes, unless it was looked at within two seconds of its last change.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from generator.model import File

MANIFEST = "manifest.json"
# Paths between line ends: none is empty, absolute, ends as a folder, or climbs.
_UNSAFE = ("\n\n", "\n/", "/\n", "\0", "\\", *(f"{a}{dots}{z}" for a in "\n/" for dots in (".", "..") for z in "\n/"))
_PLAIN = re.compile(r"[\w./ -]*+")
_HASHES = re.compile(r"(?:[0-9a-f]{64}\n)*")


class Place(msgspec.Struct, frozen=True, array_like=True):
    """An output folder and the hidden folder beside it."""

    site: str
    aside: str

    @property
    def staging(self) -> Path:
        """Where changed files are completed."""
        return Path(self.aside) / "next"

    @property
    def journal(self) -> Path:
        """The renames and deletions to come."""
        return Path(self.aside) / "journal.json"


class FileStamp(msgspec.Struct, frozen=True, array_like=True):
    """What stands for a published file's bytes."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    sha256: str
    trusted: bool  # the stamps were taken more than two seconds after the change


def place_of(site: Path) -> Place:
    """The output folder `site` with its hidden neighbour."""
    return Place(str(site), str(site.parent / f".{site.name}.brief"))


def read_manifest(site: Path) -> dict[str, str] | None:
    """A published manifest, path -> sha256; None where there is none, or where it is not one of ours."""
    try:
        manifest = msgspec.json.decode((site / MANIFEST).read_bytes(), type=dict[str, str])
    except (OSError, ValueError, RecursionError):
        return None
    paths, hashes = "\n".join(["", *manifest, ""]), "\n".join([*manifest.values(), ""])
    ours = not manifest or (not any(part in paths for part in _UNSAFE) and _HASHES.fullmatch(hashes))
    return manifest if ours else None


def survey(place: Place, paths: Iterable[str], known: Mapping[str, FileStamp]) -> dict[str, FileStamp]:
    """Those of `paths` that are on disk, with their true sha256; `known` stamps save reading."""
    site = Path(place.site)
    found: dict[str, FileStamp] = {}
    for path in paths:
        stamp = known.get(path)
        try:
            seen = os.stat(f"{place.site}/{path}", follow_symlinks=False)  # noqa: PTH116 - a third of the cost, twenty thousand times
        except (FileNotFoundError, NotADirectoryError):
            continue
        if (
            stamp is None
            or not stamp.trusted
            or (stamp.size, stamp.mtime_ns, stamp.ctime_ns, stamp.inode)
            != (
                seen.st_size,
                seen.st_mtime_ns,
                seen.st_ctime_ns,
                seen.st_ino,
            )
        ):
            stamp = stamp_file(site / path)
        if stamp is not None:
            found[path] = stamp
    return found


def stamp_file(path: Path) -> FileStamp | None:
    """Read a published file; None for what is no regular file."""
    if path.is_symlink() or not path.is_file():
        return None
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return _stamp(path.stat(), sha256)


def _stamp(seen: os.stat_result, sha256: str) -> FileStamp:
    trusted = time.time_ns() - max(seen.st_mtime_ns, seen.st_ctime_ns) > 2_000_000_000
    return FileStamp(seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino, sha256, trusted)


def restamp(place: Place, written: Mapping[str, str]) -> dict[str, FileStamp]:
    """Stamps of files that were just published with these digests; whoever touches one later changes its stamp."""
    stamps = {}
    for path, sha256 in written.items():
        seen = os.stat(f"{place.site}/{path}", follow_symlinks=False)  # noqa: PTH116 - as above
        stamps[path] = _stamp(seen, sha256)
    return stamps


def stage(place: Place, compare: bool, files: tuple[File, ...]) -> tuple[tuple[str, str], ...]:
    """Complete rendered files aside, except those that the site already holds (`compare`); their paths and digests."""
    kept = []
    for file in files:
        kept.append((file.path, hashlib.sha256(file.content).hexdigest()))
        if not (compare and _holds(f"{place.site}/{file.path}", file.content)):
            write_file(f"{place.aside}/next/{file.path}", file.content)
    return tuple(kept)


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb") as published:  # noqa: PTH123 - half the cost of Path.open, ten thousand times
            return published.read() == content
    except OSError:
        return False


def digests(files: tuple[File, ...]) -> tuple[tuple[str, str], ...]:
    """Paths and digests of rendered files that nobody wants on disk."""
    return tuple((file.path, hashlib.sha256(file.content).hexdigest()) for file in files)


def write_file(path: str, content: bytes) -> None:
    """Write a file, making its folder where there is none."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        while content:  # the system may take less than it is given
            content = content[os.write(handle, content) :]
    finally:
        os.close(handle)


def manifest_bytes(wanted: Mapping[str, str]) -> bytes:
    """manifest.json: path -> sha256, sorted."""
    quoted = '"{}"'.format if _PLAIN.fullmatch("".join(wanted)) else _quoted
    lines = [f'{quoted(path)}: "{sha256}"' for path, sha256 in sorted(wanted.items())]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _quoted(path: str) -> str:
    """A path in JSON; most need no escape."""
    return f'"{path}"' if _PLAIN.fullmatch(path) else json.dumps(path, ensure_ascii=False)
