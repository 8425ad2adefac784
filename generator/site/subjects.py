"""Actors' and countries' pages: each is handed its briefing, the desk's lines, and the names and headlines that it shows."""

from __future__ import annotations

from typing import Any

from generator import sheets
from generator.ingredients import Result
from generator.model import Actor, CitedDispute, CitedNote, Holder, Link, Site
from generator.render.pages import moved_page
from generator.site.material import Material, disputes_of, pick
from generator.site.press import Press, Templates

LISTED = 100  # articles that a subject's page lists; its twin names all


def render_subjects(
    press: Press, material: Material, templates: Templates, chrome: Site, links: dict[str, Link]
) -> dict[str, str]:
    """One page, one twin and one feed an actor and a country."""
    briefed, edition = material.evidence.briefed, material.edition
    disputes = disputes_of(material)
    holders = press.memo.keeper.same("holders", lambda: _holders(edition.actors), edition.actors)

    def shown(subject: str) -> tuple[dict[str, Any], set[str]]:
        touching = tuple(dispute for dispute in disputes if subject in dispute.touches)
        named = {subject, *briefed[subject].field("others").value}
        offices = {id: edition.actors[id].roles for id in sorted(named) if id in edition.actors and edition.actors[id].roles}
        return {**_shown(material, subject, touching), "offices": offices}, {*named, *_sides(touching)}

    def actor_case(id: str) -> dict[str, Any]:
        case, named = shown(id)
        actor = edition.actors[id]
        return {**case, "actor": actor, "links": pick(links, named | _named_by(actor))}

    def country_case(code: str) -> dict[str, Any]:
        case, named = shown(code)
        seats = holders.get(code, ())
        file = material.found.countries[code].field("country")
        return {**case, "country": file, "holders": seats, "links": pick(links, named | {holder.entity for holder in seats})}

    actors = {id: links[id].path for id in briefed if id in edition.actors}
    countries = {code: links[code].path for code in briefed if code not in edition.actors}
    wanted = press.each(sheets.actor_files, actors, actor_case, {"site": chrome, "theme": templates["actor.html"]})
    wanted = {
        **wanted,
        **press.each(sheets.country_files, countries, country_case, {"site": chrome, "theme": templates["country.html"]}),
    }
    former = _former_ids(material, links)
    return {**wanted, **press.outputs(moved_page, former, {"site": chrome, "theme": templates["moved.html"]})}


def _shown(material: Material, subject: str, disputes: tuple[CitedDispute, ...]) -> dict[str, Any]:
    """What actors' and countries' pages have in common."""
    briefed = material.evidence.briefed[subject]
    listed = briefed.field("briefing").look("articles")[:LISTED]
    notes = material.evidence.notes.get(subject)
    shown = {*briefed.entries("cites"), *(one.id for one in listed), *_cited(notes, disputes)}
    changes, known = briefed.field("changes"), material.edition.cards
    if material.edition.withdrawn:
        known = {**known, **material.edition.withdrawn}
        shown.update(source for one in changes.value.items for source in one.sources)
    return {
        "briefing": briefed.field("briefing"),
        "changes": changes,
        "notes": notes if notes is not None else (),
        "disputes": disputes,
        "cards": {id: material.edition.given[id] for id in sorted(shown) if id in known},
    }


def _sides(disputes: tuple[CitedDispute, ...]) -> set[str]:
    return {holder for dispute in disputes for position in dispute.positions for holder in position.held_by}


def _named_by(actor: Actor) -> set[str]:
    """Everybody whom an actor's own file names."""
    roles = {entity for role in actor.roles for entity in (role.of, role.country)}
    return roles | {*actor.countries, *actor.different_from, *(one.of for one in actor.memberships)}


def _cited(notes: Result[Any] | None, disputes: tuple[CitedDispute, ...]) -> set[str]:
    own: tuple[CitedNote, ...] = notes.value if notes is not None else ()
    in_notes = {cite.article for note in own for cite in note.cites}
    return in_notes | {cite.article for dispute in disputes for side in dispute.positions for cite in side.cites}


def _holders(actors: dict[str, Actor]) -> dict[str, tuple[Holder, ...]]:
    """Country -> the roles that actors hold or held for it."""
    seats: dict[str, list[Holder]] = {}
    for id, actor in sorted(actors.items()):
        for role in actor.roles:
            if role.country:
                seats.setdefault(role.country, []).append(Holder(id, role.title, role.start, role.end))
    return {code: tuple(holders) for code, holders in seats.items()}


def _former_ids(material: Material, links: dict[str, Link]) -> dict[str, dict[str, Any]]:
    """Former id -> the actors that bore it."""
    moved: dict[str, list[Link]] = {}
    for id, actor in sorted(material.edition.actors.items()):
        for former in actor.formerly:
            if former not in material.found.actors:
                moved.setdefault(former, []).append(links[id])
    return {former: {"former": former, "now": tuple(now)} for former, now in sorted(moved.items())}
