"""Turns ids into site paths and links; one rule: every path is relative to the site's root, with forward slashes.

Only this module knows where a page stands. Pages link relatively: a site works from a folder on disk and below any address.
A page's site path is its name within brief, `actors/john-key.html`, the same in either layout. It is published as `file_of` says
and linked as `address_of` says; with `urls: folders` that is `actors/john-key/index.html` and `actors/john-key/`. What a page
writes is an `Href`, which only `Root.to` and `place_on` give: no site path passes for one.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Callable
from typing import NewType
from urllib.parse import urlsplit
from zlib import crc32

import msgspec

from generator.model import Citation, Site

Href = NewType("Href", str)  # an address as a page writes it; empty: there is no page

NOWHERE = Href("")
# What the pages that may have a folder begin with. The desk's own files, and 404.html, for which hosts look, keep their names.
_SECTIONS = {"actors", "articles", "countries", "pages", "sources", "topics"}
_PAGES = _SECTIONS | {"index", "timeline", "relations", "disputes", "changes", "ambiguities", "method", "search"}
_SAFE = re.compile(r"(?:https?:|mailto:|[^:/?#\s]*(?:[/?#]|$))", re.IGNORECASE)  # a scheme, if any, is one that cannot run


def article_path(article: str) -> str:
    """Page of an article."""
    return f"articles/{article}.html"


def actor_path(actor: str) -> str:
    """Page of an actor."""
    return f"actors/{actor}.html"


def country_path(slug: str) -> str:
    """Page of a country, by its English short name as a slug."""
    return f"countries/{slug}.html"


def record_path(page: str) -> str:
    """Record of a subject, by its page: what the page leaves out stands there. No id can clash with it: ids name no folder."""
    return f"{page.removesuffix('.html')}/record.html"


def briefing_path(page: str) -> str:
    """The page beside which a record stands; of any other page that page itself."""
    return f"{page.removesuffix('/record.html')}.html" if page.endswith("/record.html") else page


def source_path(source: str) -> str:
    """Page of a publisher; one without an id has none."""
    return f"sources/{source}.html" if source else ""


def topic_path(topic: str) -> str:
    """Page of a topic."""
    return f"topics/{topic}.html"


def page_path(slug: str) -> str:
    """A page that the desk wrote itself."""
    return f"pages/{slug}.html"


def index_path(section: str, number: int = 1) -> str:
    """List of a section; long lists go on in `index-2.html`, `index-3.html`."""
    return f"{section}/index.html" if number == 1 else f"{section}/index-{number}.html"


def timeline_path(number: int = 1) -> str:
    """The site's timeline; a long one goes on in `timeline-2.html`, `timeline-3.html`."""
    return "timeline.html" if number == 1 else f"timeline-{number}.html"


class Root(msgspec.Struct, frozen=True):
    """The site's root as seen from one page. It is no text: what is put behind it goes through `to`."""

    up: str  # what leads there: empty, `../` for each folder, or an absolute address
    folders: bool

    def to(self, path: str, anchor: str = "") -> Href:
        """The address of a page by its site path, or of any other file, and of a place in it; nowhere for an empty path."""
        # A page of many links makes thousands of addresses: a call of Href, which does nothing, would cost as much as the rest.
        if not path:
            return NOWHERE
        if self.folders:
            path = self.up + _folder_of(path) or "./"
            return f"{path}#{anchor}" if anchor else path  # type: ignore[return-value]
        return f"{self.up}{path}#{anchor}" if anchor else self.up + path  # type: ignore[return-value]

    def lead(self, page: str) -> Callable[[str], str]:
        """What turns addresses in the desk's own text, written for `page` of the flat layout, into those of this page."""
        return functools.partial(self._led, page) if self.folders or self.up != "../" * page.count("/") else str

    def _led(self, page: str, href: str) -> str:
        try:
            parts = urlsplit(href)
        except ValueError:
            return href
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return href
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
        path += "/" if parts.path.endswith(("/", "/.", "/..")) else ""
        return parts._replace(path=self.to(path)).geturl()


def place_on(page: Href, anchor: str) -> Href:
    """The address of a place on a page."""
    return f"{page}#{anchor}"  # type: ignore[return-value] # see Root.to


def root_of(path: str, site: Site) -> Root:
    """The root as seen from the page of a site path."""
    return Root("../" * file_of(path, site.urls).count("/"), site.urls == "folders")


def address_of(path: str, urls: str) -> str:
    """A page's address below the root, by its site path or its file; of other files, and in the flat layout, the path itself."""
    return _folder_of(path) if urls == "folders" else path


def file_of(path: str, urls: str) -> str:
    """The file that is published for a site path; 404.html and files that are no pages keep their names."""
    address = address_of(path, urls)
    return address + "index.html" if address != path else path


@functools.lru_cache(maxsize=1 << 15)  # addresses of the same pages stand on many pages
def _folder_of(path: str) -> str:
    """What is left of a page's path where its file is the index of a folder; another file's path as it is."""
    if not path.endswith(".html"):
        return path
    stem = path[:-5]
    if stem.partition("/")[0] not in _PAGES:
        return path
    return stem[:-5] if stem.endswith("/index") else "" if stem == "index" else stem + "/"


def absolute_root(base_url: str) -> str:
    """The site's root as an absolute path, for a page that a server shows under any address; ends in a slash."""
    folder = base_url.partition("://")[2].partition("/")[2].strip("/")
    return f"/{folder}/" if folder else "/"


def passage_id(start: int, end: int) -> str:
    """Anchor of a cited passage on its article's page; offsets in code points of the text."""
    return f"s{start}-{end}"


def cite_key(citation: Citation) -> str:
    """A citation as its link's `data-cite` carries it: article, start, end."""
    return f"{citation.article}:{citation.start}:{citation.end}"


def cite_id(article: str, start: int, end: int) -> str:
    """Anchor of the first line on a page that cites a passage: the way back from the article; short, for there are many."""
    return f"c{crc32(article.encode()):x}-{start}-{end}"


def safe_href(href: str) -> str:
    """An address that a page may link to: http, https, mailto or relative; anything else becomes empty."""
    return href if href and _SAFE.match(href) else ""


def web_href(href: str) -> str:
    """An address on the web; anything else becomes empty."""
    return href if href.lower().startswith(("http://", "https://")) else ""
