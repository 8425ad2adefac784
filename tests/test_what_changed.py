"""What changed since an earlier day, on published pages; no build that went before is asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pages import Page
from projects import BODIES, TITLES, build, make_project, messages, published, write

from generator.site import evidence

TALKS, ANSWER, DUES, KENYA = BODIES
ODUYA = "actors/mara-oduya"
KENYA_POINT = "Mara Oduya did not answer the question in Parliament."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def site_of(root: Path, config: str = "", **options: object) -> dict[str, bytes]:
    write(root / "brief.yaml", f"title: Harbour Desk\n{config}")
    report = build(root, **options)
    assert messages(report) == []
    return published(root)


def changes(files: dict[str, bytes], page: str = ODUYA) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[f"{page}.json"])["changes"]
    return found


def texts(files: dict[str, bytes], page: str = ODUYA) -> list[tuple[str, str, str]]:
    return [(one["kind"], one["reason"], one["text"] or "") for one in changes(files, page)["items"]]


def words(files: dict[str, bytes], path: str) -> str:
    return Page(files[path].decode("utf-8")).text


def withdraw(root: Path, slug: str, date: str) -> None:
    fields = f"title: {TITLES[slug]}\ndate: {slug[:10]}\nsource: harbour-news\nstatus: withdrawn\n"
    write(root / f"content/articles/{slug}.yaml", f"{fields}withdrawn: {{date: {date}, reason: Nobody said so}}\n")


def test_a_page_tells_what_came_since_seven_days_before_its_newest_article(project: Path) -> None:
    files = site_of(project)
    assert changes(files)["since"] == "2031-03-05"
    assert ("added", "new", KENYA_POINT) in texts(files)
    assert KENYA_POINT in words(files, f"{ODUYA}.html").partition("Key points")[0]
    assert "What changed since 5 March 2031" in words(files, f"{ODUYA}.html")


def test_a_day_of_the_desk_stands_for_the_period(project: Path) -> None:
    assert changes(site_of(project, "since: 2031-03-09\n"))["since"] == "2031-03-09"
    assert texts(site_of(project, "since: 2031-03-12\n")) == []


def test_a_page_without_an_older_article_is_new(project: Path) -> None:
    files = site_of(project)
    assert changes(files, "countries/kenya")["first"] is True
    assert "This page is new" in words(files, "countries/kenya.html")
    assert "New pages: Kenya." in words(files, "changes.html")


def test_the_page_of_changes_tells_each_change_once_with_all_its_pages(project: Path) -> None:
    told = words(site_of(project), "changes.html")
    dues = "Mara Oduya said the lower dues would cost Fiji two million dollars a year."
    before = told.partition("Sources of this page")[0]
    assert before.count(dues) == 1
    assert "Fiji, Mara Oduya" in before.partition(dues)[0][-60:]


def test_the_first_page_says_beside_each_name_how_much_changed(project: Path) -> None:
    told = words(site_of(project), "index.html").partition("CountryArticles")[2].partition("Sources of this page")[0]
    countries, _, actors = told.partition("Actors")
    assert ("Fiji 2 points added" in countries, "Kenya new page" in countries) == (True, True)
    assert "Mara Oduya person3 articles 2 points added" in actors
    assert "Tomas Lindqvist person2 articles Not printed" in actors  # nothing changed there


def test_the_first_page_says_nothing_of_changes_where_there_were_none(project: Path) -> None:
    told = site_of(project, "since: 2031-03-12\n")["index.html"]
    assert b"moved" in site_of(project)["index.html"]
    assert b"moved" not in told


def test_an_article_about_somebody_else_changes_nothing(project: Path) -> None:
    before = site_of(project)
    write(project / "content/articles/2031-03-30-elsewhere.txt", "Brazil opened a canal on Sunday.\n")
    after = site_of(project)
    assert before[f"{ODUYA}.html"] == after[f"{ODUYA}.html"]
    assert "Brazil" in words(after, "changes.html")


def test_a_withdrawal_is_told_and_no_word_of_it(project: Path) -> None:
    withdraw(project, DUES, "2031-03-20")
    write(project / "content/articles/2031-03-28-later.txt", "Tomas Lindqvist left Suva on Friday.\n")
    files = site_of(project, "since: 2031-03-10\n")
    halved = "halved its dues for fishing boats on"
    assert [path for path, content in files.items() if halved.encode() in content] == []
    (one,) = [one for one in changes(files, "actors/harbour-board")["items"] if one["withdrawn"]]
    assert (one["reason"], one["was"], one["withdrawn"], one["date"]) == ("source withdrawn", None, [DUES], "2031-03-20")
    assert "its source was withdrawn" in words(files, "actors/harbour-board.html")
    log = words(files, "changes.html").partition("Corrections and withdrawals")[2]
    assert "withdrawn20 March 2031" in log
    assert "Nobody said so" in log
    notice = words(files, f"articles/{DUES}.html")
    assert "Nobody said so" in notice
    assert halved not in notice


def test_what_changed_is_the_same_after_any_way_there(project: Path, tmp_path: Path) -> None:
    """Nothing that was built before is looked at."""
    site_of(project)
    withdraw(project, DUES, "2031-03-20")
    site_of(project)
    write(project / f"content/articles/{KENYA}.txt", BODIES[KENYA].replace("Wednesday", "Thursday") + "\n")
    at_last = site_of(project)
    other = make_project(tmp_path / "other")
    withdraw(other, DUES, "2031-03-20")
    write(other / f"content/articles/{KENYA}.txt", BODIES[KENYA].replace("Wednesday", "Thursday") + "\n")
    assert site_of(other) == at_last


def test_the_site_of_a_day_knows_no_later_change(project: Path) -> None:
    withdraw(project, TALKS, "2031-03-20")
    files = site_of(project, as_of="2031-03-11")
    assert "harbour open through the winter" in words(files, f"articles/{TALKS}.html")
    assert changes(files)["since"] == "2031-03-04"
    assert [path for path, content in files.items() if KENYA.encode() in content or b"Nobody said so" in content] == []


def test_a_page_says_since_when_nothing_came_only_as_of_a_later_day(project: Path) -> None:
    told = "nothing since 12 March 2031"
    assert told not in words(site_of(project), f"{ODUYA}.html")
    assert told not in words(site_of(project, as_of="2031-03-12"), f"{ODUYA}.html")
    assert told in words(site_of(project, as_of="2031-03-14"), f"{ODUYA}.html")


def test_a_typo_mended_in_an_old_article_is_no_change(project: Path) -> None:
    before = texts(site_of(project))
    write(project / f"content/articles/{TALKS}.txt", BODIES[TALKS].replace("harbour dues", "harbour duties") + "\n")
    after = site_of(project)
    assert texts(after) == before
    assert "as of 12 March 2031" in words(after, f"{ODUYA}.html")


@pytest.mark.parametrize("config", ["", "since: 2031-03-09\n", "since: 2031-01-01\n", "as_of: 2031-03-11\n"])
@pytest.mark.parametrize("withdrawn", [False, True])
def test_a_subject_of_many_articles_tells_the_same_changes(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str, withdrawn: bool
) -> None:
    """Its points of the earlier day are a step of their own."""
    other = make_project(tmp_path / "other")
    for root in (project, other):
        write(root / "content/countries/FJ.yaml", "hide: [c0ffee00c0de]\n")
        if withdrawn:
            withdraw(root, DUES, "2031-03-10")
    few = site_of(project, config)
    monkeypatch.setattr(evidence, "_MANY", 1)
    assert site_of(other, config) == few
    assert "brief.briefings.choose_earlier" in build(other, verify=True).ran
