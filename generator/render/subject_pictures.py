"""Turns a briefing into its pictures: coverage, bands of office, neighbours; one rule: each shows rows that the page holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model import Briefing, Holder, Link, Role
from generator.render.charts.bands import Tenure, bands
from generator.render.charts.ego import Neighbour, ego_graph
from generator.render.charts.months import coverage
from generator.render.dates import date_words, span_words
from generator.render.subject_views import Tie
from generator.render.words import Words


def pictures(
    briefing: Briefing, terms: Sequence[Tenure], ties: dict[str, tuple[Tie, ...]], words: Words, all_drawn: bool
) -> dict[str, Any]:
    """The pictures of a subject's page, each None where there is too little to draw; the coverage is always drawn."""
    drawn = coverage(briefing.months)
    return {
        "coverage": drawn,
        "months": tuple((date_words(month, words.language), count) for month, count in drawn.rows) if drawn else (),
        "peak": date_words(drawn.peak, words.language) if drawn else "",
        "bands": bands(terms, [entry.date for entry in briefing.timeline], briefing.date) if all_drawn else None,
        "ego": ego_graph(_neighbours(ties)) if all_drawn else None,
    }


def own_terms(roles: Sequence[Role], words: Words) -> tuple[Tenure, ...]:
    """A person's roles: a row each."""
    return tuple(Tenure(role.title, "", role.start, role.end, span_words(role.start, role.end, words)) for role in roles)


def held_terms(holders: Sequence[Holder], links: dict[str, Link], words: Words) -> tuple[Tenure, ...]:
    """A country's offices: a row an office, its holders side by side."""
    return tuple(
        Tenure(
            holder.title,
            links[holder.entity].name if holder.entity in links else "",
            holder.start,
            holder.end,
            span_words(holder.start, holder.end, words),
        )
        for holder in holders
    )


def _neighbours(ties: dict[str, tuple[Tie, ...]]) -> list[Neighbour]:
    """Each other party once, by what ties it most: belonging before dealings before being named together."""
    found: dict[str, Neighbour] = {}
    for kind, rows in ties.items():
        for row in rows:
            found.setdefault(row.other.name, Neighbour(row.other.name, kind, row.count, row.id))
    return list(found.values())
