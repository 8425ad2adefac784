"""Cuts a stretch of a sentence into words and finds where a noun phrase begins and which of its words is the head.

Rule: only closed classes of words decide (articles, prepositions, conjunctions, auxiliaries); no list of nouns is needed.
"""

from __future__ import annotations

import re

from generator.analyse.speech.verbs import CUES, NOUNS
from generator.analyse.vocabulary import CALENDAR, SHORT_TITLES, TITLES, table
from generator.model import Value

_TOKEN = re.compile(r"[^\s,;:()\[\]“”\"«»—–―]+|[,;:()\[\]“”\"«»]|[—–―]+")
DETERMINERS = table("""
    the a an his her its their our my your this these that those some many several another both most all any no each every one two
    three four five six seven eight nine ten few other
""")
POSSESSIVES = table("his her its their our my your")
PREPOSITIONS = table("""
    of in at for from with by to against on near than under over about like between among including called named without behind
    within into towards toward after before during through throughout despite via per across around outside inside amid following
    since until upon besides alongside beside beyond as at because
""")
CLAUSE_WORDS = table("""
    that but when if because while although though as since so where who which whom whose before after until what how whether than
    then why yet nor unless
""")
BE = table("is are was were be been being am")
AUXILIARIES = table("""
    has have had having is are was were be been being am will would could can may might must shall should do does did not never
    hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't couldn't can't didn't doesn't don't
""")
SUBJECTS = table("he she they it i we you who")
# Words between a subject and its verb, or before the subject, that belong to neither.
LOOSE = table("""
    also then later repeatedly again once still already just now today yesterday tonight however meanwhile himself herself
    themselves itself even only always often sometimes soon both all instead further reportedly perhaps maybe indeed
    too thus first last
    ever yet though earlier since recently here there simply as
""")
_NO_ADVERBS = table("ally assembly bully daily family fly monthly quarterly rally reply supply weekly")
OPENERS = table("""
    and but or so yet then still now later also meanwhile however instead perhaps today yesterday tonight earlier again indeed
    even though thus finally similarly moreover furthermore nevertheless nonetheless likewise well no yes because
""")
TIMES = (
    table("""
    week month year day morning night evening afternoon weekend decade century time hour minute weeks months years days mornings
    nights evenings afternoons weekends decades centuries hours minutes
""")
    | CALENDAR
)
PARTICLES = table("de da di del van von der den bin ibn al el la le bint abu")


class Word(Value, frozen=True, array_like=True):
    """A word or a mark and where it stands."""

    start: int
    end: int
    text: str
    lower: str


def words_in(text: str, left: int, right: int) -> list[Word]:
    """Words and marks of a stretch; what stands in brackets and quotation marks are left out, dashes are commas."""
    found: list[Word] = []
    opened: list[int] = []  # how many words were found before each open bracket
    for match in _TOKEN.finditer(text, left, right):
        printed = match[0]
        if printed[0].isalnum():
            found.append(_word(printed, *match.span()))
        elif printed in "([":
            opened.append(len(found))
        elif printed in ")]":
            if opened:
                del found[opened.pop() :]
            else:
                found.append(Word(match.start(), match.end(), ";", ";"))
        elif printed[0] in "—–―" or printed in ("--", "-"):
            found.append(Word(match.start(), match.end(), ",", ","))
        elif printed not in '“”"«»':
            inner = printed.lstrip("'‘")
            if inner:
                found.append(_word(inner, match.end() - len(inner), match.end()))
    if opened:
        del found[: opened[-1]]
    if found and found[-1].end >= right - 1 and _ends_sentence(found[-1]):
        found[-1] = _word(found[-1].text[:-1], found[-1].start, found[-1].end - 1)
    return found


def _ends_sentence(word: Word) -> bool:
    """Whether a full stop after a word is more than the mark of an abbreviation."""
    printed = word.text
    return len(printed) > 2 and printed[-1] in ".?!" and word.lower.rstrip(".") not in SHORT_TITLES and "." not in printed[:-1]


def _word(printed: str, start: int, end: int) -> Word:
    lower = printed.lower()
    return Word(start, end, printed, lower.replace("’", "'") if "’" in lower else lower)


def is_mark(word: Word) -> bool:
    """Whether a word is a mark of punctuation."""
    return word.text in ',;:“”"«»'


def is_adverb(word: Word) -> bool:
    """Whether a word may stand loosely between a subject and its verb."""
    return word.lower in LOOSE or (word.lower.endswith("ly") and word.text.islower() and word.lower not in _NO_ADVERBS)


def is_possessive(word: Word) -> bool:
    """Whether a word ends in the possessive."""
    return word.lower.endswith(("'s", "s'"))


def is_capital(word: Word) -> bool:
    """Whether a word can be part of a name; days and months cannot."""
    first = word.text[0]
    capital = first.isupper() or (first.isdigit() and any(letter.isupper() for letter in word.text))
    return capital and word.lower.rstrip(".") not in CALENDAR


def is_report(word: Word) -> bool:
    """Whether a small-letter word is a reporting verb rather than a noun."""
    return word.text in CUES and word.text not in NOUNS and not word.text.endswith("ing")


def phrase_start(words: list[Word], last: int) -> int:
    """Index of the first word of the noun phrase that ends with the word `last`."""
    first = last
    while first > 0:
        before = words[first - 1]
        if is_mark(before) or before.lower in CLAUSE_WORDS or before.lower in AUXILIARIES or before.lower in SUBJECTS:
            break
        if before.lower in ("and", "or", "&") and not _joins_names(words, first - 1, last):
            break
        if before.text.islower() and is_report(before):
            break
        if _ends_sentence(before):
            break
        first -= 1
    while first < last and (words[first].lower in OPENERS or is_adverb(words[first])):
        first += 1
    return first


def _joins_names(words: list[Word], at: int, last: int) -> bool:
    """Whether "and" stands between two capitalised words, or inside one name."""
    return 0 < at < last and is_capital(words[at - 1]) and (is_capital(words[at + 1]) or words[at + 1].lower in DETERMINERS)


def name_start(words: list[Word], first: int, last: int) -> int:
    """Index where the run of capitalised words that ends with `last` begins; `last + 1` if that word is no name."""
    at = last + 1
    number = last
    while number >= first:
        word = words[number]
        if is_capital(word) and not (is_possessive(word) and number != last):
            at = number
        elif not (word.lower in PARTICLES and number > first and at == number + 1):
            break
        number -= 1
    while at <= last and (words[at].lower.rstrip(".") in TITLES or words[at].lower in DETERMINERS or words[at].lower in OPENERS):
        at += 1
    return at
