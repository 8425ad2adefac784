"""Turns what articles tell of a subject and another entity into relations with a cited sentence each.

That two names stand in one sentence proves nothing but that: the label says so. What the metadata says is shown only where a
passage names both, what they did only where a sentence tells it as done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.brief.tenures import may_cover
from generator.brief.words import content_words
from generator.model import Belonging, Citation, Contribution, Relation, Sentence

MOST_RELATIONS = 60
CO_MENTION = "named together"
_RANK = {"structural": 0, "interaction": 1, "co-mention": 2}

_Passage = tuple[Contribution, Sentence]


def relate(ordered: list[Contribution], belongings: tuple[Belonging, ...]) -> tuple[Relation, ...]:
    """Structural relations first, then interactions, then co-mentions, each by number of articles.

    `ordered` is newest first. A co-mention is left out where another relation ties the two. The cite is the newest sentence
    that can stand alone; of an office or a membership rather one that calls it so, and of these rather one that was reported
    while it lasted. Where there is none, there is no relation.
    """
    counts: dict[str, int] = {}
    told: dict[str, list[_Passage]] = {}
    for contribution in ordered:
        for meeting in contribution.meetings:
            other, sentence = meeting.other, contribution.sentences[meeting.sentence]
            counts[other] = counts.get(other, 0) + 1
            if sentence.whole:
                told.setdefault(other, []).append((contribution, sentence))
    found = list(_structural(belongings, counts, told))
    found += _interactions(ordered)
    tied = {relation.other for relation in found}
    found += [_relation(other, "co-mention", CO_MENTION, counts[other], *told[other][0]) for other in told if other not in tied]
    found.sort(key=lambda relation: (relation.other, relation.label))
    found.sort(key=lambda relation: relation.date, reverse=True)
    found.sort(key=lambda relation: (_RANK[relation.kind], -relation.count))
    return tuple(found[:MOST_RELATIONS])


def _structural(belongings: tuple[Belonging, ...], counts: dict[str, int], told: dict[str, list[_Passage]]) -> Iterator[Relation]:
    """What ties the two, on the word of a sentence that calls it so; of several ties none that its sentence would belie."""
    lasted = _by_label(belongings)
    ties = Counter(other for other, _ in lasted)
    for (other, label), times in lasted.items():
        words, passages = frozenset(content_words(label)), told.get(other, [])
        titled = [one for one in passages if words.issubset(one[1].words.split())]
        usable = titled or (passages if ties[other] == 1 else [])
        if usable:
            of_its_time = (one for one in usable if any(may_cover(time.start, time.end, one[0].date) for time in times))
            yield _relation(other, "structural", label, counts[other], *next(of_its_time, usable[0]))


def _by_label(belongings: tuple[Belonging, ...]) -> dict[tuple[str, str], list[Belonging]]:
    """(Other entity, label) -> the times for which it lasted."""
    found: dict[tuple[str, str], list[Belonging]] = {}
    for one in belongings:
        found.setdefault((one.other, one.label), []).append(one)
    return found


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
