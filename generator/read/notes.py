"""Turns the desk's own sentences in actor and country files into DeskNotes, with the place of each cite for later messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import MOST_WORDS_AT_THE_BOTTOM, CiteRequest, DeskNote, Reference
from generator.problems import Problem
from generator.read.yaml_nodes import Document, KeyPath

if TYPE_CHECKING:
    from generator.read.fields import ActorFields, CiteFields, CountryFields, NoteFields, PointFields


def read_cites(document: Document, where: KeyPath, cites: list[CiteFields]) -> tuple[CiteRequest, ...]:
    """The cites that stand at `where`, each with the place of its passage."""
    return tuple(CiteRequest(cite.article, cite.text, document.at((*where, place, "text"))) for place, cite in enumerate(cites))


def cite_references(document: Document, where: KeyPath, cites: list[CiteFields]) -> list[Reference]:
    """The articles that these cites name."""
    return [Reference("article", cite.article, document.at((*where, place, "article"))) for place, cite in enumerate(cites)]


def read_notes(document: Document, fields: ActorFields | CountryFields) -> tuple[DeskNote | None, tuple[DeskNote, ...]]:
    """Summary, where there is one, and points of one file."""
    summary = _note(document, ("summary",), fields.summary, "written") if fields.summary else None
    points = [_note(document, ("points", place), point, point.how) for place, point in enumerate(fields.points)]
    return summary, tuple(points)


def summary_warnings(document: Document, fields: ActorFields | CountryFields) -> tuple[Problem, ...]:
    """A summary that is too long for what it is shown as. It is shown whole: whoever signs it shortens it."""
    count = len(fields.summary.text.split()) if fields.summary else 0
    if count <= MOST_WORDS_AT_THE_BOTTOM:
        return ()
    message = f"This summary has {count} words; the page shows it whole as its bottom line."
    expected = f"at most {MOST_WORDS_AT_THE_BOTTOM} words: who, and the newest thing that matters"
    fix = 'shorten it, or tell the rest under "points"'
    return (Problem(document.at(("summary", "text")), message, expected, fix, "warning"),)


def note_references(document: Document, fields: ActorFields | CountryFields) -> list[Reference]:
    """The articles that summary and points cite."""
    found = cite_references(document, ("summary", "cites"), fields.summary.cites) if fields.summary else []
    for place, point in enumerate(fields.points):
        found += cite_references(document, ("points", place, "cites"), point.cites)
    return found


def _note(document: Document, where: KeyPath, fields: NoteFields | PointFields, how: str) -> DeskNote:
    cites = read_cites(document, (*where, "cites"), fields.cites)
    return DeskNote(fields.text, how, fields.by or "", fields.date or "", cites)
