"""What an article retells of somebody in an office that he had left by then is no news of its day."""

import pytest
from brief_inputs import make_analysis, make_body, quotation

from generator.analyse.dates import find_dates
from generator.brief.contributions import contribute
from generator.model import Contribution, Span

NAMES = {"Mira Voss": "mira-voss", "Arland": "AR"}
LEFT = ("mira-voss", "Minister of Foreign Affairs", "AR", "2014", "2018")
SAID = "the harbour of Arland was safe"


def contribution(sentence: str, before: str = "", office: tuple[str, str, str, str, str] = LEFT) -> Contribution:
    """Of an article of 2020 that ends in a sentence by Voss."""
    text = f"{before}{sentence}"
    body = make_body(text, date="2020-03-31")
    at = text.index("Mira Voss")
    said = quotation(body, SAID, "mira-voss", kind="indirect", source=Span(at, at + len("Mira Voss")))
    analysis = make_analysis(body, NAMES, quotations=(said,), dates=find_dates(text, "2020-03-31"))
    return contribute(body=body, source="", analysis=analysis, countries=(), offices=(office,)).by_subject["mira-voss"]


NOW = f"Arland's foreign minister, Mira Voss, said that {SAID}."


def test_it_stands_under_the_date_that_its_paragraph_names() -> None:
    found = contribution(NOW, "Three questions of May 2015 stayed open. ")
    assert ([said.day for said in found.said_by], found.passages) == (["2015-05"], ())


def test_where_nobody_says_when_it_is_no_statement() -> None:
    found = contribution(NOW, "In May 2015 the harbour opened.\n\nThree questions stayed open. ")
    assert (found.said_by, found.passages) == ((), ())


@pytest.mark.parametrize(
    "sentence",
    [
        f"Arland's former foreign minister, Mira Voss, said that {SAID}.",
        f"Mira Voss, then foreign minister, said that {SAID}.",
        f"Mira Voss said that {SAID}.",
    ],
)
def test_who_speaks_without_the_office_speaks_today(sentence: str) -> None:
    found = contribution(sentence)
    assert ([said.day for said in found.said_by], len(found.passages)) == ([""], 1)


@pytest.mark.parametrize("end", ["", "2020-04", "2020"])
def test_whose_office_may_last_speaks_today(end: str) -> None:
    found = contribution(NOW, office=(*LEFT[:4], end))
    assert ([said.day for said in found.said_by], len(found.passages)) == ([""], 1)


def test_who_speaks_beside_him_in_the_sentence_spoke_then_too() -> None:
    text = f"{NOW[:-1]}; Tor Holm said that the pier was open."
    body = make_body(text, date="2020-03-31")
    at, beside = text.index("Mira Voss"), text.index("Tor Holm")
    said = quotation(body, SAID, "mira-voss", kind="indirect", source=Span(at, at + len("Mira Voss")))
    other = quotation(body, "the pier was open", "tor-holm", kind="indirect", source=Span(beside, beside + len("Tor Holm")))
    analysis = make_analysis(body, NAMES | {"Tor Holm": "tor-holm"}, quotations=(said, other))
    found = contribute(body=body, source="", analysis=analysis, countries=(), offices=(LEFT,)).by_subject
    assert (found["mira-voss"].said_by, found["tor-holm"].said_by) == ((), ())
