"""Tells a country's name from the same word used for something else: a person, a sea, a state of another country.

Rule: a country is mentioned where it is meant; a name of something else that holds the country's name is a hint at most.
"""

from __future__ import annotations

import re

from generator.analyse.lexicon import Known
from generator.analyse.mentions.matching import Found
from generator.analyse.mentions.surroundings import in_capitals, word_after, word_before
from generator.analyse.vocabulary import COMMON_WORDS, FUNCTION_WORDS, TITLES, table
from generator.model import Ambiguity, Body, Hint, Mention

PERSON = "it may be a person of that name"
STATE = "it may be the state of the United States"

# Countries whose names people bear, as forename or surname. Source: ISO 3166-1 names read against English given names.
_PERSONAL = frozenset(
    {"jordan", "georgia", "chad", "israel", "ireland", "cuba", "kenya", "india", "malta", "jersey", "brazil", "holland"}
)
_FORENAMES = frozenset({"jordan", "georgia", "chad", "israel", "kenya", "india"})
# Countries named like a part of another country.
_STATES = {"GE": "US"}
_WATERS_BEFORE = re.compile(r"\b(?:Gulf|Sea|Bay|Straits?|Isthmus|Isle) of (?:the )?\Z")
_WATERS_AFTER = frozenset({"sea", "ocean", "current"})
_AREAS = table("""
    north south east west northern southern eastern western central upper lower greater mainland inner outer soviet nazi
    communist imperial modern ancient colonial air team radio royal bank operation king queen sheikh emir crown kingdom
    republic federation government army visit against neighbouring neighboring
""")
_OF_PLACE = table("""
    valley river times king army government parliament first bank radio television airways airlines air defense defence
    police aircraft telecom electric chemicals international minister ministry foreign prime president premier
""")
_TOWN_BEFORE = re.compile(r"[^\W\d_a-z][\w'’.-]+, \Z")
_OF_BEFORE = re.compile(r"\A of (?:the )?\Z")


def judge_country(
    text: str, found: Found, mention: Mention, last: Mention | None, known: dict[str, Known]
) -> Mention | Ambiguity | Hint | None:
    """The mention itself, or a hint, a doubt or nothing where the words around show another meaning."""
    before, joint = word_before(text, found.start)
    after, _ = word_after(text, found.end)
    if after.lower() in _WATERS_AFTER and after[0].isupper():
        return None
    if text.endswith((" of ", " the "), 0, found.start) and _WATERS_BEFORE.search(text, max(0, found.start - 24), found.start):
        return None
    if last and last.type == "actor" and _of_actor(text, last, found.start) and known[last.entity].kind != "person":
        return _inside(mention)
    if len(found.entries[0].words) > 1:
        return mention
    word = found.entries[0].words[0]
    if found.printed.isupper() and word in FUNCTION_WORDS and in_capitals(text, found.start, found.end):
        return None
    if before == "New" and joint == " ":
        return None
    if after in ("City", "Town"):
        return _inside(mention)
    if mention.strength == "strong" and word in COMMON_WORDS and after and after[0].islower():
        return mention if before else Ambiguity(found.start, found.end, (mention.entity,), PERSON)
    return None if word in _PERSONAL and mention.strength == "strong" and _is_person(word, before, joint, after) else mention


def _inside(mention: Mention) -> Hint:
    return Hint(mention.entity, mention.start, mention.end, "inside")


def _of_actor(text: str, last: Mention, start: int) -> bool:
    return start - last.end <= 8 and bool(_OF_BEFORE.match(text[last.end : start]))


def _is_person(word: str, before: str, joint: str, after: str) -> bool:
    """Whether the neighbours make the word a forename or a surname."""
    if after and after[0].isupper() and word in _FORENAMES and after.lower() not in _OF_PLACE:
        return True
    if not before or not before[0].isupper() or joint == "-" or before.endswith(("'s", "’s")):
        return False
    plain = before.rstrip(".").lower()
    if plain in ("mr", "mrs", "ms", "miss", "dr"):
        return True
    return plain not in _AREAS and plain not in FUNCTION_WORDS and plain not in TITLES


def settle_homonyms(text: str, mentions: list[Mention], hints: list[Hint], body: Body) -> tuple[list[Mention], list[Ambiguity]]:
    """Take back a country that is named like another country's state or like a person, unless something else speaks for it."""
    doubts: list[Ambiguity] = []
    for code in sorted({mention.entity for mention in mentions if mention.entity in _STATES}):
        if not _speaks_for(code, mentions, hints, body) and _state_meant(text, code, mentions, body):
            taken_back = [m for m in mentions if m.entity == code and m.strength == "strong"]
            doubts += [Ambiguity(mention.start, mention.end, (code,), STATE) for mention in taken_back]
            mentions = [mention for mention in mentions if mention not in taken_back]
    return mentions, doubts


def _speaks_for(code: str, mentions: list[Mention], hints: list[Hint], body: Body) -> bool:
    """Whether the desk, the dateline, the country's people or its capital speak for the country."""
    if code in body.tags or code == body.dateline_country:
        return True
    return any(m.entity == code and m.strength != "strong" for m in mentions) or any(h.country == code for h in hints)


def _state_meant(text: str, code: str, mentions: list[Mention], body: Body) -> bool:
    """Whether the larger country is named, or a town stands before the name as in an address."""
    larger = _STATES[code]
    if body.dateline_country == larger or any(mention.entity == larger for mention in mentions):
        return True
    return any(m.entity == code and _TOWN_BEFORE.search(text, max(0, m.start - 30), m.start) for m in mentions)
