"""The project as it stands now, kept warm: one process goes through the same pipeline as `build`, edit after edit.

Everything here runs in one thread. Nothing is published: what a build would write is known by its path and made when asked for.
"""

from __future__ import annotations

import gc
import hashlib
from collections import OrderedDict
from pathlib import Path
from typing import Any

import msgspec

from generator.build import build_site
from generator.code import code_digest
from generator.memo import Memo
from generator.outputs import MANIFEST, digests, manifest_bytes
from generator.problems import Problem, errors, sort_problems
from generator.read import snapshot as files
from generator.read.snapshot import FileChangedError, Snapshot, Stamp
from generator.render.urls import absolute_root
from generator.report import Built, Options
from generator.serve.proofs import Proof, Proofs
from generator.store import Store
from generator.workers import workers_of

_AT_HAND = 4_000_000  # bytes of finished files kept in memory
_COLLECT = (20_000, 10, 10)  # of one edit little stays: cycles are looked for often, so that a day's edits leave nothing behind
_FEW = 50  # paths that are looked at one by one
_TRIES = 20  # looks at a project whose files change while they are read


class Finished(msgspec.Struct, frozen=True):
    """A finished file of the site, as `build` publishes it."""

    path: str
    content: bytes
    sha256: str
    key: bytes  # of the proof that it was made from


class EndedError(Exception):
    """The preview ended in the middle of a build."""


class State(msgspec.Struct, frozen=True):
    """The site after one look at the project."""

    number: int
    proofs: Proofs
    problems: tuple[Problem, ...]
    good: bool  # a build would publish it
    built: Built

    @property
    def base(self) -> str:
        """The folder below which the site will stand, with slashes around it."""
        return absolute_root(self.built.base_url)

    def find(self, path: str) -> Proof | None:
        """What makes the file at a path of the site."""
        place = self.built.wanted.get(path)
        return self.proofs.find(place) if place is not None else None


class Workshop:
    """Looks, builds, and hands out finished files."""

    def __init__(self, root: Path, options: Options, store: Store) -> None:
        """`store` may be any cache that nobody else uses."""
        self._root, self._options = root, options
        self._memo = Memo(store, code_digest(), None, options.jobs, heed=self._heed, lasting=True)
        self._ended = False
        self._stamps: dict[str, Stamp] = self._memo.recall(files.STAMPS, dict[str, Stamp]) or {}  # as they are written down
        self._project = Snapshot({}, self._stamps, ())
        self._themes: dict[str, Snapshot] = {}
        self._seen: tuple[Any, ...] = ()  # what the latest state was made of
        self._finished: OrderedDict[str, Finished] = OrderedDict()
        self._held = 0
        self._failed: dict[str, bytes] = {}  # pages that could not be made, with their proofs' keys
        self.troubles: dict[str, tuple[Problem, ...]] = {}  # why they could not
        self.latest: State | None = None  # what the files say now
        self.shown: State | None = None  # the last state that a build would publish, or the first one

    def end(self) -> None:
        """Stop a build that is under way, soon; may be called from any thread, and nothing is built afterwards."""
        self._ended = True

    def _heed(self) -> None:
        """Called every so often while a build goes on."""
        if self._ended:
            raise EndedError

    def work(self, paths: tuple[str, ...] | None = None) -> State:
        """Look again at some paths, or at every file, and go through the pipeline if anything is not what it was."""
        for _ in range(_TRIES):
            try:
                project, themes = self._look(paths)
                seen = (project.files, project.problems, *(theme.files for theme in themes.values()))
                if self.latest is None or seen != self._seen:
                    self._build(project, themes)
                    self._seen = seen
                return self.latest or self._build(project, themes)
            except FileChangedError:
                paths = None
        message = "Files kept changing while they were read."
        raise OSError(0, message)

    def _look(self, paths: tuple[str, ...] | None) -> tuple[Snapshot, dict[str, Snapshot]]:
        """The snapshots of now; whatever was seen before comes back as the same object."""
        if paths is not None and self.latest is not None and len(paths) <= _FEW:
            self._project = files.look_again(self._root, self._project, paths)
            return self._project, self._themes
        self._project = files.take_snapshot(self._root, self._project.stamps).over(self._project)
        for folder in files.themes():
            known = self._themes.get(folder.name, Snapshot({}, {}, ()))
            self._themes[folder.name] = files.take_theme(folder, known.stamps).over(known)
        return self._project, dict(self._themes)

    def _build(self, project: Snapshot, themes: dict[str, Snapshot]) -> State:
        with workers_of(self._options.jobs) as workers:
            self._memo.begin(workers)
            press = Proofs(self._memo, digests, None)
            built = build_site(self._memo, project, themes, self._options, press)
        problems = sort_problems([*project.problems, *self._memo.problems])
        good = not (errors(problems) or ((built.strict or self._options.strict) and problems))
        number = self.latest.number + 1 if self.latest else 1
        self.latest = State(number, press, problems, good, built)
        if good or self.shown is None or not self.shown.good:
            self.shown = self.latest
            self._memo.forget_untouched()
            self._memo.release()
            self._forget_pages(self.shown)
        return self.latest

    def _forget_pages(self, shown: State) -> None:
        """Let go of pages that are gone, and of mistakes that the files no longer make."""
        for path in [path for path in self._finished if path not in shown.built.wanted]:
            self._held -= len(self._finished.pop(path).content)
        for path, key in list(self._failed.items()):
            proof = shown.find(path)
            if proof is None or proof.key() != key:
                del self.troubles[path], self._failed[path]

    def finish(self, path: str) -> Finished | None:
        """The file at a path of the site; None where there is none."""
        if self.shown is None:
            return None
        if path == MANIFEST:
            return self._manifest(self.shown)
        proof = self.shown.find(path)
        if proof is None:
            return None
        key = proof.key()
        known = self._finished.get(path)
        if known is not None and known.key == key:
            return known
        if self._failed.get(path) != key:
            self._make(path, proof, key)
        # Where a page cannot be made, the last one that could stays.
        return self._finished.get(path)

    def _make(self, path: str, proof: Proof, key: bytes) -> None:
        """Make a page with its twin and feed, or note why it cannot be made."""
        made, problems = proof.make()
        for file in made:
            self._hold(Finished(file.path, file.content, hashlib.sha256(file.content).hexdigest(), key))
        self.troubles.pop(path, None)
        self._failed.pop(path, None)
        if errors(problems):
            self.troubles[path], self._failed[path] = problems, key

    def _manifest(self, state: State) -> Finished:
        key = f"state {state.number}".encode()
        known = self._finished.get(MANIFEST)
        if known is None or known.key != key:
            found = {path: one.sha256 for path in state.built.wanted if (one := self.finish(path)) is not None}
            content = manifest_bytes(found)
            known = Finished(MANIFEST, content, hashlib.sha256(content).hexdigest(), key)
            self._hold(known)
        return known

    def _hold(self, finished: Finished) -> None:
        """Keep a finished file at hand; the oldest ones go when they become too many."""
        old = self._finished.pop(finished.path, None)
        self._held += len(finished.content) - (len(old.content) if old else 0)
        self._finished[finished.path] = finished
        while self._held > _AT_HAND and len(self._finished) > 3:
            self._held -= len(self._finished.popitem(last=False)[1].content)

    @property
    def ran(self) -> dict[str, list[str]]:
        """Which cases of which steps the latest build ran."""
        return self._memo.ran

    def keep(self) -> None:
        """Write down what was learnt, for the next start, and let go of what lies about."""
        if self._stamps != self._project.stamps:
            self._stamps = dict(self._project.stamps)
            self._memo.remember(files.STAMPS, self._stamps)
        self._memo.commit()
        gc.collect()
        gc.freeze()  # what lived until now is not looked through again
        gc.set_threshold(*_COLLECT)
