"""Finds runs of capitalised words in a text and cuts off them what is no part of a name: titles, offices, days, openers.

Rule: a run never crosses a sentence, a block, a linked name or a line that was ended on purpose; every cut is a whole word.
"""

from __future__ import annotations

import re

from generator.analyse.forenames import FORENAMES
from generator.analyse.vocabulary import CALENDAR, FUNCTION_WORDS, OCCUPATIONS, ORGANISATIONS, PORTFOLIOS, THINGS, TITLES, table
from generator.fold import APOSTROPHES
from generator.model import Block, Hint, Span, Value

_REST = rf"[^\W_]*(?:[{APOSTROPHES}-](?!s\b)[^\W_]+)*+"
_CAPITAL = rf"(?:(?:[A-Z]\.)+|St\.(?= [A-Z])|[^\W\d_a-z]{_REST})"
# The looks behind follow the first character, so that the search can skip to capitals; the set is told by what is not in it,
# which Latin-1 can tell alone: it compiles two hundred times as fast.
_RUN = re.compile(
    rf"[^\0-@\[-\u00a9](?<![\w'’-].)(?<=[^\W\d_])(?:(?<=[A-Z])\.(?:[A-Z]\.)*|(?<=S)t\.(?= [A-Z])|{_REST})"
    rf"(?:[ \n](?:(?:of the|of|de|da|di|del|della|dos|du|la|le|van|von|der|den|bin|ibn|ben)[ \n]){{0,2}}"
    rf"(?:(?:al|el)-)?{_CAPITAL})*+"
)
_BODIES = ORGANISATIONS | THINGS
_NO_NAME = FUNCTION_WORDS | CALENDAR | TITLES
_MOST_WORDS = 12
_WRAPPED = 40  # characters: a shorter line was ended on purpose, so what follows is no part of its last name
_TITLES = TITLES | frozenset(f"{title}s" for title in TITLES if len(title) > 4)
# Titles after which a single word may be the name of a body: "former Fed chairman".
_ATTRIBUTIVE = table("former ex deputy vice opposition chief general major candidate chair")
# Titles that are surnames as well, so that one at the end of a run may be somebody's last name.
_SURNAMES = table("king bishop pope major judge prince marshal dean baron lord abbot knight constable sergeant earl duke chair")
_PARTICLES = table("bin ibn ben de van von al el")
_PAST = table("former ex")
_POSTED = re.compile(r"(?:[Aa]mbassador|[Ee]nvoy|[Cc]onsul) (?:to|in) \Z")
_OPENERS = CALENDAR | {"last", "next"}
_CONNECTORS = table("of the de da di del della dos du la le van von der den bin ibn ben")
_CONTRACTED = re.compile(r"[A-Z][a-z]*['’](?:d|m|s|t|ve|re|ll)\Z")
_CONNECTED = re.compile(r"[^\W_][.]? (?:of|of the|in|from|for) \Z")
_POSSESSIVE = re.compile("['’]s")
_LAST = re.compile(r"([A-Za-z]+)\.?[ \n]\Z")


class Run(Value, frozen=True, array_like=True):
    """A stretch of capitalised words, without titles."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: bool
    begins: bool  # at the start of a sentence
    place: bool  # it is a country's capital or the like, and nothing more


def find_runs(
    text: str, blocks: tuple[Block, ...], sentences: tuple[Span, ...], taken: list[tuple[int, int]], hints: tuple[Hint, ...]
) -> list[Run]:
    """Runs in order of position outside headings, code and what is `taken` (sorted)."""
    starts = {span.start for span in sentences}
    hinted = {hint.start: hint.end for hint in hints if hint.kind == "weak"}
    skipped = [(block.start, block.end) for block in blocks if block.kind in ("heading", "code")]
    if skipped:
        taken = sorted([*taken, *skipped])
    runs: list[Run] = []
    place, last = 0, len(taken)
    for match in _RUN.finditer(text):
        if match[0].lower() in _NO_NAME:
            continue
        start, end = match.span()
        while place < last and taken[place][1] <= start:
            place += 1
        ahead = place
        while ahead < last and taken[ahead][0] < end:
            if taken[ahead][1] > start:
                if _CONNECTED.search(text, start, taken[ahead][0]):
                    runs += _trim(text, start, taken[ahead][0], starts, hinted)
                start = taken[ahead][1]
            ahead += 1
        while start < end and text[start] in " -'’\n":
            start += 1
        if start < end and not text[start].islower() and not _POSSESSIVE.match(text, max(start - 2, 0), start):
            for piece in _pieces(text, start, end, starts):
                runs += _trim(text, *piece, starts, hinted)
    return runs


def _pieces(text: str, start: int, end: int, starts: set[int]) -> list[tuple[int, int]]:
    """The run itself, or its parts where a sentence or a short line ends inside it."""
    run = text[start:end]
    if "." not in run and "\n" not in run:
        return [(start, end)]
    found: list[tuple[int, int]] = []
    for at in range(start + 1, end):
        short = text[at - 1] == "\n" and at - 1 - text.rfind("\n", max(0, at - _WRAPPED - 2), at - 1) <= _WRAPPED
        if short or at in starts:
            found.append((start, at - 1))
            start = at
    return [*found, (start, end)]


def _trim(text: str, start: int, end: int, starts: set[int], hinted: dict[int, int]) -> list[Run]:
    """What is left without openers, titles and offices at the head and days at the end; the body of an office by itself."""
    begins = start in starts or (start > 0 and text[start - 1] in "\"“‘'")
    words = text[start:end].split()
    folded = text[start:end].lower().split()
    if len(words) == 1:
        return _single(text, start, end, begins, hinted)
    if len(words) > _MOST_WORDS:
        return []
    last = len(words)
    while last and (folded[last - 1] in CALENDAR or words[last - 1] in _CONNECTORS):
        last -= 1
    posted = _posted(text, start, hinted) if last > 2 else 0
    head = posted or _head(text, start, words, folded, last)
    if begins and last - head > 2 and folded[head] in OCCUPATIONS:
        head = posted = head + 1
    first = next((place for place in range(head, last) if folded[place].rstrip(".") in _TITLES), -1)
    pieces = _around_of(words, folded, head, last) if first < 0 else _without_office(folded, head, first, last)
    offsets = _offsets(words, start)
    runs: list[Run] = []
    for one, stop, titled in pieces:
        if stop > one and len(words[one]) > 1 and folded[one] not in _PARTICLES:
            at = offsets[one]
            end = offsets[stop - 1] + len(words[stop - 1])
            titled = titled or bool(posted) or _titled(text, at, stop - one > 1)
            runs.append(Run(at, end, tuple(words[one:stop]), titled, begins and not one, hinted.get(at, 0) >= end))
    return runs


def _head(text: str, start: int, words: list[str], folded: list[str], last: int) -> int:
    """How many words at the head are openers of the sentence or the end of an office's name."""
    head = 0
    while head < last and (folded[head] in FUNCTION_WORDS or folded[head] in _OPENERS) and len(words[head]) > 1:
        head += 1
    while last - head > 2 and folded[head] in PORTFOLIOS and text.endswith(("and ", "for ", "of "), 0, start):
        head += 1
    return head + (head < last and bool(_CONTRACTED.match(words[head])))


def _posted(text: str, start: int, hinted: dict[int, int]) -> int:
    """How many words name the place of somebody's post before his own name: "ambassador to Portvale Hadi Morre"."""
    end = hinted.get(start, 0)
    return text.count(" ", start, end) + 1 if end and _POSTED.search(text, max(0, start - 16), start) else 0


def _single(text: str, start: int, end: int, begins: bool, hinted: dict[int, int]) -> list[Run]:
    word = text[start:end]
    if end - start < 2 or word.lower() in _NO_NAME or _contracted(word, begins):
        return []
    return [Run(start, end, (word,), _titled(text, start, False), begins, hinted.get(start, 0) >= end)]


def _contracted(word: str, begins: bool) -> bool:
    """Whether it is "He'd" and the like; in the middle of a sentence, where names have capitals, only a pronoun's contraction."""
    return bool(_CONTRACTED.match(word)) and (begins or word.partition("'")[0].partition("’")[0].lower() in FUNCTION_WORDS)


def _around_of(words: list[str], folded: list[str], head: int, last: int) -> list[tuple[int, int, bool]]:
    """The whole, or two names where the first is no body's: "Hadi Morre of Harbour Trading", "Anna Morre of Orla"."""
    of = words.index("of", head, last) if "of" in words[head:last] else last
    least = 1 if head < last and folded[head] in FORENAMES else 2
    if of - head < 2 or of > last - least or not (_BODIES | PORTFOLIOS).isdisjoint(folded[head:of]):
        return [(head, last, False)]
    return [(head, of, False), (of + 1 + (words[of + 1] == "the"), last, False)]


def _offsets(words: list[str], start: int) -> list[int]:
    found = []
    for word in words:
        found.append(start)
        start += len(word) + 1
    return found


def _without_office(folded: list[str], head: int, first: int, last: int) -> list[tuple[int, int, bool]]:
    """(first word, end, titled) of the name after a title, and of the body before it: "Harbour Board Chairman Hadi Morre"."""
    found = [(head, first, False)] if not ORGANISATIONS.isdisjoint(folded[head:first]) else []
    if folded[first] in _PAST and not _TITLES.isdisjoint(folded[first + 2 : last - 1]):
        first = next(place for place in range(first + 2, last - 1) if folded[place] in _TITLES)
    if first == last - 1:
        surname = first > head and folded[first] in _SURNAMES and (ORGANISATIONS | PORTFOLIOS).isdisjoint(folded[head:first])
        return [(head, last, False)] if surname else found
    place = first + 1
    while place < last and (folded[place].rstrip(".") in _TITLES or folded[place] in PORTFOLIOS):
        place += 1
    if place < last and folded[place] == "of":
        named = place + 1 + (folded[place + 1 : place + 2] == ["the"])
        place = named
        while place < last and folded[place] in PORTFOLIOS:
            place += 1
        if place == named:
            return [*found, (named, last, False)]
    if place < last and folded[place] in _PARTICLES and place - 1 > first:
        place -= 1
    if folded[last - 1] in _BODIES:
        return [(first + (folded[first] in _PAST), last, False)]
    of = folded.index("of", place, last) if "of" in folded[place:last] else last
    if place + 1 < of < last - 1 and folded[place] in FORENAMES:  # "Senator Anna Morre of Orla"
        return [*found, (place, of, True), (of + 1 + (folded[of + 1] == "the"), last, False)]
    return [*found, (place, last, True)]


def _titled(text: str, start: int, full: bool) -> bool:
    """Whether a title stands just before, with one character between them or two; some count before a `full` name alone."""
    for end in (start - 1, start - 2):
        if text[end : end + 1] in (" ", "\n"):
            word = word_before(text, end + 1)
            if full and word in OCCUPATIONS:
                return True
            return word.lower() in _TITLES and (full or word.lower() not in _ATTRIBUTIVE)
    return False


def word_before(text: str, at: int) -> str:
    """The word of plain letters and the space that end at a place; empty after anything else."""
    if text[at - 1 : at] not in (" ", "\n"):
        return ""
    stretch = text[max(0, at - 20) : at - 1]
    word = stretch[stretch.rfind(" ") + 1 :]
    if word.isascii() and word.isalpha():
        return word
    match = _LAST.search(text, max(0, at - 20), at)
    return match.group(1) if match else ""
