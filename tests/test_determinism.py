"""The same input gives the same bytes, whatever the machine, clock, locale, folder, listing order or number of processes."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from projects import BODIES, build, command, make_project, messages, published, write
from test_hostile import hostile_project

REPOSITORY = Path(__file__).parent.parent
USUAL = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def by_command(root: Path, jobs: int = 1, **env: str) -> dict[str, bytes]:
    """What `brief build` publishes under an environment."""
    done = command(root, "build", "--jobs", str(jobs), env={**USUAL, **env})
    assert done.returncode == 0, done.stderr
    return published(root)


def assert_same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert one["manifest.json"] == other["manifest.json"]
    assert [path for path in one.keys() | other.keys() if one.get(path) != other.get(path)] == []


def test_two_very_different_machines_publish_the_same_bytes(tmp_path: Path) -> None:
    one = by_command(hostile_project(tmp_path / "one"))
    other = hostile_project(tmp_path / "Büro und Ablage" / "zwei")
    env = {
        "PYTHONHASHSEED": "1",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "ar",
        "HOME": "/",
        "USER": "somebody",
    }
    assert_same(one, by_command(other, jobs=2, **env))


def test_no_byte_tells_of_the_machine(tmp_path: Path) -> None:
    root = make_project(tmp_path / "canary-folder")
    assert build(root).published
    told = {path for path, content in published(root).items() if b"canary-folder" in content or str(tmp_path).encode() in content}
    assert told == set()


@contextmanager
def listed(order: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every folder is listed in another order."""
    scan, listing = os.scandir, os.listdir

    @contextmanager
    def scandir(path: Any = ".") -> Iterator[Any]:
        with scan(path) as entries:
            yield iter(order(list(entries)))

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", scandir)
        patch.setattr(os, "listdir", lambda path=".": order(listing(path)))
        yield


def test_the_order_in_which_folders_are_listed_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = hostile_project(tmp_path / "one")
    other = tmp_path / "other"
    shutil.copytree(root, other)
    assert messages(build(root)) == []
    rng = random.Random(7)  # noqa: S311 - reproducible order
    with listed(lambda entries: rng.sample(entries, len(entries)), monkeypatch):
        assert build(other).published
    assert_same(published(root), published(other))


def test_the_order_in_which_files_were_written_does_not_matter(tmp_path: Path) -> None:
    root = make_project(tmp_path / "one")
    files = [path for path in sorted(root.rglob("*"), reverse=True) if path.is_file()]
    for path in files:
        write(tmp_path / "other" / path.relative_to(root), path.read_text(encoding="utf-8"))
    assert build(root).published
    assert build(tmp_path / "other").published
    assert_same(published(root), published(tmp_path / "other"))


def test_a_build_that_follows_another_in_one_process_is_no_different(tmp_path: Path) -> None:
    """Nothing is carried over from one project to the next."""
    first, second = make_project(tmp_path / "first"), hostile_project(tmp_path / "second")
    third = make_project(tmp_path / "third")
    for root in (first, second, third):
        assert build(root).published
    assert_same(published(first), published(third))


def large_project(root: Path) -> Path:
    """The example's own content and enough articles to fill a pool of processes."""
    make_project(root)
    shutil.copytree(REPOSITORY / "content", root / "content", dirs_exist_ok=True)
    for number in range(260):
        slug = sorted(BODIES)[number % len(BODIES)]
        text = BODIES[slug].replace("14 ships", f"{number} ships").replace("Monday", "Monday" if number % 3 else "Friday")
        write(root / f"content/articles/more/2031-04-{number % 28 + 1:02}-note-{number}.txt", text)
    return root


# fmt: off
MACHINES: list[tuple[str, int, dict[str, str]]] = [
    ("hash seed 1", 1, {"PYTHONHASHSEED": "1"}),
    ("hash seed 2", 1, {"PYTHONHASHSEED": "2"}),
    ("Auckland", 1, {"TZ": "Pacific/Auckland"}),
    ("Los Angeles", 1, {"TZ": "America/Los_Angeles"}),
    ("plain C", 1, {"LC_ALL": "C"}),
    ("Turkish", 1, {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    ("two processes", 2, {}),
    ("two processes, hash seed 2", 2, {"PYTHONHASHSEED": "2"}),
    ("optimised", 1, {"PYTHONOPTIMIZE": "1"}),
    ("no UTF-8 mode", 1, {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}),
]
# fmt: on


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return by_command(large_project(tmp_path_factory.mktemp("usual") / "project"))


@pytest.mark.slow
@pytest.mark.parametrize(("jobs", "env"), [machine[1:] for machine in MACHINES], ids=[machine[0] for machine in MACHINES])
def test_every_machine_publishes_the_same_bytes(usual: dict[str, bytes], tmp_path: Path, jobs: int, env: dict[str, str]) -> None:
    assert_same(usual, by_command(large_project(tmp_path / "elsewhere"), jobs, **env))


@pytest.mark.slow
def test_a_verifying_build_finds_every_step_pure(tmp_path: Path) -> None:
    root = large_project(tmp_path / "project")
    before = by_command(root)
    done = command(root, "build", "--verify", "--jobs", "2", env={**USUAL, "PYTHONHASHSEED": "3"})
    assert done.returncode == 0, done.stderr
    assert_same(before, published(root))
