"""Turns an article's quotations into the sayings of its subjects: by whom, about whom, in which words.

Words without a known speaker are nobody's saying, and no saying is shown without the words that make it one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, timedelta

from generator.brief.candidates import Candidate, is_attributed
from generator.brief.guards import form_fault, sentence_fault
from generator.brief.happenings import first_day, last_day
from generator.brief.openings import opening_fault
from generator.brief.tenures import may_cover
from generator.model import DateMention, Quotation, Saying

_IMPERSONAL = re.compile(r"(?:It|This|That)\b")
# "In 2015 Holm said …": a date that opens the sentence and stands right before who speaks, behind such words.
_OPENS = re.compile(
    r"(?:(?:(?:Back|As early as|As late as|Already|But|And|Yet) )?(?:in|on|during|as early as)(?: early| late| mid-?)? ?)?",
    re.IGNORECASE,
)
# "Holm said in May 2016 that …": a date right behind the verb. Behind anything else it may belong to what was said.
_FOLLOWS = re.compile(r" (?:(?:back|first|already) )?(?:(?:in|on|during|as early as)(?: early| late| mid-?)? ?)?")
# "told the council in May 2016", "told Parliament in 2015": such a date behind those who were told it.
_TOLD_THEM = re.compile(
    r"(?<=\btold) (?:(?:the|an?|his|her|their) (?:(?!that\b)[a-z]+ )?(?!that\b)[a-z]+|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*|delegates|"
    r"lawmakers|journalists|members|officials|parliament|police|reporters|supporters)(?= )"
)
_NEAR = 30  # characters behind the verb in which such a date begins
LONG_BEFORE = 31  # days: a statement retold after so long is no news of the day
DAYS_BEFORE = 6  # of what somebody “had said” on a day
MOST_SENTENCES = 3  # a reported statement that runs on is no single statement


def list_sayings(
    text: str,
    quotations: tuple[Quotation, ...],
    candidates: tuple[Candidate, ...],
    dates: tuple[DateMention, ...],
    published: str,
    retold: Mapping[int, str],
) -> list[tuple[Saying, tuple[str, ...]]]:
    """Each saying with the entities that it is about, in order of position.

    A direct quotation that is a sentence of its own is shown as its content, without marks and without the comma before the
    closing one. All others, also fragments and quotations in two parts, are shown as the whole sentence in which they stand:
    taken out, "would not commit to any combat role" does not read, and the sentence keeps hedge and attribution. A sentence
    that cannot stand alone is passed over, and so are quoted words whose first one means somebody named before them. What was
    said long before the article was `published` has the day on which it was said. `dates` in order. `retold`: start of a
    quotation that is known to be old -> when it was made; where nobody says when, it is passed over.
    """
    old, earlier = _told_before(dates, published, LONG_BEFORE), _told_before(dates, published, DAYS_BEFORE)
    starts = [candidate.start for candidate in candidates]
    shared: dict[int, int] = {}
    for quotation in quotations:
        first = max(bisect_right(starts, quotation.start) - 1, 0)
        shared[first] = shared.get(first, 0) + 1
    found: dict[tuple[int, int, str], tuple[Saying, tuple[str, ...]]] = {}
    for quotation in quotations:
        if not is_attributed(quotation):
            continue
        first = max(bisect_right(starts, quotation.start) - 1, 0)
        last = max(bisect_right(starts, quotation.end - 1) - 1, first)
        told_before = earlier if quotation.cue and text.endswith(" had ", 0, quotation.cue.start) else old
        day = _day_of_retold(text, quotation, candidates[first].start, told_before) if told_before else ""
        if not day and quotation.start in retold:
            day = _plain(retold[quotation.start])
            if not day:
                continue
        span = _shown(text, quotation, candidates[first : last + 1], shared[first] == 1)
        if span is None:
            continue
        speaker = quotation.speaker or ""
        key = (span[0], span[1], speaker or quotation.speaker_name or "")
        about = tuple(entity for entity in quotation.about if entity != speaker)
        known = found.get(key)
        if known:
            found[key] = (known[0], tuple(dict.fromkeys(known[1] + about)))
            continue
        only = candidates[first]
        shown = only.shown if (span[0], span[1]) == (only.start, only.end) else ""
        found[key] = (_saying(text, span, quotation, shown, day), about)
    return list(found.values())


def _told_before(dates: tuple[DateMention, ...], published: str, days: int) -> list[DateMention]:
    """Those dates that lie so long before a day of publication; none where that is not known to the day."""
    if len(published) < len("2020-05-01"):
        return []
    limit = (date.fromisoformat(published[:10]) - timedelta(days)).isoformat()
    return [mention for mention in dates if last_day(mention.value) < limit]


def _day_of_retold(text: str, quotation: Quotation, sentence: int, old: list[DateMention]) -> str:
    """Which of these dates, in order, tells when the words were said, and not what they are about; empty if none does."""
    cue, source = quotation.cue, quotation.source
    if cue is None or source is None:
        return ""
    told = _TOLD_THEM.match(text, cue.end)
    verb = told.end() if told else cue.end
    for number in range(bisect_left(old, sentence, key=_start), len(old)):
        date = old[number]
        if date.start >= verb + _NEAR:
            return ""
        opens = quotation.start >= cue.end and _OPENS.fullmatch(text, sentence, date.start)
        if opens and "," not in text[date.end + 1 : source.start]:
            return _plain(date.value)
        if _FOLLOWS.fullmatch(text, verb, date.start):
            return _plain(date.value)
    return ""


def _plain(value: str) -> str:
    """A date as day, month or year: of a week the month of its first day, of a quarter the year."""
    if "W" in value:
        return first_day(value)[: len("2020-05")]
    return value[: len("2020")] if "Q" in value else value


def _start(mention: DateMention) -> int:
    return mention.start


_NO_STATE_OFFICE = re.compile(r"opposition|shadow|leader|spokes|party|candidate|\bmps?\b|member|critic|former")
Offices = tuple[tuple[str, str, str, str, str], ...]  # actor, title, country, start, end


def officials_on(day: str, offices: Offices) -> dict[str, tuple[str, ...]]:
    """Country -> the actors that may have held an office of it on a day, sorted; nobody where the day is not known.

    A partial date counts as its whole span, an open end as not ended. Who leads or speaks for a party holds no office of state.
    """
    served: dict[str, set[str]] = {}
    for actor, title, of, start, end in offices:
        if _NO_STATE_OFFICE.search(title.lower()):
            continue
        if may_cover(start, end, day):
            served.setdefault(of, set()).add(actor)
    return {of: tuple(sorted(actors)) for of, actors in served.items()}


def said_for(
    country: str, officials: tuple[str, ...], said_by: Mapping[str, tuple[Saying, ...]], offices: Offices
) -> tuple[Saying, ...]:
    """What a country's officials said; of what they said long before, only what they said as officials."""
    found = [(official, said) for official in officials for said in said_by.get(official, ())]
    return tuple([said for who, said in found if not said.day or who in officials_on(said.day, offices).get(country, ())])


def _saying(text: str, span: tuple[int, int], quotation: Quotation, shown: str, day: str) -> Saying:
    return Saying(
        start=span[0],
        end=span[1],
        text=text[span[0] : span[1]],
        kind=quotation.kind,
        speaker=quotation.speaker or "",
        speaker_name=quotation.speaker_name or "",
        relay=quotation.relay,
        method=quotation.method,
        shown=shown,
        day=day,
    )


def _shown(text: str, quotation: Quotation, sentences: tuple[Candidate, ...], alone: bool) -> tuple[int, int] | None:
    content = _content(text, quotation)
    if quotation.kind == "direct" and content and (alone or len(sentences) > 1) and text[content[0]].isupper():
        return None if _leans(text[content[0] : content[1]]) else content
    if not sentences or len(sentences) > MOST_SENTENCES:
        return None
    start, end = sentences[0].start, sentences[-1].end
    fault = sentences[0].fault if len(sentences) == 1 else sentence_fault(text[start:end])
    if not fault:
        return start, end
    whole = quotation.kind == "direct" and content is not None and not form_fault(text[content[0] : content[1]])
    if not (whole and content and text[content[0]].isupper()):
        return None
    return None if _leans(text[content[0] : content[1]]) else content


def _leans(quoted: str) -> bool:
    """Whether quoted words hang on others by their first ones; "I" and "we" are the speaker, "it" is what the talk is of."""
    return not _IMPERSONAL.match(quoted) and bool(opening_fault(f"“{quoted}”"))


def _content(text: str, quotation: Quotation) -> tuple[int, int] | None:
    """The quoted words without space around them and without the comma that belongs to the sentence around."""
    start, end = quotation.start, quotation.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return (start, end) if end > start else None
