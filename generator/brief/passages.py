"""Turns the sentences of one article into those that tell most of each subject, with their weights."""

from __future__ import annotations

from generator.brief.candidates import Candidate

MOST_PASSAGES = 8  # of one article for one subject; the rest could never be chosen beside these


def weigh_passages(
    tagged: tuple[str, ...], candidates: tuple[Candidate, ...], named: list[dict[str, int]]
) -> dict[str, list[tuple[int, float]]]:
    """Subject -> numbers and weights of the sentences that tell most of it, in order.

    They are those that name it (`named`: for each sentence, entities with the place of their first mention), or any where the
    article is tagged with it.
    """
    found: dict[str, list[tuple[int, float]]] = {}
    tags = tuple(dict.fromkeys(tagged))
    for number, entities in enumerate(named):
        if not (entities or tags) or candidates[number].fault:
            continue
        for entity, mentioned_at in entities.items():
            found.setdefault(entity, []).append((number, _weight(candidates[number], mentioned_at)))
        for tag in tags:
            if tag not in entities:
                found.setdefault(tag, []).append((number, _weight(candidates[number], -1)))
    return {entity: _heaviest(passages) for entity, passages in found.items()}


def _weight(candidate: Candidate, mentioned_at: int) -> float:
    """Salience of a sentence for a subject within its article, 0 to 1: the product of four shares.

    What the sentence is about mostly opens it (the ranking of Centering: Grosz, Joshi and Weinstein, 1995): the place of the
    name in it counts half; an unspoken subject counts as one that is named halfway. News tells first what matters most (Lin and
    Hovy, "Identifying topics by position", 1997): the sentence's place counts a fifth. So does whether it tells what happened
    rather than what somebody says. Those who act are named (Filatova and Hatzivassiloglou, "Event-based extractive
    summarization", 2004): the share of capitalised words counts up to half.
    """
    depth = 0.5 if mentioned_at < 0 else (mentioned_at - candidate.start) / max(candidate.end - candidate.start, 1)
    place = 0.8 + 0.2 / (1 + candidate.place / 4)
    told = 0.8 if candidate.claim else 1.0
    printed = candidate.text.split()
    named = 1 + sum([word[0].isupper() for word in printed[1:]]) / len(printed)
    return round((1 - depth / 2) * place * told * named / 2, 4)


def _heaviest(passages: list[tuple[int, float]]) -> list[tuple[int, float]]:
    if len(passages) <= MOST_PASSAGES:
        return passages
    return sorted(sorted(passages, key=lambda passage: (-passage[1], passage[0]))[:MOST_PASSAGES])
