"""A project -> its dataset in a folder of its own, in the formats of other programs.

The dataset is what the site's twins hold, made as the preview makes them. The folder is kept like a site: it holds what was asked
for last, a manifest lists it, and a folder with anybody else's files is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from generator import outputs, publish
from generator.database import database
from generator.export.annotations import annotation_files
from generator.export.csl import csl_files
from generator.export.dataset import Dataset, paths_of, read_twins
from generator.export.popolo import popolo_files
from generator.export.tables import csv_files, tables_of
from generator.model import File, Site
from generator.problems import Problem
from generator.publish import Changes, ForeignFolderError
from generator.render.urls import file_of
from generator.report import Options, Tell
from generator.serve.shelf import preview_store
from generator.serve.workshop import State, Workshop

_TWINS = ("articles/", "actors/", "countries/")


class Exported(msgspec.Struct, frozen=True):
    """How an export ended."""

    problems: tuple[Problem, ...]
    stopped: bool  # errors stand, and nothing was written
    files: int = 0
    changes: Changes = Changes((), (), ())


def _database(dataset: Dataset) -> tuple[File, ...]:
    return (File("dataset.sqlite", database(tables_of(dataset))),)


PDF = "pdf"  # needs an extra and takes a second or so a page: never made unasked
KINDS: Mapping[str, Callable[[Dataset], tuple[File, ...]]] = {
    "csv": csv_files,
    "csl": csl_files,
    "popolo": popolo_files,
    "sqlite": _database,
    "annotations": annotation_files,
}


def run_export(root: Path, options: Options, kinds: tuple[str, ...], tell: Tell) -> Exported:
    """Write the asked kinds (all but PDF where none is asked for) into `options.out`; content mistakes come back."""
    place = outputs.place_of((root / options.out).absolute())
    with publish.sole_writer(place, lambda who: tell(f"Waiting for {who}, which is writing this folder.")):
        publish.recover(place)
        manifest = publish.own_manifest(place)
        if "index.html" in manifest:
            message = f"{place.site} holds a site."
            raise ForeignFolderError(message)
        with preview_store(root, tell) as store:
            workshop = Workshop(root, msgspec.structs.replace(options, exports=True), store)
            state = workshop.work()
            workshop.keep()
            files = _files(workshop, state, kinds) if state.good else ()
        problems = (*state.problems, *(problem for found in workshop.troubles.values() for problem in found))
        if not state.good or workshop.troubles:
            publish.discard(place)
            return Exported(problems, True)
        found = outputs.survey(place, manifest, {})
        wanted = dict(outputs.stage(place, bool(found), files))
        return Exported(
            problems, False, len(wanted), publish.publish(place, manifest, wanted, found, outputs.manifest_bytes(wanted))
        )


def _files(workshop: Workshop, state: State, kinds: tuple[str, ...]) -> tuple[File, ...]:
    """The finished files of all kinds."""
    site = Site(state.built.title, state.built.base_url, "", "", urls=state.built.urls)
    paths = [path for path in state.built.wanted if path.endswith(".json") and path.startswith(_TWINS)]
    twins = {path: made.content for path in paths if (made := workshop.finish(path)) is not None}
    dataset = read_twins(site, twins)
    files = [file for kind in kinds or KINDS if kind in KINDS for file in KINDS[kind](dataset)]
    return (*files, *(_printed(workshop, dataset) if PDF in kinds else ()))


def _printed(workshop: Workshop, dataset: Dataset) -> Iterator[File]:
    """A PDF of each subject's page."""
    # An extra of the installation, and slow to load.
    from generator.pdf import page_pdf

    def find(path: str) -> bytes | None:
        made = workshop.finish(path)
        return made.content if made is not None else None

    for path in paths_of(dataset).values():
        yield File(
            f"pdf/{path.removesuffix('.html')}.pdf",
            page_pdf(file_of(path, dataset.site.urls), dataset.site.base_url, find),
        )
