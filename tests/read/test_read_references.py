from __future__ import annotations

import pytest

from generator.model import Reference
from generator.problems import Location, Problem, format_problem
from generator.read.references import check_ids, check_references
from tests.bounds import bounded

WHERE = Location("content/articles/a.md", 4, 10, "actors: [mara-odya]")


def _check(*references: Reference) -> tuple[Problem, ...]:
    return check_references(
        references=(references,),
        actors=("mara-oduya", "tomas-lindqvist"),
        countries=("FJ", "IS"),
        sources=("harbour-post",),
        articles=("2031-03-01-talks",),
    )[1]


def test_an_unknown_id_is_told_with_the_nearest_known() -> None:
    assert [format_problem(problem) for problem in _check(Reference("actor", "mara-odya", WHERE))] == [
        'content/articles/a.md:4:10: error: There is no actor "mara-odya".\n'
        "    actors: [mara-odya]\n"
        "             ^\n"
        "  expected: the id of a file in content/actors/\n"
        "  fix: write mara-oduya"
    ]


@pytest.mark.parametrize(
    ("kind", "id", "expected"),
    [
        ("country", "XX", "an ISO 3166-1 code of two capital letters"),
        ("source", "x", "the id of a file in content/sources/, or the publisher's name in plain text"),
        ("article", "x", "the name of a file in content/articles/, without its ending"),
        ("article or source", "x", "the id of an article or of a file in content/sources/, or a name in plain text"),
    ],
)
def test_every_kind_says_what_is_expected(kind: str, id: str, expected: str) -> None:
    assert [(one.message, one.expected, one.fix) for one in _check(Reference(kind, id, WHERE))] == [
        (f'There is no {kind} "{id}".', expected, "")
    ]


def test_what_exists_is_no_problem() -> None:
    kinds = [("actor", "mara-oduya"), ("country", "FJ"), ("source", "harbour-post"), ("article", "2031-03-01-talks")]
    kinds += [("article or source", "harbour-post"), ("article or source", "2031-03-01-talks")]
    assert _check(*(Reference(kind, id, WHERE) for kind, id in kinds)) == ()


def test_many_unknown_ids_among_many_known_ones_are_told_in_bounded_time() -> None:
    known = tuple(f"actor-number-{number}" for number in range(20_000))
    unknown = tuple(Reference("actor", f"aktor-number-{number}", WHERE) for number in range(2_000))
    with bounded():
        _, problems = check_references(references=(unknown,), actors=known, countries=(), sources=(), articles=())
    assert len(problems) == 2_000


def _ids(*paths: str) -> list[str]:
    return [format_problem(problem) for problem in check_ids(paths=paths)[1]]


def test_ordinary_files_are_fine() -> None:
    assert (
        _ids(
            "brief.yaml",
            "content/articles/2031/a.md",
            "content/articles/b.txt",
            "content/articles/b.yaml",
            "content/actors/x/a.yaml",
            "content/countries/NZ.yaml",
            "content/sources/a.yaml",
            "content/disputes/a.yaml",
            "content/pages/about.md",
            "content/static/Weird Name (1).png",
            "content/static/index.html",
            "themes/desk/theme.yaml",
            "README.md",
        )
        == []
    )


@pytest.mark.parametrize(
    ("stem", "trouble"),
    [
        ("Mara", "holds more than lower-case letters a to z, digits and hyphens"),
        ("mara oduya", "holds more than lower-case letters a to z, digits and hyphens"),
        ("mará", "holds more than lower-case letters a to z, digits and hyphens"),
        ("..", "holds more than lower-case letters a to z, digits and hyphens"),
        ("a" * 121, "is longer than 120 characters"),
        ("index", "is kept for the site's own lists"),
        ("index-2", "is kept for the site's own lists"),
        ("con", "is the name of a device on some systems"),
        ("lpt1", "is the name of a device on some systems"),
    ],
)
def test_stems_that_cannot_be_ids(stem: str, trouble: str) -> None:
    assert _ids(f"content/actors/{stem}.yaml") == [
        f'content/actors/{stem}.yaml: error: The file name "{stem[:80]}" cannot be an id: it {trouble}.\n'
        "  expected: a name such as john-key\n"
        "  fix: rename the file"
    ]


def test_two_files_of_one_id_are_both_named() -> None:
    assert _ids("content/articles/2031/a.md", "content/articles/b/a.txt") == [
        "content/articles/b/a.txt: error: Two files are the article a: content/articles/2031/a.md and content/articles/b/a.txt.\n"
        "  expected: one file for each id\n"
        "  fix: rename or remove content/articles/2031/a.md or content/articles/b/a.txt"
    ]


def test_a_text_and_a_markdown_file_of_one_name_collide() -> None:
    assert "content/articles/a.md and content/articles/a.txt" in _ids("content/articles/a.md", "content/articles/a.txt")[0]


@pytest.mark.parametrize("other", ["MARA", "ｍara"])
def test_names_that_some_file_system_takes_for_one_collide(other: str) -> None:
    told = _ids("content/actors/mara.yaml", f"content/actors/{other}.md")
    assert any("Two files are the actor" in one for one in told)


def test_the_same_id_in_two_kinds_is_fine() -> None:
    assert _ids("content/actors/a.yaml", "content/sources/a.yaml") == []


def test_a_sidecar_without_an_article_is_an_error() -> None:
    assert _ids("content/articles/a.yaml") == [
        "content/articles/a.yaml: error: This sidecar has no article beside it.\n"
        "  expected: content/articles/a.md or content/articles/a.txt\n"
        "  fix: add the article, or remove the sidecar"
    ]


@pytest.mark.parametrize(
    ("stem", "message", "fix"),
    [
        ("nz", 'The name "nz" is not a country code.', "rename the file to NZ"),
        ("new-zealand", 'The name "new-zealand" is not a country code.', ""),
        ("XQ", "There is no country XQ.", ""),
    ],
)
def test_a_countrys_file_is_named_after_its_code(stem: str, message: str, fix: str) -> None:
    assert [(one.message, one.fix) for one in check_ids(paths=(f"content/countries/{stem}.yaml",))[1]] == [(message, fix)]


@pytest.mark.parametrize(
    ("path", "fix"),
    [
        ("content/actors/a.yml", "rename the file to a.yaml"),
        ("content/articles/a.markdown", "rename the file to a.md"),
        ("content/sources/a.md", ""),
    ],
)
def test_a_file_with_another_ending_is_a_warning(path: str, fix: str) -> None:
    assert [(one.severity, one.location.path, one.fix) for one in check_ids(paths=(path,))[1]] == [("warning", path, fix)]


def test_the_order_of_files_does_not_matter() -> None:
    paths = ("content/actors/b/a.yaml", "content/actors/a.yaml", "content/articles/X.md", "content/articles/z.yaml")
    assert check_ids(paths=paths) == check_ids(paths=paths[::-1])


def test_an_absurdly_long_id_gets_no_suggestion() -> None:
    problem = _check(Reference("actor", "mara-odya" * 100, WHERE))[0]
    assert (problem.fix, len(problem.message)) == ("", len('There is no actor "".') + 80)
