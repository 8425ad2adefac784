"""Turns what runs through the whole site into its record pages: timeline, relations, disputes, names left unlinked.

One rule: these pages hold no line that is not on a subject's page or in an article as well.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from markupsafe import Markup

from generator.model import Ambiguity, Card, CitedDispute, File, Link, Relation, Site, Theme, TimelineEntry
from generator.problems import Problem
from generator.render.charts.net import Strand, net
from generator.render.choices import Choice, country_values, offered, values_of_line
from generator.render.citing import cite_lines
from generator.render.dates import date_words
from generator.render.frame import Head, Named, make_page, named
from generator.render.lists import newest_first
from generator.render.paging import cut, span_of_years, stretches
from generator.render.subject_views import DISPUTE_KINDS, quarrel, tie, years
from generator.render.terms import disputes_title
from generator.render.tongues import title_of
from generator.render.urls import Href, article_path, root_of, timeline_path
from generator.render.words import Words, message, words_of

_STATUSES = ("open", "explained", "superseded")
_RELATION_KINDS = (
    (
        message("Structural"),
        "structural",
        message("Belonging and office, from the desk's files, each with a passage that names both."),
    ),
    (message("Interaction"), "interaction", message("One is reported to have dealt with the other.")),
    (message("Named together"), "co-mention", message("The two appear together in articles; nothing more is said by this.")),
)

TIMELINE_LENGTH = 100  # events on one page of the timeline


class Bond(msgspec.Struct, frozen=True):
    """A relation with both its parties."""

    first: Named
    second: Named
    label: str
    date: str
    count: int
    cites: Markup
    id: str  # of its row on the page


class Unlinked(msgspec.Struct, frozen=True):
    """An article's names that were left unlinked."""

    title: str
    href: Href
    date: str
    names: tuple[tuple[str, tuple[Named, ...], str], ...]  # words, candidates, reason


def timeline_page(
    site: Site, theme: Theme, entries: tuple[TimelineEntry, ...], cards: dict[str, Card]
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """All events by year, in their order, on pages of a hundred."""
    parts = cut(entries, TIMELINE_LENGTH)
    paths = [timeline_path(number) for number in range(1, len(parts) + 1)]
    spans = [span_of_years(entry.date for entry in part) for part in parts]
    words = words_of(theme.words)
    files, problems = list[File](), list[Problem]()
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1):
        root = root_of(path, site)
        cited = cite_lines([entry.cites for entry in part], cards, root, words)
        title = words.gettext("Timeline") if number == 1 else words.gettext("Timeline, page %(number)s", number=number)
        values = {
            "timeline": years(part, iter(cited.marks), cards, words),
            "pages": stretches(paths, spans, path, root),
            "count": len(entries),
            "choices": _kinds_of_entries(part, words),
            "notes": cited.notes,
        }
        made, found = make_page(site, theme, Head(path, title, "timeline.html", "record"), values, cited.required)
        files += made
        problems += found
    return tuple(files), tuple(problems)


def _kinds_of_entries(entries: Iterable[TimelineEntry], words: Words) -> tuple[Choice, ...]:
    names = {"event": words.gettext("Events"), "office": words.gettext("Changes of office")}
    found = dict.fromkeys("event" if entry.kind == "event" else "office" for entry in entries)
    return offered(((words.gettext("Kind"), ((kind, names[kind]) for kind in found)),))


def relations_page(
    site: Site, theme: Theme, relations: tuple[tuple[Link, Relation], ...], links: dict[str, Link], cards: dict[str, Card]
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """All relations as a picture and as tables, one for each kind."""
    words, root = words_of(theme.words), root_of("relations.html", site)
    by_kind = [[pair for pair in relations if pair[1].kind == kind] for _, kind, _ in _RELATION_KINDS]
    cited = cite_lines([relation.cites for group in by_kind for _, relation in group], cards, root, words)
    marks = iter(cited.marks)
    groups, strands = [], list[Strand]()
    for (title, kind, meaning), group in zip(_RELATION_KINDS, by_kind, strict=True):
        bonds = []
        for number, (link, relation) in enumerate(group, 1):
            row = tie(relation, next(marks), links, root, words, f"{kind}-{number}")
            first = Named(link.name, root.to(link.path), link.kind)
            bonds.append(Bond(first, row.other, row.label, row.date, row.count, row.cites, row.id))
            strands.append(Strand(link.name, row.other.name, kind, row.count, row.id))
        if bonds:
            groups.append((words.gettext(title), kind, words.gettext(meaning), tuple(bonds)))
    values = {"groups": tuple(groups), "net": net(strands), "notes": cited.notes}
    return make_page(
        site, theme, Head("relations.html", words.gettext("Relations"), "relations.html", "record"), values, cited.required
    )


def disputes_page(
    site: Site, theme: Theme, disputes: tuple[CitedDispute, ...], cards: dict[str, Card], links: dict[str, Link]
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """All disputes, the open ones first."""
    words, root = words_of(theme.words), root_of("disputes.html", site)
    by_status = [[dispute for dispute in disputes if dispute.status == status] for status in _STATUSES]
    cited = cite_lines(
        [position.cites for group in by_status for dispute in group for position in dispute.positions], cards, root, words
    )
    marks = iter(cited.marks)
    groups = tuple(
        (
            disputes_title(status, words),
            tuple(quarrel(one, marks, links, root, words, values_of_line(one.kind, *one.touches)) for one in group),
        )
        for status, group in zip(_STATUSES, by_status, strict=True)
        if group
    )
    names = {id: link.name for id, link in links.items() if link.kind == "country"}
    touched = (code for dispute in disputes for code in dispute.touches if code in names)
    kinds = ((one.kind, words.gettext(DISPUTE_KINDS.get(one.kind, one.kind))) for one in disputes)
    choices = offered(((words.gettext("Kind"), kinds), (words.gettext("Country"), country_values(touched, names))))
    values = {"groups": groups, "choices": choices, "notes": cited.notes}
    return make_page(
        site, theme, Head("disputes.html", words.gettext("Disputes"), "disputes.html", "record"), values, cited.required
    )


def ambiguities_page(
    site: Site,
    theme: Theme,
    ambiguous: tuple[tuple[Card, tuple[Ambiguity, ...], tuple[str, ...]], ...],
    links: dict[str, Link],
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The ledger of names that were left unlinked, by article, newest first; each wording of an article once."""
    words, root = words_of(theme.words), root_of("ambiguities.html", site)
    by_article = {card.id: (names, texts) for card, names, texts in ambiguous}
    rows = []
    for card in newest_first(card for card, _, _ in ambiguous):
        names, texts = by_article[card.id]
        found: dict[tuple[str, tuple[str, ...]], tuple[str, tuple[Named, ...], str]] = {}
        for name, text in zip(names, texts, strict=True):
            candidates = tuple(named(entity, links, root) for entity in name.candidates)
            found.setdefault((text, name.candidates), (text, candidates, words.gettext(name.reason)))
        rows.append(
            Unlinked(
                title_of(card, words),
                root.to(article_path(card.id)),
                date_words(card.date, words.language),
                tuple(found.values()),
            )
        )
    values = {"articles": tuple(rows), "count": sum(len(row.names) for row in rows)}
    return make_page(
        site, theme, Head("ambiguities.html", words.gettext("Names left unlinked"), "ambiguities.html", "record"), values, {}
    )
