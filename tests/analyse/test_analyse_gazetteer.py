"""How a name of a place is graded, and that the slice of an article holds what its text can name."""

from __future__ import annotations

import pytest

from generator.analyse.geography.gazetteer import index_places
from generator.analyse.lexicon import Lexicon, slice_lexicon
from generator.fold import name_words
from generator.model import PlaceName

NOTHING = Lexicon({}, {}, {})


def graded(text: str, *places: PlaceName) -> list[tuple[str, str]]:
    """Code and strength of each entry for a text."""
    return [(entry.entity, entry.strength) for entry in slice_lexicon(name_words(text), NOTHING, index_places(places)).places]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((600_000,), [("XA", "city")]),
        ((200_000,), [("XA", "town")]),
        ((20_000,), [("XA", "namesake")]),
        ((0,), [("XA", "namesake")]),
        ((600_000, 100_000), [("XA", "city"), ("XB", "namesake")]),
        ((600_000, 400_000), [("XA", "namesake"), ("XB", "namesake")]),
        ((100_000, 600_000), [("XB", "city"), ("XA", "namesake")]),
        ((9_000_000, 20_000), [("XA", "city")]),
    ],
)
def test_grades(people: tuple[int, ...], expected: list[tuple[str, str]]) -> None:
    places = [PlaceName("Ash Mouth", code, "city", number) for code, number in zip(("XA", "XB"), people, strict=False)]
    assert graded("In Ash Mouth it rained.", *places) == expected


def test_a_region_of_the_same_name_in_the_same_country_stands_for_its_city_where_it_is_larger() -> None:
    places = (PlaceName("Tessel", "XA", "city", 600_000), PlaceName("Tessel", "XA", "region", 2_000_000))
    assert graded("Tessel", *places) == [("XA", "region")]


def test_the_order_of_the_places_does_not_matter() -> None:
    places = (PlaceName("Tessel", "XA", "city", 600_000), PlaceName("Tessel", "XB", "region", 600_000))
    assert index_places(places) == index_places(places[::-1])


def test_function_words_days_and_letters_are_no_places() -> None:
    assert graded("Of March Au Like", *(PlaceName(name, "XA", "city", 900_000) for name in ("Of", "March", "Au", "Like"))) == []


def test_an_article_gets_the_names_whose_words_it_holds() -> None:
    places = (PlaceName("Ash Mouth", "XA", "city", 600_000), PlaceName("Ash", "XB", "city", 600_000))
    assert graded("Ash", *places) == [("XB", "city")]
    assert graded("The mouth of the Ash", *places) == [("XB", "city")]
    assert len(graded("Mouth, Ash", *places)) == 2
