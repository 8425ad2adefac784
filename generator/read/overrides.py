"""Turns the desk's word on single passages into offsets: each must match the article's text exactly once.

Nothing is matched by similarity; words before and after a passage tell it from the same words elsewhere.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from generator.model import MentionOverride, QuotationOverride, Span
from generator.problems import Problem
from generator.read.yaml_nodes import Document, KeyPath

if TYPE_CHECKING:
    from generator.read.fields import MentionFields, QuotationFields

_MOST_COUNTED = 100
_QUOTES = "\"“”„«»‘’'"


def read_mentions(
    document: Document, fields: list[MentionFields], text: str
) -> tuple[tuple[MentionOverride, ...], tuple[Problem, ...]]:
    """Mention overrides with their offsets in `text`."""
    overrides, problems = [], []
    for place, one in enumerate(fields):
        found = _match(document, ("mentions", place), text, one.text, one.prefix, one.suffix)
        if isinstance(found, Span):
            overrides.append(MentionOverride(found.start, found.end, "" if one.means == "none" else one.means))
        else:
            problems.append(found)
    return tuple(overrides), tuple(problems)


def read_quotations(
    document: Document, fields: list[QuotationFields], text: str
) -> tuple[tuple[QuotationOverride, ...], tuple[Problem, ...]]:
    """Quotation overrides with their offsets in `text`; quotation marks around the words are left out."""
    overrides, problems = [], []
    for place, one in enumerate(fields):
        words = one.text.strip(_QUOTES) if one.text not in text or one.text[:1] in _QUOTES[:6] else one.text
        found = _match(document, ("quotations", place), text, words or one.text, "", "")
        if isinstance(found, Span):
            overrides.append(QuotationOverride(found.start, found.end, "" if one.speaker == "none" else one.speaker))
        else:
            problems.append(found)
    return tuple(overrides), tuple(problems)


def _match(document: Document, where: KeyPath, text: str, words: str, prefix: str, suffix: str) -> Span | Problem:
    """The one place of these words between prefix and suffix; white space between them does not count."""
    before = re.escape(prefix.strip()) + r"\s*" if prefix.strip() else ""
    after = r"\s*" + re.escape(suffix.strip()) if suffix.strip() else ""
    # A lookahead finds overlapping matches too.
    pattern = re.compile(f"(?={before}({re.escape(words)}){after})")
    found = list(islice(pattern.finditer(text), _MOST_COUNTED))
    if len(found) == 1:
        return Span(found[0].start(1), found[0].end(1))
    place = document.at((*where, "text"))
    if not found:
        message = "These words do not stand in the article's text."
        return Problem(place, message, "words exactly as in the text", "copy the passage from the article")
    count = "100 or more" if len(found) == _MOST_COUNTED else str(len(found))
    message = f"These words stand in the article's text {count} times."
    return Problem(place, message, "exactly one place", "add prefix or suffix: the words right before or after the passage")
