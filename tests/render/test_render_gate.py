"""A theme cannot drop evidence."""

from __future__ import annotations

import pytest
from render_samples import desk_files, dossier_files, every_page

from generator.render.gate import check_cites
from generator.render.theme import assemble_theme

CITED = ("actor", "country", "home", "timeline", "relations", "disputes")


def _without(words: str) -> dict[str, bytes]:
    return {path: data.replace(words.encode(), b"") if path.endswith(".html") else data for path, data in desk_files().items()}


@pytest.mark.parametrize("page", CITED)
def test_a_theme_that_drops_cites_is_refused_with_page_and_count(page: str) -> None:
    files = {
        path: data.replace(b"item.cites", b"''")
        .replace(b"item.was_cites", b"''")
        .replace(b"entry.cites", b"''")
        .replace(b"side.cites", b"''")
        .replace(b"bond.cites", b"''")
        for path, data in desk_files().items()
    }
    theme, _ = assemble_theme("bare", files)
    made, problems = every_page("words", theme)[page]
    assert made == ()
    assert [(one.severity, "citations, but theme bare shows only 0 of them" in one.message) for one in problems] == [
        ("error", True)
    ]
    assert problems[0].location.path in problems[0].message


def test_a_theme_that_drops_one_section_is_refused() -> None:
    theme, _ = assemble_theme("bare", _without('{% include "_timeline.html" %}'))
    _, problems = every_page("words", theme)["actor"]
    assert len(problems) == 1


def test_the_desk_theme_shows_every_cite() -> None:
    theme, _ = assemble_theme("desk", desk_files())
    assert [problems for _, problems in every_page("words", theme).values() if problems] == []


def test_the_dossier_shows_every_cite_of_the_same_pages() -> None:
    theme, problems = assemble_theme("dossier", dossier_files())
    made = every_page("words", theme)
    assert (problems, [found for _, found in made.values() if found]) == ((), [])
    assert all("dossier.css" in files[0].content.decode() for files, _ in made.values())


def test_a_page_without_the_content_policy_is_refused() -> None:
    theme, _ = assemble_theme("bare", _without('content="{{ policy }}"'))
    made, problems = every_page("words", theme)["not found"]
    assert (made, problems[0].message) == ((), "The page 404.html of theme bare lacks the content policy.")


def test_a_cite_in_a_comment_does_not_count() -> None:
    theme, _ = assemble_theme("desk", desk_files())
    html = '<!-- <a class="cite" data-cite="a:1:2">1</a> -->'
    assert len(check_cites(html, "x.html", {"a:1:2": 1}, theme)) == 1


def test_a_page_that_must_hold_no_cite_is_fine_without_one() -> None:
    theme, _ = assemble_theme("desk", desk_files())
    assert check_cites("<p>words</p>", "x.html", {}, theme) == ()


def test_words_of_an_article_cannot_stand_for_a_cite() -> None:
    files = {path: data.replace(b"{{ entry.cites }}", b"") for path, data in desk_files().items()}
    theme, _ = assemble_theme("bare", files)
    _, problems = every_page('<a class="cite" data-cite="visit:0:19">1</a>', theme)["timeline"]
    assert len(problems) == 1


def test_a_theme_that_asks_for_an_unknown_value_is_refused() -> None:
    files = {**desk_files(), "templates/404.html": b"{{ page.colour }}"}
    theme, _ = assemble_theme("odd", files)
    made, problems = every_page("words", theme)["not found"]
    assert (made, problems[0].location.path) == ((), "themes/odd/templates/404.html")


def test_a_theme_without_a_page_is_refused() -> None:
    files = {path: data for path, data in desk_files().items() if path != "templates/404.html"}
    theme, _ = assemble_theme("odd", files)
    _, problems = every_page("words", theme)["not found"]
    assert problems[0].message == "The template 404.html does not exist in theme odd."
