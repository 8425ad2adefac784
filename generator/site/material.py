"""What pages are made of, as remembered values; nothing here is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from generator.ingredients import Ingredient, Result
from generator.keeping import Keeper
from generator.model import Actor, Belonging, Card, CitedDispute, Config, Findable, Link, Site, Sketch, Term
from generator.render import urls
from generator.trace import digest

NOTHING = digest(msgspec.msgpack.encode(()))


class Found(msgspec.Struct, frozen=True):
    """Everything that was read, id -> result of its step."""

    articles: dict[str, Result[Any]]
    actors: dict[str, Result[Any]]
    countries: dict[str, Result[Any]]
    sources: dict[str, Result[Any]]
    disputes: dict[str, Result[Any]]
    pages: dict[str, Result[Any]]


class Actors(msgspec.Struct, frozen=True):
    """Who may have a page, and the names of all."""

    public: dict[str, Actor]
    namings: dict[str, Result[Any]]  # of actors that are withheld as well: they have no name left


class Edition(msgspec.Struct, frozen=True):
    """What of it is to be published."""

    cards: dict[str, Card]  # articles in this edition, with their publishers' names
    given: dict[str, Ingredient]  # the same and the withdrawn, as ingredients
    withdrawn: dict[str, Card]  # articles of which a notice remains
    actors: dict[str, Actor]  # actors that may have a page
    left_out: tuple[tuple[str, int], ...]
    hidden: tuple[str, ...]  # articles whose cites fall away silently
    unpublished: dict[str, str]  # articles that only a preview shows, and why; none elsewhere


class Evidence(msgspec.Struct, frozen=True):
    """What pages rest on."""

    briefed: dict[str, Result[Any]]
    notes: dict[str, Result[Any]]
    disputes: dict[str, Result[Any]]
    given: Callable[[str], Mapping[str, Any]]  # what a subject's briefing is made of: the ingredients of its step
    sketches: Mapping[str, tuple[Sketch, ...]]  # of those of each subject's articles that may have an origin in common


class Material(msgspec.Struct, frozen=True):
    """All that pages are made of."""

    config: Config
    found: Found
    edition: Edition
    analyses: dict[str, Result[Any]]
    contributed: dict[str, Result[Any]]
    evidence: Evidence


def belongings_of(subject: str, actors: Mapping[str, Actor]) -> tuple[Belonging, ...]:
    """What its file says an actor belongs to: offices, then memberships."""
    actor = actors.get(subject)
    if actor is None:
        return ()
    found = [Belonging(role.of, role.title, role.start, role.end) for role in actor.roles if role.of in actors]
    found += [Belonging(role.country, role.title, role.start, role.end) for role in actor.roles if role.country]
    found += [Belonging(one.of, one.role or "member", one.start, one.end) for one in actor.memberships if one.of in actors]
    return tuple(found)


def terms_by_subject(actors: Mapping[str, Actor]) -> dict[str, tuple[Term, ...]]:
    """Times in office: an actor's own, and those that were spent in a country's service."""
    found: dict[str, list[Term]] = {}
    for id, actor in sorted(actors.items()):
        for role in actor.roles:
            term = Term(id, actor.name, role.title, role.start, role.end)
            for subject in dict.fromkeys((id, role.country)):
                found.setdefault(subject, []).append(term)
    return {subject: tuple(terms) for subject, terms in found.items()}


def chrome_of(config: Config) -> Site:
    """What stands on every page."""
    return Site(
        title=config.title,
        base_url=config.base_url,
        language=config.language,
        edition=config.edition,
        theme_options=config.theme_options,
        feeds=config.feeds,
        exports=config.exports,
        as_of=config.as_of,
        search="" if config.search == "false" else config.search,
        urls=config.urls,
    )


def links_of(keep: Keeper, material: Material) -> dict[str, Link]:
    """Every subject that has a page."""
    actors, countries = material.edition.actors, material.found.countries

    def link(subject: str) -> Link:
        if subject in actors:
            return Link(subject, actors[subject].name, urls.actor_path(subject), actors[subject].kind)
        country = countries[subject].field("country").value
        return Link(subject, country.name, urls.country_path(country.slug), "country")

    return keep.over("links", link, (dict.fromkeys(material.evidence.briefed),), actors, countries)


def findables_of(keep: Keeper, material: Material, links: dict[str, Link]) -> tuple[Findable, ...]:
    """Every subject with a page and all its names, by name."""
    actors, countries = material.edition.actors, material.found.countries

    def findable(link: Link) -> Findable:
        actor = actors.get(link.id)
        if actor is not None:
            names = [actor.native_name, *(name.text for name in actor.aliases)]
            return Findable(link, actor.countries, tuple(dict.fromkeys(name for name in names if name)))
        country = countries[link.id].field("country").value
        names = [country.code, *country.native_names, *(name.text for name in country.aliases), *country.demonyms]
        return Findable(link, (), tuple(dict.fromkeys(name for name in names if name != country.name)))

    def make() -> tuple[Findable, ...]:
        return tuple(findable(link) for link in sorted(links.values(), key=lambda link: (link.name.casefold(), link.id)))

    return keep.same("findables", make, links, actors, countries)


def pick(links: Mapping[str, Any], ids: Iterable[str]) -> dict[str, Any]:
    """The links that one page needs, in order."""
    return {id: links[id] for id in sorted(set(ids)) if id in links}


def country_names(material: Material, codes: Iterable[str]) -> dict[str, str]:
    """What some countries are called, by code; also of those without a page."""
    known = material.found.countries
    return {code: known[code].field("country").value.name for code in sorted(set(codes)) if code in known}


def disputes_of(material: Material) -> tuple[CitedDispute, ...]:
    """Every dispute whose positions could all be traced, by id."""
    traced = (result.value for _, result in sorted(material.evidence.disputes.items()))
    return tuple(dispute for dispute in traced if dispute is not None)


def by_date(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Newest first."""
    return tuple(sorted(cards, key=lambda card: (card.date, card.id), reverse=True))
