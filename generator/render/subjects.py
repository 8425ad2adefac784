"""Turns a briefing into the page of an actor or a country; one rule: each line is shown with the cites that it rests on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec

from generator.model import (
    Actor,
    Country,
    File,
    Front,
    Holder,
    Role,
    Site,
    Theme,
)
from generator.problems import Problem
from generator.render.briefing_values import Around, briefing_values
from generator.render.citing import Cited
from generator.render.dates import date_words
from generator.render.facets import facets_of
from generator.render.frame import Head, make_page, named
from generator.render.html import prose_html
from generator.render.lightness import Comforts, make_light
from generator.render.linked_data import actor_data, country_data
from generator.render.roles import NO_SEAT, standing
from generator.render.subject_pictures import held_terms, own_terms
from generator.render.subject_views import MEMBER
from generator.render.tenures import office_of, term_of
from generator.render.terms import subject_kind
from generator.render.urls import actor_path, country_path, record_path, root_of, web_href
from generator.render.words import Words, words_of


def actor_page(
    site: Site,
    theme: Theme,
    actor: Actor,
    front: Front,
    around: Around,
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The briefing page of a person, organisation, armed group or institution, or its record: whichever `front` is of."""
    path, links = _path(actor_path(actor.id), front), around.links
    root, words = root_of(path, site), words_of(theme.words)
    day = site.as_of or front.briefing.date
    terms = own_terms(actor.roles, words)
    told = partial(briefing_values, words, path, root, front, around, terms)
    own: dict[str, Any] = {
        "kind": subject_kind(actor.kind, words),
        "contested": actor.kind == "armed-group",
        "name": actor.name,
        "native_names": ((actor.native_name, actor.native_language),) if actor.native_name else (),
        "also": tuple(name.text for name in actor.aliases if name.strength == "strong"),
        "countries": tuple(named(code, links, root) for code in actor.countries),
        "roles": tuple(term_of(role, day, links, root, words) for role in actor.roles),
        "memberships": tuple(
            term_of(
                Role(member.role or words.gettext(MEMBER), of=member.of, start=member.start, end=member.end),
                day,
                links,
                root,
                words,
            )
            for member in actor.memberships
        ),
        "background": prose_html(actor.background, root.lead(actor_path(actor.id)), 3),
        "pointers": tuple(href for href in (_wikidata(actor.wikidata), *map(web_href, actor.links)) if href),
        "namesakes": tuple(named(entity, links, root) for entity in actor.different_from if entity in links),
    }
    head = _head(site, path, front, actor.name, "actor", subject_kind(actor.kind, words), day, actor.handling, words)
    if front.kind != "record":
        head = msgspec.structs.replace(
            head,
            kind="profile" if actor.kind == "person" else "website",
            linked_data=actor_data(site, actor, front.briefing, links, root, day),
            facets=facets_of(site, str(own["kind"]), (links[code].name for code in actor.countries if code in links)),
        )
    return _page(site, theme, head, front, own, told)


def country_page(
    site: Site,
    theme: Theme,
    country: Country,
    front: Front,
    around: Around,
    holders: tuple[Holder, ...],
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The briefing page of a country, or its record; `holders` hold or held its offices."""
    path, links = _path(country_path(country.slug), front), around.links
    root, words = root_of(path, site), words_of(theme.words)
    day = site.as_of or front.briefing.date
    holders = tuple(sorted(holders, key=lambda holder: standing(holder.title)))
    terms = held_terms(holders, links, words)
    told = partial(briefing_values, words, path, root, front, around, terms)
    seats = [office_of(holder, day, links, root, words) for holder in holders]
    own: dict[str, Any] = {
        "kind": subject_kind("country", words),
        "name": country.name,
        "native_names": tuple((name, "") for name in country.native_names if name != country.name),
        "also": tuple(name.text for name in country.aliases if name.strength == "strong"),
        "code": country.code,
        "capital": country.capital,
        "naming_note": country.naming_note,
        "holders": tuple(seat for seat in seats if seat.current and standing(seat.title) != NO_SEAT),
        "former_holders": tuple(seat for seat in seats if not seat.current or standing(seat.title) == NO_SEAT),
        "background": prose_html(country.background, root.lead(country_path(country.slug)), 3),
    }
    head = _head(site, path, front, country.name, "country", subject_kind("country", words), day, country.handling, words)
    if front.kind != "record":
        facets = facets_of(site, str(own["kind"]), (country.name,))
        head = msgspec.structs.replace(head, linked_data=country_data(site, country, root), facets=facets)
    return _page(site, theme, head, front, own, told)


def _page(
    site: Site,
    theme: Theme,
    head: Head,
    front: Front,
    own: dict[str, Any],
    told: Callable[[Comforts], tuple[dict[str, Any], Cited]],
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The page of a subject's own values and of what is told of it, kept light; a record is as long as it is."""

    def make(comforts: Comforts) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
        values, cited = told(comforts)
        return make_page(site, theme, head, values | own, cited.required)

    return make(Comforts()) if front.kind == "record" else make_light(make)


def _path(page: str, front: Front) -> str:
    """Where it stands: at the subject's own path, or beside it."""
    return record_path(page) if front.kind == "record" else page


def _head(
    site: Site, path: str, front: Front, name: str, template: str, kind: str, day: str, handling: str, words: Words
) -> Head:
    """What the page says about itself."""
    record = front.kind == "record"
    stem = path.removesuffix("/record.html" if record else ".html")
    return Head(
        path=path,
        title=words.gettext("%(name)s: the record", name=name) if record else name,
        template=f"{template}.html",
        section=f"{template} whole" if record else template,
        description=words.gettext(
            "%(kind)s: what the articles say about %(name)s, each line with its source", kind=kind, name=name
        ),
        date=date_words(day, words.language),
        handling=handling,
        twin=f"{stem}.json" if site.exports else "",
        feed=f"{stem}.xml" if site.feeds else "",
    )


def _wikidata(item: str) -> str:
    """Address of a Wikidata item; nothing is fetched from it."""
    return f"https://www.wikidata.org/wiki/{item}" if item.startswith("Q") and item[1:].isdigit() else ""
