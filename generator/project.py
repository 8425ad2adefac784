"""One build of one project: wait for the lock, mend what was interrupted, look, build what changed, publish, remember.

Nothing is published while any error stands, and a build with nothing to do ends before any stage is even loaded.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from generator import outputs, publish
from generator.code import code_digest
from generator.fulltext import can_index, renew_index
from generator.memo import Memo
from generator.outputs import FileStamp, Place
from generator.problems import Problem, errors, sort_problems
from generator.read import snapshot as files
from generator.read.snapshot import FileChangedError, Snapshot, Stamp
from generator.report import Options, PageChange, Progress, Report, Tell
from generator.store import DamagedCacheError, Store, delete_cache
from generator.trace import WORTH_A_POOL, digest
from generator.workers import COLLECT, workers_of

if TYPE_CHECKING:
    from generator.site.press import Press

_TRIES = 20  # builds started over because a file changed meanwhile


class _Last(msgspec.Struct, frozen=True, array_like=True):
    """The end of the last build that published, to recognise a build with nothing to do."""

    fingerprint: bytes
    manifest: bytes
    problems: tuple[Problem, ...]
    pages: int
    articles: int
    left_out: tuple[tuple[str, int], ...]
    full_text: bool


class _Looked(msgspec.Struct, frozen=True):
    """Everything that a build depends on, at one moment."""

    project: Snapshot
    theme: dict[str, Snapshot]
    fingerprint: bytes
    fresh: int  # files of the project that no build has seen before


def run_build(root: Path, options: Options, tell: Tell, progress: Progress) -> Report:
    """Build the project at `root`; `tell` hears notices. Content mistakes come back in the report."""
    place = outputs.place_of((root / options.out).absolute())
    options = msgspec.structs.replace(options, full_text=can_index())
    gc.set_threshold(*COLLECT)
    with publish.sole_writer(place, lambda who: tell(f"Waiting for {who}, which is building this site.")):
        if publish.recover(place):
            tell("An interrupted publication was completed first.")
        manifest = publish.own_manifest(place)
        with open_cache(root, options.clean, tell) as cache:
            for _ in range(_TRIES):
                try:
                    report = _attempt(root, options, place, manifest, cache(), progress)
                    if report.published:
                        renew_index(place, report.full_text)
                    return report
                except FileChangedError:
                    continue
                except DamagedCacheError:
                    tell("The cache was damaged; it is dropped and everything is built anew.")
                    cache(fresh=True)
            message = "Files kept changing while they were read."
            raise OSError(0, message)


def _attempt(root: Path, options: Options, place: Place, manifest: dict[str, str], store: Store, progress: Progress) -> Report:
    code = code_digest()
    with workers_of(options.jobs) as workers:
        memo = Memo(store, code, workers, options.jobs, options.verify, progress)
        looked = _look(root, options, memo, code)
        if workers is not None and looked.fresh >= WORTH_A_POOL:
            workers.make_ready()
        known = memo.recall(f"published {place.site}", dict[str, FileStamp]) or {}
        found = outputs.survey(place, manifest, known)
        last = memo.recall(f"last {place.site}", _Last)
        if not options.verify and not options.suggest and last is not None and _is_current(manifest, last, looked, found):
            _remember_stamps(memo, place, found, known)
            return Report(
                last.problems,
                True,
                pages=last.pages,
                articles=last.articles,
                full_text=last.full_text,
                left_out=last.left_out,
                points_added=0,
                points_removed=0,
            )
        return _build(options, place, manifest, memo, looked, found)


def _build(
    options: Options, place: Place, manifest: dict[str, str], memo: Memo, looked: _Looked, found: dict[str, FileStamp]
) -> Report:
    # The stages bring Jinja, pydantic and the Markdown parser; a build with nothing to do never loads them.
    from generator.build import build_site

    published = {path: stamp.sha256 for path, stamp in found.items()}
    built = build_site(memo, looked.project, looked.theme, options, _press(options, place, memo, published))
    problems = sort_problems([*looked.project.problems, *memo.problems])
    ran = {name: len(ids) for name, ids in sorted(memo.ran.items())}
    facts: dict[str, Any] = {
        "ran": ran,
        "reasons": tuple(memo.reasons),
        "unsound": tuple(memo.unsound),
        "articles": built.articles,
        "files": len(built.wanted),
        "full_text": built.full_text,
        "left_out": built.left_out,
        "suggestions": built.suggestions,
        "quarrels": built.quarrels,
    }
    pages = sum(path.endswith(".html") for path in built.wanted)
    stopped = errors(problems) or ((built.strict or options.strict) and problems)
    if stopped or not options.write:
        publish.discard(place)
        _keep(memo)
        return Report(problems, False, bool(stopped), pages=pages, **facts)
    final = outputs.manifest_bytes(built.wanted)
    changes = publish.publish(place, manifest, built.wanted, found, final)
    moved = _moved(memo, place, built.stock)
    written = outputs.restamp(place, {path: built.wanted[path] for path in (*changes.added, *changes.changed)})
    gone = {*changes.changed, *changes.removed}
    now = {**{path: stamp for path, stamp in found.items() if path not in gone}, **written}
    memo.remember(f"published {place.site}", now)
    last = _Last(looked.fingerprint, digest(final), problems, pages, built.articles, built.left_out, built.full_text)
    memo.remember(f"last {place.site}", last)
    memo.forget_untouched()
    _keep(memo)
    if moved is not None:
        facts["points_added"] = sum(one.added + one.replaced for one in moved.values())
        facts["points_removed"] = sum(one.withdrawn + one.replaced for one in moved.values())
    return Report(problems, True, changes=changes, pages=pages, moved=moved or {}, **facts)


def _press(options: Options, place: Place, memo: Memo, published: dict[str, str]) -> Press:
    """How rendered files are kept; `published` is what the site holds now, path -> sha256."""
    from generator.site.press import Press

    if not options.write:
        return Press(memo, outputs.digests, None)
    return Press(memo, partial(outputs.stage, place, bool(published)), partial(_is_published, published))


def _is_published(published: dict[str, str], remembered: bytes) -> bool:
    return all(published.get(path) == sha for path, sha in msgspec.msgpack.decode(remembered, type=tuple[tuple[str, str], ...]))


def _look(root: Path, options: Options, memo: Memo, code: bytes) -> _Looked:
    """Take the snapshots of the project and of every theme that came with brief and could be asked for."""
    known = memo.recall(files.STAMPS, dict[str, Stamp]) or {}
    project = files.take_snapshot(root, known)
    memo.remember(files.STAMPS, project.stamps)
    themes = {}
    for folder in files.themes():
        name = f"theme stamps {folder.name}"
        themes[folder.name] = files.take_theme(folder, memo.recall(name, dict[str, Stamp]) or {})
        memo.remember(name, themes[folder.name].stamps)
    asked = msgspec.msgpack.encode(
        (options.strict, options.as_of, options.edition, options.base_url, options.now, options.full_text)
    )
    parts = (code, project.digest, *(theme.digest for theme in themes.values()), asked)
    fresh = len(project.stamps.keys() - known.keys())
    return _Looked(project, themes, digest(b"".join(parts)), fresh)


def _is_current(manifest: dict[str, str], last: _Last, looked: _Looked, found: dict[str, FileStamp]) -> bool:
    """Whether the site is exactly what the last build of these same files published."""
    if last.fingerprint != looked.fingerprint:
        return False
    if digest(outputs.manifest_bytes(manifest)) != last.manifest:
        return False
    return all(path in found and found[path].sha256 == sha for path, sha in manifest.items())


def _remember_stamps(memo: Memo, place: Place, found: dict[str, FileStamp], known: dict[str, FileStamp]) -> None:
    if found != known:
        memo.remember(f"published {place.site}", found)
        _keep(memo)


def _keep(memo: Memo) -> None:
    """Keep what was remembered, where the disk takes it: a cache that cannot be kept costs time and nothing else."""
    with suppress(OSError):
        memo.commit()


def _moved(memo: Memo, place: Place, stock: Any) -> dict[str, PageChange] | None:
    """What this publication does to the points of each page; unknown without a memory of the last one."""
    from generator.site.stock import Stock, compare_stock

    old = memo.recall(f"stock {place.site}", Stock)
    memo.remember(f"stock {place.site}", stock)
    return None if old is None else compare_stock(old, stock)


@contextmanager
def open_cache(root: Path, clean: bool, tell: Tell) -> Iterator[Callable[..., Store]]:
    """Hand out the project's cache, afresh where it is damaged."""
    folder = root / ".brief"
    path: Path | None = folder / "cache.sqlite"
    opened: list[Store] = []

    def get(fresh: bool = False) -> Store:
        if opened and not fresh:
            return opened[-1]
        if opened:
            opened.pop().close()
        if path is not None and fresh:
            delete_cache(path)
        try:
            opened.append(Store(path))
        except DamagedCacheError:
            tell("The cache could not be read; it is dropped and everything is built anew.")
            if path is not None:
                delete_cache(path)
            opened.append(Store(path))
        return opened[-1]

    try:
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8") if not (folder / ".gitignore").exists() else None
    except OSError:
        path = None
        tell("The cache folder cannot be written; this build remembers nothing.")
    if path is not None and not os.access(folder, os.W_OK):
        path = None
    try:
        get(fresh=clean)
        yield get
    finally:
        for store in opened:
            store.close()
