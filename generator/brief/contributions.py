"""Turns one analysed article into what it says about each of its subjects, and into its own summary.

Only this article is looked at: an edit elsewhere never changes a contribution. Every passage is a whole sentence of the text.
"""

from __future__ import annotations

from generator.brief.candidates import Candidate, list_candidates, sketch_sentences
from generator.brief.guards import FRAGMENT, HEADLINE, QUESTION, QUOTATION
from generator.brief.sayings import list_sayings
from generator.brief.words import content_words
from generator.model import Analysis, Body, Contributed, Contribution, CountryRole, Event, Meeting, Passage, Saying, Span

MOST_PASSAGES = 8  # of one article for one subject; the rest could never be chosen beside these
MOST_EVENTS = 30
MOST_SAYINGS = 30
MOST_AT_A_MEETING = 8  # a sentence that names more entities is a roll-call and relates nobody to anybody
SUMMARY_SENTENCES = 3
OPENING = 2  # an actor named in so many first sentences, or often, is what the article is about
OFTEN = 3

_Named = list[dict[str, int]]


def contribute(body: Body, source: str, analysis: Analysis, countries: tuple[CountryRole, ...]) -> Contributed:
    """What an article gives to every subject it names, is tagged with, or quotes.

    Of an article with rights `metadata` only roles are given, no words; of one in another language than English also the
    meetings, because the guards and the finding of quotations know English only. `source` is the publisher's id.
    """
    roles = _roles(body, analysis, countries)
    entities = _entities(body, analysis, roles)
    blank = {entity: _contribution(body, source, role) for entity, role in sorted(roles.items())}
    if body.rights == "metadata":
        return Contributed(summary=(), entities=entities, by_subject=blank)
    candidates = list_candidates(body, analysis)
    summary = summarise(candidates) if body.rights == "full" else ()
    named = _named(candidates, analysis)
    meetings = _meetings(candidates, named)
    english = (body.language.partition("-")[0] or "en").lower() == "en"
    passages = _passages(body, candidates, named) if english else {}
    events = _events(body, candidates, named, analysis) if english else {}
    said_by, said_about = _sayings(body, analysis, candidates, roles) if english else ({}, {})
    sketch = sketch_sentences(candidates)
    doubts = _doubts(analysis)
    by_subject = {
        entity: _contribution(
            body,
            source,
            role,
            passages=tuple(passages.get(entity, ())),
            said_by=tuple(said_by.get(entity, ())[:MOST_SAYINGS]),
            said_about=tuple(said_about.get(entity, ())[:MOST_SAYINGS]),
            events=tuple(events.get(entity, ())[:MOST_EVENTS]),
            meetings=tuple(meetings.get(entity, {}).values()),
            ambiguous=doubts.get(entity, 0),
            sketch=sketch,
        )
        for entity, role in sorted(roles.items())
    }
    return Contributed(summary=summary, entities=entities, by_subject=by_subject)


def _contribution(
    body: Body,
    source: str,
    role: str,
    passages: tuple[Passage, ...] = (),
    said_by: tuple[Saying, ...] = (),
    said_about: tuple[Saying, ...] = (),
    events: tuple[Event, ...] = (),
    meetings: tuple[Meeting, ...] = (),
    ambiguous: int = 0,
    sketch: tuple[int, ...] = (),
) -> Contribution:
    origin = body.relays[0] if body.relays else body.id
    return Contribution(
        body.id, body.date, source, role, origin, passages, said_by, said_about, events, meetings, ambiguous, sketch
    )


def _roles(body: Body, analysis: Analysis, countries: tuple[CountryRole, ...]) -> dict[str, str]:
    """Subject -> about or mentioned. Countries have been judged already; an actor is judged by place and number of mentions."""
    opening = analysis.sentences[OPENING - 1].end if len(analysis.sentences) >= OPENING else len(body.prose.text)
    counts: dict[str, int] = {}
    roles: dict[str, str] = {}
    for mention in analysis.mentions:
        entity = mention.entity
        counts[entity] = counts.get(entity, 0) + 1
        prominent = mention.start < opening or counts[entity] >= OFTEN
        if mention.type == "actor" and prominent:
            roles[entity] = "about"
        else:
            roles.setdefault(entity, "mentioned")
    for quotation in analysis.quotations:
        if quotation.speaker:
            roles.setdefault(quotation.speaker, "mentioned")
    for country in countries:
        roles[country.code] = country.role
    for tag in body.tags:
        roles[tag] = "about"
    return roles


def _entities(body: Body, analysis: Analysis, roles: dict[str, str]) -> tuple[str, ...]:
    names = set(roles)
    for quotation in analysis.quotations:
        names.update(quotation.about)
    for doubt in analysis.ambiguous:
        names.update(doubt.candidates)
    if body.dateline_country:
        names.add(body.dateline_country)
    return tuple(sorted(names))


def _doubts(analysis: Analysis) -> dict[str, int]:
    """Entity -> how many names of this article might mean it."""
    counts: dict[str, int] = {}
    for doubt in analysis.ambiguous:
        for entity in dict.fromkeys(doubt.candidates):
            counts[entity] = counts.get(entity, 0) + 1
    return counts


def _named(candidates: tuple[Candidate, ...], analysis: Analysis) -> _Named:
    """For each sentence, the entities named in it, each with the place of its first mention."""
    named: _Named = [{} for _ in candidates]
    number, last = 0, len(candidates)
    for mention in analysis.mentions:
        while number < last and candidates[number].end <= mention.start:
            number += 1
        if number == last:
            break
        if mention.start >= candidates[number].start:
            named[number].setdefault(mention.entity, mention.start)
    return named


def _passages(body: Body, candidates: tuple[Candidate, ...], named: _Named) -> dict[str, list[Passage]]:
    """Subject -> the sentences of most weight that name it, or of all sentences where the article is tagged with it."""
    found: dict[str, list[Passage]] = {}
    tags = tuple(dict.fromkeys(body.tags))
    for candidate, entities in zip(candidates, named, strict=True):
        if candidate.fault or not (entities or tags):
            continue
        words = content_words(candidate.text)
        for entity in entities:
            found.setdefault(entity, []).append(_passage(candidate, entities[entity], words))
        for tag in tags:
            if tag not in entities:
                found.setdefault(tag, []).append(_passage(candidate, -1, words))
    return {entity: _heaviest(passages) for entity, passages in found.items()}


def _passage(candidate: Candidate, mentioned_at: int, words: tuple[str, ...]) -> Passage:
    weight = _weight(candidate, mentioned_at)
    return Passage(candidate.start, candidate.end, candidate.text, weight, words, candidate.claim_by, candidate.claim)


def _weight(candidate: Candidate, mentioned_at: int) -> float:
    """Salience of a sentence for a subject within its article, 0 to 1.

    Half of it is the sentence's place, because news tells first what matters most (Lin and Hovy, "Identifying topics by
    position", 1997), half is the place of the name in the sentence, because what a sentence is about mostly opens it (the
    ranking of Centering: Grosz, Joshi and Weinstein, 1995). An unspoken subject counts as one that is named halfway.
    """
    place = 1 / (1 + candidate.place / 4)
    depth = 0.5 if mentioned_at < 0 else (mentioned_at - candidate.start) / max(candidate.end - candidate.start, 1)
    return round(0.5 * place + 0.5 * (1 - depth), 4)


def _heaviest(passages: list[Passage]) -> list[Passage]:
    if len(passages) <= MOST_PASSAGES:
        return passages
    chosen = sorted(passages, key=lambda passage: (-passage.weight, passage.start))[:MOST_PASSAGES]
    return sorted(chosen, key=lambda passage: passage.start)


def _events(body: Body, candidates: tuple[Candidate, ...], named: _Named, analysis: Analysis) -> dict[str, list[Event]]:
    """Subject -> dated sentences that concern it. The sentence's first date is the event's."""
    found: dict[str, list[Event]] = {}
    number, last, done = 0, len(candidates), -1
    for date in analysis.dates:
        while number < last and candidates[number].end <= date.start:
            number += 1
        if number == last:
            break
        candidate = candidates[number]
        if number == done or candidate.fault or date.start < candidate.start:
            continue
        done = number
        subjects = tuple(dict.fromkeys((*named[number], *body.tags)))
        if subjects:
            words = content_words(candidate.text)
            event = Event(candidate.start, candidate.end, candidate.text, date.value, date.precision, words)
            for entity in subjects:
                found.setdefault(entity, []).append(event)
    return found


def _meetings(candidates: tuple[Candidate, ...], named: _Named) -> dict[str, dict[str, Meeting]]:
    """Subject -> other entity -> the first sentence that names both, one that can stand alone if there is any."""
    found: dict[str, dict[str, Meeting]] = {}
    for whole in (True, False):
        for candidate, entities in zip(candidates, named, strict=True):
            if not 1 < len(entities) <= MOST_AT_A_MEETING or (candidate.fault == "") is not whole:
                continue
            for entity in entities:
                met = found.setdefault(entity, {})
                for other in entities:
                    if other != entity and other not in met:
                        met[other] = Meeting(other, candidate.start, candidate.end, candidate.text, whole)
    return found


def _sayings(
    body: Body, analysis: Analysis, candidates: tuple[Candidate, ...], roles: dict[str, str]
) -> tuple[dict[str, list[Saying]], dict[str, list[Saying]]]:
    said_by: dict[str, list[Saying]] = {}
    said_about: dict[str, list[Saying]] = {}
    for saying, about in list_sayings(body.prose.text, analysis.quotations, candidates):
        if saying.speaker:
            said_by.setdefault(saying.speaker, []).append(saying)
        for entity in about:
            if entity in roles:
                said_about.setdefault(entity, []).append(saying)
    return said_by, said_about


def summarise(candidates: tuple[Candidate, ...]) -> tuple[Span, ...]:
    """The article's own summary: its first sentences of running text.

    In news the opening is the summary to beat (Nenkova, "Automatic text summarization of newswire", 2005). Sentences follow
    each other without a gap, so a pronoun or connective has its antecedent before it; the summary begins at the first
    sentence that can stand alone and ends before a quotation that it would cut.
    """
    running = [candidate for candidate in candidates if candidate.fault != HEADLINE]
    first = next((number for number, candidate in enumerate(running) if candidate.fault in ("", FRAGMENT)), len(running))
    chosen: list[Span] = []
    for candidate in running[first : first + SUMMARY_SENTENCES]:
        if candidate.fault in (QUOTATION, QUESTION) and chosen:
            break
        chosen.append(Span(candidate.start, candidate.end))
    return tuple(chosen)
