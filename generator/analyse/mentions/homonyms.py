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
# Offices and parties that states of the United States have, after the state's name.
_STATE_OFFICES = table("""
    governor gov senator senators sen rep congressman congresswoman legislature lawmaker lawmakers republican republicans
    democrat democrats democratic primary statehouse
""")
# Words that end names of armed groups, after a country and before "of" a country.
_GROUPS = table("""
    front army brigade brigades militia movement legion battalion battalions emirate caliphate mujahideen mujahedin jihad
    taliban resistance guerrillas
""")
_REBELS = table("liberation resistance salvation revolutionary islamic jihad mujahideen")
_GROUP_BEFORE = re.compile(r"([\w-]+) ((?:al-)?[A-Z][\w'’-]+) (of|in) (?:the )?(?:[A-Z]\w+(?: [A-Z]\w+)? and (?:the )?)?\Z")
_QAEDA = frozenset({"qaeda", "qaida", "al-qaeda", "al-qaida"})
_GROUP_AFTER = re.compile(r"(?: [A-Z][\w'’-]+){1,3}")
_IN_PLACE = re.compile(r"\b(?:in|of|to|from|across|into|near|through|inside|outside|between|with|against|over) \Z", re.IGNORECASE)
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
    if _in_group(text, found.start, found.end):
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


def _in_group(text: str, start: int, end: int) -> bool:
    """Whether the name is part of an armed group's: "Liberation Front of Vardia", "Free Vardia Army"."""
    following = _GROUP_AFTER.match(text, end, end + 50)
    if following:
        words = following[0].lower().split()
        free = text.endswith("Free ", 0, start) or not _REBELS.isdisjoint(words)
        if free and words[-1] in _GROUPS:
            return True
    if not text.endswith((" of ", " in ", " the ", " and "), 0, start):
        return False
    before = _GROUP_BEFORE.search(text, max(0, start - 60), start)
    if not before:
        return False
    first, last = before[1], before[2].lower()
    if before[3] == "in":  # "Islamic State in Vardia" may be the place where it stands
        return last in _QAEDA
    return (first[:1].isupper() and last in _GROUPS) or (first, last) == ("Islamic", "state")


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
    for code in sorted({m.entity for m in mentions if m.entity in _STATES or text[m.start : m.end].lower() in _PERSONAL}):
        if _speaks_for(code, mentions, hints, body):
            continue
        strong = [m for m in mentions if m.entity == code and m.strength == "strong"]
        if code in _STATES and _state_meant(text, code, mentions, body):
            taken_back = dict.fromkeys(strong, STATE)
        else:
            bare = [m for m in strong if text[m.start : m.end].lower() in _PERSONAL]
            borne = bool(bare) and _borne_by_person(text, text[bare[0].start : bare[0].end])
            taken_back = {m: PERSON for m in bare if borne and not _IN_PLACE.search(text, max(0, m.start - 10), m.start)}
        doubts += [Ambiguity(mention.start, mention.end, (code,), reason) for mention, reason in taken_back.items()]
        mentions = [mention for mention in mentions if mention not in taken_back]
    return mentions, doubts


def _borne_by_person(text: str, name: str) -> bool:
    """Whether somebody has the name in the same text: "Anna Jordan", after which "Jordan" alone may be either."""
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before, joint = word_before(text, match.start())
        after, _ = word_after(text, match.end())
        if _is_person(name.lower(), before, joint, after):
            return True
    return False


def _speaks_for(code: str, mentions: list[Mention], hints: list[Hint], body: Body) -> bool:
    """Whether the desk, the dateline, the country's people or its capital speak for the country."""
    if code in body.tags or code == body.dateline_country:
        return True
    return any(m.entity == code and m.strength != "strong" for m in mentions) or any(h.country == code for h in hints)


def _state_meant(text: str, code: str, mentions: list[Mention], body: Body) -> bool:
    """Whether the larger country is named, a town stands before the name as in an address, or a state's office after it."""
    larger = _STATES[code]
    if body.dateline_country == larger or any(mention.entity == larger for mention in mentions):
        return True
    named = [m for m in mentions if m.entity == code]
    if any(word_after(text, m.end)[0].lower() in _STATE_OFFICES for m in named):
        return True
    return any(_TOWN_BEFORE.search(text, max(0, m.start - 30), m.start) for m in named)
