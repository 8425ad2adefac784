"""The names in an article that can speak, and the full name that a surname alone stands for.

Rule: a surname stands for a full name only where no second full name in the article ends with it.
"""

from __future__ import annotations

from generator.model import Mention, Span, Unlinked, Value


class Person(Value, frozen=True, array_like=True):
    """A name in the text that can speak."""

    start: int
    end: int
    entity: str | None
    name: str
    kind: str  # person | organisation | institution | … | country | unknown


class Source(Value, frozen=True, array_like=True):
    """The words that name a speaker, and whom they mean."""

    span: Span
    kind: str  # named | pronoun | noun
    person: Person | None = None
    relay: str = ""


class People(Value, frozen=True):
    """All names that can speak, in order; where they begin and end; full names by surname, empty where there are two."""

    all: tuple[Person, ...]
    starts: list[int]
    by_end: dict[int, Person]
    by_surname: dict[str, Person | None]


def people_in(mentions: tuple[Mention, ...], unlinked: tuple[Unlinked, ...], known: dict[str, tuple[str, str]]) -> People:
    """Actors, countries by name, and unlinked people and organisations; `known` gives (kind, name) of an entity."""
    found = [
        Person(m.start, m.end, m.entity, known[m.entity][1], known[m.entity][0])
        for m in mentions
        if m.strength != "demonym" and m.entity in known
    ]
    found += [Person(u.start, u.end, None, u.name, u.kind) for u in unlinked if u.kind in ("person", "organisation")]
    found.sort(key=lambda person: (person.start, person.end))
    surnames: dict[str, Person | None] = {}
    for person in found:
        first, _, last = person.name.rpartition(" ")
        if first and person.kind == "person":
            known_as = surnames.setdefault(last, person)
            if known_as and known_as.name != person.name:
                surnames[last] = None
    by_end = {person.end: person for person in found}
    return People(tuple(found), [person.start for person in found], by_end, surnames)


def named_by(name: str, start: int, end: int, people: People) -> Person:
    """The person that a name of the text stands for, by the full name where a surname alone is printed."""
    if " " not in name:
        full = people.by_surname.get(name)
        if full:
            return Person(start, end, full.entity, full.name, full.kind)
    return Person(start, end, None, name, "unknown")
