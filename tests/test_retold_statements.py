"""A statement stands under the day of the article that tells it; what was said long before stands under its own day."""

import json
from typing import Any

import pytest
from projects import build, write

RETOLD = {
    "In 2015 Mira Voss said that the pass would stay open.": "2015",
    "Back in March 2017, Mira Voss said that the mine would stay open.": "2017-03",
    "Mira Voss said in May 2016 that the harbour would stay open.": "2016-05",
    "Mira Voss had said two weeks ago that the tunnel would stay open.": "2020-04",
    "Mira Voss told Parliament in February 2015 that the camp would stay open.": "2015-02",
    "Mira Voss told the finance committee in May 2016 that the lake would stay open.": "2016-05",
    "Mira Voss said in the first quarter of 2017 that the canal would stay open.": "2017",
    "On 3 February 2020 Mira Voss told reporters that the bridge would stay open.": "2020-02-03",
}
OF_THE_DAY = [
    "Mira Voss said that the road had been open since 2015.",
    "On Monday Mira Voss said that the ferry would stay open.",
    "Mira Voss said on Tuesday that the market had closed in 2015.",
    "In 2015 the tower was closed, Mira Voss said.",
    "In 2015 the chapel was closed, but Mira Voss said on Monday that it would stay open.",
    "Mira Voss told the council that the depot had closed in 2015.",
    "Mira Voss told the committee that March 2015 had been a month of floods.",
    "In April Mira Voss said that the school would stay open.",
]
SENTENCES = [*RETOLD, *OF_THE_DAY]
VOSS = """name: Mira Voss
roles:
  - {title: Member of Parliament, from: 2014}
  - {title: Minister of Transport, country: FJ, from: 2019}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The pages of the speaker and of the country whose minister she is since 2019, as twins."""
    project = tmp_path_factory.mktemp("retold") / "project"
    write(project / "brief.yaml", "title: Retold\nsearch: false\nbriefing: {statements: 40}\n")
    write(project / "content/actors/mira-voss.yaml", VOSS)
    for number, sentence in enumerate(SENTENCES, 1):
        text = f"{sentence}\n\nThe ships of Fiji left the port at noon.\n"
        write(project / f"content/articles/2020-05-{number:02d}-case.txt", text)
        write(project / f"content/articles/2020-05-{number:02d}-case.yaml", "topics: [roads]\ncountries: [FJ]\n")
    write(project / "content/articles/2017-03-09-report.txt", "Mira Voss said that the mine would stay open.\n")
    assert build(project).published
    pages = {name: project / f"site/{name}.json" for name in ("actors/mira-voss", "countries/fiji")}
    return {name: json.loads(page.read_text(encoding="utf-8")) for name, page in pages.items()}


def days(statements: list[dict[str, Any]]) -> dict[str, str]:
    return {statement["text"]: statement["date"] for statement in statements}


@pytest.mark.parametrize(("sentence", "day"), RETOLD.items())
def test_what_was_said_long_before_stands_under_its_own_day(site: dict[str, Any], sentence: str, day: str) -> None:
    if sentence.startswith("Back in March 2017"):
        sentence, day = "Mira Voss said that the mine would stay open.", "2017-03-09"  # whoever reported it that day is cited
    assert days(site["actors/mira-voss"]["statements"])[sentence] == day


@pytest.mark.parametrize("sentence", OF_THE_DAY)
def test_a_date_of_another_thing_leaves_a_statement_where_it_is(site: dict[str, Any], sentence: str) -> None:
    assert days(site["actors/mira-voss"]["statements"])[sentence] == f"2020-05-{SENTENCES.index(sentence) + 1:02d}"


def test_a_statement_has_the_role_of_the_day_on_which_it_was_made(site: dict[str, Any]) -> None:
    roles = {one["date"]: one["role_at_date"] for one in site["actors/mira-voss"]["statements"]}
    assert (roles["2015-02"], roles["2020-02-03"]) == ("Member of Parliament", "Member of Parliament; Minister of Transport")


def test_what_somebody_said_before_taking_an_office_is_no_position_of_the_country(site: dict[str, Any]) -> None:
    said = [one["date"] for topic in site["countries/fiji"]["positions"] for one in topic["statements"]]
    assert said
    assert not [day for day in said if day < "2019"]
