"""Turns a sentence into the reason why it cannot stand alone: five kinds of misleading extract, and headlines.

A passage is shown whole or not at all: hedges, negations and verbs of saying stay because no rule here ever shortens one.
In doubt a sentence is passed over; a page with fewer points is better than one that misleads.
"""

from __future__ import annotations

import re

from generator.brief.faults import ATTRIBUTION, CONNECTIVE, CORRECTION, FRAGMENT, HEADLINE, PRONOUN, QUESTION, QUOTATION
from generator.brief.marks import BEGINS_QUOTED, QUOTED_WORDS, has_marks, has_single_marks, is_balanced
from generator.brief.openings import opening_fault
from generator.brief.references import hangs_on_another, joins_on

_PRONOUN_SPOKE = re.compile(r"\A\W*(?:(?:he|she|it|they|we|i)\b|\w+\s+(?:he|she|it|they|we|i)\b)", re.IGNORECASE)
_CLOSING = " \t\n\"”’'»)]"
_ENDS = (".", "!", "?", "…")
FEWEST_WORDS = 4
MOST_WORDS_OF_NOTHING = 12
_NOTHING_TOLD = re.compile(
    r"\b(?:declined|refused) to (?:comment|say|answer|elaborate|be named)\b|\btook note\b"
    r"|\b(?:would|could|did|has|have|had) not (?:immediately |yet )?"
    r"(?:comment(?:ed)?|respond(?:ed)?|reply|replied|elaborated?|be(?:en)? reached|"
    r"answer(?:ed)? (?:\w+ )?(?:telephone|phone|calls?))\b"
    r"|\b(?:will|would|is to|was to|were to) (?:issue|make|publish|release) an? (?:further |joint |public )?"
    r"(?:announcement|statement)\b"
    r"|\b(?:made|makes|had|has) no (?:further |immediate |public )?comment\b"
    r"|\b(?:said|says) nothing(?: in public| more| else| further| at all)?(?=[.,])"
    r"|\b(?:said|says) (?:that )?(?:he|she|they)(?: and \w+)? (?:dis)?agreed?\W*\Z"
    r"|\bneither\b.*\b(?:comment|respond|repli|answer)ed\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}: ")
_NO_VERB = re.compile(
    r"Not (?:in|on|at|through|by|for|from|with|to|here|there)\b(?!.* (?:did|does|do|has|have|had|will|would|was|were|is)\b)"
)
# "On Monday this newspaper reported that forty tonnes …", and the next sentence: it was fourteen.
_PRINTED = re.compile(
    r"\b(?:this (?:newspaper|paper|magazine|website|site|agency|programme|article|story|report)"
    r"|(?:earlier|previous|original) (?:version|edition) of this (?:article|story|report))"
    r" (?:had |has )?(?:\w+ly )?(?:gave|identified|misidentified|misstated|named|reported|said|stated|wrote)\b"
    r"|\b(?:incorrectly|mistakenly|wrongly) (?:gave|identified|named|reported|said|stated|wrote)\b",
    re.IGNORECASE,
)
_PRINTS = (
    *("his newspaper", "his paper", "his magazine", "his website", "his site", "his agency", "his programme", "his article"),
    *("his story", "his report", "correctly", "istakenly", "rongly"),
)  # one of them stands in every such sentence; spares nearly all the search
MOST_CHARACTERS = 700  # a longer "sentence" is a list or a table that no splitter understood


def quotation_fault(text: str) -> str:
    """`quotation` where marks do not pair up; `attribution` or `pronoun` where quoted words lack a named speaker."""
    if not (has_marks(text) or has_single_marks(text)):
        return ""
    if not is_balanced(text):
        return QUOTATION
    if not BEGINS_QUOTED.match(text):
        return ""
    outside = QUOTED_WORDS.sub(" ", text)
    if len(re.findall(r"\w+", outside)) < 2:
        return ATTRIBUTION
    return PRONOUN if _PRONOUN_SPOKE.match(outside) else ""


def form_fault(text: str) -> str:
    """`headline` for what is no sentence or hangs on a question before it, else empty."""
    ended = text[-1:] in _ENDS or text.rstrip(_CLOSING)[-1:] in _ENDS
    if text.startswith(("A: ", "Q: ")):
        return HEADLINE
    return "" if ended and len(text) <= MOST_CHARACTERS and "\n\n" not in text and not text.isupper() else HEADLINE


def is_labelled(text: str) -> bool:
    """Whether a sentence of a transcript begins with who speaks; elsewhere capitals and a colon may be a dateline."""
    return ": " in text and _LABEL.match(text) is not None


def substance_fault(text: str) -> str:
    """`question` for a sentence that asserts nothing, `correction`, `fragment` for one of very few words, else empty."""
    if "?" in text and text.rstrip(_CLOSING).endswith("?"):
        return QUESTION
    if any(map(text.__contains__, _PRINTS)) and _PRINTED.search(text):
        return CORRECTION
    words = text.count(" ") + 1
    if text[:4] == "Not " and _NO_VERB.match(text):
        return FRAGMENT
    return FRAGMENT if words < FEWEST_WORDS or (words <= MOST_WORDS_OF_NOTHING and _NOTHING_TOLD.search(text)) else ""


def reference_fault(text: str) -> str:
    """`pronoun` or `connective` where a sentence, behind its first words, hangs on another."""
    if hangs_on_another(text):
        return PRONOUN
    return CONNECTIVE if joins_on(text) else ""


def sentence_fault(text: str) -> str:
    """Why a sentence cannot stand alone, by its own words; empty if it can."""
    return form_fault(text) or opening_fault(text) or quotation_fault(text) or reference_fault(text) or substance_fault(text)
