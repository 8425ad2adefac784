"""Settles whose words each quoted stretch is: by the verb after it, before it, around it, or carried over from before.

Rule: nobody gets words that are not theirs. Words are carried over only while nobody else is named, and a fragment in marks
that no verb claims stays nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.analyse.speech.clauses import Speech, sentence_at
from generator.analyse.speech.genders import key_of
from generator.analyse.speech.marks import Quoted
from generator.analyse.speech.people import Person, Source
from generator.analyse.speech.speakers import Scene, people_between, settle
from generator.analyse.speech.subjects import subject_of_sentence
from generator.analyse.vocabulary import TITLES
from generator.model import Span, Value

_TAIL_REACH = 240
_LEAD_REACH = 300
_CLEAR_REACH = 160
_ENDS_OPEN = ",?!…—–-"
_STOP = re.compile(r"[!?;:\n]|([\w']+)\.(?=\s)")
_DIRECT_LEAD = re.compile(r"\s*[,:]?\s*(?:that\s*)?[,:]?\s*\Z")
_BESIDE = re.compile(r"[\s,—–-]*(?:as )?\Z")
_SIGNATURE = re.compile(r"\s{0,2}(?:[—–―]|--?) ?([A-Z][^\n;:!?\"“]{2,60}?)[ .]*(?=\n|\Z|, )")
_SUBORDINATE = re.compile(r"\s*(?:and|but|as|when|while|after|before|if|because|which|that|in|on|at)\b", re.IGNORECASE)
_INSIDE_PHRASE = re.compile(r"\b(?:of|for|to|by|in|and)\b")
_OTHER_CLAUSE = re.compile(r", (?:and|but|while|though|although|whereas) (?!that\b|to\b|called\b|said\b)[A-Zhst]")


class Attributed(Value, frozen=True, array_like=True):
    """Whose words a quoted stretch is."""

    kind: str
    speech: Speech | None = None
    method: str = ""
    own_cue: bool = False


def attribute(scene: Scene, speeches: list[Speech]) -> list[Attributed]:
    """One attribution for each quoted stretch, in order; without a speech it is nobody's."""
    cue_starts = [speech.cue.start for speech in speeches]
    found: list[Attributed] = []
    for number, one in enumerate(scene.quoted):
        after = bisect_left(cue_starts, one.opened)
        before = speeches[after - 1] if after else None
        by = _led(scene, one, before) or _tail(scene, number, speeches[after] if after < len(speeches) else None)
        by = by or _lead(scene, one, before)
        by = by or _inside_clause(one, speeches[max(after - 2, 0) : after + 2])
        by = by or _interrupted(scene, number, found, before)
        by = by or _signed(scene, one)
        by = by or _announced(scene, one, before)
        by = by or _carried(scene, number, found, before)
        found.append(by or Attributed("direct" if stands_alone(scene, one) else "mixed"))
    for number in range(len(found) - 2, -1, -1):
        if found[number].speech is None and _runs_on(scene, number):
            following = found[number + 1]
            if following.speech and following.own_cue:
                found[number] = Attributed("direct", following.speech, "same paragraph")
    return found


def _led(scene: Scene, one: Quoted, speech: Speech | None) -> Attributed | None:
    """A whole sentence in marks right after its verb; the verb of the next sentence has no claim to it."""
    if speech is None or _last_mark(scene.text, one) not in ".!?" or not _same_sentence(speech, one):
        return None
    return _lead(scene, one, speech) if _DIRECT_LEAD.match(scene.text[speech.cue.end : one.opened]) else None


def _tail(scene: Scene, number: int, speech: Speech | None) -> Attributed | None:
    """The verb after the words: `"…," said Mara Vell`, `"…," she told reporters`."""
    one, text = scene.quoted[number], scene.text
    if speech is None or speech.source is None or not 0 <= speech.cue.start - one.closed <= _TAIL_REACH:
        return None
    if number + 1 < len(scene.quoted) and scene.quoted[number + 1].opened < speech.cue.start:
        return None
    gap = text[one.closed : speech.cue.start]
    open_ended = _last_mark(text, one) in _ENDS_OPEN or gap.startswith(",") or not gap.strip(" ,")
    source = speech.source.span
    if not (open_ended or _missing_comma(scene, one, speech)) or source.start < one.closed:
        return None
    if speech.trailing and speech.clause and speech.clause.end < one.opened:
        return None
    if _breaks(gap):
        return None
    if not _BESIDE.match(text[one.closed : min(source.start, speech.cue.start)]):
        wider = _wider(scene, one, speech)
        if wider is None:
            return None
        speech = wider
    return Attributed("direct" if opens_sentence(scene, one) else "mixed", speech, speech.method, True)


def _missing_comma(scene: Scene, one: Quoted, speech: Speech) -> bool:
    """Whether a whole sentence in marks lacks only its comma: `"The road is open" Vell said.`."""
    unmarked = _last_mark(scene.text, one) not in ".,!?…"
    return unmarked and opens_sentence(scene, one) and speech.clause is None and scene.text[one.start : one.end].count(" ") >= 3


def _wider(scene: Scene, one: Quoted, speech: Speech) -> Speech | None:
    """After words that end in a comma, all up to the verb is its subject, however long: a name if one heads it."""
    text, source = scene.text, speech.source
    gap = text[one.closed : speech.cue.start]
    if source is None or source.span.start > speech.cue.start or _last_mark(text, one) not in ",?!":
        return None
    if gap.strip()[:1] in ("", ",") or _SUBORDINATE.match(gap):
        return None
    start = one.closed + len(gap) - len(gap.lstrip())
    named = people_between(scene, start, speech.cue.start)
    ahead = named[-1] if named and _heads(text, start, named[-1], source.span.start) else None
    span = Span(start, source.span.end)
    wide = Source(span, "named" if ahead else "noun", ahead, speech.relay)
    method = "named" if ahead else "unnamed"
    return Speech(speech.cue, speech.block, speech.sentence, wide, ahead, method, None, False, speech.relay)


def _heads(text: str, start: int, person: Person, before: int) -> bool:
    """Whether a name that a comma, a bracket or "who" follows is the head of a long subject."""
    between = text[start : person.start]
    if person.end >= before or not text.startswith((", ", " (", " who "), person.end):
        return False
    return between.count(" ") < 4 and not _INSIDE_PHRASE.search(between)


def _breaks(gap: str) -> bool:
    """Whether a sentence or clause ends in the gap; the full stop of a title does not end one."""
    return any(
        not match.group(1) or (match.group(1).lower() not in TITLES and len(match.group(1)) > 1) for match in _STOP.finditer(gap)
    )


def _lead(scene: Scene, one: Quoted, speech: Speech | None) -> Attributed | None:
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
        return Attributed("direct" if whole else "mixed", speech, speech.method, True)
    if speech.clause and speech.clause.start <= one.opened < speech.clause.end + 2:
        return Attributed("mixed", speech, speech.method, True)
    clear = len(gap) <= _CLEAR_REACH and not _breaks(gap) and not _OTHER_CLAUSE.search(gap)
    beside = speech.clause is not None and not speech.trailing and text[speech.clause.end : one.opened].strip(" ,") == ""
    return Attributed("mixed", speech, speech.method, True) if clear or beside else None


def is_title(words: str) -> bool:
    """Whether words in marks are the title of a work: all but the little words with a capital, and no mark at the end."""
    found = words.split()
    return len(found) > 1 and words[-1] not in ".,!?…" and all(word[0].isupper() or len(word) < 4 for word in found)


def _same_sentence(speech: Speech, one: Quoted) -> bool:
    return speech.sentence.start <= one.opened < speech.sentence.end


def _inside_clause(one: Quoted, near: list[Speech]) -> Attributed | None:
    """Words in marks within a reported clause belong to its speaker."""
    for speech in near:
        if (
            speech.clause
            and speech.clause.start < one.closed
            and one.opened < speech.clause.end
            and one.closed <= speech.clause.end + 2
        ):
            return Attributed("mixed", speech, speech.method, True)
    return None


def _interrupted(scene: Scene, number: int, found: list[Attributed], last: Speech | None) -> Attributed | None:
    """The second half of words interrupted by their verb: `"We are ready," Vell said in Ashmouth, "and we will go."`."""
    one = scene.quoted[number]
    if not found or last is None or found[-1].speech is not last or not found[-1].own_cue or not _same_sentence(last, one):
        return None
    gap = scene.text[max(last.cue.end, last.source.span.end if last.source else 0) : one.opened]
    return Attributed("mixed", last, last.method, True) if gap.rstrip().endswith((",", "—", "–")) else None


def _signed(scene: Scene, one: Quoted) -> Attributed | None:
    """The name after a dash that ends the line: `"We are ready." — Mara Vell`."""
    signature = _SIGNATURE.match(scene.text, one.closed)
    if not signature or not stands_alone(scene, one):
        return None
    begin, end = signature.span(1)
    source = subject_of_sentence(scene.text, begin, end, scene.people)
    if source is None or source.kind != "named":
        return None
    sentence = scene.sentences[sentence_at(scene.sentence_starts, begin)]
    return Attributed("direct", Speech(Span(begin, begin), one.block, sentence, source, source.person, "signature"), "signature")


def _announced(scene: Scene, one: Quoted, last: Speech | None) -> Attributed | None:
    """Words after a colon: by the verb before it, else by the subject of the sentence or paragraph that ends in it."""
    text, at = scene.text, one.opened
    begun = max(at - 3, 0)
    before = text[begun:at].rstrip()
    if not before.endswith(":"):
        return None
    end = begun + len(before)
    sentence = scene.sentences[sentence_at(scene.sentence_starts, end - 1)]
    if last and last.sentence == sentence:
        return Attributed("direct", last, "sentence before", True)
    source = subject_of_sentence(text, sentence.start, end - 1, scene.people)
    if source is None or (source.kind == "noun" and end - sentence.start < 12):
        return None
    speech = Speech(Span(end - 1, end), one.block, sentence, source, *settle(scene, source, one.block, [last] if last else []))
    return Attributed("direct", speech, "sentence before", True)


def opens_sentence(scene: Scene, one: Quoted) -> bool:
    """Whether nothing of the sentence stands before the opening mark."""
    if one.carried or one.opened <= scene.blocks[one.block].start + 1:
        return True
    before = scene.text[max(0, one.opened - 4) : one.opened].rstrip(" ")
    return before[-1:] in tuple('.!?:"”’—–\n')


def stands_alone(scene: Scene, one: Quoted) -> bool:
    """Whether the marks hold a whole sentence rather than a fragment."""
    return opens_sentence(scene, one) and (one.unclosed or _last_mark(scene.text, one) in ".!?…—–-")


def _last_mark(text: str, one: Quoted) -> str:
    """The last character of quoted words, marks of a quotation inside them left out."""
    end = one.end
    while end > one.start + 1 and text[end - 1] in "'’‘ ":
        end -= 1
    return text[end - 1]


def _carried(scene: Scene, number: int, found: list[Attributed], last: Speech | None) -> Attributed | None:
    """Whole sentences in marks without a verb of their own go on from the speaker before, while nobody else is named."""
    one = scene.quoted[number]
    before = scene.quoted[number - 1] if number else None
    if one.carried and found and found[-1].speech:
        return Attributed("direct", found[-1].speech, "paragraph before")
    if not stands_alone(scene, one) and not _begins_whole(scene, number):
        return None
    speech, since = last, last.sentence.end if last else 0
    own = found[-1].speech if before and found else None
    if before and own and (last is None or before.opened >= last.cue.start or own.sentence == last.sentence):
        speech, since = own, max(before.closed, since)
    if speech is None:
        return None
    place = max(speech.block, before.block if before and own is speech else -1)
    if place < one.block - 1 or _somebody_else(scene, speech.speaker, since, one.opened):
        return None
    if place == one.block:
        return Attributed("direct", speech, "same paragraph")
    whole = one.opened <= scene.blocks[one.block].start + 1
    return Attributed("direct", speech, "paragraph before") if whole else None


def _begins_whole(scene: Scene, number: int) -> bool:
    """Whether a fragment opens a sentence after other quoted words of the paragraph: `"…," he said. "But that" is gone.`."""
    one = scene.quoted[number]
    if not number or scene.quoted[number - 1].block != one.block or not opens_sentence(scene, one):
        return False
    return scene.text[one.start : one.end].count(" ") >= 3


def _somebody_else(scene: Scene, speaker: Person | None, start: int, end: int) -> bool:
    key = key_of(speaker) if speaker else ""
    return any(key_of(person) != key for person in people_between(scene, start, end))


def _runs_on(scene: Scene, number: int) -> bool:
    one, following = scene.quoted[number], scene.quoted[number + 1]
    return one.block == following.block and stands_alone(scene, one) and not scene.text[one.closed : following.opened].strip()
