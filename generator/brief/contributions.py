"""Turns one analysed article into what it says about each of its subjects, and into its own summary.

Only this article is looked at: an edit elsewhere never changes a contribution. Every passage is a whole sentence of the text.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from generator.brief.antecedents import UNKNOWN
from generator.brief.bygone import left_office, no_news, retold_of_old
from generator.brief.candidates import Candidate, list_candidates, sketch_sentences
from generator.brief.faults import HEADLINE
from generator.brief.happenings import date_for, dates_of_events, month_of_news
from generator.brief.interactions import Deed, list_deeds
from generator.brief.naming import Named, doubts_of, entities_of, named_in_sentences, roles_of
from generator.brief.passages import weigh_passages
from generator.brief.sayings import Offices, list_sayings, officials_on, said_for
from generator.brief.signatures import sign
from generator.brief.summaries import summarise
from generator.brief.voice import is_claim, takes_sides
from generator.brief.words import content_words
from generator.model import (
    Analysis,
    Body,
    Contributed,
    Contribution,
    CountryRole,
    DateMention,
    Dealing,
    Event,
    Meeting,
    Passage,
    Saying,
    Sentence,
    Sketch,
    Value,
)

MOST_EVENTS = 30
MOST_SAYINGS = 30
MOST_AT_A_MEETING = 8  # a sentence that names more entities is a roll-call and relates nobody to anybody


class _Given(Value, frozen=True, array_like=True):
    """What one article gives to its subjects, subject by subject; sentences by their number in the article."""

    passages: dict[str, list[tuple[int, float]]]  # number, weight
    events: dict[str, list[tuple[int, DateMention]]]
    meetings: dict[str, dict[str, int]]  # by other entity
    said_by: dict[str, list[Saying]]
    said_about: dict[str, list[Saying]]
    doubts: dict[str, int]
    deeds: list[Deed]


def contribute(
    body: Body,
    source: str,
    analysis: Analysis,
    countries: tuple[CountryRole, ...],
    offices: Offices = (),
    kinds: Mapping[str, str] = UNKNOWN,
    story_start: int = 0,
) -> Contributed:
    """What an article gives to every subject it names, is tagged with, or quotes.

    Of an article with rights `metadata` only roles are given, no words; of one in another language than English also the
    meetings, because the guards and the finding of quotations know English only. `source` is the publisher's id;
    `offices` say who served which country when, `kinds` what the entities are, as far as it is known; the story begins at
    `story_start`, behind a printed dateline.
    """
    roles = dict(sorted(roles_of(body, analysis, countries).items()))
    entities = entities_of(body, analysis, roles)
    origin = body.relays[0] if body.relays and body.relays[0] != body.id else ""
    if body.rights == "metadata":
        blank = {entity: Contribution(body.id, body.date, source, role) for entity, role in roles.items()}
        return Contributed(Sketch(body.id, body.date, origin), summary=(), entities=entities, by_subject=blank)
    named = named_in_sentences(analysis)
    concerned = frozenset(number for number, entities in enumerate(named) if entities or body.tags)
    candidates = list_candidates(body, analysis, concerned, kinds, story_start)
    for candidate, present in zip(candidates, named, strict=True):
        if candidate.speaker:
            present.setdefault(candidate.speaker, candidate.start)  # a completed pronoun names its speaker
    given = _given(body, analysis, candidates, named, roles, left_office(body.date, offices))
    sentences: dict[int, Sentence] = {}  # made once for all subjects
    by_subject: dict[str, Contribution] = {}
    for entity, role in roles.items():
        parts = _parts(entity, given, candidates, sentences)
        doubts = given.doubts.get(entity, 0)
        by_subject[entity] = Contribution(body.id, body.date, source, role, *parts[:-1], doubts, parts[-1])
    by_subject = _with_officials(by_subject, body, offices)
    known = {number: sentence.words for number, sentence in sentences.items() if sentence.whole}
    summary = summarise(candidates, known) if body.rights == "full" else ()
    digests = sketch_sentences(candidates)
    sketch = Sketch(body.id, body.date, origin, len(digests), digests)
    return Contributed(sketch, summary=summary, entities=entities, by_subject=by_subject)


def _with_officials(by_subject: dict[str, Contribution], body: Body, offices: Offices) -> dict[str, Contribution]:
    """The same with the article's topics, and for countries with what those said who held their offices that day.

    What these say is the country's own position, and none of others about it.
    """
    served = officials_on(body.date, offices) if offices else {}
    if not (served or body.topics):
        return by_subject
    said_by = {entity: one.said_by for entity, one in by_subject.items()}
    return {
        entity: msgspec.structs.replace(
            one,
            topics=body.topics,
            said_about=tuple([said for said in one.said_about if said.speaker not in served.get(entity, ())]),
            said_for=said_for(entity, served.get(entity, ()), said_by, offices),
        )
        for entity, one in by_subject.items()
    }


def _given(
    body: Body,
    analysis: Analysis,
    candidates: tuple[Candidate, ...],
    named: Named,
    roles: dict[str, str],
    left: frozenset[str],
) -> _Given:
    several = [number for number, present in enumerate(named) if 1 < len(present) <= MOST_AT_A_MEETING]
    meetings = _meetings(candidates, named, several)
    doubts = doubts_of(analysis)
    if (body.language.partition("-")[0] or "en").lower() != "en":
        return _Given({}, {}, meetings, {}, {}, doubts, [])
    old = retold_of_old(body, analysis, candidates, left) if left else {}
    passages = weigh_passages(body.tags, no_news(candidates, old), named)
    events = _events(body, candidates, named, analysis)
    deeds = list_deeds(body.prose.text, analysis.mentions, analysis.sentences, several, analysis.quotations) if several else []
    return _Given(passages, events, meetings, *_sayings(body, analysis, candidates, roles, old), doubts, deeds)


_Parts = tuple[
    tuple[Sentence, ...],
    tuple[Passage, ...],
    tuple[Saying, ...],
    tuple[Saying, ...],
    tuple[Event, ...],
    tuple[Meeting, ...],
    tuple[Dealing, ...],
]


def _parts(entity: str, given: _Given, candidates: tuple[Candidate, ...], made: dict[int, Sentence]) -> _Parts:
    """One subject's share; its sentences are numbered anew, because it is remembered by itself."""
    passages = given.passages.get(entity, [])
    events = given.events.get(entity, [])[:MOST_EVENTS]
    meetings = given.meetings.get(entity, {})
    used = {number for number, _ in passages}
    used.update([number for number, _ in events])
    used.update(meetings.values())
    deeds = [deed for deed in given.deeds if entity in (deed.doer, deed.other)]
    used.update([deed.sentence for deed in deeds])
    numbers = sorted(used)
    for number in numbers:
        if number not in made:
            made[number] = _sentence(candidates[number])
    place = {number: at for at, number in enumerate(numbers)}
    return (
        tuple([made[number] for number in numbers]),
        tuple([Passage(place[number], weight) for number, weight in passages]),
        tuple(given.said_by.get(entity, ())[:MOST_SAYINGS]),
        tuple(given.said_about.get(entity, ())[:MOST_SAYINGS]),
        tuple([Event(place[number], date.value, date.precision) for number, date in events]),
        tuple([Meeting(other, place[number]) for other, number in meetings.items()]),
        tuple([_dealing(deed, entity, place[deed.sentence]) for deed in deeds]),
    )


def _dealing(deed: Deed, entity: str, sentence: int) -> Dealing:
    """A deed as one of the two sees it."""
    return Dealing(deed.other, deed.done, sentence) if entity == deed.doer else Dealing(deed.doer, deed.undergone, sentence)


def _sentence(candidate: Candidate) -> Sentence:
    whole = not candidate.fault
    words = content_words(candidate.text) if whole else ()
    told = " ".join(words)
    claim = candidate.claim or is_claim(candidate.text)
    return Sentence(candidate.start, candidate.end, candidate.text, told, claim, whole, candidate.shown, sign(words))


def _events(
    body: Body, candidates: tuple[Candidate, ...], named: Named, analysis: Analysis
) -> dict[str, list[tuple[int, DateMention]]]:
    """Subject -> sentences that concern it and tell, without taking a side, when something happened, with that date.

    What the first sentence tells as just done, on no day, has the month of the report.
    """
    found: dict[str, list[tuple[int, DateMention]]] = {}
    lead = next((number for number, one in enumerate(candidates) if one.fault != HEADLINE), -1)
    dated = _dates_of_sentences(candidates, analysis.dates)
    if lead >= 0 and not candidates[lead].fault:
        dated = {lead: [], **dated}
    for number, dates in dated.items():
        concerned = dict.fromkeys((*named[number], *body.tags))
        if not concerned or takes_sides(candidates[number].text):
            continue
        sentence, start = candidates[number].text, candidates[number].start
        fitting = dates_of_events(sentence, start, dates, body.date)
        if number == lead and not fitting and not candidates[number].claim:
            fitting = month_of_news(sentence, body.date)
        for entity in concerned if fitting else ():
            date = date_for(sentence, start, fitting, named[number].get(entity, -1))
            if date:
                found.setdefault(entity, []).append((number, date))
    return found


def _dates_of_sentences(candidates: tuple[Candidate, ...], dates: tuple[DateMention, ...]) -> dict[int, list[DateMention]]:
    """Numbers of the sentences that can stand alone and hold dates, with these; in order."""
    number, last = 0, len(candidates)
    held: dict[int, list[DateMention]] = {}
    for date in dates:
        while number < last and candidates[number].end <= date.start:
            number += 1
        if number == last:
            break
        if not candidates[number].fault and date.start >= candidates[number].start:
            held.setdefault(number, []).append(date)
    return held


def _meetings(candidates: tuple[Candidate, ...], named: Named, several: list[int]) -> dict[str, dict[str, int]]:
    """Subject -> other entity -> the first sentence that names both, one that can stand alone if there is any."""
    found: dict[str, dict[str, int]] = {}
    for number in sorted(several, key=lambda number: candidates[number].fault != ""):
        for entity in named[number]:
            met = found.setdefault(entity, {})
            for other in named[number]:
                if other != entity and other not in met:
                    met[other] = number
    return found


def _sayings(
    body: Body, analysis: Analysis, candidates: tuple[Candidate, ...], roles: dict[str, str], old: Mapping[int, str]
) -> tuple[dict[str, list[Saying]], dict[str, list[Saying]]]:
    said_by: dict[str, list[Saying]] = {}
    said_about: dict[str, list[Saying]] = {}
    for saying, about in list_sayings(body.prose.text, analysis.quotations, candidates, analysis.dates, body.date, old):
        if saying.speaker:
            said_by.setdefault(saying.speaker, []).append(saying)
        for entity in about:
            if entity in roles:
                said_about.setdefault(entity, []).append(saying)
    return said_by, said_about
