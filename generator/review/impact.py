"""A state of the project into what falls if one of its articles goes: found by briefing each of its subjects without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from generator.brief.briefings import brief_subject
from generator.brief.origins import trace_origins
from generator.ingredients import Stored
from generator.model import Briefed, Briefing, Citation, Contribution, KeyPoint, Link
from generator.render.urls import address_of
from generator.review.states import State
from generator.site.material import Material, disputes_of


class Dependent(msgspec.Struct, frozen=True):
    """A line that rests on the article, alone or with others."""

    page: Link
    kind: str  # point | statement | statement about | position | timeline | relation | desk | dispute
    text: str
    origins: int  # independent reports that are left for it; 0: it loses its only origin
    falls: bool  # it is no longer there without the article


class Impact(msgspec.Struct, frozen=True):
    """What one article carries."""

    lines: tuple[Dependent, ...]  # page by page
    pages: tuple[Link, ...]  # pages that lose their only article
    moved: tuple[tuple[Link, tuple[KeyPoint, ...], tuple[KeyPoint, ...]], ...]  # page, other points that go, points that come


_Line = tuple[str, str, tuple[Citation, ...]]


def weigh_article(state: State, article: str) -> Impact:
    """Everything that rests on an article of the edition."""
    lines: list[Dependent] = []
    pages, moved = [], []
    for subject in sorted(state.material.contributed[article].entries("by_subject")):
        if subject not in state.links:
            continue
        page = state.links[subject]
        now, without = _with_and_without(state.material, subject, article)
        lines += _dependents(page, now.briefing, without.briefing, article)
        lines += _desk_lines(state, page, subject, article)
        if not without.briefing.articles:
            pages.append(page)
        going, coming = _others(now.briefing, without.briefing, article)
        if going or coming:
            moved.append((page, going, coming))
    return Impact((*lines, *_disputes(state, article)), tuple(pages), tuple(moved))


def _with_and_without(material: Material, subject: str, article: str) -> tuple[Briefed, Briefed]:
    """The subject's briefing, and what it were without the article."""
    given = {name: _plain(one) for name, one in material.evidence.given(subject).items()}
    contributions: tuple[Contribution, ...] = given.pop("contributions")
    now = brief_subject(contributions=contributions, **given)
    sketches = material.evidence.sketches[subject]
    given["origins"] = trace_origins(tuple(one for one in sketches if one.article != article), material.edition.hidden)
    return now, brief_subject(contributions=tuple(one for one in contributions if one.article != article), **given)


def _plain(ingredient: Any) -> Any:
    """A step's ingredient, decoded."""
    if isinstance(ingredient, tuple):
        return tuple(map(_plain, ingredient))
    return ingredient.value if isinstance(ingredient, Stored) else ingredient


def _dependents(page: Link, now: Briefing, without: Briefing, article: str) -> list[Dependent]:
    """The lines of now that cite the article. One stays where the same words, or words it cites, stand there without it, too."""
    origin = {one.id: one.origin for one in now.articles}
    by_text, by_cite = {}, {}
    for kind, text, cites in _lines(without):
        by_text[kind, text] = cites
        by_cite.update({(kind, cite): cites for cite in cites})
    found = []
    for kind, text, cites in _lines(now):
        if any(cite.article == article for cite in cites):
            rest = by_text.get((kind, text)) or next((by_cite[kind, cite] for cite in cites if (kind, cite) in by_cite), ())
            origins = {origin[cite.article] for cite in rest} - {origin[article]}
            found.append(Dependent(page, kind, text, len(origins), not rest))
    return found


def _lines(briefing: Briefing) -> Iterator[_Line]:
    """Every line of a briefing: kind, words, cites."""
    yield from (("point", one.text, one.cites) for one in briefing.key_points)
    yield from (("statement", one.text, (one.cite,)) for one in briefing.statements)
    yield from (("statement about", one.text, (one.cite,)) for one in briefing.statements_about)
    for stance in briefing.positions:
        yield from (("position", one.text, (one.cite,)) for one in (*stance.statements, *stance.by_others))
    yield from (("timeline", one.text, one.cites) for one in briefing.timeline)
    yield from (("relation", f"{one.other}: {one.label}", one.cites) for one in briefing.relations)


def _desk_lines(state: State, page: Link, subject: str, article: str) -> list[Dependent]:
    """The desk's own lines that cite the article: they are left out whole."""
    notes = state.material.evidence.notes.get(subject)
    found = notes.value if notes is not None else ()
    return [Dependent(page, "desk", one.text, 0, True) for one in found if any(cite.article == article for cite in one.cites)]


def _disputes(state: State, article: str) -> list[Dependent]:
    """Disputes vanish whole, too: never a one-sided card."""
    return [
        Dependent(
            Link(one.id, "Disputes", address_of("disputes.html", state.material.config.urls), "dispute"),
            "dispute",
            one.question,
            0,
            True,
        )
        for one in disputes_of(state.material)
        if any(cite.article == article for side in one.positions for cite in side.cites)
    ]


def _others(now: Briefing, without: Briefing, article: str) -> tuple[tuple[KeyPoint, ...], tuple[KeyPoint, ...]]:
    """Points that do not cite the article and go, and points that come."""
    here, there = {one.id for one in now.key_points}, {one.id for one in without.key_points}
    going = [one for one in now.key_points if one.id not in there and all(cite.article != article for cite in one.cites)]
    return tuple(going), tuple(one for one in without.key_points if one.id not in here)
