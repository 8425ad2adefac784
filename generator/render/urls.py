"""Turns ids into site paths and links; one rule: every path is relative to the site's root, with forward slashes.

Only this module knows where a page stands. Pages link relatively: a site works from a folder on disk and below any address.
"""

from __future__ import annotations

import re
from zlib import crc32

from generator.model import Citation

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


def source_path(source: str) -> str:
    """Page of a publisher."""
    return f"sources/{source}.html"


def topic_path(topic: str) -> str:
    """Page of a topic."""
    return f"topics/{topic}.html"


def page_path(slug: str) -> str:
    """A page that the desk wrote itself."""
    return f"pages/{slug}.html"


def index_path(section: str, number: int = 1) -> str:
    """List of a section; long lists go on in `index-2.html`, `index-3.html`."""
    return f"{section}/index.html" if number == 1 else f"{section}/index-{number}.html"


def root_of(path: str) -> str:
    """What leads from a page back to the site's root: empty, or `../` for each folder."""
    return "../" * path.count("/")


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
