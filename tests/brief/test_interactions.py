"""What one entity did to another, as a sentence tells it."""

import pytest
from brief_inputs import contribution_of, make_analysis, make_body, quotation, read_cases

from generator.brief.interactions import list_deeds
from generator.model import Dealing

NAMES = {"Voss": "mira-voss", "Holm": "tor-holm", "Lind": "ada-lind", "Arland": "AR", "Norland": "NL"}


@pytest.mark.parametrize(("given", "expected"), read_cases("dealings.txt"))
def test_deed(given: str, expected: str) -> None:
    analysis = make_analysis(make_body(given), NAMES)
    deeds = list_deeds(given, analysis.mentions, analysis.sentences, range(len(analysis.sentences)), ())
    assert "\n".join(f"{deed.doer} {deed.done} {deed.other}" for deed in deeds) == expected


def test_what_stands_inside_somebody_s_words_is_no_deed() -> None:
    body = make_body("Arland bombed Norland, Holm said.")
    said = quotation(body, "Arland bombed Norland", "tor-holm", kind="indirect")
    analysis = make_analysis(body, NAMES, quotations=(said,))
    assert list_deeds(body.prose.text, analysis.mentions, analysis.sentences, (0,), analysis.quotations) == []


def test_each_of_the_two_sees_it_from_its_side() -> None:
    text = "Arland asked Norland for forty ships."
    assert contribution_of("AR", text, NAMES).dealings == (Dealing("NL", "asked", 0),)
    assert contribution_of("NL", text, NAMES).dealings == (Dealing("AR", "asked by", 0),)
