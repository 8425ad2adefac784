"""Reading published files as a browser, a feed reader and a program would; shared by tests."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

_ACTIVE = {"applet", "base", "embed", "foreignobject", "form", "frame", "frameset", "iframe", "math", "object", "style", "svg"}
_LOADING = {"href", "src", "action", "formaction", "srcset", "srcdoc", "data", "poster", "ping", "background", "xlink:href"}
_SCRIPT = re.compile(r"(?:\.\./|/)*assets/(?:desk|list)\.js")


class Page(HTMLParser):
    """What a page holds: its visible words, its links, and everything in it that could act."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.cites: list[str] = []
        self.wrong: list[str] = []
        self._open: list[str] = []
        self._data = False
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        """All words of the page, white space folded."""
        return " ".join("".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open.append(tag)
        found = {name: value or "" for name, value in attrs}
        self._data = tag == "script" and found == {"type": "application/ld+json"}  # a block that no browser runs
        if (tag in _ACTIVE and not self._is_picture(tag, found)) or (
            tag == "script" and not self._data and not _SCRIPT.fullmatch(found.get("src", ""))
        ):
            self.wrong.append(f"<{tag}> {found}")
        if tag == "meta" and found.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
            self.wrong.append(f"<meta> {found}")
        for name, value in found.items():
            if name.startswith("on") or name in ("style", "srcdoc", "srcset", "formaction", "ping"):
                self.wrong.append(f"{name} in <{tag}>")
            if name in _LOADING and not is_harmless(value, links=tag in ("a", "link")):
                self.wrong.append(f"{name}={value!r} in <{tag}>")
        if "href" in found:
            self.links.append(found["href"])
        if "data-cite" in found:
            self.cites.append(found["data-cite"])

    def _is_picture(self, tag: str, found: dict[str, str]) -> bool:
        """Whether this is a drawing of the theme: content can neither open a figure nor set a class."""
        return tag == "svg" and "viewbox" in found and ("figure" in self._open or found.get("class") == "spark")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script" and self._data:
            parse_json(data.encode())
            return
        if self._open and self._open[-1] == "script" and data.strip():
            self.wrong.append(f"an inline script: {data[:60]!r}")
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"a comment: {data[:60]!r}")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.wrong.append(f"a declaration: {decl[:60]!r}")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append(f"a declaration: {data[:60]!r}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"an instruction: {data[:60]!r}")


def is_harmless(address: str, links: bool) -> bool:
    """Whether an address cannot run anything; only links may leave the site."""
    bare = re.sub(r"[\x00-\x20\x7f-\xa0]", "", address).lower()
    scheme = re.match(r"([^/?#:]*):", bare)
    if scheme:
        return links and scheme[1] in ("http", "https", "mailto")
    return links or not bare.startswith(("//", "\\\\"))


def dangers(files: dict[str, bytes]) -> list[str]:
    """Everything in a site that could act, or that its reader could not parse; empty for a good site."""
    wrong: list[str] = []
    for path, content in files.items():
        if path.endswith(".html"):
            wrong += [f"{path}: {one}" for one in Page(content.decode("utf-8")).wrong]
            steering = re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", content.decode("utf-8"))
            wrong += [f"{path}: {steering[0]!r}"] if steering else []
        elif path.endswith((".xml", ".svg")):
            ElementTree.fromstring(content)  # noqa: S314 - our own files
        elif path.endswith(".json"):
            parse_json(content)
    return wrong


def parse_json(content: bytes) -> Any:
    """Strict JSON: no NaN, no repeated key, no lone surrogate."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs), pairs
        return dict(pairs)

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    parsed = json.loads(content.decode("utf-8"), object_pairs_hook=once, parse_constant=refuse)
    json.dumps(parsed, ensure_ascii=False).encode("utf-8")
    return parsed
