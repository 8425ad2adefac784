"""A project changes one thing of a theme without copying the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import build, make_project, messages, published, write

PAGE = "actors/mara-oduya.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def html(project: Path, page: str = PAGE) -> str:
    assert messages(build(project)) == []
    return published(project)[page].decode()


def test_one_template(project: Path) -> None:
    write(
        project / "themes/desk/templates/_rows.html",
        "{% macro rows(items, roles=False) %}<p>{{ items|length }}</p>{% endmacro %}",
    )
    assert "<p>4</p>" in html(project, "index.html")


def test_one_block(project: Path) -> None:
    own = '{% extends "desk/actor.html" %}{% block points %}<p>Ours.</p>{{ super() }}{% endblock %}'
    write(project / "themes/desk/templates/actor.html", own)
    shown = html(project)
    assert "<p>Ours.</p>" in shown
    assert '<h2 id="key-points">' in shown.partition("<p>Ours.</p>")[2]


def test_one_style_variable(project: Path) -> None:
    write(project / "themes/desk/static/desk.css", '@import "desk/desk.css";\n:root { --accent: #700 }\n')
    html(project)
    files = published(project)
    assert (b"desk/desk.css" in files["assets/desk.css"], b"--accent" in files["assets/desk/desk.css"]) == (True, True)


def test_one_string(project: Path) -> None:
    write(project / "themes/desk/locale/en.po", 'msgid "Key points"\nmsgstr "What matters"\n')
    assert '<h2 id="key-points">What matters</h2>' in html(project)


def test_another_theme_shows_the_same_evidence(project: Path) -> None:
    cites = html(project).count("data-cite=")
    write(project / "brief.yaml", "title: Harbour Desk\ntheme: dossier\n")
    shown = html(project)
    assert (shown.count("data-cite="), "assets/dossier.css" in shown, "<script src" in shown) == (cites, True, False)


def test_a_theme_without_script_offers_no_field_for_searching_and_lists_all_names(project: Path) -> None:
    write(project / "brief.yaml", "title: Harbour Desk\nsearch: full\n")
    asked = ("<input", "<select", 'class="find"', 'class="fulltext"', "<script src")
    shown = html(project, "search.html")
    names = shown.count("<bdi>")
    assert [one in shown for one in asked] == [True] * 5
    write(project / "brief.yaml", "title: Harbour Desk\nsearch: full\ntheme: dossier\n")
    shown = html(project, "search.html")
    assert [one in shown for one in asked] == [False] * 5
    assert (shown.count("<bdi>"), PAGE in shown) == (names, True)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_another_language_leaves_no_english_label(project: Path, language: str) -> None:
    write(project / "brief.yaml", f"title: Harbour Desk\nlanguage: {language}\n")
    shown = html(project)
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in shown
    assert [word for word in (">Key points<", ">Timeline<", ">Evidence<", ">Skip to the text<") if word in shown] == []


def test_an_arabic_site_calls_countries_by_their_arabic_names_and_marks_english_articles(project: Path) -> None:
    write(project / "brief.yaml", "title: Harbour Desk\nlanguage: ar\n")
    for path in sorted((project / "content/articles").glob("*.yaml")):
        write(path, path.read_text(encoding="utf-8") + "language: en\n")
    shown = html(project)
    assert (">فيجي<" in shown, '<span lang="en" dir="ltr">' in shown) == (True, True)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ('<a href="{{ root }}nowhere.html">x</a>', "This template leads to nowhere.html, which this site does not have."),
        (
            '<img alt="" src="{{ root }}assets/gone.png">',
            "This template leads to assets/gone.png, which this site does not have.",
        ),
        ('<img alt="" src="https://example.org/a.png">', "This template loads https://example.org/a.png from another site."),
        ("{% set x = '_rows.html' %}{% include x %}", "A template must name what it includes as a plain text, not compute it."),
    ],
)
def test_a_theme_that_leads_nowhere_or_loads_from_elsewhere_is_refused(project: Path, template: str, message: str) -> None:
    own = '{% extends "desk/404.html" %}{% block main %}' + template + "{% endblock %}"
    write(project / "themes/desk/templates/404.html", own)
    assert messages(build(project))[0] == f"themes/desk/templates/404.html: {message}"


def test_a_style_sheet_that_loads_from_elsewhere_is_refused(project: Path) -> None:
    write(project / "themes/desk/static/desk.css", "@import url(https://example.org/a.css);\n")
    message = "This style sheet loads https://example.org/a.css from another site."
    assert messages(build(project)) == [f"themes/desk/static/desk.css: {message}"]


def test_a_theme_may_lead_to_the_desks_own_files(project: Path) -> None:
    write(project / "content/static/imprint.html", "<title>x</title>")
    own = '{% extends "desk/404.html" %}{% block main %}<a href="{{ root }}imprint.html">x</a>{% endblock %}'
    write(project / "themes/desk/templates/404.html", own)
    assert '<a href="/imprint.html">x</a>' in html(project, "404.html")
