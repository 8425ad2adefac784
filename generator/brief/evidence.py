"""Turns the cites that a desk wrote into citations of exact passages, and checks every citation before it is published.

A cite is found exactly once or not at all: it is never attached to a passage that merely looks like it.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from generator.brief.words import content_words
from generator.model import Body, Citation, CitedDispute, CitedNote, CitedPosition, CiteRequest, DeskNote, Dispute, Use
from generator.problems import Location, Problem

_PIECE = re.compile(r"[^\n.!?]+[.!?]*[\"”’')]*")
MOST_PIECES_COUNTED = 20_000  # of one article; looking for the closest passage of a mistaken cite must not take seconds
MOST_PIECES_COMPARED = 12
LEAST_LIKENESS = 0.4
MOST_CHARACTERS = 600

_Traced = tuple[tuple[Citation, ...] | None, tuple[Problem, ...]]


def trace_notes(
    notes: tuple[DeskNote, ...], bodies: dict[str, Body], left_out: tuple[str, ...]
) -> tuple[tuple[CitedNote, ...], tuple[Problem, ...]]:
    """The desk's notes with their passages. A note that cites an article that is left out is left out whole.

    `bodies` holds the cited articles by id. Reports cites of unknown articles and of words that do not stand exactly once.
    """
    found: list[CitedNote] = []
    problems: list[Problem] = []
    for note in notes:
        cites, wrong = _trace(note.cites, bodies, left_out)
        problems += wrong
        if not note.cites:
            problems.append(_uncited(note))
        elif cites is not None:
            found.append(CitedNote(note.text, note.how, note.by, note.date, cites))
    return tuple(found), tuple(problems)


def trace_dispute(
    dispute: Dispute, bodies: dict[str, Body], left_out: tuple[str, ...], countries: dict[str, tuple[str, ...]]
) -> tuple[CitedDispute | None, tuple[Problem, ...]]:
    """A dispute with its passages, and the subjects on whose pages it stands: the holders and their countries.

    `countries`: actor -> codes. A dispute of which any position cannot be shown vanishes whole: never a one-sided card.
    """
    positions: list[CitedPosition] = []
    problems: list[Problem] = []
    for position in dispute.positions:
        cites, wrong = _trace(position.cites, bodies, left_out)
        problems += wrong
        if cites:
            positions.append(CitedPosition(position.text, position.held_by, cites))
        elif not position.cites:
            problems.append(_one_sided(dispute, "a position without a cite"))
    if len(dispute.positions) < 2:
        problems.append(_one_sided(dispute, "fewer than two positions"))
    if problems or len(positions) < len(dispute.positions):
        return None, tuple(problems)
    touches = {entity for position in positions for holder in position.held_by for entity in (holder, *countries.get(holder, ()))}
    traced = CitedDispute(
        id=dispute.id,
        question=dispute.question,
        kind=dispute.kind,
        status=dispute.status,
        positions=tuple(positions),
        would_settle=dispute.would_settle,
        touches=tuple(sorted(touches)),
    )
    return traced, ()


def check_citations(article: str, path: str, text: str, uses: tuple[Use, ...]) -> tuple[None, tuple[Problem, ...]]:
    """The gate: each use's words must stand in the article's text at its offsets, character for character.

    `path` is the article's file. A problem here is a fault of brief or of its cache, and it stops the build.
    """
    problems = tuple(_mismatch(article, path, text, use) for use in uses if not use.text or text[use.start : use.end] != use.text)
    return None, problems


def _mismatch(article: str, path: str, text: str, use: Use) -> Problem:
    return Problem(
        location=Location(path),
        message=f"The page {use.page} cites {article} at {use.start} to {use.end}, but other words stand there.",
        expected=f"“{_short(use.text)}”, found “{_short(text[use.start : use.end])}”",
        fix="Delete the folder .brief and build again; if that does not help, please report it.",
    )


def _trace(requests: tuple[CiteRequest, ...], bodies: dict[str, Body], left_out: tuple[str, ...]) -> _Traced:
    """The citations, or None where one of them cannot be shown, with the problems why."""
    cites: list[Citation] = []
    problems: list[Problem] = []
    for request in requests:
        if request.article in left_out:
            continue
        body = bodies.get(request.article)
        problem = _unknown(request) if body is None else _check(request, body)
        if problem:
            problems.append(problem)
        if body is not None and not problem:
            start = body.prose.text.index(request.text)
            cites.append(Citation(request.article, start, start + len(request.text), request.text))
    return (tuple(cites) if len(cites) == len(requests) else None), tuple(problems)


def _check(request: CiteRequest, body: Body) -> Problem | None:
    if body.rights == "metadata":
        return Problem(
            request.location,
            f"The rights of article {request.article} are `metadata`: no passage of it may be shown. What cites it is left out.",
            fix="Cite another article, or change that article's rights.",
            severity="warning",
        )
    text = body.prose.text
    first = text.find(request.text) if request.text else -1
    if first < 0:
        return _missing(request, text)
    if text.find(request.text, first + 1) < 0:
        return None
    return Problem(
        request.location,
        f"These words stand more than once in the article {request.article}.",
        expected="a passage that occurs exactly once",
        fix="Cite more of the sentence.",
    )


def _missing(request: CiteRequest, text: str) -> Problem:
    closest = closest_passage(request.text, text)
    return Problem(
        request.location,
        f"These words do not stand in the article {request.article}.",
        expected="a passage of the article, character for character",
        fix=f"The closest passage is: {closest}" if closest else "",
    )


def _unknown(request: CiteRequest) -> Problem:
    return Problem(
        request.location, f"There is no article {request.article}.", expected="the id of an article in content/articles"
    )


def _uncited(note: DeskNote) -> Problem:
    return Problem(
        Location("content"),
        f"The desk's note “{_short(note.text)}” has no cites.",
        expected="at least one cite: every line of a briefing rests on a passage",
    )


def _one_sided(dispute: Dispute, what: str) -> Problem:
    return Problem(
        Location(f"content/disputes/{dispute.id}.yaml"),
        f"The dispute has {what}.",
        expected="two positions or more, each with at least one cite",
    )


def closest_passage(wanted: str, text: str) -> str:
    """The sentence of a text that looks most like the wanted one, or empty. Bounded: words first, letters for the best few."""
    words = set(content_words(wanted[:MOST_CHARACTERS]))
    pieces: list[tuple[int, int, str]] = []
    for number, match in enumerate(_PIECE.finditer(text)):
        if number == MOST_PIECES_COUNTED:
            break
        piece = match.group().strip()[:MOST_CHARACTERS]
        pieces.append((-len(words.intersection(content_words(piece))), number, piece))
    likeness = [
        (SequenceMatcher(None, wanted[:MOST_CHARACTERS], piece, autojunk=False).ratio(), -number, piece)
        for _, number, piece in sorted(pieces)[:MOST_PIECES_COMPARED]
    ]
    best = max(likeness, default=(0.0, 0, ""))
    return best[2] if best[0] >= LEAST_LIKENESS else ""


def _short(text: str, width: int = 100) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
