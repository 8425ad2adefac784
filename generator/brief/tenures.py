"""Turns times in office into timeline entries: when somebody took an office, when it ended.

The dates are the desk's, from the actor's file; an entry stands only where an article names the
holder by that title, and cites it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.model import Citation, Contribution, Sentence, Term, TimelineEntry

MOST_AFTER_THE_END = 200  # articles in which the end of an office is looked for; it is told at once or in passing
_PRECISIONS = {4: "year", 7: "month", 10: "day"}
_PHRASES = {"begins": "{name} becomes {title}.", "ends": "{name} ceases to be {title}."}
# What a later sentence says of somebody who holds the office no more.
_ENDED = re.compile(
    r"\b(?:former|ex|outgoing|resign\w*|step(?:s|ped|ping)? down|st(?:ood|ands?|anding) down|succe(?:ed\w*|ssors?)|"
    r"replac\w+|left|leav\w+|quit\w*|retir\w+|ousted|removed|dismissed|sacked|lost|los(?:es|ing)|died|dies)\b",
    re.IGNORECASE,
)


def office_entries(subject: str, aged: list[Contribution], terms: tuple[Term, ...]) -> Iterator[TimelineEntry]:
    """Beginnings and ends of offices: the subject's own, or those of a country; contributions are given oldest first."""
    newest = max((contribution.date for contribution in aged), default="")
    for term in terms:
        if term.start == term.end:
            continue  # known to be held in that year or month, not to begin or end then
        held = _passage(subject, aged, term)
        if held is None:
            continue
        for kind, date in (("begins", term.start), ("ends", term.end)):
            if len(date) in _PRECISIONS and date <= newest:  # the page knows of no later day
                told = _passage_of_end(subject, aged, term) if kind == "ends" else None
                contribution, sentence = told or held
                cites = (Citation(contribution.article, sentence.start, sentence.end, sentence.text),)
                text = _PHRASES[kind].format(name=term.name, title=term.title)
                yield TimelineEntry(date, _PRECISIONS[len(date)], text, cites, contribution.date, kind, term.name, term.title)


_Passage = tuple[Contribution, Sentence]


def _passage(subject: str, aged: list[Contribution], term: Term) -> _Passage | None:
    """The first sentence of the time in office that names holder and title and can stand alone."""
    return next((found for found in _naming(subject, aged, term) if not _is_over(found[0].date, term)), None)


def _passage_of_end(subject: str, aged: list[Contribution], term: Term) -> _Passage | None:
    """The first such sentence of its last day or soon after that tells of an end."""
    first = bisect_left(aged, term.end, key=lambda one: (one.date or "9999")[: len(term.end)])  # undated ones are last
    later = aged[first : first + MOST_AFTER_THE_END]
    return next((found for found in _naming(subject, later, term) if _ENDED.search(found[1].text)), None)


def may_cover(start: str, end: str, day: str) -> bool:
    """Whether a known day may lie in a time; a partial date counts as its whole span, an open start or end as no limit."""
    return bool(day) and start[: len(day)] <= day[: len(start)] and (not end or day[: len(end)] <= end[: len(day)])


def _is_over(day: str, term: Term) -> bool:
    return bool(term.end) and day[: len(term.end)] > term.end


def _naming(subject: str, aged: list[Contribution], term: Term) -> Iterator[_Passage]:
    """The sentences from the first day in office on that name holder and title and can stand alone, oldest first."""
    title, surname = term.title.lower(), term.name.split(" ")[-1]
    for contribution in aged:
        if not contribution.date or contribution.date[: len(term.start)] < term.start:
            continue
        for number in _sentences_with(contribution, term.entity if term.entity != subject else ""):
            sentence = contribution.sentences[number]
            if sentence.whole and surname in sentence.text and title in sentence.text.lower():
                yield contribution, sentence


def _sentences_with(contribution: Contribution, other: str) -> list[int]:
    """Numbers of the sentences that concern the subject; those that name another entity beside it, where one is given."""
    if not other:
        return list(range(len(contribution.sentences)))
    return [meeting.sentence for meeting in contribution.meetings if meeting.other == other]
