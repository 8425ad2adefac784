"""Tells whose other name a name could be: an initial, a short forename, another spelling, an acronym.

Rule: it only suggests. Where a name is like those of two entities, it is like neither.
"""

from __future__ import annotations

import re

from generator.fold import fold_words, words

INNER = "the same forename and surname"
INITIAL = "the same surname, and the forename's first letter"
SHORT = "the same surname, and a short form of the forename"
SPELLING = "another spelling"
LETTER = "one letter apart"
ACRONYM = "the first letters of its name"

_LETTER_APART = 8  # letters that a name needs for one letter to be a slip
_SKELETON = 5  # consonants that a name needs for its vowels not to count
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "la"})
# Sounds that one script's letters are written with in another's, each pair in the order in which it is replaced.
_SOUNDS = (("ph", "f"), ("ck", "k"), ("kh", "h"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("tch", "s"), ("ch", "s"))
_LETTERS = str.maketrans({"q": "k", "g": "k", "c": "k", "w": "v", "z": "s", "j": "y"})
_VOWELS = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"(.)\1+")
# Short forms that do not begin like their forename. Source: usage of English-language newspapers.
_SHORT_FORMS = {
    "bill": "william", "billy": "william", "bob": "robert", "bobby": "robert", "dick": "richard", "rick": "richard",
    "jim": "james", "jimmy": "james", "jack": "john", "ted": "edward", "ed": "edward", "hank": "henry", "harry": "henry",
    "chuck": "charles", "charlie": "charles", "kate": "katherine", "kathy": "katherine", "liz": "elizabeth",
    "betty": "elizabeth", "beth": "elizabeth", "peggy": "margaret", "meg": "margaret", "tony": "anthony", "andy": "andrew",
    "mike": "michael", "mick": "michael", "steve": "stephen", "dave": "david", "larry": "lawrence", "gerry": "gerald",
    "jerry": "gerald", "nick": "nicholas", "joe": "joseph", "tom": "thomas", "sandy": "alexander", "alec": "alexander",
    "gus": "augustus", "hal": "harold", "molly": "mary", "polly": "mary", "nancy": "anne", "sally": "sarah", "pepe": "josé",
    "paco": "francisco", "sasha": "alexander", "misha": "mikhail", "volodya": "vladimir",
}  # fmt: skip


class Likenesses:
    """Names of entities, indexed by everything that another form of the name would share with them."""

    def __init__(self) -> None:
        self._names: dict[str, set[str]] = {}
        self._marks: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}

    def add(self, entity: str, kind: str, name: str) -> None:
        """One name of an entity; `kind` is person, or anything else for a body."""
        folded = fold_words(name)
        self._names.setdefault(" ".join(folded), set()).add(entity)
        for mark in _marks(name, folded, kind == "person", acronyms=True):
            self._marks.setdefault(mark, {}).setdefault(entity, folded)

    def known(self, name: str) -> bool:
        """Whether some entity has this very name."""
        return " ".join(fold_words(name)) in self._names

    def find(self, name: str, kind: str) -> tuple[str, str]:
        """(entity, why) of the only entity whose name it could be, or two empty strings."""
        folded = fold_words(name)
        reasons: dict[str, str] = {}
        for person in (True, False) if kind == "unknown" else (kind == "person",):
            for mark in _marks(name, folded, person, acronyms=False):
                for entity, other in self._marks.get(mark, {}).items():
                    reason = _REASONS[mark[0]] if mark[0] != "surname" else _forenames_alike(name, folded, other)
                    if reason:
                        reasons.setdefault(entity, reason)
        return next(iter(reasons.items())) if len(reasons) == 1 else ("", "")


_REASONS = {"inner": INNER, "skeleton": SPELLING, "letter": LETTER, "acronym": ACRONYM}


def _marks(name: str, folded: tuple[str, ...], person: bool, *, acronyms: bool) -> list[tuple[str, ...]]:
    """What forms of one name share; a body's acronym is a mark of its name, a word in capitals one of an unlinked name."""
    kind = "person" if person else "body"
    kept = [word for word in folded if word not in _SUFFIXES]
    marks: list[tuple[str, ...]] = []
    if person and len(kept) > 1:
        marks += [("inner", kept[0], kept[-1]), ("surname", kept[-1])] if len(kept[0]) > 1 else [("surname", kept[-1])]
    skeleton = [_skeleton(word) for word in kept]
    if len(kept) > 1 and len("".join(skeleton)) >= _SKELETON:
        marks.append(("skeleton", kind, *skeleton))
    joined = " ".join(kept)
    if len(joined) >= _LETTER_APART and len(kept) > 1:
        marks += [("letter", kind, joined), *(("letter", kind, joined[:at] + joined[at + 1 :]) for at in range(len(joined)))]
    if not person:
        marks += [("acronym", letters) for letters in (_initials(name) if acronyms else _as_acronym(name))]
    return list(dict.fromkeys(marks))


def _skeleton(word: str) -> str:
    """The consonants of a word as they sound, with a mark for a vowel at its head."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    head = "a" if _VOWELS.match(word) else ""
    return _DOUBLED.sub(r"\1", head + _VOWELS.sub("", word[len(head) :].translate(_LETTERS)))


def _initials(name: str) -> list[str]:
    keys = [key for _, _, key in words(name)]
    return ["".join(key[0] for key in keys if key not in _SMALL)] if len(keys) > 1 else []


def _as_acronym(name: str) -> list[str]:
    letters = name.replace(".", "")
    return [letters.lower()] if 2 < len(letters) < 9 and letters.isupper() and letters.isalpha() else []


def _forenames_alike(name: str, folded: tuple[str, ...], other: tuple[str, ...]) -> str:
    """Why two names with one surname could be one person's, or an empty string."""
    one, two = folded[0], other[0]
    if one[0] == two[0] and (1 in (len(one), len(two)) or "." in name.split()[0]):
        return INITIAL
    shorter, longer = sorted((one, two), key=len)
    if len(shorter) > 2 and shorter != longer and longer.startswith(shorter):
        return SHORT
    return SHORT if _SHORT_FORMS.get(one, one) == _SHORT_FORMS.get(two, two) else ""
