"""Turns the changes of all subjects and the log of corrections and withdrawals into one page; one rule: nothing is told twice.

The log is what the articles' own fields say, all of it; the changes are those of the site's window.
"""

from __future__ import annotations

import msgspec

from generator.model import Card, File, Link, Site, SiteChange, Theme
from generator.problems import Problem
from generator.render.change_views import Changed, change_lines, changed
from generator.render.citing import cite_lines
from generator.render.dates import date_words
from generator.render.frame import Head, Named, make_page
from generator.render.tongues import set_apart, title_of
from generator.render.urls import Href, Root, article_path, root_of
from generator.render.words import Words, words_of


class Correction(msgspec.Struct, frozen=True):
    """A correction or a withdrawal of one article."""

    date: str
    note: str
    kind: str
    title: str
    href: Href
    publisher: str


class Told(msgspec.Struct, frozen=True):
    """A change with the pages that it stands on."""

    subjects: tuple[Named, ...]
    change: Changed


def changes_page(
    site: Site,
    theme: Theme,
    since: str,
    today: str,
    changes: tuple[SiteChange, ...],
    fresh: tuple[Link, ...],
    corrections: tuple[Card, ...],
    cards: dict[str, Card],
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """What changed since a day (ISO) on all pages, the pages that are new, and every correction and withdrawal, newest first.

    `cards`: the articles that the changes cite or that were withdrawn.
    """
    words, root = words_of(theme.words), root_of("changes.html", site)
    cited = cite_lines([*change_lines(tuple(one.change for one in changes))], cards, root, words)
    marks = iter(cited.marks)
    values = {
        "since": date_words(since, words.language),
        "items": tuple(Told(_names(one.subjects, root), changed(one.change, marks, cards, root, words)) for one in changes),
        "fresh": _names(fresh, root),
        "corrections": _log(corrections, root, words),
        "notes": cited.notes,
    }
    head = Head(
        "changes.html", words.gettext("Changes and corrections"), "changes.html", "record", date=date_words(today, words.language)
    )
    return make_page(site, theme, head, values, cited.required)


def _names(links: tuple[Link, ...], root: Root) -> tuple[Named, ...]:
    return tuple(Named(link.name, root.to(link.path), link.kind) for link in links)


def _log(corrections: tuple[Card, ...], root: Root, words: Words) -> tuple[Correction, ...]:
    rows: list[tuple[str, str, Correction]] = []
    for card in corrections:
        href = root.to(article_path(card.id))
        found = [(correction.date, correction.note, words.gettext("corrected")) for correction in card.corrections]
        if card.status == "withdrawn":
            found.append((card.withdrawn_date, card.withdrawn_reason, words.gettext("withdrawn")))
        rows += [
            (
                date,
                card.id,
                Correction(
                    date_words(date, words.language), set_apart(note, words), kind, title_of(card, words), href, card.source_name
                ),
            )
            for date, note, kind in found
        ]
    rows.sort(key=lambda row: row[:2], reverse=True)
    return tuple(row[2] for row in rows)
