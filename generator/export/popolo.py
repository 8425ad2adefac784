"""The dataset as Popolo: people, organisations, what they belong to, which posts they held, and the countries these are for.

The Popolo project's specification of open government data: https://www.popoloproject.com/specs/
"""

from __future__ import annotations

from typing import Any

import msgspec

from generator.export.dataset import Dataset, address
from generator.fold import slug
from generator.model import File
from generator.render.twin_format import ActorTwin, RoleTwin
from generator.render.urls import actor_path


def popolo_files(dataset: Dataset) -> tuple[File, ...]:
    """popolo.json: `persons`, `organizations`, `memberships`, `areas`; an armed group or a coalition is an organization, too."""
    people = [actor for actor in dataset.actors if actor.kind == "person"]
    bodies = [actor for actor in dataset.actors if actor.kind != "person"]
    known = {actor.id for actor in bodies}
    named = _named_bodies(people, known)
    areas = [{"id": one.code, "name": one.name, "classification": "country", "identifier": one.code} for one in dataset.countries]
    data = {
        "persons": [_person(dataset, actor) for actor in people],
        "organizations": [*(_body(dataset, actor) for actor in bodies), *named.values()],
        "memberships": [one for actor in people for one in _memberships(actor, known, {area["id"] for area in areas})],
        "areas": areas,
    }
    return (File("popolo.json", msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"),)


def _person(dataset: Dataset, actor: ActorTwin) -> dict[str, Any]:
    return {"id": actor.id, "name": actor.name, "other_names": _other_names(actor), **_found(dataset, actor)}


def _body(dataset: Dataset, actor: ActorTwin) -> dict[str, Any]:
    areas = {"area_id": actor.countries[0]} if actor.countries else {}
    named = {"id": actor.id, "name": actor.name, "classification": actor.kind, "other_names": _other_names(actor)}
    return {**named, **areas, **_found(dataset, actor)}


def _other_names(actor: ActorTwin) -> list[dict[str, str]]:
    native = [{"name": actor.native_name.text, "note": "native name"}] if actor.native_name else []
    return native + [_dated({"name": one.name}, one.start, one.end) for one in actor.aliases if one.strength == "strong"]


def _found(dataset: Dataset, actor: ActorTwin) -> dict[str, Any]:
    """Where more stands about an actor."""
    identifiers = [{"scheme": "wikidata", "identifier": actor.wikidata}] if actor.wikidata else []
    links = [{"url": link} for link in actor.links]
    return {"identifiers": identifiers, "links": links, "sources": [{"url": address(dataset.site, actor_path(actor.id))}]}


def _named_bodies(people: list[ActorTwin], known: set[str]) -> dict[str, dict[str, Any]]:
    """Bodies that a role names in plain words."""
    words = sorted({role.of for actor in people for role in actor.roles if role.of and role.of not in known})
    return {of: {"id": _body_id(of), "name": of} for of in words}


def _body_id(of: str) -> str:
    return f"named-{slug(of)}"


def _memberships(actor: ActorTwin, known: set[str], areas: set[str]) -> list[dict[str, Any]]:
    """An actor's roles, then what it is a member of."""
    held = [(_role(actor, role, known, areas), role.start, role.end) for role in actor.roles]
    held += [
        ({"person_id": actor.id, "organization_id": one.of, "role": one.role or "member"}, one.start, one.end)
        for one in actor.memberships
        if one.of in known
    ]
    return [_dated({"id": f"{actor.id}-{number}", **what}, start, end) for number, (what, start, end) in enumerate(held, 1)]


def _role(actor: ActorTwin, role: RoleTwin, known: set[str], areas: set[str]) -> dict[str, Any]:
    membership = {"person_id": actor.id, "role": role.title}
    if role.of:
        membership["organization_id"] = role.of if role.of in known else _body_id(role.of)
    if role.country and role.country in areas:
        membership["area_id"] = role.country
    return membership


def _dated(what: dict[str, Any], start: str | None, end: str | None) -> dict[str, Any]:
    """With the period as far as it is known."""
    return {**what, **({"start_date": start} if start else {}), **({"end_date": end} if end else {})}
