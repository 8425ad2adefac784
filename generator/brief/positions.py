"""Turns what was said on each topic into stances: by a subject, or a country's officials, newest first, and by others about it.

A statement that turns an earlier one of the same speaker round is marked; nothing is marked for saying something else.
"""

from __future__ import annotations

import re

import msgspec

from generator.brief.origins import decides
from generator.brief.statements import Said, as_said, newest_statements
from generator.brief.words import NEGATION, content_words, on_one_matter
from generator.model import Contribution, Saying, Stance, Statement

MOST_TOPICS = 6
MOST_STATEMENTS = 6  # of one topic
MOST_BY_OTHERS = 3
MOST_GATHERED = 60  # newest sayings on a topic among which the statements are found
COMMON = 0.6  # share of the shorter statement's words that two of them must have in common to be about one thing
_YEAR = re.compile(r"(?:19|20)\d\d")


def take_positions(subject: str, ordered: list[Contribution]) -> tuple[Stance, ...]:
    """The topics with the newest statements; contributions are given newest first.

    An actor's statements stand on the page anyway: his topics are shown where he spoke more than once.
    """
    own: dict[str, list[Said]] = {}
    others: dict[str, list[Said]] = {}
    for one in ordered:
        for topic in one.topics:
            _add(own.setdefault(topic, []), one, (*one.said_by, *one.said_for))
            _add(others.setdefault(topic, []), one, one.said_about)
    fewest = 1 if subject.isupper() else 2
    spoken = [topic for topic, said in own.items() if len(said) >= fewest]
    spoken.sort()
    spoken.sort(key=lambda topic: max(entry[0] for entry in own[topic]), reverse=True)
    shown: set[tuple[str, int, str]] = set()  # what an earlier topic of the same article holds
    stances = [_stance(topic, own[topic], others[topic], shown) for topic in spoken]
    return tuple([stance for stance in stances if len(stance.statements) >= fewest][:MOST_TOPICS])


def _add(gathered: list[Said], one: Contribution, sayings: tuple[Saying, ...]) -> None:
    if len(gathered) < MOST_GATHERED:
        gathered += [as_said(one, said) for said in sayings]


def _stance(topic: str, own: list[Said], others: list[Said], shown: set[tuple[str, int, str]]) -> Stance:
    speakers = {entry[2].speaker for entry in own}
    new = [entry for entry in own if _key(entry) not in shown]
    foreign = [entry for entry in others if entry[2].speaker not in speakers and _key(entry) not in shown]
    shown.update(map(_key, (*new, *foreign)))
    return Stance(topic, mark_shifts(newest_statements(new, MOST_STATEMENTS)), newest_statements(foreign, MOST_BY_OTHERS))


def _key(entry: Said) -> tuple[str, int, str]:
    return entry[1], entry[2].start, entry[2].speaker or entry[2].speaker_name


def mark_shifts(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Statements, newest first, each with the day of the newest earlier one of its speaker that it turns round, if there is any.

    Two are about one thing where they share most content words; the one turns the other round where only one is negated, or
    both give figures, years apart, and have none in common (after de Marneffe, Rafferty and Manning, "Finding contradictions in
    text", ACL 2008, whose other kinds need more than words).
    """
    words = [frozenset(content_words(one.cite.text)) for one in statements]
    marked: list[Statement] = []
    for number, one in enumerate(statements):
        earlier = (
            other.date
            for place, other in enumerate(statements[number + 1 :], number + 1)
            if other.date < one.date and _speaker(other) == _speaker(one) and _turned_round(words[number], words[place])
        )
        marked.append(msgspec.structs.replace(one, differs_from=next(earlier, "")))
    return tuple(marked)


def _turned_round(words: frozenset[str], others: frozenset[str]) -> bool:
    if not on_one_matter(_without_values(words), _without_values(others), COMMON):
        return False
    figures, other_figures = _figures(words), _figures(others)
    apart = bool(figures) and bool(other_figures) and figures.isdisjoint(other_figures)
    return (NEGATION in words) is not (NEGATION in others) or apart


def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset([word for word in words if decides(word) and word != NEGATION and not _YEAR.fullmatch(word)])


def _without_values(words: frozenset[str]) -> frozenset[str]:
    return frozenset([word for word in words if not decides(word)])


def _speaker(statement: Statement) -> str:
    return statement.speaker or statement.speaker_name
