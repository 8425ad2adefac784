"""Turns sketches of articles into origins: which articles are one report, and which passages say one thing.

Ten printings of one wire report are ten sources and one origin; nothing here ever raises the count of origins for a copy.
"""

from __future__ import annotations

from collections.abc import Collection

from generator.brief.words import NEGATION
from generator.model import Contribution, Sketch

NEARLY = 0.7  # share of common content words from which two sentences count as one; figures and negations must agree besides
SHORT = 10  # content words; of sentences with fewer, one must hold all that the other holds: titles and names are most of them
COPIED = 2  # fewest sentences that a copy shares with its model, unless both are the same throughout


def by_age(contributions: tuple[Contribution, ...]) -> list[Contribution]:
    """Oldest first, undated last, ties by id."""
    return sorted(contributions, key=lambda contribution: (contribution.date or "9999", contribution.article))


def by_news(contributions: tuple[Contribution, ...]) -> list[Contribution]:
    """Newest first, undated last, ties by id."""
    return sorted(sorted(contributions, key=lambda contribution: contribution.article), key=lambda c: c.date, reverse=True)


def trace_origins(sketches: tuple[Sketch, ...], hidden: tuple[str, ...] = ()) -> dict[str, str]:
    """Article -> its origin: itself, or the article or source whose report it is. Articles that are not given are their own.

    An article that says which article it relays has that one's origin. One that shares most of its sentences with an older
    article has that one's. Else one that relays a source has the source's id for an origin. Linear: each sentence leads to
    the oldest article that holds it only. `hidden` articles are not named: the oldest that relays one stands for it.
    """
    unnamed, first = frozenset(hidden), dict[str, str]()
    known = {one.article for one in sketches}
    origins: dict[str, str] = {}
    holder: dict[int, str] = {}
    models: dict[str, Sketch] = {}
    for one in sorted(sketches, key=lambda one: (one.date or "9999", one.article)):
        article, sketch = one.article, one.sentences
        holders = [] if holder.keys().isdisjoint(sketch) else list(filter(None, map(holder.get, sketch)))
        said = first.setdefault(one.origin, article) if one.origin in unnamed else one.origin
        model = said if said in known and said != article else ""
        if holders and not model:
            model = _model(one, holders, models)
        origins[article] = model or said or article
        models[article] = one
        holder.update(dict.fromkeys(sketch if not holders else [digest for digest in sketch if digest not in holder], article))
    return {article: model if model == article else _follow(article, origins) for article, model in origins.items()}


def _model(sketch: Sketch, holders: list[str], models: dict[str, Sketch]) -> str:
    """The older article with which this one shares most sentences, if it is most of the shorter one's; else empty.

    `holders` are the oldest articles of the sentences that others hold too.
    """
    if len(holders) < COPIED:
        return holders[0] if _is_whole_copy(sketch, models[holders[0]]) else ""
    shared: dict[str, int] = {}
    for article in holders:
        shared[article] = shared.get(article, 0) + 1
    nearest = min(shared, key=lambda article: (-shared[article], article))
    common, model = shared[nearest], models[nearest]
    most = common >= COPIED and 2 * common > min(sketch.size, model.size)
    return nearest if most or _is_whole_copy(sketch, model) else ""


def _is_whole_copy(sketch: Sketch, model: Sketch) -> bool:
    """Whether two articles hold the same sentences and no other."""
    return sketch.sentences == model.sentences and sketch.size == model.size == len(sketch.sentences)


def _follow(article: str, origins: dict[str, str]) -> str:
    """The end of a chain of relays; a ring of articles that relay each other has its first id for an origin."""
    seen = [article]
    while seen[-1] in origins and origins[seen[-1]] != seen[-1]:
        step = origins[seen[-1]]
        if step in seen:
            return min(seen[seen.index(step) :])
        seen.append(step)
    return seen[-1]


def count_origins(reports: list[Contribution], origins: dict[str, str]) -> int:
    """How many independent reports stand behind a point. A source's own article and one that relays the source are one."""
    keys = {origins[report.article] for report in reports}
    return len({report.source if report.source in keys else origins[report.article] for report in reports})


def nearly_same(words: frozenset[str], others: Collection[str]) -> bool:
    """Whether two sets of content words are those of one sentence in two printings (Jaccard, with equal figures and negation)."""
    size, length = len(words), len(others)
    if not size or length < NEARLY * size or size < NEARLY * length:
        return False
    common = len(words.intersection(others))
    if common < NEARLY * (size + length - common) or (common < min(size, length) < SHORT):
        return False
    return common == size == length or not any(decides(word) for word in words.symmetric_difference(others))


def decides(word: str) -> bool:
    """Whether a word alone makes two sentences different: a negation, or a figure."""
    return word == NEGATION or any(letter.isdigit() for letter in word)
