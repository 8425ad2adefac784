"""Finds the subject with which a clause or a sentence begins.

Rule: words that only introduce the clause (a dateline, "On Monday,", "Asked about it,") are passed over first.
"""

from __future__ import annotations

import re

from generator.analyse.speech.heads import head_of
from generator.analyse.speech.people import People, Source
from generator.analyse.speech.phrases import (
    AUXILIARIES,
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
    is_report,
    name_start,
    words_in,
)
from generator.analyse.speech.verbs import PARTICIPLES
from generator.analyse.vocabulary import TITLES, table
from generator.model import Span

_REACH = 240
_LONGEST_PHRASE = 14
_DATELINE = re.compile(r"[A-Z][\w.,’' ]{1,40}(?:\([^)\n]{1,20}\) ?)?(?: ?[—–]| --?) ")
_AFTER_SUBJECT = CLAUSE_WORDS | AUXILIARIES | table("in on at during by to told said through with from")
# "with the Islamist party dismissing it as", "stopped a draft statement calling on both sides to", "on reports showing that": the
# participle's own subject. Who issues a statement saying so says so.
_OWN_SUBJECT = re.compile(
    r"(?<=\bwith )[^,;:]{2,60} \Z"
    r"|\b(?:block|kept|keep|oppos|prevent|refus|reject|stop|veto)\w*\b[^,;:]*? (?:amendment|bill|document|letter|"
    r"motion|petition|plan|proposal|resolution|statement|text)s? \Z"
)
_SHOWN_BY = re.compile(r"\b(?:data|evidence|figures?|findings|polls?|reports?|stud(?:y|ies)|surveys?|signs|records|documents) \Z")
_SHOWING = frozenset({"showing", "suggesting", "indicating", "revealing", "finding"})
_LONGEST_PARTICIPLE = 20


def subject_of_clause(text: str, words: list[Word], people: People) -> Source | None:
    """The subject with which a clause begins, after words that only introduce it."""
    at = 0
    for _ in range(3):
        while at < len(words) and (words[at].lower in OPENERS or is_adverb(words[at]) or is_mark(words[at])):
            at += 1
        if at >= len(words):
            return None
        comma = next((n for n in range(at, len(words)) if words[n].text == ","), len(words))
        if not _introduces(words, at, comma):
            break
        at = comma
    else:
        return None
    if words[at].lower in SUBJECTS:
        return Source(Span(words[at].start, words[at].end), "pronoun")
    return _phrase_from(text, words, at, people)


def _introduces(words: list[Word], at: int, comma: int) -> bool:
    """Whether the words up to a comma only introduce a clause: "In May,", "Asked about it,", "A few days later,"."""
    word = words[at]
    if word.lower in PREPOSITIONS or word.lower in CLAUSE_WORDS:
        return True
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    if word.lower.endswith(("ing", "ed")) and not is_capital(following) and following.lower not in AUXILIARIES:
        return True
    if comma < len(words) and (words[comma - 1].lower in TIMES or words[comma - 1].lower in ("later", "ago", "earlier")):
        return comma - at <= 6
    led = word.lower in DETERMINERS or word.lower in SUBJECTS or is_possessive(word)
    return not led and comma < len(words) and following.lower in PREPOSITIONS - {"of", "for"}


def subject_of_sentence(text: str, start: int, end: int, people: People) -> Source | None:
    """The subject with which a stretch of text begins, after a dateline."""
    end = min(end, start + _REACH)
    dateline = _DATELINE.match(text, start, end)
    return subject_of_clause(text, words_in(text, dateline.end() if dateline else start, end), people)


def _phrase_from(text: str, words: list[Word], at: int, people: People) -> Source | None:
    """The noun phrase that begins with a word: up to a name, or to the first word that cannot be in it."""
    last, named = at - 1, -1
    for number in range(at, min(at + _LONGEST_PHRASE, len(words))):
        word = words[number]
        if is_mark(word) or word.lower in _AFTER_SUBJECT or (number > at and word.lower in PREPOSITIONS - {"of", "for"}):
            break
        if number > at and word.text.islower() and (is_report(word) or word.lower.endswith("ed") or is_adverb(word)):
            break
        last = number
        if (word.end in people.by_end or is_capital(word)) and not is_possessive(word):
            named = number
        elif (
            named >= 0
            and word.text.islower()
            and word.lower.rstrip(".") not in TITLES
            and word.lower not in ("nominee", "of", "for")
            and not is_possessive(word)
        ):
            break
    if named >= 0 and not any(is_possessive(words[n]) for n in range(named, last + 1)) and not _noun_follows(words, at, last):
        last = named
    if last < at or (last == at and words[at].lower in DETERMINERS):
        return None
    return head_of(text, words, at, last, people)


def _noun_follows(words: list[Word], at: int, last: int) -> bool:
    """Whether the small-letter word after a name is a noun: "the Vell campaign issued", "Vell aides released"."""
    word = words[last]
    if not word.text.islower():
        return False
    return words[at].lower in DETERMINERS or (
        word.lower.endswith("s")
        and last + 1 < len(words)
        and (words[last + 1].lower in AUXILIARIES or words[last + 1].lower.endswith("ed") or words[last + 1].text == ",")
    )


def named_just_before(text: str, words: list[Word], people: People) -> Source | None:
    """The name that ends a stretch, as in "with Vell loudly saying"."""
    last = len(words) - 1
    while last > 0 and is_adverb(words[last]):
        last -= 1
    if last < 0 or words[last].end not in people.by_end:
        return None
    return head_of(text, words, max(name_start(words, 0, last), 0), last, people)


def new_subject(text: str, start: int, end: int, people: People) -> Source | None:
    """The last name in a stretch that begins a clause of its own: ", Vell raised the stakes by"."""
    words = words_in(text, max(start, end - _REACH), end)
    for number in range(len(words) - 2, 0, -1):
        if words[number].end in people.by_end and not is_possessive(words[number]):
            begun = max(name_start(words, 0, number), 0)
            following = words[number + 1]
            active = following.lower in AUXILIARIES or is_report(following) or following.lower.endswith("ed")
            if begun and (is_mark(words[begun - 1]) or words[begun - 1].lower in ("but", "while", "and")) and active:
                return head_of(text, words, begun, number, people)
    return None


def own_subject(text: str, begin: int, cue: int) -> Source | None:
    """The noun that a participle belongs to, and not to the subject of the sentence."""
    word = text[cue : cue + _LONGEST_PARTICIPLE].split(" ", 1)[0].lower()
    if word not in PARTICIPLES:
        return None
    own = _OWN_SUBJECT.search(text, begin, cue) or (_SHOWN_BY.search(text, begin, cue) if word in _SHOWING else None)
    if own is None:
        return None
    noun = own.start() if text.startswith("with ", own.start() - 5) else text.rfind(" ", begin, cue - 1) + 1
    return Source(Span(noun, cue - 1), "noun")
