"""What templates show of a value: the same characters as `markupsafe.escape`, whatever was shown before."""

from __future__ import annotations

from typing import Any

import pytest
from markupsafe import Markup, escape

from generator.model import Template, Theme
from generator.render.templates import render_template

WORDS = '<b title="x">it\'s &amp; é</b>'
SAFE = Markup(WORDS)  # noqa: S704 - the same words, held to be safe


class _Words(str):
    """A kind of str that is not Markup."""

    __slots__ = ()


class _Safe:
    """A value that brings its own HTML."""

    def __html__(self) -> str:
        return "<i>own</i>"


def _shown(source: str, value: Any) -> str:
    html, problems = render_template(Theme("t", (Template("a.html", source, "a.html"),)), "a.html", {"value": value})
    assert problems == ()
    return html


@pytest.mark.parametrize("value", ["", WORDS, SAFE, _Words(WORDS), _Safe(), 7, -0.0, None, True, ("<", ">")])
def test_a_value_is_shown_as_markupsafe_escapes_it(value: object) -> None:
    assert _shown("{{ value }}", value) == str(escape(value))


@pytest.mark.parametrize(
    "source",
    [
        "{{ value['__cl' ~ 'ass__'] }}",
        "{{ [value]|map(attribute='__class__')|first }}",
        "{{ [value]|map('attr', '__class__')|list }}",
        "{{ [value]|map('safe')|first }}",
        "{{ ('{0.__cl' ~ 'ass__}')['format'](value) }}",
    ],
)
def test_no_computed_name_is_a_way_into_the_program_or_around_escaping(source: str) -> None:
    html, problems = render_template(Theme("t", (Template("a.html", source, "a.html"),)), "a.html", {"value": WORDS})
    assert html == ""
    (problem,) = problems
    assert problem.message.startswith("This template cannot be used: ")


def test_a_template_may_put_a_number_into_a_text() -> None:
    assert _shown("{{ '{:,}'.format(value) }}", 12345) == "12,345"


@pytest.mark.parametrize("first", [WORDS, SAFE])
def test_words_equal_to_safe_html_are_escaped_in_any_order(first: str) -> None:
    other = WORDS if isinstance(first, Markup) else SAFE
    for value in (first, other, first):
        assert _shown("{{ value }}", value) == (WORDS if isinstance(value, Markup) else str(escape(WORDS)))


@pytest.mark.parametrize(
    "source",
    [
        "{% macro show(x) %}{{ x }}{% endmacro %}{{ show(value) }}",
        "{% set kept %}{{ value }}{% endset %}{{ kept }}",
        "{% block one %}{{ value }}{% endblock %}",
        "{% macro around() %}{{ caller() }}{% endmacro %}{% call around() %}{{ value }}{% endcall %}",
        "{% filter trim %}{{ value }}{% endfilter %}",
    ],
)
def test_words_are_escaped_once_wherever_they_are_shown(source: str) -> None:
    assert _shown(source, WORDS) == str(escape(WORDS))


def test_an_unknown_value_is_a_problem() -> None:
    _, problems = render_template(Theme("t", (Template("a.html", "{{ other }}", "a.html"),)), "a.html", {"value": ""})
    assert [problem.message for problem in problems] == ["This template cannot be used: 'other' is undefined."]
