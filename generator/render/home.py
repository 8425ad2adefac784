"""Turns what is newest on the site into its first page; one rule: each line leads to its evidence and to the page it is about."""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from generator.model import Card, CitedDispute, File, KeyPoint, Link, Moves, Site, SiteChange, SubjectCard, Theme
from generator.problems import Problem
from generator.render.charts.world import world_map
from generator.render.citing import cite_lines
from generator.render.dates import date_words
from generator.render.frame import Head, Named, counted, make_page
from generator.render.lists import Item, newest_first, subject_items
from generator.render.subject_views import article_row, quarrel
from generator.render.tongues import evidence_text
from generator.render.urls import Root, root_of
from generator.render.words import Words, words_of

NEWEST_POINTS = 10
_LISTED_ACTORS = 60  # more than these are left to the list of actors


class News(msgspec.Struct, frozen=True):
    """A point that came, or the newest of a subject, with the subjects it stands for."""

    subjects: tuple[Named, ...]
    text: str
    claim: bool
    date: str
    cites: Markup


def home_page(
    site: Site,
    theme: Theme,
    actors: tuple[SubjectCard, ...],
    countries: tuple[SubjectCard, ...],
    articles: tuple[Card, ...],
    disputes: tuple[CitedDispute, ...],
    cards: dict[str, Card],
    today: str,
    counts: dict[str, int],
    changes: tuple[SiteChange, ...],
    since: str,
    moved: dict[str, Moves],
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The first page: what changed, or where nothing did the newest points; open disputes, countries, actors, newest articles.

    `changes` are newest first; `since` is the day (ISO) that they are counted from; `moved` counts them by subject.
    """
    words, root = words_of(theme.words), root_of("index.html", site)
    came = _points_that_came(changes)
    newest = came or _newest_points((*countries, *actors))
    unsettled = [dispute for dispute in disputes if dispute.status == "open"]
    cited = cite_lines(
        [
            *(point.cites for point, _ in newest),
            *(position.cites for dispute in unsettled for position in dispute.positions),
        ],
        cards,
        root,
        words,
    )
    marks = iter(cited.marks)
    told = {subject: moves_in_words(one, words) for subject, one in moved.items()}
    links = {subject.link.id: subject.link for subject in (*countries, *actors)}
    values = {
        "news": tuple(_news(point, subjects, next(marks), cards, root, words) for point, subjects in newest),
        "since": date_words(since, words.language) if came else "",
        "disputes": tuple(quarrel(dispute, marks, links, root, words) for dispute in unsettled),
        "countries": subject_items(countries, root, words, told=told),
        "world": world_map([(one.link.id, one.link.name, root.to(one.link.path), one.glance.articles) for one in countries]),
        "actors": _actors_by_country(actors, countries, root, words, told) if len(actors) <= _LISTED_ACTORS else (),
        "articles": tuple(article_row(card, root, words) for card in newest_first(articles)),
        "counts": counted(counts, words),
        "notes": cited.notes,
    }
    head = Head(
        "index.html",
        site.title,
        "home.html",
        "home",
        "",
        date_words(today, site.language),
        "",
        "",
        "feed.xml" if site.feeds else "",
    )
    return make_page(site, theme, head, values, cited.required)


def points_of_news(changes: tuple[SiteChange, ...], since: str) -> tuple[SiteChange, ...]:
    """The changes that the first page tells: points that are news themselves, not older ones that weigh more by now."""
    return tuple(one for one in changes if one.change.now is not None and one.change.now.date > since)


def moves_in_words(moves: Moves, words: Words) -> str:
    """How much changed on a page: "2 points added, 1 point replaced"."""
    if moves.first:
        return words.gettext("new page")
    said = (
        (moves.added, words.ngettext("%(num)s point added", "%(num)s points added", moves.added)),
        (moves.replaced, words.ngettext("%(num)s point replaced", "%(num)s points replaced", moves.replaced)),
        (moves.withdrawn, words.ngettext("%(num)s point withdrawn", "%(num)s points withdrawn", moves.withdrawn)),
    )
    return words.listed([text for number, text in said if number])


def _points_that_came(changes: tuple[SiteChange, ...]) -> list[tuple[KeyPoint, list[Link]]]:
    """The points of some changes in their order, each once, with all subjects on whose pages it came."""
    found: dict[str, tuple[KeyPoint, list[Link]]] = {}
    for one in changes:
        if one.change.now is not None:
            found.setdefault(one.change.now.id, (one.change.now, []))[1].extend(one.subjects)
    return [(point, list(dict.fromkeys(links))) for point, links in found.values()][:NEWEST_POINTS]


def _newest_points(subjects: tuple[SubjectCard, ...]) -> list[tuple[KeyPoint, list[Link]]]:
    """The top point of the subjects, newest first; one that stands for several subjects appears once, with all of them."""
    found: dict[tuple[str, ...], tuple[KeyPoint, list[Link]]] = {}
    for subject in subjects:
        point = subject.glance.top
        if point is not None:
            found.setdefault((point.text,), (point, []))[1].append(subject.link)
    return sorted(found.values(), key=lambda pair: (pair[0].date, pair[0].id), reverse=True)[:NEWEST_POINTS]


def _news(point: KeyPoint, subjects: list[Link], cites: Markup, cards: dict[str, Card], root: Root, words: Words) -> News:
    """One line of what is new."""
    names = tuple(Named(link.name, root.to(link.path), link.kind) for link in subjects)
    text = evidence_text(point.text, point.cites, cards, words)
    return News(names, text, point.claim, date_words(point.date, words.language), cites)


def _actors_by_country(
    actors: tuple[SubjectCard, ...], countries: tuple[SubjectCard, ...], root: Root, words: Words, told: dict[str, str]
) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Actors under the country they belong to first; those of no country last."""
    names = {subject.link.id: subject.link.name for subject in countries}
    groups: dict[str, list[SubjectCard]] = {}
    for actor in actors:
        own = next((names[code] for code in actor.countries if code in names), "")
        groups.setdefault(own, []).append(actor)
    order = sorted(groups, key=lambda name: (not name, name.casefold()))
    return tuple((name or words.gettext("Others"), _without_codes(groups[name], root, words, told)) for name in order)


def _without_codes(actors: list[SubjectCard], root: Root, words: Words, told: dict[str, str]) -> tuple[Item, ...]:
    """Items whose note is their kind: the country stands above them."""
    kinds = {root.to(actor.link.path): words.gettext(actor.link.kind.replace("-", " ")) for actor in actors}
    return tuple(msgspec.structs.replace(item, note=kinds[item.href]) for item in subject_items(actors, root, words, told=told))
