"""Turns the desk's own pages and the site's help into files: free pages, method, search, not found, redirects of former ids.

One rule: the method page states what the machine does, with this site's own figures.
"""

from __future__ import annotations

from typing import Any

from generator.model import File, FreePage, Link, Measure, Prose, Site, SubjectCard, Theme
from generator.problems import Problem
from generator.render.frame import Head, Named, counted, make_page
from generator.render.html import prose_html
from generator.render.lists import subject_items
from generator.render.terms import measured_in_words
from generator.render.urls import absolute_root, actor_path, address_of, page_path, root_of
from generator.render.words import words_of


def free_page(site: Site, theme: Theme, page: FreePage) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """A page that the desk wrote itself; a first heading that repeats its title is not shown twice."""
    path = page_path(page.slug)
    values = {"text": prose_html(_without_title(page), root_of(path, site).lead(path), 2)}
    return make_page(site, theme, Head(path, page.title, "page.html", "page"), values, {})


def method_page(
    site: Site, theme: Theme, intro: FreePage | None, counts: dict[str, int], measures: tuple[Measure, ...]
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """How the site is made, headed by the desk's own words."""
    words = words_of(theme.words)
    values = {
        "text": prose_html(_without_title(intro), root_of("method.html", site).lead("method.html"), 2)
        if intro is not None
        else "",
        "counts": counted(counts, words),
        "measures": tuple(measured_in_words(measure, words) for measure in measures),
    }
    return make_page(site, theme, Head("method.html", words.gettext("Method and sources"), "method.html", "page"), values, {})


def search_page(site: Site, theme: Theme, subjects: tuple[SubjectCard, ...] = ()) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """Every name with a page, in alphabetical order: found by eye or by the browser's own search."""
    words, root = words_of(theme.words), root_of("search.html", site)
    values = {"items": subject_items(subjects, root, words, drawn=False)}
    full = site.search == "full"
    head = Head("search.html", words.gettext("Find a name"), "search.html", "page", searches=full)
    return make_page(site, theme, head, values, {})


def not_found_page(site: Site, theme: Theme) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The page for an address that does not exist; a server shows it anywhere, so its links are absolute."""
    head = Head(
        "404.html", words_of(theme.words).gettext("Page not found"), "404.html", "page", root=absolute_root(site.base_url)
    )
    return make_page(site, theme, head, {}, {})


def moved_page(site: Site, theme: Theme, former: str, now: tuple[Link, ...]) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The page at an actor's former id: leads on to its new one, or offers the choice where several name the same former id."""
    path = actor_path(former)
    root = root_of(path, site)
    values: dict[str, Any] = {"targets": tuple(Named(link.name, root.to(link.path), link.kind) for link in now)}
    if site.base_url and len(now) == 1:
        values["canonical"] = site.base_url + address_of(now[0].path, site.urls)
    return make_page(
        site, theme, Head(path, words_of(theme.words).gettext("This page has moved"), "moved.html", "page"), values, {}
    )


def _without_title(page: FreePage) -> Prose:
    """A page's prose without a first heading that only repeats the title."""
    blocks = page.prose.blocks
    if blocks and blocks[0].kind == "heading" and page.prose.text[blocks[0].start : blocks[0].end] == page.title:
        return Prose(page.prose.text, blocks[1:], page.prose.inlines)
    return page.prose
