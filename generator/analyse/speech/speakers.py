"""Reads all reporting verbs of an article in order and settles who speaks, pronouns included.

Rule: "he" is the last speaker only while nobody else has been named since; otherwise the words stay nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.analyse.speech.clauses import Speech, clause_of, cut_clause, read_cue, relay_of, sentence_at
from generator.analyse.speech.marks import Quoted
from generator.analyse.speech.sources import People, Person, Source
from generator.analyse.speech.verbs import PARTICIPLES
from generator.model import Block, Span, Value

# A sentence longer than this is a list or a broken file; reading clauses in it would cost more than it gives.
LONGEST_SENTENCE = 2000
_TITLE = re.compile(r"M(?<!\w.)(rs?|s|iss)\.? ")
_REACH = 12


class Scene(Value, frozen=True):
    """What is known of an article when its speech is read."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    sentence_starts: list[int]
    quoted: list[Quoted]
    people: People
    genders: dict[str, str]


def key_of(person: Person) -> str:
    """One key for all names of the same speaker."""
    return person.entity or person.name


def genders_of(text: str, people: People) -> dict[str, str]:
    """Pronoun by speaker where a title tells it."""
    found: dict[str, str] = {}
    for title in _TITLE.finditer(text):
        place = bisect_left(people.starts, title.end())
        while place < len(people.all) and people.starts[place] == title.end():
            found.setdefault(key_of(people.all[place]), "he" if title.group(1) == "r" else "she")
            place += 1
    return found


def read_speech(scene: Scene, cues: list[tuple[int, int]]) -> list[Speech]:
    """Speech acts in order of their verbs; a verb inside another's reported clause is none."""
    speeches: list[Speech] = []
    sentences, blocks, quoted = scene.sentences, scene.blocks, scene.quoted
    block = quote = previous = last_close = 0
    for cue in cues:
        begun, (start, end) = previous, cue
        previous = end
        sentence = sentences[sentence_at(scene.sentence_starts, start)]
        if sentence.end - sentence.start > LONGEST_SENTENCE or end > sentence.end:
            continue
        while block < len(blocks) and blocks[block].end <= start:
            block += 1
        while quote < len(quoted) and quoted[quote].closed <= start:
            last_close = quoted[quote].closed
            quote += 1
        left, right = max(sentence.start, last_close, begun), sentence.end
        if quote < len(quoted) and quoted[quote].opened < right:
            right = quoted[quote].opened
        speech = _read_one(scene, cue, block, sentence, (left, right), speeches)
        if speech:
            speeches.append(speech)
    return speeches


def _read_one(
    scene: Scene, cue: tuple[int, int], block: int, sentence: Span, room: tuple[int, int], speeches: list[Speech]
) -> Speech | None:
    word = scene.text[cue[0] : cue[1]].lower()
    last = speeches[-1] if speeches else None
    same_sentence = last is not None and last.sentence == sentence
    if word in PARTICIPLES:
        source, follows = (last.source, False) if last and same_sentence else (None, False)
    else:
        source, follows = read_cue(scene.text, cue, sentence, room[0], room[1], scene.people)
    if last and same_sentence and last.clause and last.clause.start <= cue[0] < last.clause.end:
        cut = cut_clause(scene.text, last.clause, cue[0], source, word)
        if cut is None:
            return None
        speeches[-1] = Speech(
            last.cue, last.block, sentence, last.source, last.speaker, cut, last.trailing, last.method, last.relay
        )
    if source is None:
        return None
    if word in PARTICIPLES and last:
        speaker, method = last.speaker, "same sentence"
        clause, trailing = clause_of(scene.text, cue, sentence, Source(Span(cue[0], cue[0]), "named"), False, cue[0])
    else:
        speaker, method = _settle(scene, source, block, speeches)
        clause, trailing = clause_of(scene.text, cue, sentence, source, follows, room[0])
    return Speech(Span(*cue), block, sentence, source, speaker, clause, trailing, method, relay_of(scene.text, sentence, source))


def _settle(scene: Scene, source: Source, block: int, speeches: list[Speech]) -> tuple[Person | None, str]:
    if source.kind == "named":
        return source.person, "named"
    if source.kind == "noun":
        return None, "unnamed"
    pronoun = scene.text[source.span.start : source.span.end].lower()
    person = _antecedent(scene, source.span.start, block, speeches)
    if person is None or person.kind != "person" or scene.genders.get(key_of(person), pronoun) != pronoun:
        return None, "pronoun"
    return person, "pronoun"


def _antecedent(scene: Scene, at: int, block: int, speeches: list[Speech]) -> Person | None:
    """The last speaker of this paragraph or the one before, else the one person named in the sentence before."""
    last = speeches[-1] if speeches and speeches[-1].block >= block - 1 else None
    sentence = sentence_at(scene.sentence_starts, at)
    if last and last.speaker and last.sentence.start == scene.sentence_starts[sentence]:
        return last.speaker
    since = last.sentence.end if last else scene.sentence_starts[max(sentence - 1, 0)]
    named = people_between(scene, since, at)
    if last:
        others = [person for person in named if not last.speaker or key_of(person) != key_of(last.speaker)]
        return last.speaker if not others else (others[0] if not last.speaker and len(others) == 1 else None)
    return named[0] if len(named) == 1 else None


def people_between(scene: Scene, start: int, end: int) -> list[Person]:
    """Persons named outside quotation marks in a stretch, each once; at most the last few."""
    people = scene.people
    place = bisect_left(people.starts, end) - 1
    found: dict[str, Person] = {}
    for number in range(place, max(place - _REACH, -1), -1):
        person = people.all[number]
        if person.start < start:
            break
        if person.kind == "person" and not _is_quoted(scene, person.start):
            found.setdefault(key_of(person), person)
    return list(found.values())


def _is_quoted(scene: Scene, at: int) -> bool:
    place = bisect_left(scene.quoted, at, key=lambda quoted: quoted.opened) - 1
    return place >= 0 and scene.quoted[place].closed > at
