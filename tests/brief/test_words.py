"""Content words: what two sentences are compared by."""

import pytest

from generator.brief.words import content_words, stem


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("policies", "policy"),
        ("trainers", "trainer"),
        ("invites", "invit"),
        ("invited", "invit"),
        ("inviting", "invit"),
        ("planned", "plan"),
        ("class", "class"),
        ("sing", "sing"),
        ("red", "red"),
        ("143", "143"),
    ],
)
def test_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_stop_words_and_punctuation_are_dropped() -> None:
    assert content_words("The council, he said, of “Arland”.") == ("arland", "council")


def test_every_negation_counts_as_not() -> None:
    assert content_words("won't") == content_words("never") == ("not",)


def test_words_joined_by_a_hyphen_are_two() -> None:
    assert content_words("capacity-building") == ("build", "capacity")


def test_figures_stay_as_printed() -> None:
    assert content_words("14.5 million, 1,200 men") == ("1,200", "14.5", "men", "million")
