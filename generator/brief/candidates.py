"""Turns one article's text and analysis into its sentences, each with the reason why it may not stand alone.

One pass for all subjects: what a sentence is does not depend on whose page it may reach.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from zlib import crc32

from generator.brief.antecedents import UNKNOWN, leaves_owner_open, misses_antecedent
from generator.brief.completion import complete, pronouns_of
from generator.brief.faults import ATTRIBUTION, HEADLINE, PRONOUN, QUOTATION
from generator.brief.guards import form_fault, is_labelled, sentence_fault
from generator.brief.marks import quoted_stretches
from generator.model import Analysis, Body, Mention, Quotation, Value

MOST_SENTENCES_SKETCHED = 24  # a newspaper article has some twenty sentences; longer texts are known by a fixed choice of them
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


class Candidate(Value, frozen=True, array_like=True):
    """One sentence of an article."""

    start: int
    end: int
    text: str
    fault: str | None  # why it may not stand alone; empty: it may; None: not asked
    place: int  # how many sentences of running text stand before it
    claim: bool  # reports what somebody says
    shown: str = ""  # the text with a pronoun completed or without a dateline; empty: as it stands
    speaker: str = ""  # the entity that the completed pronoun means


def list_candidates(
    body: Body, analysis: Analysis, concerned: frozenset[int], kinds: Mapping[str, str] = UNKNOWN, story_start: int = 0
) -> tuple[Candidate, ...]:
    """All sentences in order; those that are not among the numbers `concerned` and quote nobody are only asked for their form.

    Headings, code and table rows count as headlines; a sentence inside a quotation as cut from it; a sentence with quoted words
    of somebody whom it does not name as one without attribution. One that hangs on a pronoun is completed where it can be.
    `kinds` are those of the entities: "person", "organisation", "country" and the like. What stands before `story_start` is a
    dateline, no part of what the first sentence says.
    """
    text, spans = body.prose.text, analysis.sentences
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    headings = _opening_in([(block.start, block.end) for block in body.prose.blocks if block.kind != "paragraph"], starts)
    direct = [(quotation.start, quotation.end) for quotation in analysis.quotations if quotation.kind == "direct"]
    cut = _cut([*quoted_stretches(text), *direct], starts, ends)
    claims, unattributed = _claims(analysis, starts, ends)
    pronouns = pronouns_of(analysis.quotations, text, starts, body.rights == "full")
    found: list[Candidate] = []
    place = 0
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        begun = story_start if start < story_start < end else start
        sentence = text[begun:end]
        fault: str | None = HEADLINE
        if number not in headings and not (body.kind == "transcript" and is_labelled(sentence)):
            asked = number in concerned or number in claims or number in unattributed
            fault = sentence_fault(sentence) if asked else form_fault(sentence) or None
            if fault == "" and _hangs_on_name(sentence, begun, analysis.mentions, kinds):
                fault = PRONOUN
        shown, speaker = sentence if begun > start else "", ""
        if fault == PRONOUN and number in pronouns:
            shown, fault, speaker = complete(sentence, begun, pronouns[number])
        if number in cut and fault != HEADLINE:
            fault = QUOTATION
        if not fault and number in unattributed:
            fault = ATTRIBUTION
        found.append(Candidate(start, end, text[start:end], fault, place, number in claims, shown, speaker))
        place += fault != HEADLINE
    return tuple(found)


def _hangs_on_name(sentence: str, start: int, mentions: tuple[Mention, ...], kinds: Mapping[str, str]) -> bool:
    return misses_antecedent(sentence, start, mentions, kinds) or leaves_owner_open(sentence, start, mentions, kinds)


def _opening_in(stretches: list[tuple[int, int]], starts: list[int]) -> set[int]:
    """Numbers of the sentences that begin inside one of the stretches."""
    found: set[int] = set()
    for start, end in stretches:
        found.update(range(bisect_left(starts, start), bisect_left(starts, end)))
    return found


def _cut(stretches: list[tuple[int, int]], starts: list[int], ends: list[int]) -> set[int]:
    """Numbers of the sentences that begin or end inside one of the stretches; linear, because these hardly overlap."""
    found: set[int] = set()
    for start, end in stretches:
        found.update(range(bisect_right(starts, start), bisect_left(starts, end)))
        found.update(range(bisect_right(ends, start), bisect_left(ends, end)))
    return found


def _claims(analysis: Analysis, starts: list[int], ends: list[int]) -> tuple[set[int], set[int]]:
    """Numbers of the sentences that report somebody's words, and of those that hold quoted words but not whose they are.

    Of the latter the speaker may be known from another sentence; taken out alone, it would pass off a claim as a fact.
    """
    claims: set[int] = set()
    unattributed: set[int] = set()
    if not starts:
        return claims, unattributed
    for quotation in analysis.quotations:
        first = max(bisect_right(starts, quotation.start) - 1, 0)
        last = max(bisect_right(starts, quotation.end - 1) - 1, first)
        numbers = range(first, last + 1)
        attributed = is_attributed(quotation)
        if attributed or quotation.kind != "mixed":
            claims.update(numbers)
        if quotation.kind == "indirect":
            continue
        if not attributed or not _names_speaker(quotation, analysis, starts[first], ends[last]):
            unattributed.update(numbers)
    return claims, unattributed


def _names_speaker(quotation: Quotation, analysis: Analysis, start: int, end: int) -> bool:
    if quotation.source and start <= quotation.source.start < end:
        return True
    mentions = analysis.mentions
    number = bisect_left(mentions, start, key=lambda mention: mention.start)
    while number < len(mentions) and mentions[number].start < end:
        if mentions[number].entity == quotation.speaker:
            return True
        number += 1
    return False


def is_attributed(quotation: Quotation) -> bool:
    """Whether anybody, linked or only named, is known to have spoken these words."""
    return bool(quotation.speaker or quotation.speaker_name)


def sketch_sentences(candidates: tuple[Candidate, ...]) -> tuple[int, ...]:
    """The smallest digests of the article's sentences, sorted: two printings of one report share most of them.

    A bottom-k sketch (Broder, "On the resemblance and containment of documents", 1997) over sentences in place of shingles:
    copies of a wire report keep or drop whole sentences. The shape of quotation marks does not count.
    """
    texts = [candidate.text for candidate in candidates if candidate.fault != HEADLINE]
    digests = {crc32((text if text.isascii() else text.translate(_STRAIGHT)).encode()) for text in texts}
    return tuple(sorted(digests)[:MOST_SENTENCES_SKETCHED])
