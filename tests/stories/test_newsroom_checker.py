"""The newsroom checker needs to trust who said what: two ministers, an interpreter, a contradiction, and names that are words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from projects import published, write
from telling import brief, twin, words

ACTORS = {
    "tarek-sahli": (
        "name: Tarek Sahli\ncountry: JO\nroles:\n"
        "  - {title: Foreign Minister, country: JO, from: 2029-01-10, to: 2031-06-30}\n"
        "  - {title: Prime Minister, country: JO, from: 2031-07-01}\n"
    ),
    "ilse-brandt": "name: Ilse Brandt\ncountry: IS\nroles:\n  - {title: Minister of Fisheries, country: IS, from: 2030-02-01}\n",
    "orla-key": "name: Orla Key\ncountry: IS\n",
    "bram-little": "name: Bram Little\ncountry: IS\n",
    "isle-sentinels": "name: Isle Sentinels\nkind: armed-group\naliases: [IS]\n",
}
VISIT, AFTER, RAID = "2031-02-13-visit", "2031-02-14-denial", "2031-02-16-raid"
READY = "We are ready to open the port"
PRESSURE = "Orla Key said Jordan had put pressure on Iceland to send its fleet."
ASKED = "Tarek Sahli said Jordan had asked Iceland for six patrol boats."
NEVER = "Ilse Brandt denied that Jordan had ever asked Iceland for patrol boats."
ARTICLES = {
    VISIT: (
        f"{ASKED}\n\n"
        f'"{READY}," Tarek Sahli said through an interpreter.\n\n'
        "Tarek Sahli met Karl Odin in Reykjavik. He left early.\n\n"
        "The harbour is a key part of the plan, and little was said of its cost."
    ),
    AFTER: f"{NEVER}\n\n{PRESSURE}\n\nBram Little did not answer.",
    RAID: (
        "The Isle Sentinels raided a lighthouse on Sunday.\n\nThe group, known as IS, left by boat.\n\n"
        "WHAT THIS RAID IS ABOUT\n\nNobody was hurt, the keeper said."
    ),
}
DISPUTE = (
    "question: Did Jordan ask for patrol boats?\nkind: official-vs-official\nstatus: open\npositions:\n"
    f"  - text: It asked for six.\n    held_by: [tarek-sahli]\n    cites: [{{article: {VISIT}, text: '{ASKED}'}}]\n"
)
OTHER_SIDE = f"  - text: It never asked.\n    held_by: [ilse-brandt]\n    cites: [{{article: {AFTER}, text: '{NEVER}'}}]\n"
DISPUTED = ("actors/tarek-sahli", "actors/ilse-brandt", "countries/jordan", "countries/iceland", "disputes")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("newsroom")
    write(root / "brief.yaml", "title: Newsroom\n")
    for slug, text in ARTICLES.items():
        write(root / f"content/articles/{slug}.txt", f"{text}\n")
        write(root / f"content/articles/{slug}.yaml", f"title: Report of {slug[:10]}\ndate: {slug[:10]}\nsource: Gull Gazette\n")
    for id, fields in ACTORS.items():
        write(root / f"content/actors/{id}.yaml", fields)
    write(root / "content/disputes/boats.yaml", DISPUTE + OTHER_SIDE)
    brief(root, "build")
    return root


def test_the_interpreter_stands_at_the_ministers_statement_under_the_title_of_that_day(project: Path) -> None:
    (said,) = [one for one in twin(project, "actors/tarek-sahli")["statements"] if READY in one["text"]]
    assert (said["relay"], said["role_at_date"], said["date"]) == ("interpreter", "Foreign Minister", "2031-02-13")
    assert "interpreter" in words(project, "actors/tarek-sahli").partition(READY)[2][:200]


def test_no_line_opens_with_a_bare_pronoun(project: Path) -> None:
    for path in (project / "site").rglob("*.json"):
        found = json.loads(path.read_bytes())
        if isinstance(found, dict) and "key_points" in found:
            lines = [*found["key_points"], *found["timeline"]]
            assert [one["text"] for one in lines if re.match(r"(He|She|They|It|His|Her|Their)\b", one["text"])] == []


def test_the_contradiction_stands_on_both_actors_and_countries_pages_with_both_passages(project: Path) -> None:
    for page in DISPUTED:
        told = words(project, page)
        assert "Did Jordan ask for patrol boats?" in told, page
        assert "It asked for six." in told
        assert "It never asked." in told
        assert ASKED in told
        assert NEVER in told
    sides = twin(project, "countries/iceland")["disputes"][0]["positions"]
    assert [len(side["cites"]) for side in sides] == [1, 1]


@pytest.mark.parametrize("left", [DISPUTE, DISPUTE + "  - {text: It never asked., held_by: [ilse-brandt], cites: []}\n"])
def test_without_one_position_the_build_fails_and_the_site_stays(project: Path, left: str) -> None:
    before = published(project)
    write(project / "content/disputes/boats.yaml", left)
    try:
        assert "content/disputes/boats.yaml" in brief(project, "build", status=1).stderr
    finally:
        write(project / "content/disputes/boats.yaml", DISPUTE + OTHER_SIDE)
    assert published(project) == before


def test_a_side_whose_article_is_withdrawn_takes_the_card_along(project: Path) -> None:
    path = project / f"content/articles/{AFTER}.yaml"
    fields = path.read_text(encoding="utf-8")
    write(path, fields + "status: withdrawn\nwithdrawn: {date: 2031-02-20, reason: Retracted}\n")
    try:
        brief(project, "build", "--out", "other")
    finally:
        write(path, fields)
    held = [path for path in (project / "other").rglob("*.*") if b"Did Jordan ask" in path.read_bytes()]
    assert held == []


def test_words_that_are_also_names_are_no_links(project: Path) -> None:
    visit = twin(project, f"articles/{VISIT}")
    assert {one["entity"] for one in visit["mentions"]} & {"orla-key", "bram-little"} == set()
    raid = twin(project, f"articles/{RAID}")
    named = [raid["text"][one["start"] : one["end"]] for one in raid["mentions"] if one["entity"] == "isle-sentinels"]
    assert sorted(named) == ["IS", "Isle Sentinels"]
    assert [one["start"] for one in raid["mentions"] if raid["text"].startswith("IS ABOUT", one["start"])] == []
    assert [one["code"] for one in raid["countries"]] == []
    group = twin(project, "actors/isle-sentinels")
    assert group["countries"] == []
    assert [one["other"] for one in group["relations"]] == []


def strings(value: Any) -> list[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in strings(one)]


def test_a_claim_about_somebody_stands_nowhere_without_who_says_it(project: Path) -> None:
    claim = "put pressure on Iceland"
    for path in (project / "site").rglob("*.json"):
        found = json.loads(path.read_bytes())
        bare = [text for text in strings(found) if claim in text and "Orla Key said" not in text]
        assert bare == [], path
        if isinstance(found, dict) and "key_points" in found:
            assert [one["claim"] for one in found["key_points"] if claim in one["text"]] in ([], [True])
            told = [(one["kind"], one["cites"]) for one in found["relations"]]
            assert [kind for kind, cites in told if kind == "interaction" and any(claim in one["text"] for one in cites)] == []
    for path in (project / "site").rglob("*.html"):
        page = words(project, str(path.relative_to(project / "site").with_suffix("")))
        assert page.count(claim) == page.count("Orla Key said Jordan had " + claim), path
    for path in (project / "site").rglob("*.xml"):
        assert path.read_text(encoding="utf-8").count(claim) == path.read_text(encoding="utf-8").count(PRESSURE), path


def test_every_published_citation_holds(project: Path) -> None:
    assert "all match." in brief(project, "check", "--site", "site").stdout
