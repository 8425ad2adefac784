"""What was said on each topic, by whom, and what turned round."""

from typing import Any

from brief_inputs import make_analysis, make_body, quotation

from generator.brief.contributions import contribute
from generator.brief.positions import take_positions
from generator.model import Contribution, Stance

NAMES = {"Voss": "mira-voss", "Holm": "tor-holm", "Arland": "AR"}
OFFICES = (
    ("mira-voss", "harbour minister", "AR", "2019", "2020-05"),
    ("tor-holm", "leader of the opposition", "AR", "2019", ""),
)


def said(id: str, date: str, content: str, speaker: str = "mira-voss", **fields: Any) -> dict[str, Contribution]:
    topics = fields.pop("topics", ("harbours",))
    body = make_body(f"“{content},” Voss said in Arland beside Holm.", id=id, date=date, topics=topics)
    analysis = make_analysis(body, NAMES, quotations=(quotation(body, content, speaker, **fields),))
    return contribute(body=body, source="", analysis=analysis, countries=(), offices=OFFICES).by_subject


def positions(subject: str, *articles: dict[str, Contribution]) -> tuple[Stance, ...]:
    return take_positions(subject, sorted((one[subject] for one in articles), key=lambda one: one.date, reverse=True))


def test_a_country_holds_what_its_office_holders_said_that_day() -> None:
    found = positions("AR", said("a", "2020-05-01", "Ships will come"), said("b", "2020-07-01", "Taxes will go"))
    assert [(one.topic, [(s.text, s.speaker) for s in one.statements]) for one in found] == [
        ("harbours", [("Ships will come", "mira-voss")])
    ]


def test_who_leads_a_party_does_not_speak_for_the_country() -> None:
    assert positions("AR", said("a", "2020-05-01", "Ships will come", "tor-holm")) == ()


def test_what_stands_under_one_topic_is_not_repeated_under_the_next() -> None:
    found = positions("AR", said("a", "2020-05-01", "Ships will come", topics=("harbours", "taxes")))
    assert [one.topic for one in found] == ["harbours"]


def test_an_article_without_topics_takes_no_position() -> None:
    assert positions("AR", said("a", "2020-05-01", "Ships will come", topics=())) == ()


def test_what_an_official_says_on_no_topic_is_the_country_s_own_word_and_no_other_s_about_it() -> None:
    official = said("a", "2020-05-01", "Arland will wait", topics=(), about=("AR",))["AR"]
    critic = said("b", "2020-05-01", "Arland will wait", "tor-holm", topics=(), about=("AR",))["AR"]
    assert ([s.speaker for s in official.said_for], official.said_about) == (["mira-voss"], ())
    assert ([s.speaker for s in critic.said_about], critic.said_for) == (["tor-holm"], ())


def test_an_actor_s_topics_are_those_on_which_he_spoke_more_than_once() -> None:
    first, second = said("a", "2020-05-01", "Ships will come"), said("b", "2020-05-02", "Taxes will go")
    assert positions("mira-voss", first) == ()
    assert [s.text for s in positions("mira-voss", first, second)[0].statements] == ["Taxes will go", "Ships will come"]


def test_what_others_said_stands_apart() -> None:
    own = said("a", "2020-05-01", "Ships will come"), said("b", "2020-05-02", "Taxes will go")
    (found,) = positions("mira-voss", *own, said("c", "2020-05-03", "Arland lies", "tor-holm", about=("mira-voss",)))
    assert [(s.text, s.speaker) for s in found.by_others] == [("Arland lies", "tor-holm")]
    assert {s.speaker for s in found.statements} == {"mira-voss"}


def shift(earlier: str, later: str, speaker: str = "mira-voss") -> str:
    (found,) = positions("AR", said("a", "2020-05-01", earlier, speaker), said("b", "2020-05-09", later))
    return found.statements[0].differs_from


def test_a_statement_that_denies_an_earlier_one_is_marked() -> None:
    assert shift("Nine ships will leave the northern harbour", "Nine ships will not leave the northern harbour") == "2020-05-01"


def test_a_statement_with_another_figure_is_marked() -> None:
    assert shift("We have 16 trainers in the northern camp", "We have 106 trainers in the northern camp") == "2020-05-01"


def test_another_year_turns_nothing_round() -> None:
    assert shift("Nine ships left the northern harbour in 2014", "Nine ships left the northern harbour in 2015") == ""


def test_a_statement_about_something_else_is_not_marked() -> None:
    assert shift("Nine ships will leave the northern harbour", "Taxes will not rise for farmers in the south") == ""


def test_the_order_of_topics_is_that_of_their_newest_statements() -> None:
    found = positions(
        "AR",
        said("a", "2020-05-01", "Ships will come", topics=("harbours",)),
        said("b", "2020-05-02", "Taxes will go", topics=("taxes",)),
    )
    assert [one.topic for one in found] == ["taxes", "harbours"]
