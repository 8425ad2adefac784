"""Tells whom a noun phrase means: a name that heads it, or nobody known.

Rule: precision before recall. A name counts only as the head of the phrase: "supporters of Mara Vell" is not Vell, and two people
joined by "and" are nobody in particular.
"""

from __future__ import annotations

import re

from generator.analyse.speech.people import People, Person, Source, named_by
from generator.analyse.speech.phrases import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    TIMES,
    Word,
    is_possessive,
    is_report,
    name_start,
    phrase_start,
)
from generator.model import Span

_LONGEST_PHRASE = 14
_BELONGING = frozenset(("of", "from", "at", "with"))
_SPOKESPERSON = re.compile(r"\b(?:spokes(?:man|woman|person|people|men)|press secretary)\b", re.IGNORECASE)
_SPOKESPERSON_FOR = re.compile(r"\bspokes(?:man|woman|person) (?:for|of|at|with) (?:the )?(?:[\w.]+ ){0,3}\Z", re.IGNORECASE)
_VERB_AND_COMMA = re.compile(r"(?: \w+){1,2}, ")


def phrase_ending(text: str, words: list[Word], last: int, people: People) -> Source | None:
    """The noun phrase that ends with a word."""
    first = phrase_start(words, last)
    if words[first].lower in PREPOSITIONS and words[first].lower != "as":
        person = people.by_end.get(words[last].end)
        begun = next((n for n in range(first + 1, last + 1) if person and words[n].start == person.start), 0)
        articles = [n for n in range(first + 2, last) if words[n].lower in DETERMINERS and words[n - 1].lower not in PREPOSITIONS]
        first = begun if begun > first + 1 else (articles[-1] if articles else 0)
        if not first:
            return None
    if words[last].lower in TIMES:
        return None
    if last - first >= _LONGEST_PHRASE:
        return Source(Span(words[last - _LONGEST_PHRASE].start, words[last].end), "noun")
    apposed = first > 1 and words[first - 1].text == "," and words[first].lower in ("a", "an", "the")
    if apposed and not _between_commas(text, words[-1].end) and words[first - 2].end in people.by_end:
        ahead = head_of(text, words, phrase_start(words, first - 2), first - 2, people)
        if ahead and ahead.kind == "named":
            return ahead
    return head_of(text, words, first, last, people)


def _between_commas(text: str, end: int) -> bool:
    """Whether the verb after a subject is followed by a comma: "Vell, an aide said, is ready"."""
    return bool(_VERB_AND_COMMA.match(text, end))


def head_of(text: str, words: list[Word], first: int, last: int, people: People) -> Source | None:
    """Whom a noun phrase means: a name that heads it, or nobody known."""
    end = words[last]
    if is_possessive(end) and end.end not in people.by_end:
        return None
    person = people.by_end.get(end.end)
    if person:
        begun = next((n for n in range(first, last + 1) if words[n].start >= person.start), last)
        if person.start < words[first].start:
            begun = first
    else:
        begun = name_start(words, first, last)
        if begun <= last and not _plain_plural(words, begun, last, people):
            name = text[words[begun].start : end.end].rstrip(".")
            person = named_by(name, words[begun].start, end.end, people)
    span = Span(min(words[first].start, person.start) if person else words[first].start, end.end)
    before = words[first:begun] if person else words[first : last + 1]
    for_whom = bool(_SPOKESPERSON_FOR.search(text, max(span.start - 60, 0), person.start)) if person else False
    relay = spokesperson_in(text, span.start, person.start if person else span.end)
    if person and for_whom:
        body = person if person.kind not in ("person", "unknown") else None
        return Source(span, "named" if body else "noun", body, "spokesperson")
    inside = any(word.lower in PREPOSITIONS or word.lower in ("and", "or") for word in before)
    belonging = _belonging(words, first, last, people) if inside else None
    if belonging and not _joined(words, first):
        return Source(span, "named", _full(belonging, people), relay)
    if person is None or inside or _joined(words, first):
        return Source(span, "noun", None, relay)
    return Source(span, "named", _full(person, people), relay)


def _belonging(words: list[Word], first: int, last: int, people: People) -> Person | None:
    """The person in "Mara Vell of the Harbour Bank": a name that a preposition of belonging follows, and no second person."""
    at = next((n for n in range(first, last + 1) if words[n].lower in PREPOSITIONS or words[n].lower in ("and", "or")), last)
    person = people.by_end.get(words[at - 1].end) if at > first and words[at].lower in _BELONGING else None
    if person is None or person.kind != "person":
        return None
    rest = [people.by_end.get(word.end) for word in words[at : last + 1]]
    joined = any(word.lower in ("and", "or") for word in words[at : last + 1])
    return None if joined or any(one and one.kind == "person" for one in rest) else person


def _full(person: Person, people: People) -> Person:
    """The same under the full name, if only a surname was found."""
    if person.entity or " " in person.name or person.kind != "person":
        return person
    return named_by(person.name, person.start, person.end, people) if people.by_surname.get(person.name) else person


def _plain_plural(words: list[Word], begun: int, last: int, people: People) -> bool:
    """Whether a single capitalised word is likely many people ("Democrats") or is made definite by an article."""
    if begun != last:
        return False
    word = words[last]
    if people.by_surname.get(word.text):
        return False
    return word.lower.endswith("s") or (begun > 0 and words[begun - 1].lower in DETERMINERS)


def _joined(words: list[Word], first: int) -> bool:
    """Whether "and" before a phrase joins it to another one, rather than to another clause."""
    if first < 2 or words[first - 1].lower not in ("and", "or"):
        return False
    return not any(
        word.lower in AUXILIARIES or (word.text.islower() and (is_report(word) or word.lower.endswith("ed")))
        for word in words[: first - 1]
    )


def spokesperson_in(text: str, start: int, end: int) -> str:
    """The relay "spokesperson" if such a word stands in a stretch, else nothing."""
    words = text[start:end].lower()
    if "spokes" not in words and "press secretary" not in words:
        return ""
    return "spokesperson" if _SPOKESPERSON.search(text, start, end) else ""
