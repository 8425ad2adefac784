"""Takes passages that a confirmed dispute rests on for what they are: somebody's account, however plainly an article tells it.

A contested sentence is shown as a claim and ties nobody to anybody; its words stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from generator.model import CitedDispute, Contribution, Sentence, Span

Contested = Mapping[str, tuple[Span, ...]]  # article -> passages


def contested_passages(disputes: Iterable[CitedDispute]) -> dict[str, tuple[Span, ...]]:
    """Article -> the passages on which the sides of open disputes rest, in order; a dispute that was explained contests none."""
    found: dict[str, set[tuple[int, int]]] = {}
    for dispute in disputes:
        for position in dispute.positions if dispute.status == "open" else ():
            for cite in position.cites:
                found.setdefault(cite.article, set()).add((cite.start, cite.end))
    return {article: tuple(Span(*one) for one in sorted(spans)) for article, spans in sorted(found.items())}


def as_accounts(contributions: tuple[Contribution, ...], contested: Contested) -> tuple[Contribution, ...]:
    """The same contributions, their contested sentences marked as claims and without the dealings that these tell."""
    return tuple([_as_account(one, contested[one.article]) if one.article in contested else one for one in contributions])


def _as_account(contribution: Contribution, passages: tuple[Span, ...]) -> Contribution:
    doubtful = {number for number, sentence in enumerate(contribution.sentences) if _overlaps(sentence, passages)}
    sentences = [
        msgspec.structs.replace(sentence, claim=True) if number in doubtful else sentence
        for number, sentence in enumerate(contribution.sentences)
    ]
    dealings = [dealing for dealing in contribution.dealings if dealing.sentence not in doubtful]
    return msgspec.structs.replace(contribution, sentences=tuple(sentences), dealings=tuple(dealings))


def _overlaps(sentence: Sentence, passages: tuple[Span, ...]) -> bool:
    return any(sentence.start < passage.end and passage.start < sentence.end for passage in passages)
