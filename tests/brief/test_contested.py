"""What a confirmed dispute rests on is somebody's account on every page."""

from __future__ import annotations

from brief_inputs import contribution_of

from generator.brief.contested import as_accounts, contested_passages
from generator.model import Citation, CitedDispute, CitedPosition, Contribution, Span

TEXT = "Mira Voss met Tor Holm in Ashmouth. Mira Voss asked Tor Holm for boats in May."
NAMES = {"Mira Voss": "mira-voss", "Tor Holm": "tor-holm"}


def dispute(text: str, status: str = "open") -> CitedDispute:
    """One side rests on a passage of the article a1, the other on one of a2."""
    start = TEXT.index(text)
    sides = (
        CitedPosition("One side.", ("mira-voss",), (Citation("a1", start, start + len(text), text),)),
        CitedPosition("Another.", ("tor-holm",), (Citation("a2", 3, 9, "no, no"),)),
    )
    return CitedDispute("boats", "Who asked?", "report-vs-report", status, sides, "", ("mira-voss", "tor-holm"))


def contribution() -> Contribution:
    return contribution_of("mira-voss", TEXT, NAMES)


def test_passages_of_open_disputes_are_contested_by_article() -> None:
    start = TEXT.index("asked Tor Holm for boats")
    assert contested_passages([dispute("asked Tor Holm for boats")]) == {"a1": (Span(start, start + 24),), "a2": (Span(3, 9),)}


def test_an_explained_dispute_contests_nothing() -> None:
    assert contested_passages([dispute("asked Tor Holm for boats", "explained")]) == {}


def test_a_contested_sentence_is_a_claim_and_ties_nobody() -> None:
    before = contribution()
    assert [dealing.label for dealing in before.dealings] == ["met", "asked"]
    [after] = as_accounts((before,), contested_passages([dispute("asked Tor Holm for boats")]))
    assert [sentence.claim for sentence in after.sentences] == [False, True]
    assert [dealing.label for dealing in after.dealings] == ["met"]
    assert [sentence.text for sentence in after.sentences] == [sentence.text for sentence in before.sentences]


def test_a_contribution_of_another_article_stays_the_same_object() -> None:
    before = contribution()
    assert as_accounts((before,), {"a9": (Span(0, 80),)})[0] is before
