"""Finds names of people and organisations that no metadata covers, and groups the forms of one person's name.

Rule: a kind is given only where the words say it (a title, a word such as Party, a verb of saying, the surname used again);
everything else is "unknown".
"""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.analyse.forenames import FORENAMES
from generator.analyse.mentions.surroundings import acts_as_person
from generator.analyse.runs import Run, find_runs, word_before
from generator.analyse.speech.verbs import is_cue
from generator.analyse.vocabulary import (
    CALENDAR,
    COMMON_WORDS,
    FUNCTION_WORDS,
    OCCUPATIONS,
    ORGANISATIONS,
    PORTFOLIOS,
    THINGS,
    TITLES,
    table,
)
from generator.model import Ambiguity, Block, Hint, Mention, Span, Unlinked

_PLACES = table("""
    city river street road avenue lake mount mountain mountains island islands valley province county district region
    state peninsula bay port airport square bridge sea ocean coast hills desert gulf strait straits canal east house
""")
# Words that begin names of regions, and so tell that the last word alone is no surname: "Latin Orla", "New Orla".
_DIRECTIONS = table("""
    north south east west northern southern eastern western central upper lower inner outer greater great grand latin new
""")
_NO_PERSON = ORGANISATIONS | _PLACES | THINGS
_NO_NAME_ALONE = FUNCTION_WORDS | CALENDAR | TITLES
_NEVER_ALONE = _NO_NAME_ALONE | ORGANISATIONS | _PLACES | THINGS | PORTFOLIOS
_NOT_ALONE = _NEVER_ALONE | COMMON_WORDS
_GENERIC = frozenset({"Government", "State", "Cabinet", "Internet", "God", "Web"})
_NEXT = re.compile(r",? (who\b|whose\b|\d\d,|[a-z]+)")
# The words between a comma after a name and what ends the noun that stands there.
_APPOSED = re.compile(
    r", ((?:[\w'’-]+ ){0,5}?[\w'’-]+)(?=[,.;]| (?:of|at|in|for|from|with|to|and|on|who|whose|which|that|said|says|told)\b)"
)
# What happens to people alone, before a full name and after it.
_PERSON_BEFORE = re.compile(
    r"(?:\b(?:appoint|elect|nominat|succeed)(?:s|ed|ing|ion|e|es)?"
    r"|\b(?:appointment|nomination|candidacy|presidency|chairmanship|election|resignation|arrest|assassination|murder|trial) of"
    r"|\bsucceeded by|\binterview with|\bswearing in of) \Z"
)
_PERSON_AFTER = re.compile(
    r",? (?:(?:was|is|were|has been|had been|will be) (?:[a-z]+ly )?"
    r"(?:born|elected|nominated|arrested|jailed|sworn|assassinated|murdered)\b"
    r"|himself|herself)|,? \(?[DR]-[A-Z]"
)
# Articles of other languages, with which titles of papers and names of bodies begin.
_ARTICLES = table("le la les el los las il lo der die das o a new")
# Verbs of saying after which the speaker's name may stand; after "told" stands who was told.
_SAID = table("said says added adds wrote writes recalled explained replied noted argued insisted warned")
_WITHIN = table("at by for from in of to with")
_PARTICLES = table("al el bin ibn de da di del della dos du la le van von der den")
_NAMED_PARTICLES = frozenset({"bin", "ibn", "von", "van", "der"})


def find_unlinked(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Span, ...],
    taken: tuple[Mention, ...],
    doubts: tuple[Ambiguity, ...],
    hints: tuple[Hint, ...],
) -> tuple[Unlinked, ...]:
    """Names in order of position, none where `taken` or `doubts` stand; `name` is the full name that a surname belongs to."""
    occupied = sorted([(m.start, m.end) for m in taken] + [(d.start, d.end) for d in doubts])
    runs = find_runs(text, blocks, sentences, occupied, hints)
    kinds = _kinds(text, runs)
    full_names = _FullNames(runs, kinds)
    titled = {run.words[0] for run in runs if run.titled and len(run.words) == 1}
    found: list[Unlinked] = []
    for run in runs:
        name, kind = " ".join(run.words), kinds.get(run.words, "")
        if len(run.words) == 1:
            kind, name = _alone(text, run, full_names, titled)
        elif kind in ("person", "unknown") and (full := full_names.latest(name, run.start)):
            kind, name = "person", full
        elif kind == "person":
            name = full_names.latest(run.words[-1], run.start, run.words[0])
        if kind:
            found.append(Unlinked(text[run.start : run.end], name, kind, run.start, run.end))
    return tuple(found)


def _alone(text: str, run: Run, full_names: _FullNames, titled: set[str]) -> tuple[str, str]:
    """(kind, name) of a single word; no kind where its capital tells nothing."""
    word = run.words[0]
    certain = run.titled or not _common(text, run)
    full = full_names.latest(word, run.start) if certain else ""
    if full or ((run.titled or (word in titled and certain)) and not (word.isupper() or word.lower() in _NEVER_ALONE)):
        return "person", full or word
    if run.place:
        return "place", word
    if run.begins or word.lower() in _NEVER_ALONE or word in _GENERIC:
        return "", word
    return "organisation" if word.isupper() and 2 < len(word) < 7 else "unknown", word


def _stands_alone(text: str, run: Run) -> bool:
    """Whether a single word that begins a sentence is a name: no word that is also a common one, and something belongs to it."""
    if run.words[0].lower() in _NOT_ALONE:
        return is_cue(_following(text, run.end))
    after = text[run.end : run.end + 2]
    return after in ("'s", "’s") or (after[:1] == " " and after[1:].islower())


def _common(text: str, run: Run) -> bool:
    """Whether a word at the start of a sentence may be the common word instead of a surname."""
    return run.begins and run.words[0].lower() in COMMON_WORDS and not acts_as_person(text, run.words[0].lower(), run.end)


class _FullNames:
    """Full names of people by each of their words, and who is meant by a word at a place."""

    def __init__(self, runs: list[Run], kinds: dict[tuple[str, ...], str]) -> None:
        """One name for one first and last word."""
        self._found: dict[tuple[str, ...], tuple[list[int], list[str]]] = {}
        names: dict[tuple[str, str], str] = {}
        for run in runs:
            if len(run.words) > 1 and kinds[run.words] == "person":
                name = names.setdefault((run.words[0], run.words[-1]), " ".join(run.words))
                tails = [" ".join(run.words[place:]) for place in range(1, len(run.words) - 1)]
                for form in dict.fromkeys((*run.words, *tails)):
                    keys = [(form,), (form, run.words[0])]
                    if name.endswith(form):
                        keys += [("", form), ("", form, run.words[0])]
                    for key in keys:
                        starts, full = self._found.setdefault(key, ([], []))
                        starts.append(run.start)
                        full.append(name)

    def latest(self, word: str, start: int, *first: str) -> str:
        """The full name with this word that stands last before a place, else the first after it; surnames before forenames.

        `first`: the word that it must begin with.
        """
        key = ("", word) if ("", word) in self._found else (word,)
        starts, names = self._found.get((*key, *first), ([], [""]))
        return names[max(bisect_right(starts, start) - 1, 0)]


def _kinds(text: str, runs: list[Run]) -> dict[tuple[str, ...], str]:
    """Kind of every name of several words: one that is a person's anywhere is a person's everywhere."""
    alone = {run.words[0] for run in runs if len(run.words) == 1 and (run.titled or not run.begins or _stands_alone(text, run))}
    kinds: dict[tuple[str, ...], str] = {}
    for run in runs:
        if len(run.words) > 1 and kinds.get(run.words, "unknown") == "unknown":
            kinds[run.words] = _kind(text, run, alone)
    return kinds


def _kind(text: str, run: Run, alone: set[str]) -> str:
    folded = [word.lower() for word in run.words]
    if run.place:
        return "place"
    if folded[-1] in ORGANISATIONS or folded[0] in ORGANISATIONS:
        return "organisation"
    if "of" in run.words or any(word.isupper() and len(word) > 2 and "." not in word for word in run.words):
        return "organisation" if not ORGANISATIONS.isdisjoint(folded) else "unknown"
    if run.titled and folded[-1] not in THINGS:
        return "person"
    if folded[-1] in _PLACES:
        return "place"
    if len(run.words) > 5 or folded[0] in _ARTICLES or folded[0] in _DIRECTIONS or not _NO_PERSON.isdisjoint(folded):
        return "unknown"
    return "person" if _has_forename(folded) or run.words[-1] in alone or _spoken_of(text, run) else "unknown"


def _has_forename(folded: list[str]) -> bool:
    """Whether the name begins with a common forename, and is no headline: "Anna Morre", not "Anna Morre Says No"."""
    names = [word for word in folded if len(word.rstrip(".")) > 1 and word not in _PARTICLES]
    if len(names) not in (2, 3) or names[0] not in FORENAMES:
        return False
    return names[-1] not in FUNCTION_WORDS and names[-1] not in PORTFOLIOS and not is_cue(names[-1])


def _spoken_of(text: str, run: Run) -> bool:
    """Whether the words around speak of a person: a verb of saying, "who", an age, an office after a comma, an election."""
    if not _NAMED_PARTICLES.isdisjoint(run.words) or any(word[1:] == "." for word in run.words[1:-1]):
        return True
    before, following = word_before(text, run.start), _following(text, run.end)
    if is_cue(following):
        return text[run.end] != "," or before not in _WITHIN  # "adviser to Orla Trading, said"
    if following in ("who", "whose") or following[:1].isdigit() or before in _SAID:
        return True
    if _PERSON_AFTER.match(text, run.end, run.end + 40) or _PERSON_BEFORE.search(text, max(0, run.start - 24), run.start):
        return True
    return text[run.end : run.end + 1] == "," and _holds_office(text, run.end)


def _holds_office(text: str, at: int) -> bool:
    """Whether the noun after a comma is an office or an occupation: ", the former Harbour Bank chairman"."""
    apposed = _APPOSED.match(text, at, at + 80)
    words = apposed[1].lower().split() if apposed else [""]
    return (words[-1] in TITLES or words[-1] in OCCUPATIONS) and (words[-1] != "leader" or words[0] not in ("a", "an"))


def _following(text: str, end: int) -> str:
    match = _NEXT.match(text, end, end + 24)
    return match.group(1) if match else ""
