"""Turns a theme's templates into what their pages load and where they lead; one rule: a page loads nothing from elsewhere.

Only what a template says in plain text is judged here. The content policy of each page stops whatever a template computes, and so
does the browser; the gate sees to it that the policy is there.
"""

from __future__ import annotations

import functools
import re
from html.parser import HTMLParser

from generator.model import Template, Theme, ThemeLink
from generator.problems import Location, Problem
from generator.render.own_html import ROOT, TO, VALUE
from generator.render.templates import html_of

_STARTS = {ROOT: "root", TO: "page"}
_HERE = re.compile(r"[a-z0-9][^:]*", re.IGNORECASE)  # neither a scheme nor the way up
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_LOADS = {"src", "srcset", "poster", "data", "background", "formaction", "action", "ping"}
_LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}
_IN_STYLES = re.compile(r"""@import\s+(?:url\()?\s*["']?([^"'\s;)]+)|url\(\s*["']?([^"')\s]+)""", re.IGNORECASE)


@functools.lru_cache(maxsize=256)
def check_loading(template: Template) -> tuple[Problem, ...]:
    """What a template would load from another site, and script or style that the pages' policy blocks."""
    parser = _Loading()
    parser.feed(html_of(template))
    found = [_problem(template, line, message) for line, message in parser.found]
    return tuple(found)


def check_styles(where: str, data: bytes) -> list[Problem]:
    """What a style sheet would load from another site."""
    text = data.decode("utf-8", "replace")
    found = ((match.start(), match[1] or match[2]) for match in _IN_STYLES.finditer(text))
    return [
        Problem(
            Location(where, text.count("\n", 0, start) + 1, 1), f"This style sheet loads {target} from another site.", fix=_FIX
        )
        for start, target in found
        if _ELSEWHERE.match(target)
    ]


def theme_links(theme: Theme) -> tuple[ThemeLink, ...]:
    """Every place of the site that a template names in plain text, with the template and line that does."""
    return tuple(link for template in theme.templates for link in _template_links(template))


@functools.lru_cache(maxsize=256)
def _template_links(template: Template) -> tuple[ThemeLink, ...]:
    found: dict[str, ThemeLink] = {}
    parser = _Leading()
    parser.feed(html_of(template))
    for line, target in parser.found:
        start = _STARTS.get(target[0], "here")
        place = target.lstrip(ROOT + TO).partition("#")[0].partition("?")[0]
        if place:
            found.setdefault(target, ThemeLink(place, template.path, line, start))
    return tuple(found.values())


class _Loading(HTMLParser):
    """Elements that load, and what may not run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that loads something from elsewhere, or that the policy blocks."""
        given = {name: value or "" for name, value in attrs}
        loading = tag == "link" and bool(_LOADING_LINKS & set(given.get("rel", "").lower().split()))
        for name, value in given.items():
            loads = name in _LOADS or (name in ("href", "xlink:href") and (loading or tag in ("use", "image", "base")))
            if loads and any(_ELSEWHERE.match(part.strip()) for part in value.split(",")):
                self._note(f"This template loads {value.strip()} from another site.")
            if name == "style" or name.startswith("on"):
                self._note(f"The pages' policy blocks the attribute {name}.")
        if tag == "style" or (tag == "script" and "src" not in given):
            self._note(f"The pages' policy blocks a {tag} within the page.")

    def _note(self, message: str) -> None:
        self.found.append((self.getpos()[0], message))


class _Leading(HTMLParser):
    """Addresses within the site that hold no value but `root` or `to` at their beginning."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where an element leads."""
        del tag
        for name, value in attrs:
            if name not in ("href", "src") or not value or VALUE in value:
                continue
            if value[0] in _STARTS or _HERE.fullmatch(value):
                self.found.append((self.getpos()[0], value))


_FIX = "Put a copy below the theme's static folder."


def _problem(template: Template, line: int, message: str) -> Problem:
    lines = template.source.splitlines()
    place = Location(template.path, line, 1, lines[line - 1]) if 0 < line <= len(lines) else Location(template.path)
    return Problem(place, message, fix=_FIX)
