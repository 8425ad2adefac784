"""Turns the passages about one subject into its few points: what matters, what is new, each thing once.

All weights come from this subject's own articles, so that an article about somebody else changes nothing here.
"""

from __future__ import annotations

from collections import Counter
from heapq import heapify, heappop, heapreplace, nlargest
from itertools import repeat
from math import ceil, sqrt
from typing import NamedTuple

from generator.brief.origins import NEARLY, decides, nearly_same
from generator.brief.recency import weigh_dates
from generator.brief.signatures import Signatures
from generator.model import Contribution, Sentence, Value

MENTIONED = 0.5  # an article that merely mentions the subject counts half
# These were tuned on the development half of the set `background` (96 subjects), November 2026. Powers of 0.2 to 0.7 and
# shares of 0.1 to 0.3 differ by less than 0.4 ROUGE-1.
LENGTH_POWER = 0.5  # how strongly long sentences pay for the words that they cover
SAID_BEFORE = 0.3  # what a word counts that a chosen point holds already
LEAST_GAIN = 0.02  # of the first point's gain; below it a point would only repeat
FEWEST_FROM_ONE_ORIGIN = 2
CONTAINED = 0.8  # share of the shorter sentence's words from which it repeats the longer
MOST_WEIGHED = 2_000  # reports of most relevance; a subject of thousands of articles costs little more than one of hundreds
FEWEST_POINTS = 5  # however long they are
PAGE = 150  # words of all points together, which are read in under a minute
WORDS_A_POINT = 12  # a desk that asks for many points gets room for them


class Report(Value, frozen=True, array_like=True):
    """A passage with the article it stands in."""

    contribution: Contribution
    sentence: Sentence


class Reports:
    """All reports of some contributions, newest article first, and what is found out about them once for every choice."""

    def __init__(self, ordered: list[Contribution]) -> None:
        """`ordered` newest first."""
        self.ordered = ordered
        self.told_by: list[Contribution] = []
        self.sentences: list[Sentence] = []
        for contribution in ordered:
            passages, held = contribution.passages, contribution.sentences
            self.told_by += repeat(contribution, len(passages))
            self.sentences += [held[passage.sentence] for passage in passages]
        self._signatures = Signatures(sentence.signature for sentence in self.sentences)
        self._words: dict[int, list[str]] = {}
        self._same: dict[int, list[int]] = {}

    def words(self, number: int) -> list[str]:
        """The content words of a report, each once."""
        if number not in self._words:
            self._words[number] = self.sentences[number].words.split()
        return self._words[number]

    def same(self, number: int) -> list[int]:
        """Numbers of all reports that say the same as this one, itself included, in order."""
        if number not in self._same:
            whole = frozenset(self.words(number))
            alike = self._alike(number) if whole else (number,)
            self._same[number] = [n for n in alike if n == number or nearly_same(whole, self.sentences[n].words.split())]
        return self._same[number]

    def _alike(self, number: int) -> list[int]:
        """Numbers of the reports that could be nearly the same: they lack a few words at most. It spares comparing with all."""
        signature, words = self.sentences[number].signature, self.words(number)
        least = signature.bit_count() - (len(words) - ceil(NEARLY * len(words)))
        return list(self._signatures.sharing(signature, least))


class _Field(NamedTuple):
    """What one choice is made from."""

    relevance: list[float]  # of each report from the first one on
    words: dict[int, list[str]]  # of the reports that are weighed, by number
    counts: dict[str, int]  # of independent origins that use a word
    weights: dict[str, float]  # of words
    first: int  # number of the first report


def choose_points(
    reports: Reports,
    origins: dict[str, str],
    limit: int,
    hidden: frozenset[str],
    ids: dict[tuple[str, int], str],
    skipped: int = 0,
) -> list[list[Report]]:
    """The subject's points, the most telling first; each is all reports of one thing (near-identical sentences).

    The newest `skipped` articles are left out, as if they had not been written yet.

    Greedy choice under a budget of words. A sentence is worth the weights of its words, times its relevance, over a power of its
    length (the cost scaling of Lin and Bilmes, NAACL 2010). A word weighs by the square root of the number of independent
    origins that use it, and once a chosen point holds it, by a share of that: SumBasic's discount (Nenkova and Vanderwende, "The
    impact of frequency on summarization", 2005), which here does what the penalty of MMR does (Carbonell and Goldstein, 1998).
    The root, because one more report says less the more there are (Lin and Bilmes, ACL 2011). Relevance is the passage's weight
    in its article, halved where the subject is merely mentioned, times what its date counts. At most a share of the points comes
    from one origin. No gain ever grows, hence lazy evaluation (Minoux, 1978).
    """
    field = _field(reports, origins, skipped)
    told_by, sentences = reports.told_by, reports.sentences
    waiting = [(-gain, number, 0) for number, gain in _gains(field)]
    heapify(waiting)
    quota, room = _quota(reports.ordered[skipped:], origins, limit), max(PAGE, WORDS_A_POINT * limit)
    covered, from_origin, taken = set[str](), dict[str, int](), set[int]()
    points, least, turn, chosen = list[list[Report]](), 0.0, 0, list[frozenset[str]]()
    while waiting and len(points) < limit:
        negative, number, checked = waiting[0]
        origin, length = origins[told_by[number].article], sentences[number].text.count(" ") + 1
        if number in taken or from_origin.get(origin, 0) >= quota or (length > room and len(points) >= FEWEST_POINTS):
            heappop(waiting)
            continue
        if checked != turn:
            heapreplace(waiting, (-_gain(field, number, covered), number, turn))
            continue
        if -negative <= least:
            break
        group = [n for n in reports.same(number) if n >= field.first]
        taken.update(group)
        if any(_within(field.words[number], told) for told in chosen):
            continue
        if any(ids.get((told_by[n].article, sentences[n].start)) in hidden for n in group):
            continue
        points.append([Report(told_by[n], sentences[n]) for n in group])
        least = least or -negative * LEAST_GAIN
        turn += 1
        room -= length
        from_origin[origin] = from_origin.get(origin, 0) + 1
        covered.update(field.words[number])
        chosen.append(frozenset(field.words[number]))
    return points


def _field(reports: Reports, origins: dict[str, str], skipped: int) -> _Field:
    ordered = reports.ordered[skipped:]
    dates = {contribution.article: contribution.date for contribution in ordered}
    newness = weigh_dates({article: origins[article] if origins[article] in dates else article for article in dates}, dates)
    relevance: list[float] = []
    for contribution in ordered:
        factor = newness[contribution.article] * (1 if contribution.role == "about" else MENTIONED)
        relevance += [passage.weight * factor for passage in contribution.passages]
    first = len(reports.sentences) - len(relevance)
    places = range(len(relevance))
    weighed = places if len(places) <= MOST_WEIGHED else sorted(nlargest(MOST_WEIGHED, places, key=relevance.__getitem__))
    words = {first + place: reports.words(first + place) for place in weighed}
    by_origin: dict[str, set[str]] = {}
    for number, used in words.items():
        by_origin.setdefault(origins[reports.told_by[number].article], set()).update(used)
    counts = _count_words(by_origin)
    return _Field(relevance, words, counts, {word: sqrt(count) for word, count in counts.items()}, first)


def _count_words(by_origin: dict[str, set[str]]) -> dict[str, int]:
    """Word -> number of independent origins whose passages about the subject hold it."""
    counts = Counter[str]()
    for held in by_origin.values():
        counts.update(held)  # only counted: the order of a set reaches nothing
    return counts


def _quota(ordered: list[Contribution], origins: dict[str, str], limit: int) -> int:
    sources = {origins[contribution.article] for contribution in ordered if contribution.passages}
    return max(FEWEST_FROM_ONE_ORIGIN, ceil(2 * limit / max(len(sources), 1)))


def _gains(field: _Field) -> list[tuple[int, float]]:
    """What each report that is weighed adds where nothing is covered yet, by its number."""
    weight_of, relevance, first = field.weights.__getitem__, field.relevance, field.first
    return [
        (number, relevance[number - first] * sum(map(weight_of, words)) / len(words) ** LENGTH_POWER)
        for number, words in field.words.items()
        if words
    ]


def _gain(field: _Field, number: int, covered: set[str]) -> float:
    """What a report adds to the words covered so far, per power of its length."""
    words = field.words[number]
    total = sum([field.weights[word] * (SAID_BEFORE if word in covered else 1) for word in words])
    return float(field.relevance[number - field.first] * total / len(words) ** LENGTH_POWER) if words else 0.0


def _within(words: list[str], told: frozenset[str]) -> bool:
    """Whether of two sentences the shorter says little that the longer does not say; a figure or negation of its own is much."""
    common = told.intersection(words)
    shorter = told if len(told) < len(words) else frozenset(words)
    return len(common) >= CONTAINED * len(shorter) and not any(decides(word) for word in shorter - common)
