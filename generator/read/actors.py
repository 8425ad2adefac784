"""Turns an actor's file into the actor as its page shows it and the names by which articles are linked to it.

The two are kept apart: a new summary must not make a single article be linked again.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.model import Actor, Membership, Naming, Office, Prose, ReadActor, Reference, Role
from generator.problems import Location, Problem
from generator.read.bodies import read_markdown_body
from generator.read.decoding import control_warnings, decode_text
from generator.read.front_matter import part_front_matter
from generator.read.ids import ID
from generator.read.names import actor_names
from generator.read.notes import note_references, read_notes, summary_warnings
from generator.read.yaml_nodes import Document, read_yaml, unreadable

if TYPE_CHECKING:
    from generator.read.fields import ActorFields


def read_actor(path: str, data: bytes) -> tuple[ReadActor, tuple[Problem, ...]]:
    """One actor; where the name is missing or wrong, an actor without names that nothing links to. Reports every mistake."""
    # pydantic and its types take a fifth of a second to load: only a build that reads something pays.
    from generator.read.checking import check_fields
    from generator.read.fields import ActorFields

    document, background, problems = read_described(path, data)
    fields, wrong = check_fields(document, ActorFields)
    problems = (*problems, *wrong)
    id = PurePosixPath(path).stem
    if fields is None:
        return ReadActor(Actor(id, id, background=background), Naming(id, "person", id), (), (), ()), problems
    actor = _actor(id, fields, document, background)
    naming = Naming(
        entity=id,
        kind=fields.kind,
        name=fields.name,
        names=actor_names(fields),
        countries=actor.countries,
        offices=_offices(fields),
        different_from=actor.different_from,
    )
    notes = ((actor.summary,) if actor.summary else ()) + actor.points
    places = tuple(document.at(("roles", place)) for place in range(len(fields.roles)))
    read = ReadActor(actor, naming, actor.hide, notes, _references(document, fields), places)
    return read, (*problems, *_order_of_dates(document, fields), *summary_warnings(document, fields))


def read_described(path: str, data: bytes) -> tuple[Document, Prose, tuple[Problem, ...]]:
    """Fields and background of a file that is either YAML, or Markdown with front matter."""
    text, problems = decode_text(path, data)
    if text is None:
        return unreadable(path), Prose(), problems
    if path.endswith(".md"):
        parted, of_front = part_front_matter(path, text)
        prose, of_body = read_markdown_body(path, parted.rest, parted.first_line)
        document = parted.front or read_yaml(path, "")[0]
        return document, prose, (*problems, *of_front, *of_body)
    document, unread = read_yaml(path, text)
    return document, Prose(), (*problems, *unread, *(control_warnings(path, text) if document.is_readable else ()))


def _actor(id: str, fields: ActorFields, document: Document, background: Prose) -> Actor:
    summary, points = read_notes(document, fields)
    names = actor_names(fields)
    written = {alias.name for alias in fields.aliases}
    return Actor(
        id=id,
        name=fields.name,
        kind=fields.kind,
        aliases=tuple(name for name in names[1:] if name.text in written),
        native_name=fields.native_name.text if fields.native_name else "",
        native_language=(fields.native_name.language or "") if fields.native_name else "",
        countries=tuple(dict.fromkeys(fields.country)),
        roles=tuple(
            Role(role.title, role.of or "", role.country or "", role.start or "", role.end or "", role.source or "")
            for role in fields.roles
        ),
        memberships=tuple(Membership(one.of, one.role or "", one.start or "", one.end or "") for one in fields.memberships),
        wikidata=fields.wikidata or "",
        links=tuple(fields.links),
        image=fields.image or "",
        different_from=tuple(fields.different_from),
        formerly=tuple(fields.formerly),
        public=fields.public,
        summary=summary,
        points=points,
        hide=tuple(fields.hide),
        handling=fields.handling,
        background=background,
    )


def _offices(fields: ActorFields) -> tuple[Office, ...]:
    """Roles as names at their dates; a role without a country is of the actor's own, where it has exactly one."""
    own = fields.country[0] if len(fields.country) == 1 else ""
    return tuple(
        Office(role.title, role.country or own, role.of or "", role.start or "", role.end or "") for role in fields.roles
    )


def _references(document: Document, fields: ActorFields) -> tuple[Reference, ...]:
    """Every id that these fields use, with its place."""
    codes = [(code, document.at(("country", place))) for place, code in enumerate(fields.country)]
    bodies: list[tuple[str | None, Location]] = []
    found = []
    for place, role in enumerate(fields.roles):
        if role.country:
            codes.append((role.country, document.at(("roles", place, "country"))))
        bodies.append((role.of, document.at(("roles", place, "of"))))
        if role.source and ID.fullmatch(role.source):
            found.append(Reference("article or source", role.source, document.at(("roles", place, "source"))))
    bodies += [(one.of, document.at(("memberships", place, "of"))) for place, one in enumerate(fields.memberships)]
    bodies += [(id, document.at(("different_from", place))) for place, id in enumerate(fields.different_from)]
    found += [Reference("country", code, where) for code, where in codes]
    found += [Reference("actor", id, where) for id, where in bodies if id and ID.fullmatch(id)]
    return (*found, *note_references(document, fields))


def _order_of_dates(document: Document, fields: ActorFields) -> tuple[Problem, ...]:
    """Nothing ends before it begins."""
    spans = [("roles", place, one.start, one.end) for place, one in enumerate(fields.roles)]
    spans += [("memberships", place, one.start, one.end) for place, one in enumerate(fields.memberships)]
    spans += [("aliases", place, one.start, one.end) for place, one in enumerate(fields.aliases)]
    problems = []
    for key, place, start, end in spans:
        if start and end and end[: len(start)] < start[: len(end)]:
            message = f"This ends ({end}) before it begins ({start})."
            problems.append(Problem(document.at((key, place, "to")), message, f"a date from {start} on"))
    return tuple(problems)
