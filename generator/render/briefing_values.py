"""Turns a briefing into what the pages of actors and countries have in common; one rule: each line is shown with its cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from markupsafe import Markup

from generator.model import (
    FEWEST_WORDS_AT_THE_BOTTOM,
    MOST_WORDS_AT_THE_BOTTOM,
    Briefing,
    Card,
    Citation,
    CitedDispute,
    CitedNote,
    Extent,
    Front,
    KeyPoint,
    Link,
    Relation,
    Statement,
)
from generator.render.change_views import change_news, page_lines
from generator.render.charts.bands import Tenure
from generator.render.citing import Cited, cite_lines
from generator.render.dates import date_words
from generator.render.lightness import Comforts
from generator.render.subject_pictures import pictures
from generator.render.subject_views import (
    Offices,
    Point,
    Said,
    Tie,
    article_rows,
    by_topic,
    key_point,
    note_point,
    quarrel,
    said,
    stance,
    tie,
    years,
)
from generator.render.terms import language_name
from generator.render.urls import NOWHERE, Root, record_path
from generator.render.words import Words

_TIES = {"structural": "structural", "interaction": "interactions", "co-mention": "together"}  # kind -> name in the template


def _split_notes(notes: tuple[CitedNote, ...]) -> tuple[CitedNote | None, tuple[CitedNote, ...]]:
    """The desk's bottom line, which is its summary or else its first point, and the points that follow."""
    return (notes[0], notes[1:]) if notes else (None, ())


class Share(msgspec.Struct, frozen=True):
    """How much of a list an abridged page shows."""

    shown: int
    all: int


class Around(NamedTuple):
    """What stands around a briefing on its subject's page."""

    extent: Extent  # of the whole briefing
    notes: tuple[CitedNote, ...]
    disputes: tuple[CitedDispute, ...]
    cards: dict[str, Card]
    links: dict[str, Link]
    offices: Offices  # the roles of those who speak on the page


def briefing_values(
    words: Words,
    path: str,
    root: Root,
    front: Front,
    around: Around,
    terms: tuple[Tenure, ...],
    comforts: Comforts,
) -> tuple[dict[str, Any], Cited]:
    """The values of a page at `path`, and its cites. These are numbered in the order of the sections below."""
    briefing, changes = front.briefing, front.changes
    extent, notes, disputes, cards, links, offices = around
    record = root.to(record_path(path)) if front.kind == "abridged" else NOWHERE
    lead, notes = _split_notes(notes)
    top = _bottom_line(briefing.key_points) if lead is None else None
    points = by_topic([point for point in briefing.key_points if point is not top])
    ties = {kind: [one for one in briefing.relations if one.kind == kind] for kind in _TIES}
    opening = [one.cites for one in (lead, top) if one is not None]
    lines = _lines(notes, points, disputes, briefing, ties)
    desk = _desk_lines(lead, notes, disputes)
    cited = cite_lines(
        [*opening, *page_lines(changes), *lines], cards, root, words, front.cites_a_line, record, desk, comforts.carrying
    )
    marks = iter(cited.marks)

    def all_said(statements: Sequence[Statement]) -> tuple[Said, ...]:
        return tuple(said(one, next(marks), links, cards, offices, root, words) for one in statements)

    values: dict[str, Any] = {
        "bottom_line": _opening(lead, top, marks, cards, words),
        "changes": change_news(changes, marks, cards, root, words),
        "points": tuple(note_point(note, next(marks), words) for note in notes)
        + tuple(key_point(point, next(marks), cards, words) for point in points),
        "point_topics": len({point.topic for point in points}),
        "disputes": tuple(quarrel(dispute, marks, links, root, words) for dispute in disputes),
        "statements": all_said(briefing.statements),
        "statements_about": all_said(briefing.statements_about),
        "positions": tuple(stance(one, all_said, root) for one in briefing.positions),
        "timeline": years(briefing.timeline, marks, cards, words),
        "articles": article_rows(briefing.articles, cards, root, words),
        "notes": cited.notes,
        "record": record,
        "brief": root.to(f"{path.removesuffix('/record.html')}.html") if front.kind == "record" else NOWHERE,
    }
    tied = {kind: _rows(kind, ties[kind], marks, links, root, words) for kind in _TIES}
    values |= {_TIES[kind]: rows for kind, rows in tied.items()}
    values |= pictures(briefing, terms, tied, words, comforts.drawn)
    values["shares"] = _shares(front, extent)
    return values | _evidence(briefing, extent, cards, words), cited


def _desk_lines(
    lead: CitedNote | None, notes: tuple[CitedNote, ...], disputes: tuple[CitedDispute, ...]
) -> frozenset[tuple[Citation, ...]]:
    """The cites of the desk's own lines: an article tells where they cite it, so a page leaves none of them to its record."""
    sides = (side.cites for one in disputes for side in one.positions)
    return frozenset([*(note.cites for note in (lead, *notes) if note is not None), *sides])


def _bottom_line(points: tuple[KeyPoint, ...]) -> KeyPoint | None:
    """The newest point that is short enough for it and, where there is one, of more than a few words: "Voss sent a wreath"."""
    lengths = {point.id: len(point.text.split()) for point in points}
    short = [point for point in points if lengths[point.id] <= MOST_WORDS_AT_THE_BOTTOM]
    return next((point for point in short if lengths[point.id] >= FEWEST_WORDS_AT_THE_BOTTOM), next(iter(short), None))


def _opening(
    lead: CitedNote | None, top: KeyPoint | None, marks: Iterator[Markup], cards: dict[str, Card], words: Words
) -> Point | None:
    """The bottom line: the desk's own, else a point of the articles."""
    if lead is not None:
        return note_point(lead, next(marks), words)
    return key_point(top, next(marks), cards, words) if top is not None else None


def _rows(
    kind: str, relations: list[Relation], marks: Iterator[Markup], links: dict[str, Link], root: Root, words: Words
) -> tuple[Tie, ...]:
    """The relations of one kind, each with the id that the picture leads to."""
    return tuple(tie(one, next(marks), links, root, words, f"{kind}-{number}") for number, one in enumerate(relations, 1))


def _lines(
    notes: tuple[CitedNote, ...],
    points: tuple[KeyPoint, ...],
    disputes: tuple[CitedDispute, ...],
    briefing: Briefing,
    ties: dict[str, list[Relation]],
) -> Iterator[tuple[Citation, ...]]:
    """The cites of each line after the bottom line, in the order of the sections."""
    yield from (note.cites for note in notes)
    yield from (point.cites for point in points)
    yield from (position.cites for dispute in disputes for position in dispute.positions)
    yield from ((statement.cite,) for statement in (*briefing.statements, *briefing.statements_about))
    yield from ((one.cite,) for stance in briefing.positions for one in (*stance.statements, *stance.by_others))
    yield from (entry.cites for entry in briefing.timeline)
    yield from (relation.cites for kind in _TIES for relation in ties[kind])


def _shares(front: Front, extent: Extent) -> dict[str, Share]:
    """By section, in the order of the page: what it shows of each list that it does not show whole."""
    briefing = front.briefing
    shown = {
        "changes": 0 if front.changes.first else len(front.changes.items),
        "statements": len(briefing.statements),
        "statements_about": len(briefing.statements_about),
        "positions": sum(len(one.statements) + len(one.by_others) for one in briefing.positions),
        "timeline": len(briefing.timeline),
        "relations": len(briefing.relations),
        "articles": len(briefing.articles),
    }
    return {name: Share(count, getattr(extent, name)) for name, count in shown.items() if count < getattr(extent, name)}


def _evidence(briefing: Briefing, extent: Extent, cards: dict[str, Card], words: Words) -> dict[str, Any]:
    """The figures of the evidence box; an abridged page is given more articles for them than it lists."""
    shown = [card for card in cards.values() if card.status != "withdrawn"]
    return {
        "article_count": extent.articles,
        "about_count": extent.about,
        "origins": briefing.origins,
        "publishers": len({card.source for card in shown if card.source}),
        "first": date_words(briefing.first_date, words.language),
        "last": date_words(briefing.date, words.language),
        "ambiguous": briefing.ambiguous,
        "grades": tuple(sorted({card.reliability for card in shown if card.reliability})),
        "languages": tuple(sorted({language_name(card.language, words) for card in shown if card.language})),
    }
