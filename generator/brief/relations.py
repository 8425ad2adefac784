"""Turns meetings, sentences that name a subject and another entity, into relations with a cited sentence each.

That two names stand in one sentence proves nothing but that: the label says so. What the metadata says is shown only where a
passage names both.
"""

from __future__ import annotations

from generator.model import Citation, Contribution, Relation, Sentence

MOST_RELATIONS = 60
CO_MENTION = "named together"


def relate(ordered: list[Contribution], structure: tuple[tuple[str, str], ...]) -> tuple[Relation, ...]:
    """Structural relations first, then co-mentions, each by number of articles; contributions are given newest first.

    `structure` holds (other entity, label) from metadata. A structural relation takes the place of the co-mention with the
    same entity. The cite is the newest sentence that can stand alone; where there is none, there is no relation.
    """
    counts: dict[str, int] = {}
    newest: dict[str, tuple[Contribution, Sentence]] = {}
    for contribution in ordered:
        for meeting in contribution.meetings:
            other, sentence = meeting.other, contribution.sentences[meeting.sentence]
            counts[other] = counts.get(other, 0) + 1
            if sentence.whole and other not in newest:
                newest[other] = (contribution, sentence)
    labels: dict[str, list[str]] = {}
    for other, label in structure:
        if other in newest and label not in labels.setdefault(other, []):
            labels[other].append(label)
    found = [
        _relation(other, "structural", label, counts[other], *newest[other]) for other, given in labels.items() for label in given
    ]
    found += [
        _relation(other, "co-mention", CO_MENTION, counts[other], *newest[other]) for other in newest if other not in labels
    ]
    found.sort(key=lambda relation: (relation.other, relation.label))
    found.sort(key=lambda relation: relation.date, reverse=True)
    found.sort(key=lambda relation: (relation.kind != "structural", -relation.count))
    return tuple(found[:MOST_RELATIONS])


def _relation(other: str, kind: str, label: str, count: int, contribution: Contribution, sentence: Sentence) -> Relation:
    cite = Citation(contribution.article, sentence.start, sentence.end, sentence.text)
    return Relation(other, kind, label, contribution.date, count, (cite,))
