"""What one article says about one subject."""

import pytest
from brief_inputs import contribution_of, make_analysis, make_body, quotation, sentences_of, told_of

from generator.brief.contributions import contribute
from generator.brief.passages import MOST_PASSAGES
from generator.model import Ambiguity, Analysis, Contributed, CountryRole, DateMention, Sketch, Span

NAMES = {"Voss": "mira-voss", "Holm": "tor-holm", "Arland": "AR"}


def given(text: str, quotations: tuple = (), dates: tuple[str, ...] = (), **fields: object) -> Contributed:
    body = make_body(text, **fields)
    made = tuple(quotation(body, content, speaker, kind, about=about) for content, speaker, kind, about in quotations)
    found = tuple(DateMention(text.index(day), text.index(day) + len(day), "2020-05-04", "day") for day in dates)
    analysis = make_analysis(body, NAMES, quotations=made, dates=found)
    codes = sorted({m.entity for m in analysis.mentions if m.type == "country"})
    return contribute(body=body, source="wire", analysis=analysis, countries=tuple(CountryRole(c, "about", 1.0) for c in codes))


def test_passages_are_the_sentences_that_name_the_subject() -> None:
    found = contribution_of("mira-voss", "Voss opened the new harbour. Holm stayed at home that day.", NAMES)
    assert [one.text for one in sentences_of(found, found.passages)] == ["Voss opened the new harbour."]


def test_every_sentence_of_a_tagged_article_is_a_candidate() -> None:
    found = contribution_of(
        "mira-voss", "The harbour was opened today. Holm stayed at home that day.", NAMES, tags=("mira-voss",)
    )
    assert len(found.passages) == 2


def test_a_tagged_subject_is_what_the_article_is_about() -> None:
    assert contribution_of("mira-voss", "The harbour was opened today.", tags=("mira-voss",)).role == "about"


def test_an_actor_named_once_and_late_is_mentioned() -> None:
    text = "The harbour was opened today. Ships came in at noon. Holm was there as well."
    assert contribution_of("tor-holm", text, NAMES).role == "mentioned"


def test_the_opening_sentence_weighs_more_than_a_later_one() -> None:
    found = contribution_of("mira-voss", "Voss opened the new harbour. Voss opened the old harbour.", NAMES)
    assert found.passages[0].weight > found.passages[1].weight


def test_a_sentence_that_opens_with_the_subject_weighs_more() -> None:
    first = contribution_of("mira-voss", "Voss met Holm at the harbour.", NAMES)
    last = contribution_of("tor-holm", "Voss at the harbour met Holm.", NAMES)
    assert first.passages[0].weight > last.passages[0].weight


def test_an_endless_article_gives_a_bounded_number_of_passages_in_order() -> None:
    found = contribution_of("mira-voss", " ".join(f"Voss opened harbour number {n}." for n in range(50)), NAMES)
    places = [one.start for one in sentences_of(found, found.passages)]
    assert len(places) == MOST_PASSAGES
    assert places == sorted(places)


def test_articles_of_rights_metadata_give_no_words() -> None:
    text = "Voss met Holm on 4 May. “We agree,” Voss said."
    found = given(text, (("We agree", "mira-voss", "direct", ()),), ("4 May",), rights="metadata")
    one = found.by_subject["mira-voss"]
    assert (found.summary, one.passages, one.said_by, one.events, one.meetings, found.sketch.sentences) == (
        (),
        (),
        (),
        (),
        (),
        (),
    )
    assert found.entities == ("mira-voss", "tor-holm")


def test_articles_of_rights_excerpt_give_passages_but_no_summary() -> None:
    found = given("Voss opened the new harbour.", rights="excerpt")
    assert found.summary == ()
    assert found.by_subject["mira-voss"].passages


@pytest.mark.parametrize(("language", "count"), [("en-NZ", 1), ("en", 1), ("", 1), ("fr", 0), ("eng-fr", 0)])
def test_points_come_from_english_articles_only(language: str, count: int) -> None:
    found = contribution_of("mira-voss", "Voss opened the new harbour.", NAMES, language=language)
    assert len(found.passages) == count


def test_an_article_in_another_language_still_relates_those_it_names() -> None:
    found = contribution_of("mira-voss", "Voss a rencontré Holm au port.", NAMES, language="fr")
    assert [meeting.other for meeting in found.meetings] == ["tor-holm"]


def test_a_direct_quotation_is_shown_without_marks_and_without_the_last_comma() -> None:
    found = given("“Ships will come,” Voss said.", (("Ships will come,", "mira-voss", "direct", ()),))
    assert [saying.text for saying in found.by_subject["mira-voss"].said_by] == ["Ships will come"]


def test_an_indirect_statement_is_shown_as_its_whole_sentence() -> None:
    found = given("Voss has repeatedly said ships might come.", (("ships might come", "mira-voss", "indirect", ()),))
    assert [saying.text for saying in found.by_subject["mira-voss"].said_by] == ["Voss has repeatedly said ships might come."]


def test_a_quoted_fragment_is_shown_in_its_sentence() -> None:
    text = "Voss conceded delays, “but this does not mean failure”."
    found = given(text, (("but this does not mean failure", "mira-voss", "direct", ()),))
    assert [saying.text for saying in found.by_subject["mira-voss"].said_by] == [text]


def test_a_quotation_in_two_parts_is_shown_once_and_whole() -> None:
    text = "“Ships will come,” Voss said, “and they will stay.”"
    found = given(text, (("Ships will come,", "mira-voss", "direct", ()), ("and they will stay.", "mira-voss", "direct", ())))
    assert [saying.text for saying in found.by_subject["mira-voss"].said_by] == [text]


def test_an_indirect_statement_that_opens_with_a_pronoun_is_passed_over() -> None:
    found = given("Voss spoke at noon. She said ships would come.", (("ships would come", "mira-voss", "indirect", ()),))
    assert found.by_subject["mira-voss"].said_by == ()


def test_words_of_nobody_are_no_statement() -> None:
    found = given("“Ships will come to Arland,” a voice cried.", (("Ships will come to Arland,", None, "direct", ("AR",)),))
    assert found.by_subject["AR"].said_about == ()


def test_quoted_words_without_their_speaker_in_the_sentence_are_no_point_and_no_relation() -> None:
    text = "Voss spoke of pressure. It came to Arland and Holm, no doubt. The pressure on Arland and Holm came from “the club”."
    found = given(text, (("the club", None, "mixed", ()),))
    about = found.by_subject["AR"]
    assert about.passages == ()
    assert [one.whole for one in sentences_of(about, about.meetings)] == [False]


def test_quoted_words_with_a_speaker_from_another_sentence_are_no_point() -> None:
    text = "Voss spoke of pressure. The pressure on Arland came from “the club”."
    assert given(text, (("the club", "mira-voss", "mixed", ()),)).by_subject["AR"].passages == ()


def test_statements_about_a_subject_are_by_others() -> None:
    about = ("mira-voss", "tor-holm")
    found = given("Voss said Voss and Holm would come.", (("Voss and Holm would come", "mira-voss", "indirect", about),))
    assert found.by_subject["mira-voss"].said_about == ()
    assert len(found.by_subject["tor-holm"].said_about) == 1


def test_what_an_official_says_of_his_country_is_not_what_others_say_of_it() -> None:
    body = make_body("Voss said Arland would wait. Holm said Arland would sail.", topics=("ships",))
    quotations = (
        quotation(body, "Arland would wait", "mira-voss", kind="indirect", about=("AR",)),
        quotation(body, "Arland would sail", "tor-holm", kind="indirect", about=("AR",)),
    )
    analysis = make_analysis(body, NAMES, quotations=quotations)
    offices = (("mira-voss", "Prime Minister", "AR", "2019", ""),)
    found = contribute(body, "", analysis, (CountryRole("AR", "about", 1.0),), offices).by_subject["AR"]
    assert [said.speaker for said in found.said_about] == ["tor-holm"]
    assert [said.speaker for said in found.said_for] == ["mira-voss"]


def test_quoted_words_that_open_by_leaning_on_others_are_no_statement() -> None:
    for words, kept in (
        ("They carried a flask to the harbour.", 0),
        ("But ships will come.", 0),
        ("We carried a flask.", 1),
        ("It will put many people at risk.", 1),
    ):
        text = f"Voss spoke at noon. “{words}” Voss said."
        assert len(given(text, ((words, "mira-voss", "direct", ()),)).by_subject["mira-voss"].said_by) == kept


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Arland should pay for 16 boats, Voss told the council on Monday.", True),
        ("Voss did not go of her own accord, two people close to the council say.", True),
        ("Voss lost 16 boats, according to Holm.", True),
        ("The crews will fall in steps, Voss said: from 95 sailors to 75.", True),
        ("Voss, who said nothing, opened the harbour of Arland.", False),
        ("Voss told the council of 16 boats, and Holm left.", False),
    ],
)
def test_a_sentence_on_the_word_of_somebody_is_a_claim_also_where_no_speaker_is_found(text: str, claim: bool) -> None:
    (found,) = contribution_of("mira-voss", text, NAMES).sentences
    assert found.claim is claim


def test_a_sentence_that_reports_words_is_a_claim() -> None:
    found = given("Voss said ships would come.", (("ships would come", "mira-voss", "indirect", ()),))
    by = found.by_subject["mira-voss"]
    assert [one.claim for one in sentences_of(by, by.passages)] == [True]


def test_a_dated_sentence_is_an_event_of_those_it_names() -> None:
    found = given("Voss opened the harbour on 4 May.", dates=("4 May",)).by_subject["mira-voss"]
    assert [event.date for event in found.events] == ["2020-05-04"]
    assert [one.text for one in sentences_of(found, found.events)] == ["Voss opened the harbour on 4 May."]


def test_a_dated_sentence_that_cannot_stand_alone_is_no_event() -> None:
    found = given("Voss came. However, Voss left on 4 May.", dates=("4 May",))
    assert found.by_subject["mira-voss"].events == ()


def test_a_meeting_prefers_a_sentence_that_can_stand_alone() -> None:
    found = contribution_of("mira-voss", "But Voss met Holm at dawn. Voss saw Holm again at noon.", NAMES)
    assert [(one.text, one.whole) for one in sentences_of(found, found.meetings)] == [("Voss saw Holm again at noon.", True)]


def test_a_roll_call_relates_nobody() -> None:
    names = {f"Name{n}": f"name-{n}" for n in range(12)}
    found = contribution_of("name-0", "Present were " + ", ".join(names) + ".", names)
    assert found.meetings == ()


def test_an_article_that_relays_another_has_its_origin() -> None:
    _, sketch = told_of("mira-voss", "Voss opened the harbour.", NAMES, relays=("wire-1",))
    assert sketch.origin == "wire-1"


def test_open_ambiguities_are_counted_for_each_candidate() -> None:
    body = make_body("Voss met Jansen at the harbour.")
    analysis = make_analysis(body, NAMES, ambiguous=(Ambiguity(9, 15, ("mira-voss", "tor-holm"), "two names"),))
    found = contribute(body=body, source="", analysis=analysis, countries=())
    assert found.by_subject["mira-voss"].ambiguous == 1
    assert found.entities == ("mira-voss", "tor-holm")


def test_the_summary_is_the_first_sentences_of_running_text() -> None:
    found = given("# Harbour opens\n\nVoss opened a port. She was pleased. Holm was there too. Ships came.")
    assert found.summary == (Span(15, 34), Span(35, 51), Span(52, 71))


def test_the_summary_ends_before_a_quotation_that_it_would_cut() -> None:
    found = given("Voss opened the harbour. “Ships will come. We are ready,” Voss said.")
    assert found.summary == (Span(0, 24),)


def test_an_empty_article_gives_nothing() -> None:
    assert given("") == Contributed(Sketch("a1", "2020-05-01", ""), summary=(), entities=(), by_subject={})


def test_everybody_whom_the_page_names_is_listed_also_the_country_of_the_dateline() -> None:
    assert given("Voss opened the harbour.", dateline_country="BE").entities == ("BE", "mira-voss")


def test_what_stands_outside_every_sentence_contributes_nothing() -> None:
    body = make_body("Voss opened the harbour. Holm came on 4 May.")
    analysis = make_analysis(body, NAMES, dates=(DateMention(38, 43, "2020-05-04", "day"),))
    cut = Analysis(sentences=analysis.sentences[:1], mentions=analysis.mentions, dates=analysis.dates)
    found = contribute(body=body, source="", analysis=cut, countries=())
    assert (found.by_subject["tor-holm"].passages, found.by_subject["tor-holm"].events) == ((), ())


def test_quotations_without_sentences_give_no_statement_that_needs_one() -> None:
    body = make_body("Voss said ships would come.")
    quotations = (quotation(body, "ships would come", "mira-voss", "indirect"),)
    found = contribute(body=body, source="", analysis=Analysis(quotations=quotations), countries=())
    assert found.by_subject["mira-voss"].said_by == ()


def test_a_reported_statement_that_runs_on_is_passed_over() -> None:
    content = "ships would come. Ships would go. Ships would stay. Ships would sink."
    found = given(f"Voss said {content}", ((content, "mira-voss", "indirect", ()),))
    assert found.by_subject["mira-voss"].said_by == ()


def test_space_around_quoted_words_is_not_shown() -> None:
    found = given("“ Ships will come ,” Voss said.", ((" Ships will come ,", "mira-voss", "direct", ()),))
    assert [saying.text for saying in found.by_subject["mira-voss"].said_by] == ["Ships will come"]


def test_a_sentence_that_opens_inside_a_quotation_known_to_the_analysis_is_no_point() -> None:
    text = "Voss spoke up. Arland needs ships. Arland needs a harbour."
    found = given(text, (("Arland needs ships. Arland needs a harbour.", "mira-voss", "direct", ()),))
    assert found.by_subject["AR"].passages == ()


def test_quoted_words_with_the_words_that_name_their_speaker_are_a_point() -> None:
    body = make_body("The minister called the harbour of Arland “the gate”.")
    quotations = (quotation(body, "the gate", None, "mixed", source=Span(0, 12), speaker_name="the minister"),)
    analysis = make_analysis(body, NAMES, quotations=quotations)
    found = contribute(body=body, source="", analysis=analysis, countries=(CountryRole("AR", "about", 1.0),))
    assert len(found.by_subject["AR"].passages) == 1


def test_a_dateline_is_no_part_of_what_a_sentence_says() -> None:
    text = "ASHMOUTH, May 1 - Arland opened a harbour on Friday. It rained."
    body = make_body(text)
    found = contribute(body, "", make_analysis(body, {"Arland": "arland"}), (), story_start=text.index("Arland"))
    first = found.by_subject["arland"].sentences[0]
    assert (first.text, first.shown) == (text.partition(" It")[0], "Arland opened a harbour on Friday.")


def test_a_pronoun_behind_a_dateline_opens_its_sentence() -> None:
    text = "ASHMOUTH, May 1 - They opened a harbour of Arland on Friday."
    body = make_body(text)
    found = contribute(body, "", make_analysis(body, {"Arland": "arland"}), (), story_start=text.index("They"))
    assert not found.by_subject["arland"].passages


@pytest.mark.parametrize(("kind", "count"), [("transcript", 0), ("news", 1)])
def test_in_a_transcript_no_point_begins_with_who_speaks(kind: str, count: int) -> None:
    text = "MIRA VOSS: The harbour of Arland was opened on Monday."
    assert len(contribution_of("mira-voss", text, tags=("mira-voss",), kind=kind).passages) == count
