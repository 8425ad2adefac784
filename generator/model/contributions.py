"""What one article gives to each subject's briefing."""

from __future__ import annotations

from generator.model.analysis import CountryRole
from generator.model.base import Record, Value
from generator.model.text import Span


class Sentence(Value, frozen=True, array_like=True):
    """A sentence of one article that says something about one subject; what else is known of it refers to its number."""

    start: int
    end: int
    text: str
    words: str = ""  # content words, folded and stemmed, sorted, each once, with spaces between; empty if never compared
    claim: bool = False  # it reports what somebody says
    whole: bool = True  # it passes the guards, so that it can be shown by itself
    shown: str = ""  # the same with a pronoun completed, "[Mira Voss] said …", or without a dateline; empty: as it stands
    signature: int = 0  # of its content words, see `brief.signatures`


class Passage(Value, frozen=True, array_like=True):
    """A sentence that may become a key point of one subject."""

    sentence: int  # number in Contribution.sentences
    weight: float  # salience for this subject within its article, 0 to 1


class Saying(Value, frozen=True, array_like=True):
    """A statement of one article, by or about one subject."""

    start: int
    end: int
    text: str
    kind: str
    speaker: str
    speaker_name: str
    relay: str
    method: str
    shown: str = ""  # the text with a pronoun completed; empty: as it stands
    day: str = ""  # day, month or year on which it was said, where that was long before the article; else empty


class Event(Value, frozen=True, array_like=True):
    """A dated sentence of one article that concerns one subject."""

    sentence: int  # number in Contribution.sentences
    date: str
    precision: str


class Meeting(Value, frozen=True, array_like=True):
    """A sentence of one article that names another entity beside the subject."""

    other: str
    sentence: int  # number in Contribution.sentences


class Dealing(Value, frozen=True, array_like=True):
    """A sentence of one article that tells what a subject did to another entity, or the other to it."""

    other: str
    label: str  # of the closed vocabulary
    sentence: int  # number in Contribution.sentences


class Contribution(Value, frozen=True, array_like=True):
    """What one article says about one subject."""

    article: str
    date: str
    source: str
    role: str  # about | mentioned
    sentences: tuple[Sentence, ...] = ()  # in order, each once
    passages: tuple[Passage, ...] = ()
    said_by: tuple[Saying, ...] = ()
    said_about: tuple[Saying, ...] = ()
    events: tuple[Event, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    ambiguous: int = 0
    dealings: tuple[Dealing, ...] = ()
    topics: tuple[str, ...] = ()
    said_for: tuple[Saying, ...] = ()  # of a country: what those who held its offices that day said


class Sketch(Value, frozen=True, array_like=True):
    """What tells whether an article is another's report; apart from what it says, most of which no edit of a word touches."""

    article: str
    date: str
    origin: str  # the article or source whose report it says it is; empty: its own
    size: int = 0  # number of sentences
    sentences: tuple[int, ...] = ()  # digests, sorted: copies of one report share them; those that nobody shares may be left out


class Contributed(Record, frozen=True, array_like=True):
    """What one article gives to every subject it concerns; each entry is remembered by itself."""

    sketch: Sketch
    summary: tuple[Span, ...]  # the article's own summary: sentences in order
    entities: tuple[str, ...]  # everybody the article's page names: mentioned, speaking, candidates, countries; sorted
    by_subject: dict[str, Contribution]
    countries: tuple[CountryRole, ...] = ()
