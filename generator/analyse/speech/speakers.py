"""Reads all reporting verbs of an article in order and settles who speaks, pronouns included.

Rule: "he" is the last speaker only while nobody else has been named since; otherwise the words stay nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import structs

from generator.analyse.speech.clauses import Speech, clause_of, cut_clause, is_noun, read_cue, relay_of, sentence_at, trimmed
from generator.analyse.speech.genders import EITHER, HE, SHE, key_of
from generator.analyse.speech.marks import Quoted
from generator.analyse.speech.people import People, Person, Source
from generator.analyse.speech.phrases import words_in
from generator.analyse.speech.subjects import named_just_before, new_subject, own_subject, subject_of_sentence
from generator.analyse.speech.verbs import CUES, MOSTLY_NOUNS, NAMING, NOUNS, PARTICIPLES, SAYING, TRAILING, WITH_THAT
from generator.analyse.vocabulary import OCCUPATIONS, TITLES
from generator.model import Block, Span, Value

# A sentence longer than this is a list or a broken file; reading clauses in it would cost more than it gives.
LONGEST_SENTENCE = 2000
_GOES_ON = re.compile(
    r"\b(?:and|but|or|then) (?:in an? \w+ )?(?:(?:then|also|later|instead|even|again|still|once|has|had|have|[a-z]+ly) ){0,2}\Z"
)
_REPORTS = re.compile(r"(?: that\b|[,:]? [\"“‘]|:)")
_OPENING = re.compile(r"[\"“‘]?(?:(?:After|Before|By|In|While|When|Since|Besides|Despite|Without) )?\Z")
_QUOTED_AS = re.compile(r" (?:is|are|was|were) (?:also |later )?quoted as \Z")
_ONGOING = re.compile(r"(?:\b(?:is|are|was|were|been|am)|['’](?:s|re|m)) (?:[a-z]+ly |also |now |not )?\Z")
_GOES_ON_AFTER = re.compile(r"[^.!?,].\s|,. (?:and|but|so|which|as|because|or)\b", re.DOTALL)
# What a name stands in where it is neither subject nor object of its sentence.
_BESIDE = re.compile(r"\b(?:to|with|about|of|for|by|from|against|on|behind) (?:the )?(?:[a-z]+ ){0,2}(?:[A-Z][\w.’'-]* )*\Z")
_CLAUSE_FIRST = re.compile(r"(?:After|Although|As|Because|Before|If|Once|Since|Though|When|While) ")
_VERB_BEHIND = re.compile(r" [a-z]")
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
        in_marks = last_close > sentence.start - 3 or (quote < len(quoted) and quoted[quote].opened < sentence.end)
        if not in_marks and not _can_report(scene.text, start, end, sentence):
            continue
        left, right = max(sentence.start, last_close), sentence.end
        if speeches and speeches[-1].cue.end > left:
            left = _after_speech(scene.text, speeches[-1])
        if quote < len(quoted) and quoted[quote].opened < right:
            right = quoted[quote].opened
        speech = _read_one(scene, cue, block, sentence, (left, right), speeches)
        if speech:
            speeches.append(speech)
    return speeches


def _can_report(text: str, start: int, end: int, sentence: Span) -> bool:
    """Whether a verb can introduce words in a sentence that has none in marks; spares reading most others."""
    word = text[start:end]
    if word not in CUES or word in SAYING or text[sentence.end - 1] == ":":
        return True
    if word in TRAILING and text.rfind(", ", sentence.start, start) >= 0:
        return True
    return word in WITH_THAT and text.find(" that ", end, sentence.end) >= 0


def _after_speech(text: str, last: Speech) -> int:
    """Where the subject of the next verb can begin; before a verb in a clause with "who" stands the sentence's own subject."""
    if last.source is None:
        return last.cue.end
    who = text.startswith("who", last.source.span.end - 3) and last.source.span.end < last.cue.start
    opening = last.source.span.start > last.cue.end and text[last.cue.start : last.cue.end].lower() in PARTICIPLES
    if who or opening:  # "Fearing that it would rain, Vell told them"
        return last.source.span.start
    return max(last.cue.end, last.source.span.end)


def _read_one(
    scene: Scene, cue: tuple[int, int], block: int, sentence: Span, room: tuple[int, int], speeches: list[Speech]
) -> Speech | None:
    word = scene.text[cue[0] : cue[1]].lower()
    last = speeches[-1] if speeches and speeches[-1].sentence == sentence else None
    participle = word in PARTICIPLES and not _ONGOING.search(scene.text, max(cue[0] - 24, 0), cue[0])
    quoted_as = _QUOTED_AS.search(scene.text, max(cue[0] - 30, room[0]), cue[0]) if participle else None
    if quoted_as:
        cue, participle = (quoted_as.start() + 1, cue[1]), False
    source, follows = (None, False) if participle else read_cue(scene.text, cue, sentence, room[0], room[1], scene.people)
    again = False
    if source is None and (participle or _goes_on(scene.text, cue[0])) and not is_noun(scene.text, cue[0], word):
        source = _shared_subject(scene, cue[0], sentence, last)
        again = last is not None and source is last.source
    spoken = _after_marks(scene.text, room[0], source)
    if last and last.clause and last.clause.start <= cue[0] < last.clause.end and not spoken:
        cut = cut_clause(scene.text, sentence, last.clause, cue[0], source, word)
        if cut is None:
            return None
        kept = cut if cut.end > cut.start else None
        speeches[-1] = structs.replace(last, clause=kept)
    if source is None and last and last.source and scene.text[last.source.span.end : cue[0]].strip(" ,") == "who":
        source = Source(Span(last.source.span.start, cue[0] - 1), last.source.kind, last.source.person)
    if source is None or not (spoken or _is_verb(scene.text, cue, word, source)):
        return None
    if again and last:
        speaker, method = last.speaker, "same sentence"
    else:
        speaker, method = settle(scene, source, block, speeches)
    if again or participle:
        clause, trailing = clause_of(scene.text, cue, sentence, Source(Span(cue[0], cue[0]), "named"), False, cue[0], cue[0])
        if clause and clause.start < source.span.start < clause.end:  # "Fearing that it would rain, Vell told them"
            clause = trimmed(scene.text, clause.start, source.span.start)
    else:
        begin = _clause_begin(scene.text, sentence, room[0], last)
        clause, trailing = clause_of(scene.text, cue, sentence, source, follows, room[0], begin)
    return Speech(Span(*cue), block, sentence, source, speaker, method, clause, trailing, relay_of(scene.text, sentence, source))


def _after_marks(text: str, left: int, source: Source | None) -> bool:
    """Whether a subject stands right behind words in marks."""
    return source is not None and left > 0 and text[left - 1] in "\"”»’'" and not text[left : source.span.start].strip(" ,—–-")


def _is_verb(text: str, cue: tuple[int, int], word: str, source: Source) -> bool:
    """Whether a form that may be a noun, or a name's "called", is the verb of a subject."""
    if source.kind == "noun" and word in NAMING and text.startswith(("a ", "an "), source.span.start):
        return False
    listed = word in NOUNS and word.endswith("s") and text.startswith(", ", cue[1])  # "EU states, Russia and China were"
    doubtful = listed or word in MOSTLY_NOUNS or (word in NOUNS and source.kind == "noun")
    return not doubtful or word in PARTICIPLES or source.kind == "pronoun" or bool(_REPORTS.match(text, cue[1]))


def _clause_begin(text: str, sentence: Span, left: int, last: Speech | None) -> int:
    """Where a clause before its verb begins: words in marks that end no sentence, a verb that reports none belong to it."""
    first = last is None or last.cue.end <= sentence.start
    if last and not first and last.clause is None and not any(mark in text[sentence.start : left] for mark in '"“”«»'):
        return sentence.start
    fragment = left > sentence.start and text[left - 1] in '"”»' and text[left - 2] not in ",.!?"
    return sentence.start if first and fragment else left


def _shared_subject(scene: Scene, cue: int, sentence: Span, last: Speech | None) -> Source | None:
    """The subject of a participle or of a second verb: the name before it, the last speaker's, else the sentence's."""
    text, people = scene.text, scene.people
    if _OPENING.match(text, sentence.start, cue):
        return subject_of_sentence(text, sentence.start, sentence.end, people)
    begin = last.cue.end if last else sentence.start
    near = named_just_before(text, words_in(text, max(begin, cue - 60), cue), people)
    own = own_subject(text, sentence.start, cue) if near is None else None
    if own:
        return own
    if last is None:
        return near or subject_of_sentence(text, sentence.start, cue, people)
    return near or new_subject(text, begin, cue, people) or last.source


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
    if pronoun not in ("he", "she"):
        return None, "pronoun"
    person = _antecedent(scene, source.span.start, pronoun, block, speeches)
    if person and person.kind == "unknown" and _is_place(scene.text, person.name):
        return None, "pronoun"
    return (person if person and person.kind in ("person", "unknown") else None), "pronoun"


def _is_place(text: str, name: str) -> bool:
    """Whether the article says "in" such a name: "Ashmouth insists that the ships must leave, she said"."""
    return re.search(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round) {re.escape(name)}\b(?!['’]s| [A-Z])", text) is not None


def _antecedent(scene: Scene, at: int, pronoun: str, block: int, speeches: list[Speech]) -> Person | None:
    """The last speaker of this paragraph or the one before, else the one person named in the sentence before.

    Nobody where a sentence in between begins with somebody who is only called by an office, or by a name that tells nothing.
    """
    last = speeches[-1] if speeches and speeches[-1].block >= block - 1 else None
    sentence = sentence_at(scene.sentence_starts, at)
    since = scene.sentence_starts[max(sentence - 1, 0)]
    if last:
        same = last.sentence.start == scene.sentence_starts[sentence]
        since = max(last.cue.end, last.source.span.end if last.source else 0) if same else last.sentence.end
    own = scene.sentences[sentence]
    others = (HE if pronoun == "she" else SHE).finditer(scene.text, own.start, at)
    both = any(not _is_quoted(scene, other.start()) for other in others)  # "After he had answered, she said"
    named = [one for one in people_between(scene, since, at) if not _is_addressed(scene, one, own)]
    named += _answering(scene, last)
    until = at if _CLAUSE_FIRST.match(scene.text, own.start) else own.start
    if _somebody_begins(scene, since, until, [*named, last.speaker] if last and last.speaker else named):
        return None
    if last and last.speaker:
        named = [person for person in named if key_of(person) != key_of(last.speaker)]
        if not named and scene.genders.get(key_of(last.speaker), pronoun) == pronoun:
            return last.speaker
        named += [last.speaker]
    fitting = [person for person in named if scene.genders.get(key_of(person), pronoun) in (pronoun, EITHER)]
    if len(fitting) != 1:
        return None
    gender = scene.genders.get(key_of(fitting[0]))
    return fitting[0] if gender == pronoun or (gender is None and not both) else None


def _is_addressed(scene: Scene, person: Person, sentence: Span) -> bool:
    """Whether a person before a pronoun only stands in its introduction: in "In a letter to Holm he said" he is not Holm."""
    return person.start > sentence.start and bool(_BESIDE.search(scene.text, sentence.start, person.start))


def _answering(scene: Scene, last: Speech | None) -> list[Person]:
    """The subject of the sentence in which the last speaker spoke in a clause only: "Holm was answering Vell, who said …"."""
    if last is None or last.source is None or not scene.text.startswith("who", last.source.span.end - 3):
        return []
    subject = subject_of_sentence(scene.text, last.sentence.start, last.sentence.end, scene.people)
    return [subject.person] if subject and subject.person and subject.span.start < last.source.span.start else []


def _somebody_begins(scene: Scene, start: int, end: int, known: list[Person]) -> bool:
    """Whether a sentence in a stretch has for its subject somebody else than those known: "The president thanked her."."""
    first = bisect_left(scene.sentence_starts, start)
    for sentence in scene.sentences[first : bisect_left(scene.sentence_starts, end)]:
        subject = subject_of_sentence(scene.text, sentence.start, min(sentence.end, end), scene.people)
        if subject is None or _is_quoted(scene, subject.span.start) or not _VERB_BEHIND.match(scene.text, subject.span.end):
            continue
        if subject.kind == "noun" and _names_an_office(scene.text, subject.span):
            return True
        person = subject.person
        if person and person.kind == "unknown" and all(person.name not in one.name for one in known):
            return True
    return False


def _names_an_office(text: str, span: Span) -> bool:
    noun = text[span.start : span.end].rpartition(" ")[2].lower()
    return noun in TITLES or noun in OCCUPATIONS


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
