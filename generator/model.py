"""The values that travel between the stages: frozen, ordered, encodable; nothing here computes.

Conventions. Offsets are half-open and count Unicode code points of `Body.text`. Dates are ISO 8601 text (`2015-02-13`,
`2015-02`, `2015`), empty where unknown. An *entity* is what a mention points to: an actor's id (`john-key`) or a country's
upper-case ISO 3166-1 alpha-2 code (`NZ`). A *subject* is an entity that has a page.
"""

from __future__ import annotations

import msgspec

# Longer than 300 lines: one list of every value, in the order of the pipeline, is easier to read than ten.
from generator.problems import Location


class Value(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Base of every value: immutable, compared by content, encoded as a msgpack array.

    Trees of immutable values hold no cycles, so nobody need look for any among them.
    """


class Record(Value, frozen=True, array_like=True):
    """A step's result whose fields are remembered one by one, so that a later step can depend on a single field."""


# --- configuration ------------------------------------------------------------------------------------------------------


class Config(Value, frozen=True, array_like=True):
    """brief.yaml, checked, with every default filled in."""

    title: str = "Briefings"
    base_url: str = ""  # absolute, ending in a slash; empty: the site works at any path
    language: str = "en"  # BCP 47
    time_zone: str = "UTC"
    theme: str = "desk"
    theme_options: tuple[tuple[str, str], ...] = ()
    since: str = "7 days"
    as_of: str = ""  # ISO date; empty: the newest article's date
    edition: str = "CLEAR"  # strictest TLP mark that is included
    key_points: int = 8  # most key points on a page
    statements: int = 40  # most statements, by and about each
    timeline: int = 40  # most timeline entries
    urls: str = "flat"
    feeds: bool = True
    exports: bool = True
    search: str = "names"
    publish: str = "journal"
    strict: bool = False


# --- text and evidence --------------------------------------------------------------------------------------------------


class Span(Value, frozen=True, array_like=True):
    """A half-open range of code points."""

    start: int
    end: int


class Block(Value, frozen=True, array_like=True):
    """One block of prose; blocks follow each other in the text, separated by a blank line."""

    kind: str  # paragraph | heading | code | row (its cells are separated by one tab each)
    start: int
    end: int
    level: int = 0  # of a heading, 1 to 6; of a row, 1 in the table's head
    within: tuple[
        str, ...
    ] = ()  # containers, outermost first: "quote:1", "list:2", "ordered:3", "item:4", "table:5"; numbers are unique


class Inline(Value, frozen=True, array_like=True):
    """A stretch inside a block that is set differently; inlines nest and never cross each other."""

    kind: str  # emphasis | strong | code | link
    start: int
    end: int
    href: str = ""  # of a link: http, https, mailto or relative


class Prose(Value, frozen=True, array_like=True):
    """Text with its structure; markup is gone from `text`."""

    text: str = ""
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()


class Citation(Value, frozen=True, array_like=True):
    """The exact passage of a named article that a line rests on; `text` is the article's text at these offsets."""

    article: str
    start: int
    end: int
    text: str


class CiteRequest(Value, frozen=True, array_like=True):
    """A cite as a desk writes it: it must occur exactly once in the article's text to become a Citation."""

    article: str
    text: str
    location: Location


# --- what is read -------------------------------------------------------------------------------------------------------


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

    body: Body
    card: Card
    words: tuple[str, ...]  # folded words of title and text with which a name can begin, sorted
    references: tuple[Reference, ...]
    fingerprint: str = ""  # digest of the text alone, equal for copies; empty where there is no text


class Name(Value, frozen=True, array_like=True):
    """One name of an entity."""

    text: str
    strength: str  # strong | short | weak
    language: str = ""
    start: str = ""  # first date on which the name is valid
    end: str = ""


class PlaceName(Value, frozen=True, array_like=True):
    """One name of a place inside a country."""

    text: str
    country: str  # code
    kind: str  # city | region
    people: int = 0  # inhabitants; 0: not known


class Office(Value, frozen=True, array_like=True):
    """A role as a name at its date: "the Iraqi foreign minister"."""

    title: str
    country: str
    of: str  # actor id or plain text, or empty
    start: str
    end: str


class Naming(Value, frozen=True, array_like=True):
    """All that linking needs to know of one entity, and nothing that a summary or a biography could change."""

    entity: str
    kind: str  # person | organisation | institution | armed-group | coalition | country
    name: str
    names: tuple[Name, ...] = ()  # the house name first
    demonyms: tuple[str, ...] = ()  # of a country
    countries: tuple[str, ...] = ()  # codes that the entity belongs to
    offices: tuple[Office, ...] = ()
    different_from: tuple[str, ...] = ()


class Role(Value, frozen=True, array_like=True):
    """A role as the actor's page shows it."""

    title: str
    of: str = ""
    country: str = ""
    start: str = ""
    end: str = ""
    source: str = ""


class Membership(Value, frozen=True, array_like=True):
    """Belonging to a body."""

    of: str
    role: str = ""
    start: str = ""
    end: str = ""


FEWEST_WORDS_AT_THE_BOTTOM = 6  # where any point has as many: fewer hardly tell what matters
MOST_WORDS_AT_THE_BOTTOM = 60  # of a page's bottom line: what a reader takes in at one look


class DeskNote(Value, frozen=True, array_like=True):
    """The desk's own sentence: a summary or a key point, with its cites as written."""

    text: str
    how: str = "written"  # edited | written
    by: str = ""
    date: str = ""
    cites: tuple[CiteRequest, ...] = ()


class Actor(Value, frozen=True, array_like=True):
    """One actor file."""

    id: str
    name: str
    kind: str = "person"
    aliases: tuple[Name, ...] = ()
    native_name: str = ""
    native_language: str = ""
    countries: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    memberships: tuple[Membership, ...] = ()
    wikidata: str = ""
    links: tuple[str, ...] = ()
    image: str = ""
    different_from: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    public: bool = True
    summary: DeskNote | None = None
    points: tuple[DeskNote, ...] = ()
    hide: tuple[str, ...] = ()
    handling: str = "CLEAR"
    background: Prose = Prose()


class Country(Value, frozen=True, array_like=True):
    """One country: the library's facts, with the desk's overrides applied."""

    code: str
    name: str
    slug: str
    aliases: tuple[Name, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    capital: str = ""
    native_names: tuple[str, ...] = ()
    summary: DeskNote | None = None
    points: tuple[DeskNote, ...] = ()
    hide: tuple[str, ...] = ()
    handling: str = "CLEAR"
    naming_note: str = ""
    background: Prose = Prose()
    from_file: bool = False


class ReadActor(Record, frozen=True, array_like=True):
    """One actor, split so that a summary does not touch linking."""

    actor: Actor
    naming: Naming
    hide: tuple[str, ...]
    notes: tuple[DeskNote, ...]  # summary first where there is one, then the points
    references: tuple[Reference, ...]
    places: tuple[Location, ...] = ()  # where each role stands, in the order of `naming.offices`


class ReadCountry(Record, frozen=True, array_like=True):
    """One country, split like an actor."""

    country: Country
    naming: Naming
    hide: tuple[str, ...]
    notes: tuple[DeskNote, ...]
    references: tuple[Reference, ...]


class Source(Value, frozen=True, array_like=True):
    """A publisher."""

    id: str
    name: str
    kind: str = ""
    country: str = ""
    language: str = ""
    state_controlled: bool = False
    owner: str = ""
    grade: str = ""
    grade_reason: str = ""
    grade_by: str = ""
    grade_date: str = ""
    url: str = ""
    from_file: bool = True


class Position(Value, frozen=True, array_like=True):
    """One side of a dispute."""

    text: str
    held_by: tuple[str, ...]
    cites: tuple[CiteRequest, ...]


class Dispute(Value, frozen=True, array_like=True):
    """Conflicting accounts that the desk has confirmed."""

    id: str
    question: str
    kind: str
    status: str
    positions: tuple[Position, ...]
    would_settle: str = ""
    handling: str = "CLEAR"


class ReadDispute(Record, frozen=True, array_like=True):
    """One dispute with the ids it uses."""

    dispute: Dispute
    references: tuple[Reference, ...]


class FreePage(Value, frozen=True, array_like=True):
    """A page that the desk writes itself."""

    slug: str
    title: str
    prose: Prose


# --- what analysis finds ------------------------------------------------------------------------------------------------


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


# --- what briefing makes ------------------------------------------------------------------------------------------------


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


class Relation(Value, frozen=True, array_like=True):
    """A cited link between a subject and another entity."""

    other: str
    kind: str  # structural | interaction | co-mention
    label: str
    date: str
    count: int  # articles that name both
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


# --- what rendering takes and gives -------------------------------------------------------------------------------------


class Link(Value, frozen=True, array_like=True):
    """An entity as other pages show it."""

    id: str
    name: str
    path: str  # site path of its page; empty: no page
    kind: str = ""  # person, country, …


class Holder(Value, frozen=True, array_like=True):
    """An actor's role in a country, as the country's page shows it."""

    entity: str
    title: str
    start: str
    end: str


class Findable(Value, frozen=True, array_like=True):
    """A subject with every name that somebody might look for."""

    link: Link
    countries: tuple[str, ...]  # codes that an actor belongs to
    names: tuple[str, ...]  # other names: aliases, names in its own script, demonyms; each once


class SiteChange(Value, frozen=True, array_like=True):
    """A change with every subject on whose page it stands."""

    change: Change
    subjects: tuple[Link, ...]


class Moves(Value, frozen=True, array_like=True):
    """How many points of a subject's page came and went within the site's window."""

    added: int = 0
    replaced: int = 0
    withdrawn: int = 0
    first: bool = False  # the page was not there before; its points are not counted


class SubjectCard(Value, frozen=True, array_like=True):
    """A subject in a list."""

    link: Link
    countries: tuple[str, ...]
    glance: Glance


class Template(Value, frozen=True, array_like=True):
    """One Jinja template of the theme in force."""

    name: str
    source: str
    path: str  # project path or theme path, for messages


class Catalogue(Value, frozen=True, array_like=True, cache_hash=True):
    """The interface's words in one language; a message that it lacks is shown in English."""

    language: str = "en"  # BCP 47
    plural: str = ""  # gettext's expression in C for which form a number takes; empty: the English one
    messages: tuple[tuple[str, tuple[str, ...]], ...] = ()  # message -> its forms, sorted; a context stands before it, with \x04


class Theme(Value, frozen=True, array_like=True, cache_hash=True):
    """The theme in force: the chosen theme's files with the project's own over them."""

    name: str
    templates: tuple[Template, ...]  # sorted by name
    words: Catalogue = Catalogue()


class ThemeLink(Value, frozen=True, array_like=True):
    """A place of the site that a template leads to."""

    target: str  # path within the site
    path: str  # of the template
    line: int
    start: str = "root"  # where its address starts: root | page, named for `to` | here, in the page's own folder


class Site(Value, frozen=True, array_like=True):
    """What stands on every page; tiny, because a change of it rebuilds all of them."""

    title: str
    base_url: str
    language: str
    edition: str
    theme_options: tuple[tuple[str, str], ...] = ()
    feeds: bool = True
    exports: bool = True
    as_of: str = ""  # only where brief.yaml sets it
    search: str = ""  # names | full: search.html is published, so that pages may link to it; empty: it is not
    urls: str = "flat"  # flat: actors/john-key.html; folders: actors/john-key/


class File(Value, frozen=True, array_like=True):
    """One published file."""

    path: str
    content: bytes
