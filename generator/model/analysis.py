"""What analysis finds in an article."""

from __future__ import annotations

from typing import ClassVar

from generator.model.base import Record, Value
from generator.model.text import Span


class Mention(Value, frozen=True, array_like=True):
    """A passage that names an entity."""

    entity: str
    type: str  # actor | country
    start: int
    end: int
    strength: str  # strong | short | role | demonym | override


class Quotation(Value, frozen=True, array_like=True):
    """Words that somebody is reported to have said (the PARC vocabulary: cue, source, content)."""

    kind: str  # direct | indirect | mixed
    start: int  # of the content, quotation marks excluded
    end: int
    cue: Span | None = None  # the reporting verb
    source: Span | None = None  # the words that name the speaker
    speaker: str | None = None  # entity
    speaker_name: str | None = None  # as a page would print it
    method: str = ""  # how the speaker was found
    relay: str = ""  # interpreter, spokesperson, statement, or empty
    about: tuple[str, ...] = ()  # entities named in the content


class DateMention(Value, frozen=True, array_like=True):
    """A date in the text, resolved against the publication date."""

    start: int
    end: int
    value: str
    precision: str  # day | month | year | quarter | week


class Ambiguity(Value, frozen=True, array_like=True):
    """A name left unlinked because it could be more than one entity, or is not certain."""

    start: int
    end: int
    candidates: tuple[str, ...]
    reason: str


class Unlinked(Value, frozen=True, array_like=True):
    """A name that no metadata covers."""

    text: str
    name: str
    kind: str  # person | organisation | place | unknown
    start: int
    end: int


class Hint(Value, frozen=True, array_like=True):
    """Evidence for a country that is no mention of it: its capital, a metonym, its name inside another name."""

    country: str
    start: int
    end: int
    kind: str  # weak | inside


class Analysis(Record, frozen=True, array_like=True):
    """All that is known about one article alone; everything in order of position."""

    aside: ClassVar[frozenset[str]] = frozenset({"sentences", "mentions", "quotations", "dates", "unlinked", "hints"})

    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    dates: tuple[DateMention, ...] = ()
    ambiguous: tuple[Ambiguity, ...] = ()
    unlinked: tuple[Unlinked, ...] = ()
    hints: tuple[Hint, ...] = ()


class CountryRole(Value, frozen=True, array_like=True):
    """A country that an article is about or merely mentions."""

    code: str
    role: str  # about | mentioned
    score: float
