"""Finds the words that name a speaker beside a reporting verb.

Rule: the subject of the verb, with what stands between commas after it, and nothing beyond the clause.
"""

from __future__ import annotations

from generator.analyse.speech.heads import head_of, phrase_ending
from generator.analyse.speech.people import People, Person, Source
from generator.analyse.speech.phrases import (
    AUXILIARIES,
    BE,
    CLAUSE_WORDS,
    DETERMINERS,
    OPENERS,
    PREPOSITIONS,
    SUBJECTS,
    TIMES,
    Word,
    is_adverb,
    is_capital,
    is_mark,
    is_possessive,
    words_in,
)
from generator.analyse.vocabulary import table
from generator.model import Span

_REACH = 240
_NEVER_ALONE = CLAUSE_WORDS | PREPOSITIONS | (DETERMINERS - table("some many others both most all several one two"))
_BEFORE_TIMES = TIMES | table("on in last this early late")
_AFTER_VERB = CLAUSE_WORDS | AUXILIARIES | table("in on at during by to told said through with from")
_ENDS_SUBJECT = CLAUSE_WORDS | table("told said during on")


def source_before(text: str, left: int, cue: int, people: People) -> Source | None:
    """The subject that ends before the verb at `cue`; nothing before `left` belongs to it."""
    words = words_in(text, *_bounded(text, left, cue))
    active = _strip_loose(words, text, cue)
    if not words or not active:
        return None
    last = words[-1]
    if last.text == ",":
        return _before_apposition(text, words, people)
    if is_mark(last):
        return None
    if last.lower in ("who", "which"):
        return _before_relative(text, words, people)
    subject = last.lower.split("'")[0]
    if subject in SUBJECTS:
        return Source(Span(last.start, last.start + len(subject)), "pronoun")
    if last.lower in ("and", "or", "but", "then"):
        return None
    if last.lower in _NEVER_ALONE:
        return None
    if last.text.islower() and last.lower.endswith("ing") and (len(words) == 1 or is_mark(words[-2])):
        return None  # "…," giving states more power
    return phrase_ending(text, words, len(words) - 1, people)


def _bounded(text: str, left: int, cue: int) -> tuple[int, int]:
    """The last stretch before a verb, from the beginning of a word."""
    if cue - left > _REACH:
        left = text.find(" ", cue - _REACH, cue) + 1 or cue
    return left, cue


def _strip_loose(words: list[Word], text: str, cue: int) -> bool:
    """Drop auxiliaries and adverbs before a verb; False where they make it passive."""
    ongoing = text[cue : cue + 24].split(" ", 1)[0].rstrip(",:.").endswith("ing")
    while words:
        last = words[-1]
        if last.lower in AUXILIARIES:
            if last.lower in BE and not ongoing:
                return False
            words.pop()
        elif is_adverb(last):
            words.pop()
        elif last.lower in TIMES and len(words) > 2:
            words.pop()
            while len(words) > 1 and words[-1].lower in _BEFORE_TIMES:
                words.pop()
        else:
            break
    return True


def _before_relative(text: str, words: list[Word], people: People) -> Source | None:
    """The noun before "who": the two together name the speaker."""
    who = words[-1]
    last = len(words) - 2
    if last >= 0 and words[last].text == ",":
        last -= 1
    found = phrase_ending(text, words, last, people) if last >= 0 and not is_mark(words[last]) else None
    if found is None or (who.lower == "which" and found.kind == "noun"):
        return None
    return Source(Span(found.span.start, who.end), found.kind, found.person, found.relay)


def _before_apposition(text: str, words: list[Word], people: People) -> Source | None:
    """The subject before what stands between commas: "Mara Vell, the minister, said", "the minister, Mara Vell, said"."""
    cut = max((n for n, word in enumerate(words) if is_mark(word) and word.text != ","), default=-1)
    commas = [n for n in range(cut + 1, len(words)) if words[n].text == ","]
    if len(commas) < 2:
        return None
    begins = [cut + 1, *[n + 1 for n in commas[:-1]]]
    ends = [n - 1 for n in commas]
    apposed = head_of(text, words, begins[-1], ends[-1], people) if begins[-1] <= ends[-1] else None
    fallback: Source | None = None
    for first, last in list(zip(begins, ends, strict=True))[max(len(commas) - 6, 0) : -1]:
        if first > last:
            continue
        opens = next((n for n in range(first, last + 1) if words[n].lower not in OPENERS), last)
        if words[opens].lower in PREPOSITIONS or words[opens].lower in CLAUSE_WORDS or words[opens].lower.endswith("ing"):
            continue
        if words[last].lower in SUBJECTS:
            return Source(Span(words[last].start, words[last].end), "pronoun")
        found = phrase_ending(text, words, last, people)
        if found and found.kind == "named" and found.span.start >= words[first].start:
            return found
        fallback = found or fallback
    if apposed and apposed.kind == "named" and fallback and _opens_name(words, begins[-1]):
        return Source(Span(fallback.span.start, apposed.span.end), "named", apposed.person, apposed.relay or fallback.relay)
    return fallback


def _opens_name(words: list[Word], at: int) -> bool:
    """Whether a name begins at a word: "Mara Vell", "the Honourable Mara Vell"."""
    return is_capital(words[at]) or (words[at].lower == "the" and words[at + 1].lower in ("honourable", "right", "hon"))


def source_after(text: str, at: int, right: int, people: People) -> Source | None:
    """The subject that follows its verb, as in "said Mara Vell"; `at` is the end of the verb."""
    words = words_in(text, at, min(right, at + _REACH))
    if not words or is_mark(words[0]):
        return None
    if words[0].lower in SUBJECTS:
        return Source(Span(words[0].start, words[0].end), "pronoun")
    if words[0].lower in _AFTER_VERB or words[0].lower in PREPOSITIONS:
        return None
    last = -1
    for number, word in enumerate(words[:20]):
        if is_mark(word) or word.lower in _AFTER_VERB or (number and is_adverb(word)):
            break
        last = number
        named = people.by_end.get(word.end)
        if named and not is_possessive(word) and not _goes_on(words, number) and not _describes(words, number, named):
            break
    if last < 0:
        return None
    found = head_of(text, words, 0, last, people)
    if found is None or found.kind == "named":
        return found
    while last + 1 < len(words) and last < 14 and not is_mark(words[last + 1]) and words[last + 1].lower not in _ENDS_SUBJECT:
        last += 1
    found = Source(Span(found.span.start, words[last].end), "noun", None, found.relay)
    return _apposed_after(text, words, last, found, people)


def _goes_on(words: list[Word], number: int) -> bool:
    """Whether a name only begins the phrase: "Bank of Vardia", "Harbour Bank economist Mara Vell"."""
    if number + 1 >= len(words):
        return False
    following = words[number + 1]
    if is_capital(following) or following.lower in ("of", "for", "and"):
        return True
    described = following.text.isalpha() and following.text.islower() and following.lower not in _AFTER_VERB | PREPOSITIONS
    return described and number + 2 < len(words) and is_capital(words[number + 2])


def _describes(words: list[Word], number: int, named: Person) -> bool:
    """Whether the name of a country or a body only says whose the speakers are: "U.S. officials", "Harbour Bank sources"."""
    if named.kind in ("person", "unknown") or number + 1 >= len(words):
        return False
    following = words[number + 1]
    noun = following.text.isalpha() and following.text.islower() and not is_adverb(following)
    return noun and following.lower not in _AFTER_VERB | PREPOSITIONS | _BEFORE_TIMES


def _is_active(word: Word) -> bool:
    """Whether a word behind a name may be its verb: in small letters, and none that tells where or when."""
    return word.text.isalpha() and word.text.islower() and word.lower not in PREPOSITIONS | TIMES and not is_adverb(word)


def _apposed_after(text: str, words: list[Word], last: int, found: Source, people: People) -> Source:
    """The name in "said the minister, Mara Vell"; none in "according to an aide, Mara Vell left", where it has its own verb."""
    begun = last + 2
    if begun >= len(words) or words[last + 1].text != "," or not is_capital(words[begun]):
        return found
    end = begun
    while (
        end + 1 < len(words)
        and not is_mark(words[end + 1])
        and (is_capital(words[end + 1]) or words[end + 1].lower in ("de", "van"))
    ):
        end += 1
    ahead = head_of(text, words, begun, end, people)
    if ahead is None or ahead.kind != "named" or words[end].end not in people.by_end:
        return found
    if end + 1 < len(words) and _is_active(words[end + 1]):
        return found
    return Source(Span(found.span.start, ahead.span.end), "named", ahead.person, found.relay or ahead.relay)
