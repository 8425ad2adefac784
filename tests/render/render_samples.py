"""Values for the tests of pages: one made-up project whose every text field can be set to the same words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from generator.model import (
    Actor,
    Ambiguity,
    Analysis,
    ArticleRole,
    Block,
    Body,
    Briefing,
    Card,
    Change,
    Changes,
    Citation,
    CitedDispute,
    CitedNote,
    CitedPosition,
    Correction,
    Country,
    CountryRole,
    Extent,
    File,
    FreePage,
    Front,
    Glance,
    Holder,
    KeyPoint,
    Link,
    Measure,
    Mention,
    Moves,
    Name,
    Prose,
    Quotation,
    Relation,
    Relayed,
    Role,
    Site,
    SiteChange,
    Source,
    Span,
    Stance,
    Statement,
    SubjectCard,
    Theme,
    TimelineEntry,
    Use,
)
from generator.problems import Problem
from generator.render import article, changes, home, lists, pages, records, subjects
from generator.render.briefing_values import Around
from generator.render.theme import assemble_theme

Made = tuple[tuple[File, ...], tuple[Problem, ...]]
DESK = Path(__file__).parents[2] / "themes" / "desk"


def desk_files() -> dict[str, bytes]:
    """The built-in theme as it stands in the repository."""
    return {path.relative_to(DESK).as_posix(): path.read_bytes() for path in DESK.rglob("*") if path.is_file()}


def desk_theme() -> Theme:
    """The built-in theme, assembled."""
    theme, problems = assemble_theme("desk", desk_files())
    assert problems == ()
    return theme


def dossier_files() -> dict[str, bytes]:
    """The other built-in theme, with the one that it extends beside it."""
    folder = DESK.parent / "dossier"
    own = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    beside = {
        path.replace("templates/", "templates/desk/", 1): data for path, data in desk_files().items() if "templates/" in path
    }
    return beside | own


def article_parts(words: str) -> tuple[Card, Body, Analysis, tuple[Use, ...]]:
    """An article of three sentences in two paragraphs; `words` stands in its title, its text and every note."""
    first, second, third = "Ann Ost met Bo Ide.", f"She said {words} here.", "Ost left."
    text = f"{first} {second}\n\n{third}"
    starts = [0, len(first) + 1, len(first) + len(second) + 3]
    sentences = tuple(Span(start, start + len(part)) for start, part in zip(starts, (first, second, third), strict=True))
    prose = Prose(text, (Block("paragraph", 0, sentences[1].end), Block("paragraph", starts[2], len(text))))
    said = Quotation("direct", starts[1] + 9, sentences[1].end - 6, speaker="ann-ost")
    mentions = (Mention("ann-ost", "actor", 0, 7, "strong"), Mention("XA", "country", 12, 18, "strong"))
    unsure = (Ambiguity(starts[2], starts[2] + 3, ("ann-ost",), words),)
    card = Card(
        id="visit", title=words, date="2015-02-13", source="herald", source_name=words, url="https://example.org/?a=1&b=2",
        authors=(words,), dateline=words, topics=("aid",), relays=("wire",), reliability="B2",
        corrections=(Correction("2015-02-14", words),), relayed=(Relayed("Wire", "sources/wire.html"), Relayed("")),
    )  # fmt: skip
    uses = (Use(sentences[0].start, sentences[0].end, first, "countries/xland.html", words),)
    return card, Body("visit", prose, "2015-02-13", "en", "news"), Analysis(sentences, mentions, (said,), (), unsure), uses


def every_page(words: str, theme: Theme, site: Site | None = None) -> dict[str, Made]:
    """Each kind of page by its name, with `words` wherever content can hold free text."""
    site = site or Site(words, "", "en", "CLEAR", (("note", words),))
    card, body, analysis, uses = article_parts(words)
    cards = {"visit": card}
    cite = Citation("visit", 0, 19, "Ann Ost met Bo Ide.")
    links = {
        "ann-ost": Link("ann-ost", words, "actors/ann-ost.html", "person"),
        "XA": Link("XA", words, "countries/xland.html", "country"),
    }
    point = KeyPoint("k1", words, "extracted", "2015-02-13", 2, (cite,), True)
    other = msgspec.structs.replace(point, id="k2", claim=False)
    statement = Statement(words, "direct", "2015-02-13", cite, "ann-ost", words, words, "cue")
    shifted = msgspec.structs.replace(statement, topics=("harbours",), differs_from="2015-01-01")
    stances = (Stance("harbours", (shifted, statement), (statement,)),)
    entry = TimelineEntry("2015-02-13", "day", words, (cite,), "2015-02-14")
    office = TimelineEntry("2014", "year", words, (cite,), "2015-02-14", "begins", words, words)
    relations = tuple(
        Relation("XA", kind, words, "2015-02-13", 2, (cite,)) for kind in ("structural", "interaction", "co-mention")
    )
    briefing = Briefing(
        "ann-ost", "2015-02-13", "2015-01-01", (point, other), (statement,), (statement,), (entry, office), relations,
        (ArticleRole("visit", "about", "visit"),), 1, 1, stances,
    )  # fmt: skip
    note = CitedNote(words, "written", words, "2015-02-14", (cite,))
    position = CitedPosition(words, ("ann-ost",), (cite,))
    dispute = CitedDispute("row", words, "report-vs-report", "open", (position, position), words, ("XA", "ann-ost"))
    prose = Prose(f"Head\n\n{words}", (Block("heading", 0, 4, 1), Block("paragraph", 6, 6 + len(words))))
    actor = Actor(
        "ann-ost", words, "person", (Name(words, "strong"),), words, "ar", ("XA",), (Role(words, words, "", "2014", "", words),),
        links=("https://example.org/",), background=prose,
    )  # fmt: skip
    country = Country("XA", words, "xland", capital=words, native_names=(words + "x",), naming_note=words, background=prose)
    subject = SubjectCard(links["ann-ost"], ("XA",), Glance("2015-02-13", "2015-01-01", 1, 1, point))
    other_subject = SubjectCard(Link("row", words, "actors/row.html", "coalition"), (), subject.glance)
    land = SubjectCard(links["XA"], ("XA",), Glance("2015-02-13", "2015-01-01", 1, 1, None))
    source = Source("herald", words, words, "XA", "en", True, words, "B", words, words, "2015-01-01", "https://example.org/")
    free = FreePage("about", words, prose)
    counts = {"articles": 1}
    items = (
        Change("replaced", "newer", "k1", "2015-02-13", point, other),
        Change("withdrawn", "source withdrawn", "k3", "2015-02-12", None, None, ("visit",)),
    )
    news, told = Changes("2015-02-06", False, items), tuple(SiteChange(one, tuple(links.values())) for one in items)
    moved = {"ann-ost": Moves(1, 2, 3), "XA": Moves(first=True)}
    holders = (Holder("ann-ost", words, "2014", ""), Holder("ann-ost", words, "2010", "2011"))

    offices = {"ann-ost": actor.roles}
    extent, more = Extent(2, 1, 1, 3, 2, 3, 1, 1), Extent(9, 9, 9, 9, 9, 9, 9, 9)
    twice = msgspec.structs.replace(point, id="k2", cites=(cite, Citation("visit", 0, 7, "Ann Ost")))
    first = Front(msgspec.structs.replace(briefing, key_points=(point, twice)), news, "abridged", 1)
    tied = tuple((links["ann-ost"], one) for one in relations)

    def around(extent: Extent, *notes: CitedNote) -> Around:
        return Around(extent, notes, (dispute,), cards, links, offices)

    def shown(changed: Card, spans: tuple[Use, ...] = uses) -> Made:
        roles = (CountryRole("XA", "about", 1.0),)
        return article.article_page(site, theme, changed, body, analysis, roles, (Span(0, 19),), spans, links, None)

    gone = msgspec.structs.replace(card, status="withdrawn", withdrawn_date="2015-03-01", withdrawn_reason=words)
    makers: dict[str, Callable[[], Made]] = {
        "article": lambda: shown(card),
        "excerpt": lambda: shown(msgspec.structs.replace(card, rights="excerpt")),
        "metadata": lambda: shown(msgspec.structs.replace(card, rights="metadata"), ()),
        "withdrawn": lambda: shown(gone, ()),
        "actor": lambda: subjects.actor_page(
            site, theme, actor, Front(briefing, news), around(extent, note, note)
        ),
        "country": lambda: subjects.country_page(
            site, theme, country, Front(briefing, news), around(extent), holders
        ),
        "abridged actor": lambda: subjects.actor_page(
            site, theme, actor, first, around(more, note, note)
        ),
        "record": lambda: subjects.country_page(
            site, theme, country, Front(briefing, news, "record"), around(extent), holders
        ),
        "home": lambda: home.home_page(
            site, theme, (subject,), (land,), (card,), (dispute,), cards, "2015-02-13", counts, told, "2015-02-06", moved
        ),
        "unchanged home": lambda: home.home_page(
            site, theme, (subject,), (land,), (card,), (dispute,), cards, "2015-02-13", counts, (), "2015-02-06", {}
        ),
        "actors": lambda: lists.actors_index(site, theme, (subject, other_subject), {"XA": words}),
        "countries": lambda: lists.countries_index(site, theme, (land,)),
        "articles": lambda: lists.articles_index(site, theme, (card,), {card.id: ("NZ",)}, {"NZ": "New Zealand"}),
        "sources": lambda: lists.sources_index(site, theme, ((source, 1),), {"XA": words}),
        "topics": lambda: lists.topics_index(site, theme, (("aid", 1),)),
        "source": lambda: lists.source_page(site, theme, source, (card,), {"XA": words}, 5),
        "topic": lambda: lists.topic_page(site, theme, "aid", (card,)),
        "timeline": lambda: records.timeline_page(site, theme, (entry,), cards),
        "relations": lambda: records.relations_page(site, theme, tied, links, cards),
        "disputes": lambda: records.disputes_page(site, theme, (dispute,), cards, links),
        "changes": lambda: changes.changes_page(site, theme, "2015-02-01", "", told, (links["XA"],), (card, gone), cards),
        "ambiguities": lambda: records.ambiguities_page(site, theme, ((card, analysis.ambiguous, (words,)),), links),
        "page": lambda: pages.free_page(site, theme, free),
        "method": lambda: pages.method_page(site, theme, free, counts, (Measure(words, words, 5, words, "88.6", words, "50.0"),)),
        "search": lambda: pages.search_page(site, theme, (subject,)),
        "not found": lambda: pages.not_found_page(site, theme),
        "moved": lambda: pages.moved_page(site, theme, "ann-west", (links["ann-ost"],)),
    }  # fmt: skip
    return {name: make() for name, make in makers.items()}
