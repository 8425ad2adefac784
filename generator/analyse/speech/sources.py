"""Finds the words that name a speaker beside a reporting verb, and whom they mean.

Rule: precision before recall. A name counts only as the head of the phrase: "supporters of Mara Vell said" is not Vell, and two
people joined by "and" are nobody in particular.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.analyse.vocabulary import FUNCTION_WORDS, TITLES, table
from generator.model import Mention, Span, Unlinked, Value

_REACH = 160
_AUXILIARIES = table("""
    has have had having also then later repeatedly again once still never not already just did does do was is were will
    would could may might must should now today yesterday tonight however meanwhile himself herself and who
""")
_PREPOSITIONS = table("""
    of in at for from with by to against on near than as under over about like between among including called named
    without behind within into towards toward after before during through despite via per and or nor
""")
_CLAUSE_WORDS = table("""
    that but when if because while although though as since and so where which who whom whose before after until what
    how
""")
_DETERMINERS = table("""
    the a an his her its their our my one some many two three four five several another this that these those other both
    most
""")
_NO_SUBJECT = _PREPOSITIONS | _DETERMINERS - {"one", "some", "many", "others", "both", "most"}
_SPOKESPERSON = re.compile(r"\b(?:spokes(?:man|woman|person|people|men)|press secretary)\b", re.IGNORECASE)
_SPOKESPERSON_FOR = re.compile(r"\bspokes(?:man|woman|person) (?:for|of) (?:the )?(?:[\w.]+ ){0,3}\Z", re.IGNORECASE)
_MARKS = ',;:“”"('
# The look behind follows the first letter, so that the search can skip to it.
_OPENS_CLAUSE = re.compile(r"[abitw](?<!\w.)(?:(?<=t)hat|(?<=b)(?:ut|ecause)|(?<=w)h(?:en|ile)|(?<=i)f|(?<=a)lthough)\s")
_LAST_WORD = re.compile(r"([\w.'’-]+)\s\Z")
_BETWEEN_INVERTED = re.compile(r"\s+(?:[\w.'’-]+\s+){0,9}\Z")
_INVERTED_NOUN = re.compile(
    r"\s+((?:an?|the|one|his|her|its|their|another)\s[\w’'. -]{2,80}?)"
    r"(?=[,;:\"“”]|\.(?:\s|\Z)|\s(?:who|after|when|as|told|said)\b|\Z)"
)
_PRONOUN = re.compile(r"\s+(he|she)\b")


class Person(Value, frozen=True, array_like=True):
    """A name in the text that can speak."""

    start: int
    end: int
    entity: str | None
    name: str
    kind: str  # person | organisation | institution | … | country


class Source(Value, frozen=True, array_like=True):
    """The words that name a speaker, and whom they mean."""

    span: Span
    kind: str  # named | pronoun | noun
    person: Person | None = None
    relay: str = ""


class People(Value, frozen=True):
    """All names that can speak, in order, and where they begin and end."""

    all: tuple[Person, ...]
    starts: list[int]
    by_end: dict[int, Person]


def people_in(mentions: tuple[Mention, ...], unlinked: tuple[Unlinked, ...], known: dict[str, tuple[str, str]]) -> People:
    """Actors, countries by name, and unlinked people and organisations; `known` gives (kind, name) of an entity."""
    found = [
        Person(m.start, m.end, m.entity, known[m.entity][1], known[m.entity][0])
        for m in mentions
        if m.strength != "demonym" and m.entity in known
    ]
    found += [Person(u.start, u.end, None, u.name, u.kind) for u in unlinked if u.kind in ("person", "organisation")]
    found.sort(key=lambda person: (person.start, person.end))
    return People(tuple(found), [person.start for person in found], {person.end: person for person in found})


def source_before(text: str, left: int, cue: int, people: People) -> Source | None:
    """The subject that ends before the verb at `cue`; nothing before `left` belongs to it."""
    left = max(left, cue - _REACH)
    end = _subject_end(text, left, cue)
    if end <= left:
        return None
    person = people.by_end.get(end)
    if person is None:
        apposed = text.rfind(",", left, end)
        ahead = people.by_end.get(apposed) if apposed > left and text[end:cue].lstrip().startswith(",") else None
        if ahead and ahead.start >= left:
            return _named(text, left, ahead, people)
        return _unnamed_before(text, left, end)
    return _named(text, left, person, people) if person.start >= left else None


def _subject_end(text: str, left: int, cue: int) -> int:
    """Strip auxiliaries, adverbs and commas between the subject and its verb."""
    end = cue
    while end > left:
        while end > left and text[end - 1] in " ,\n":
            end -= 1
        begin = text.rfind(" ", left, end) + 1 or left
        begin = text.rfind("\n", begin, end) + 1 or begin
        word = text[begin:end]
        if word in _AUXILIARIES or (word.endswith("ly") and word.islower()):
            end = begin
        else:
            return end
    return end


def _named(text: str, left: int, person: Person, people: People) -> Source:
    """A name with the titles before it, and whether it is the head of its phrase."""
    start, before = _with_titles(text, left, person.start)
    span = Span(start, person.end)
    if _speaks_for(text, max(left, start - 60), start) or _speaks_for(text, max(left, person.start - 60), person.start):
        begun = _phrase_start(text, left, start)
        return Source(
            Span(begun, person.end),
            "named" if person.kind != "person" else "noun",
            person if person.kind != "person" else None,
            "spokesperson",
        )
    relay = _spokesperson(text, start, person.start)
    joined = before == "and" and _joins(text, left, start, people)
    if (before in _PREPOSITIONS and before != "and") or joined:
        begun = _phrase_start(text, left, start)
        return Source(Span(begun, person.end), "noun", None, relay)
    return Source(span, "named", person, relay)


def _speaks_for(text: str, start: int, end: int) -> bool:
    """Whether "spokesman for the" ends here."""
    return "spokes" in text[start:end].lower() and bool(_SPOKESPERSON_FOR.search(text, start, end))


def _spokesperson(text: str, start: int, end: int) -> str:
    """The relay "spokesperson" if such a word stands in a stretch, else nothing."""
    words = text[start:end].lower()
    if "spokes" not in words and "press secretary" not in words:
        return ""
    return "spokesperson" if _SPOKESPERSON.search(text, start, end) else ""


def _joins(text: str, left: int, start: int, people: People) -> bool:
    """Whether "and" before a name joins it to another name, rather than to another clause."""
    cut = text.rfind(" and", left, start)
    return cut > left and cut in people.by_end


def _with_titles(text: str, left: int, start: int) -> tuple[int, str]:
    """Where the titles and capitalised words before a name begin, and the lower-case word before them."""
    while start > left:
        word = _word_before(text, max(left, start - 40), start)
        if not word:
            return start, ""
        plain = word.rstrip(".").lower()
        if plain in FUNCTION_WORDS and plain not in ("the", "a", "an"):
            return start, plain
        if not (word[0].isupper() or plain in TITLES or plain in ("the", "a", "an") or "-" in word):
            return start, plain
        if word[-1] == "." and plain not in TITLES and len(plain) > 1:
            return start, ""
        start -= len(word) + 1
    return start, ""


def _word_before(text: str, left: int, at: int) -> str:
    """The word and one space that end at a place; empty after punctuation."""
    if not text[at - 1 : at].isspace():
        return ""
    stretch = text[left : at - 1]
    word = stretch[stretch.rfind(" ") + 1 :]
    if word.isalnum():
        return word
    match = _LAST_WORD.search(text, left, at)
    return match.group(1) if match else ""


def _phrase_start(text: str, left: int, at: int) -> int:
    """Where the clause before a place begins: after a comma, a mark, or a word that opens a clause."""
    stretch = text[left:at]
    begin = left + max(map(stretch.rfind, _MARKS)) + 1
    opening = _OPENS_CLAUSE.search(stretch[begin - left :])
    if opening:
        begin += opening.end()
    while begin < at and text[begin] in " \n'‘’-–—":
        begin += 1
    return begin


def _unnamed_before(text: str, left: int, end: int) -> Source | None:
    """A pronoun, or a short phrase such as "the minister"."""
    last = text[max(text.rfind(" ", left, end) + 1, left) : end].lstrip("\"“'‘(—–-")
    if last.lower() in ("he", "she"):
        return Source(Span(end - len(last), end), "pronoun")
    begin = _phrase_start(text, left, end)
    words = text[begin:end].split()
    if words and words[0].lower() in ("and", "but", "so", "then"):
        begin += text[begin:end].index(words[0]) + len(words[0]) + 1
        words = words[1:]
    if not words or len(words) > 12 or words[-1].lower() in _NO_SUBJECT:
        return None
    relay = _spokesperson(text, begin, end)
    return Source(Span(begin, end), "noun", None, relay)


def source_after(text: str, at: int, right: int, people: People) -> Source | None:
    """The subject that follows its verb, as in "said Mara Vell"; `at` is the end of the verb."""
    right = min(right, at + _REACH)
    pronoun = _PRONOUN.match(text, at, right)
    if pronoun:
        return Source(Span(*pronoun.span(1)), "pronoun")
    place = bisect_left(people.starts, at)
    if place < len(people.all) and people.all[place].end <= right:
        person = people.all[place]
        between = text[at : person.start]
        if _BETWEEN_INVERTED.match(between):
            words = [word.rstrip(".").lower() for word in between.split()]
            if not any(word in _PREPOSITIONS and word not in ("of", "for") for word in words) and not _CLAUSE_WORDS.intersection(
                words
            ):
                return _named_after(text, at, person, words)
    noun = _INVERTED_NOUN.match(text, at, right)
    if noun and len(noun.group(1).split()) <= 12:
        return Source(Span(*noun.span(1)), "noun", None, _spokesperson(text, *noun.span(1)))
    return None


def _named_after(text: str, at: int, person: Person, words: list[str]) -> Source:
    start = at + len(text[at : person.start]) - len(text[at : person.start].lstrip())
    relay = _spokesperson(text, at, person.start)
    heads_phrase = not any(word in ("of", "for") for word in words)
    if not heads_phrase and not (relay and person.kind != "person"):
        return Source(Span(start, person.end), "noun", None, relay)
    return Source(Span(start, person.end), "named", person, relay)
