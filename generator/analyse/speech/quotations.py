"""Turns words in marks and reported clauses into quotations: content, cue, source, speaker, and how the speaker was found.

Rule: nobody gets a quotation that is not theirs; where the words do not say it, the speaker stays empty.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from generator.analyse.lexicon import Known
from generator.analyse.speech.attribution import Attributed, attribute, is_title
from generator.analyse.speech.clauses import Speech, cues_outside
from generator.analyse.speech.genders import genders_of
from generator.analyse.speech.marks import Quoted, find_quoted, plain_marks
from generator.analyse.speech.people import people_in
from generator.analyse.speech.speakers import Scene, read_speech
from generator.model import Body, Mention, Quotation, Span, Unlinked


def find_quotations(
    body: Body,
    sentences: tuple[Span, ...],
    mentions: tuple[Mention, ...],
    unlinked: tuple[Unlinked, ...],
    known: tuple[Known, ...],
) -> tuple[Quotation, ...]:
    """Direct, mixed and indirect quotations in order of position; the desk's overrides last, so that they win."""
    text, blocks = plain_marks(body.prose.text), body.prose.blocks
    quoted = [one for one in find_quoted(text, blocks) if not is_title(text[one.start : one.end])]
    cues = cues_outside(text, quoted)
    if not sentences or not (quoted or cues or body.quotation_overrides):
        return ()
    people = people_in(mentions, unlinked, {one.entity: (one.kind, one.name) for one in known})
    scene = Scene(
        text, blocks, sentences, [span.start for span in sentences], quoted, people, genders_of(text, sentences, people)
    )
    speeches = read_speech(scene, cues)
    found = _joined(text, speeches, quoted, attribute(scene, speeches))
    if body.quotation_overrides:
        found = _overridden(body, found, {one.entity: one.name for one in known})
    found.sort(key=lambda q: (q.start, -q.end, q.kind))
    starts = [mention.start for mention in mentions]
    return tuple([_about(quotation, mentions, starts) for quotation in found])


def _joined(text: str, speeches: list[Speech], quoted: list[Quoted], attributed: list[Attributed]) -> list[Quotation]:
    """Words in marks and reported clauses; a clause that holds words in marks of its speaker is one mixed quotation."""
    found: list[Quotation] = []
    inside: dict[int, list[Quoted]] = {}
    whole: set[int] = set()
    for one, by in zip(quoted, attributed, strict=True):
        speech = by.speech
        if speech and speech.clause and by.own_cue and one.opened <= speech.clause.end and speech.clause.start <= one.closed:
            if by.kind == "mixed":
                inside.setdefault(speech.cue.start, []).append(one)
                continue
            whole.add(speech.cue.start)
        if by.kind:
            content = _trimmed(text, one)
            found.append(_by(by.kind, content, speech, by.method, by.own_cue) if speech else Quotation(by.kind, *content))
    opened = [one.opened for one in quoted]
    for speech in speeches:
        held = inside.get(speech.cue.start, [])
        span = None
        if speech.clause and speech.cue.start not in whole:
            first, last = bisect_left(opened, speech.clause.start), bisect_left(opened, speech.clause.end)
            taken = [n for n in range(max(first - 1, 0), last) if attributed[n].kind and quoted[n] not in held]
            if not any(attributed[n].kind == "mixed" and n >= first for n in taken):
                span = _without(text, speech.clause, held, [quoted[n] for n in taken])
        if span:
            found.append(_by("mixed" if held else "indirect", _trimmed(text, span), speech, speech.method, True))
        else:
            found += [_by("mixed", _trimmed(text, one), speech, speech.method, True) for one in held]
    return found


def _without(text: str, clause: Span, held: list[Quoted], taken: list[Quoted]) -> Span | None:
    """A clause widened to the words in marks that it holds, and cut before those that are quoted from somebody else."""
    start = min([clause.start, *[one.opened for one in held]])
    end = max([clause.end, *[one.closed for one in held]])
    for one in taken:
        if one.opened <= start < one.closed:
            return None
        if start < one.opened < end:
            end = one.opened
    return Span(start, end) if text[start:end].count(" ") >= 2 else None


def _by(kind: str, span: tuple[int, int], speech: Speech, method: str, own_cue: bool) -> Quotation:
    person, source = speech.speaker, speech.source
    cue = speech.cue if own_cue else None
    entity, name = (person.entity, person.name) if person else (None, None)
    return Quotation(kind, *span, cue, source.span if source else None, entity, name, method, speech.relay)


def _trimmed(text: str, content: Span | Quoted) -> tuple[int, int]:
    """Where the content begins and ends without white space around it and a comma at its end."""
    start, end = content.start, content.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1] == "," or text[end - 1].isspace()):
        end -= 1
    return start, end


def _overridden(body: Body, found: list[Quotation], names: dict[str, str]) -> list[Quotation]:
    """The desk's word replaces the speaker of what it overlaps most, or adds a quotation."""
    for override in body.quotation_overrides:
        speaker = override.speaker or None
        hits = [q for q in found if q.start < override.end and override.start < q.end]
        hits.sort(key=lambda q: (max(q.start, override.start) - min(q.end, override.end), q.end - q.start, q.kind))
        base = hits[0] if hits else Quotation("direct", override.start, override.end)
        source = base.source if speaker == base.speaker else None
        found = [quotation for quotation in found if quotation is not base]
        name = names.get(override.speaker)
        found.append(Quotation(base.kind, base.start, base.end, base.cue, source, speaker, name, "desk", base.relay))
    return found


def _about(q: Quotation, mentions: tuple[Mention, ...], starts: list[int]) -> Quotation:
    """The same with the entities named in its content."""
    first, last = bisect_left(starts, q.start), bisect_right(starts, q.end - 1)
    if first == last:
        return q
    if last - first == 1:
        named: tuple[str, ...] = (mentions[first].entity,)
    else:
        named = tuple(sorted({mention.entity for mention in mentions[first:last]}))
    return Quotation(q.kind, q.start, q.end, q.cue, q.source, q.speaker, q.speaker_name, q.method, q.relay, named)
