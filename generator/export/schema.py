"""The shape of the exported tables: every column with its meaning; nothing here computes.

One rule: a column that was published once keeps its name and its meaning; columns may be added at the end.
"""

from __future__ import annotations

import msgspec

Cell = str | int | float | None
Row = tuple[Cell, ...]


class Column(msgspec.Struct, frozen=True):
    """A column of a table."""

    name: str
    meaning: str
    type: str = "TEXT"
    refers: str = ""  # the table whose key it holds; empty: none


class Table(msgspec.Struct, frozen=True):
    """A table with its columns; `key` makes a row one of its kind, where there is such a thing."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()


def _whole(name: str, meaning: str) -> Column:
    return Column(name, meaning, "INTEGER")


_ARTICLE = Column("article", "Id of the article.", refers="articles")
_SUBJECT = Column("subject", "An actor's id or a country's code.")
_NAME = Column("subject_name", "The subject by its name.")
_DATE = Column("date", "ISO 8601, as exact as it is known.")
_SPAN = (_whole("start", "Where it begins, in code points of the article's text."), _whole("end", "Where it ends, half-open."))
_CITE = (
    Column("article", "Article of the first passage that the line rests on.", refers="articles"),
    *_SPAN,
    Column("passage", "That passage, character for character."),
    Column("cites", "All passages: article:start:end, parted by spaces."),
)
_PERIOD = (Column("start", "First day, month or year."), Column("end", "Last one; none: not known to have ended."))

TABLES = (
    Table(
        "articles",
        (
            Column("id", "Id of the article."),
            Column("title", "Headline."),
            _DATE,
            Column("source", "Id of the publisher."),
            Column("source_name", "Its name."),
            Column("url", "The publisher's page."),
            Column("archive_url", "An archived copy."),
            Column("authors", "Names, parted by semicolons."),
            Column("language", "BCP 47."),
            Column("kind", "news, analysis, opinion, release, transcript or report."),
            Column("reliability", "Admiralty code."),
            Column("handling", "TLP mark."),
            Column("rights", "full, excerpt or metadata."),
            Column("status", "published or withdrawn."),
            Column("withdrawn_date", "When it was withdrawn."),
            Column("withdrawn_reason", "Why."),
            Column("text", "The normalised text that all offsets refer to; none where the rights do not allow all of it."),
        ),
        ("id",),
    ),
    Table("excerpts", (_ARTICLE, *_SPAN, Column("text", "A cited passage of an article that may not be shown whole."))),
    Table("topics", (_ARTICLE, Column("topic", "Id of the topic."))),
    Table("corrections", (_ARTICLE, _DATE, Column("note", "What was wrong and what is right."))),
    Table(
        "mentions",
        (
            _ARTICLE,
            Column("entity", "An actor's id or a country's code."),
            Column("type", "actor or country."),
            *_SPAN,
            Column("strength", "What linked it: strong, short, role, demonym or override."),
        ),
    ),
    Table(
        "quotations",
        (
            _ARTICLE,
            Column("kind", "direct, indirect or mixed."),
            *_SPAN,
            Column("speaker", "The speaker's id, where it is certain."),
            Column("speaker_name", "The speaker as a page prints it."),
            Column("method", "How the speaker was found."),
            Column("relay", "interpreter, spokesperson, statement, or none."),
        ),
    ),
    Table(
        "article_countries",
        (
            _ARTICLE,
            Column("code", "ISO 3166-1 alpha-2."),
            Column("role", "about or mentioned."),
            Column("score", "How much of the article it is about.", "REAL"),
        ),
    ),
    Table(
        "actors",
        (
            Column("id", "Id of the actor."),
            Column("name", "House spelling."),
            Column("kind", "person, organisation, institution, armed-group or coalition."),
            Column("native_name", "The name in its own script."),
            Column("countries", "Codes, parted by spaces."),
            Column("wikidata", "Id there."),
            _DATE,
            Column("handling", "TLP mark."),
        ),
        ("id",),
    ),
    Table(
        "countries",
        (
            Column("code", "ISO 3166-1 alpha-2."),
            Column("name", "Name in the site's language."),
            Column("slug", "Stem of its page."),
            Column("capital", "Capital."),
            _DATE,
            Column("handling", "TLP mark."),
        ),
        ("code",),
    ),
    Table(
        "names",
        (
            _SUBJECT,
            Column("name", "Another name."),
            Column("strength", "strong, short or weak."),
            Column("language", "BCP 47."),
            *_PERIOD,
        ),
    ),
    Table(
        "roles",
        (
            Column("actor", "Id of the actor.", refers="actors"),
            Column("actor_name", "The actor by its name."),
            Column("title", "The office."),
            Column("of", "Body: an actor's id or plain text."),
            Column("country", "Code of the country it is held for."),
            *_PERIOD,
            Column("source", "Where the desk has it from."),
        ),
    ),
    Table(
        "memberships",
        (
            Column("actor", "Id of the actor.", refers="actors"),
            Column("of", "Id of the body.", refers="actors"),
            Column("role", "As what."),
            *_PERIOD,
        ),
    ),
    Table(
        "subject_articles",
        (
            _SUBJECT,
            _ARTICLE,
            Column("role", "about or mentioned."),
            Column("origin", "Articles of one origin repeat one report."),
        ),
    ),
    Table(
        "key_points",
        (
            _SUBJECT,
            Column("id", "Stays while the passage stands."),
            Column("text", "The point."),
            Column("how", "extracted, edited or written."),
            _DATE,
            _whole("origins", "Independent reports that carry it."),
            _whole("claim", "1 where it reports what somebody says: no fact."),
            Column("by", "The desk's signature."),
            *_CITE,
        ),
    ),
    Table(
        "statements",
        (
            _SUBJECT,
            _NAME,
            Column("direction", "by or about the subject."),
            _DATE,
            Column("kind", "direct, indirect or mixed."),
            Column("text", "What was said."),
            Column("speaker", "The speaker's id, where it is certain."),
            Column("speaker_name", "The speaker as a page prints it."),
            Column("role_at_date", "The speaker's office on that day."),
            Column("relay", "interpreter, spokesperson, statement, or none."),
            *_CITE,
        ),
    ),
    Table(
        "timeline",
        (_SUBJECT, _NAME, _DATE, Column("precision", "How exact the date is."), Column("text", "What happened."), *_CITE),
    ),
    Table(
        "relations",
        (
            _SUBJECT,
            _NAME,
            Column("other", "The other party's id or code."),
            Column("kind", "structural, interaction or co-mention."),
            Column("label", "What ties them."),
            _DATE,
            _whole("count", "Articles that name both in one sentence."),
            *_CITE,
        ),
    ),
    Table(
        "disputes",
        (
            Column("id", "Id of the dispute."),
            Column("question", "What is in dispute."),
            Column("kind", "official-vs-official, report-vs-report or self-over-time."),
            Column("status", "open, explained or superseded."),
            Column("would_settle", "What would settle it."),
        ),
        ("id",),
    ),
    Table(
        "positions",
        (
            Column("dispute", "Id of the dispute.", refers="disputes"),
            _whole("number", "1, 2 and so on."),
            Column("text", "What this side says."),
            Column("held_by", "Ids and codes of who says so, parted by spaces."),
            *_CITE,
        ),
        ("dispute", "number"),
    ),
)
