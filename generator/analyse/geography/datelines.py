"""Finds the dateline that an article prints at its very beginning: "ASHMOUTH, New Sarland, March 3 (Wire) -".

Rule: a dateline is short, begins with a place, and ends in a dash or an agency's name in brackets; anything else is text.
"""

from __future__ import annotations

import re

from generator.model import Prose, Span

_MONTH = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.?"
_PLACE = r"[A-Z][\w.'’/-]*(?: (?:[A-Z][\w.'’/-]*|de|del|la|of|the|and|on|upon|am|sur|es|al))*"
_DASH = r"(?: ?(?:--|[-–—])(?=\s))"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<region>, {_PLACE})?,?(?P<date>,? (?i:{_MONTH}) \d\d?(?:, \d{{4}})?,?)?"
    rf"(?:(?P<agency> ?\([A-Z][\w ./-]{{1,30}}\),?){_DASH}?|{_DASH})"
)
_REACH = 120


def dateline_end(text: str) -> int:
    """Where the dateline's places end; 0 where the text begins without one."""
    match = _match(text)
    if match is None:
        return 0
    return match.end("region") if match["region"] else match.end("place")


def printed_dateline(prose: Prose) -> Span | None:
    """The dateline at the head of a text, or under its headline, with the dash and the space behind it."""
    for block in prose.blocks[:2]:
        begun = story_start(prose.text[block.start : block.end])
        if begun:
            return Span(block.start, block.start + begun)
    return None


def story_start(text: str) -> int:
    """Where the story begins behind its dateline, whose date, agency and dash are passed over; 0 without one."""
    match = _match(text)
    if match is None:
        return 0
    rest = text[match.end() :]
    return match.end() + len(rest) - len(rest.lstrip())


def _match(text: str) -> re.Match[str] | None:
    match = _DATELINE.match(text, 0, _REACH)
    if match is None or not (match["place"].replace("Mc", "").isupper() or match["date"] or match["agency"]):
        return None
    return match
