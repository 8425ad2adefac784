"""A project into all that its pages are made of, once or twice, with the cache's help; nothing is written or remembered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from generator.build import gather_material
from generator.code import code_digest
from generator.keeping import Keeper
from generator.memo import Memo
from generator.model import Link
from generator.problems import Problem, sort_problems
from generator.project import open_cache
from generator.read import snapshot as files
from generator.read.snapshot import Snapshot, Stamp
from generator.render.urls import address_of
from generator.report import Options, Tell
from generator.site.material import Material, links_of
from generator.store import Store
from generator.workers import workers_of


class State(msgspec.Struct, frozen=True):
    """A project at one moment."""

    material: Material
    links: dict[str, Link]  # every subject with a page, and where its readers find it
    problems: tuple[Problem, ...]


class Review:
    """Looks at one project; everything looked at stays readable while this is open."""

    def __init__(self, root: Path, store: Store) -> None:
        """`store`: the project's cache."""
        self._root, self._store = root, store

    def look(self, options: Options, snapshot: Snapshot | None = None) -> State:
        """The project as it stands, or as a snapshot has it."""
        with workers_of(options.jobs) as workers:
            memo = Memo(self._store, code_digest(), workers, options.jobs)
            stamps = memo.recall(files.STAMPS, dict[str, Stamp]) or {}
            project = snapshot or files.take_snapshot(self._root, stamps)
            material = gather_material(memo, project, options)
        problems = sort_problems([*project.problems, *memo.problems])
        urls = material.config.urls
        links = links_of(Keeper(lasting=False), material)
        shown = {id: msgspec.structs.replace(link, path=address_of(link.path, urls)) for id, link in links.items()}
        return State(material, shown, problems)


@contextmanager
def reviewing(root: Path, tell: Tell) -> Iterator[Review]:
    """Open a project to look at it; what is learnt meanwhile is forgotten."""
    with open_cache(root, clean=False, tell=tell) as cache:
        yield Review(root, cache())
