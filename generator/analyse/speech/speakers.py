"""Reads all reporting verbs of an article in order and settles who speaks, pronouns included.

Rule: "he" is the last speaker only while nobody else has been named since; otherwise the words stay nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import structs

from generator.analyse.speech.clauses import Speech, clause_of, cut_clause, is_noun, read_cue, relay_of, sentence_at
from generator.analyse.speech.marks import Quoted
from generator.analyse.speech.people import People, Person, Source
from generator.analyse.speech.phrases import words_in
from generator.analyse.speech.subjects import named_just_before, subject_of_sentence
from generator.analyse.speech.verbs import NOUNS, PARTICIPLES
from generator.model import Block, Span, Value

# A sentence longer than this is a list or a broken file; reading clauses in it would cost more than it gives.
LONGEST_SENTENCE = 2000
_TITLE = re.compile(r"M(?<!\w.)(rs?|s|iss)\.? ")
_GOES_ON = re.compile(r"\b(?:and|but|or|then) (?:(?:then|also|later|has|had|have|[a-z]+ly) )?\Z")
_REPORTS = re.compile(r"(?: that\b|[,:]? [\"“‘]|:)")
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
    block = quote = last_close = 0
    for cue in cues:
        start, end = cue
        sentence = sentences[sentence_at(scene.sentence_starts, start)]
        if sentence.end - sentence.start > LONGEST_SENTENCE or end > sentence.end:
            continue
        while block < len(blocks) and blocks[block].end <= start:
            block += 1
        while quote < len(quoted) and quoted[quote].closed <= start:
            last_close = quoted[quote].closed
            quote += 1
        left, right = max(sentence.start, last_close), sentence.end
        if speeches and speeches[-1].cue.end > left:
            left = max(speeches[-1].cue.end, speeches[-1].source.span.end if speeches[-1].source else 0)
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
    last = speeches[-1] if speeches and speeches[-1].sentence == sentence else None
    participle = word in PARTICIPLES
    source, follows = (None, False) if participle else read_cue(scene.text, cue, sentence, room[0], room[1], scene.people)
    again = False
    if source is None and (participle or _goes_on(scene.text, cue[0])) and not is_noun(scene.text, cue[0], word):
        again = last is not None
        source = last.source if last else _shared_subject(scene, cue[0], sentence)
    if last and last.clause and last.clause.start <= cue[0] < last.clause.end:
        cut = cut_clause(scene.text, sentence, last.clause, cue[0], source, word)
        if cut is None:
            return None
        kept = cut if cut.end > cut.start else None
        speeches[-1] = structs.replace(last, clause=kept)
    if source is None and last and last.source and scene.text[last.source.span.end : cue[0]].strip(" ,") == "who":
        source = Source(Span(last.source.span.start, cue[0] - 1), last.source.kind, last.source.person)
    if source is None or (source.kind == "noun" and word in NOUNS and not participle and not _REPORTS.match(scene.text, cue[1])):
        return None
    if again and last:
        speaker, method = last.speaker, "same sentence"
    else:
        speaker, method = settle(scene, source, block, speeches)
    if again or participle:
        clause, trailing = clause_of(scene.text, cue, sentence, Source(Span(cue[0], cue[0]), "named"), False, cue[0], cue[0])
    else:
        begin = _clause_begin(scene.text, sentence, room[0], last)
        clause, trailing = clause_of(scene.text, cue, sentence, source, follows, room[0], begin)
    return Speech(Span(*cue), block, sentence, source, speaker, method, clause, trailing, relay_of(scene.text, sentence, source))


def _clause_begin(text: str, sentence: Span, left: int, last: Speech | None) -> int:
    """Where a clause before its verb begins: words in marks that end no sentence are part of it."""
    first = last is None or last.cue.end <= sentence.start
    fragment = left > sentence.start and text[left - 1] in '"”»' and text[left - 2] not in ",.!?"
    return sentence.start if first and fragment else left


def _shared_subject(scene: Scene, cue: int, sentence: Span) -> Source | None:
    """The subject of a participle or of a second verb: the name before it, else the sentence's."""
    text = scene.text
    if not text[sentence.start : cue].strip(' "“‘'):
        return subject_of_sentence(text, sentence.start, sentence.end, scene.people)
    words = words_in(text, max(sentence.start, cue - 60), cue)
    return named_just_before(text, words, scene.people) or subject_of_sentence(text, sentence.start, cue, scene.people)


def _goes_on(text: str, cue: int) -> bool:
    """Whether a verb shares the subject of the verb before it: "called it a mistake and said"."""
    return bool(_GOES_ON.search(text, max(cue - 30, 0), cue))


def settle(scene: Scene, source: Source, block: int, speeches: list[Speech]) -> tuple[Person | None, str]:
    """Whom a source means, and how that was found."""
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
