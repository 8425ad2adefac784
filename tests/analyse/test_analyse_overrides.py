"""The desk's word on a passage wins over every rule."""

from __future__ import annotations

from analyse_world import analysed

from generator.model import MentionOverride, QuotationOverride


def test_an_override_links_and_introduces() -> None:
    text = "The chief came. Vell spoke."
    found = analysed(text, mention_overrides=(MentionOverride(4, 9, "mara-vell"),))
    assert [(one.entity, one.start, one.strength) for one in found.mentions] == [
        ("mara-vell", 4, "override"),
        ("mara-vell", 16, "short"),
    ]


def test_an_empty_override_unlinks() -> None:
    assert analysed("Mara Vell came.", mention_overrides=(MentionOverride(0, 9, ""),)).mentions == ()


def test_an_entity_can_be_kept_out_of_an_article() -> None:
    assert analysed("Mara Vell came.", not_linked=("mara-vell",)).mentions == ()


def test_a_tag_decides_between_namesakes() -> None:
    assert [one.entity for one in analysed("Lena Orr came.", tags=("lena-orr",)).mentions] == ["lena-orr"]


def test_the_desk_names_a_speaker() -> None:
    text = '"We are ready," she said.'
    found = analysed(text, quotation_overrides=(QuotationOverride(1, 13, "mara-vell"),)).quotations
    assert [(one.speaker, one.method) for one in found] == [("mara-vell", "desk")]


def test_the_desk_takes_a_speaker_away() -> None:
    text = '"We are ready," Mara Vell said.'
    found = analysed(text, quotation_overrides=(QuotationOverride(1, 13, ""),)).quotations
    assert [(one.speaker, one.source) for one in found] == [(None, None)]


def test_the_desk_adds_a_quotation_that_no_rule_found() -> None:
    text = "We are ready, so she."
    found = analysed(text, quotation_overrides=(QuotationOverride(0, 12, "mara-vell"),)).quotations
    assert [(one.start, one.end, one.speaker) for one in found] == [(0, 12, "mara-vell")]


def test_content_names_whom_it_is_about() -> None:
    found = analysed("Mara Vell said that Vardia had called Ruben Holm.").quotations
    assert found[0].about == ("XV", "ruben-holm")


def test_without_a_date_no_office_and_no_relative_day_is_settled() -> None:
    found = analysed("The Vardian foreign minister came on Friday.", date="")
    assert ([one.strength for one in found.mentions], found.dates) == (["demonym"], ())


def test_another_language_gets_names_but_no_quotations() -> None:
    text = '"Wir gehen", Mara Vell said.'
    from analyse_world import body_of, names_for

    from generator.analyse.analysis import analyse
    from generator.model import Body

    english = body_of(text)
    german = Body(english.id, english.prose, english.date, "de", english.kind)
    found = analyse(german, names_for(text))
    assert ([one.entity for one in found.mentions], found.quotations, found.unlinked) == (["mara-vell"], (), ())
