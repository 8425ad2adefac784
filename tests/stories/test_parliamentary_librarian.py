"""The parliamentary librarian prints a brief, asks for the site of an earlier day, and exports the citations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from projects import BODIES, make_project, published, write
from telling import brief, twin, words

TALKS, ANSWER, DUES, KENYA = BODIES


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def test_the_site_of_a_day_holds_nothing_of_a_later_one(project: Path) -> None:
    write(
        project / f"content/articles/{ANSWER}.yaml",
        "title: Suva answers\ndate: 2031-03-04\nsource: harbour-news\ncorrections:\n"
        "  - {date: 2031-03-06, note: Earlycanary}\n  - {date: 2031-03-09, note: Latecanary}\n",
    )
    write(
        project / "content/actors/mara-oduya.yaml",
        "name: Mara Oduya\ncountry: FJ\nroles:\n"
        "  - {title: Foreign Minister, country: FJ, from: 2029-01-01, to: 2031-03-10}\n"
        "  - {title: Canary Minister, country: FJ, from: 2031-03-11}\n"
        "points:\n  - text: Pointcanary.\n    by: Desk\n    date: 2031-03-12\n"
        f"    cites: [{{article: {TALKS}, text: settle the harbour dues}}]\n",
    )
    brief(project, "build", "--as-of", "2031-03-08")
    files = published(project)
    for later in (DUES, KENYA, "Latecanary", "Canary Minister", "Pointcanary", "2031-03-10", "2031-03-11", "2031-03-12"):
        assert [path for path, content in files.items() if later in path or later.encode() in content] == [], later
    assert "Earlycanary" in words(project, "changes")
    (role,) = twin(project, "actors/mara-oduya")["roles"]
    assert (role["title"], role["end"]) == ("Foreign Minister", None)
    assert "as of 8 March 2031" in words(project, "actors/mara-oduya")


def test_an_office_changes_hands_once_though_two_pages_cite_different_passages(project: Path) -> None:
    write(project / "content/articles/2031-03-20-thanks.txt", "Foreign Minister Mara Oduya thanked Tomas Lindqvist.\n")
    write(project / "content/articles/2031-04-01-dock.txt", "Foreign Minister Mara Oduya opened a dock for Fiji.\n")
    brief(project, "build")
    told = [words(project, page).count("Mara Oduya becomes Foreign Minister.") for page in ("actors/mara-oduya", "timeline")]
    cited = [twin(project, page)["timeline"][-1]["cites"] for page in ("actors/mara-oduya", "countries/fiji")]
    assert told == [1, 1]
    assert cited[0] != cited[1]


def test_a_dealing_is_told_once_on_the_page_of_relations(project: Path) -> None:
    write(project / "content/articles/2031-03-20-thanks.txt", "The Harbour Board criticised Mara Oduya in Suva on Monday.\n")
    brief(project, "build")
    dealings = words(project, "relations").partition("Interaction")[2].partition("Named together")[0]
    assert "Mara OduyaTomas Lindqvistmet" in dealings
    assert "Harbour BoardMara Oduyacriticised" in dealings
    assert (dealings.count("met"), dealings.count("criticised")) == (1, 1)
    assert "criticised by" in words(project, "actors/mara-oduya")


def test_two_holders_of_one_seat_are_a_mistake_that_names_post_people_and_days(project: Path) -> None:
    role = "roles:\n  - {title: Minister of Foreign Affairs, country: FJ, from: 2031-01-01}\n"
    write(project / "content/actors/bo-tane.yaml", f"name: Bo Tane\n{role}")
    write(
        project / "content/actors/mara-oduya.yaml",
        "name: Mara Oduya\nroles:\n  - {title: Foreign Minister, country: FJ, from: 2029-01-01, to: 2031-05-31}\n",
    )
    told = brief(project, "build", status=1).stderr
    for part in ("Mara Oduya", "Bo Tane", "Foreign", "2031-01-01", "2031-05-31"):
        assert part in told


def test_a_typo_leaves_the_day_of_a_page_and_a_newer_point_moves_it(project: Path) -> None:
    brief(project, "build")
    before = twin(project, "actors/tomas-lindqvist")
    write(project / f"content/articles/{TALKS}.txt", BODIES[TALKS].replace("written answer", "writen answer") + "\n")
    brief(project, "build")
    assert twin(project, "actors/tomas-lindqvist")["date"] == before["date"]
    write(project / "content/articles/2031-03-20-more.txt", "Tomas Lindqvist promised a second letter to Fiji.\n")
    brief(project, "build")
    after = twin(project, "actors/tomas-lindqvist")
    assert (before["date"], after["date"]) == ("2031-03-04", "2031-03-20")
    assert "as of 20 March 2031" in words(project, "actors/tomas-lindqvist")


def test_page_and_citations_work_without_script(project: Path) -> None:
    brief(project, "build")
    page = (project / "site/countries/fiji.html").read_text(encoding="utf-8")
    for cite in [cite for point in twin(project, "countries/fiji")["key_points"] for cite in point["cites"]]:
        anchor = f"s{cite['start']}-{cite['end']}"
        assert f'href="../articles/{cite["article"]}.html#{anchor}"' in page
        assert f'id="{anchor}"' in (project / f"site/articles/{cite['article']}.html").read_text(encoding="utf-8")
    assert "all match." in brief(project, "check", "--site", "site").stdout


def test_the_citations_are_exported_as_csl_json(project: Path) -> None:
    brief(project, "export", "csl")
    items = json.loads((project / "export/csl/countries/fiji.json").read_bytes())
    assert {item["id"] for item in items} == set(BODIES)
    for item in items:
        assert item["type"]
        assert item["title"]
        assert item["issued"]["date-parts"][0][0] == 2031
