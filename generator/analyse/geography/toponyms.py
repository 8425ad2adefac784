"""Finds names of cities, towns and regions in a text, and how each stands there.

Rule: where a person, an actor or a doubt stands, there is no place; a country's name gives way to a longer place's
("British Columbia"), and where both have the same words (Georgia) the place is kept as a rival, to be settled later.
"""

from __future__ import annotations

import msgspec

from generator.analyse.lexicon import Entry
from generator.analyse.mentions.homonyms import STATE
from generator.analyse.mentions.matching import Found, find_names, index_entries
from generator.analyse.mentions.surroundings import in_capitals, word_after, word_before
from generator.analyse.vocabulary import CALENDAR, COMMON_WORDS, FUNCTION_WORDS, TITLES, table
from generator.model import Analysis, Value

# Prepositions of place, and words for a part of a place. Source: any grammar of English.
_LOCATIVE = table("in near from to outside around across into via toward towards throughout inside")
_PARTS = table("""
    north south east west northern southern eastern western northeast northwest southeast southwest central downtown greater
    upper lower inner outer mid suburban metropolitan rural
""")
# Public bodies and buildings: they stand in the place that they are named after, as a company or a street need not.
_PUBLIC = table("""
    airport university college county council city police school schools hospital festival exchange mayor court district zoo
    port station cathedral museum stadium legislature assembly parliament senate government governor province state region
    prefecture bay harbour harbor town village borough township parish suburb underground residents
""")
_LONGEST_ACRONYM = 5
_REACH = 4  # capitalised words after a place's name that may say what is named after it


class Toponym(Value, frozen=True, array_like=True):
    """A name of a place as it stands in a text."""

    start: int
    end: int
    key: str  # its folded words
    places: tuple[tuple[str, str], ...]  # code and strength of each place it can be, most inhabitants first
    standing: str  # located: after a preposition of place, before its region, in a dateline | public: in the name of a body
    # that stands there | plain | inside: within another name | empty: no place at all
    within: str = ""  # code of the country, or of the country of the region, printed right after it
    rival: str = ""  # code of the country that the same words name


class _Taken(Value, frozen=True, array_like=True):
    """A stretch that is something else."""

    start: int
    end: int
    country: str = ""  # that it names or hints at
    hint: bool = False
    state: bool = False  # taken back as the state that a country is named like


def find_toponyms(text: str, names: tuple[Entry, ...], analysis: Analysis, dateline: int) -> list[Toponym]:
    """Toponyms in order of position; up to the offset `dateline` every one is a place."""
    if not names:
        return []
    taken = _taken(analysis)
    country_at = {one.start: one.country for one in taken if one.country and not one.hint}
    found: list[Toponym] = []
    at, last = 0, len(taken)
    for one in find_names(text, index_entries(names)):
        while at < last and taken[at].end <= one.start:
            at += 1
        other = taken[at] if at < last and taken[at].start < one.end else None
        if other and not _gives_way(one, other):
            continue
        toponym = _toponym(text, one, country_at, dateline)
        if toponym is None:
            continue
        if other and not other.hint and other.end - other.start == one.end - one.start:
            toponym = msgspec.structs.replace(toponym, rival=other.country)
        if found and toponym.places[0][1] in ("region", "abbreviation") and text[found[-1].end : toponym.start] == ", ":
            found[-1] = msgspec.structs.replace(found[-1], standing="located", within=toponym.places[0][0])
        found.append(toponym)
    return found


def _taken(analysis: Analysis) -> list[_Taken]:
    taken = [_Taken(one.start, one.end, one.entity if one.type == "country" else "") for one in analysis.mentions]
    taken += [_Taken(one.start, one.end, state=one.reason == STATE) for one in analysis.ambiguous]
    taken += [_Taken(one.start, one.end, one.country, True) for one in analysis.hints]
    taken += [_Taken(one.start, one.end) for one in analysis.unlinked if one.kind == "person"]
    return sorted(taken, key=lambda one: (one.start, one.end))


def _gives_way(found: Found, taken: _Taken) -> bool:
    """Whether a place's name counts where something else was found: the same capital, or a country's name in it or like it."""
    if taken.state:
        return (found.start, found.end, found.entries[0].strength) == (taken.start, taken.end, "region")
    if not (taken.country and found.start <= taken.start and taken.end <= found.end):
        return False
    longer = taken.end - taken.start < found.end - found.start
    same = any(entry.entity == taken.country for entry in found.entries)
    if taken.hint:
        return longer or same
    return found.entries[0].strength != "namesake" if longer else not same


def _toponym(text: str, found: Found, country_at: dict[int, str], dateline: int) -> Toponym | None:
    """None for what only looks like the abbreviation of a state: it needs a comma before, and a full stop or a comma after."""
    key = " ".join(found.entries[0].words)
    places = tuple((entry.entity, entry.strength) for entry in found.entries if entry.strength != "abbreviation")
    if not places:
        closed = any(mark in text[found.end - 1 : found.end + 1] for mark in ".,")
        state = ((found.entries[0].entity, "abbreviation"),)
        return Toponym(found.start, found.end, key, state, "plain") if closed and text.endswith(", ", 0, found.start) else None
    country = country_at.get(found.end + 2, "") if text.startswith(", ", found.end) else ""
    if country and any(code == country for code, _ in places):
        return Toponym(found.start, found.end, key, places, "located", country)
    return Toponym(found.start, found.end, key, places, "located" if found.end <= dateline else _standing(text, found))


def _standing(text: str, found: Found) -> str:
    """How a name stands; empty for a person's surname, an acronym, a common word that opens a sentence."""
    before, joint = word_before(text, found.start)
    lowered = before.rstrip(".").lower()
    single = len(found.entries[0].words) == 1
    if (lowered in TITLES and before[0].isupper()) or (single and _is_acronym(text, found)):
        return ""
    if _is_name(before) and lowered not in _PARTS and not before.endswith(("'s", "’s")):
        return "inside"
    after, _ = word_after(text, found.end)
    if _is_name(after):
        return "public" if _of_public_body(text, found.end) else "inside"
    if lowered in _LOCATIVE and joint != "-":
        return "located"
    if after in _PUBLIC:
        return "public"
    return "" if single and found.entries[0].words[0] in COMMON_WORDS else "plain"


def _is_acronym(text: str, found: Found) -> bool:
    """Whether a word in capitals stands among words that are not."""
    short = len(found.printed) <= _LONGEST_ACRONYM and found.printed.isupper()
    return short and (len(found.printed) < 4 or not in_capitals(text, found.start, found.end))


def _of_public_body(text: str, end: int) -> bool:
    """Whether one of the next capitalised words says that a public body is named after the place."""
    for _ in range(_REACH):
        word, _joint = word_after(text, end)
        if not word or not word[0].isupper():
            return False
        if word.lower() in _PUBLIC:
            return True
        end += len(word) + 1
    return False


def _is_name(word: str) -> bool:
    """Whether a word beside a name looks like a part of the same name."""
    plain = word.rstrip(".").lower()
    return bool(word) and word[0].isupper() and plain not in FUNCTION_WORDS and plain not in CALENDAR
