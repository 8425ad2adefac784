"""Tells from the words around a name whether the name is meant as it stands: sentence start, capitals, neighbours.

Rule: every test reads a bounded stretch, so that time grows with the number of names and not with the length of a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.analyse.speech.verbs import is_cue
from generator.analyse.vocabulary import CALENDAR, COUNTABLE_WORDS, FUNCTION_WORDS, TITLES, table
from generator.model import Span

_REACH = 60
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.'’]*)(-|\s)\Z")
_WORD_AFTER = re.compile(r"(\s|-)([^\W\d_][\w'’]*)")
_NO_WORD_END = frozenset(("", *' \n,;:!?"”()'))
# What follows a person's name and no common word: "Key, who", "Key himself", "Key also".
_PERSON_AFTER = re.compile(r" (?:also|later|himself|herself)\b|, (?:who|whose|whom|speaking|\d\d,)")
# What makes a bare word before it the subject of a sentence.
_VERB_AFTER = re.compile(
    r" (?:(?:had|has|will|would|did|does|could|should) [a-z]|(?:was|is) (?:not |also |now |then )?(?:[a-z]+(?:ing|ed)|due|born)\b"
    r"|(?:met|flew|left|went|came|took|gave|made|held|spoke|sent|saw|won|lost|ran|stood|began|became|sought|kept|led|drew|chose"
    r"|paid|rose|fell|sat|brought|bought|sold)\b"
    r"|[a-z]+ed (?:the|a|an|his|her|its|their|that|to|in|at|on|for|from|with|[A-Z]))|, in (?:his|her) "
)
_AND_NAME = re.compile(r" and (?:M(?:r|rs|s) )?[A-Z][a-z]")
_MONTHS = table("january february march april may june july august september october november december")
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|during|last|next|this|early|late|mid)[ -]|\d(?:st|nd|rd|th)?(?: of)? )\Z", re.IGNORECASE
)
_MAYBE_BEFORE = re.compile(r"\b(?:by|from|before|after|of|to) \Z", re.IGNORECASE)
_MONTH_AFTER = re.compile(r",? \d")
_JOINTS = frozenset("@/._")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>]+|[\w.+-]*@\w[\w.-]*|\b\w[\w-]*(?:\.[\w-]+)*\.[a-z]{2,6}(?:/[^\s<>]*|(?![\w.]))"
)
_OPENING = "\"'“‘«([-–— "


def starts_sentence(text: str, start: int, sentences: tuple[Span, ...], sentence_starts: list[int]) -> bool:
    """Whether nothing but an opening mark stands between the sentence's start and this place."""
    place = bisect_right(sentence_starts, start) - 1
    if place < 0:
        return True
    begun = sentences[place].start
    return start - begun <= 3 and not text[begun:start].strip(_OPENING)


def acts_as_person(text: str, word: str, end: int) -> bool:
    """Whether what follows a word that begins a sentence makes it a surname: it owns, speaks or acts."""
    if text[end : end + 2] in ("'s", "’s"):
        return True
    after, _ = word_after(text, end)
    if is_cue(after) or _PERSON_AFTER.match(text, end, end + 20):
        return True
    return word in COUNTABLE_WORDS and bool(_VERB_AFTER.match(text, end, end + 40) or _AND_NAME.match(text, end, end + 8))


def is_month(text: str, start: int, end: int) -> bool:
    """Whether a word that is also a month stands for the month: beside a number, after "in" or "last"."""
    if text[start:end].lower() not in _MONTHS:
        return False
    return bool(_MONTH_AFTER.match(text, end, end + 6) or _MONTH_BEFORE.search(text, max(0, start - 16), start))


def may_be_month(text: str, start: int, end: int) -> bool:
    """Whether such a word can be either: "a plan by May"."""
    return text[start:end].lower() in _MONTHS and bool(_MAYBE_BEFORE.search(text, max(0, start - 8), start))


def in_address(text: str, start: int, end: int) -> bool:
    """Whether a word is part of an address of the web or of electronic mail, or somebody's handle."""
    joined = text[end : end + 1] in "@/._" and text[end + 1 : end + 2].isalnum()
    if not joined and text[start - 1 : start] not in _JOINTS:
        return False
    left = max(text.rfind(" ", max(0, start - _REACH), start), text.rfind("\n", max(0, start - _REACH), start)) + 1
    match = _ADDRESS.search(text, left or max(0, start - _REACH), end + _REACH)
    return bool(match and match.start() <= start and match.end() >= end)


def in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the line around a word, or the word on either side, is in capitals, so that capitals tell nothing."""
    left = max(text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH, 0)
    stop = text.find("\n", end, end + _REACH)
    around = text[left:start] + text[end : stop if stop >= 0 else end + _REACH]
    before, after = word_before(text, start)[0], word_after(text, end)[0]
    if len(before) > 1 and len(after) > 1 and before.isupper() and after.isupper():
        return True
    return sum(map(str.isupper, around)) >= 4 and not any(map(str.islower, around))


def word_before(text: str, start: int) -> tuple[str, str]:
    """The word just before, and what joins it: a hyphen or a space; ("", "") after punctuation."""
    joint = text[start - 1 : start]
    if joint != "-" and not joint.isspace():
        return "", ""
    ahead = text[max(0, start - 30) : start - 1]
    plain = ahead[ahead.rfind(" ") + 1 :]
    if plain.isalpha():
        return plain, joint
    if plain[-1:] == "." and plain[:-1].isalpha():
        word = plain
    else:
        match = _WORD_BEFORE.search(text, max(0, start - 30), start) if plain[-1:] not in _NO_WORD_END else None
        if not match:
            return "", ""
        word = match.group(1)
    if word[-1] == "." and len(word) > 2 and "." not in word[:-1] and word[:-1].lower() not in TITLES:
        return "", ""
    return word, joint


def word_after(text: str, end: int) -> tuple[str, str]:
    """The word just after, and what joins it; ("", "") before punctuation or a possessive."""
    match = _WORD_AFTER.match(text, end, end + 30)
    return (match.group(2), match.group(1)) if match else ("", "")


def in_longer_name(text: str, start: int, end: int) -> bool:
    """Whether a surname stands inside another name: after a forename that is no title, or before a further capitalised word."""
    after, joint = word_after(text, end)
    if after and after[0].isupper() and after.lower() not in CALENDAR and (joint == "-" or after.lower() not in FUNCTION_WORDS):
        return joint != "-" or after not in ("Led",)
    return named_before(text, start)


def named_before(text: str, start: int) -> bool:
    """Whether the word before is part of the same name: capitalised, no title, no possessive, no word that opens a sentence."""
    before, joint = word_before(text, start)
    if not before or not before[0].isupper():
        return joint == "-" and before.lower() not in ("al", "el", "anti", "pro", "ex", "non", "post", "pre", "mid", "then")
    plain = before.rstrip(".").lower()
    return not (plain in TITLES or plain in FUNCTION_WORDS or plain in CALENDAR or before.endswith(("'s", "’s")))
