"""Which passages are taken to answer which, and that nothing but the desk's own file makes a dispute."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from projects import make_project, write
from telling import brief, holding, words

CLAIM = "Mara Oduya said Iceland had agreed to pay the harbour dues for the winter fleet."
DENIAL = "Tomas Lindqvist denied that Iceland had agreed to pay the harbour dues for the winter fleet."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project")
    article(root, "2031-03-20-claim", f"{CLAIM}\n\nThe weather was mild.")
    article(root, "2031-03-22-denial", f"{DENIAL}\n\nHe left for Reykjavik.")
    return root


def article(root: Path, slug: str, text: str, fields: str = "") -> None:
    write(root / f"content/articles/{slug}.txt", f"{text}\n")
    write(root / f"content/articles/{slug}.yaml", f"title: {slug}\ndate: {slug[:10]}\nsource: harbour-news\n{fields}")


def suggested(root: Path) -> list[dict[str, Any]]:
    lines = brief(root, "suggest", "--kind", "dispute", "--json").stdout.splitlines()
    return [one for one in map(json.loads, lines) if one.get("suggest") == "dispute"]


def test_a_denial_is_set_beside_the_words_that_it_answers(project: Path) -> None:
    (one,) = suggested(project)
    assert (one["cue"], one["other"]) == (DENIAL, CLAIM)
    assert one["speakers"] == ["tomas-lindqvist", "mara-oduya"]
    assert one["articles"] == ["2031-03-22-denial", "2031-03-20-claim"]
    assert "tomas-lindqvist against mara-oduya" in brief(project, "suggest").stdout


def test_a_suggestion_is_on_no_page_until_its_file_is_saved(project: Path) -> None:
    brief(project, "build")
    assert "The desk has confirmed none." in words(project, "disputes")
    (one,) = suggested(project)
    write(project / one["path"], one["stub"])
    brief(project, "build")
    pages = ("disputes", "actors/mara-oduya", "actors/tomas-lindqvist", "countries/fiji", "countries/iceland")
    for page in pages:
        text = words(project, page)
        assert "What is it that they do not agree on?" in text, page
        assert CLAIM in text
        assert DENIAL in text
    assert {f"{page}.html" for page in pages} <= holding(project, "What is it that they do not agree on?")
    assert suggested(project) == []


def test_words_about_something_else_are_not_set_beside_it(project: Path) -> None:
    article(project, "2031-03-22-denial", "Tomas Lindqvist denied that he would ever sing in public again.")
    assert suggested(project) == []


def test_words_that_came_later_are_not_what_was_answered(project: Path) -> None:
    article(project, "2031-03-20-claim", "The weather was mild.")
    article(project, "2031-03-25-late", CLAIM)
    assert suggested(project) == []


def test_earlier_words_of_the_same_speaker_answer_what_he_had_said(project: Path) -> None:
    article(
        project, "2031-03-22-denial", "Mara Oduya had said that Iceland had agreed to pay no harbour dues for the winter fleet."
    )
    (one,) = suggested(project)
    assert (one["kind"], one["other"]) == ("self-over-time", CLAIM)


def test_a_dispute_over_something_is_no_contradiction(project: Path) -> None:
    article(
        project, "2031-03-22-denial", "Tomas Lindqvist spoke of a dispute over the harbour dues for the winter fleet of Iceland."
    )
    assert suggested(project) == []


def test_what_may_not_be_shown_is_not_suggested(project: Path) -> None:
    article(project, "2031-03-22-denial", DENIAL, "rights: metadata\n")
    assert suggested(project) == []
