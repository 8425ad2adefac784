"""What briefing makes of the contributions: a subject's pages, and what the whole site tells of them."""

from __future__ import annotations

from typing import ClassVar

from generator.model.base import Record, Value
from generator.model.text import Citation


class KeyPoint(Value, frozen=True, array_like=True):
    """One cited point. Its id is a digest of article id and cited passage: stable while the passage stands."""

    id: str
    text: str
    how: str  # extracted | edited | written
    date: str
    origins: int
    cites: tuple[Citation, ...]
    claim: bool = False
    by: str = ""  # the desk's signature, of an edited or written point
    topic: str = ""  # first topic of the article that tells it first


class Change(Value, frozen=True, array_like=True):
    """What became of one point of a subject since an earlier day."""

    kind: str  # added | replaced | withdrawn
    reason: str  # added: new | outweighs (an older report); else: newer | more origins | outweighed | source withdrawn
    id: str  # of the point that came, or else of the one that went
    date: str  # of the report that brought it about, or of the withdrawal
    now: KeyPoint | None = None  # the point that came
    was: KeyPoint | None = None  # the point that went; None also where its words may no longer be shown
    sources: tuple[str, ...] = ()  # withdrawn articles that the point that went rested on


class Changes(Value, frozen=True, array_like=True):
    """What changed on a subject's page since an earlier day."""

    since: str = ""  # ISO day; what is of that day counts as known
    first: bool = False  # no article was known on that day: the whole page is new, and each of its points was added
    items: tuple[Change, ...] = ()  # newest first


class Since(Value, frozen=True, array_like=True):
    """What "what changed" compares with."""

    since: str  # ISO day, or a period such as "7 days"
    as_of: str = ""  # ISO day that the period ends on; empty: the day of the subject's newest article


class Statement(Value, frozen=True, array_like=True):
    """What somebody said, by or about a subject."""

    text: str
    kind: str
    date: str
    cite: Citation
    speaker: str = ""
    speaker_name: str = ""
    relay: str = ""
    method: str = ""
    topics: tuple[str, ...] = ()  # of the article
    differs_from: str = ""  # day of an earlier statement of the same speaker that says the opposite, or another figure


class Stance(Value, frozen=True, array_like=True):
    """What was said on one topic: by a subject, or by those who held a country's offices, and by others about it."""

    topic: str
    statements: tuple[Statement, ...]  # newest first
    by_others: tuple[Statement, ...] = ()


class TimelineEntry(Value, frozen=True, array_like=True):
    """A dated event, or a change of office by the desk's file with a passage that names the holder by the title."""

    date: str
    precision: str
    text: str
    cites: tuple[Citation, ...]
    published: str = ""  # date of the article that is cited first
    kind: str = "event"  # event | begins | ends
    name: str = ""  # of the holder, where an office changes hands
    title: str = ""  # of the office


class Term(Value, frozen=True, array_like=True):
    """A time in office, by an actor's file."""

    entity: str
    name: str  # of the holder
    title: str
    start: str
    end: str


class Belonging(Value, frozen=True, array_like=True):
    """What ties an actor to a body or a country, by its file."""

    other: str
    label: str  # office, or part in the body
    start: str = ""  # ISO day, month or year; empty: open
    end: str = ""


class Relation(Value, frozen=True, array_like=True):
    """A cited link between a subject and another entity."""

    other: str
    kind: str  # structural | interaction | co-mention
    label: str
    date: str
    count: int  # articles that name both in one sentence
    cites: tuple[Citation, ...]


class ArticleRole(Value, frozen=True, array_like=True):
    """An article on a subject's page."""

    id: str
    role: str  # about | mentioned
    origin: str


class Briefing(Value, frozen=True, array_like=True):
    """A subject's page, as far as it is extracted from articles."""

    subject: str
    date: str = ""  # of the newest article
    first_date: str = ""
    key_points: tuple[KeyPoint, ...] = ()
    statements: tuple[Statement, ...] = ()
    statements_about: tuple[Statement, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    relations: tuple[Relation, ...] = ()
    articles: tuple[ArticleRole, ...] = ()
    origins: int = 0
    ambiguous: int = 0
    positions: tuple[Stance, ...] = ()  # the topic with the newest statement first
    months: tuple[tuple[str, int], ...] = ()  # ISO month and number of articles, in order of time, the empty ones left out


class Limits(Value, frozen=True, array_like=True):
    """How much of each kind a page holds at most."""

    key_points: int
    statements: int
    timeline: int


class Bounds(Value, frozen=True, array_like=True):
    """How much of each list a page shows that cannot show all; the rest stands in the subject's record."""

    changes: int
    statements: int  # by the subject
    about: int  # statements about it
    topics: int  # of positions
    on_topic: int  # statements of a position
    by_others: int  # likewise
    timeline: int
    relations: int
    articles: int
    cites: int  # of one line


class Extent(Value, frozen=True, array_like=True):
    """How much there is of each list, on the page or not."""

    changes: int
    statements: int
    statements_about: int
    positions: int  # statements on all topics
    timeline: int
    relations: int
    articles: int
    about: int  # articles that are about the subject


class Front(Value, frozen=True, array_like=True):
    """What one page shows of a briefing: all of it, or the first of each list."""

    briefing: Briefing
    changes: Changes
    kind: str = "whole"  # whole | abridged: the rest stands in the subject's record | record: all of it, beside such a page
    cites_a_line: int = 0  # most cites that a line shows; 0: all


class Glance(Value, frozen=True, array_like=True):
    """What lists and the home page show of a subject; small, so that most edits leave it as it is."""

    date: str  # of the newest article
    first_date: str
    articles: int
    points: int
    top: KeyPoint | None
    months: tuple[tuple[str, int], ...] = ()  # as in its briefing


class Briefed(Record, frozen=True, array_like=True):
    """A briefing, with the parts that other pages depend on kept apart."""

    aside: ClassVar[frozenset[str]] = frozenset({"briefing", "others", "articles", "extent"})

    briefing: Briefing
    glance: Glance
    cites: dict[str, tuple[Citation, ...]]  # by article (sorted): what its page cites, without repetition, sorted
    others: tuple[str, ...]  # every other entity it names, sorted
    articles: tuple[str, ...]  # every article it shows (cites and list), sorted
    changes: Changes
    bounds: Bounds | None  # of what its page shows, where that is not all: a record, which shows all, stands beside it
    extent: Extent
    record_cites: dict[str, tuple[Citation, ...]]  # likewise what the page leaves to the record


class CitedNote(Value, frozen=True, array_like=True):
    """A desk note whose cites were found."""

    text: str
    how: str
    by: str
    date: str
    cites: tuple[Citation, ...]


class CitedPosition(Value, frozen=True, array_like=True):
    """One side of a dispute, traced."""

    text: str
    held_by: tuple[str, ...]
    cites: tuple[Citation, ...]


class CitedDispute(Value, frozen=True, array_like=True):
    """A dispute whose every position was traced."""

    id: str
    question: str
    kind: str
    status: str
    positions: tuple[CitedPosition, ...]
    would_settle: str
    touches: tuple[str, ...]  # subjects on whose pages it stands, sorted


class Measure(Value, frozen=True, array_like=True):
    """How well one task is done, measured against what people marked."""

    task: str
    gold: str  # whose documents and marks
    documents: int
    meaning: str  # of the figure
    figure: str  # out of 100
    trivial: str  # the simplest answer there is, or empty
    trivial_figure: str  # what that would reach


class Use(Value, frozen=True, array_like=True):
    """A passage of an article that some page cites."""

    start: int
    end: int
    text: str
    page: str  # site path of the page
    name: str  # what the page is about, as printed
