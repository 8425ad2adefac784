"""Rendered files -> the site on disk: completed aside, applied by a journal, never half.

Everything new is first written into a hidden folder beside the output. Then a journal of the renames and deletions to come
is put in place, a manifest that lists old and new paths together is published, the journal is applied, and the final
manifest is published last. Killed before the journal stands, the old site is untouched; killed after, the next run rolls the
journal forward. Only paths in brief's own manifest are ever removed.
"""

from __future__ import annotations

import fcntl
import itertools
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from generator.outputs import MANIFEST, FileStamp, Place, manifest_bytes, read_manifest, write_file


class ForeignFolderError(Exception):
    """The output folder holds files that brief did not publish."""


class Journal(msgspec.Struct, frozen=True):
    """What is still to be done; every entry may be done twice without harm."""

    moves: tuple[str, ...]  # paths in staging, files or whole folders; "" is the whole site
    deletions: tuple[str, ...]


class Changes(msgspec.Struct, frozen=True, array_like=True):
    """What a publication did, by site path."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


@contextmanager
def sole_writer(place: Place, wait: Callable[[str], None]) -> Iterator[None]:
    """Hold the output's lock, which dies with this process; `wait` is told who holds it if we must wait."""
    Path(place.aside).mkdir(parents=True, exist_ok=True)
    Path(place.aside, ".gitignore").write_text("*\n", encoding="utf-8")
    with (Path(place.aside) / "lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            wait(lock.read().strip() or "another process")
            fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write(f"process {os.getpid()}")
        lock.flush()
        yield


def recover(place: Place) -> bool:
    """Roll an interrupted publication forward, or discard what was never complete; true if a journal was applied."""
    journal = place.journal
    applied = journal.exists()
    if applied:
        _apply(place, msgspec.json.decode(journal.read_bytes(), type=Journal))
    shutil.rmtree(place.staging, ignore_errors=True)
    for draft in (_journal_draft(place), _union_draft(place)):
        draft.unlink(missing_ok=True)
    return applied


def discard(place: Place) -> None:
    """Throw away what was completed aside and is not to be published."""
    shutil.rmtree(place.staging, ignore_errors=True)


def own_manifest(place: Place) -> dict[str, str]:
    """What brief published into the output folder; raises if the folder holds files and no manifest of ours."""
    site = Path(place.site)
    if site.exists() and not site.is_dir():
        message = f"{site} is a file, not a folder."
        raise ForeignFolderError(message)
    manifest = read_manifest(site)
    if site.is_dir() and manifest is None:
        found = sorted(entry.name for entry in site.iterdir() if entry.name != ".gitignore")
        if found:
            message = f"{site} holds files that brief did not publish, for instance {found[0]}."
            raise ForeignFolderError(message)
    return manifest or {}


def publish(
    place: Place, old: Mapping[str, str], wanted: Mapping[str, str], found: Mapping[str, FileStamp], manifest: bytes
) -> Changes:
    """Make the site hold exactly `wanted` (path -> sha256), which `manifest` lists, where it held `old`.

    Changed files were staged, `found` is on disk.
    """
    added = tuple(sorted(path for path in wanted if path not in found))
    changed = tuple(sorted(path for path, sha in wanted.items() if path in found and found[path].sha256 != sha))
    removed = tuple(sorted(path for path in old if path not in wanted))
    current = Path(place.site) / MANIFEST
    if not (added or changed or removed) and current.is_file() and current.read_bytes() == manifest:
        return Changes((), (), ())
    _refuse_links(place, (*added, *changed, *removed))
    _refuse_overwriting(place, added, old)
    write_file(f"{place.aside}/next/{MANIFEST}", manifest)
    moves = tuple(_moves(place, (*added, *changed)))
    _write_journal(place, Journal(moves, removed))
    if moves != ("",) and old.keys() != wanted.keys():
        _publish_union(place, old, wanted)
    _apply(place, Journal(moves, removed))
    return Changes(added, changed, removed)


def _refuse_links(place: Place, paths: tuple[str, ...]) -> None:
    """A folder of the site that somebody made a link may lead anywhere: nothing is written or removed through it."""
    folders = {folder for path in paths for folder in itertools.accumulate(path.split("/")[:-1], "{}/{}".format)}
    for folder in sorted(folders):
        link = Path(place.site, folder)
        if link.is_symlink():
            message = f"{link} is a link to another folder; brief writes nothing through it."
            raise ForeignFolderError(message)


def _refuse_overwriting(place: Place, paths: tuple[str, ...], old: Mapping[str, str]) -> None:
    """A file that brief did not publish is never overwritten."""
    if not os.path.lexists(place.site):
        return
    for path in paths:
        parts = path.split("/")
        folders = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
        foreign = [folder for folder in folders if folder not in old and Path(place.site, folder).is_file()]
        foreign += [path] if path not in old and _holds_foreign(place, path, old) else []
        if foreign:
            message = f"{Path(place.site, foreign[0])} was not published by brief and would be overwritten."
            raise ForeignFolderError(message)


def _holds_foreign(place: Place, path: str, old: Mapping[str, str]) -> bool:
    target = Path(place.site, path)
    if target.is_dir() and not target.is_symlink():
        return any(str(inner.relative_to(place.site)) not in old for inner in target.rglob("*") if not inner.is_dir())
    return os.path.lexists(target)


def _moves(place: Place, paths: tuple[str, ...]) -> Iterator[str]:
    """The renames that bring `paths` into the site; a folder that the site lacks moves whole."""
    site = place.site
    if not os.path.lexists(site):
        yield ""
        return
    whole: set[str] = set()
    for path in paths:
        parts = path.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            if folder in whole:
                break
            if not os.path.lexists(f"{site}/{folder}"):
                whole.add(folder)
                yield folder
                break
        else:
            yield path


def _journal_draft(place: Place) -> Path:
    return place.journal.with_suffix(".draft")


def _union_draft(place: Place) -> Path:
    return Path(place.aside) / "union.json"


def _write_journal(place: Place, journal: Journal) -> None:
    """Put the journal in place in one step."""
    draft = _journal_draft(place)
    with draft.open("wb") as file:
        file.write(msgspec.json.encode(journal))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(place.journal)


def _publish_union(place: Place, old: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    """Until the journal is applied, the manifest lists old and new paths: nothing of ours can be orphaned."""
    draft = _union_draft(place)
    draft.write_bytes(manifest_bytes({**old, **wanted}))
    draft.replace(Path(place.site) / MANIFEST)


def _apply(place: Place, journal: Journal) -> None:
    """Apply a journal; what was done already is passed over."""
    site, staging = Path(place.site), place.staging
    if journal.moves == ("",):
        if staging.exists() and not os.path.lexists(site):
            staging.rename(site)
        place.journal.unlink(missing_ok=True)
        return
    for path in journal.deletions:
        _delete(site, path)
    for path in journal.moves:
        _move(staging / path, site / path)
    _move(staging / MANIFEST, site / MANIFEST)
    place.journal.unlink(missing_ok=True)
    shutil.rmtree(staging, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    if not source.exists():
        return
    try:
        source.replace(target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
    except OSError:
        if not source.is_dir():
            raise
        for inner in sorted(source.rglob("*")):
            if inner.is_file():
                _move(inner, target / inner.relative_to(source))


def _delete(site: Path, path: str) -> None:
    """Remove one file of ours, and the folders that it leaves empty."""
    target = site / path
    if target.is_file() or target.is_symlink():
        target.unlink()
    for folder in target.parents:
        if folder == site:
            break
        try:
            folder.rmdir()
        except OSError:
            break
