"""Turns one article into its page, marked up, every cited passage anchored; one rule: the article's words are never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from markupsafe import Markup

from generator.model import (
    Ambiguity,
    Analysis,
    Body,
    Card,
    CountryRole,
    File,
    Link,
    Mention,
    Prose,
    Relayed,
    Site,
    Span,
    Theme,
    Use,
)
from generator.problems import Problem
from generator.render.dates import date_words
from generator.render.facets import facets_of
from generator.render.frame import Head, Named, make_page, named
from generator.render.html import Mark, Piece, inline_marks, pieces_html
from generator.render.linked_data import article_data
from generator.render.passages import (
    ambiguous_marks,
    cited_marks,
    excerpt_pieces,
    name_marks,
    number_paragraphs,
    quotation_marks,
    shown_spans,
    whole_pieces,
)
from generator.render.terms import article_kind, language_name
from generator.render.tongues import direction, foreign_aside, set_apart
from generator.render.urls import Root, article_path, briefing_path, root_of, source_path, topic_path, web_href
from generator.render.words import Words, message, words_of

_GROUPS = (
    (message("People"), ("person",)),
    (message("Bodies"), ("organisation", "institution", "coalition")),
    (message("Armed groups"), ("armed-group",)),
    (message("Countries"), ("country",)),
)


class Unsure(msgspec.Struct, frozen=True):
    """A name that was left unlinked."""

    text: str
    candidates: tuple[Named, ...]
    reason: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of the article's own summary and the paragraph it stands in."""

    text: str
    paragraph: int


def article_page(
    site: Site,
    theme: Theme,
    card: Card,
    body: Body,
    analysis: Analysis,
    countries: tuple[CountryRole, ...],
    summary: tuple[Span, ...],
    uses: tuple[Use, ...],
    links: dict[str, Link],
    source: Link | None,
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The article's page: whole, as excerpts, without text, or as the notice of its withdrawal, as its rights and status say."""
    path = article_path(card.id)
    root, words = root_of(path, site), words_of(theme.words)
    withdrawn = card.status == "withdrawn"
    whole, excerpts = card.rights == "full" and not withdrawn, card.rights == "excerpt" and not withdrawn
    known = analysis if whole or excerpts else Analysis()
    pieces, last_gap = _pieces(body, known, uses if whole or excerpts else (), root, whole, words)
    marks = _marks(body.prose, known, uses, links, root)
    opened = shown_spans(known.sentences, uses) if excerpts else None
    values: dict[str, Any] = {
        "card": card,
        "source": _publisher(card, source, root),
        "kind": article_kind(card.kind, words),
        "date": date_words(card.date, words.language),
        "text": pieces_html(body.prose.text, pieces, marks, label=words.gettext("paragraph %(number)s")),
        "language": body.language or site.language,
        "text_direction": direction(body.language or site.language),
        "foreign": not (body.language or "en").lower().startswith("en"),
        "last_gap": last_gap,
        "summary": _summary(body.prose, summary if whole or excerpts else (), opened),
        "about": () if withdrawn else tuple(named(c.code, links, root) for c in countries if c.role == "about"),
        "mentioned": () if withdrawn else tuple(named(c.code, links, root) for c in countries if c.role == "mentioned"),
        "names": () if withdrawn else _names(analysis.mentions, links, root, words),
        "unsure": _unsure(body.prose.text, known.ambiguous, links, root, opened, words),
        "written_in": language_name(card.language, words),
        "rights": words.gettext(card.rights),
        "topics": tuple(Named(topic.replace("-", " "), root.to(topic_path(topic))) for topic in card.topics),
        "relays": tuple(_relayed(one, root, words) for one in card.relayed),
        "url": web_href(card.url),
        "archive": web_href(card.archive_url),
        "corrections": tuple((date_words(c.date, words.language), set_apart(c.note, words)) for c in card.corrections),
        "withdrawn": withdrawn,
        "withdrawn_date": date_words(card.withdrawn_date, words.language),
        "withheld": not (whole or excerpts or withdrawn),
        "excerpts": excerpts,
        "uses": len({briefing_path(use.page) for use in uses}),
    }
    head = _head(site, card, words, [country.name for country in values["about"]])
    head = msgspec.structs.replace(head, linked_data=article_data(site, card, source, analysis, countries, links, root))
    return make_page(site, theme, head, values, {})


def _head(site: Site, card: Card, words: Words, about: Sequence[str]) -> Head:
    """What the page says about itself; `about` are the names of countries."""
    path = article_path(card.id)
    return Head(
        path=path,
        title=card.title,
        template="article.html",
        section="article",
        description=words.listed([part for part in (card.source_name, date_words(card.date, words.language)) if part]),
        handling=card.handling,
        twin=path.removesuffix(".html") + ".json" if site.exports else "",
        kind="article",
        facets=facets_of(site, article_kind(card.kind, words), about, card.source_name, card.date[:4]),
    )


def _pieces(
    body: Body, analysis: Analysis, uses: Sequence[Use], root: Root, whole: bool, words: Words
) -> tuple[Sequence[Piece], Markup]:
    """What is shown of the text; nothing where no sentence is known and the article may not be shown whole."""
    aside = foreign_aside(body.language, words)
    if whole:
        pieces = whole_pieces(body.prose, uses, root, body.id, words, aside)
        return pieces, Markup()
    return excerpt_pieces(body.prose, analysis.sentences, uses, root, body.id, words, aside)


def _marks(prose: Prose, known: Analysis, uses: Sequence[Use], links: dict[str, Link], root: Root) -> list[Mark]:
    """Everything that is marked in the text."""
    # A relative address meant a place on the publisher's site: here it would lead nowhere, so its words stay and the link goes.
    marks = inline_marks([one for one in prose.inlines if one.kind != "link" or ":" in one.href])
    marks += cited_marks(uses)
    marks += quotation_marks(known.quotations)
    marks += name_marks(known.mentions, prose.inlines, links, root)
    marks += ambiguous_marks(known.ambiguous)
    return marks


def _publisher(card: Card, source: Link | None, root: Root) -> Named:
    """The publisher, linked to its page."""
    if source is not None:
        return Named(source.name, root.to(source.path))
    return Named(card.source_name, root.to(source_path(card.source)))


def _relayed(one: Relayed, root: Root, words: Words) -> Named:
    """A source or article whose report this one repeats."""
    return Named(one.name or words.gettext("another report"), root.to(one.path))


def _summary(prose: Prose, spans: tuple[Span, ...], opened: list[Span] | None) -> tuple[Sentence, ...]:
    """The article's own summary, as far as its sentences may be shown."""
    found = []
    numbered = list(zip(number_paragraphs(prose.blocks), prose.blocks, strict=True)) if spans else []
    for span in spans:
        if opened is None or any(part.start <= span.start and span.end <= part.end for part in opened):
            number = next((n for n, block in numbered if block.start <= span.start < block.end), 0)
            found.append(Sentence(prose.text[span.start : span.end], number))
    return tuple(found)


def _names(
    mentions: Sequence[Mention], links: dict[str, Link], root: Root, words: Words
) -> tuple[tuple[str, tuple[Named, ...]], ...]:
    """Everybody the article names, by kind, in order of first mention."""
    entities = dict.fromkeys(mention.entity for mention in mentions if mention.entity in links)
    groups = []
    for title, kinds in _GROUPS:
        group = tuple(named(entity, links, root) for entity in entities if links[entity].kind in kinds)
        if group:
            groups.append((words.gettext(title), group))
    return tuple(groups)


def _unsure(
    text: str, ambiguous: Sequence[Ambiguity], links: dict[str, Link], root: Root, opened: list[Span] | None, words: Words
) -> tuple[Unsure, ...]:
    """Names left unlinked, each wording once, as far as it may be shown."""
    found: dict[tuple[str, tuple[str, ...]], Unsure] = {}
    for name in ambiguous:
        shown = text[name.start : name.end]
        if opened is None or any(part.start <= name.start and name.end <= part.end for part in opened):
            candidates = tuple(named(entity, links, root) for entity in name.candidates)
            found.setdefault((shown, name.candidates), Unsure(shown, candidates, words.gettext(name.reason)))
    return tuple(found.values())
