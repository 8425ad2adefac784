"""Assembling a theme and what a page depends on."""

from __future__ import annotations

import pytest
from render_samples import desk_files, desk_theme

from generator.model import Catalogue, Theme
from generator.render.templates import render_template
from generator.render.theme import assemble_theme, theme_slice


def _theme(**sources: str) -> Theme:
    return assemble_theme("t", {f"templates/{name}.html": source.encode() for name, source in sources.items()})[0]


def _messages(**sources: str) -> list[str]:
    _, problems = assemble_theme("t", {f"templates/{name}.html": source.encode() for name, source in sources.items()})
    return [f"{one.location.path}:{one.location.line} {one.message}" for one in problems]


def test_a_slice_holds_what_is_needed_through_others_and_nothing_else() -> None:
    theme = _theme(
        a='{% extends "b.html" %}{% from "c.html" import x %}',
        b="{% include 'd.html' %}",
        c="",
        d="",
        other='{% include "a.html" %}',
    )
    assert [template.name for template in theme_slice(theme, "a.html", Catalogue()).templates] == [
        "a.html",
        "b.html",
        "c.html",
        "d.html",
    ]


def test_a_slice_does_not_change_with_a_template_that_it_does_not_need() -> None:
    first, second = _theme(a="", b="one"), _theme(a="", b="two")
    assert theme_slice(first, "a.html", Catalogue()) == theme_slice(second, "a.html", Catalogue())


def test_every_page_of_the_desk_theme_needs_its_base() -> None:
    theme = desk_theme()
    pages = [template.name for template in theme.templates if not template.name.startswith("_")]
    assert all("base.html" in {one.name for one in theme_slice(theme, page, Catalogue()).templates} for page in pages)


def test_templates_that_include_each_other_are_no_endless_slice() -> None:
    theme = _theme(a="{% include 'b.html' %}", b="{% include 'a.html' %}")
    assert len(theme_slice(theme, "a.html", Catalogue()).templates) == 2


@pytest.mark.parametrize(
    "source",
    ["{% include name %}", "{% extends 'a' ~ '.html' %}", "{% include ['a.html', 'b.html'] %}", "{% import page.title as x %}"],
)
def test_a_computed_name_is_a_problem(source: str) -> None:
    assert _messages(a="\n" + source) == [
        "themes/t/templates/a.html:2 A template must name what it includes as a plain text, not compute it."
    ]


def test_a_missing_template_is_a_problem() -> None:
    assert _messages(a="{% include 'gone.html' %}") == [
        "themes/t/templates/a.html:1 The template gone.html does not exist in this theme."
    ]


@pytest.mark.parametrize("source", ["{{ x|safe }}", "{% autoescape false %}{{ x }}{% endautoescape %}"])
def test_switching_escaping_off_is_a_problem(source: str) -> None:
    assert len(_messages(a=source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "{{ site.__class__ }}",
        "{{ ''.__class__.__mro__[1] }}",
        "{% if site %}{% set f = self._x %}{% endif %}",
        "{{ ([1]|map('upper')).gi_frame }}",
        "{{ root.format(site) }}",
        "{{ '{0.__class__}'.format(site) }}",
        "{{ ('{0.__cl' ~ 'ass__}').format_map({'x': site}) }}",
    ],
)
def test_a_way_into_the_program_is_a_problem(source: str) -> None:
    found = _messages(a=f"\n{source}")
    assert found
    for message in found:
        assert message.startswith("themes/t/templates/a.html:2 A template must not ask for ")
        assert message.endswith(": that leads into the program.")


def test_the_filter_that_computes_an_attribute_is_a_problem_even_where_it_is_not_reached() -> None:
    assert _messages(a="{% if site %}{{ site|attr('title') }}{% endif %}") == [
        "themes/t/templates/a.html:1 A template must name an attribute as .name, not by the filter attr."
    ]


@pytest.mark.parametrize("source", ["{% block x %}", "{{ x|nofilter }}", "{{"])
def test_a_template_that_cannot_be_read_is_a_problem_at_its_line(source: str) -> None:
    (message,) = _messages(a=f"\n{source}")
    assert message.startswith("themes/t/templates/a.html:2 This template cannot be read: ")


def test_a_template_must_be_utf_8() -> None:
    _, problems = assemble_theme("t", {"templates/a.html": b"\xff", "templates/b.html": b""})
    assert [one.location.path for one in problems] == ["themes/t/templates/a.html"]


@pytest.mark.parametrize("data", [b"a: [", b"\xff", b"- x", b"colour: red"])
def test_a_bad_description_is_a_problem(data: bytes) -> None:
    _, problems = assemble_theme("desk", {**desk_files(), "theme.yaml": data})
    assert [one.location.path for one in problems] == ["themes/desk/theme.yaml"]


def test_a_theme_without_templates_is_a_problem() -> None:
    assert assemble_theme("t", {"static/a.css": b""})[1][0].message == "The theme t has no templates."


def test_a_template_can_build_on_the_one_that_it_takes_the_place_of() -> None:
    files = {
        "templates/page.html": b'{% extends "desk/page.html" %}{% block main %}ours, then {{ super() }}{% endblock %}',
        "templates/base.html": b"{% block main %}{% endblock %}",
        "templates/desk/page.html": b'{% extends "base.html" %}{% block main %}theirs{% endblock %}',
        "templates/desk/base.html": b"",
        "templates/desk/other.html": b"",
    }
    theme, problems = assemble_theme("desk", files)
    assert (problems, render_template(theme, "page.html", {})) == ((), ("ours, then theirs", ()))
    assert [one.name for one in theme.templates] == ["base.html", "desk/page.html", "page.html"]


def test_a_theme_takes_over_the_templates_of_the_one_that_it_extends() -> None:
    files = {
        "theme.yaml": b"extends: desk",
        "templates/base.html": b"own {% block main %}{% endblock %}",
        "templates/desk/base.html": b"{% block main %}{% endblock %}",
        "templates/desk/page.html": b'{% extends "base.html" %}{% block main %}{{ oops',
    }
    theme, (problem,) = assemble_theme("leaflet", files)
    assert [one.name for one in theme.templates] == ["base.html", "page.html"]
    assert problem.location.path == "themes/desk/templates/page.html"


def test_a_theme_that_extends_an_unknown_one_is_a_problem() -> None:
    _, (problem,) = assemble_theme("t", {"theme.yaml": b"extends: gone", "templates/base.html": b""})
    assert problem.message == "There is no theme gone to build on."


def test_a_name_that_no_page_gives_is_refused_even_where_no_page_comes_by() -> None:
    source = "{% set ours = 1 %}{{ ours }}{{ page.title }}{% if False %}\n{{ author }}{% endif %}"
    assert _messages(a=source) == ["themes/t/templates/a.html:2 This template asks for author, which no page gives."]
