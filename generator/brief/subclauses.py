"""Turns a sentence and the place of a date in it into whether the date belongs to something that hangs on the sentence's verb.

A date takes the verb of its own clause: "meets for the first time since protests erupted in January" tells of no meeting in
January, and of "the lender it bought in July" no later news is.
"""

from __future__ import annotations

import re

_CLAUSE = r"(?:[^,;]|(?<=\d),(?=\d))*"  # up to the date; "14,164" has no end of a clause
_NOUN_PHRASE = r"(?<!told )(?<!assured )(?<!warned )(?<!informed )(?<!reminded )\b(?:the|an?|its|his|her|their) (?:[\w’'-]+ )"
# Whatever follows these in the same clause is no time of the main verb's.
_HANGS = re.compile(
    rf"\b(?:since|until|till|unless)\b{_CLAUSE}\Z"
    rf"|(?<![,;]) (?:who|which|whose|that (?:will|would|has|have|had|is|are|was|were))\b{_CLAUSE}\Z"
    rf"|\bafter [a-z]+ing\b{_CLAUSE}\Z"
    rf"|{_NOUN_PHRASE}{{1,4}}(?:it|he|she|they|we|I) (?:(?:had|has|have|once|first) )?(?!say|said|tell|told)[a-z]+\b{_CLAUSE}\Z"
    rf"|{_NOUN_PHRASE}{{1,3}}that\b{_CLAUSE}\Z"
    # "down 39% from its peak of 14,164 one year ago", "events from 1 January 2007 to the present"
    r"|\b(?:compared (?:with|to)|than (?:in|on|at|during|the|that|those)|against \d[\d.,]*|the same \w+ as|covering"
    r"|(?:relating|related|dating|going) (?:back )?to"
    r"|(?:from|below|above) (?:its|the|an?|their|his|her) (?:[\w-]+ )?(?:peak|high|low|level|record|total|figure)s?)\b"
    rf"{_CLAUSE}\Z"
    # "confrontation expected next week"; "is expected in May" is the main verb
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\b(?:expected|planned|due|scheduled|slated)"
    r"(?: (?:for|in|on|at))?(?: the)?(?: early| late| mid-?)? ?\Z"
)
# Behind these a month or a year is that of the other clause; a day may well be that of both.
_FOLLOWS = re.compile(
    rf"\bafter\b{_CLAUSE}\Z|\bbefore\b{_CLAUSE}\b(?:was|were|had|did|came|went|left|took|became|began|met|[a-z]{{2,}}ed)\b{_CLAUSE}\Z"
)
# "predicted that the industry would fail in 2009", "is willing to lower rates on 28 October", "when his term ends in 2013"
_FORESEEN = re.compile(
    r"\b(?:predict|forecast|anticipat|speculat|await|fear|hop)(?:s|e|es|ed|ing)?\b|\b(?:expects|expecting)\b"
    r"|\b(?:forecasters?|predictions?|projections?|projected|projecting)\b"
    rf"|\b(?:willing|ready|prepared|able|unable|free) to\b|\bwhen\b{_CLAUSE}\Z"
)
_AFTER_ANOTHER = re.compile(r"\bor(?: in| on)? \Z|day(?:,? and|,)(?: on)? \Z")
_BEFORE_ANOTHER = re.compile(r" or (?:in |on )?(?:[A-Z]|\d)")


def hangs_on_another_clause(sentence: str, at: int, precision: str) -> bool:
    """Whether a date at this place tells when something else was than what the sentence tells."""
    if _HANGS.search(sentence, 0, at):
        return True
    return precision != "day" and _FOLLOWS.search(sentence, 0, at) is not None


def is_only_foreseen(sentence: str, at: int) -> bool:
    """Whether a date to come is that of what somebody expects, offers or reckons with."""
    return _FORESEEN.search(sentence, 0, at) is not None


def is_one_of_two(sentence: str, at: int, end: int) -> bool:
    """Whether another date may be meant as well, "in February or March", or the one before it tells more."""
    return bool(_BEFORE_ANOTHER.match(sentence, end) or _AFTER_ANOTHER.search(sentence, 0, at))
