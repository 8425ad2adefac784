"""Turns the lines of a briefing into those of its twin: points, statements, positions, events, relations, disputes.

One rule: a line carries its cites, as on the page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Annotated

from msgspec import Meta

from generator.model import Briefing, CitedDispute, CitedNote, Relation, Role, Stance, Statement, TimelineEntry
from generator.render.roles import role_at
from generator.render.twin_parts import Cite, Date, Twin, cite_parts

Offices = Mapping[str, tuple[Role, ...]]  # by actor


class PointTwin(Twin, frozen=True):
    """A key point: taken word for word from an article, or signed by the desk."""

    id: str
    text: str
    how: Annotated[str, Meta(pattern="^(extracted|edited|written)$")]
    date: Date | None
    origins: Annotated[int, Meta(ge=0, description="Independent reports that carry the point.")]
    cites: tuple[Cite, ...]
    claim: Annotated[bool, Meta(description="The sentence reports what somebody says; it is not stated as a fact.")]
    by: Annotated[str | None, Meta(description="The desk's signature.")]
    topic: Annotated[str | None, Meta(description="First topic of the article that tells it first.")]


class StatementTwin(Twin, frozen=True):
    """What somebody said, by or about the subject."""

    text: str
    kind: str
    role_at_date: Annotated[str | None, Meta(description="The speaker's office on the day of the statement.")]
    date: Annotated[Date | None, Meta(description="Of the article; of a statement that it retells long after, that of then.")]
    cite: Cite
    speaker: str | None
    speaker_name: str | None
    relay: str | None
    method: str
    topics: Annotated[tuple[str, ...], Meta(description="Topics of the article.")]
    differs_from: Annotated[
        Date | None,
        Meta(description="Day of an earlier statement of the speaker with the same words but for a negation or a figure."),
    ]


class EntryTwin(Twin, frozen=True):
    """A dated event, or a change of office."""

    date: str
    precision: str
    text: str
    cites: tuple[Cite, ...]
    kind: Annotated[
        str,
        Meta(
            pattern="^(event|begins|ends)$",
            description="`begins` and `ends` are of an office: dated by the desk's file, with a passage that names the holder.",
        ),
    ]
    published: Annotated[Date | None, Meta(description="Date of the article that is cited first.")]


class RelationTwin(Twin, frozen=True):
    """A cited link between the subject and another entity."""

    other: str
    kind: Annotated[str, Meta(pattern="^(structural|interaction|co-mention)$")]
    label: str
    date: Date | None
    count: Annotated[int, Meta(ge=0, description="Articles that name both in one sentence.")]
    cites: tuple[Cite, ...]


class PositionTwin(Twin, frozen=True):
    """One side of a dispute."""

    text: str
    held_by: tuple[str, ...]
    cites: tuple[Cite, ...]


class DisputeTwin(Twin, frozen=True):
    """Conflicting accounts, every side with its passages."""

    id: str
    question: str
    kind: str
    status: str
    positions: tuple[PositionTwin, ...]
    would_settle: str | None


class StanceTwin(Twin, frozen=True):
    """What was said on one topic: by the subject or those who hold its offices, and by others about it."""

    topic: str
    statements: Annotated[tuple[StatementTwin, ...], Meta(description="Newest first.")]
    by_others: tuple[StatementTwin, ...]


def note_id(subject: str, note: CitedNote) -> str:
    """The id of a desk's point: a digest of its subject, its words and what it cites."""
    told = [subject, note.text] + [f"{cite.article}\n{cite.text}" for cite in note.cites]
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:12]


def point_twins(subject: str, notes: tuple[CitedNote, ...], briefing: Briefing) -> tuple[PointTwin, ...]:
    """The desk's points, then the extracted ones."""
    origin = {article.id: article.origin for article in briefing.articles}
    desk = [
        PointTwin(
            id=note_id(subject, note),
            text=note.text,
            how=note.how,
            date=note.date or None,
            origins=len({origin.get(cite.article, cite.article) for cite in note.cites}),
            cites=cite_parts(note.cites),
            claim=False,
            by=note.by or None,
            topic=None,
        )
        for note in notes
    ]
    extracted = [
        PointTwin(p.id, p.text, p.how, p.date or None, p.origins, cite_parts(p.cites), p.claim, p.by or None, p.topic or None)
        for p in briefing.key_points
    ]
    return (*desk, *extracted)


def statement_twins(statements: Sequence[Statement], offices: Offices) -> tuple[StatementTwin, ...]:
    """Statements with the speaker's office of that day, where his roles are known."""
    return tuple(
        StatementTwin(
            text=one.text,
            kind=one.kind,
            role_at_date=role_at(offices.get(one.speaker, ()), one.date) or None,
            date=one.date or None,
            cite=cite_parts((one.cite,))[0],
            speaker=one.speaker or None,
            speaker_name=one.speaker_name or None,
            relay=one.relay or None,
            method=one.method,
            topics=one.topics,
            differs_from=one.differs_from or None,
        )
        for one in statements
    )


def stance_twins(stances: Sequence[Stance], offices: Offices) -> tuple[StanceTwin, ...]:
    """What was said on each topic."""
    return tuple(
        StanceTwin(one.topic, statement_twins(one.statements, offices), statement_twins(one.by_others, offices))
        for one in stances
    )


def entry_twins(entries: Sequence[TimelineEntry]) -> tuple[EntryTwin, ...]:
    """A timeline."""
    return tuple(EntryTwin(e.date, e.precision, e.text, cite_parts(e.cites), e.kind, e.published or None) for e in entries)


def relation_twins(relations: Sequence[Relation]) -> tuple[RelationTwin, ...]:
    """Relations of every kind."""
    return tuple(RelationTwin(r.other, r.kind, r.label, r.date or None, r.count, cite_parts(r.cites)) for r in relations)


def dispute_twins(disputes: Sequence[CitedDispute]) -> tuple[DisputeTwin, ...]:
    """Disputes with all their sides."""
    return tuple(
        DisputeTwin(
            one.id,
            one.question,
            one.kind,
            one.status,
            tuple(PositionTwin(p.text, p.held_by, cite_parts(p.cites)) for p in one.positions),
            one.would_settle or None,
        )
        for one in disputes
    )
