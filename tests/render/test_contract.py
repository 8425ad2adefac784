"""What a template gets is what the contract says, and what the document says."""

from __future__ import annotations

import json
import re
import typing

import pytest
from render_samples import desk_files, every_page
from theme_values import DOCUMENT, fits, updated

from generator.render.contract import PAGES, EveryPage
from generator.render.theme import assemble_theme

# Every page of this theme tells at its end the names that it was given and the types of their values.
PROBE = """
{%- macro told(value) %}
{%- if value.__class__.__name__ == 'tuple' %}[{% for one in value %}{{ told(one) }}{% if not loop.last %},{% endif %}{% endfor %}]
{%- else %}"{{ value.__class__.__name__ }}"{% endif %}{% endmacro %}
{%- for name, value in self._TemplateReference__context.parent.items() %}<!--{{ name }}={{ told(value) }}-->{% endfor %}"""
JINJA = {"range", "dict", "lipsum", "cycler", "joiner", "namespace", "_", "gettext", "ngettext", "pgettext", "npgettext"}


@pytest.fixture(scope="module")
def given() -> dict[str, dict[str, object]]:
    """Kind of page -> name -> type of its value."""
    files = desk_files()
    files["templates/base.html"] += PROBE.encode()
    theme, _ = assemble_theme("probe", files)
    told = {}
    for kind, (made, problems) in every_page("words", theme).items():
        assert problems == ()
        html = re.sub(r"\s*\n\s*", "", made[0].content.decode())
        found = re.findall(r"<!--(\w+)=(.*?)-->", html)
        told[kind] = {name: json.loads(value.replace("&#34;", '"')) for name, value in found if name not in JINJA}
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
