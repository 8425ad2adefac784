"""Turns names and titles into keys for comparing: letter case, diacritics, apostrophes, hyphens and al-/el- fold away.

Folding is for comparing only. It never decides whether a passage is a name: that needs the text's own letter case.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

APOSTROPHES = "'’‘ʼʻʾʿ`´"
_LETTER = r"[^\W_]"
_ASCII_LETTER = "[0-9A-Za-z]"


def _rest_of_word(letter: str) -> str:
    """What follows a word's first letter: the points of U.S. and J.K., or letters with apostrophes between them."""
    dotted = rf"(?:\.[A-Z](?!{letter}))++\.?"
    plain = rf"{_ASCII_LETTER}*+{letter}*+(?:[{APOSTROPHES}]{letter}++)*+"  # its first part is only there to be fast
    return f"(?:{dotted}|{plain})"


WORD = re.compile(_LETTER + _rest_of_word(_LETTER))
# The look behind follows the first character, so that the search can skip to capitals and digits; the set is told by
# what is not in it, which Latin-1 can tell alone: it compiles two hundred times as fast.
NAME_WORD = re.compile(rf"[^\0-/:-@\[-\u00a9](?<!{_LETTER}.)(?<={_LETTER})" + _rest_of_word(_LETTER), re.DOTALL)
ASCII_NAME_WORD = re.compile(rf"[0-9A-Z](?<!{_ASCII_LETTER}.)" + _rest_of_word(_ASCII_LETTER), re.DOTALL)
_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DROPPED = {ord(mark): "" for mark in APOSTROPHES + "."}
# Letters that Unicode does not decompose, in the spelling that the press uses for them.
_PLAIN = _DROPPED | str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "a"}
)
PARTICLES = frozenset({"al", "el"})


@lru_cache(maxsize=1 << 15)
def fold_word(word: str) -> str:
    """Comparing key of one word: lower case, no marks above or below, no apostrophes; a possessive ending is kept out."""
    if word.isascii():
        return word.lower() if word.isalnum() else _POSSESSIVE.sub("", word).lower().translate(_DROPPED)
    return _fold_marks(word)


def _fold_marks(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word).casefold())
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch)).translate(_PLAIN)


def words(text: str) -> list[tuple[int, int, str]]:
    """Words of a text as (start, end, folded key), in order; hyphens part words, apostrophes do not; a possessive is outside."""
    found: list[tuple[int, int, str]] = []
    for match in WORD.finditer(text):
        word = match.group()
        key = fold_word(word)
        if key:
            found.append((match.start(), match.end() - possessive_length(word), key))
    return found


def possessive_length(word: str) -> int:
    """How many characters a possessive ending takes at the end of a word: 2 or 0."""
    return 2 if word[-2:] in ("'s", "’s", "'S", "’S") else 0


def fold_words(text: str) -> tuple[str, ...]:
    """Folded words of a name without al-/el- particles, unless nothing else is left."""
    keys = [key for _, _, key in words(text)]
    kept = [key for place, key in enumerate(keys) if key not in PARTICLES or place == len(keys) - 1]
    return tuple(kept)


def fold(text: str) -> str:
    """Comparing key of a name: "Ibrahim al-Ja'afari" and "IBRAHIM JAAFARI" give the same."""
    return " ".join(fold_words(text))


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Id made of `[a-z0-9-]` from a name in any script; empty if nothing of it can be spelt so."""
    latin = anyascii(text).lower().replace("'", "").replace("`", "")
    return _NOT_SLUG.sub("-", latin).strip("-")


def can_begin(word: str) -> bool:
    """Whether a word as printed can begin a name: capitalised, led by a digit, or in a script without letter case."""
    return not word[0].islower()


def name_words(text: str) -> tuple[str, ...]:
    """Folded words of a text with which a name can begin, sorted, without repetition."""
    if text.isascii():
        folded = set(map(fold_word, set(ASCII_NAME_WORD.findall(text))))
    else:
        folded = {fold_word(word) for word in set(NAME_WORD.findall(text)) if can_begin(word)}
    folded.discard("")
    return tuple(sorted(folded))


# One office, several titles. Source: the usage of English-language news agencies; titles are compared after folding.
_OFFICES = {
    "foreign minister": (
        "minister of foreign affairs",
        "minister for foreign affairs",
        "foreign affairs minister",
        "minister of external affairs",
        "external affairs minister",
        "minister of external relations",
        "foreign secretary",
        "secretary of state for foreign affairs",
    ),
    "prime minister": ("premier", "pm"),
    "defence minister": (
        "defense minister",
        "minister of defence",
        "minister of defense",
        "minister for defence",
        "minister of national defence",
        "defence secretary",
        "defense secretary",
        "secretary of defence",
        "secretary of defense",
    ),
    "finance minister": (
        "minister of finance",
        "minister for finance",
        "chancellor of the exchequer",
        "treasury secretary",
        "secretary of the treasury",
    ),
    "interior minister": (
        "minister of the interior",
        "minister of interior",
        "minister of internal affairs",
        "home secretary",
        "home affairs minister",
        "minister of home affairs",
    ),
    "justice minister": ("minister of justice", "minister for justice", "justice secretary"),
    "trade minister": ("minister of trade", "minister for trade", "commerce minister", "minister of commerce"),
    "health minister": ("minister of health", "minister for health", "health secretary"),
    "leader of the opposition": ("opposition leader",),
    "president": ("head of state",),
}
_MINISTER = re.compile(r"^minister (?:of|for) (?:the )?(.+)$")


@lru_cache(maxsize=1)
def _office_by_title() -> dict[str, str]:
    return {title: key for key, titles in _OFFICES.items() for title in titles}


@lru_cache(maxsize=4096)
def office_key(title: str) -> str:
    """One key for all titles of an office: "Minister of Foreign Affairs" and "Foreign Minister" give "foreign minister"."""
    folded = fold(title)
    known = _office_by_title().get(folded)
    if known:
        return known
    ministry = _MINISTER.match(folded)
    return f"{ministry.group(1)} minister" if ministry else folded
