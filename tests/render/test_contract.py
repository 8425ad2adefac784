"""What a template gets is what the contract says, and what the document says."""

from __future__ import annotations

import re
import typing
from typing import Any

import pytest
from render_samples import desk_files, every_page
from theme_values import DOCUMENT, fits, updated

from generator.model import Theme
from generator.problems import Problem
from generator.render.contract import PAGES, EveryPage
from generator.render.templates import render_template
from generator.render.theme import assemble_theme


def described(value: object) -> object:
    """The name of a value's type; of a tuple those of its items."""
    return [described(one) for one in value] if isinstance(value, tuple) else type(value).__name__


@pytest.fixture(scope="module")
def given() -> dict[str, dict[str, object]]:
    """Kind of page -> name -> type of its value."""
    seen: list[dict[str, Any]] = []

    def render(theme: Theme, template: str, context: dict[str, Any]) -> tuple[str, tuple[Problem, ...]]:
        """Render, and say at the page's end which of `seen` it was given."""
        seen.append(context)
        html, problems = render_template(theme, template, context)
        return f"{html}<!--given {len(seen) - 1}-->", problems

    theme, _ = assemble_theme("desk", desk_files())
    told = {}
    with pytest.MonkeyPatch.context() as patch:
        # Our own function, because what a page gives its template is seen nowhere else.
        patch.setattr("generator.render.templates.render_template", render)
        for kind, (made, problems) in every_page("words", theme).items():
            assert problems == ()
            (number,) = re.findall(r"<!--given (\d+)-->", made[0].content.decode())
            told[kind] = {name: described(value) for name, value in seen[int(number)].items()}
    return told


TEMPLATES = {
    "article": "article.html", "excerpt": "article.html", "metadata": "article.html", "withdrawn": "article.html",
    "actor": "actor.html", "country": "country.html", "home": "home.html", "unchanged home": "home.html",
    "abridged actor": "actor.html", "record": "country.html", "actors": "actors.html",
    "countries": "countries.html", "articles": "articles.html", "sources": "sources.html", "topics": "topics.html",
    "source": "source.html", "topic": "topic.html", "timeline": "timeline.html", "relations": "relations.html",
    "disputes": "disputes.html", "changes": "changes.html", "ambiguities": "ambiguities.html", "page": "page.html",
    "method": "method.html", "search": "search.html", "not found": "404.html", "moved": "moved.html",
}  # fmt: skip


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_page_gives_what_the_contract_says(kind: str, given: dict[str, dict[str, object]]) -> None:
    hints = typing.get_type_hints(EveryPage) | typing.get_type_hints(PAGES[TEMPLATES[kind]])
    assert sorted(given[kind]) == sorted(hints)
    assert [name for name, told in given[kind].items() if not fits(hints[name], told)] == []


def test_every_page_is_in_the_contract(given: dict[str, dict[str, object]]) -> None:
    assert (set(TEMPLATES), set(TEMPLATES.values())) == (set(given), set(PAGES))


def test_the_document_tells_every_value() -> None:
    """Else: `python tests/render/theme_values.py` makes the tables anew."""
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text == updated(text)
