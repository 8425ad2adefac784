"""Which pronoun means which person of an article: "he" or "she", by a title, by the text's own pronouns, by a forename."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.analyse.forenames import pronoun_of
from generator.analyse.speech.people import People, Person
from generator.model import Span

HE = re.compile(r"\b(?:he|his|him|himself)\b")
SHE = re.compile(r"\b(?:she|her|hers|herself)\b")
EITHER = "he or she"  # of a name that two persons of one surname share, most likely: no pronoun means it
_TITLE = re.compile(r"M(?<!\w.)(rs?|s|iss)\.? ")


def key_of(person: Person) -> str:
    """One key for all names of the same speaker."""
    return person.entity or person.name


def genders_of(text: str, sentences: tuple[Span, ...], people: People) -> dict[str, str]:
    """Pronoun by speaker where a title tells it, the sentences that name nobody else and use one pronoun only, or a forename."""
    found: dict[str, str] = {}
    for title in _TITLE.finditer(text):
        place = bisect_left(people.starts, title.end())
        while place < len(people.all) and people.starts[place] == title.end():
            found.setdefault(key_of(people.all[place]), "he" if title.group(1) == "r" else "she")
            place += 1
    votes: dict[str, list[int]] = {}
    place = 0
    for sentence in sentences:
        first = place
        while place < len(people.all) and people.starts[place] < sentence.end:
            place += 1
        named = [person for person in people.all[first:place] if person.kind == "person"]
        if named and len({key_of(person) for person in named}) == 1:
            rest = text[named[0].end : sentence.end]
            he, she = bool(HE.search(rest)), bool(SHE.search(rest))
            if he != she:
                votes.setdefault(key_of(named[0]), [0, 0])[she] += 1
    for key, (men, women) in votes.items():
        if max(men, women) >= 2 and min(men, women) * 4 <= max(men, women):
            found.setdefault(key, "she" if women > men else "he")
    for person in people.all:
        pronoun = pronoun_of(person.name) if person.kind == "person" else ""
        if pronoun and found.setdefault(key_of(person), pronoun) != pronoun:
            found[key_of(person)] = EITHER
    return found
