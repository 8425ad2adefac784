"""What a theme may load, and where it may lead."""

from __future__ import annotations

import pytest

from generator.model import Template, Theme, ThemeLink
from generator.render.loading import check_loading, check_styles, theme_links


def _problems(source: str) -> list[str]:
    return [
        f"{one.location.line} {one.message}" for one in check_loading(Template("a.html", source, "themes/t/templates/a.html"))
    ]


@pytest.mark.parametrize(
    ("source", "loaded"),
    [
        ('<script src="https://example.org/a.js"></script>', "https://example.org/a.js"),
        ('<link rel="preload stylesheet" href="//example.org/a.css">', "//example.org/a.css"),
        ('<img alt="" src="HTTP://example.org/a.png">', "HTTP://example.org/a.png"),
        ('<img alt="" srcset="a.png 1x, https://example.org/a.png 2x">', "a.png 1x, https://example.org/a.png 2x"),
        ('<svg><use href="https://example.org/a.svg#b"/></svg>', "https://example.org/a.svg#b"),
        ('<iframe src="https://example.org/{{ page.path }}"></iframe>', "https://example.org/\ufdd1"),
    ],
)
def test_a_template_that_loads_from_another_site_is_refused_at_its_line(source: str, loaded: str) -> None:
    assert _problems("{# two\nlines #}\n" + source) == [f"3 This template loads {loaded} from another site."]


@pytest.mark.parametrize(
    ("source", "what"),
    [("<style>p {}</style>", "a style within the page"), ("<script>1</script>", "a script within the page"),
     ('<p style="color: red">', "the attribute style"), ('<p onclick="x()">', "the attribute onclick")],
)  # fmt: skip
def test_what_the_policy_blocks_is_refused(source: str, what: str) -> None:
    assert _problems(source) == [f"1 The pages' policy blocks {what}."]


@pytest.mark.parametrize(
    "source",
    [
        '<a href="https://example.org/">there</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<script src="{{ root }}assets/a.js"></script><img alt="" src="data:image/png;base64,AAAA">',
        "{% if x %}https://example.org/{% endif %}",
    ],
)
def test_links_and_the_sites_own_files_are_fine(source: str) -> None:
    assert _problems(source) == []


def test_a_style_sheet_that_loads_from_another_site_is_refused_at_its_line() -> None:
    styles = b'@import url("desk/desk.css");\n@import "https://example.org/a.css";\np { background: url(//example.org/a.png) }\n'
    found = [(one.location.line, one.message) for one in check_styles("themes/t/static/a.css", styles)]
    assert found == [
        (2, "This style sheet loads https://example.org/a.css from another site."),
        (3, "This style sheet loads //example.org/a.png from another site."),
    ]


def test_places_that_a_template_names_in_plain_text_are_known_with_their_lines() -> None:
    source = '<link href="{{ root }}assets/a.css">\n<a href="{{ root }}method.html#grades">\n'
    source += '<a href="{{ root }}{{ page.twin }}"><a href="#x">'
    theme = Theme("t", (Template("a.html", source, "themes/t/templates/a.html"),))
    path = "themes/t/templates/a.html"
    assert theme_links(theme) == (ThemeLink("assets/a.css", path, 1), ThemeLink("method.html", path, 2))


def test_a_page_is_known_by_its_name_and_an_address_from_the_pages_own_folder_as_such() -> None:
    source = (
        "<a href=\"{{ to('method.html', 'grades') }}\">\n<a href='{{ to(\"search.html\") }}#x'>\n<script src=\"assets/a.js\">\n"
    )
    source += (
        '<a href="{{ to(page) }}"><a href="{{ to(\'a\' ~ b) }}"><a href="../a.html"><a href="https://example.org/"><a href="#a">'
    )
    path = "themes/t/templates/a.html"
    assert theme_links(Theme("t", (Template("a.html", source, path),))) == (
        ThemeLink("method.html", path, 1, "page"),
        ThemeLink("search.html", path, 2, "page"),
        ThemeLink("assets/a.js", path, 3, "here"),
    )
