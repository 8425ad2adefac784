from __future__ import annotations

import json
import multiprocessing
import time
from pathlib import Path

import pytest

from generator import outputs, publish
from generator.model import File
from generator.outputs import Place
from generator.publish import ForeignFolderError


def put(place: Place, files: dict[str, str]) -> publish.Changes:
    """Publish a whole site given as path -> text."""
    old = publish.own_manifest(place)
    found = outputs.survey(place, old, {})
    wanted = dict(outputs.stage(place, True, tuple(File(path, text.encode()) for path, text in files.items())))
    return publish.publish(place, old, wanted, found, outputs.manifest_bytes(wanted))


def on_disk(place: Place) -> dict[str, str]:
    site = Path(place.site)
    return {
        str(path.relative_to(site)): path.read_text()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return outputs.place_of(tmp_path / "site")


ONE = {"index.html": "home", "actors/a.html": "A", "actors/b.html": "B"}
TWO = {"index.html": "home 2", "actors/a.html": "A", "countries/c.html": "C"}


def test_a_first_publication_is_one_rename(place: Place) -> None:
    assert put(place, ONE).added == tuple(sorted(ONE))
    assert on_disk(place) == ONE


def test_only_differences_are_written(place: Place) -> None:
    put(place, ONE)
    before = Path(place.site, "actors/a.html").stat()
    changes = put(place, TWO)
    assert changes == publish.Changes(("countries/c.html",), ("index.html",), ("actors/b.html",))
    assert on_disk(place) == TWO
    after = Path(place.site, "actors/a.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_the_manifest_lists_every_file_with_its_sha256(place: Place) -> None:
    put(place, ONE)
    assert json.loads(Path(place.site, "manifest.json").read_text()) == {
        path: found.sha256 for path in sorted(ONE) if (found := outputs.stamp_file(Path(place.site, path)))
    }


def test_folders_left_empty_go(place: Place) -> None:
    put(place, ONE)
    put(place, {"index.html": "home"})
    assert sorted(path.name for path in Path(place.site).iterdir()) == ["index.html", "manifest.json"]


def test_a_foreign_folder_is_refused(place: Place) -> None:
    Path(place.site).mkdir()
    Path(place.site, "thesis.doc").write_text("mine")
    with pytest.raises(ForeignFolderError, match=r"thesis\.doc"):
        publish.own_manifest(place)


def test_a_folder_with_nothing_but_a_gitignore_counts_as_empty(place: Place) -> None:
    Path(place.site).mkdir()
    Path(place.site, ".gitignore").write_text("*")
    publish.own_manifest(place)
    put(place, ONE)
    assert on_disk(place) == {".gitignore": "*", **ONE}


def test_files_that_are_not_ours_survive(place: Place) -> None:
    put(place, ONE)
    Path(place.site, "actors/notes.txt").write_text("mine")
    put(place, {"index.html": "home"})
    assert on_disk(place) == {"actors/notes.txt": "mine", "index.html": "home"}


@pytest.mark.parametrize("path", ["new.html", "notes/new.html"])
def test_a_foreign_file_is_never_overwritten(place: Place, path: str) -> None:
    put(place, ONE)
    Path(place.site, path.partition("/")[0]).write_text("mine")
    with pytest.raises(ForeignFolderError):
        put(place, {**ONE, path: "ours"})
    assert Path(place.site, path.partition("/")[0]).read_text() == "mine"


@pytest.mark.parametrize("manifest", ['{"../victim.txt": "%s"}', '{"/etc/victim": "%s"}', '{"a": 1}', "[]", "not json"])
def test_a_forged_manifest_deletes_nothing(place: Place, tmp_path: Path, manifest: str) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    Path(place.site).mkdir()
    Path(place.site, "manifest.json").write_text(manifest.replace("%s", "0" * 64))
    with pytest.raises(ForeignFolderError):
        publish.own_manifest(place)
    assert victim.read_text() == "precious"


def test_a_tampered_file_is_found_and_mended(place: Place) -> None:
    put(place, ONE)
    Path(place.site, "actors/a.html").write_text("X")
    assert put(place, ONE).changed == ("actors/a.html",)
    assert on_disk(place) == ONE


def test_a_page_can_become_a_folder_and_a_folder_a_page(place: Place) -> None:
    put(place, {"a": "page"})
    put(place, {"a/b.html": "inside"})
    assert on_disk(place) == {"a/b.html": "inside"}
    put(place, {"a": "page"})
    assert on_disk(place) == {"a": "page"}


def stop_at(place: Place, files: dict[str, str], step: int) -> None:
    """Publish, but die at the given file operation."""
    import os

    count = 0

    def count_down(event: str, _args: tuple[object, ...]) -> None:
        nonlocal count
        if event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree", "open"):
            count += 1
            if count == step:
                os._exit(9)

    import sys

    sys.addaudithook(count_down)
    put(place, files)
    os._exit(0)


def test_killed_at_every_file_operation_the_next_run_completes_or_starts_over(place: Place) -> None:
    """Whatever the moment, afterwards the site is the old one or the new one, and the next publication leaves no orphan."""
    context = multiprocessing.get_context("fork")
    for step in range(1, 60):
        publish.recover(place)
        put(place, ONE)
        child = context.Process(target=stop_at, args=(place, TWO, step))
        child.start()
        child.join()
        rolled = publish.recover(place)
        assert on_disk(place) in ((ONE, TWO) if not rolled else (TWO,))
        put(place, TWO)
        assert on_disk(place) == TWO
        if child.exitcode == 0:
            break
    assert child.exitcode == 0, "the last round must have run to its end"


def hold(place: Place, ready: str) -> None:
    with publish.sole_writer(place, lambda _who: None):
        Path(ready).touch()
        time.sleep(1)


def test_a_second_writer_waits_and_is_told_for_whom(place: Place, tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    holder = multiprocessing.get_context("fork").Process(target=hold, args=(place, str(ready)))
    holder.start()
    while not ready.exists():
        time.sleep(0.01)
    told: list[str] = []
    with publish.sole_writer(place, told.append):
        assert told == [f"process {holder.pid}"]
    holder.join()


def test_a_lock_dies_with_its_process(place: Place, tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    holder = multiprocessing.get_context("fork").Process(target=hold, args=(place, str(ready)))
    holder.start()
    while not ready.exists():
        time.sleep(0.01)
    holder.kill()
    holder.join()
    told: list[str] = []
    with publish.sole_writer(place, told.append):
        assert told == []
