"""Reads each reporting verb outside quotation marks: who speaks, and which words of the sentence are the reported clause.

Rule: a clause without "that" is reported speech only after verbs of plain saying; a verb inside a
reported clause reports nothing anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.analyse.speech.marks import Quoted
from generator.analyse.speech.people import People, Person, Source
from generator.analyse.speech.phrases import DETERMINERS, POSSESSIVES, PREPOSITIONS
from generator.analyse.speech.sources import source_after, source_before
from generator.analyse.speech.verbs import (
    BASES,
    JUDGING,
    NOUNS,
    OBJECTS,
    PARTICIPLES,
    PERFORMING,
    SAYING,
    TRAILING,
    WITH_MARKS,
    find_cues,
)
from generator.analyse.vocabulary import table
from generator.model import Span, Value

_TIMES = (
    "yesterday today tonight later recently earlier here",
    "this week, this month, this year, this morning, last week, last month, last year, last night",
)
_TIME = (
    "(?:"
    + "|".join([*_TIMES[0].split(), *_TIMES[1].split(", ")])
    + r"|(?:on )?[A-Z][a-z]+day(?: (?:night|morning|evening|afternoon))?)"
)
_PREFACE = re.compile(
    rf"(?:,? (?:{_TIME}|in (?:an?|his|her|its|the) (?:\w+ )?(?:statement|interview|speech|report|letter|press release))\b)*,?"
)
_THAT = re.compile(r"(?:[^\n\"“”;:.?!]|[\"“][A-Z][^\"”\n]{1,30}[\"”]){0,70}?\bthat\b(?! is| was|'s|’s)")
_ASKING = re.compile(r"\b(?:what|how|whom|whose) \Z")
_THAT_REACH = 74  # the stretch before "that", and the word
_OWN_CLAUSE = re.compile(
    r"\b(?:he|she|it|they|we|I|you|there|is|was|are|were|be|been|has|have|had|will|would|could|should|may|might|not)\b"
)
_ADDRESSEE = re.compile(
    r" (?:(?:the |a |an |his |her |its |their )?(?:[\w’'-]+ ){0,3}?(?:reporters|journalists|parliament|lawmakers|court|committee"
    r"|conference|newspaper|agency|council|meeting|crowd|supporters|audience|radio|television|officials|police|him|her|them|us|me)"
    r"|(?:the )?(?:[A-Z][\w’'.-]*\w\.? ?){1,5})(?= |$)"
)
_NO_CLAUSE = table("""
    to of nothing so by yes no goodbye anything something more much little and or but as at
""")
_TOLD = table("tell told tells telling")
_PLURALS = table("people men women children police many some others most all both several few who two three four five media")
_STATEMENT = re.compile(r"\b(?:in a (?:\w+ )?(?:statement|press release|communiqu[eé])|the statement|wrote)\b")
_INTERPRETER = re.compile(r"\b(?:translator|interpreter)\b")
_NEXT_CLAUSE = re.compile(r"[,;] (?:and|but|while|though|although|whereas)\s|;\s")
_LONG = 30  # characters; a clause of more says something even where its verb is not known
# "Overcoming objections by both, the council agreed": how, and not what it said.
_FRONTED = re.compile(r"[A-Z][a-z]+ing\b|(?:Amid|Despite|Following|Unlike|With|Without)\b")
_WHEN = table("in on at during last this early late")
_FIRST = re.compile(r"\s*([\w’']+)")
_LEADS_IN = re.compile(r":|,? [\"“]")
_SUBORDINATE = re.compile(
    r"(?:and |but )?(?:even )?"
    r"(?:while|although|though|when|after|before|as|if|despite|because|since|once|where(?:as)?|asked|told|speaking)\b",
    re.IGNORECASE,
)
_IS = table("he's she's it's that's who's there's what's")  # no possessives
MIN_WORDS = 3
_ENDS_INVERTED = re.compile(r"[,.;]|\s(?:in|on|at|during|after|when|as|who|while|of|for|from)\b|\s*\Z")
_TRAIL = re.compile(rf"\s+(?:{_TIME}|(?:in|on|at|during|to|through|via|from|after|before|by|of|with|as|for)\s|[a-z]+ly\b)|,")
_VERB = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|am)(?:n['’]t)?"
    r"|cannot|\w+['’](?:ll|ve|re|d)|(?:he|she|it|they|we|I|you|there)['’]s|[a-z]+ed)\b"
)


_SIDE_CLAUSE = re.compile(r",|\b(?:before|after|when|while|since|until|because|who|which|where|whose)\b")


class Speech(Value, frozen=True, array_like=True):
    """One reporting verb: who, and the reported clause where the sentence has one."""

    cue: Span
    block: int
    sentence: Span
    source: Source | None
    speaker: Person | None
    method: str
    clause: Span | None = None
    trailing: bool = False  # the clause stands before the verb
    relay: str = ""


def cues_outside(text: str, quoted: list[Quoted]) -> list[tuple[int, int]]:
    """Reporting verbs that stand outside quotation marks, in order."""
    found: list[tuple[int, int]] = []
    place = 0
    for cue in find_cues(text):
        while place < len(quoted) and quoted[place].closed <= cue[0]:
            place += 1
        if place == len(quoted) or quoted[place].opened > cue[0]:
            found.append(cue)
    return found


def read_cue(
    text: str, cue: tuple[int, int], sentence: Span, left: int, right: int, people: People
) -> tuple[Source | None, bool]:
    """The source of a cue and whether it follows the cue; `left` and `right` bound where it can stand."""
    start, end = cue
    word = text[start:end].lower()
    if word == "according to":
        return source_after(text, end, right, people), True
    gap = text[left:start].strip(" ,-–—\n")
    if not gap:
        inverted = (left > sentence.start and word not in JUDGING) or word in ("said", "says")
        return (source_after(text, end, right, people) if inverted else None), True
    if is_noun(text, start, word):
        return None, False
    before = source_before(text, left, start, people)
    if (before is None or before.kind == "noun") and text[left:start].rstrip().endswith(",") and word in SAYING - _TOLD:
        after = source_after(text, end, right, people)
        if after and after.kind != "pronoun" and _ENDS_INVERTED.match(text, after.span.end):
            return after, True
    if before and word in BASES and not _is_plural(text, before):
        return None, False
    return before, False


def _is_plural(text: str, source: Source) -> bool:
    """Whether a subject can take a verb's bare form."""
    if source.kind == "pronoun":
        return text[source.span.start : source.span.end].lower() in ("i", "we", "you", "they")
    if source.person and source.person.kind == "person":
        return False
    last = text[source.span.start : source.span.end].rsplit(None, 1)[-1].lower()
    return last.endswith("s") or last in _PLURALS or " and " in text[source.span.start : source.span.end]


def is_noun(text: str, start: int, word: str) -> bool:
    """Whether the word before a verb's form shows it to be a noun or an adjective: "his remarks", "the alleged attack"."""
    before = text[max(start - 30, 0) : start].rsplit(None, 1)[-1:]
    if not before or text[start - 1] in '"“”':
        return False
    last = before[0].lower().replace("’", "'")
    owns = last.endswith(("'s", "s'")) and last not in _IS
    if last in ("a", "an", "the") or last in POSSESSIVES or owns:
        return True
    if word in PARTICIPLES:
        return last in DETERMINERS
    joined = last in ("and", "or") and word in BASES
    return word in NOUNS and (joined or last in DETERMINERS or last in PREPOSITIONS)


def clause_of(
    text: str, cue: tuple[int, int], sentence: Span, source: Source, follows: bool, left: int, begin: int
) -> tuple[Span | None, bool]:
    """The reported clause and whether it stands before the verb; none where the sentence reports no clause."""
    word = text[cue[0] : cue[1]].lower()
    if word == "according to":
        return _according(text, cue, source, sentence)
    after = source.span.end if follows else cue[1]
    end = _clause_end(text, sentence.end)
    start = source.span.start if not follows else cue[0]
    begin = max(begin, sentence.start)
    comma = text[begin:start].rstrip().endswith(",")
    if text[after:end].strip(" .,") == "" or (comma and word in TRAILING and _trails(text, after, end)):
        clause = trimmed(text, begin, start)
        long = clause and clause.end - clause.start > _LONG and not _FRONTED.match(text, clause.start)
        said = clause and (long or _VERB.search(text, clause.start, clause.end))
        return (clause if comma and word in TRAILING and said else None), True
    if follows or _after_marks(text, source, left) or _ASKING.search(text, max(source.span.start - 12, 0), source.span.start):
        return None, False
    begun = _clause_start(text, word, after, end)
    return (trimmed(text, begun, end) if begun is not None else None), False


def _trails(text: str, start: int, end: int) -> bool:
    """Whether only an adverbial stands after the verb, as in "Vell said on Friday": no clause of its own."""
    return bool(_TRAIL.match(text, start, end)) and not _VERB.search(text, start, end) and " that " not in text[start:end]


def _after_marks(text: str, source: Source, left: int) -> bool:
    """Whether the verb belongs to words in quotation marks that close just before its subject."""
    return left > 0 and text[left - 1] in "\"”’'»" and not text[left : source.span.start].strip(" ,-–—\n")


def _according(text: str, cue: tuple[int, int], source: Source, sentence: Span) -> tuple[Span | None, bool]:
    before = trimmed(text, sentence.start, cue[0])
    if before and len(text[before.start : before.end].split()) >= MIN_WORDS:
        return before, True
    return trimmed(text, source.span.end, _clause_end(text, sentence.end)), False


def _clause_start(text: str, word: str, at: int, end: int) -> int | None:
    """Where the clause after a verb begins: after "that", or at once after a verb of plain saying."""
    that = _THAT.match(text, at, end) if text.find("that", at, min(end, at + _THAT_REACH)) >= 0 else None
    if word in WITH_MARKS:
        return None
    if that and not _OWN_CLAUSE.search(text, at, that.end()) and PARTICIPLES.isdisjoint(that.group().split()):
        return that.end()
    if word not in SAYING or (word in OBJECTS and not _has_verb(text, word, at, end)):
        return None
    if word in _TOLD:  # somebody is told first
        addressee = _ADDRESSEE.match(text, at, end)
        if not addressee:
            return None
        at = addressee.end()
    preface = _PREFACE.match(text, at, end)
    at = preface.end() if preface else at
    first = _FIRST.match(text, at, end)
    if first and first.group(1).lower() in _WHEN and not _VERB.search(text, at, end):
        return None  # "as Vell told the council in May"
    return (
        at
        if first and first.group(1).lower() not in _NO_CLAUSE and not text[at:end].lstrip().startswith(('"', "“", "‘"))
        else None
    )


def _has_verb(text: str, word: str, at: int, end: int) -> bool:
    """Whether a clause of its own follows, and no object: "declared victory before the year ended" has none."""
    side = _SIDE_CLAUSE.search(text, at, end) if word in PERFORMING else None
    return bool(_VERB.search(text, at, side.start() if side else end))


def _clause_end(text: str, end: int) -> int:
    while end > 0 and text[end - 1] in ".!?\"”'’ \n":
        if text[end - 1] in "\"”'’" and end >= 2 and text[end - 2] not in ".!?,":
            break
        end -= 1
    return end


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A span without white space and commas around it, if it holds a few words."""
    while start < end and text[start] in " ,;:\n":
        start += 1
    while end > start and text[end - 1] in " ,;:\n":
        end -= 1
    return Span(start, end) if end > start and len(text[start:end].split()) >= MIN_WORDS else None


def cut_clause(text: str, sentence: Span, clause: Span, next_cue: int, next_source: Source | None, word: str) -> Span | None:
    """The clause up to where another subject begins to speak, or "adding" goes on; None: the next verb is inside it."""
    if word in PARTICIPLES:
        comma = text.rfind(",", clause.start, next_cue)
        return trimmed(text, clause.start, comma) if comma >= 0 and next_cue - comma <= 6 else None
    if next_source is None:
        return None
    if _LEADS_IN.match(text, next_cue + len(word)):
        return trimmed(text, clause.start, next_source.span.start) or Span(clause.start, clause.start)
    comma = next_source.span.start - 2
    closes = text[comma : comma + 2] == ", " or text[comma : comma + 2] in ('" ', "” ")
    if closes and text[next_cue + len(word) : sentence.end].strip() in (".", ""):
        return Span(clause.start, clause.start)
    if text[comma : comma + 2] == ", " and _SUBORDINATE.match(text, sentence.start):
        return trimmed(text, clause.start, comma) or Span(clause.start, clause.start)
    for match in _NEXT_CLAUSE.finditer(text, clause.start, next_source.span.start + 1):
        if match.end() == next_source.span.start:
            return trimmed(text, clause.start, match.start())
    return None


def relay_of(text: str, sentence: Span, source: Source) -> str:
    """How the words came: through an interpreter, a spokesperson, a statement; empty if spoken or not told.

    A spokesperson who is named, "its spokeswoman, Mara Vell, said", speaks with her own mouth: nobody relays her words.
    """
    if source.relay and (source.person is None or source.person.kind != "person"):
        return source.relay
    words = text[sentence.start : sentence.end]
    if ("interpreter" in words or "translator" in words) and _INTERPRETER.search(words):
        return "interpreter"
    stated = "statement" in words or "press release" in words or "communiqu" in words or "wrote" in words
    return "statement" if stated and _STATEMENT.search(words) else ""


def sentence_at(starts: list[int], at: int) -> int:
    """Index of the sentence that holds a place."""
    return max(bisect_right(starts, at) - 1, 0)
