"""Turns what changed on a subject's page into the small values that templates show; one rule: old words keep their cites, too."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from markupsafe import Markup

from generator.model import Card, Change, Changes, Citation
from generator.render.dates import date_words
from generator.render.frame import Named
from generator.render.tongues import evidence_text, title_of
from generator.render.urls import Root, article_path
from generator.render.words import Words, message

REASONS = {
    "newer": message("by a newer report"),
    "more origins": message("by a report with more independent origins"),
    "outweighed": message("other reports weigh more"),
    "outweighs": message("an older report that weighs more by now"),
    "source withdrawn": message("its source was withdrawn"),
}
KINDS = {"added": message("added"), "replaced": message("replaced"), "withdrawn": message("withdrawn")}
_LEFT_OUT = message("left out")  # a point whose sources all stand: nobody withdrew it


class Changed(msgspec.Struct, frozen=True):
    """A point that came, that took another's place, or that went."""

    kind: str  # added | replaced | withdrawn
    what: str  # the same in words
    reason: str  # in words; empty: it is simply new
    date: str
    text: str  # empty: the point went
    cites: Markup
    claim: bool  # whoever speaks in the point says so; the page does not
    was: str  # what stood there before; empty also where its words may no longer be shown
    was_cites: Markup
    sources: tuple[Named, ...]  # withdrawn articles that the old words rested on


class PageNews(msgspec.Struct, frozen=True):
    """What changed on a page."""

    since: str  # day in words
    first: bool  # the whole page is new
    items: tuple[Changed, ...]  # none where the whole page is new: its points stand below


def page_lines(changes: Changes) -> Iterator[tuple[Citation, ...]]:
    """The cites of each line that a page of its own shows of its changes."""
    return change_lines(() if changes.first else changes.items)


def change_lines(changes: tuple[Change, ...]) -> Iterator[tuple[Citation, ...]]:
    """The cites of each line that the changes show, in order."""
    for one in changes:
        yield from (point.cites for point in (one.now, one.was) if point is not None)


def change_news(changes: Changes, marks: Iterator[Markup], cards: dict[str, Card], root: Root, words: Words) -> PageNews:
    """The changes of a page; takes one piece of cites for each of their lines."""
    shown = () if changes.first else changes.items
    items = tuple(changed(one, marks, cards, root, words) for one in shown)
    return PageNews(date_words(changes.since, words.language), changes.first, items)


def changed(change: Change, marks: Iterator[Markup], cards: dict[str, Card], root: Root, words: Words) -> Changed:
    """One change; takes a piece of cites for the point that came and one for the point that went."""
    now, was = change.now, change.was
    cites = next(marks) if now else Markup()
    return Changed(
        kind=change.kind,
        what=words.gettext(_LEFT_OUT if (change.kind, change.reason) == ("withdrawn", "outweighed") else KINDS[change.kind]),
        reason=words.gettext(REASONS[change.reason]) if change.reason in REASONS else "",
        date=date_words(change.date, words.language),
        text=evidence_text(now.text, now.cites, cards, words) if now else "",
        cites=cites,
        claim=bool(now and now.claim),
        was=evidence_text(was.text, was.cites, cards, words) if was else "",
        was_cites=next(marks) if was else Markup(),
        sources=tuple(
            Named(title_of(cards[id], words) if id in cards else id, root.to(article_path(id)), "article")
            for id in change.sources
        ),
    )
