"""Pages of sources and topics, and the desk's own pages."""

from __future__ import annotations

from generator.model import Card, Site, Source
from generator.render.lists import source_page, sources_index, topic_page, topics_index
from generator.render.pages import free_page
from generator.site.material import Material, by_date
from generator.site.press import Press, Templates

LISTED = 200  # articles on the page of a source or a topic; the list of articles names all


def render_publishers(press: Press, material: Material, templates: Templates, chrome: Site) -> dict[str, str]:
    """Pages of sources, topics and the desk's own pages."""
    cards = by_date(material.edition.cards.values())
    by_source: dict[str, list[Card]] = {id: [] for id in material.found.sources}
    by_topic: dict[str, list[Card]] = {}
    for card in cards:
        if card.source:
            by_source.setdefault(card.source, []).append(card)
        for topic in card.topics:
            by_topic.setdefault(topic, []).append(card)
    sources = {id: _source(material, id, by_source[id]) for id in sorted(by_source)}
    cases = {
        id: {"source": source, "cards": tuple(by_source[id][:LISTED]), "total": len(by_source[id])}
        for id, source in sources.items()
    }
    wanted = press.outputs(source_page, cases, {"site": chrome, "theme": templates["source.html"]})
    topics = {id: {"topic": id, "cards": tuple(by_topic[id][:LISTED]), "total": len(by_topic[id])} for id in sorted(by_topic)}
    wanted.update(press.outputs(topic_page, topics, {"site": chrome, "theme": templates["topic.html"]}))
    free = {slug: {"page": page} for slug, page in material.found.pages.items() if slug != "method"}
    wanted.update(press.outputs(free_page, free, {"site": chrome, "theme": templates["page.html"]}))
    rows = {
        "sources": {"sources": tuple((source, len(by_source[id])) for id, source in sources.items())},
    }
    wanted.update(press.outputs(sources_index, rows, {"site": chrome, "theme": templates["sources.html"]}))
    counts = {"topics": {"topics": tuple((id, len(found)) for id, found in sorted(by_topic.items()))}}
    return {**wanted, **press.outputs(topics_index, counts, {"site": chrome, "theme": templates["topics.html"]})}


def _source(material: Material, id: str, cards: list[Card]) -> Source:
    """The source's file, or what its articles call it."""
    if id in material.found.sources:
        source: Source = material.found.sources[id].value
        return source
    return Source(id, cards[0].source_name, from_file=False)
