"""Turns what people deny, reject or contradict into suggestions of disputes: the words, beside whose words they may answer.

Rule: nothing here is certain, so nothing of it is ever published; the desk confirms a dispute by saving its file.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from generator.brief.words import NEGATION, content_words
from generator.fold import slug
from generator.model import Analysis, Body, Dispute, Span

# Verbs that set one account against another. "Dispute" the noun is none: "a dispute over fishing" does not say who errs.
_AGAINST = re.compile(
    r"\b(?:contradict(?:s|ed|ing)?|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|insist(?:s|ed|ing)?|refut(?:e|es|ed|ing)|"
    r"disput(?:es|ed|ing)|rebut(?:s|ted|ting)?|(?P<before>had (?:earlier |previously )?(?:said|told|promised|denied|insisted)))\b"
)
FEWEST_COMMON = 3  # content words that both passages have, and their share of the shorter one's
LEAST_SHARE = 0.4
MOST_COMPARED = 400  # statements that share a word with a passage
_MOST_NAMED = 8  # actors and countries in an article; a round-up of all sets nobody against anybody


class Told(msgspec.Struct, frozen=True):
    """One article, as far as statements are concerned."""

    id: str
    date: str
    body: Body
    analysis: Analysis


class Passage(msgspec.Struct, frozen=True):
    """A sentence with whoever says it."""

    article: str
    date: str
    speaker: str
    text: str
    words: tuple[str, ...]
    against: str  # "" | other | self: whether it answers somebody else's words, or the speaker's own earlier ones


class DisputeSuggestion(msgspec.Struct, frozen=True):
    """Two passages that may contradict each other."""

    id: str
    kind: str  # official-vs-official | self-over-time
    cue: str  # the passage that denies, rejects, insists
    other: str  # the passage that it may answer
    articles: tuple[str, str]
    speakers: tuple[str, str]
    common: int  # content words that both have
    path: str
    stub: str


def suggest_disputes(articles: Iterable[Told], known: Iterable[Dispute]) -> tuple[DisputeSuggestion, ...]:
    """Likely contradictions, those with most words in common first; what a dispute of the desk cites is not suggested again."""
    cited = {(cite.article, cite.text) for dispute in known for side in dispute.positions for cite in side.cites}
    ids = {dispute.id for dispute in known}
    passages = [passage for told in sorted(articles, key=lambda told: (told.date, told.id)) for passage in _passages(told)]
    by_word: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        for word in passage.words:
            by_word.setdefault(word, []).append(number)
    pairs = [
        (passage, passages[other], common)
        for number, passage in enumerate(passages)
        if passage.against and not _is_cited(passage, cited)
        for other, common in [_answered(number, passages, by_word)]
        if other >= 0 and not _is_cited(passages[other], cited)
    ]
    pairs.sort(key=lambda pair: (-pair[2], pair[0].date, pair[0].article, pair[0].text))
    found: list[DisputeSuggestion] = []
    for passage, other, common in pairs:
        id = _id(passage, other, ids)
        ids.add(id)
        found.append(_suggestion(id, passage, other, common))
    return tuple(found)


def _passages(told: Told) -> list[Passage]:
    """Every sentence in which somebody known says something, and every one with a verb of contradiction and one actor."""
    text, analysis = told.body.prose.text, told.analysis
    if told.body.rights == "metadata" or len({one.entity for one in analysis.mentions}) > _MOST_NAMED:
        return []
    found = []
    for span in analysis.sentences:
        sentence = text[span.start : span.end]
        cue = _AGAINST.search(sentence)
        speaker = _speaker(analysis, span) or (_named(analysis, span) if cue else "")
        if speaker and text.count(sentence) == 1:
            against = "" if cue is None else "self" if cue["before"] else "other"
            words = tuple(word for word in content_words(sentence) if word != NEGATION)
            found.append(Passage(told.id, told.date, speaker, sentence, words, against))
    return found


def _speaker(analysis: Analysis, span: Span) -> str:
    """Who speaks in a sentence, where one known speaker does."""
    speakers = [one.speaker or "" for one in analysis.quotations if one.start < span.end and span.start < one.end]
    return speakers[0] if len(set(speakers)) == 1 else ""


def _named(analysis: Analysis, span: Span) -> str:
    """The first actor that a sentence names."""
    named = (one.entity for one in analysis.mentions if one.type == "actor" and span.start <= one.start < span.end)
    return next(named, "")


def _answered(number: int, passages: list[Passage], by_word: Mapping[str, list[int]]) -> tuple[int, int]:
    """The statement that a passage most likely answers and the words both have; -1 where there is none. None is newer."""
    passage = passages[number]
    common = Counter[int]()
    for word in sorted(passage.words, key=lambda word: (len(by_word[word]), word)):
        if len(common) < MOST_COMPARED:
            common.update(other for other in by_word[word] if other != number)
    fitting = [(shared, other) for other, shared in common.items() if _fits(passage, passages[other], shared)]
    shared, other = max(fitting, default=(0, -1))
    return other, shared


def _fits(passage: Passage, other: Passage, shared: int) -> bool:
    alike = shared >= max(FEWEST_COMMON, LEAST_SHARE * min(len(passage.words), len(other.words)))
    if not alike or other.date > passage.date or other.text == passage.text:
        return False
    return (passage.speaker == other.speaker) is (passage.against == "self")


def _is_cited(passage: Passage, cited: set[tuple[str, str]]) -> bool:
    return any(article == passage.article and (text in passage.text or passage.text in text) for article, text in cited)


def _suggestion(id: str, passage: Passage, other: Passage, common: int) -> DisputeSuggestion:
    kind = "self-over-time" if passage.against == "self" else "official-vs-official"
    sides = "".join(
        f"  - text: {_scalar(one.text)}\n    held_by: [{one.speaker}]\n"
        f"    cites: [{{article: {one.article}, text: {_scalar(one.text)}}}]\n"
        for one in (other, passage)
    )
    stub = (
        f"question: What is it that they do not agree on?  # in your own words\nkind: {kind}\nstatus: open\npositions:\n{sides}"
    )
    return DisputeSuggestion(
        id=id,
        kind=kind,
        cue=passage.text,
        other=other.text,
        articles=(passage.article, other.article),
        speakers=(passage.speaker, other.speaker),
        common=common,
        path=f"content/disputes/{id}.yaml",
        stub=stub,
    )


def _id(passage: Passage, other: Passage, taken: set[str]) -> str:
    base = slug("-".join(dict.fromkeys((passage.speaker, other.speaker))))
    number, id = 1, base
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    return id


def _scalar(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
