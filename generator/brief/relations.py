"""Turns what articles tell of a subject and another entity into relations with a cited sentence each.

That two names stand in one sentence proves nothing but that: the label says so. What the metadata says is shown only where a
passage names both, what they did only where a sentence tells it as done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.brief.words import content_words
from generator.model import Citation, Contribution, Relation, Sentence

MOST_RELATIONS = 60
CO_MENTION = "named together"
_RANK = {"structural": 0, "interaction": 1, "co-mention": 2}

_Newest = dict[str, tuple[Contribution, Sentence]]
_Titled = dict[tuple[str, str], tuple[Contribution, Sentence]]


def relate(ordered: list[Contribution], structure: tuple[tuple[str, str], ...]) -> tuple[Relation, ...]:
    """Structural relations first, then interactions, then co-mentions, each by number of articles.

    `ordered` is newest first; `structure` holds (other entity, label) from metadata. A co-mention is left out where another
    relation ties the two. The cite is the newest sentence that can stand alone, of an office or a membership rather one that
    calls it so; where there is none, there is no relation.
    """
    counts: dict[str, int] = {}
    newest: _Newest = {}
    for contribution in ordered:
        for meeting in contribution.meetings:
            other, sentence = meeting.other, contribution.sentences[meeting.sentence]
            counts[other] = counts.get(other, 0) + 1
            if sentence.whole and other not in newest:
                newest[other] = (contribution, sentence)
    found = list(_structural(structure, counts, newest, _titled(ordered, structure)))
    found += _interactions(ordered)
    tied = {relation.other for relation in found}
    found += [_relation(other, "co-mention", CO_MENTION, counts[other], *newest[other]) for other in newest if other not in tied]
    found.sort(key=lambda relation: (relation.other, relation.label))
    found.sort(key=lambda relation: relation.date, reverse=True)
    found.sort(key=lambda relation: (_RANK[relation.kind], -relation.count))
    return tuple(found[:MOST_RELATIONS])


def _titled(ordered: list[Contribution], structure: tuple[tuple[str, str], ...]) -> _Titled:
    """(Other entity, label) -> the newest sentence that can stand alone, names both and holds the label's words."""
    labels: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for other, label in dict.fromkeys(structure):
        labels.setdefault(other, []).append((label, frozenset(content_words(label))))
    found: _Titled = {}
    for contribution in ordered if labels else ():
        for meeting in contribution.meetings:
            for label, words in labels.get(meeting.other, ()):
                sentence = contribution.sentences[meeting.sentence]
                if sentence.whole and (meeting.other, label) not in found and words.issubset(sentence.words.split()):
                    found[meeting.other, label] = (contribution, sentence)
    return found


def _structural(
    structure: tuple[tuple[str, str], ...], counts: dict[str, int], newest: _Newest, titled: _Titled
) -> Iterator[Relation]:
    """What ties the two, on the word of a sentence that calls it so; of several ties none that its sentence would belie."""
    ties = Counter(other for other, _ in dict.fromkeys(structure))
    for other, label in dict.fromkeys(structure):
        if (other, label) in titled:
            yield _relation(other, "structural", label, counts[other], *titled[other, label])
        elif other in newest and ties[other] == 1:
            yield _relation(other, "structural", label, counts[other], *newest[other])


def _interactions(ordered: list[Contribution]) -> Iterator[Relation]:
    """What the two did, by other entity and label; counted by articles that tell it in a sentence that can stand alone."""
    told: dict[tuple[str, str], dict[str, tuple[Contribution, Sentence]]] = {}
    for contribution in ordered:
        for dealing in contribution.dealings:
            sentence = contribution.sentences[dealing.sentence]
            if sentence.whole:
                told.setdefault((dealing.other, dealing.label), {}).setdefault(contribution.article, (contribution, sentence))
    for (other, label), articles in told.items():
        yield _relation(other, "interaction", label, len(articles), *next(iter(articles.values())))


def _relation(other: str, kind: str, label: str, count: int, contribution: Contribution, sentence: Sentence) -> Relation:
    cite = Citation(contribution.article, sentence.start, sentence.end, sentence.text)
    return Relation(other, kind, label, contribution.date, count, (cite,))
