"""Turns what a page is about into JSON-LD with schema.org's terms, for search engines and for whoever reads pages by program.

One rule: it says nothing that the page does not show. It stands in a data block, which no browser runs and no word of an article
can end: `<`, `>` and `&` are written as escapes of JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from markupsafe import Markup

from generator.model import Actor, Analysis, Briefing, Card, Country, CountryRole, Link, Site, Statement
from generator.render.roles import held_on
from generator.render.urls import Root, actor_path, article_path, country_path, passage_id, web_href

CONTEXT = "https://schema.org"
QUOTED = 5  # newest direct quotations on a subject's page; the page itself and its twin hold all
_ARTICLES = {"news": "NewsArticle", "analysis": "AnalysisNewsArticle", "opinion": "OpinionNewsArticle", "report": "Report"}
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def article_data(
    site: Site,
    card: Card,
    source: Link | None,
    analysis: Analysis,
    countries: Iterable[CountryRole],
    links: dict[str, Link],
    root: Root,
) -> Markup:
    """An article: NewsArticle or what its kind says, with whom it is about and whom it names; of a withdrawn one neither."""
    withdrawn = card.status == "withdrawn"
    about = () if withdrawn else [country.code for country in countries if country.role == "about"]
    named = () if withdrawn else [mention.entity for mention in analysis.mentions]
    place = _place(site, root)
    publisher = source.name if source is not None else card.source_name
    data = {
        "@type": _ARTICLES.get(card.kind, "Article"),
        "@id": place.to(article_path(card.id)),
        "headline": card.title,
        "datePublished": card.date,
        "inLanguage": card.language,
        "author": [{"@type": "Person", "name": author} for author in card.authors],
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "url": web_href(card.url),
        "archivedAt": web_href(card.archive_url),
        "creativeWorkStatus": "Withdrawn" if withdrawn else "",
        "keywords": list(card.topics),
        "correction": [note.note for note in card.corrections],
        "about": [_entity(links[id], place) for id in about if id in links],
        "mentions": [_entity(links[id], place) for id in dict.fromkeys(named) if id in links],
    }
    return _block(site, (data,))


def actor_data(site: Site, actor: Actor, briefing: Briefing, links: dict[str, Link], root: Root, day: str) -> Markup:
    """A Person or an Organization, and the newest of its words that are quoted directly."""
    place = _place(site, root)
    person = actor.kind == "person"
    item = f"https://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata.startswith("Q") else ""
    data = {
        "@type": "Person" if person else "Organization",
        "@id": _subject(place, actor_path(actor.id)),
        "name": actor.name,
        "alternateName": [name for name in (actor.native_name, *_strong(actor.aliases)) if name],
        "jobTitle": list(dict.fromkeys(role.title for role in actor.roles if held_on(role, day))) if person else [],
        "memberOf": [_entity(links[one.of], place) for one in actor.memberships if one.of in links],
        "sameAs": item,
        "subjectOf": {"@type": "WebPage", "@id": place.to(actor_path(actor.id))},
    }
    return _block(site, (data, *_quotations(briefing.statements, data["@id"], place)))


def country_data(site: Site, country: Country, root: Root) -> Markup:
    """A Country, by its code."""
    place = _place(site, root)
    data = {
        "@type": "Country",
        "@id": _subject(place, country_path(country.slug)),
        "name": country.name,
        "alternateName": [*(name for name in country.native_names if name != country.name), *_strong(country.aliases)],
        "identifier": country.code,
        "subjectOf": {"@type": "WebPage", "@id": place.to(country_path(country.slug))},
    }
    return _block(site, (data,))


def _quotations(statements: tuple[Statement, ...], speaker: Any, place: Root) -> list[dict[str, Any]]:
    direct = [one for one in statements if one.kind == "direct"][:QUOTED]
    return [
        {
            "@type": "Quotation",
            "text": one.text,
            "spokenByCharacter": {"@id": speaker},
            "isPartOf": {"@id": place.to(article_path(one.cite.article))},
            "url": place.to(article_path(one.cite.article), passage_id(one.cite.start, one.cite.end)),
        }
        for one in direct
    ]


def _place(site: Site, root: Root) -> Root:
    """What stands before a site path: the site's address, or the way up from the page, which is what JSON-LD resolves against."""
    return Root(site.base_url, root.folders) if site.base_url else root


def _subject(place: Root, path: str) -> str:
    """What a page is about has a name of its own: a page is no person."""
    return place.to(path, "subject")


def _entity(link: Link, place: Root) -> dict[str, str]:
    kind = {"person": "Person", "country": "Country"}.get(link.kind, "Organization")
    return {"@type": kind, "@id": _subject(place, link.path), "name": link.name}


def _strong(names: Iterable[Any]) -> list[str]:
    return [name.text for name in names if name.strength == "strong"]


def _block(site: Site, nodes: tuple[dict[str, Any], ...]) -> Markup:
    """The data block; nothing where the site exports nothing."""
    if not site.exports:
        return Markup()
    known = [{key: value for key, value in node.items() if value} for node in nodes]
    data = {"@context": CONTEXT, **known[0]} if len(known) == 1 else {"@context": CONTEXT, "@graph": known}
    text = msgspec.json.encode(data).decode().translate(_ESCAPES)
    return Markup(f'<script type="application/ld+json">{text}</script>\n')  # noqa: S704 - nothing in it can end the block
