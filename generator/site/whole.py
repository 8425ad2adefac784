"""Which files the site has.

A page is handed exactly what it shows; that is what decides, edit by edit, which pages are rendered again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from generator import sheets
from generator.memo import Memo
from generator.problems import Location, Problem
from generator.read.snapshot import SourceFile
from generator.render.theme import assemble_theme
from generator.site.articles import render_articles
from generator.site.material import Material, chrome_of, links_of
from generator.site.overviews import render_overviews
from generator.site.press import Press, Templates
from generator.site.publishers import render_publishers
from generator.site.subjects import render_subjects


def render_site(press: Press, material: Material, theme_files: dict[str, SourceFile]) -> dict[str, str]:
    """Render what changed; path -> sha256 of every file of the site but those of content/static/."""
    theme = press.memo.step(assemble_theme, "theme", name=material.config.theme, files=_templates(theme_files))
    templates = Templates(press.memo, theme)
    chrome = chrome_of(material.config)
    links = links_of(material)
    wanted: dict[str, str] = {}
    for made in (
        render_articles(press, material, templates, chrome, links),
        render_subjects(press, material, templates, chrome, links),
        render_publishers(press, material, templates, chrome),
        render_overviews(press, material, templates, chrome, links),
        press.outputs(
            sheets.assets, {"theme": {"files": {path: file for path, file in theme_files.items() if path.startswith("static/")}}}
        ),
        press.outputs(sheets.schemas, {"twins": {"site": chrome}}),
    ):
        wanted.update(made)
    newest = max((card.date for card in material.edition.cards.values()), default="")
    pages = tuple((path, newest) for path in sorted(wanted) if path.endswith(".html"))
    wanted.update(press.outputs(sheets.map_of_site, {"site": {"site": chrome, "pages": pages}}))
    _refuse_collisions(press.memo, wanted)
    return wanted


def _templates(theme_files: dict[str, SourceFile]) -> dict[str, SourceFile]:
    return {path: file for path, file in theme_files.items() if not path.startswith("static/")}


def _refuse_collisions(memo: Memo, wanted: Mapping[str, str]) -> None:
    """Two paths that a file system without letter case would hold to be one."""
    seen: dict[str, str] = {}
    for path in wanted:
        other = seen.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            memo.problems.append(
                Problem(
                    Location(path), f"This path and {other} are the same on many systems.", fix="Rename one of their sources."
                )
            )
