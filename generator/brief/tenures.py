"""Turns times in office into timeline entries: when somebody took an office, when it ended.

The dates are the desk's, from the actor's file; an entry stands only where an article names the
holder by that title, and cites it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Citation, Contribution, Sentence, Term, TimelineEntry

_PRECISIONS = {4: "year", 7: "month", 10: "day"}
_PHRASES = {"begins": "{name} becomes {title}.", "ends": "{name} ceases to be {title}."}


def office_entries(subject: str, aged: list[Contribution], terms: tuple[Term, ...]) -> Iterator[TimelineEntry]:
    """Beginnings and ends of offices: the subject's own, or those of a country; contributions are given oldest first."""
    newest = max((contribution.date for contribution in aged), default="")
    for term in terms:
        if term.start == term.end:
            continue  # known to be held in that year or month, not to begin or end then
        found = _passage(subject, aged, term)
        if found is None:
            continue
        contribution, sentence = found
        cites = (Citation(contribution.article, sentence.start, sentence.end, sentence.text),)
        for kind, date in (("begins", term.start), ("ends", term.end)):
            if len(date) in _PRECISIONS and date <= newest:  # the page knows of no later day
                text = _PHRASES[kind].format(name=term.name, title=term.title)
                precision = _PRECISIONS[len(date)]
                yield TimelineEntry(date, precision, text, cites, contribution.date, kind, term.name, term.title)


def _passage(subject: str, aged: list[Contribution], term: Term) -> tuple[Contribution, Sentence] | None:
    """The first sentence of the time in office that names holder and title and can stand alone."""
    title, surname = term.title.lower(), term.name.split(" ")[-1]
    for contribution in aged:
        day = contribution.date
        if not day or day[: len(term.start)] < term.start or (term.end and day[: len(term.end)] > term.end):
            continue
        for number in _sentences_with(contribution, term.entity if term.entity != subject else ""):
            sentence = contribution.sentences[number]
            if sentence.whole and surname in sentence.text and title in sentence.text.lower():
                return contribution, sentence
    return None


def _sentences_with(contribution: Contribution, other: str) -> list[int]:
    """Numbers of the sentences that concern the subject; those that name another entity beside it, where one is given."""
    if not other:
        return list(range(len(contribution.sentences)))
    return [meeting.sentence for meeting in contribution.meetings if meeting.other == other]
