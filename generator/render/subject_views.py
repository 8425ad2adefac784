"""Turns the parts of a briefing into the small values that templates show; one rule: nothing is added to the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec
from markupsafe import Markup

from generator.model import (
    ArticleRole,
    Card,
    CitedDispute,
    CitedNote,
    KeyPoint,
    Link,
    Relation,
    Role,
    Stance,
    Statement,
    TimelineEntry,
)
from generator.render.citing import relay_words
from generator.render.dates import date_words, event_words
from generator.render.frame import Named, named
from generator.render.roles import role_at
from generator.render.terms import dispute_state, statement_kind
from generator.render.tongues import evidence_text, set_apart, title_of
from generator.render.urls import Href, Root, article_path, source_path, topic_path
from generator.render.words import Words, message

_HOW = {"extracted": "e", "edited": "d", "written": "w"}
# What a tie is called where the desk gives it no other name.
MEMBER, TOGETHER = message("member"), message("named together")
DISPUTE_KINDS = {
    "official-vs-official": message("Officials contradict each other"),
    "report-vs-report": message("Reports contradict each other"),
    "self-over-time": message("One account changed over time"),
}

Offices = Mapping[str, tuple[Role, ...]]  # by actor


class Point(msgspec.Struct, frozen=True):
    """A key point or a bottom line."""

    text: str
    cites: Markup
    voice: str  # fact | claim | desk
    how: str  # extracted | edited | written
    made: str  # the same in words
    letter: str  # of how
    date: str
    origins: int
    by: str
    id: str = ""
    topic: str = ""


class Said(msgspec.Struct, frozen=True):
    """A statement."""

    text: str
    direct: bool  # the speaker's own words, to be set in quotation marks
    kind: str
    date: str
    speaker: Named
    role: str  # the speaker's title that day
    relay: str
    cites: Markup
    topics: tuple[str, ...] = ()
    differs_from: str = ""  # day of an earlier statement that this one turns round
    reported: str = ""  # day of the source, where the statement was made long before


class Topic(msgspec.Struct, frozen=True):
    """What was said on one topic."""

    name: str
    href: Href  # empty: no page
    statements: tuple[Said, ...]
    by_others: tuple[Said, ...]


class Entry(msgspec.Struct, frozen=True):
    """An event of a timeline."""

    date: str
    text: str
    cites: Markup
    place: int  # in the whole timeline, from 1
    published: str = ""  # where the report is of another day
    office: bool = False  # by the desk's file


class Tie(msgspec.Struct, frozen=True):
    """A relation."""

    other: Named
    label: str
    date: str
    count: int
    cites: Markup
    id: str = ""  # of its row on the page


class Side(msgspec.Struct, frozen=True):
    """One position of a dispute."""

    text: str
    holders: tuple[Named, ...]
    cites: Markup


class Quarrel(msgspec.Struct, frozen=True):
    """A dispute, all its sides alike."""

    id: str
    question: str
    kind: str
    status: str  # open | explained | superseded
    state: str  # the same in words
    sides: tuple[Side, ...]
    would_settle: str
    of: str = ""  # the values that the list of disputes is narrowed by, between bars


class Row(msgspec.Struct, frozen=True):
    """An article in a list."""

    title: str
    href: Href
    date: str
    publisher: str
    publisher_href: Href
    kind: str
    note: str  # withdrawn, or whom it repeats
    role: str = ""  # about | mentioned
    of: str = ""  # the values that the list of articles is narrowed by, between bars


def note_point(note: CitedNote, cites: Markup, words: Words) -> Point:
    """A sentence of the desk: boxed, signed and dated."""
    date = date_words(note.date, words.language)
    text = set_apart(note.text, words)
    return Point(text, cites, "desk", note.how, words.gettext(note.how), _HOW.get(note.how, "w"), date, 0, note.by)


def key_point(point: KeyPoint, cites: Markup, cards: dict[str, Card], words: Words) -> Point:
    """An extracted point as reported fact or as somebody's claim."""
    voice = "desk" if point.how != "extracted" else "claim" if point.claim else "fact"
    letter = _HOW.get(point.how, "e")
    date, made = date_words(point.date, words.language), words.gettext(point.how)
    text = evidence_text(point.text, point.cites, cards, words)
    topic = topic_name(point.topic)
    return Point(text, cites, voice, point.how, made, letter, date, point.origins, point.by, point.id, topic)


def said(
    statement: Statement,
    cites: Markup,
    links: dict[str, Link],
    cards: dict[str, Card],
    offices: Offices,
    root: Root,
    words: Words,
) -> Said:
    """A statement with its speaker and, where the page knows the speaker's roles, the title held that day."""
    speaker = named(statement.speaker, links, root) if statement.speaker else Named(statement.speaker_name)
    if statement.speaker and statement.speaker not in links:
        speaker = Named(statement.speaker_name)
    published = cards[statement.cite.article].date
    return Said(
        text=evidence_text(statement.text, (statement.cite,), cards, words),
        direct=statement.kind == "direct",
        kind=statement_kind(statement.kind, words),
        date=date_words(statement.date, words.language),
        speaker=speaker,
        role=role_at(offices.get(statement.speaker, ()), statement.date),
        relay=statement.relay,
        cites=cites,
        topics=tuple(map(topic_name, statement.topics)),
        differs_from=date_words(statement.differs_from, words.language),
        reported=date_words(published, words.language) if published != statement.date else "",
    )


def topic_name(topic: str) -> str:
    """A topic as it is read."""
    return topic.replace("-", " ")


def by_topic(points: Sequence[KeyPoint]) -> tuple[KeyPoint, ...]:
    """Points grouped by topic, the topic with the newest point first, those without one last; the order within stays."""
    groups: dict[str, list[KeyPoint]] = {}
    for point in points:
        groups.setdefault(point.topic, []).append(point)
    untold = groups.pop("", [])
    return (*(point for group in groups.values() for point in group), *untold)


def stance(given: Stance, all_said: Callable[[Sequence[Statement]], tuple[Said, ...]], root: Root) -> Topic:
    """One topic with its statements; `all_said` shows statements with the cites that are next in order."""
    own = all_said(given.statements)
    return Topic(topic_name(given.topic), root.to(topic_path(given.topic)), own, all_said(given.by_others))


def years(
    entries: Sequence[TimelineEntry], marks: Iterator[Markup], cards: dict[str, Card], words: Words
) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """A timeline by year, in the order given."""
    groups: dict[str, list[Entry]] = {}
    for place, entry in enumerate(entries, 1):
        published = date_words(entry.published, words.language) if entry.published and entry.published != entry.date else ""
        when, text = event_words(entry.date, entry.precision, words), event_text(entry, cards, words)
        shown = Entry(when, text, next(marks), place, published, entry.kind != "event")
        year = date_words(entry.date[:4], words.language) or words.gettext("Undated")
        groups.setdefault(year, []).append(shown)
    return tuple((year, tuple(group)) for year, group in groups.items())


def event_text(entry: TimelineEntry, cards: dict[str, Card], words: Words) -> str:
    """The sentence of an event; a change of office in the site's language."""
    if entry.kind == "begins":
        return words.gettext("%(name)s becomes %(title)s.", name=entry.name, title=entry.title)
    if entry.kind == "ends":
        return words.gettext("%(name)s ceases to be %(title)s.", name=entry.name, title=entry.title)
    return evidence_text(entry.text, entry.cites, cards, words)


def tie(relation: Relation, cites: Markup, links: dict[str, Link], root: Root, words: Words, id: str = "") -> Tie:
    """A relation as a row."""
    other, date = named(relation.other, links, root), date_words(relation.date, words.language)
    fixed = relation.kind == "interaction" or relation.label in (MEMBER, TOGETHER)
    label = words.gettext(relation.label) if fixed else relation.label
    return Tie(other, label, date, relation.count, cites, id)


def quarrel(
    dispute: CitedDispute, marks: Iterator[Markup], links: dict[str, Link], root: Root, words: Words, of: str = ""
) -> Quarrel:
    """A dispute with its sides in the desk's order; takes one piece of cites for each side."""
    sides = tuple(
        Side(set_apart(position.text, words), tuple(named(holder, links, root) for holder in position.held_by), next(marks))
        for position in dispute.positions
    )
    kind = words.gettext(DISPUTE_KINDS.get(dispute.kind, dispute.kind))
    state = dispute_state(dispute.status, words)
    question, settles = set_apart(dispute.question, words), set_apart(dispute.would_settle, words)
    return Quarrel(dispute.id, question, kind, dispute.status, state, sides, settles, of)


def article_row(card: Card, root: Root, words: Words, role: str = "", repeats: str = "", of: str = "") -> Row:
    """An article as lists show it."""
    note = words.gettext("repeats %(origin)s", origin=repeats) if repeats else ""
    if card.status == "withdrawn":
        note = words.gettext("withdrawn")
    return Row(
        title=title_of(card, words),
        href=root.to(article_path(card.id)),
        date=date_words(card.date, words.language),
        publisher=card.source_name,
        publisher_href=root.to(source_path(card.source)),
        kind="" if card.kind == "news" else words.gettext(card.kind),
        note=note,
        role=role,
        of=of,
    )


def article_rows(articles: Sequence[ArticleRole], cards: dict[str, Card], root: Root, words: Words) -> tuple[Row, ...]:
    """Articles of a subject, newest first, those about it before the others; a copy says whose report it repeats."""
    known = [entry for entry in articles if entry.id in cards]
    newest = sorted(known, key=lambda entry: (cards[entry.id].date, entry.id), reverse=True)
    newest.sort(key=lambda entry: entry.role != "about")
    rows = []
    for entry in newest:
        repeats = relay_words(cards[entry.id], words) if entry.origin != entry.id else ""
        rows.append(article_row(cards[entry.id], root, words, entry.role, repeats))
    return tuple(rows)
