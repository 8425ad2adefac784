"""Actors and countries as they are read: names, offices, memberships, and the desk's notes."""

from __future__ import annotations

from generator.model.articles import Reference
from generator.model.base import Record, Value
from generator.model.text import CiteRequest, Prose
from generator.problems import Location


class Name(Value, frozen=True, array_like=True):
    """One name of an entity."""

    text: str
    strength: str  # strong | short | weak
    language: str = ""
    start: str = ""  # first date on which the name is valid
    end: str = ""


class PlaceName(Value, frozen=True, array_like=True):
    """One name of a place inside a country."""

    text: str
    country: str  # code
    kind: str  # city | region
    people: int = 0  # inhabitants; 0: not known


class Office(Value, frozen=True, array_like=True):
    """A role as a name at its date: "the Iraqi foreign minister"."""

    title: str
    country: str
    of: str  # actor id or plain text, or empty
    start: str
    end: str


class Naming(Value, frozen=True, array_like=True):
    """All that linking needs to know of one entity, and nothing that a summary or a biography could change."""

    entity: str
    kind: str  # person | organisation | institution | armed-group | coalition | country
    name: str
    names: tuple[Name, ...] = ()  # the house name first
    demonyms: tuple[str, ...] = ()  # of a country
    countries: tuple[str, ...] = ()  # codes that the entity belongs to
    offices: tuple[Office, ...] = ()
    different_from: tuple[str, ...] = ()


class Role(Value, frozen=True, array_like=True):
    """A role as the actor's page shows it."""

    title: str
    of: str = ""
    country: str = ""
    start: str = ""
    end: str = ""
    source: str = ""


class Membership(Value, frozen=True, array_like=True):
    """Belonging to a body."""

    of: str
    role: str = ""
    start: str = ""
    end: str = ""


FEWEST_WORDS_AT_THE_BOTTOM = 6  # where any point has as many: fewer hardly tell what matters
MOST_WORDS_AT_THE_BOTTOM = 60  # of a page's bottom line: what a reader takes in at one look


class DeskNote(Value, frozen=True, array_like=True):
    """The desk's own sentence: a summary or a key point, with its cites as written."""

    text: str
    how: str = "written"  # edited | written
    by: str = ""
    date: str = ""
    cites: tuple[CiteRequest, ...] = ()


class Actor(Value, frozen=True, array_like=True):
    """One actor file."""

    id: str
    name: str
    kind: str = "person"
    aliases: tuple[Name, ...] = ()
    native_name: str = ""
    native_language: str = ""
    countries: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    memberships: tuple[Membership, ...] = ()
    wikidata: str = ""
    links: tuple[str, ...] = ()
    image: str = ""
    different_from: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    public: bool = True
    summary: DeskNote | None = None
    points: tuple[DeskNote, ...] = ()
    hide: tuple[str, ...] = ()
    handling: str = "CLEAR"
    background: Prose = Prose()


class Country(Value, frozen=True, array_like=True):
    """One country: the library's facts, with the desk's overrides applied."""

    code: str
    name: str
    slug: str
    aliases: tuple[Name, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    capital: str = ""
    native_names: tuple[str, ...] = ()
    summary: DeskNote | None = None
    points: tuple[DeskNote, ...] = ()
    hide: tuple[str, ...] = ()
    handling: str = "CLEAR"
    naming_note: str = ""
    background: Prose = Prose()
    from_file: bool = False


class ReadActor(Record, frozen=True, array_like=True):
    """One actor, split so that a summary does not touch linking."""

    actor: Actor
    naming: Naming
    hide: tuple[str, ...]
    notes: tuple[DeskNote, ...]  # summary first where there is one, then the points
    references: tuple[Reference, ...]
    places: tuple[Location, ...] = ()  # where each role stands, in the order of `naming.offices`


class ReadCountry(Record, frozen=True, array_like=True):
    """One country, split like an actor."""

    country: Country
    naming: Naming
    hide: tuple[str, ...]
    notes: tuple[DeskNote, ...]
    references: tuple[Reference, ...]
