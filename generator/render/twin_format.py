"""The shape of the machine-readable twins: every key with its meaning; nothing here computes.

One rule: a key that was published once keeps its name and its meaning as long as `format` stays 1; keys may be added.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from generator.render.change_twins import ChangesTwin
from generator.render.line_twins import DisputeTwin, EntryTwin, PointTwin, RelationTwin, StanceTwin, StatementTwin
from generator.render.twin_parts import Cite, Code, Date, Offset, Passage, Range, Twin, Version


class MentionTwin(Twin, frozen=True):
    """A passage that names an actor or a country."""

    entity: Annotated[str, Meta(description="An actor's id, or a country's code.")]
    type: Annotated[str, Meta(pattern="^(actor|country)$")]
    start: Offset
    end: Offset
    strength: Annotated[str, Meta(description="What linked it: strong, short, role, demonym or override.")]


class QuotationTwin(Twin, frozen=True):
    """Words that somebody is reported to have said; start and end cover the content without its quotation marks."""

    kind: Annotated[str, Meta(description="direct, indirect or mixed.")]
    start: Offset
    end: Offset
    cue: Annotated[Range | None, Meta(description="The reporting verb.")]
    source: Annotated[Range | None, Meta(description="The words that name the speaker.")]
    speaker: Annotated[str | None, Meta(description="The speaker's id, where it is certain.")]
    speaker_name: Annotated[str | None, Meta(description="The speaker as a page prints it.")]
    method: Annotated[str, Meta(description="How the speaker was found.")]
    relay: Annotated[str | None, Meta(description="interpreter, spokesperson or statement, where the words came through one.")]


class DateTwin(Twin, frozen=True):
    """A date in the text, resolved against the date of publication."""

    start: Offset
    end: Offset
    value: str
    precision: str


class CountryTwinRole(Twin, frozen=True):
    """A country that the article is about or merely mentions."""

    code: Code
    role: Annotated[str, Meta(pattern="^(about|mentioned)$")]
    score: float


class AmbiguityTwin(Twin, frozen=True):
    """A name that was left unlinked because it could mean more than one entity, or none for certain."""

    start: Offset
    end: Offset
    candidates: tuple[str, ...]
    reason: str


class UnlinkedTwin(Twin, frozen=True):
    """A name that no actor and no country explains."""

    text: str
    name: str
    kind: Annotated[str, Meta(pattern="^(person|organisation|place|unknown)$")]
    start: Offset
    end: Offset


class CorrectionTwin(Twin, frozen=True):
    """A correction of the article."""

    date: str
    note: str


class WithdrawnTwin(Twin, frozen=True):
    """Why the article no longer counts as evidence."""

    date: str | None
    reason: str


class ArticleTwin(Twin, frozen=True):
    """An article with all that was found in it."""

    id: str
    title: str
    date: Date | None
    source: Annotated[str | None, Meta(description="Id of the publisher; its page is sources/<id>.html.")]
    source_name: str | None
    url: str | None
    archive_url: str | None
    authors: tuple[str, ...]
    language: Annotated[str, Meta(description="BCP 47.")]
    kind: str
    dateline: str | None
    topics: tuple[str, ...]
    relays: Annotated[tuple[str, ...], Meta(description="Articles or sources whose report this one repeats.")]
    reliability: Annotated[str | None, Meta(description="Admiralty code.")]
    handling: Annotated[str, Meta(description="TLP mark.")]
    rights: Annotated[str, Meta(description="full, excerpt or metadata.")]
    status: str
    withdrawn: WithdrawnTwin | None
    corrections: tuple[CorrectionTwin, ...]
    sentences: tuple[Range, ...]
    mentions: tuple[MentionTwin, ...]
    quotations: tuple[QuotationTwin, ...]
    dates: tuple[DateTwin, ...]
    countries: tuple[CountryTwinRole, ...]
    summary: tuple[Passage, ...]
    ambiguous: tuple[AmbiguityTwin, ...]
    unlinked: tuple[UnlinkedTwin, ...]
    text: Annotated[str, Meta(description="The normalised text that all offsets refer to.")] | UnsetType = UNSET
    excerpts: (
        Annotated[tuple[Passage, ...], Meta(description="Stands in place of text where the rights do not allow all of it.")]
        | UnsetType
    ) = UNSET
    format: Version = 1


class NoteTwin(Twin, frozen=True):
    """The desk's own bottom line."""

    text: str
    how: Annotated[str, Meta(pattern="^(edited|written)$")]
    by: str | None
    date: Date | None
    cites: tuple[Cite, ...]


class ArticleRoleTwin(Twin, frozen=True):
    """An article that feeds the page; articles of one origin repeat one report."""

    id: str
    role: Annotated[str, Meta(pattern="^(about|mentioned)$")]
    origin: str


class NameTwin(Twin, frozen=True):
    """Another name of the subject."""

    name: str
    strength: Annotated[str, Meta(pattern="^(strong|short|weak)$")]
    language: str | None
    start: Annotated[Date | None, Meta(description="First date on which the name is valid.")]
    end: Date | None


class NativeNameTwin(Twin, frozen=True):
    """The name in the actor's own script."""

    text: str
    language: str | None


class RoleTwin(Twin, frozen=True):
    """An office; an open end means: not known to have ended."""

    title: str
    of: str | None
    country: Code | None
    start: Date | None
    end: Date | None
    source: str | None


class MembershipTwin(Twin, frozen=True):
    """Belonging to a body."""

    of: str
    role: str | None
    start: Date | None
    end: Date | None


class SubjectTwin(Twin, frozen=True, kw_only=True):
    """What the twins of actors and of countries share."""

    name: str
    handling: Annotated[str, Meta(description="TLP mark of the page.")]
    date: Annotated[Date | None, Meta(description="Date of the newest article.")]
    first_date: Date | None
    aliases: tuple[NameTwin, ...]
    summary: NoteTwin | None
    background: Annotated[str | None, Meta(description="The desk's own text.")]
    key_points: tuple[PointTwin, ...]
    statements: Annotated[tuple[StatementTwin, ...], Meta(description="By the subject.")]
    statements_about: tuple[StatementTwin, ...]
    positions: Annotated[tuple[StanceTwin, ...], Meta(description="By topic, the topic with the newest statement first.")]
    timeline: tuple[EntryTwin, ...]
    relations: tuple[RelationTwin, ...]
    disputes: tuple[DisputeTwin, ...]
    changes: ChangesTwin
    articles: tuple[ArticleRoleTwin, ...]
    origins: Annotated[int, Meta(ge=0, description="Independent reports among the articles.")]
    ambiguous: Annotated[
        int, Meta(ge=0, description="Names in the articles that could mean this subject and were left unlinked.")
    ]
    format: Version = 1


class ActorTwin(SubjectTwin, frozen=True, kw_only=True):
    """An actor's page as data."""

    id: str
    kind: str
    native_name: NativeNameTwin | None
    countries: tuple[Code, ...]
    roles: tuple[RoleTwin, ...]
    memberships: tuple[MembershipTwin, ...]
    wikidata: str | None
    links: tuple[str, ...]
    image: str | None
    different_from: tuple[str, ...]
    formerly: tuple[str, ...]


class CountryTwin(SubjectTwin, frozen=True, kw_only=True):
    """A country's page as data."""

    code: Code
    slug: str
    demonyms: tuple[str, ...]
    metonyms: tuple[str, ...]
    capital: str | None
    native_names: tuple[str, ...]
    naming_note: str | None
