"""Finds words in quotation marks: straight and curly, double and single, guillemets, and quotations over several paragraphs.

Rule: marks pair inside one block; an open mark is carried on only where the next block opens with a mark again. One pass over
the marks, so unclosed ones by the thousand cost time in proportion.
"""

from __future__ import annotations

import re

from generator.model import Block, Value

_MARK = re.compile(r"[\"“”„«»‘'’]")
_CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"', "”": "”", "»": "«"}
_TYPED = re.compile(r"``|(?<!')''(?!')")
_ELISION = re.compile(r"(?:em|til|tis|twas|n|cause|round|bout|cos|s)\b|\d")
_ENDING = ",.!?…;:"


class Quoted(Value, frozen=True, array_like=True):
    """Words in marks: the content without its marks, and the stretch with them."""

    start: int
    end: int
    opened: int
    closed: int
    block: int  # index of the block
    carried: bool = False  # goes on from the block before
    unclosed: bool = False  # goes on in the next block


def plain_marks(text: str) -> str:
    """The same text, character for character as long, with common spaces and with "``" and "''" as double marks."""
    text = text.replace("\xa0", " ").replace("\u202f", " ")
    return _TYPED.sub(_plain_mark, text) if "''" in text or "``" in text else text


def _plain_mark(match: re.Match[str]) -> str:
    """One double mark and a space in place of two marks; the space stands outside the quoted words."""
    before = match.string[match.start() - 1 : match.start()]
    opens = match.group() == "``" or not before or before.isspace() or before in "([—–-"
    return ' "' if opens else '" '


def find_quoted(text: str, blocks: tuple[Block, ...]) -> list[Quoted]:
    """All quoted stretches of the paragraphs, in order, none inside another."""
    found: list[Quoted] = []
    marks_by_block: dict[int, list[tuple[int, str]]] = {}
    number = 0
    for match in _MARK.finditer(text):
        at = match.start()
        if match.group() in "‘'’" and at and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum():
            continue  # an apostrophe
        while number < len(blocks) and blocks[number].end <= at:
            number += 1
        if number < len(blocks) and blocks[number].start <= at and blocks[number].kind == "paragraph":
            marks_by_block.setdefault(number, []).append((at, match.group()))
    carried = False
    for number, marks in marks_by_block.items():
        pairs, left_open = _pair_doubles(text, [mark for mark in marks if mark[1] not in "‘'’"])
        pairs = _with_singles(text, pairs, [mark for mark in marks if mark[1] in "‘'’"])
        goes_on = left_open is not None and _reopens(text, blocks, number)
        for opened, closed in pairs:
            is_carried = carried and opened <= blocks[number].start + 1
            _add(found, text, Quoted(opened + 1, closed, opened, closed + 1, number, is_carried))
        if goes_on and left_open is not None:
            is_carried = carried and left_open <= blocks[number].start + 1
            _add(found, text, Quoted(left_open + 1, blocks[number].end, left_open, blocks[number].end, number, is_carried, True))
        carried = goes_on
    return found


def _add(found: list[Quoted], text: str, quoted: Quoted) -> None:
    if text[quoted.start : quoted.end].strip(" ,.;:-\n"):
        found.append(quoted)


def _reopens(text: str, blocks: tuple[Block, ...], number: int) -> bool:
    following = number + 1
    if following == len(blocks) or blocks[following].kind != "paragraph":
        return False
    return text[blocks[following].start : blocks[following].start + 2].lstrip()[:1] in tuple('"“„«»')


def _pair_doubles(text: str, marks: list[tuple[int, str]]) -> tuple[list[tuple[int, int]], int | None]:
    """Pairs of double marks, and an open mark that nothing closes."""
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    for at, mark in marks:
        if opened is not None and _closes(text, opened, at, mark):
            pairs.append((opened, at))
            opened = None
        elif opened is None:
            if mark in '"“„«' or (mark == "»" and _word_follows(text, at)):
                opened = at
        elif mark in "“„«" or mark == '"':
            opened = at
    return pairs, opened


def _closes(text: str, opened: int, at: int, mark: str) -> bool:
    """Whether a mark ends what another opened: its partner, or one typed the other way that cannot open anything."""
    if mark in _CLOSES[text[opened]]:
        return not _opens_anew(text, at, mark, opened)
    typed = (mark in '"“' and text[opened] == "“") or (mark == "”" and text[opened] == '"')
    return typed and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _opens_anew(text: str, at: int, mark: str, opened: int) -> bool:
    """A straight mark after a space and before a word cannot close: the mark before it was never closed."""
    return mark == '"' and at - opened > 1 and text[at - 1] == " " and _word_follows(text, at)


def _word_follows(text: str, at: int) -> bool:
    return at + 1 < len(text) and not text[at + 1].isspace()


def _with_singles(text: str, doubles: list[tuple[int, int]], marks: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """Add pairs of single marks outside double ones; a single pair around a double one takes its place."""
    if not any(mark in "‘'" for _, mark in marks):
        return doubles
    singles: list[tuple[int, int]] = []
    opened: int | None = None
    candidate: int | None = None
    inside = 0
    for at, mark in marks:
        while inside < len(doubles) and doubles[inside][1] < at:
            inside += 1
        if inside < len(doubles) and doubles[inside][0] < at:
            continue
        if _opens_single(text, at, mark):
            if opened is not None and candidate is not None:
                singles.append((opened, candidate))
            opened, candidate = at, None
        elif mark == "‘" or text[at - 1].isspace() or text[at + 1 : at + 2].isalnum():
            continue
        elif opened is not None and text[at - 1] in _ENDING:
            singles.append((opened, at))
            opened = candidate = None
        elif opened is not None and candidate is None:
            candidate = at
    if opened is not None and candidate is not None:
        singles.append((opened, candidate))
    return _merged(doubles, singles)


def _opens_single(text: str, at: int, mark: str) -> bool:
    before = text[at - 1] if at else " "
    follows = text[at + 1 : at + 2].isalnum()
    return mark in "‘'" and follows and not (before.isalnum() or before in ".,!?'’") and not _ELISION.match(text, at + 1)


def _merged(doubles: list[tuple[int, int]], singles: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for pair in sorted([*doubles, *singles]):
        if not merged or pair[0] > merged[-1][1]:
            merged.append(pair)
    return merged
