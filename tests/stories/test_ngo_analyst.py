"""The NGO analyst withdraws a source, splits two people who share a name, and guards a cited passage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from projects import ACTORS, BODIES, TITLES, make_project, published, write
from telling import brief, holding, twin, words

TALKS, ANSWER, DUES, KENYA = BODIES
HALVED = "halved its dues for fishing boats"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def test_what_was_withdrawn_is_gone_but_for_its_notice_and_the_log(project: Path) -> None:
    fell = [json.loads(line) for line in brief(project, "impact", DUES, "--json").stdout.splitlines()]
    assert ("actors/harbour-board.html", True, True) in {(one["page"], one["falls"], one["only_origin"]) for one in fell}
    write(
        project / f"content/articles/{DUES}.yaml",
        f"title: {TITLES[DUES]}\ndate: 2031-03-09\nsource: harbour-news\n"
        "status: withdrawn\nwithdrawn: {date: 2031-03-11, reason: The board denied it}\n",
    )
    brief(project, "build")
    assert holding(project, HALVED) == set()
    notice = words(project, f"articles/{DUES}")
    assert "The board denied it" in notice
    assert "11 March 2031" in notice
    log = words(project, "changes").partition("Corrections and withdrawals")[2]
    assert "The board denied it" in log
    assert "The board denied it" in (project / "site/feed.xml").read_text(encoding="utf-8")


def split(root: Path) -> None:
    """Two people named Mara Oduya, who was one."""
    (root / "content/actors/mara-oduya.yaml").unlink()
    for id, role in (("mara-oduya-minister", "Foreign Minister"), ("mara-oduya-poet", "Poet")):
        other = "mara-oduya-poet" if role == "Foreign Minister" else "mara-oduya-minister"
        write(
            root / f"content/actors/{id}.yaml",
            f"name: Mara Oduya\ncountry: FJ\nformerly: [mara-oduya]\ndifferent_from: [{other}]\n"
            f"roles:\n  - {{title: {role}, country: FJ, from: 2029}}\n",
        )


def test_after_a_split_every_mention_goes_to_one_or_to_the_ledger_and_the_old_address_offers_both(project: Path) -> None:
    brief(project, "build")
    before = published(project)
    split(project)
    brief(project, "build")
    for slug in BODIES:
        found = twin(project, f"articles/{slug}")
        places = [(one["start"], one["end"]) for one in found["mentions"] if one["entity"].startswith("mara-oduya")]
        assert len(places) == len(set(places))
        open_names = {(one["start"], one["end"]) for one in found["ambiguous"]}
        assert not open_names & set(places)
        if "Mara Oduya" in found["text"]:
            start = found["text"].index("Mara Oduya")
            assert start in {place[0] for place in [*places, *open_names]}
    choice = (project / "site/actors/mara-oduya.html").read_text(encoding="utf-8")
    assert "mara-oduya-minister.html" in choice
    assert "mara-oduya-poet.html" in choice
    for id in ("mara-oduya-minister", "mara-oduya-poet"):
        (project / f"content/actors/{id}.yaml").unlink()
    write(project / "content/actors/mara-oduya.yaml", ACTORS["mara-oduya"])
    brief(project, "build")
    assert published(project) == before


def test_a_cited_passage_that_changes_by_one_letter_fails_the_build_with_its_place_and_the_closest_words(project: Path) -> None:
    passage = "Tomas Lindqvist welcomed the answer and called the tone of the letter friendly."
    other = "Mara Oduya did not answer the question in Parliament."
    write(
        project / "content/disputes/tone.yaml",
        "question: Friendly?\nkind: official-vs-official\nstatus: open\npositions:\n"
        f"  - text: It was.\n    held_by: [tomas-lindqvist]\n    cites:\n      - {{article: {ANSWER}, text: '{passage}'}}\n"
        f"  - text: No answer.\n    held_by: [mara-oduya]\n    cites:\n      - {{article: {KENYA}, text: '{other}'}}\n",
    )
    brief(project, "build")
    before = published(project)
    changed = BODIES[ANSWER].replace("tone of the letter", "tune of the letter")
    write(project / f"content/articles/{ANSWER}.txt", changed + "\n")
    told = brief(project, "build", status=1).stderr
    assert "content/disputes/tone.yaml:8:" in told
    assert passage.replace("tone", "tune") in told
    assert published(project) == before


def test_an_extracted_point_follows_the_new_text(project: Path) -> None:
    brief(project, "build")
    write(project / f"content/articles/{ANSWER}.txt", BODIES[ANSWER].replace("friendly", "friendly enough") + "\n")
    brief(project, "build")
    texts = [one["text"] for one in twin(project, "actors/tomas-lindqvist")["key_points"]]
    assert "Tomas Lindqvist welcomed the answer and called the tone of the letter friendly enough." in texts


def test_a_person_who_is_not_public_is_in_no_file(project: Path) -> None:
    write(project / "content/actors/tomas-lindqvist.yaml", ACTORS["tomas-lindqvist"] + "public: false\n")
    brief(project, "build")
    assert holding(project, "tomas-lindqvist") == set()
