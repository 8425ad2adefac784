"""A sentence that takes a side is somebody's claim, whoever prints it."""

import pytest
from brief_inputs import contribution_of, make_analysis, make_body

from generator.brief.contributions import contribute
from generator.brief.voice import takes_sides
from generator.model import DateMention


@pytest.mark.parametrize(
    ("text", "sided"),
    [
        ("Terrorists of the Hill Band have shelled a market in Arland.", True),
        ("A day of mourning for the nine heroes of Arland was declared.", True),
        ("A brave soldier has fallen in Arland, treacherously shot.", True),
        ("Mira Voss called them “heroes of the harbour” on Friday.", False),
        ("A terrorist attack in Arland killed four people.", False),
        ("Arland braved the storm.", False),
        ("The Harbour Martyrs Brigade has left Arland, and Heroes Square is open again.", False),
        ("The harbour of Arland was opened on Friday.", False),
    ],
)
def test_words_that_praise_or_damn(text: str, sided: bool) -> None:
    assert takes_sides(text) is sided


@pytest.mark.parametrize(
    "words",
    [
        *("bandits", "barbaric", "Barbarically", "brave sons", "cold-blooded", "Cowardly", "glorious", "henchmen", "henchman"),
        *("heroes", "Heroic", "heroically", "innocent civilians", "martyrs", "mercilessly", "Puppet regime", "terrorists"),
        *("traitor", "treacherously"),
    ],
)
def test_each_word_that_takes_a_side_is_seen(words: str) -> None:
    assert takes_sides(f"On Friday, {words} in the harbour of Arland.")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Terrorists have shelled a market in Arland.", True),
        ("Shells have hit a market in Arland.", False),
        ("Shells have hit a market in Arland, residents told the harbour radio.", True),
        ("Shells have hit a market in Arland, reportedly killing four.", True),
        ("The Hill Band claims an attack on a market in Arland.", True),
        ("The Hill Band claimed the lives of four people in Arland.", False),
        ("A pier in Arland, which the council said would “reportedly” close, is open.", False),
    ],
)
def test_a_claim_is_told_from_a_plain_fact(text: str, claim: bool) -> None:
    found = contribution_of("arland", text, {"Arland": "arland"})
    assert [sentence.claim for sentence in found.sentences] == [claim]


def test_what_takes_a_side_is_no_event() -> None:
    sided, plain = "Terrorists shelled Arland on Monday.", "Shells hit Arland on Monday."
    body = make_body(f"{sided} {plain}")
    days = tuple(
        DateMention(at, at + 6, "2020-04-27", "day") for at in (sided.index("Monday"), len(sided) + 1 + plain.index("Monday"))
    )
    found = contribute(body, "", make_analysis(body, {"Arland": "arland"}, dates=days), ()).by_subject["arland"]
    assert [found.sentences[event.sentence].text for event in found.events] == [plain]
