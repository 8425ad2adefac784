"""Actors' and countries' pages: each is handed its briefing, the desk's lines, and the names and headlines that it shows."""

from __future__ import annotations

from typing import Any

from generator import sheets
from generator.memo import Result
from generator.model import Briefing, CitedDispute, CitedNote, Holder, Link, Site
from generator.render.pages import moved_page
from generator.site.material import Material, disputes_of, pick
from generator.site.press import Press, Templates

LISTED = 100  # articles that a subject's page lists; its twin names all


def render_subjects(
    press: Press, material: Material, templates: Templates, chrome: Site, links: dict[str, Link]
) -> dict[str, str]:
    """One page, one twin and one feed an actor and a country."""
    actors, countries = {}, {}
    disputes = disputes_of(material)
    holders = _holders(material)
    for subject, briefed in material.evidence.briefed.items():
        briefing: Briefing = briefed.field("briefing").value
        notes = material.evidence.notes.get(subject)
        touching = tuple(dispute for dispute in disputes if subject in dispute.touches)
        shown = set(briefed.entries("cites")) | {one.id for one in briefing.articles[:LISTED]} | _cited(notes, touching)
        case = {
            "briefing": briefed.field("briefing"),
            "notes": notes if notes is not None else (),
            "disputes": touching,
            "cards": {id: material.card(id) for id in sorted(shown) if id in material.edition.cards},
        }
        others = {
            subject,
            *briefed.field("others").value,
            *(side for dispute in touching for one in dispute.positions for side in one.held_by),
        }
        if subject in material.edition.actors:
            actor = material.edition.actors[subject]
            others |= {
                *actor.countries,
                *actor.different_from,
                *(role.of for role in actor.roles),
                *(role.country for role in actor.roles),
                *(one.of for one in actor.memberships),
            }
            actors[subject] = {**case, "actor": actor, "links": pick(links, others)}
        else:
            seats = holders.get(subject, ())
            others |= {holder.entity for holder in seats}
            countries[subject] = {
                **case,
                "country": material.found.countries[subject].field("country"),
                "holders": seats,
                "links": pick(links, others),
            }
    wanted = press.outputs(sheets.actor_files, actors, {"site": chrome, "theme": templates["actor.html"]})
    wanted.update(press.outputs(sheets.country_files, countries, {"site": chrome, "theme": templates["country.html"]}))
    former = _former_ids(material, links)
    return {**wanted, **press.outputs(moved_page, former, {"site": chrome, "theme": templates["moved.html"]})}


def _cited(notes: Result[Any] | None, disputes: tuple[CitedDispute, ...]) -> set[str]:
    own: tuple[CitedNote, ...] = notes.value if notes is not None else ()
    in_notes = {cite.article for note in own for cite in note.cites}
    return in_notes | {cite.article for dispute in disputes for side in dispute.positions for cite in side.cites}


def _holders(material: Material) -> dict[str, tuple[Holder, ...]]:
    """Country -> the roles that actors hold or held for it."""
    seats: dict[str, list[Holder]] = {}
    for id, actor in sorted(material.edition.actors.items()):
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
