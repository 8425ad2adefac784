"""What the desk writes beside articles and subjects: sources, disputes, free pages."""

from __future__ import annotations

from generator.model.articles import Reference
from generator.model.base import Record, Value
from generator.model.text import CiteRequest, Prose


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
