"""A published site -> whether every file is as published, every cite matches its article and every link has its target.

The audit trusts nothing but the files: it needs neither the project nor the cache.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Container, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec

from generator.outputs import MANIFEST, read_manifest
from generator.problems import Location, Problem, sort_problems


class Audit(msgspec.Struct, frozen=True):
    """What was looked at and what is wrong."""

    pages: int
    cites: int
    problems: tuple[Problem, ...]


class _Page(HTMLParser):
    """The links, cites, anchors and anchored texts of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[str, int]] = []  # href and line
        self.cites: list[tuple[str, str, int]] = []  # data-cite, href, line
        self.anchors: dict[str, list[str]] = {}  # id -> pieces of its text
        self._open: list[tuple[str, str]] = []  # tag and id of the elements now open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        for name in ("href", "src"):
            if name in found and tag != "base":
                self.links.append((found[name], line))
        if "data-cite" in found:
            self.cites.append((found["data-cite"], found.get("href", ""), line))
        if "id" in found:
            self.anchors[found["id"]] = []
        if tag not in _VOID:
            self._open.append((tag, found.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        for _, id in self._open:
            if id:
                self.anchors[id].append(data)


_TWINS = ("articles/", "actors/", "countries/")
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def audit_site(site: Path) -> Audit:
    """Read every file of the manifest and report all that does not hold, in order."""
    manifest = read_manifest(site)
    if manifest is None:
        return Audit(0, 0, (Problem(Location(MANIFEST), "This folder holds no manifest of a site that brief published."),))
    problems = [problem for path, sha in manifest.items() if (problem := _altered(site, path, sha))]
    pages = {path: _parse(site / path) for path in manifest if path.endswith(".html") and (site / path).is_file()}
    named = [path for path in manifest if path.endswith(".json") and path.startswith(_TWINS) and (site / path).is_file()]
    twins = {path: _twin(site / path) for path in named}
    texts = {path.removesuffix(".json").rpartition("/")[2]: twin for path, twin in twins.items() if path.startswith("articles/")}
    cites = 0
    for path, page in pages.items():
        cites += len(page.cites)
        problems += _broken_links(path, page, pages, manifest)
        for cite, href, line in page.cites:
            problems += _broken_cite(path, cite, href, line, pages, texts)
    for path, twin in twins.items():
        found = list(_cites_in(twin))
        cites += len(found)
        problems += [] if twin else [Problem(Location(path), "This file is not a twin in JSON.")]
        problems += [problem for passage in found if (problem := _mismatch(path, passage, pages, texts))]
        own = texts[path.removesuffix(".json").rpartition("/")[2]] if path.startswith("articles/") else {}
        problems += _own_mismatches(path, own)
    return Audit(len(pages), cites, sort_problems(problems))


def _altered(site: Path, path: str, sha: str) -> Problem | None:
    try:
        same = hashlib.sha256((site / path).read_bytes()).hexdigest() == sha
    except OSError:
        return Problem(Location(path), "The manifest lists this file, and it is missing.", fix="Build the site again.")
    return None if same else Problem(Location(path), "This file was altered after it was published.", fix="Build the site again.")


def _parse(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8", errors="replace"))
    page.close()
    return page


def _twin(path: Path) -> dict[str, Any]:
    try:
        twin = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return twin if isinstance(twin, dict) else {}


def _broken_links(path: str, page: _Page, pages: dict[str, _Page], manifest: dict[str, str]) -> Iterator[Problem]:
    """Links that stay within the site must have their page, and their anchor."""
    for href, line in page.links:
        try:
            parts = urlsplit(href)
        except ValueError:
            yield Problem(Location(path, line, 1), f"The link to {href} is not an address.")
            continue
        if parts.scheme or parts.netloc or path == "404.html":
            continue
        target = _file_at(posixpath.join(posixpath.dirname(path), unquote(parts.path)), manifest) if parts.path else path
        if target not in manifest:
            yield Problem(Location(path, line, 1), f"The link to {href} leads nowhere.")
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
            yield Problem(Location(path, line, 1), f"The link to {href} has no such place on its page.")


def _file_at(address: str, manifest: Container[str]) -> str:
    """The file that any host sends for an address below the site's root: of a folder its index."""
    path = posixpath.normpath(address)
    index = posixpath.normpath(f"{path}/index.html")
    return index if path not in manifest and index in manifest else path


def _page_of(article: str, pages: Mapping[str, _Page]) -> _Page | None:
    """The page of an article, in either layout of a site."""
    return pages.get(f"articles/{article}.html") or pages.get(f"articles/{article}/index.html")


def _broken_cite(
    path: str, cite: str, href: str, line: int, pages: dict[str, _Page], texts: dict[str, dict[str, Any]]
) -> Iterator[Problem]:
    """A cite names an article and a range; its link must lead to exactly that passage."""
    article, _, span = cite.partition(":")
    start, _, end = span.partition(":")
    target = _page_of(article, pages)
    if target is None or not (start.isdecimal() and end.isdecimal()):
        yield Problem(Location(path, line, 1), f"The cite {cite} names no article of this site.")
        return
    shown = target.anchors.get(urlsplit(href).fragment)
    if shown is None:
        yield Problem(Location(path, line, 1), f"The cite {cite} leads to no passage of its article.")
        return
    text = _text_at(texts.get(article, {}), int(start), int(end))
    if text is not None and _bare(text) not in _bare("".join(shown)):
        yield Problem(Location(path, line, 1), f"The cite {cite} leads to other words than the article's.", f"“{text}”")


def _mismatch(path: str, passage: dict[str, Any], pages: dict[str, _Page], texts: dict[str, dict[str, Any]]) -> Problem | None:
    """What is wrong with a twin's cite: its shape, its article or its words."""
    article, start, end = passage["article"], passage["start"], passage["end"]
    if not (isinstance(article, str) and _is_span(passage)):
        return Problem(Location(path), "A cite of this twin is none: it needs an article, two offsets and a text.")
    if _page_of(article, pages) is None:
        return Problem(Location(path), f"The cite of {article} at {start}-{end} names no article of this site.")
    text = _text_at(texts.get(article, {}), start, end)
    if text is None or text == passage["text"]:
        return None
    return Problem(Location(path), f"A cite of {article} at {start}-{end} does not match the article.", f"“{text}”")


def _own_mismatches(path: str, twin: dict[str, Any]) -> Iterator[Problem]:
    """Passages that an article's twin repeats from its own text: its excerpts, its summary."""
    for key in ("excerpts", "summary"):
        for passage in _list(twin.get(key)):
            if not _is_span(passage) or passage["end"] - passage["start"] != len(passage["text"]):
                yield Problem(Location(path), f"An entry of {key} is none: it needs two offsets and a text of that length.")
            elif (text := _text_at(twin, passage["start"], passage["end"])) not in (None, passage["text"]):
                place = f"{passage['start']}-{passage['end']}"
                yield Problem(Location(path), f"The {key} at {place} does not match the article.", f"“{text}”")


def _is_span(value: Any) -> bool:
    """Whether this has a text and two offsets, as every passage of a twin does."""
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return False
    return all(type(value.get(key)) is int and value[key] >= 0 for key in ("start", "end"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text_at(twin: dict[str, Any], start: int, end: int) -> str | None:
    """A passage by the article's twin; None where the twin does not hold it."""
    if isinstance(twin.get("text"), str):
        return str(twin["text"][start:end])
    for part in filter(_is_span, _list(twin.get("excerpts"))):
        if part["start"] <= start and end <= part["end"]:
            return str(part["text"][start - part["start"] : end - part["start"]])
    return None


def _bare(text: str) -> str:
    """Text without white space and without the replacement of control characters."""
    return "".join(ch for ch in text if not ch.isspace() and ch.isprintable() and ch != "\ufffd")


def _cites_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every cite object anywhere in a twin."""
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _cites_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _cites_in(inner)
