"""What an article is about, and what it merely mentions."""

from __future__ import annotations

import pytest
from analyse_world import analysed, body_of, cases, lexicon

from generator.analyse.geography.datelines import dateline_end, story_start
from generator.analyse.geography.gazetteer import index_places
from generator.analyse.lexicon import slice_lexicon
from generator.analyse.places import locate
from generator.fold import name_words
from generator.model import CountryRole, PlaceName

GAZETTEER = index_places(
    (
        PlaceName("Grandmere", "XV", "city", 2_000_000),
        PlaceName("Portvale", "XV", "city", 700_000),
        PlaceName("Hollin", "XN", "city", 900_000),
        PlaceName("Hollin", "US", "city", 60_000),
        PlaceName("Tessel", "XV", "city", 150_000),
        PlaceName("Brindle", "XN", "city", 9_000),
        PlaceName("Brindle", "XV", "city", 8_000),
        PlaceName("Delta", "XV", "region", 800_000),
        PlaceName("Vardian Heights", "XN", "region", 3_000_000),
        PlaceName("Marrow", "US", "region", 4_000_000),
        PlaceName("Georgia", "US", "region", 9_000_000),
        PlaceName("Marr.", "US", "abbreviation"),
    )
)


def located(title: str, text: str, **more: object) -> tuple[CountryRole, ...]:
    """Countries of an article in the invented world."""
    names = slice_lexicon(name_words(f"{title}\n{text}"), lexicon(), GAZETTEER)
    return locate(title, body_of(text, **more), analysed(text, **more), names)


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=title) for title, text, expected in cases("places.txt")]
)
def test_countries(text: str, expected: str) -> None:
    title, _, prose = text.partition("\n")
    assert "\n".join(f"{one.code} {one.role}" for one in located(title, prose)) == expected


def test_a_tagged_country_is_what_the_article_is_about() -> None:
    assert [(one.code, one.role) for one in located("A quiet day", "Nothing happened.", tags=("XV", "mara-vell"))] == [
        ("XV", "about")
    ]


def test_the_desk_can_keep_a_country_out() -> None:
    assert located("Vardia votes", "Vardia voted.", not_linked=("XV",)) == ()


def test_the_dateline_country_counts() -> None:
    text = "Vardia voted. Vardia waited. The vote in New Sarland is over."
    plain = {one.code: one.role for one in located("Vote", text)}
    with_dateline = {one.code: one.role for one in located("Vote", text, dateline_country="XN")}
    assert (plain["XN"], with_dateline["XN"]) == ("mentioned", "about")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ASHMOUTH, March 3 - It rained.", "ASHMOUTH"),
        ("ASHMOUTH (Wire) -- It rained.", "ASHMOUTH"),
        ("Ashmouth, New Sarland, MARCH 3 (Wire) - It rained.", "Ashmouth, New Sarland"),
        ("ST. ORLE, Marr., Oct 19 - It rained.", "ST. ORLE, Marr."),
        ("BRINDLE-ON-SEA – It rained.", "BRINDLE-ON-SEA"),
        ("Ashmouth - a town by the sea - was wet.", ""),
        ("It rained in Ashmouth on March 3 - again.", ""),
        ("NOTE: figures are in dollars - see below.", ""),
        ("", ""),
    ],
)
def test_a_dateline_ends_after_its_places(text: str, place: str) -> None:
    assert text[: dateline_end(text)] == place


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("ASHMOUTH, March 3 - It rained.", "It rained."),
        ("ASHMOUTH (Wire) --  It rained.", "It rained."),
        ("Ashmouth, New Sarland, MARCH 3 (Wire) It rained.", "It rained."),
        ("Ashmouth - a town by the sea - was wet.", "Ashmouth - a town by the sea - was wet."),
        ("ASHMOUTH, March 3 -", "ASHMOUTH, March 3 -"),
        ("", ""),
    ],
)
def test_the_story_begins_behind_the_dateline(text: str, story: str) -> None:
    assert text[story_start(text) :] == story


def test_scores_fall() -> None:
    scores = [one.score for one in located("Vardia", "Vardia and East Karo. Vardia. New Sarland.")]
    assert scores == sorted(scores, reverse=True)
