"""Turns one article's text and analysis into its sentences, each with the reason why it may not stand alone.

One pass for all subjects: what a sentence is does not depend on whose page it may reach.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from zlib import crc32

from generator.brief.guards import ATTRIBUTION, HEADLINE, QUOTATION, quoted_stretches, sentence_fault
from generator.model import Analysis, Body, Quotation, Span, Value

MOST_SENTENCES_SKETCHED = 24  # a newspaper article has some twenty sentences; longer texts are known by a fixed choice of them
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


class Candidate(Value, frozen=True, array_like=True):
    """One sentence of an article."""

    start: int
    end: int
    text: str
    fault: str  # why it may not stand alone; empty: it may
    place: int  # how many sentences of running text stand before it
    claim: bool  # reports what somebody says
    claim_by: str  # whose entity, if linked


def list_candidates(body: Body, analysis: Analysis) -> tuple[Candidate, ...]:
    """All sentences in order.

    Headings, code and table rows count as headlines; a sentence inside a quotation as cut from it; a sentence with quoted words
    of somebody whom it does not name as one without attribution.
    """
    text = body.prose.text
    headings = tuple((block.start, block.end) for block in body.prose.blocks if block.kind != "paragraph")
    quoted = quoted_stretches(text)
    direct = tuple((quotation.start, quotation.end) for quotation in analysis.quotations if quotation.kind == "direct")
    claims = _claims(analysis)
    unattributed = _unattributed(analysis)
    found: list[Candidate] = []
    place = 0
    for number, span in enumerate(analysis.sentences):
        start, end = span.start, span.end
        sentence = text[start:end]
        fault = HEADLINE if headings and _inside(headings, start) else sentence_fault(sentence)
        if fault != HEADLINE and (_cuts(quoted, start, end) or _cuts(direct, start, end)):
            fault = QUOTATION
        if not fault and number in unattributed:
            fault = ATTRIBUTION
        claim_by = claims.get(number)
        found.append(Candidate(start, end, sentence, fault, place, claim_by is not None, claim_by or ""))
        place += fault != HEADLINE
    return tuple(found)


def _inside(stretches: tuple[tuple[int, int], ...], place: int) -> bool:
    number = bisect_right(stretches, (place, 1 << 62)) - 1
    return number >= 0 and place < stretches[number][1]


def _cuts(stretches: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether a sentence begins or ends inside one of the stretches (in order, without overlap)."""
    if not stretches:
        return False
    number = bisect_right(stretches, (start, -1)) - 1
    if number >= 0 and start < stretches[number][1]:
        return True
    number = bisect_right(stretches, (end, -1)) - 1
    return number >= 0 and end < stretches[number][1]


def _claims(analysis: Analysis) -> dict[int, str]:
    """Number of each sentence that reports somebody's words -> the speaker's entity, empty if that is not known."""
    found: dict[int, str] = {}
    starts = [span.start for span in analysis.sentences]
    for quotation in analysis.quotations:
        if quotation.kind == "mixed" and not is_attributed(quotation):
            continue
        first = max(bisect_right(starts, quotation.start) - 1, 0)
        last = max(bisect_right(starts, quotation.end - 1) - 1, first)
        for number in range(first, last + 1):
            found[number] = found.get(number) or quotation.speaker or ""
    return found


def _unattributed(analysis: Analysis) -> frozenset[int]:
    """Numbers of sentences that hold words between quotation marks, but not the words that say whose they are.

    The speaker may be known from another sentence; taken out alone, this one would pass off a claim as a fact.
    """
    if not analysis.quotations or not analysis.sentences:
        return frozenset()
    starts = [span.start for span in analysis.sentences]
    found: set[int] = set()
    for quotation in analysis.quotations:
        if quotation.kind == "indirect":
            continue
        first = max(bisect_right(starts, quotation.start) - 1, 0)
        last = max(bisect_right(starts, quotation.end - 1) - 1, first)
        where = Span(starts[first], analysis.sentences[last].end)
        if not is_attributed(quotation) or not _names_speaker(quotation, analysis, where):
            found.update(range(first, last + 1))
    return frozenset(found)


def _names_speaker(quotation: Quotation, analysis: Analysis, where: Span) -> bool:
    if quotation.source and where.start <= quotation.source.start < where.end:
        return True
    mentions = analysis.mentions
    number = bisect_left(mentions, where.start, key=lambda mention: mention.start)
    while number < len(mentions) and mentions[number].start < where.end:
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
