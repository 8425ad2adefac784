"""Turns "He said …" into "[Tor Holm] said …" where the analysis is certain whom the pronoun means; the passage stays as it is.

Square brackets are what editors use for words of their own in words of another. Only a speaker's pronoun is ever completed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from generator.brief.faults import PRONOUN
from generator.brief.guards import sentence_fault
from generator.model import Quotation

_PRONOUNS = ("he", "she")


def pronouns_of(quotations: Sequence[Quotation], text: str, starts: list[int], names_allowed: bool) -> dict[int, Quotation]:
    """Number of a sentence -> the first report in it whose speaker is known though the text has a pronoun.

    Speakers that no metadata covers are named only where the article's words may be shown (`names_allowed`).
    """
    found: dict[int, Quotation] = {}
    for quotation in quotations:
        source = quotation.source
        known = quotation.speaker_name and (quotation.speaker or names_allowed)
        if (
            source is not None
            and known
            and source.end - source.start <= 3
            and text[source.start : source.end].lower() in _PRONOUNS
        ):
            found.setdefault(bisect_right(starts, source.start) - 1, quotation)
    return found


def complete(sentence: str, start: int, report: Quotation) -> tuple[str, str, str]:
    """The sentence with the speaker's name for the pronoun, its fault then, and the speaker; `start` is the sentence's own.

    Where it could not stand alone even so, nothing is completed.
    """
    source = report.source
    if source is None or not start <= source.start < start + len(sentence):
        return "", PRONOUN, ""
    before, name = sentence[: source.start - start], report.speaker_name or ""
    completed = f"{before}[{name}]{sentence[source.end - start :]}"
    fault = sentence_fault(completed)
    if fault:
        return "", fault, ""
    named = name.rpartition(" ")[2] in before  # "The road was Holm's, he said"
    return "" if named else completed, "", report.speaker or ""
