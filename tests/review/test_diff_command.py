"""`brief diff` and `brief impact`: what changed between two states, and what would fall."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from projects import BODIES, TITLES, make_project, write
from telling import brief

TALKS, ANSWER, DUES, KENYA = BODIES
NEW = "Mara Oduya promised a new lighthouse for Suva on Saturday."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@a.example", *arguments], cwd=root, check=True)


def commit(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", "content", "brief.yaml")
    git(root, "commit", "-q", "-m", "as it was")


def add(root: Path) -> None:
    write(root / "content/articles/2031-03-15-lighthouse.txt", f"{NEW}\n")
    write(root / "content/articles/2031-03-15-lighthouse.yaml", "date: 2031-03-15\nsource: harbour-news\n")


def objects(root: Path, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in brief(root, *arguments, "--json").stdout.splitlines()]


def files_of(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file() and ".git" not in path.parts}


def test_without_a_state_it_tells_what_the_pages_tell(project: Path) -> None:
    brief(project, "build")
    for page in ("actors/mara-oduya", "countries/fiji"):
        told = json.loads((project / f"site/{page}.json").read_text())["changes"]["items"]
        found = [one for one in objects(project, "diff") if one["page"] == f"{page}.html"]
        assert [(one["kind"], one["id"]) for one in found] == [(one["kind"], one["id"]) for one in told]


def test_a_day_stands_for_the_day_in_the_configuration(project: Path) -> None:
    assert {one["since"] for one in objects(project, "diff", "--since", "2031-03-08") if not one["first"]} == {"2031-03-08"}
    assert brief(project, "diff", "--since", "2031-03-12").stdout == "No point came or went.\n"


def test_a_revision_is_compared_with_the_files_as_they_stand(project: Path) -> None:
    commit(project)
    assert brief(project, "diff", "--since", "HEAD").stdout == "No point came or went.\n"
    add(project)
    (one,) = objects(project, "diff", "--since", "HEAD")
    assert (one["page"], one["kind"], one["text"]) == ("actors/mara-oduya.html", "added", NEW)
    assert f"  + {NEW} [2031-03-15-lighthouse]" in brief(project, "diff", "--since", "HEAD").stdout


def test_two_revisions_are_compared_whatever_the_files_say(project: Path) -> None:
    commit(project)
    add(project)
    git(project, "add", "content")
    git(project, "commit", "-q", "-m", "a lighthouse")
    (project / "content/articles/2031-03-15-lighthouse.txt").write_text("Nothing.\n")
    told = objects(project, "diff", "--since", "HEAD~1", "--to", "HEAD")
    assert [one["text"] for one in told] == [NEW]


def test_a_deleted_article_takes_its_points_along(project: Path) -> None:
    commit(project)
    for ending in ("txt", "yaml"):
        (project / f"content/articles/{DUES}.{ending}").unlink()
    told = [one for one in objects(project, "diff", "--since", "HEAD") if one["page"] == "actors/harbour-board.html"]
    assert [(one["kind"], one["reason"], one["withdrawn"]) for one in told] == [("withdrawn", "source withdrawn", [DUES])]


def test_a_project_below_the_top_of_its_repository_is_found(tmp_path: Path) -> None:
    root = make_project(tmp_path / "repository" / "desk")
    git(root.parent, "init", "-q")
    git(root.parent, "add", "desk")
    git(root.parent, "commit", "-q", "-m", "as it was")
    add(root)
    assert len(objects(root, "diff", "--since", "HEAD")) == 1


@pytest.mark.parametrize("revision", ["nonsense", "--upload-pack=x", "HEAD~99"])
def test_an_unknown_revision_is_a_wrong_use(project: Path, revision: str) -> None:
    commit(project)
    assert "git knows no such revision." in brief(project, "diff", f"--since={revision}", status=2).stderr


def test_a_project_outside_any_repository_has_no_revisions(project: Path) -> None:
    assert "not a git repository" in brief(project, "diff", "--since", "HEAD", status=2).stderr
    assert "--to needs a revision" in brief(project, "diff", "--to", "HEAD", status=2).stderr


def test_mistakes_end_it(project: Path) -> None:
    write(project / "content/actors/wrong.yaml", "nme: Wrong\n")
    assert "nothing can be compared" in brief(project, "diff", status=1).stderr


def test_neither_command_writes_anything_but_the_empty_cache(project: Path) -> None:
    brief(project, "build")
    before = files_of(project / "content") | files_of(project / "site")
    brief(project, "diff")
    brief(project, "impact", DUES)
    assert files_of(project / "content") | files_of(project / "site") == before
    assert brief(project, "build").stdout.startswith("Nothing changed")


def withdraw(root: Path, slug: str) -> None:
    fields = f"title: {TITLES[slug]}\ndate: {slug[:10]}\nsource: harbour-news\nstatus: withdrawn\n"
    write(root / f"content/articles/{slug}.yaml", f"{fields}withdrawn: {{date: 2031-03-20, reason: Untrue}}\n")


@pytest.mark.parametrize("slug", list(BODIES))
def test_what_falls_is_what_disappears_when_the_article_is_withdrawn(project: Path, slug: str) -> None:
    told = objects(project, "impact", slug)
    brief(project, "build")
    before = {page: points(project, page) for page in PAGES}
    withdraw(project, slug)
    brief(project, "build")
    for page in PAGES:
        fell = {one["text"] for one in told if (one["page"], one["kind"], one["falls"]) == (f"{page}.html", "point", True)}
        left = points(project, page)
        assert fell == {text for text, articles in before[page].items() if slug in articles} - left.keys()


PAGES = ("actors/mara-oduya", "actors/tomas-lindqvist", "actors/harbour-board", "countries/fiji", "countries/iceland")


def points(root: Path, page: str) -> dict[str, list[str]]:
    path = root / f"site/{page}.json"
    found = json.loads(path.read_text())["key_points"] if path.exists() else []
    return {one["text"]: [cite["article"] for cite in one["cites"]] for one in found}


def test_a_line_with_another_origin_stays(project: Path) -> None:
    again = "content/articles/2031-03-10-also-halved"
    write(project / f"{again}.txt", BODIES[DUES].split("\n\n")[0] + "\n\nThe sea was calm.\n")
    write(project / f"{again}.yaml", "title: Also halved\ndate: 2031-03-10\nsource: Gull Gazette\n")
    told = [one for one in objects(project, "impact", DUES) if one["page"] == "actors/harbour-board.html"]
    (one,) = [one for one in told if one["kind"] == "point"]
    assert (one["falls"], one["only_origin"], one["other_origins"]) == (False, False, 1)
    assert "(stays: 1 other origin)" in brief(project, "impact", DUES).stdout


def test_the_desks_lines_and_disputes_that_cite_it_fall_whole(project: Path) -> None:
    passage = "Mara Oduya said the lower dues would cost Fiji two million dollars a year."
    other = "Tomas Lindqvist welcomed the answer and called the tone of the letter friendly."
    write(
        project / "content/disputes/cost.yaml",
        "question: Was it dear?\nkind: official-vs-official\nstatus: open\npositions:\n"
        f"  - {{text: It was., held_by: [mara-oduya], cites: [{{article: {DUES}, text: '{passage}'}}]}}\n"
        f"  - {{text: It was not., held_by: [tomas-lindqvist], cites: [{{article: {ANSWER}, text: '{other}'}}]}}\n",
    )
    write(
        project / "content/countries/FJ.yaml",
        f"summary: {{text: Dues are low., by: Desk, date: 2031-03-13, cites: [{{article: {DUES}, text: '{passage}'}}]}}\n",
    )
    told = objects(project, "impact", DUES)
    assert [(one["page"], one["text"]) for one in told if one["kind"] == "dispute"] == [("disputes.html", "Was it dear?")]
    assert [(one["page"], one["text"]) for one in told if one["kind"] == "desk"] == [("countries/fiji.html", "Dues are low.")]


def test_an_unknown_article_is_a_wrong_use_with_the_nearest_id(project: Path) -> None:
    assert f"Did you mean {KENYA}?" in brief(project, "impact", KENYA[:-1], status=2).stderr
