"""Whatever bytes a file holds, reading gives a value that can be stored, and problems with places that exist."""

from __future__ import annotations

import random

import msgspec
import pytest
from mistake_reader import ARTICLE

from generator.problems import Problem, format_problem
from generator.read.actors import read_actor
from generator.read.articles import read_article
from generator.read.config import read_config
from generator.read.countries import known_countries, read_country
from generator.read.disputes import read_dispute
from generator.read.pages import read_page
from generator.read.sources import read_source

_FIJI = next(country for country in known_countries() if country.code == "FJ")
_PIECES = [
    *["name: ", "title: ", "roles:", "aliases: ", "date: ", "positions:", "cites: ", "is: ", "mentions:", "points:", "summary: "],
    *[
        "text: ",
        "article: ",
        "---\n",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "\n",
        "\n  ",
        ": ",
        ", ",
        "&a ",
        "*a ",
        "!!str ",
        "| ",
        "> ",
        "'",
        '"',
    ],
    *[
        "NO",
        "2031-03-01",
        "a-b",
        "é",
        "عربي",
        "\u202e",
        "\0",
        "\x1b",
        "\u2028",
        "\ufeff",
        "\r",
        "\t",
        "~",
        "#",
        "%",
        "null",
        "<script>",
    ],
    *["../", "x" * 300, "{{ 7*7 }}", "\ud7ff", "\U0001f600", "? ", "<<: ", "@", "`", "=", "none", "javascript:x"],
]


def _read(kind: str, data: bytes) -> tuple[object, tuple[Problem, ...]]:
    if kind == "sidecar":
        return read_article("content/articles/a.txt", ARTICLE.encode(), "content/articles/a.yaml", data, "en")
    if kind == "article":
        return read_article("content/articles/a.md", data, "", b"", "en")
    if kind == "country":
        return read_country("content/countries/FJ.md", data, _FIJI)
    readers = {"actor": read_actor, "source": read_source, "dispute": read_dispute, "page": read_page, "config": read_config}
    return readers[kind](f"content/a{'.md' if kind == 'page' else '.yaml'}", data)


@pytest.mark.parametrize("kind", ["actor", "article", "config", "country", "dispute", "page", "sidecar", "source"])
@pytest.mark.parametrize("seed", range(20261123, 20261123 + 60))
def test_any_bytes_give_a_value_and_problems_that_point_into_the_file(kind: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a stated seed, no secret
    text = "".join(chance.choice(_PIECES) for _ in range(chance.randrange(40)))
    data = text.encode()
    if chance.random() < 0.2:
        data = bytes(chance.randrange(256) for _ in range(chance.randrange(60)))
    value, problems = _read(kind, data)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=type(value)) == value
    assert (value, problems) == _read(kind, data)
    for problem in problems:
        shown = format_problem(problem)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert 0 <= problem.location.line <= len(data) + 2
        assert problem.location.line == 0 or problem.location.column >= 1
