"""Reads one invented file of any kind, by its path, as a build would."""

from __future__ import annotations

from typing import Any

from generator.problems import Problem, sort_problems
from generator.read.actors import read_actor
from generator.read.articles import read_article
from generator.read.config import read_config
from generator.read.countries import known_countries, read_country
from generator.read.disputes import read_dispute
from generator.read.pages import read_page
from generator.read.sources import read_source

ARTICLE = "Harbour talks\n\nMara Oduya met Tomas Lindqvist. Oduya said the talks went well."
_READERS: dict[str, Any] = {
    "actors": read_actor,
    "sources": read_source,
    "disputes": read_dispute,
    "pages": read_page,
}


def read_file(path: str, text: str) -> tuple[Problem, ...]:
    """What is wrong with a file; an article's YAML is the sidecar of a plain text with a date and source of its own."""
    data = text.encode()
    kind = path.split("/")[1] if "/" in path else "config"
    if kind == "articles" and path.endswith(".yaml"):
        article = path.replace("/a.yaml", "/2031-03-01-a.txt")
        problems = read_article(article, ARTICLE.encode(), path, data, "en")[1]
        return tuple(one for one in sort_problems(problems) if "has no source" not in one.message)
    if kind == "articles":
        return sort_problems(read_article(path, data, "", b"", "en")[1])
    if kind == "countries":
        code = path.split("/")[-1][:2]
        known = next(one for one in known_countries() if one.code == code)
        return sort_problems(read_country(path, data, known)[1])
    reader = read_config if kind == "config" else _READERS[kind]
    return sort_problems(reader(path, data)[1])
