"""Finds what an article retells of somebody in an office that he had left by then: said before, though nobody says when.

"Iraq's foreign minister said", of one who was it until two years ago, is no news of the day and no position of today.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

import msgspec

from generator.brief.candidates import Candidate
from generator.brief.happenings import last_day
from generator.brief.sayings import Offices
from generator.model import Analysis, Body, Span

_TITLE = re.compile(
    r"\b(?:ambassador|chancellor|chief|commander|governor|king|mayor|minister|premier|president|queen|secretary|senator|"
    r"spokes(?:man|woman|person))\b",
    re.IGNORECASE,
)
_OF_THEN = re.compile(r"\b(?:then|former|formerly|ex|late|at the time|who (?:was|had been))\b", re.IGNORECASE)
RETOLD = "retold"  # the fault of a sentence that is no news
_BESIDE = 60  # characters around a name in which its title stands


def left_office(day: str, offices: Offices) -> frozenset[str]:
    """Actors all of whose offices had ended by a day; nobody where it is not known to the day."""
    if len(day) < len("2020-05-01"):
        return frozenset()
    ends: dict[str, list[str]] = {}
    for actor, _, _, _, end in offices:
        ends.setdefault(actor, []).append(end)
    return frozenset(actor for actor, known in ends.items() if all(end and last_day(end) < day[:10] for end in known))


def retold_of_old(body: Body, analysis: Analysis, candidates: tuple[Candidate, ...], left: frozenset[str]) -> dict[int, str]:
    """Start of each quotation in a sentence in which one of those who `left` speaks with a title of old -> when it was said.

    That is the last date that its paragraph names before the sentence; empty where it names none.
    """
    starts = [candidate.start for candidate in candidates]
    spoken = [
        (quotation, candidates[max(bisect_right(starts, quotation.source.start) - 1, 0)])
        for quotation in analysis.quotations
        if quotation.source is not None
    ]
    old: dict[int, str] = {}
    for quotation, sentence in spoken:
        source = quotation.source
        if source and quotation.speaker in left and _has_title_of_old(body.prose.text, source, sentence):
            begun = max((block.start for block in body.prose.blocks if block.start <= sentence.start), default=0)
            named = [one.value for one in analysis.dates if begun <= one.start < sentence.start]
            old[sentence.start] = next((value for value in reversed(named) if last_day(value) < body.date[:10]), "")
    return {quotation.start: old[sentence.start] for quotation, sentence in spoken if sentence.start in old}


def _has_title_of_old(text: str, source: Span, sentence: Candidate) -> bool:
    """Whether a title stands beside a speaker's name as if it were today's."""
    beside = text[max(sentence.start, source.start - _BESIDE) : min(sentence.end, source.end + _BESIDE)]
    return bool(_TITLE.search(beside)) and not _OF_THEN.search(beside)


def no_news(candidates: tuple[Candidate, ...], old: Mapping[int, str]) -> tuple[Candidate, ...]:
    """The same sentences, those that hold one of these quotations marked as no point."""
    if not old:
        return candidates
    return tuple(
        [
            msgspec.structs.replace(one, fault=RETOLD) if any(one.start <= start < one.end for start in old) else one
            for one in candidates
        ]
    )
