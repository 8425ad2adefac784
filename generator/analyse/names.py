"""Finds names of people and organisations that no metadata covers, and groups a person's later surname with the full name.

Rule: a kind is given only where the words say it (a title, a word such as Party, a verb of saying, the surname used again);
everything else is "unknown".
"""

from __future__ import annotations

import re

from generator.analyse.speech.verbs import is_cue
from generator.analyse.vocabulary import CALENDAR, FUNCTION_WORDS, TITLES, table
from generator.fold import APOSTROPHES
from generator.model import Ambiguity, Block, Hint, Mention, Span, Unlinked, Value

_REST = rf"[^\W_]*(?:[{APOSTROPHES}-](?!s\b)[^\W_]+)*+"
_CAPITAL = rf"(?:(?:[A-Z]\.)+|[^\W\d_a-z]{_REST})"
# The looks behind follow the first character, so that the search can skip to capitals.
_RUN = re.compile(
    rf"[A-Z\u00aa-\U0010ffff](?<![\w'’-].)(?<=[^\W\d_])(?:(?<=[A-Z])\.(?:[A-Z]\.)*|{_REST})"
    rf"(?: (?:(?:of the|of|de|da|di|del|van|von|der|bin|ibn) )?(?:(?:al|el)-)?{_CAPITAL})*+"
)
_ORGANISATIONS = table("""
    party bank ministry council university corporation corp inc ltd plc group union association agency authority
    commission committee court front movement alliance federation institute institution foundation fund organisation
    organization army navy police force forces command service board office department parliament senate congress
    assembly company co club league times post news press radio television holdings coalition church school college
    hospital society network centre center trust airlines airways industries bureau brigade brigades
""")
_PLACES = table("""
    city river street road avenue lake mount mountain mountains island islands valley province county district region
    state peninsula bay port airport square bridge sea ocean coast hills desert
""")
_NO_NAME_ALONE = FUNCTION_WORDS | CALENDAR | TITLES
_NEVER_ALONE = _ORGANISATIONS | TITLES | _PLACES
_GENERIC = frozenset({"Government", "State", "Cabinet", "Internet", "God", "Web"})
_NEXT = re.compile(r",? (who\b|\d\d,|[a-z]+)")
_LAST = re.compile(r"([A-Za-z]+) \Z")


class _Run(Value, frozen=True, array_like=True):
    """A stretch of capitalised words, without titles."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: bool
    begins: bool  # at the start of a sentence
    place: bool  # a country's capital or the like stands in it


def find_unlinked(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Span, ...],
    taken: tuple[Mention, ...],
    doubts: tuple[Ambiguity, ...],
    hints: tuple[Hint, ...],
) -> tuple[Unlinked, ...]:
    """Names in order of position, none where `taken` or `doubts` stand; `name` is the full name an earlier surname belongs to."""
    runs = _runs(text, blocks, sentences, sorted([(m.start, m.end) for m in taken] + [(d.start, d.end) for d in doubts]), hints)
    alone = {
        run.words[0]
        for run in runs
        if len(run.words) == 1 and (run.titled or not run.begins or is_cue(_following(text, run.end)))
    }
    full_names: dict[str, str] = {}
    found: list[Unlinked] = []
    for run in runs:
        name = text[run.start : run.end]
        kind = _kind(text, run, alone)
        if len(run.words) == 1:
            full = full_names.get(run.words[0], "")
            if full or run.titled:
                kind, name = "person", full or name
            elif run.begins or run.words[0].lower() in _NEVER_ALONE or run.words[0] in _GENERIC:
                continue
        elif kind == "person":
            full_names[run.words[-1]] = name
        found.append(Unlinked(text[run.start : run.end], name, kind, run.start, run.end))
    return tuple(found)


def _runs(
    text: str, blocks: tuple[Block, ...], sentences: tuple[Span, ...], taken: list[tuple[int, int]], hints: tuple[Hint, ...]
) -> list[_Run]:
    starts = {span.start for span in sentences}
    hinted = {hint.start for hint in hints if hint.kind == "weak"}
    skipped = [(block.start, block.end) for block in blocks if block.kind in ("heading", "code")]
    if skipped:
        taken = sorted([*taken, *skipped])
    runs: list[_Run] = []
    place, last = 0, len(taken)
    for match in _RUN.finditer(text):
        start, end = match.span()
        while place < last and taken[place][1] <= start:
            place += 1
        ahead = place
        while ahead < last and taken[ahead][0] < end:
            if taken[ahead][1] > start:
                start = taken[ahead][1]
            ahead += 1
        while start < end and text[start] in " -'’":
            start += 1
        if start >= end or text[start:end].lower() in _NO_NAME_ALONE:
            continue
        if not text[start].islower() and not text.startswith(("'s", "’s"), start - 2):
            run = _trim(text, start, end, starts, hinted)
            if run:
                runs.append(run)
    return runs


def _trim(text: str, start: int, end: int, starts: set[int], hinted: set[int]) -> _Run | None:
    """Strip function words and titles from the head, days and months from the end; None if nothing is left."""
    begins = start in starts or (start > 0 and text[start - 1] in "\"“‘'")
    words = text[start:end].split(" ")
    if len(words) > 8:
        return None
    folded = [word.lower() for word in words]
    cut, titled = 0, False
    while cut < len(words) and folded[cut] in FUNCTION_WORDS and len(words[cut]) > 1:
        cut += 1
    if "." in text[start:end] or not TITLES.isdisjoint(folded):
        for number in range(cut, min(len(words), cut + 4)):
            if folded[number].rstrip(".") in TITLES:
                cut, titled = number + 1, True
    last = len(words)
    while last > cut and folded[last - 1] in CALENDAR:
        last -= 1
        end -= len(words[last]) + 1
    if last <= cut or words[cut] in ("of", "de"):
        return None
    if cut:
        start += sum(map(len, words[:cut])) + cut
    if len(words[cut]) < 2 or end - start < 2:
        return None
    return _Run(start, end, tuple(words[cut:last]), titled or _titled(text, start), begins and cut == 0, start in hinted)


def _titled(text: str, start: int) -> bool:
    """Whether a title stands just before, with one character between them or two."""
    for end in (start - 1, start - 2):
        if text[end : end + 1] == " ":
            return _word_before(text, end + 1).lower() in TITLES
    return False


def _word_before(text: str, at: int) -> str:
    """The word of plain letters and the space that end at a place; empty after anything else."""
    if text[at - 1 : at] != " ":
        return ""
    stretch = text[max(0, at - 20) : at - 1]
    word = stretch[stretch.rfind(" ") + 1 :]
    if word.isascii() and word.isalpha():
        return word
    match = _LAST.search(text, max(0, at - 20), at)
    return match.group(1) if match else ""


def _kind(text: str, run: _Run, alone: set[str]) -> str:
    last, first = run.words[-1].lower(), run.words[0].lower()
    if run.place or last in _PLACES:
        return "place"
    if last in _ORGANISATIONS or (len(run.words) > 1 and first in _ORGANISATIONS):
        return "organisation"
    if len(run.words) == 1:
        return "organisation" if run.words[0].isupper() and 2 < len(run.words[0]) < 7 else "unknown"
    if "of" in run.words or any(word.isupper() and len(word) > 2 for word in run.words):
        return "organisation" if any(word.lower() in _ORGANISATIONS for word in run.words) else "unknown"
    if len(run.words) > 4:
        return "unknown"
    following = _following(text, run.end)
    if run.titled or run.words[-1] in alone or is_cue(following) or following == "who" or following[:1].isdigit():
        return "person"
    return "person" if is_cue(_word_before(text, run.start)) else "unknown"


def _following(text: str, end: int) -> str:
    match = _NEXT.match(text, end, end + 24)
    return match.group(1) if match else ""
