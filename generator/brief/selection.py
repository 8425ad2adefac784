"""Turns the passages about one subject into its few points: what matters, what is new, each thing once.

All weights come from this subject's own articles, so that an article about somebody else changes nothing here.
"""

from __future__ import annotations

from collections import Counter
from heapq import heapify, heappop, heapreplace
from math import ceil, sqrt
from typing import NamedTuple

from generator.brief.origins import NEARLY, decides, nearly_same
from generator.brief.recency import weigh_dates
from generator.model import Contribution, Sentence, Value

MENTIONED = 0.5  # an article that merely mentions the subject counts half
# These were tuned on the development half of the set `background` (96 subjects), November 2026. Powers of 0.2 to 0.7 and
# shares of 0.1 to 0.3 differ by less than 0.4 ROUGE-1.
LENGTH_POWER = 0.5  # how strongly long sentences pay for the words that they cover
SAID_BEFORE = 0.3  # what a word counts that a chosen point holds already
LEAST_GAIN = 0.02  # of the first point's gain; below it a point would only repeat
FEWEST_FROM_ONE_ORIGIN = 2
FEWEST_POINTS = 5  # however long they are
PAGE = 150  # words of all points together, which are read in under a minute
WORDS_A_POINT = 12  # a desk that asks for many points gets room for them


class Report(Value, frozen=True, array_like=True):
    """A passage with the article it stands in."""

    contribution: Contribution
    sentence: Sentence


class _Field(NamedTuple):
    """All that the choice is made from; the lists run parallel to `reports`."""

    reports: list[Report]
    relevance: list[float]
    printed: list[str]  # words with spaces between
    words: list[list[str]]
    weights: dict[str, float]  # of words
    counts: dict[str, int]  # of origins that hold a word


def choose_points(
    ordered: list[Contribution], origins: dict[str, str], limit: int, hidden: frozenset[str], ids: dict[tuple[str, int], str]
) -> list[list[Report]]:
    """The subject's points, the most telling first; each is all reports of one thing (near-identical sentences).

    Greedy choice under a budget of words. A sentence is worth the weights of its words, times its relevance, over a power of its
    length (the cost scaling of Lin and Bilmes, NAACL 2010). A word weighs by the square root of the number of independent
    origins that use it, and once a chosen point holds it, by a share of that: SumBasic's discount (Nenkova and Vanderwende, "The
    impact of frequency on summarization", 2005), which here does what the penalty of MMR does (Carbonell and Goldstein, 1998).
    The root, because one more report says less the more there are (Lin and Bilmes, ACL 2011). Relevance is the passage's weight
    in its article, halved where the subject is merely mentioned, times what its date counts. At most a share of the points comes
    from one origin. No gain ever grows, hence lazy evaluation (Minoux, 1978).
    """
    field = _field(ordered, origins)
    waiting = [(-gain, number, 0) for number, gain in enumerate(_gains(field))]
    heapify(waiting)
    quota, room = _quota(field, origins, limit), max(PAGE, WORDS_A_POINT * limit)
    covered, from_origin, taken = set[str](), dict[str, int](), set[int]()
    points, least, turn = list[list[Report]](), 0.0, 0
    while waiting and len(points) < limit:
        negative, number, checked = waiting[0]
        report = field.reports[number]
        origin, length = origins[report.contribution.article], report.sentence.text.count(" ") + 1
        if number in taken or from_origin.get(origin, 0) >= quota or (length > room and len(points) >= FEWEST_POINTS):
            heappop(waiting)
            continue
        if checked != turn:
            heapreplace(waiting, (-_gain(field, number, covered), number, turn))
            continue
        if -negative <= least:
            break
        group = _same(field, number)
        taken.update(group)
        if any(ids.get((field.reports[n].contribution.article, field.reports[n].sentence.start)) in hidden for n in group):
            continue
        points.append([field.reports[n] for n in group])
        least = least or -negative * LEAST_GAIN
        turn += 1
        room -= length
        from_origin[origin] = from_origin.get(origin, 0) + 1
        covered.update(field.words[number])
    return points


def _field(ordered: list[Contribution], origins: dict[str, str]) -> _Field:
    dates = {contribution.article: contribution.date for contribution in ordered}
    newness = weigh_dates({article: origins[article] if origins[article] in dates else article for article in dates}, dates)
    field = _Field([], [], [], [], {}, {})
    by_origin: dict[str, set[str]] = {}
    for contribution in ordered:
        factor = newness[contribution.article] * (1 if contribution.role == "about" else MENTIONED)
        held = by_origin.setdefault(origins[contribution.article], set())
        for passage in contribution.passages:
            sentence = contribution.sentences[passage.sentence]
            words = sentence.words.split()
            held.update(words)
            field.reports.append(Report(contribution, sentence))
            field.relevance.append(passage.weight * factor)
            field.printed.append(sentence.words)
            field.words.append(words)
    counts = _count_words(by_origin)
    return field._replace(weights={word: sqrt(count) for word, count in counts.items()}, counts=counts)


def _count_words(by_origin: dict[str, set[str]]) -> dict[str, int]:
    """Word -> number of independent origins whose passages about the subject hold it."""
    counts = Counter[str]()
    for held in by_origin.values():
        counts.update(held)  # only counted: the order of a set reaches nothing
    return counts


def _quota(field: _Field, origins: dict[str, str], limit: int) -> int:
    sources = {origins[report.contribution.article] for report in field.reports}
    return max(FEWEST_FROM_ONE_ORIGIN, ceil(2 * limit / max(len(sources), 1)))


def _gains(field: _Field) -> list[float]:
    """What each report adds where nothing is covered yet."""
    weight_of = field.weights.__getitem__
    return [
        relevance * sum(map(weight_of, words)) / len(words) ** LENGTH_POWER if words else 0.0
        for relevance, words in zip(field.relevance, field.words, strict=True)
    ]


def _gain(field: _Field, number: int, covered: set[str]) -> float:
    """What a report adds to the words covered so far, per power of its length."""
    words = field.words[number]
    total = sum([field.weights[word] * (SAID_BEFORE if word in covered else 1) for word in words])
    return float(field.relevance[number] * total / len(words) ** LENGTH_POWER) if words else 0.0


def _same(field: _Field, number: int) -> list[int]:
    """Numbers of all reports that say the same as this one, itself included, in order."""
    words = field.words[number]
    if not words:
        return [number]
    whole = frozenset(words)
    return [n for n in _alike(field, words) if n == number or nearly_same(whole, field.words[n])]


def _alike(field: _Field, words: list[str]) -> list[int]:
    """Numbers of the reports that could be nearly the same; spares comparing with all.

    Whatever is nearly the same holds all figures and negations, so that the rarest is asked for. Where there is none, it holds
    any of n - NEARLY n + 1 of n words (the prefix filter of Chaudhuri, Ganti and Kaushik, 2006), so that the rarest are.
    """
    rarest = sorted(words, key=lambda word: (field.counts[word], word))
    decisive = next(filter(decides, rarest), None)
    if decisive:
        return [n for n, printed in enumerate(field.printed) if decisive in printed]
    asked = frozenset(rarest[: len(words) - ceil(NEARLY * len(words)) + 1])
    return [n for n, apart in enumerate(map(asked.isdisjoint, field.words)) if not apart]
