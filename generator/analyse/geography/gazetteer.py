"""Turns the names of places into an index like the lexicon's, each name with the countries it can stand for.

Rule: a name that is mostly one large city's speaks for its country by itself; every other name needs the words around it.
"""

from __future__ import annotations

from generator.analyse.lexicon import Entry, Gazetteer, entry_of, index_entries_by_words
from generator.analyse.vocabulary import CALENDAR, FUNCTION_WORDS
from generator.model import Name, PlaceName

# Set by judgement, 23 November 2026.
_CITY = 500_000  # inhabitants from which readers abroad know a city or a region by its name alone
_TOWN = 100_000
_DOMINANT = 0.75  # share of the inhabitants of all places of a name
_NEGLIGIBLE = 0.02  # share below which a namesake is meant only where its region is printed after it
_UNKNOWN = 5_000  # stands for inhabitants that the libraries do not tell

_Candidate = tuple[int, str, Entry]  # inhabitants, kind


def index_places(places: tuple[PlaceName, ...]) -> Gazetteer:
    """Names of places with the countries each can stand for, most inhabitants first.

    Strength of an entry: `city` or `region` (large, and mostly this one), `town` (likewise, of middle size), `namesake` (one of
    several, or small), `abbreviation` (of a state, after a comma).
    """
    by_words: dict[tuple[str, ...], dict[str, _Candidate]] = {}
    abbreviations: list[Entry] = []
    for place in places:
        entry = entry_of(place.country, Name(place.text, place.kind), place.kind)
        if entry is None:
            continue
        if place.kind == "abbreviation":
            abbreviations.append(entry)
        elif len(entry.words) > 1 or not _is_common(entry.words[0]):
            people = place.people or _UNKNOWN
            countries = by_words.setdefault(entry.words, {})
            if place.country not in countries or countries[place.country][0] < people:
                countries[place.country] = (people, place.kind, entry)
    graded = [entry for words in sorted(by_words) for entry in _graded(by_words[words])]
    return Gazetteer(index_entries_by_words(graded + abbreviations))


def _is_common(word: str) -> bool:
    return len(word) < 3 or word in FUNCTION_WORDS or word in CALENDAR


def _graded(countries: dict[str, _Candidate]) -> list[Entry]:
    """The entries of one name, most inhabitants first."""
    whole = sum(people for people, _, _ in countries.values())
    ranked = sorted(countries.items(), key=lambda item: (-item[1][0], item[0]))
    return [
        Entry(code, _grade(people, kind, people / whole), entry.words, entry.shape, entry.first, entry.particle)
        for code, (people, kind, entry) in ranked
        if people / whole >= _NEGLIGIBLE
    ]


def _grade(people: int, kind: str, share: float) -> str:
    if share < _DOMINANT or people < _TOWN:
        return "namesake"
    return kind if people >= _CITY else "town"
