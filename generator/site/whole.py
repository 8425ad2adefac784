"""Which files the site has.

A page is handed exactly what it shows; that is what decides, edit by edit, which pages are rendered again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from generator import sheets
from generator.memo import Memo
from generator.model import Config, Link, ThemeLink
from generator.problems import Location, Problem
from generator.read.snapshot import SourceFile
from generator.render.catalogues import assemble_words
from generator.render.theme import assemble_theme, theme_leads
from generator.render.urls import actor_path, file_of
from generator.site.articles import render_articles
from generator.site.material import Material, chrome_of
from generator.site.overviews import render_overviews
from generator.site.press import Press, Templates
from generator.site.publishers import render_publishers
from generator.site.subjects import render_subjects
from generator.steps import Later

_SEARCHED = "pagefind/"  # the full text's bundle, made after everything else
_SOMETIMES = frozenset({"search.html", "names.js", "feed.xml", "feed.json"})  # only where the configuration asks for them


def templates_of(memo: Memo, config: Config, theme_files: dict[str, SourceFile]) -> Templates:
    """The templates of the theme in force, with its words in the site's language."""
    theme = memo.step(assemble_theme, "theme", name=config.theme, files=_templates(theme_files))
    words = memo.step(assemble_words, "words", language=config.language, theme=config.theme, files=_below(theme_files, "locale/"))
    return Templates(memo, theme, words)


def render_site(
    press: Press,
    material: Material,
    links: dict[str, Link],
    templates: Templates,
    theme_files: dict[str, SourceFile],
    static: tuple[str, ...],
) -> dict[str, str]:
    """Render what changed; path -> sha256 of every file of the site but those of content/static/, whose paths are `static`."""
    keep, edition = press.memo.keeper, material.edition
    chrome = keep.same("chrome", lambda: chrome_of(material.config), material.config)
    assets = {"theme": material.config.theme, "files": _below(theme_files, "static/")}
    # What this process makes itself, it makes while others make the articles' pages.
    publishers = press.memo.meanwhile(Later(lambda: render_publishers(press, material, templates, chrome)))
    overviews = press.memo.meanwhile(Later(lambda: render_overviews(press, material, templates, chrome, links)))
    wanted: dict[str, str] = {}
    for made in (
        render_articles(press, material, templates, chrome, links),
        render_subjects(press, material, templates, chrome, links),
        publishers(),
        overviews(),
        press.outputs(sheets.assets, {"theme": assets}),
        press.each(sheets.schemas, {"twins": chrome}, lambda _id: {"site": chrome}),
    ):
        wanted.update(made)
    paths = keep.steady("paths of pages", tuple(wanted))

    def map_case(_id: str) -> dict[str, Any]:
        newest = max((card.date for card in edition.cards.values()), default="")
        former = (id for actor in edition.actors.values() for id in actor.formerly if id not in material.found.actors)
        aside = {"404.html", *(file_of(actor_path(id), chrome.urls) for id in former)}
        pages = (path for path in sorted(paths) if path.endswith(".html") and path not in aside)
        return {"site": chrome, "pages": tuple((path, newest) for path in pages)}

    wanted.update(press.each(sheets.map_of_site, {"site": chrome}, map_case))
    press.memo.problems.extend(keep.same("collisions", lambda: _collisions(wanted), paths))
    leading = press.memo.step(theme_leads, "theme", theme=templates.theme)
    press.memo.problems.extend(
        keep.same("dead ends", lambda: _dead_ends(leading.value, wanted, static, chrome.urls), paths, leading, static, chrome)
    )
    return wanted


def _dead_ends(
    leading: tuple[ThemeLink, ...], wanted: Mapping[str, str], static: tuple[str, ...], urls: str
) -> tuple[Problem, ...]:
    """Places that a theme leads to and that no site has."""
    there = {*wanted, *(file_of(path, urls) for path in _SOMETIMES), *(path.removeprefix("content/static/") for path in static)}
    return tuple(problem for one in leading if (problem := _dead_end(one, there, urls)))


def _dead_end(one: ThemeLink, there: Collection[str], urls: str) -> Problem | None:
    """What is wrong with a place that a template names, and how to name it instead."""
    page = file_of(one.target, urls)
    if one.start == "here" and urls == "flat":
        return None  # it depends on the page's own folder; the audit of the site follows it
    if one.start != "here" and (page if one.start == "page" else one.target) in there:
        return None
    message = "This template leads to {}, which this site does not have."
    if one.start == "here":
        message = "This template leads to {} from the page's own folder, which is another one with urls: folders."
    fix = ""
    if page in there:
        fix = f"Write {{{{ to('{one.target}') }}}}." if page != one.target else f"Write {{{{ root }}}}{one.target}."
    return Problem(Location(one.path, one.line, 1), message.format(one.target), fix=fix)


def _templates(theme_files: dict[str, SourceFile]) -> dict[str, SourceFile]:
    return {path: file for path, file in theme_files.items() if not path.startswith(("static/", "locale/"))}


def _below(theme_files: dict[str, SourceFile], folder: str) -> dict[str, SourceFile]:
    return {path: file for path, file in theme_files.items() if path.startswith(folder)}


def _collisions(wanted: Mapping[str, str]) -> tuple[Problem, ...]:
    """Two paths that a file system without letter case would hold to be one."""
    seen: dict[str, str] = {}
    problems = []
    for path in wanted:
        other = seen.setdefault(path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            message = f"This path and {other} are the same on many systems."
            problems.append(Problem(Location(path), message, fix="Rename one of their sources."))
    return tuple(problems)
