"""An article as it is read: its text, its card, and what its author set aside."""

from __future__ import annotations

from typing import ClassVar

from generator.model.base import Record, Value
from generator.model.text import Prose
from generator.problems import Location


class MentionOverride(Value, frozen=True, array_like=True):
    """The desk's word on one passage: it means this entity, or nobody (empty)."""

    start: int
    end: int
    entity: str


class QuotationOverride(Value, frozen=True, array_like=True):
    """The desk's word on one quotation: this speaker, or nobody (empty)."""

    start: int
    end: int
    speaker: str


class Correction(Value, frozen=True, array_like=True):
    """A correction that the publisher or the desk made."""

    date: str
    note: str


class Body(Value, frozen=True, array_like=True):
    """What analysis reads of an article. The headline is not in it: a new headline must not redo the analysis."""

    id: str
    prose: Prose
    date: str
    language: str
    kind: str  # news | analysis | opinion | release | transcript | report
    rights: str = "full"  # full | excerpt | metadata
    tags: tuple[str, ...] = ()  # entities that the article is about by the desk's word
    topics: tuple[str, ...] = ()
    not_linked: tuple[str, ...] = ()  # entities never linked here
    mention_overrides: tuple[MentionOverride, ...] = ()
    quotation_overrides: tuple[QuotationOverride, ...] = ()
    dateline_country: str = ""
    relays: tuple[str, ...] = ()  # articles or sources whose report this repeats


class Relayed(Value, frozen=True, array_like=True):
    """A source or an article whose report an article repeats, as this edition may show it."""

    name: str  # empty: the edition does not hold it
    path: str = ""  # of its page; empty: none


class Card(Value, frozen=True, array_like=True):
    """What lists, citations and article heads show of an article."""

    id: str
    title: str
    date: str
    source: str = ""  # id, also of the source's page; empty: unknown
    source_name: str = ""
    url: str = ""
    archive_url: str = ""
    authors: tuple[str, ...] = ()
    language: str = "en"
    kind: str = "news"
    dateline: str = ""  # place as printed
    topics: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    reliability: str = ""  # Admiralty code
    rights: str = "full"
    status: str = "published"  # draft | review | published | withdrawn
    withdrawn_date: str = ""
    withdrawn_reason: str = ""
    embargo: str = ""  # ISO date-time with offset
    handling: str = "CLEAR"
    corrections: tuple[Correction, ...] = ()
    time: str = ""  # ISO time with offset, if the publication date has one
    relayed: tuple[Relayed, ...] = ()  # what `relays` names, where an edition is made


class Reference(Value, frozen=True, array_like=True):
    """An id that a file uses and that must exist elsewhere."""

    kind: str  # actor | country | source | article | article or source
    id: str
    location: Location


class ReadArticle(Record, frozen=True, array_like=True):
    """One article, in the parts that later steps depend on separately."""

    aside: ClassVar[frozenset[str]] = frozenset({"body"})

    body: Body
    card: Card
    words: tuple[str, ...]  # folded words of title and text with which a name can begin, sorted
    references: tuple[Reference, ...]
    fingerprint: str = ""  # digest of the text alone, equal for copies; empty where there is no text
