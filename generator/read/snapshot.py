"""The project's files as they are at one moment; the only reader of the project.

A file's size, times and inode stand for its bytes once they have been seen, unless the file changed within two seconds of
being looked at: then it is read again. A file that changes while it is read, or a link that leaves the project, is noticed.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from generator.problems import Location, Problem

STAMPS = "stamps"  # the note in the cache that holds what stands for each file's bytes
LARGEST = 64 * 1024 * 1024  # bytes of one file; a larger one is surely no article
_TRUST_AFTER = 2_000_000_000  # nanoseconds between a change and a look after which equal stamps mean equal bytes


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """What stands for a file's bytes."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    digest: bytes
    seen_ns: int  # the file system's clock when the bytes were read

    def matches(self, found: os.stat_result) -> bool:
        """Whether the file is surely still the one whose bytes gave `digest`."""
        same = (self.size, self.mtime_ns, self.ctime_ns, self.inode) == (
            found.st_size,
            found.st_mtime_ns,
            found.st_ctime_ns,
            found.st_ino,
        )
        return same and self.seen_ns - max(self.mtime_ns, self.ctime_ns) > _TRUST_AFTER


class FileChangedError(Exception):
    """A file changed between two looks of one build; the build starts again."""


class SourceFile:
    """One file of the project: its digest, and its bytes when asked for."""

    __slots__ = ("_content", "digest", "location", "path")

    def __init__(self, path: str, location: str, found: bytes, content: bytes | None) -> None:
        """`path` is relative to the project, with forward slashes."""
        self.path, self.location, self.digest, self._content = path, location, found, content

    def read(self) -> bytes:
        """The bytes that the digest stands for."""
        content, self._content = self._content, None
        if content is None:
            content = _read(self.location)
            if _digest(content) != self.digest:
                raise FileChangedError(self.path)
        return content

    def blob(self) -> bytes:
        """The bytes as a step's ingredient."""
        return msgspec.msgpack.encode(self.read())


class HeldFile(SourceFile):
    """A file whose bytes stand elsewhere than in the project's folder, in a revision for instance."""

    __slots__ = ("_held",)

    def __init__(self, path: str, content: bytes) -> None:
        """The same digest as a file on disk with these bytes."""
        super().__init__(path, "", _digest(content), None)
        self._held = content

    def read(self) -> bytes:
        """The bytes."""
        return self._held


class Snapshot:
    """All files at one moment, by path, in order."""

    def __init__(self, files: dict[str, SourceFile], stamps: dict[str, Stamp], problems: tuple[Problem, ...]) -> None:
        """`stamps` are for the next snapshot."""
        self.files, self.stamps, self.problems = files, stamps, problems

    @property
    def digest(self) -> bytes:
        """One digest for everything that was found."""
        whole = hashlib.blake2b(digest_size=16)
        for path, file in self.files.items():
            whole.update(path.encode("utf-8", "surrogateescape") + b"\0" + file.digest)
        for problem in self.problems:
            whole.update(repr(problem).encode("utf-8", "surrogateescape"))
        return whole.digest()

    def over(self, before: Snapshot) -> Snapshot:
        """The same, with the very objects of an earlier snapshot where they stand for the same bytes."""
        old = before.files
        kept = {path: old[path] if path in old and old[path].digest == file.digest else file for path, file in self.files.items()}
        return Snapshot(kept, self.stamps, self.problems)


def find_project(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds brief.yaml or content/."""
    for folder in (start, *start.parents):
        if (folder / "brief.yaml").is_file() or (folder / "content").is_dir():
            return folder
    return None


def themes() -> list[Path]:
    """The folders of the themes that came with brief, in a wheel or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "themes", package.parent / "themes"):
        found = sorted(theme.parent for theme in folder.glob("*/theme.yaml"))
        if found:
            return found
    return []


def take_snapshot(root: Path, known: Mapping[str, Stamp]) -> Snapshot:
    """Look at brief.yaml, content/ and themes/ of a project; read what `known` stamps cannot vouch for."""
    roots = [name for name in ("brief.yaml", "content", "themes") if os.path.lexists(root / name)]
    return _snapshot([(name, str(root / name)) for name in roots], known, root.resolve(), _file_system_time(root))


def look_again(root: Path, before: Snapshot, paths: Iterable[str]) -> Snapshot:
    """The snapshot after something happened at some paths; everything else is taken to be as it was."""
    now, inside = _file_system_time(root), root.resolve()
    files, stamps = dict(before.files), dict(before.stamps)
    problems = list(before.problems)
    for path in paths:
        gone = [name for name in files if name == path or name.startswith(f"{path}/")]
        known = {name: stamps.pop(name) for name in gone}
        for name in gone:
            del files[name]
        problems = [one for one in problems if one.location.path != path and not one.location.path.startswith(f"{path}/")]
        if _is_reached(root, path):
            found = _snapshot([(path, str(root / path))], known, inside, now)
            files.update(found.files)
            stamps.update(found.stamps)
            problems += found.problems
    same = files.keys() == before.files.keys()
    # An unchanged list of names keeps its order, and its very objects.
    ordered = {name: files[name] for name in before.files} if same else dict(sorted(files.items()))
    return Snapshot(ordered, stamps, tuple(problems)).over(before)


def _is_reached(root: Path, path: str) -> bool:
    """Whether a walk through the project comes to a path: no hidden name, no link to a folder on the way, and it is there."""
    parts = path.split("/")
    folder = root
    for depth, part in enumerate(parts):
        if depth and _is_leftover(part) and not path.startswith("content/static/"):
            return False
        if depth and folder.is_symlink():
            return False
        folder /= part
    return folder.is_symlink() or folder.is_dir() or folder.is_file()


def take_theme(folder: Path, known: Mapping[str, Stamp]) -> Snapshot:
    """Look at the files of a theme that came with brief; paths are relative to the theme."""
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return _snapshot([(entry.name, str(entry)) for entry in entries], known, folder.resolve(), _file_system_time(folder))


def _snapshot(starts: list[tuple[str, str]], known: Mapping[str, Stamp], inside: Path, now: int) -> Snapshot:
    files: dict[str, SourceFile] = {}
    stamps: dict[str, Stamp] = {}
    problems: list[Problem] = []
    for path, location in starts:
        for found in _walk(path, location, inside, problems):
            name, place = found
            try:
                file, stamp = _look(name, place, known.get(name), now)
            except FileNotFoundError as error:
                raise FileChangedError(name) from error
            except OSError as error:
                problems.append(Problem(Location(name), f"This file cannot be read: {error.strerror}."))
                continue
            files[name], stamps[name] = file, stamp
    return Snapshot(dict(sorted(files.items())), stamps, tuple(problems))


def _walk(path: str, location: str, inside: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Every regular file below `location`; hidden files, editors' leftovers and unsafe links are passed over."""
    if Path(location).is_symlink() or not Path(location).is_dir():
        if _is_safe(path, location, inside, problems):
            yield path, location
        return
    with os.scandir(location) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            name = f"{path}/{entry.name}"
            if _is_leftover(entry.name) and not path.startswith("content/static"):
                continue
            if entry.is_symlink():
                if _is_safe(name, entry.path, inside, problems):
                    yield name, entry.path
            elif entry.is_dir(follow_symlinks=False):
                yield from _walk(name, entry.path, inside, problems)
            elif entry.is_file(follow_symlinks=False) and _is_name(name, problems):
                yield name, entry.path


def _is_leftover(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp", ".bak", ".orig"))


def _is_name(path: str, problems: list[Problem]) -> bool:
    """File names must be UTF-8, or they could not be written down."""
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "replace").decode()
        problems.append(Problem(Location(shown), "This file's name is not UTF-8.", fix="Rename it."))
        return False
    return True


def _is_safe(path: str, location: str, inside: Path, problems: list[Problem]) -> bool:
    """A link may point to a file inside the project, and nowhere else."""
    try:
        target = Path(location).resolve(strict=True)
    except (OSError, RuntimeError):  # a loop of links is a RuntimeError before Python 3.13
        target = None
    if target is None:
        problems.append(Problem(Location(path), "This link leads nowhere.", fix="Mend or remove the link."))
    elif not target.is_relative_to(inside):
        problems.append(Problem(Location(path), "This link leaves the project.", fix="Copy the file into the project."))
    elif target.is_dir():
        problems.append(Problem(Location(path), "Links to folders are not followed.", fix="Move the folder here."))
    else:
        return _is_name(path, problems)
    return False


def _look(path: str, location: str, known: Stamp | None, now: int) -> tuple[SourceFile, Stamp]:
    found = os.stat(location)  # noqa: PTH116 - a third of the cost, ten thousand times
    if not stat.S_ISREG(found.st_mode):
        raise OSError(0, "it is not a regular file")
    if known is not None and known.matches(found):
        return SourceFile(path, location, known.digest, None), known
    content = _read(location)
    after = os.stat(location)  # noqa: PTH116 - as above
    if (found.st_size, found.st_mtime_ns, found.st_ino) != (after.st_size, after.st_mtime_ns, after.st_ino):
        raise FileChangedError(path)
    stamp = Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, _digest(content), now)
    return SourceFile(path, location, stamp.digest, content), stamp


def _read(location: str) -> bytes:
    try:
        with open(location, "rb", buffering=0) as file:  # noqa: PTH123 - half the cost of Path.open
            # To ask for as much as there is, and not for all that is allowed, leaves no large piece of memory to each file.
            size = os.fstat(file.fileno()).st_size
            content = file.read(min(size, LARGEST) + 1)
    except FileNotFoundError as error:
        raise FileChangedError(Path(location).name) from error
    if len(content) > LARGEST:
        raise OSError(0, f"it is larger than {LARGEST // (1024 * 1024)} MB")
    if len(content) != size:
        raise FileChangedError(Path(location).name)
    return content


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


def _file_system_time(root: Path) -> int:
    """Now, by the clock that stamps files (another machine's, perhaps); falls back to this machine's."""
    import time

    probe = root / ".brief" / "clock"
    try:
        probe.parent.mkdir(exist_ok=True)
        probe.touch()
        return probe.stat().st_mtime_ns
    except OSError:
        return time.time_ns()
