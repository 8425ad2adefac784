"""Turns changes, corrections and withdrawals into items of a feed; one rule: an item's key stays while what it tells stays.

A point that came is an item of the subject's feed anyway; here is what went, and what the whole site tells.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Card, Change, Changes, KeyPoint, Link, SiteChange, Value
from generator.render.change_views import REASONS
from generator.render.urls import article_path, passage_id

CHANGES = "changes.html"


class Told(Value, frozen=True, array_like=True):
    """One item."""

    key: str  # what its id is made from
    title: str
    target: str  # site path that it leads to
    date: str  # ISO
    text: str


def tell_subject(page: str, changes: Changes, cards: dict[str, Card]) -> tuple[Told, ...]:
    """What went from a subject's page, and what happened to its articles, within its window."""
    gone = [
        Told(f"{page}#withdrawn-{one.id}", _title(one), page, one.date, _text(one, ()))
        for one in changes.items
        if one.now is None and not changes.first
    ]
    return (*gone, *tell_log(cards.values(), changes.since))


def tell_site(
    changes: tuple[SiteChange, ...], fresh: tuple[Link, ...], logged: Iterable[Card], since: str, today: str
) -> tuple[Told, ...]:
    """What changed on all pages, each change once; new pages; corrections and withdrawals since a day."""
    found: dict[str, Told] = {}
    for one in changes:
        change = one.change
        key = f"{CHANGES}#{change.kind}-{change.id}"
        found.setdefault(key, Told(key, _title(change), _target(change), change.date, _text(change, one.subjects)))
    pages = (Told(f"{link.path}#new", f"New page: {link.name}", link.path, today, link.name) for link in fresh)
    return (*found.values(), *pages, *tell_log(logged, since))


def tell_log(cards: Iterable[Card], since: str) -> tuple[Told, ...]:
    """Corrections and withdrawals of articles since a day, newest first."""
    told = []
    for card in cards:
        page = article_path(card.id)
        for correction in card.corrections:
            if correction.date > since:
                key = f"{page}#corrected-{correction.date}-{correction.note}"
                told.append(Told(key, f"Corrected: {card.title}", page, correction.date, correction.note))
        if card.status == "withdrawn" and card.withdrawn_date > since:
            key = f"{page}#withdrawn-{card.withdrawn_date}"
            told.append(Told(key, f"Withdrawn: {card.title}", page, card.withdrawn_date, card.withdrawn_reason))
    told.sort(key=lambda one: one.key)
    return tuple(sorted(told, key=lambda one: one.date, reverse=True))


def _title(change: Change) -> str:
    if change.now is not None:
        return change.now.text
    return f"No longer shown: {change.was.text}" if change.was is not None else "A point is no longer shown"


def _target(change: Change) -> str:
    """The passage of the point that came, or the page of changes."""
    return passage_path(change.now) if change.now is not None else CHANGES


def passage_path(point: KeyPoint) -> str:
    """Where the passage of a point stands: the first article that it cites."""
    cite = point.cites[0]
    return f"{article_path(cite.article)}#{passage_id(cite.start, cite.end)}"


def _text(change: Change, subjects: tuple[Link, ...]) -> str:
    """The subjects, what happened and why, and what stood there before."""
    reason = REASONS.get(change.reason, "")
    lines = [", ".join(link.name for link in subjects), f"{change.kind.capitalize()}{f': {reason}' if reason else ''}"]
    lines += [f"No longer shown: {change.was.text}"] if change.was is not None and change.now is not None else []
    return "\n".join(line for line in lines if line)
