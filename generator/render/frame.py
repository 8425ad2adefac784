"""Turns a page's own values into a finished file: the frame every page shares, the theme's template, the gate.

One rule: what stands on every page is tiny and comes from Site alone, because a change of it makes every page again.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import msgspec
from markupsafe import Markup

from generator.model import File, Link, Site, Theme
from generator.problems import Problem
from generator.render.facets import Facets
from generator.render.gate import check_cites, check_policy
from generator.render.html import visible_bytes
from generator.render.tongues import direction
from generator.render.urls import NOWHERE, Href, Root, address_of, file_of, root_of
from generator.render.words import Words, message, words_of

# Firefox does not count a folder on disk as 'self', hence file:, which permits nothing to a page that came from a server.
POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; script-src 'self' file:; font-src 'self' file:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_NAVIGATION = (
    (message("Countries"), "countries/index.html", "countries/"),
    (message("Actors"), "actors/index.html", "actors/"),
    (message("Articles"), "articles/index.html", "articles/"),
    (message("Timeline"), "timeline.html", "timeline"),
    (message("Relations"), "relations.html", "relations"),
    (message("Disputes"), "disputes.html", "disputes"),
    (message("Method"), "method.html", "method"),
)
_FOOTER = (
    (message("Sources"), "sources/index.html"),
    (message("Topics"), "topics/index.html"),
    (message("Changes"), "changes.html"),
    (message("Names left unlinked"), "ambiguities.html"),
)
_SEARCH = ((message("Find a name"), "search.html"),)


class Where(msgspec.Struct, frozen=True):
    """A link of the page's frame."""

    name: str
    href: Href
    here: bool


class Named(msgspec.Struct, frozen=True):
    """A name with the page it leads to; an empty address means there is none."""

    name: str
    href: Href = NOWHERE
    kind: str = ""


class Head(msgspec.Struct, frozen=True):
    """What a page says about itself."""

    path: str
    title: str
    template: str
    section: str = ""  # class of the body element
    description: str = ""
    date: str = ""  # as of, in words; empty: the page has none
    handling: str = ""  # the page's own mark; empty: the edition's
    twin: str = ""  # path of the machine-readable twin; empty: none
    feed: str = ""  # path of the feed; empty: none
    root: str = ""  # only where the page does not lie at its path: the absolute root
    kind: str = "website"  # in Open Graph's words: website, article, profile
    facets: Facets = ()  # what full-text search sorts the page by; empty: it is not searched
    searches: bool = False  # it runs pagefind's compiled code
    linked_data: Markup = Markup()  # the page's facts as a block of JSON-LD; empty: none


def make_page(
    site: Site, theme: Theme, head: Head, values: dict[str, Any], required: dict[str, int]
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """One finished page, or the problems of the theme that cannot show it."""
    from generator.render.templates import render_template  # loads Jinja: a build that renders nothing should not pay for it

    root = Root(head.root, site.urls == "folders") if head.root else root_of(head.path, site)
    words = words_of(theme.words)
    context = {
        "site": site,
        "options": dict(site.theme_options),
        "page": head,
        "root": root.up,
        "to": root.to,
        "policy": _policy(head),
        "direction": direction(site.language),
        "mark": f"TLP:{head.handling or site.edition}",
        "canonical": site.base_url + address_of(head.path, site.urls) if site.base_url and not head.root else "",
        "navigation": [Where(words.gettext(name), root.to(path), head.path.startswith(stem)) for name, path, stem in _NAVIGATION],
        "footer": [
            Where(words.gettext(name), root.to(path), head.path == path)
            for name, path in (_FOOTER + _SEARCH if site.search else _FOOTER)
        ],
    }
    context.update(values)
    html, problems = render_template(theme, head.template, context)
    if problems:
        return (), problems
    lost = check_cites(html, head.path, required, theme) + check_policy(html, head.path, theme)
    return (() if lost else (File(file_of(head.path, site.urls), visible_bytes(html)),)), lost


def _policy(head: Head) -> str:
    """The page's content policy; its block of data, which no browser runs, is named by digest, as checkers want it."""
    data = head.linked_data
    if head.searches:
        return POLICY.replace("script-src", "script-src 'wasm-unsafe-eval'", 1)  # compiled code, from this site alone
    if not data:
        return POLICY
    block = data[data.index(">") + 1 : data.rindex("<")]
    digest = b64encode(sha256(block.encode("utf-8", "replace")).digest()).decode()
    return POLICY.replace("script-src", f"script-src 'sha256-{digest}'", 1)


def counted(counts: dict[str, int], words: Words) -> tuple[tuple[int, str], ...]:
    """The site's figures in words, in the order given; the figure itself is not in the words."""
    nouns: dict[str, Callable[[int], str]] = {
        "articles": lambda number: words.ngettext("article", "articles", number),
        "actors": lambda number: words.ngettext("actor", "actors", number),
        "countries": lambda number: words.ngettext("country", "countries", number),
        "disputes": lambda number: words.ngettext("dispute", "disputes", number),
    }
    return tuple((number, nouns[name](number)) for name, number in counts.items())


def named(entity: str, links: dict[str, Link], root: Root) -> Named:
    """An entity by its name, linked where it has a page; an unknown one by its words."""
    link = links.get(entity)
    if link is None:
        return Named(entity)
    return Named(link.name, root.to(link.path), link.kind)
