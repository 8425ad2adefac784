"""After any edits of real files, heard of through real events, the preview and the watched site are what a clean build makes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from previewing import CODE, PATIENCE, previewing
from test_workshop import EDITS

from tests.projects import build, make_project, published

# Between two saves: one editor's at once, a person's, and one that comes while the second look is taken.
PAUSES = (0.0, 0.0, 0.004, 0.02, 0.1, 0.5, 1.02)
PAGES_OF_OTHERS = ("articles/2031-04-01-piece.html", "actors/ilse-brand.html", "actors/ilse-vogt.html", "b/c.txt", "index.html")


def clean(root: Path, **options: object) -> dict[str, bytes] | None:
    """What a clean build publishes; None if it refuses."""
    report = build(root, out="clean", clean=True, **options)
    found = published(root, "clean") if report.published else None
    shutil.rmtree(root / "clean", ignore_errors=True)
    return found


def edit(root: Path, chance: random.Random) -> list[str]:
    """A few random saves with random pauses; says what was done."""
    done = []
    for _ in range(chance.randrange(1, 7)):
        save = chance.choice(EDITS)
        save(root, chance)
        done.append(save.__name__)
        time.sleep(chance.choice(PAUSES))
    return done


def until_equal(seen: Callable[[], object], wanted: object, history: object) -> None:
    end = time.monotonic() + PATIENCE
    while (found := seen()) != wanted:
        assert time.monotonic() < end, (history, found)
        time.sleep(0.1)


def follow_preview(root: Path, seed: int, rounds: int) -> None:
    chance, history = random.Random(seed), [str(seed)]  # noqa: S311 - chosen edits, not secrets
    with previewing(root) as preview:
        for _ in range(rounds):
            history += edit(root, chance)
            wanted = clean(root, preview=True)
            if wanted is None:
                continue
            base = "/a/" if "base_url" in (root / "brief.yaml").read_text() else "/"

            def wrong(base: str = base, wanted: dict[str, bytes] = wanted) -> list[str]:
                served = [path for path, content in wanted.items() if preview.page(base + path) != content]
                return served + [p for p in PAGES_OF_OTHERS if p not in wanted and preview.get(base + p)[0] != 404]

            until_equal(wrong, [], history)
        assert preview.process.poll() is None
        assert "Traceback" not in "".join(preview.said)


def follow_watch(root: Path, seed: int, rounds: int) -> None:
    chance, history = random.Random(seed), [str(seed)]  # noqa: S311 - as above
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--watch", "--jobs", "1"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(CODE)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until_equal((root / "site/manifest.json").exists, True, history)
        for _ in range(rounds):
            history += edit(root, chance)
            wanted = clean(root)
            if wanted is not None:
                until_equal(lambda wanted=wanted: _differing(published(root), wanted), [], history)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) in (0, 130)  # between two builds, or in the middle of one
    finally:
        process.kill()
        process.wait()


def _differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


@pytest.mark.parametrize("seed", [1, 2])
def test_after_random_saves_the_preview_serves_what_a_clean_build_makes(tmp_path: Path, seed: int) -> None:
    follow_preview(make_project(tmp_path), seed, 4)


@pytest.mark.parametrize("seed", [3])
def test_after_random_saves_the_watched_site_is_what_a_clean_build_makes(tmp_path: Path, seed: int) -> None:
    follow_watch(make_project(tmp_path), seed, 4)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10, 16))
def test_after_many_random_saves_the_preview_serves_what_a_clean_build_makes(tmp_path: Path, seed: int) -> None:
    follow_preview(make_project(tmp_path), seed, 12)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20, 24))
def test_after_many_random_saves_the_watched_site_is_what_a_clean_build_makes(tmp_path: Path, seed: int) -> None:
    follow_watch(make_project(tmp_path), seed, 12)
