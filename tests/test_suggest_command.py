"""What `brief suggest` shows: names without a file with stubs, likely aliases, and nothing written."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from projects import make_project, write

from generator.cli import main

NEWS = "Viktor Tollan met M. Oduya. Tollan left; the Open River Party (ORP) did not.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project")
    write(root / "content/articles/2031-03-15-visit.txt", NEWS)
    return root


def run(root: Path, *arguments: str) -> Result:
    with contextlib.chdir(root):
        return CliRunner().invoke(main, [*arguments, "--jobs", "1"], prog_name="brief")


def test_a_name_without_a_file_comes_with_its_stub_and_a_likely_alias_with_its_actor(project: Path) -> None:
    done = run(project, "suggest")
    assert done.exit_code == 0
    assert (
        "Viktor Tollan (person): 2 mentions in 1 article, 2031-03-15-visit\n"
        "  content/actors/viktor-tollan.yaml\n    name: Viktor Tollan\n    kind: person\n" in done.stdout
    )
    assert "M. Oduya -> mara-oduya: the same surname, and the forename's first letter; 1 mention in 1 article" in done.stdout
    assert not (project / "site").exists()


def test_a_saved_stub_covers_its_name(project: Path) -> None:
    found = [json.loads(line) for line in run(project, "suggest", "--json").stdout.splitlines()]
    for one in (one for one in found if one.get("suggest") == "actor"):
        write(project / one["path"], one["stub"])
    assert run(project, "build").exit_code == 0
    assert '"suggest": "actor"' not in run(project, "suggest", "--json").stdout


def test_the_lists_can_be_cut_and_narrowed(project: Path) -> None:
    new = [line for line in run(project, "suggest", "--limit", "1", "--kind", "organisation").stdout.splitlines() if "):" in line]
    assert len(new) == 1
    assert "(organisation)" in new[0]


def test_a_published_site_stays_as_it_was(project: Path) -> None:
    assert run(project, "build").exit_code == 0
    before = (project / "site/manifest.json").read_bytes()
    assert "Viktor Tollan" in run(project, "suggest").stdout
    assert (project / "site/manifest.json").read_bytes() == before
    assert run(project, "build").stdout.startswith("Nothing changed")


def test_a_withheld_actor_is_not_suggested_again(project: Path) -> None:
    write(project / "content/actors/viktor-tollan.yaml", "name: Viktor Tollan\npublic: false\n")
    assert "Tollan" not in run(project, "suggest").stdout


def test_errors_come_first(project: Path) -> None:
    write(project / "content/actors/bad.yaml", "nam: Bad\n")
    done = run(project, "suggest")
    assert done.exit_code == 1
    assert "There are errors, so nothing is suggested." in done.stderr
