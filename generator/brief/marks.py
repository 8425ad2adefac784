"""Turns a text into where words stand between quotation marks, typographic, straight or typed, and whether they pair up."""

from __future__ import annotations

import re

BEGINS_QUOTED = re.compile(r"\A[\s(\[–—-]*(?:[\"“„«‘]|``|'(?=\w))")
QUOTED_WORDS = re.compile(
    r"“[^“”]*”|\"[^\"]*\"|„[^“”]*[“”]|«[^«»]*»|``.*?''|(?<!\w)‘.*?’(?!\w)|(?<!\w)'[^']*(?:'\w[^']*)*'(?!\w)", re.DOTALL
)
_MARK = re.compile(r"[\"“”„«»]")
_TYPED_MARK = re.compile(r"[\"“”„«»]|``|''")  # as in tokenised texts
_SINGLE_OPEN = re.compile(r"(?<!\w)(?:‘|'(?!(?:s|d|m|t|ll|re|ve)(?!\w)))(?=\w)")  # tokenised texts set "the city 's" apart
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")


def quoted_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where words stand between double quotation marks, as (start, end) with the marks; in order, linear in the text.

    A mark that is never closed quotes to the end of its paragraph, as printers do in quotations of several paragraphs.
    """
    if not has_marks(text):
        return ()
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n\n"):
        if has_marks(paragraph):
            found += _quoted_in_paragraph(paragraph, start)
        start += len(paragraph) + 2
    return tuple(found)


def _quoted_in_paragraph(paragraph: str, offset: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened = -1
    for match in (_TYPED_MARK if "``" in paragraph else _MARK).finditer(paragraph):
        mark, place = match.group(), match.start()
        if mark in ("“", "„", "«", "``") or (mark == '"' and _opens(paragraph, place, opened)):
            opened = place if opened < 0 else opened
        elif opened >= 0:
            found.append((offset + opened, offset + match.end()))
            opened = -1
    if opened >= 0:
        found.append((offset + opened, offset + len(paragraph)))
    return found


def has_marks(text: str) -> bool:
    """Whether any double quotation mark stands in a text; far cheaper than a pattern, and most sentences have none."""
    if '"' in text or "``" in text:
        return True
    return not text.isascii() and ("“" in text or "”" in text or "«" in text or "»" in text or "„" in text)


def has_single_marks(text: str) -> bool:
    """Whether a single mark may open a quotation; apostrophes stand inside words and are none."""
    return "‘" in text or ("'" in text and (" '" in text or "('" in text or text[0] == "'"))


def _opens(text: str, place: int, opened: int) -> bool:
    """Whether a straight mark opens a quotation: by its neighbours, in doubt by whether one is open."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    opening_side = before.isspace() or before in "([—–-/"
    closing_side = after.isspace() or after in ".,;:!?)]—–"
    if opening_side != closing_side:
        return opening_side
    return opened < 0


def is_balanced(text: str) -> bool:
    """Whether the marks of a text pair up."""
    low, high, closing = text.count("„"), text.count("“"), text.count("”")
    if (low != high + closing) if low else (high != closing):  # „so“ and „so” beside “so”
        return False
    if text.count('"') % 2 or text.count("«") != text.count("»") or text.count("``") != text.count("''"):
        return False
    return not has_single_marks(text) or len(_SINGLE_OPEN.findall(text)) <= len(_SINGLE_CLOSE.findall(text))
