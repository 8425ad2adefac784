"""Finds where the names of a lexicon slice stand in a text, longest name first; which of them are meant is decided elsewhere.

Letter case counts: a word printed in lower case never stands for a name's capitalised word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analyse.lexicon import Entry
from generator.fold import APOSTROPHES, ASCII_NAME_WORD, NAME_WORD, PARTICLES, WORD, fold_word, possessive_length
from generator.model import Value

# Between the words of one name: spaces, at most one line break, a full stop after an initial, a hyphen or a dash without spaces.
_NEXT_WORD = re.compile(rf"(?:\.?[^\S\n]*+\n?[^\S\n]*+|[-‐‑–])({WORD.pattern})")
_PARTICLE_BEFORE = re.compile(r"(?<!\w)(?:[AaEe]l[-‐‑]|[AE]l )\Z")
_LAST_WORD = re.compile(rf"[^\W_][\w{APOSTROPHES}]*\Z")


class Found(Value, frozen=True, array_like=True):
    """A place where one or more names of the same words stand."""

    start: int
    end: int
    printed: str  # the first word that was looked up
    entries: tuple[Entry, ...]


def index_entries(entries: tuple[Entry, ...]) -> dict[str, list[Entry]]:
    """Entries by the word that is looked up, longest names first."""
    by_first: dict[str, list[Entry]] = {}
    for entry in entries:
        by_first.setdefault(entry.words[entry.first], []).append(entry)
    for found in by_first.values():
        if len(found) > 1:
            found.sort(key=lambda entry: -len(entry.words))
    return by_first


def find_names(text: str, by_first: dict[str, list[Entry]], start: int = 0, end: int | None = None) -> Iterator[Found]:
    """Names in order of position, none inside another; `start` and `end` bound the search."""
    done = start
    word = ASCII_NAME_WORD if text.isascii() else NAME_WORD  # on such a text the same, and a quarter faster
    for match in word.finditer(text, start, len(text) if end is None else end):
        printed = match[0]
        candidates = by_first.get(fold_word(printed))
        if candidates and match.start() >= done and not printed[0].islower():
            found = _longest(text, match, candidates)
            if found:
                done = found.end
                yield found


def _longest(text: str, match: re.Match[str], candidates: list[Entry]) -> Found | None:
    ahead: list[tuple[str, str, int]] = []
    if len(candidates) == 1:
        reach = _reach(text, match, candidates[0], ahead)
        return Found(*reach, match[0], (candidates[0],)) if reach else None
    best: list[Entry] = []
    start, end = 0, 0
    for entry in candidates:
        if best and len(entry.words) < len(best[0].words):
            break
        reach = _reach(text, match, entry, ahead)
        if reach:
            start, end = reach
            best.append(entry)
    return Found(start, end, match.group(), tuple(best)) if best else None


def _reach(text: str, match: re.Match[str], entry: Entry, ahead: list[tuple[str, str, int]]) -> tuple[int, int] | None:
    """Where this name begins and ends if it stands here; `ahead` keeps the words after the first for the next candidate."""
    printed, first = match.group(), entry.first
    if entry.shape[first] == "A" and not _fits(printed, "A"):
        return None
    start, stop = match.span()
    end = stop - possessive_length(printed)
    if len(entry.words) > first + 1:
        reached = _words_after(text, stop, entry, ahead) if end == stop else None
        if reached is None:
            return None
        end = reached
    if first:
        begun = _words_before(text, start, entry)
        if begun is None:
            return None
        start = begun
    if start < 3 or text[start - 2] != "l" or text[start - 1] not in " -‐‑":
        return None if entry.particle else (start, end)
    particle = _PARTICLE_BEFORE.search(text, start - 3, start)
    if particle:
        return particle.start(), end
    return None if entry.particle else (start, end)


def _words_after(text: str, at: int, entry: Entry, ahead: list[tuple[str, str, int]]) -> int | None:
    """End of the name's last word if all its words follow."""
    place, number, last = entry.first + 1, 0, len(entry.words) - 1
    while True:
        if number == len(ahead):
            word = _NEXT_WORD.match(text, ahead[-1][2] if ahead else at)
            ahead.append((fold_word(word[1]), word[1], word.end()) if word else ("", "", -1))
        key, printed, end = ahead[number]
        if end < 0:
            return None
        number += 1
        if key == entry.words[place] and _fits(printed, entry.shape[place]):
            possessive = possessive_length(printed)
            if place == last:
                return end - possessive
            if possessive:
                return None
            place += 1
        elif key not in PARTICLES and not (len(printed) == 1 and printed.isupper() and text[end : end + 2] == ". "):
            return None  # but for "Anna J. Morre"


def _words_before(text: str, at: int, entry: Entry) -> int | None:
    """Lower-case words at the head of a name ("de Veer"), read backwards."""
    for place in range(entry.first - 1, -1, -1):
        word = _LAST_WORD.search(text, max(0, at - 40), at - 1) if at else None
        if not word or text[at - 1] not in " -\n" or fold_word(word.group()) != entry.words[place]:
            return None
        at = word.start()
    return at


def _fits(printed: str, shape: str) -> bool:
    if shape == "A":
        return printed.replace(".", "").removesuffix("'s").removesuffix("’s").isupper()
    return shape == "c" or not printed[0].islower()
