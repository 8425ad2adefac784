"""The rules of analysis, each case a piece of an invented article: tests/analyse/fixtures/*.txt."""

from __future__ import annotations

import pytest
from analyse_world import analysed, body_of, cases, words_at

from generator.analyse.sentences import split_sentences
from generator.model import Analysis


def show_mentions(text: str, found: Analysis) -> list[str]:
    """Mentions, then the ledger."""
    lines = [f"{one.entity} {one.strength}: {text[one.start : one.end]!r}" for one in found.mentions]
    return lines + [f"? {', '.join(one.candidates)}: {text[one.start : one.end]!r}: {one.reason}" for one in found.ambiguous]


def show_sentences(text: str, _: Analysis) -> list[str]:
    """Sentences as printed."""
    return [repr(text[span.start : span.end]) for span in split_sentences(body_of(text).prose)]


def show_quotations(text: str, found: Analysis) -> list[str]:
    """Kind, speaker, how it was found, relay, verb, source, content."""
    return [
        f"{one.kind} | {one.speaker or one.speaker_name or 'nobody'} | {one.method or '-'} | {one.relay or '-'} | "
        f"{words_at(text, one.cue)} | {words_at(text, one.source)} | {text[one.start : one.end]}"
        for one in found.quotations
    ]


def show_dates(text: str, found: Analysis) -> list[str]:
    """Value, precision, words."""
    return [f"{one.value} {one.precision}: {text[one.start : one.end]}" for one in found.dates]


def show_unlinked(_: str, found: Analysis) -> list[str]:
    """Kind, full name, words."""
    return [f"{one.kind}: {one.name} ({one.text})" for one in found.unlinked]


SHOW = {
    "mentions.txt": show_mentions,
    "homonyms.txt": show_mentions,
    "roles.txt": show_mentions,
    "sentences.txt": show_sentences,
    "quotations.txt": show_quotations,
    "dates.txt": show_dates,
    "unlinked.txt": show_unlinked,
}
CASES = [pytest.param(name, text, expected, id=f"{name}:{title}") for name in SHOW for title, text, expected in cases(name)]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_rule(name: str, text: str, expected: str) -> None:
    assert "\n".join(SHOW[name](text, analysed(text))) == expected
