"""Turns article cards, key points and changes into feeds: Atom and JSON Feed for the site, Atom for each subject.

One rule: every date comes from the content and every id stays the same while the content does; no clock is read.
"""

from __future__ import annotations

import posixpath
import re
import uuid
from xml.etree import ElementTree

import msgspec

from generator.model import Briefing, Card, Changes, File, KeyPoint, Site
from generator.render.change_feeds import Told, passage_path, tell_subject
from generator.render.urls import address_of, article_path
from generator.render.xml_document import xml_document, xml_text

ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 30
# Atom wants a date of everything. An undated article gets one that no reader can take for news.
UNDATED = "1970-01-01T00:00:00Z"
_TIME = re.compile(r"(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})")


def site_feeds(site: Site, articles: tuple[Card, ...], told: tuple[Told, ...], today: str) -> tuple[File, ...]:
    """feed.xml and feed.json with the 30 newest articles, then what changed; `today` is the site's own date, ISO.

    Nothing without feeds.
    """
    if not site.feeds:
        return ()
    by_id = sorted(articles, key=lambda card: card.id)
    newest = sorted(by_id, key=lambda card: (card.date, card.time), reverse=True)[:NEWEST]
    return (_atom_site(site, newest, told, today), _json_site(site, newest, told))


def subject_feed(
    site: Site, name: str, path: str, briefing: Briefing, changes: Changes, cards: dict[str, Card]
) -> tuple[File, ...]:
    """The subject's key points and what went from its page, as Atom beside the page at `path`.

    `cards` tells publishers and headlines of cited articles.
    """
    if not site.feeds:
        return ()
    page = posixpath.splitext(path)[0] + ".html"
    feed_path = posixpath.splitext(path)[0] + ".xml"
    feed = _feed(site, feed_path, page, f"{name} – {site.title}", moment(briefing.date))
    for point in briefing.key_points:
        entry = ElementTree.SubElement(feed, "entry")
        _child(entry, "id", urn(site, f"{page}#{point.id}"))
        _child(entry, "title", point.text)
        href = _href(site, feed_path, passage_path(point))
        ElementTree.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
        _child(entry, "updated", moment(point.date))
        _child(entry, "content", _evidence(point, cards)).set("type", "text")
    for told in tell_subject(page, changes, cards):
        _tell(site, feed, feed_path, told)
    return (File(path=feed_path, content=xml_document(feed)),)


def urn(site: Site, path: str) -> str:
    """A stable id for what stands at a path: a name-based UUID (RFC 9562, version 5) over the site's address, or its title."""
    return uuid.uuid5(uuid.NAMESPACE_URL, (site.base_url or f"brief:{site.title}/") + path).urn


def moment(date: str, time: str = "") -> str:
    """A date-time as RFC 3339 wants it, from an ISO date that may lack day or month; midnight UTC where no time is known."""
    if not date:
        return UNDATED
    day = (date + "-01-01")[:10]
    known = _TIME.fullmatch(time)
    return f"{day}T{known[1]}{known[2] or ':00'}{known[3]}" if known else f"{day}T00:00:00Z"


def _tell(site: Site, feed: ElementTree.Element, path: str, told: Told) -> None:
    """One change as an entry."""
    entry = ElementTree.SubElement(feed, "entry")
    _child(entry, "id", urn(site, told.key))
    _child(entry, "title", told.title)
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _href(site, path, told.target)})
    _child(entry, "updated", moment(told.date))
    _child(entry, "content", told.text).set("type", "text")


def _atom_site(site: Site, newest: list[Card], changes: tuple[Told, ...], today: str) -> File:
    feed = _feed(site, "feed.xml", "index.html", site.title, moment(today))
    for card in newest:
        page = article_path(card.id)
        entry = ElementTree.SubElement(feed, "entry")
        _child(entry, "id", urn(site, page))
        _child(entry, "title", _headline(card))
        ElementTree.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _href(site, "feed.xml", page)})
        if card.url:
            ElementTree.SubElement(entry, "link", {"rel": "via", "href": xml_text(card.url)})
        _child(entry, "published", moment(card.date, card.time))
        _child(entry, "updated", _updated(card))
        for author in _authors(card):
            _child(ElementTree.SubElement(entry, "author"), "name", author)
        for topic in card.topics:
            ElementTree.SubElement(entry, "category", {"term": xml_text(topic)})
        _child(entry, "summary", _about(card)).set("type", "text")
    for told in changes:
        _tell(site, feed, "feed.xml", told)
    return File(path="feed.xml", content=xml_document(feed))


def _json_site(site: Site, newest: list[Card], changes: tuple[Told, ...]) -> File:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title,
        "home_page_url": _href(site, "feed.json", "index.html"),
        "feed_url": _href(site, "feed.json", "feed.json"),
        "language": site.language,
        "items": [*(_json_item(site, card) for card in newest), *(_json_told(site, told) for told in changes)],
    }
    return File(path="feed.json", content=msgspec.json.encode(feed) + b"\n")


def _json_item(site: Site, card: Card) -> dict[str, object]:
    page = article_path(card.id)
    item: dict[str, object] = {
        "id": urn(site, page),
        "url": _href(site, "feed.json", page),
        "title": _headline(card),
        "content_text": _about(card),
        "date_published": moment(card.date, card.time),
        "date_modified": _updated(card),
        "language": card.language,
    }
    if card.url:
        item["external_url"] = card.url
    if authors := _authors(card):
        item["authors"] = [{"name": author} for author in authors]
    if card.topics:
        item["tags"] = list(card.topics)
    return item


def _json_told(site: Site, told: Told) -> dict[str, object]:
    return {
        "id": urn(site, told.key),
        "url": _href(site, "feed.json", told.target),
        "title": told.title,
        "content_text": told.text,
        "date_published": moment(told.date),
        "tags": ["what changed"],
    }


def _feed(site: Site, path: str, page: str, title: str, updated: str) -> ElementTree.Element:
    """The head of an Atom feed at `path` about the page at `page`."""
    # The namespace stands as a plain attribute: registering a prefix would change state of the whole process.
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": xml_text(site.language)})
    _child(feed, "id", urn(site, path))
    _child(feed, "title", title)
    _child(feed, "updated", updated)
    ElementTree.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": _href(site, path, path)})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": _href(site, path, page)})
    _child(ElementTree.SubElement(feed, "author"), "name", site.title)
    return feed


def _href(site: Site, feed: str, target: str) -> str:
    """The address of a site path: absolute with a base_url, else relative to the feed's own folder."""
    page, mark, anchor = target.partition("#")
    address = address_of(page, site.urls)
    if not site.base_url:
        folder = "/" * (address != page)  # `relpath` drops it
        address = posixpath.relpath(address or ".", posixpath.dirname(feed) or ".") + folder
    else:
        address = site.base_url + address
    return address + mark + anchor


def _headline(card: Card) -> str:
    return f"Withdrawn: {card.title}" if card.status == "withdrawn" else card.title


def _about(card: Card) -> str:
    """Who published the article and when; a feed never holds its text."""
    if card.status == "withdrawn":
        return ". ".join(part for part in ("Withdrawn", card.withdrawn_date, card.withdrawn_reason) if part)
    return ", ".join(part for part in (card.source_name or card.source, card.dateline, card.date) if part) or card.title


def _authors(card: Card) -> tuple[str, ...]:
    publisher = card.source_name or card.source
    return card.authors or ((publisher,) if publisher else ())


def _updated(card: Card) -> str:
    """The newest of publication, corrections and withdrawal."""
    changes = (*(correction.date for correction in card.corrections), card.withdrawn_date)
    return max(moment(card.date, card.time), *(moment(date) for date in changes))


def _evidence(point: KeyPoint, cards: dict[str, Card]) -> str:
    """The point's sentence, then a line for each cited article."""
    lines = [point.text]
    for article in dict.fromkeys(cite.article for cite in point.cites):
        card = cards.get(article)
        if card is not None:
            lines.append(", ".join(part for part in (card.source_name or card.source, card.date, card.title) if part))
    return "\n".join(lines)


def _child(parent: ElementTree.Element, tag: str, text: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, tag)
    child.text = xml_text(text)
    return child
