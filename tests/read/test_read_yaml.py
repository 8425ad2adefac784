from __future__ import annotations

import pytest

from generator.problems import format_problem
from generator.read.yaml_nodes import read_yaml
from tests.bounds import bounded

PATH = "content/actors/a.yaml"


def test_scalars_stay_text() -> None:
    document, problems = read_yaml(PATH, "country: NO\nfrom: 2015-02-13\nyear: 2015\npublic: true\ncode: 0x1f\n")
    assert problems == ()
    assert document.data == {"country": "NO", "from": "2015-02-13", "year": "2015", "public": "true", "code": "0x1f"}


def test_empty_values_are_none_and_quoted_ones_are_text() -> None:
    document, _ = read_yaml(PATH, "a:\nb: ~\nc: null\nd: ''\ne: 'null'\n")
    assert document.data == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


def test_keys_and_values_know_their_places() -> None:
    document, _ = read_yaml(PATH, "name: Mara\nroles:\n  - title: Minister\n", first_line=5)
    assert (document.at(("roles", 0, "title")).line, document.at(("roles", 0, "title")).column) == (7, 12)
    assert (document.at(("roles", 0, "title"), of_key=True).line, document.at(("roles",), of_key=True).column) == (7, 1)
    assert document.at(("roles", 0, "title")).excerpt == "  - title: Minister"


def test_what_has_no_place_is_told_where_its_surroundings_stand() -> None:
    document, _ = read_yaml(PATH, "name: Mara\nroles:\n  - title: Minister\n")
    assert document.at(("roles", 0, "from")) == document.at(("roles", 0))


def test_letters_are_composed() -> None:
    assert read_yaml(PATH, "name: e\u0301\n")[0].data == {"name": "\u00e9"}


def test_an_alias_stands_for_its_value() -> None:
    assert read_yaml(PATH, "a: &x [1, 2]\nb: *x\n")[0].data == {"a": ["1", "2"], "b": ["1", "2"]}


def test_an_alias_bomb_is_refused_in_bounded_time() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with bounded():
        document, problems = read_yaml(PATH, "\n".join(levels))
    assert document.data == {}
    assert [format_problem(problem) for problem in problems] == [
        "content/actors/a.yaml:5:15: error: The alias *a3 makes this YAML unfold to too much.\n"
        "    a4: &a4 [*a3, *a3, *a3, *a3, *a3, *a3, *a3, *a3, *a3]\n"
        "                  ^\n"
        "  expected: at most 20000 keys and values, aliases counted in full"
    ]


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 50_000, "a:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 900))],
)
def test_absurd_nesting_is_refused_in_bounded_time(text: str) -> None:
    with bounded():
        _, problems = read_yaml(PATH, text)
    assert [problem.message for problem in problems] in (
        ["This YAML is nested too deeply."],
        ["A key must be a plain word."],
        ["This YAML holds too much."],
    )


def test_too_many_values_are_refused_in_bounded_time() -> None:
    with bounded():
        _, problems = read_yaml(PATH, "- a\n" * 200_000)
    assert [problem.message for problem in problems] == ["This YAML holds too much."]


def test_a_text_over_the_limit_is_not_even_walked() -> None:
    _, problems = read_yaml(PATH, "a" * 2_000_000)
    assert format_problem(problems[0]) == (
        "content/actors/a.yaml: error: This YAML is too large: 2000000 characters.\n  expected: at most 1048576 characters"
    )


def test_of_a_key_given_twice_the_first_counts() -> None:
    document, problems = read_yaml(PATH, "a: 1\nb: 2\na: 3\n")
    assert document.data == {"a": "1", "b": "2"}
    assert [problem.location.line for problem in problems] == [3]


def test_a_file_of_equal_keys_is_told_in_few_words() -> None:
    assert len(read_yaml(PATH, "a: 1\n" * 5_000)[1]) == 50


def test_the_same_text_gives_the_same_document() -> None:
    text = "name: Mara\nroles: [{title: Minister}]\n"
    assert read_yaml(PATH, text) == read_yaml(PATH, text)
