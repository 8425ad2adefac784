"""A statement stands under the day of the article that tells it; what was said long before is not shown under that day."""

import json

import pytest
from projects import build, write

RETOLD = [
    "In 2015 Mira Voss said that the pass would stay open.",
    "Back in March 2017, Mira Voss said that the mine would stay open.",
    "Mira Voss said in May 2016 that the harbour would stay open.",
    "Mira Voss had said two weeks ago that the tunnel would stay open.",
    "On 3 February 2020 Mira Voss told reporters that the bridge would stay open.",
]
OF_THE_DAY = [
    "Mira Voss said that the road had been open since 2015.",
    "On Monday Mira Voss said that the ferry would stay open.",
    "Mira Voss said on Tuesday that the market had closed in 2015.",
    "In 2015 the tower was closed, Mira Voss said.",
    "In 2015 the chapel was closed, but Mira Voss said on Monday that it would stay open.",
    "In April Mira Voss said that the school would stay open.",
]


@pytest.fixture(scope="module")
def statements(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    project = tmp_path_factory.mktemp("retold") / "project"
    write(project / "brief.yaml", "title: Retold\nsearch: false\n")
    write(project / "content/actors/mira-voss.yaml", "name: Mira Voss\n")
    for number, sentence in enumerate(RETOLD + OF_THE_DAY, 1):
        write(project / f"content/articles/2020-05-{number:02d}-case.txt", f"{sentence}\n")
    assert build(project).published
    page = json.loads((project / "site/actors/mira-voss.json").read_text(encoding="utf-8"))
    return [statement["text"] for statement in page["statements"]]


@pytest.mark.parametrize("sentence", RETOLD)
def test_what_was_said_long_before_is_no_statement_of_the_day(statements: list[str], sentence: str) -> None:
    assert sentence not in statements


@pytest.mark.parametrize("sentence", OF_THE_DAY)
def test_a_date_of_another_thing_leaves_a_statement_where_it_is(statements: list[str], sentence: str) -> None:
    assert sentence in statements
