"""Turns words in marks and reported clauses into quotations: content, cue, source, speaker, and how the speaker was found.

Rule: nobody gets a quotation that is not theirs; where the words do not say it, the speaker stays empty.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from generator.analyse.lexicon import Known
from generator.analyse.speech.clauses import Speech, cues_outside
from generator.analyse.speech.marks import Quoted, find_quoted
from generator.analyse.speech.sources import Person, people_in
from generator.analyse.speech.speakers import Scene, genders_of, key_of, people_between, read_speech
from generator.analyse.vocabulary import TITLES
from generator.model import Body, Mention, Quotation, Span, Unlinked, Value

_TAIL_REACH = 160
_LEAD_REACH = 300
_ENDS_OPEN = ",?!…—–-"
_STOP = re.compile(r"[!?;:\n]|([\w']+)\.(?=\s)")
_DIRECT_LEAD = re.compile(r"\s*[,:]?\s*(?:that\s*)?[,:]?\s*\Z")


class _Attributed(Value, frozen=True, array_like=True):
    """Whose words a quoted stretch is."""

    kind: str
    speech: Speech | None = None
    method: str = ""
    own_cue: bool = False


def find_quotations(
    body: Body,
    sentences: tuple[Span, ...],
    mentions: tuple[Mention, ...],
    unlinked: tuple[Unlinked, ...],
    known: tuple[Known, ...],
) -> tuple[Quotation, ...]:
    """Direct, mixed and indirect quotations in order of position; the desk's overrides last, so that they win."""
    text, blocks = body.prose.text, body.prose.blocks
    quoted = find_quoted(text, blocks)
    cues = cues_outside(text, quoted)
    if not sentences or not (quoted or cues or body.quotation_overrides):
        return ()
    people = people_in(mentions, unlinked, {one.entity: (one.kind, one.name) for one in known})
    scene = Scene(text, blocks, sentences, [span.start for span in sentences], quoted, people, genders_of(text, people))
    speeches = read_speech(scene, cues)
    found = [_by("indirect", _trimmed(text, speech.clause), speech, speech.method, True) for speech in speeches if speech.clause]
    found += [_quotation(text, one, by) for one, by in zip(quoted, _attribute(scene, speeches), strict=True)]
    if body.quotation_overrides:
        found = _overridden(body, found, {one.entity: one.name for one in known})
    found.sort(key=lambda q: (q.start, -q.end, q.kind))
    starts = [mention.start for mention in mentions]
    return tuple([_about(quotation, mentions, starts) for quotation in found])


def _quotation(text: str, quoted: Quoted, by: _Attributed) -> Quotation:
    span = _trimmed(text, quoted)
    if by.speech is None:
        return Quotation(by.kind, *span)
    return _by(by.kind, span, by.speech, by.method, by.own_cue)


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


def _attribute(scene: Scene, speeches: list[Speech]) -> list[_Attributed]:
    """One attribution for each quoted stretch, in order."""
    cue_starts = [speech.cue.start for speech in speeches]
    found: list[_Attributed] = []
    for number, one in enumerate(scene.quoted):
        after = bisect_left(cue_starts, one.opened)
        by = _tail(scene, number, speeches[after] if after < len(speeches) else None)
        by = by or _lead(scene, one, speeches[after - 1] if after else None)
        by = by or _inside_clause(one, speeches[max(after - 2, 0) : after + 2])
        by = by or _carried(scene, number, found, speeches[after - 1] if after else None)
        found.append(by or _Attributed("direct" if _stands_alone(scene, one) else "mixed"))
    for number in range(len(found) - 2, -1, -1):
        if found[number].speech is None and _runs_on(scene, number):
            following = found[number + 1]
            if following.speech and following.own_cue:
                found[number] = _Attributed("direct", following.speech, "same paragraph")
    return found


def _tail(scene: Scene, number: int, speech: Speech | None) -> _Attributed | None:
    """The verb after the words: `"…," said Mara Vell`, `"…," she told reporters`."""
    one, text = scene.quoted[number], scene.text
    if speech is None or speech.source is None or not 0 <= speech.cue.start - one.closed <= _TAIL_REACH:
        return None
    if number + 1 < len(scene.quoted) and scene.quoted[number + 1].opened < speech.cue.start:
        return None
    gap = text[one.closed : speech.cue.start]
    open_ended = text[one.end - 1] in _ENDS_OPEN or gap.startswith(",") or not gap.strip(" ,")
    source = speech.source.span
    if (
        not open_ended
        or source.start < one.closed
        or (speech.trailing and speech.clause and speech.clause.end < one.opened)
        or _breaks(gap)
    ):
        return None
    if source.start < speech.cue.start and text[one.closed : source.start].strip(" ,—–-"):
        return None
    return _Attributed("direct" if _opens_sentence(scene, one) else "mixed", speech, speech.method, True)


def _breaks(gap: str) -> bool:
    """Whether a sentence or clause ends in the gap; the full stop of a title does not end one."""
    return any(
        not match.group(1) or (match.group(1).lower() not in TITLES and len(match.group(1)) > 1) for match in _STOP.finditer(gap)
    )


def _lead(scene: Scene, one: Quoted, speech: Speech | None) -> _Attributed | None:
    """The verb before the words: `she said: "…"`, `he called it "a mistake"`, `she said that the "pause" was over`."""
    if speech is None or speech.source is None or one.opened - speech.cue.end > _LEAD_REACH or not _same_sentence(speech, one):
        return None
    text = scene.text
    begin = speech.cue.end if speech.source.span.start < speech.cue.end else speech.source.span.end
    if begin > one.opened:
        return None
    gap = text[begin : one.opened]
    if _DIRECT_LEAD.match(gap) or gap.rstrip().endswith(":"):
        whole = text[one.start].isupper() or text[one.end - 1] in ".!?" or one.end == scene.blocks[one.block].end
        return _Attributed("direct" if whole else "mixed", speech, speech.method, True)
    if speech.clause and speech.clause.start <= one.opened < speech.clause.end + 2:
        return _Attributed("mixed", speech, speech.method, True)
    clear = one.opened - speech.cue.end <= 80 and not _breaks(gap) and "," not in gap
    beside = speech.clause is not None and not speech.trailing and text[speech.clause.end : one.opened].strip(" ,") == ""
    return _Attributed("mixed", speech, speech.method, True) if clear or beside else None


def _same_sentence(speech: Speech, one: Quoted) -> bool:
    return speech.sentence.start <= one.opened < speech.sentence.end


def _inside_clause(one: Quoted, near: list[Speech]) -> _Attributed | None:
    """Words in marks within a reported clause belong to its speaker."""
    for speech in near:
        if speech.clause and speech.clause.start <= one.opened and one.closed <= speech.clause.end + 2:
            return _Attributed("mixed", speech, speech.method, True)
    return None


def _opens_sentence(scene: Scene, one: Quoted) -> bool:
    if one.carried or one.opened == scene.blocks[one.block].start:
        return True
    before = scene.text[max(0, one.opened - 4) : one.opened].rstrip()
    return before[-1:] in tuple('.!?:"”’—–')


def _stands_alone(scene: Scene, one: Quoted) -> bool:
    """Whether the marks hold a whole sentence rather than a fragment."""
    return _opens_sentence(scene, one) and (one.unclosed or scene.text[one.end - 1] in ".!?…—–-")


def _carried(scene: Scene, number: int, found: list[_Attributed], last: Speech | None) -> _Attributed | None:
    """Whole sentences in marks without a verb of their own go on from the speaker before, while nobody else is named."""
    one = scene.quoted[number]
    before = scene.quoted[number - 1] if number else None
    if one.carried and found and found[-1].speech:
        return _Attributed("direct", found[-1].speech, "paragraph before")
    if not _stands_alone(scene, one):
        return None
    speech, since = last, last.sentence.end if last else 0
    if before and found and found[-1].speech and (last is None or before.opened >= last.cue.start or found[-1].speech is last):
        speech, since = found[-1].speech, max(before.closed, since)
    if speech is None or speech.speaker is None:
        return None
    place = max(speech.block, before.block if before and found[-1].speech is speech else -1)
    if place < one.block - 1 or _somebody_else(scene, speech.speaker, since, one.opened):
        return None
    if place == one.block:
        return _Attributed("direct", speech, "same paragraph")
    return _Attributed("direct", speech, "paragraph before") if one.opened == scene.blocks[one.block].start else None


def _somebody_else(scene: Scene, speaker: Person, start: int, end: int) -> bool:
    return any(key_of(person) != key_of(speaker) for person in people_between(scene, start, end))


def _runs_on(scene: Scene, number: int) -> bool:
    one, following = scene.quoted[number], scene.quoted[number + 1]
    return one.block == following.block and _stands_alone(scene, one) and not scene.text[one.closed : following.opened].strip()


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
