"""Home and the lists: what they show of each subject is kept so small that most edits leave them as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

import msgspec

from generator.brief.interactions import DONE_OF
from generator.ingredients import Result, digest_of
from generator.keeping import Keeper
from generator.model import (
    Ambiguity,
    Card,
    Citation,
    CitedDispute,
    FreePage,
    Glance,
    Link,
    Relation,
    Site,
    SubjectCard,
)
from generator.read.measured import measured
from generator.render.changes import changes_page
from generator.render.feeds import site_feeds
from generator.render.finder import names_file
from generator.render.home import home_page, points_of_news
from generator.render.lists import actors_index, articles_index, countries_index
from generator.render.pages import method_page, not_found_page, search_page
from generator.render.records import ambiguities_page, disputes_page, relations_page, timeline_page
from generator.site.material import NOTHING, Material, by_date, country_names, disputes_of, findables_of, pick
from generator.site.news import News, changes_case, feed_items, gather_news
from generator.site.press import Press, Templates
from generator.site.timeline import newest_entries
from generator.steps import Later
from generator.trace import digest

NEWEST = 12  # articles on the home page
FED = 30  # articles in the site's feed
RELATED = 200  # rows on the page of relations


class _Common(msgspec.Struct, frozen=True):
    """What several of these pages show, gathered when one of them asks for it: most edits change none of them."""

    cards: Later[tuple[Card, ...]]  # newest first
    subjects: Later[tuple[SubjectCard, ...]]
    disputes: tuple[CitedDispute, ...]
    news: Later[News]
    counts: Later[dict[str, int]]


def render_overviews(
    press: Press, material: Material, templates: Templates, chrome: Site, links: dict[str, Link]
) -> dict[str, str]:
    """Home, the lists and the site's feeds; path -> sha256."""
    keep = press.memo.keeper
    common = _gather(keep, material, links)
    measures = press.memo.step(measured, "all")
    known = Later(lambda: digest(_key(material) + measures.digest))
    wanted: dict[str, str] = {}
    for name, (function, make) in _pages(keep, material, links, common, measures).items():
        shared = {"site": chrome, "theme": templates[name]}
        wanted.update(press.each(function, {name: None}, _alone(make), shared, lambda _: known()))
    open_names = {"site": chrome, "theme": templates["ambiguities.html"]}
    wanted.update(press.each(ambiguities_page, {"ambiguities.html": None}, lambda _: _ambiguities(material, links), open_names))
    listed = {"site": chrome, "theme": templates["articles.html"]}
    list_articles = _alone(lambda: _articles(keep, material, common.cards()))
    wanted.update(
        press.each(articles_index, {"articles.html": None}, list_articles, listed, lambda _: _key_of_articles(material))
    )
    if material.config.search != "false":
        names = _alone(lambda: {"subjects": findables_of(keep, material, links)})
        wanted.update(press.each(names_file, {"names": None}, names, {}, lambda _: known()))
    if material.config.feeds:
        feeds = _alone(lambda: _feeds(common))
        wanted.update(press.each(site_feeds, {"site": None}, feeds, {"site": chrome}, lambda _: known()))
    return wanted


def _gather(keep: Keeper, material: Material, links: dict[str, Link]) -> _Common:
    edition, briefed, disputes = material.edition, material.evidence.briefed, disputes_of(material)
    cards = Later(lambda: keep.same("by date", lambda: by_date(edition.cards.values()), edition.cards))
    glances = Later(lambda: keep.over("glances", lambda subject: briefed[subject].field("glance").value, (briefed,)))
    subjects = Later(
        lambda: keep.same("subjects", lambda: _subjects(material, links, glances()), links, glances(), edition.actors)
    )

    def news() -> News:
        newest = cards()
        return gather_news(keep, material, links, glances(), newest, material.config.as_of or (newest[0].date if newest else ""))

    return _Common(cards, subjects, disputes, Later(news), Later(lambda: _counts(material, subjects(), disputes)))


def _key(material: Material) -> bytes:
    """Stands for all that most of these pages are made of: to gather it from ten thousand articles costs ten times as much."""
    edition, found, evidence = material.edition, material.found, material.evidence
    parts: tuple[Any, ...] = (
        material.config,
        edition.actors,
        {code: country.field("country") for code, country in found.countries.items()},
        {id: edition.given[id] for id in edition.cards},
        {id: edition.given[id] for id in edition.withdrawn},
        evidence.briefed,
        evidence.disputes,
        found.pages,
    )
    return digest(b"".join(map(digest_of, parts)))


_Cases = dict[str, tuple[Callable[..., Any], Callable[[], dict[str, Any]]]]


def _pages(keep: Keeper, material: Material, links: dict[str, Link], common: _Common, measures: Result[Any]) -> _Cases:
    """By template: what renders each page, and what gives its case."""
    subjects, disputes, news = common.subjects, common.disputes, common.news
    pages: _Cases = {
        "home.html": (home_page, lambda: _home(material, common)),
        "actors.html": (actors_index, lambda: _actors(material, subjects())),
        "countries.html": (countries_index, lambda: {"subjects": _of_kind(subjects(), country=True)}),
        "timeline.html": (timeline_page, lambda: _timeline(keep, material)),
        "relations.html": (relations_page, lambda: _relations(material, links)),
        "disputes.html": (disputes_page, lambda: _disputes(material, links, disputes)),
        "changes.html": (changes_page, lambda: changes_case(news(), material)),
        "method.html": (method_page, lambda: {"intro": _method(material), "counts": common.counts(), "measures": measures}),
        "404.html": (not_found_page, dict),
    }
    if material.config.search != "false":
        pages["search.html"] = (search_page, lambda: {"subjects": subjects()})
    return pages


def _feeds(common: _Common) -> dict[str, Any]:
    news = common.news()
    return {"articles": common.cards()[:FED], "told": feed_items(news), "today": news.today}


def _alone(make: Callable[[], dict[str, Any]]) -> Callable[[str], dict[str, Any]]:
    """The case of a page that is the only one of its kind."""
    return lambda _name: make()


def _subjects(material: Material, links: dict[str, Link], glances: dict[str, Glance]) -> tuple[SubjectCard, ...]:
    """Every subject with a page, by name."""
    cards = [SubjectCard(links[id], _countries_of(material, id), glance) for id, glance in glances.items()]
    return tuple(sorted(cards, key=lambda card: (card.link.name.casefold(), card.link.id)))


def _countries_of(material: Material, subject: str) -> tuple[str, ...]:
    actor = material.edition.actors.get(subject)
    return actor.countries if actor is not None else (subject,)


def _of_kind(subjects: tuple[SubjectCard, ...], country: bool) -> tuple[SubjectCard, ...]:
    return tuple(subject for subject in subjects if (subject.link.kind == "country") == country)


def _counts(material: Material, subjects: tuple[SubjectCard, ...], disputes: tuple[CitedDispute, ...]) -> dict[str, int]:
    return {
        "articles": len(material.edition.cards),
        "actors": len(_of_kind(subjects, country=False)),
        "countries": len(_of_kind(subjects, country=True)),
        "disputes": len(disputes),
    }


def _actors(material: Material, subjects: tuple[SubjectCard, ...]) -> dict[str, Any]:
    actors = _of_kind(subjects, country=False)
    return {"subjects": actors, "names": country_names(material, (code for one in actors for code in one.countries))}


def _articles(keep: Keeper, material: Material, cards: tuple[Card, ...]) -> dict[str, Any]:
    def countries(id: str) -> tuple[str, ...]:
        roles = material.contributed[id].field("countries").value
        return tuple(sorted(role.code for role in roles if role.role == "about"))

    about = keep.over("countries of articles", countries, (material.contributed,))
    return {"cards": cards, "about": about, "names": country_names(material, chain.from_iterable(about.values()))}


def _key_of_articles(material: Material) -> bytes:
    """Stands for all that `_articles` gathers: to gather it from ten thousand articles costs four times as much."""
    edition, contributed = material.edition, material.contributed
    parts = [edition.given[id].digest + contributed[id].field("countries").digest for id in edition.cards]
    parts += [country.field("country").digest for country in material.found.countries.values()]
    return digest(b"".join(parts))


def _cards_of(material: Material, cites: Iterable[Citation]) -> dict[str, Card]:
    """The articles that some lines cite, by id."""
    ids = sorted({cite.article for cite in cites})
    return {id: material.edition.cards[id] for id in ids if id in material.edition.cards}


def _home(material: Material, common: _Common) -> dict[str, Any]:
    subjects, news = common.subjects(), common.news()
    changes = points_of_news(news.changes, news.since)
    cites = [cite for one in changes if one.change.now for cite in one.change.now.cites]
    cites += [cite for subject in subjects if subject.glance.top for cite in subject.glance.top.cites]
    return {
        "actors": _of_kind(subjects, country=False),
        "countries": _of_kind(subjects, country=True),
        "articles": common.cards()[:NEWEST],
        "disputes": common.disputes,
        "cards": _cards_of(material, [*cites, *_cites_of(common.disputes)]),
        "today": news.today,
        "counts": common.counts(),
        "changes": changes,
        "since": news.since,
        "moved": news.moved,
    }


def _cites_of(disputes: tuple[CitedDispute, ...]) -> list[Citation]:
    return [cite for dispute in disputes for position in dispute.positions for cite in position.cites]


def _timeline(keep: Keeper, material: Material) -> dict[str, Any]:
    shown = newest_entries(keep, material.evidence.briefed)
    return {"entries": shown, "cards": _cards_of(material, (cite for one in shown for cite in one.cites))}


def _relations(material: Material, links: dict[str, Link]) -> dict[str, Any]:
    """The ties with the most articles behind them, each pair once; a dealing is told as what was done, not also as undergone."""
    rows = [
        (links[subject], relation)
        for subject, briefed in material.evidence.briefed.items()
        for relation in briefed.field("briefing").look("relations")
        if relation.other in links and (relation.kind != "co-mention" or subject < relation.other)
    ]
    deeds = {(link.id, one.other, one.label) for link, one in rows if one.kind == "interaction"}
    rows = [(link, one) for link, one in rows if one.kind != "interaction" or not _is_mirrored(link.id, one, deeds)]
    rows.sort(key=lambda row: (row[1].kind == "co-mention", -row[1].count, row[0].id, row[1].other, row[1].label))
    shown = tuple(rows[:RELATED])
    cards = _cards_of(material, (cite for _, relation in shown for cite in relation.cites))
    return {"relations": shown, "links": pick(links, (one.other for _, one in shown)), "cards": cards}


def _is_mirrored(subject: str, relation: Relation, deeds: set[tuple[str, str, str]]) -> bool:
    """Whether the same dealing is told from its other side; one that both did alike, from the side of the first id."""
    done = DONE_OF.get(relation.label)
    if done is None or (relation.other, subject, done) not in deeds:
        return False
    return done != relation.label or relation.other < subject


def _disputes(material: Material, links: dict[str, Link], disputes: tuple[CitedDispute, ...]) -> dict[str, Any]:
    named = [side for dispute in disputes for position in dispute.positions for side in position.held_by]
    named += [subject for dispute in disputes for subject in dispute.touches]
    return {"disputes": disputes, "links": pick(links, named), "cards": _cards_of(material, _cites_of(disputes))}


def _ambiguities(material: Material, links: dict[str, Link]) -> dict[str, Any]:
    """Every name that was left unlinked, with its text."""
    found = ((id, material.analyses[id].field("ambiguous")) for id in sorted(material.analyses))
    open_names = {id: part.value for id, part in found if part.digest != NOTHING}
    rows = tuple((material.edition.cards[id], names, _texts(material, id, names)) for id, names in open_names.items())
    candidates = (id for names in open_names.values() for one in names for id in one.candidates)
    return {"ambiguous": rows, "links": pick(links, candidates)}


def _texts(material: Material, id: str, names: Iterable[Ambiguity]) -> tuple[str, ...]:
    text = material.found.articles[id].field("body").value.prose.text
    return tuple(text[one.start : one.end] for one in names)


def _method(material: Material) -> FreePage | None:
    page = material.found.pages.get("method")
    return page.value if page is not None else None
