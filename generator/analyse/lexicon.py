"""Turns what is known of all entities into a lexicon, and the lexicon into the slice that one article needs.

Linking with the slice equals linking with the whole lexicon: an entry is left out only if the article lacks its first word,
or the next of its words that is printed with a capital letter. So a new alias touches only the articles that hold its words.
"""

from __future__ import annotations

import re

from generator.fold import PARTICLES, can_begin, office_key, slug, words
from generator.model import Name, Naming, Office, Value


class Entry(Value, frozen=True, array_like=True):
    """One name, ready for comparing word by word."""

    entity: str
    strength: str  # strong | short | weak | demonym
    words: tuple[str, ...]  # folded, without particles
    shape: str  # a letter a word: A all capitals needed, C a capital or a digit or a script without case, c any
    first: int = 0  # which word is looked up: the first that is printed with a capital
    particle: bool = False  # "al-Sabil": one word that is a name only with its particle
    start: str = ""  # first date on which the name is valid
    end: str = ""


class Known(Value, frozen=True, array_like=True):
    """What linking, attribution and places need of an entity besides its names."""

    entity: str
    kind: str  # person | organisation | institution | armed-group | coalition | country
    name: str
    countries: tuple[str, ...] = ()


class Seat(Value, frozen=True, array_like=True):
    """Who held an office, and when."""

    office: str  # key of the title
    of: str  # country code or actor id
    entity: str
    start: str
    end: str


class Lexicon(Value, frozen=True, array_like=True):
    """All names by first word and by next capitalised word; entities and seats by id."""

    entries: dict[str, dict[str, tuple[Entry, ...]]]
    known: dict[str, Known]
    seats: dict[str, tuple[Seat, ...]]


class Gazetteer(Value, frozen=True, array_like=True):
    """All names of cities, towns and regions, indexed like the lexicon's."""

    entries: dict[str, dict[str, tuple[Entry, ...]]]


class NameSlice(Value, frozen=True, array_like=True):
    """The part of the lexicon whose first words one article holds."""

    entries: tuple[Entry, ...] = ()
    known: tuple[Known, ...] = ()
    seats: tuple[Seat, ...] = ()
    places: tuple[Entry, ...] = ()  # names of cities, towns and regions


_NO_PLACES = Gazetteer({})
_PLAIN_NAME = re.compile("[A-Z][a-z]+")


def build_lexicon(namings: tuple[Naming, ...]) -> Lexicon:
    """Index the names of all entities; the order of `namings` does not matter."""
    entries: list[Entry] = []
    known: dict[str, Known] = {}
    seats: dict[str, list[Seat]] = {}
    for naming in sorted(namings, key=lambda n: n.entity):
        known[naming.entity] = Known(naming.entity, naming.kind, naming.name, naming.countries)
        entries += _entries_of(naming)
        for office in naming.offices:
            for seat in _seats_of(naming.entity, office):
                seats.setdefault(seat.of, []).append(seat)
    return Lexicon(
        index_entries_by_words(entries),
        known,
        {of: tuple(sorted(found, key=lambda s: (s.office, s.start, s.end, s.entity))) for of, found in sorted(seats.items())},
    )


def index_entries_by_words(entries: list[Entry]) -> dict[str, dict[str, tuple[Entry, ...]]]:
    """Entries by first word and by next capitalised word, each list in the order given."""
    index: dict[str, dict[str, list[Entry]]] = {}
    for entry in entries:
        more = _after_first(entry) if len(entry.words) > 1 else ()
        second = next((word for word, shape in more if shape != "c"), "")
        index.setdefault(entry.words[entry.first], {}).setdefault(second, []).append(entry)
    return {
        first: {second: tuple(found) for second, found in sorted(seconds.items())} for first, seconds in sorted(index.items())
    }


def slice_lexicon(words: tuple[str, ...], lexicon: Lexicon, gazetteer: Gazetteer = _NO_PLACES) -> NameSlice:
    """The entries that a text with these words (sorted, folded) can hold, with their entities and the seats of those."""
    present = frozenset(words)
    entries = _entries_in(words, present, lexicon.entries)
    entities = dict.fromkeys(entry.entity for entry in entries)
    seats = tuple(seat for entity in entities for seat in lexicon.seats.get(entity, ()))
    entities.update(dict.fromkeys(seat.entity for seat in seats))
    known = tuple(lexicon.known[entity] for entity in entities)
    return NameSlice(tuple(entries), known, seats, tuple(_entries_in(words, present, gazetteer.entries)))


def keys_that_differ(old: Lexicon, new: Lexicon) -> frozenset[tuple[str, str]]:
    """First and next capitalised word of all entries that a slice of `new` may hold otherwise than one of `old`.

    That is also where their entities are known otherwise or hold other seats. A text that has both words of none of them
    has the same slice of both; the second may be empty, and any text has that.
    """
    owners = {id for id in {**old.known, **new.known} if old.known.get(id) != new.known.get(id)}
    owners |= {id for id in {**old.seats, **new.seats} if old.seats.get(id) != new.seats.get(id)}
    owners |= {of for one in (old, new) for of, seats in one.seats.items() if any(seat.entity in owners for seat in seats)}
    found = set[tuple[str, str]]()
    for one, other in ((old, new), (new, old)):
        for word, seconds in one.entries.items():
            others = other.entries.get(word, {})
            for second, entries in seconds.items():
                if others.get(second) != entries or not owners.isdisjoint([entry.entity for entry in entries]):
                    found.add((word, second))
    return frozenset(found)


def _entries_in(words: tuple[str, ...], present: frozenset[str], index: dict[str, dict[str, tuple[Entry, ...]]]) -> list[Entry]:
    found: list[Entry] = []
    for word in words:
        seconds = index.get(word)
        if seconds is None:
            continue
        found += seconds.get("", ())
        if len(seconds) > 1 or "" not in seconds:
            for second in sorted(seconds.keys() & present):
                found += seconds[second]
    return found


def _after_first(entry: Entry) -> list[tuple[str, str]]:
    return list(zip(entry.words, entry.shape, strict=True))[entry.first + 1 :]


def _entries_of(naming: Naming) -> list[Entry]:
    """Entries of one entity, each once: names as given, then demonyms and their plurals."""
    names = [(name, name.strength) for name in naming.names]
    names += [(Name(form, "demonym"), "demonym") for demonym in naming.demonyms for form in _plural(demonym)]
    found: dict[tuple[tuple[str, ...], str, bool], Entry] = {}
    for name, strength in names:
        entry = entry_of(naming.entity, name, strength)
        if entry:
            found.setdefault((entry.words, strength, entry.particle), entry)
    return list(found.values())


def entry_of(entity: str, name: Name, strength: str) -> Entry | None:
    """A name that begins with "the" is compared without it; one without any capital is none."""
    text = name.text
    if _PLAIN_NAME.fullmatch(text):  # as most of twenty thousand names of places; all the rest of this comes to the same
        return Entry(entity, strength, (text.lower(),), "C", 0, False, name.start, name.end)
    tokens = [(text[start:end], key) for start, end, key in words(text)]
    if len(tokens) > 1 and tokens[0][1] == "the":
        tokens = tokens[1:]
    last = len(tokens) - 1
    kept = [(printed, key) for place, (printed, key) in enumerate(tokens) if place == last or key not in PARTICLES]
    if not kept or not any(can_begin(printed) for printed, _ in kept):
        return None
    shape = "".join(_shape(printed) for printed, _ in kept)
    particle = len(kept) == 1 and len(tokens) > 1 and strength == "strong"
    first = next(place for place, letter in enumerate(shape) if letter != "c")
    return Entry(entity, strength, tuple(key for _, key in kept), shape, first, particle, name.start, name.end)


def _shape(printed: str) -> str:
    """Acronyms of two or three letters must stand in capitals; longer ones are often printed like a name (Nato)."""
    letters = printed.replace(".", "")
    if 2 <= len(letters) <= 3 and letters.isupper():
        return "A"
    return "C" if can_begin(printed) else "c"


def _plural(demonym: str) -> tuple[str, ...]:
    """A demonym and, where it forms one with s, its plural."""
    invariable = demonym.endswith(("ese", "s", "sh", "nch", "tch", "x", "z")) or demonym.isupper()
    return (demonym,) if invariable else (demonym, f"{demonym}s")


def _seats_of(entity: str, office: Office) -> list[Seat]:
    """The same seat under its country and under the body it belongs to."""
    owners = dict.fromkeys(owner for owner in (office.country, slug(office.of)) if owner)
    return [Seat(office_key(office.title), owner, entity, office.start, office.end) for owner in owners]
