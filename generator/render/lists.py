"""Turns cards into lists of articles, actors, countries, sources, topics; one rule: the order is stated and needs no script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Any

import msgspec

from generator.model import Card, File, Site, Source, SubjectCard, Theme
from generator.problems import Problem
from generator.render.charts.months import spark
from generator.render.choices import Choice, country_values, offered, values_of_line
from generator.render.dates import date_words
from generator.render.frame import Head, make_page
from generator.render.paging import cut, span_of_years, stretches
from generator.render.subject_views import Row, article_row
from generator.render.terms import article_kind, language_name
from generator.render.urls import Href, Root, index_path, root_of, source_path, topic_path, web_href
from generator.render.words import Words, message, words_of

PAGE_LENGTH = 200  # articles on one page of the list
MOST_DRAWN = 200  # a longer list has no sparklines: they would weigh more than its names
_ACTOR_GROUPS = (
    (message("People"), ("person",)),
    (message("Institutions"), ("institution",)),
    (message("Organisations"), ("organisation",)),
    (message("Coalitions"), ("coalition",)),
    (message("Armed groups"), ("armed-group",)),
)
_UNTOLD: Mapping[str, str] = MappingProxyType({})
_Made = tuple[tuple[File, ...], tuple[Problem, ...]]


class Item(msgspec.Struct, frozen=True):
    """A line of a list that is not an article."""

    name: str
    href: Href
    note: str  # what is known of it in a few words
    count: int  # articles
    date: str  # of the newest article, in words
    spark: str = ""  # coverage by month as a path; empty where a list is too long for pictures
    change: str = ""  # what changed on its page, in words; the first page alone tells it
    of: str = ""  # the values that a list of choices is narrowed by, between bars


def actors_index(site: Site, theme: Theme, subjects: tuple[SubjectCard, ...], names: dict[str, str]) -> _Made:
    """All actors by kind, each kind in alphabetical order; `names` of their countries by code."""
    path = index_path("actors")
    root = root_of(path, site)
    words = words_of(theme.words)
    by_kind = {title: [s for s in subjects if s.link.kind in kinds] for title, kinds in _ACTOR_GROUPS}
    groups = tuple(
        (words.gettext(title), subject_items(found, root, words, names=names)) for title, found in by_kind.items() if found
    )
    total = sum(len(items) for _, items in groups)
    choices = offered(
        (
            (words.gettext("Country"), country_values((code for one in subjects for code in one.countries), names)),
            (words.gettext("Kind"), [(kinds[0], words.gettext(title)) for title, kinds in _ACTOR_GROUPS if by_kind[title]]),
        )
    )
    head = Head(path, words.gettext("Actors"), "actors.html", "list")
    return _list_page(site, theme, head, groups, words.ngettext("%(num)s actor", "%(num)s actors", total), choices)


def countries_index(site: Site, theme: Theme, subjects: tuple[SubjectCard, ...]) -> _Made:
    """All countries in alphabetical order."""
    path = index_path("countries")
    words = words_of(theme.words)
    items = subject_items(subjects, root_of(path, site), words)
    head = Head(path, words.gettext("Countries"), "countries.html", "list")
    counted = words.ngettext("%(num)s country", "%(num)s countries", len(items))
    return _list_page(site, theme, head, (("", items),) if items else (), counted)


def sources_index(site: Site, theme: Theme, sources: tuple[tuple[Source, int], ...], names: dict[str, str]) -> _Made:
    """All publishers in alphabetical order, with the number of their articles; `names` of their countries by code."""
    path = index_path("sources")
    root = root_of(path, site)
    words = words_of(theme.words)
    ordered = sorted(sources, key=lambda pair: (pair[0].name.casefold(), pair[0].id))
    items = tuple(
        Item(
            source.name,
            root.to(source_path(source.id)),
            source_words(source, words, names),
            count,
            "",
            of=values_of_line(source.country, source.kind),
        )
        for source, count in ordered
    )
    choices = offered(
        (
            (words.gettext("Country"), country_values((source.country for source, _ in ordered), names)),
            (words.gettext("Kind"), [(source.kind, words.gettext(source.kind)) for source, _ in ordered if source.kind]),
        )
    )
    head = Head(path, words.gettext("Sources"), "sources.html", "list")
    counted = words.ngettext("%(num)s source", "%(num)s sources", len(items))
    return _list_page(site, theme, head, (("", items),) if items else (), counted, choices)


def topics_index(site: Site, theme: Theme, topics: tuple[tuple[str, int], ...]) -> _Made:
    """All topics in alphabetical order, with the number of their articles."""
    path = index_path("topics")
    root = root_of(path, site)
    items = tuple(Item(topic_name(topic), root.to(topic_path(topic)), "", count, "") for topic, count in sorted(topics))
    words = words_of(theme.words)
    head = Head(path, words.gettext("Topics"), "topics.html", "list")
    counted = words.ngettext("%(num)s topic", "%(num)s topics", len(items))
    return _list_page(site, theme, head, (("", items),) if items else (), counted)


def articles_index(
    site: Site, theme: Theme, cards: tuple[Card, ...], about: dict[str, tuple[str, ...]], names: dict[str, str]
) -> _Made:
    """All articles, newest first, on pages of 200; `about`: the countries of each, by code, and what they are called."""
    words = words_of(theme.words)
    ordered = newest_first(cards)
    parts = cut(ordered, PAGE_LENGTH)
    years = [span_of_years(card.date for card in part) for part in parts]
    paths = [index_path("articles", number) for number in range(1, len(parts) + 1)]
    files: list[File] = []
    problems: list[Problem] = []
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1):
        root, before = root_of(path, site), (number - 1) * PAGE_LENGTH
        title = words.gettext("Articles") if number == 1 else words.gettext("Articles, page %(number)s", number=number)
        values = {
            "groups": by_month(part, root, words, lambda card: _values_of_article(card, about)),
            "pages": stretches(paths, years, path, root),
            "count": len(ordered),
            "first": before + 1,
            "last": before + len(part),
            "choices": _article_choices(part, about, names, words),
        }
        made, found = make_page(site, theme, Head(path, title, "articles.html", "list"), values, {})
        files += made
        problems += found
    return tuple(files), tuple(problems)


def _values_of_article(card: Card, about: dict[str, tuple[str, ...]]) -> str:
    return values_of_line(*about.get(card.id, ()), card.kind, card.source, card.date[:4])


def _article_choices(
    cards: Sequence[Card], about: dict[str, tuple[str, ...]], names: dict[str, str], words: Words
) -> tuple[Choice, ...]:
    """What a page of articles is narrowed by: countries by name, the newest year first."""
    codes = {code for card in cards for code in about.get(card.id, ())}
    countries = sorted(country_values(codes, names), key=itemgetter(1, 0))
    kinds = [(kind, article_kind(kind, words)) for kind in dict.fromkeys(card.kind for card in cards)]
    years = [(card.date[:4], card.date[:4]) for card in cards if card.date]
    return offered(
        (
            (words.gettext("Country"), countries),
            (words.gettext("Kind"), kinds),
            (words.gettext("Source"), ((card.source, card.source_name) for card in cards if card.source)),
            (words.gettext("Year"), years),
        )
    )


def source_page(
    site: Site, theme: Theme, source: Source, cards: tuple[Card, ...], names: dict[str, str], total: int = 0
) -> _Made:
    """A publisher: what is known of it, its grade with the reason, its newest articles and how many there are in all.

    `names` of its country by code.
    """
    path, words = source_path(source.id), words_of(theme.words)
    values = {
        "source": source,
        "words": source_words(source, words, names),
        "written_in": language_name(source.language, words),
        "url": web_href(source.url),
        "grade_date": date_words(source.grade_date, site.language),
        "groups": by_month(newest_first(cards), root_of(path, site), words_of(theme.words)),
        "count": max(total, len(cards)),
        "shown": len(cards),
    }
    return make_page(site, theme, Head(path, source.name, "source.html", "source"), values, {})


def topic_page(site: Site, theme: Theme, topic: str, cards: tuple[Card, ...], total: int = 0) -> _Made:
    """The newest articles of a topic and how many there are in all."""
    path = topic_path(topic)
    values = {
        "groups": by_month(newest_first(cards), root_of(path, site), words_of(theme.words)),
        "count": max(total, len(cards)),
        "shown": len(cards),
        "name": topic_name(topic),
    }
    return make_page(site, theme, Head(path, topic_name(topic), "topic.html", "list"), values, {})


def newest_first(cards: Iterable[Card]) -> list[Card]:
    """By date and time, newest first; the undated last, by id."""
    return sorted(sorted(cards, key=lambda card: card.id), key=lambda card: (card.date, card.time), reverse=True)


def by_month(
    cards: Sequence[Card], root: Root, words: Words, values: Callable[[Card], str] | None = None
) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Rows of articles under their month, in the order given; `values` tells what each can be narrowed by."""
    groups: dict[str, list[Row]] = {}
    for card in cards:
        month = date_words(card.date[:7], words.language) or words.gettext("Undated")
        groups.setdefault(month, []).append(article_row(card, root, words, of=values(card) if values else ""))
    return tuple((month, tuple(rows)) for month, rows in groups.items())


def subject_items(
    subjects: Iterable[SubjectCard],
    root: Root,
    words: Words,
    drawn: bool = True,
    told: Mapping[str, str] = _UNTOLD,
    names: Mapping[str, str] = _UNTOLD,
) -> tuple[Item, ...]:
    """Actors or countries in alphabetical order of their names; with their coverage over a common time unless they are many.

    `told`: what changed, in words, by subject. `names`: of countries, by code, where the list can be narrowed by them.
    """
    ordered = sorted(subjects, key=lambda subject: (subject.link.name.casefold(), subject.link.id))
    drawn = drawn and len(ordered) <= MOST_DRAWN
    months = [month for subject in ordered for month, _ in subject.glance.months] if drawn else []
    first, last = min(months, default=""), max(months, default="")
    return tuple(
        Item(
            name=subject.link.name,
            href=root.to(subject.link.path),
            note=words.listed(names.get(code, code) for code in subject.countries),
            count=subject.glance.articles,
            date=date_words(subject.glance.date, words.language),
            spark=spark(subject.glance.months, first, last) if drawn else "",
            change=told.get(subject.link.id, ""),
            of=values_of_line(subject.link.kind, *subject.countries) if names else "",
        )
        for subject in ordered
    )


def source_words(source: Source, words: Words, names: Mapping[str, str]) -> str:
    """A publisher's descriptor: kind, country, control; `names` of countries by code."""
    control = words.gettext("state-controlled") if source.state_controlled else ""
    grade = words.gettext("grade %(grade)s", grade=source.grade) if source.grade else ""
    kind = words.gettext(source.kind) if source.kind else ""
    return words.listed([part for part in (kind, names.get(source.country, source.country), control, grade) if part])


def topic_name(topic: str) -> str:
    """A topic's id as words."""
    words = topic.replace("-", " ")
    return words[:1].upper() + words[1:]


def _list_page(
    site: Site,
    theme: Theme,
    head: Head,
    groups: tuple[tuple[str, tuple[Item, ...]], ...],
    counted: str,
    choices: tuple[Choice, ...] = (),
) -> _Made:
    """A page of groups of items; `counted` says how many there are, in words."""
    total = sum(len(items) for _, items in groups)
    values: dict[str, Any] = {"groups": groups, "count": total, "counted": counted, "choices": choices}
    return make_page(site, theme, head, values, {})
