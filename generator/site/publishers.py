"""Pages of sources and topics, and the desk's own pages."""

from __future__ import annotations

from typing import Any

from generator.ingredients import Result
from generator.model import Card, Site, Source
from generator.render.lists import source_page, sources_index, topic_page, topics_index
from generator.render.pages import free_page
from generator.site.material import Material, by_date, country_names
from generator.site.press import Press, Templates

LISTED = 200  # articles on the page of a source or a topic; the list of articles names all


def render_publishers(press: Press, material: Material, templates: Templates, chrome: Site) -> dict[str, str]:
    """Pages of sources, topics and the desk's own pages."""
    keep, found, cards = press.memo.keeper, material.found, material.edition.cards
    by_source, by_topic = keep.same("by publisher", lambda: _group(found.sources, cards), found.sources, cards)
    sources = keep.same("publishers", lambda: {id: _source(material, id, by_source[id]) for id in sorted(by_source)}, by_source)

    names = country_names(material, (source.country for source in sources.values()))

    def source(id: str) -> dict[str, Any]:
        own = {code: name for code, name in names.items() if code == sources[id].country}
        return {"source": sources[id], "cards": tuple(by_source[id][:LISTED]), "names": own, "total": len(by_source[id])}

    def topic(id: str) -> dict[str, Any]:
        return {"topic": id, "cards": tuple(by_topic[id][:LISTED]), "total": len(by_topic[id])}

    wanted = press.each(source_page, sources, source, {"site": chrome, "theme": templates["source.html"]})
    topics = dict(sorted(by_topic.items()))
    wanted = {**wanted, **press.each(topic_page, topics, topic, {"site": chrome, "theme": templates["topic.html"]})}
    free = {slug: {"page": page} for slug, page in found.pages.items() if slug != "method"}
    wanted.update(press.outputs(free_page, free, {"site": chrome, "theme": templates["page.html"]}))
    rows = {
        "sources": {"sources": tuple((source, len(by_source[id])) for id, source in sources.items()), "names": names},
    }
    wanted.update(press.outputs(sources_index, rows, {"site": chrome, "theme": templates["sources.html"]}))
    counts = {"topics": {"topics": tuple((id, len(found)) for id, found in topics.items())}}
    return {**wanted, **press.outputs(topics_index, counts, {"site": chrome, "theme": templates["topics.html"]})}


def _group(known: dict[str, Result[Any]], cards: dict[str, Card]) -> tuple[dict[str, list[Card]], dict[str, list[Card]]]:
    """Articles by publisher and by topic, newest first."""
    by_source: dict[str, list[Card]] = {id: [] for id in known}
    by_topic: dict[str, list[Card]] = {}
    for card in by_date(cards.values()):
        if card.source:
            by_source.setdefault(card.source, []).append(card)
        for topic in card.topics:
            by_topic.setdefault(topic, []).append(card)
    return by_source, by_topic


def _source(material: Material, id: str, cards: list[Card]) -> Source:
    """The source's file, or what its articles call it."""
    if id in material.found.sources:
        source: Source = material.found.sources[id].value
        return source
    return Source(id, cards[0].source_name, from_file=False)
