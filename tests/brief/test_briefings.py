"""All that the articles say about one subject, gathered."""

import sys
from typing import Any

import msgspec
import pytest
from brief_inputs import LIMITS, Told, brief_told, make_analysis, make_body, quotation, seeded, told_of

from generator.brief.briefings import point_id
from generator.brief.contributions import contribute
from generator.brief.origins import trace_origins
from generator.brief.selection import FEWEST_POINTS, PAGE
from generator.model import Belonging, Briefed, DateMention, KeyPoint, Limits, Since, Term

NAMES = {"Voss": "mira-voss", "Holm": "tor-holm", "Lind": "ada-lind", "Arland": "AR"}


def article(id: str, text: str, date: str = "2020-05-01", **fields: Any) -> Told:
    return told_of("mira-voss", text, NAMES, id=id, date=date, **fields)


def brief(*told: Told, hide: tuple[str, ...] = (), limits: Limits = LIMITS, **fields: Any) -> Briefed:
    return brief_told(
        told,
        hide=hide,
        limits=limits,
        **{"belongings": (), "terms": (), "since": Since("7 days"), "withdrawn": {}, "contested": {}, **fields},
    )


def test_a_subject_without_articles_has_an_empty_briefing() -> None:
    found = brief()
    assert (found.briefing.key_points, found.glance.articles, found.glance.top, found.cites) == ((), 0, None, {})


def test_points_stand_newest_first() -> None:
    found = brief(
        article("a", "Voss opened the northern harbour.", "2020-05-01"),
        article("b", "Voss closed the southern mine.", "2020-06-01"),
    )
    assert [point.date for point in found.briefing.key_points] == ["2020-06-01", "2020-05-01"]


def test_the_id_of_a_point_is_a_digest_of_article_and_passage() -> None:
    found = brief(article("a", "Voss opened the northern harbour."))
    assert found.briefing.key_points[0].id == point_id("a", "Voss opened the northern harbour.")
    assert len(point_id("a", "b")) == 12


def test_near_identical_sentences_are_one_point_with_several_origins() -> None:
    found = brief(
        article("a", "Voss opened the big new northern harbour on Monday.", "2020-05-01"),
        article("b", "On Monday Voss opened the big new northern harbour there.", "2020-05-02"),
    )
    (point,) = found.briefing.key_points
    assert (point.text, point.origins, [cite.article for cite in point.cites]) == (
        "Voss opened the big new northern harbour on Monday.",
        2,
        ["a", "b"],
    )


def test_two_short_sentences_with_one_title_are_never_cited_for_one_point() -> None:
    """Name and title are most of their words; what is said is the rest."""
    found = brief(
        article("a", "Arland's foreign minister Mira Voss has not ruled a harbour out.", "2020-05-01"),
        article("b", "Arland's foreign minister Mira Voss had not heard of a harbour.", "2020-05-02"),
    )
    assert {len(point.cites) for point in found.briefing.key_points} == {1}


def test_sentences_that_differ_in_a_figure_are_two_points() -> None:
    found = brief(
        article("a", "Voss sent 16 trainers to the big new northern harbour.", "2020-05-01"),
        article("b", "Voss sent 106 trainers to the big new northern harbour.", "2020-05-02"),
    )
    assert len(found.briefing.key_points) == 2


def test_sentences_that_differ_in_a_negation_are_never_cited_for_one_point() -> None:
    found = brief(
        article("a", "Voss will open the big new northern harbour on Monday.", "2020-05-01"),
        article("b", "Voss will not open the big new northern harbour on Monday.", "2020-05-02"),
    )
    assert {len(point.cites) for point in found.briefing.key_points} == {1}


def test_the_same_text_under_another_name_raises_no_count_of_origins() -> None:
    text = "Voss opened the northern harbour. The ships of Voss came in at noon."
    found = brief(article("a", text, "2020-05-01"), article("b", text, "2020-05-02"))
    assert found.briefing.origins == 1
    assert {point.origins for point in found.briefing.key_points} == {1}
    assert [len(point.cites) for point in found.briefing.key_points] == [2, 2]


def test_a_relay_raises_no_count_of_origins() -> None:
    found = brief(
        article("a", "Voss opened the big new northern harbour on Monday.", "2020-05-01"),
        article("b", "On Monday Voss opened the big new northern harbour there.", "2020-05-02", relays=("a",)),
    )
    assert (found.briefing.origins, found.briefing.key_points[0].origins) == (1, 1)


def test_a_relay_of_a_source_and_that_source_are_one_origin_of_a_point() -> None:
    found = brief(
        article("a", "Voss opened the big new northern harbour on Monday.", "2020-05-01", source="wire"),
        article("b", "On Monday Voss opened the big new northern harbour there.", "2020-05-02", relays=("wire",)),
    )
    assert found.briefing.key_points[0].origins == 1


def test_articles_that_relay_each_other_are_one_origin() -> None:
    found = brief(
        article("a", "Voss opened the northern harbour.", relays=("b",)), article("b", "Voss closed a mine.", relays=("a",))
    )
    assert {role.origin for role in found.briefing.articles} == {"a"}


def test_of_articles_that_relay_one_that_is_left_out_the_oldest_is_the_origin() -> None:
    told = (
        article("c", "Voss opened the northern harbour.", "2020-05-03", relays=("a",)),
        article("b", "Voss closed a mine.", "2020-05-02", relays=("a",)),
        article("d", "Voss sold a ship.", "2020-05-04", relays=("wire",)),
    )
    assert trace_origins(tuple(sketch for _, sketch in told), ("a",)) == {"b": "b", "c": "b", "d": "wire"}
    assert trace_origins(tuple(sketch for _, sketch in told)) == {"b": "a", "c": "a", "d": "wire"}


def test_a_later_copy_adds_a_source_and_no_point() -> None:
    first = article("b", "Voss opened the big new northern harbour on Monday.", "2020-05-01")
    copy = article("a", "Voss opened the big new northern harbour on a Monday.", "2020-05-09")
    before, after = brief(first).briefing.key_points, brief(first, copy).briefing.key_points
    assert [(p.id, p.text, p.date) for p in before] == [(p.id, p.text, p.date) for p in after]
    assert len(after[0].cites) == 2


def test_a_hidden_point_is_not_shown_nor_its_copies() -> None:
    text = "Voss opened the big new northern harbour on Monday."
    found = brief(article("a", text), article("b", text, "2020-05-02"), hide=(point_id("a", text),))
    assert found.briefing.key_points == ()


def test_no_more_points_than_asked_for() -> None:
    sentences = ("harbour opened", "mine closed", "road built", "bridge sold", "school founded", "tax raised")
    given = [article(f"a{n}", f"Voss saw the {words} in the north.", f"2020-05-0{n + 1}") for n, words in enumerate(sentences)]
    assert len(brief(*given, limits=Limits(3, 40, 40)).briefing.key_points) == 3


def test_all_points_together_fit_a_page_unless_there_would_be_fewer_than_five() -> None:
    def given(length: int) -> list[Told]:
        return [
            article(f"a{n}", f"Voss saw {' '.join(f'place{n}x{word}' for word in range(length))}.", f"2020-05-{n + 1:02d}")
            for n in range(9)
        ]

    def words(points: tuple[KeyPoint, ...]) -> int:
        return sum(len(point.text.split()) for point in points)

    assert words(brief(*given(20)).briefing.key_points) <= PAGE
    assert len(brief(*given(60)).briefing.key_points) == FEWEST_POINTS


def test_a_sentence_that_a_point_contains_is_no_point_of_its_own() -> None:
    found = brief(
        article("a", "Voss opened the northern harbour.", "2020-05-02"),
        article("b", "Voss opened the northern harbour after nine months of storms and repairs.", "2020-05-01"),
    )
    assert len(found.briefing.key_points) == 1


def test_an_office_known_for_one_year_alone_neither_begins_nor_ends() -> None:
    term = Term("mira-voss", "Mira Voss", "Harbour Master", "2020", "2020")
    assert brief(article("a", "The harbour master Voss saw the mine.", "2020-05-01"), terms=(term,)).briefing.timeline == ()


def test_no_change_of_office_later_than_the_newest_article_is_shown() -> None:
    term = Term("mira-voss", "Mira Voss", "Harbour Master", "2019", "2023-01")
    found = brief(article("a", "The harbour master Voss saw the mine.", "2020-05-01"), terms=(term,))
    assert [entry.kind for entry in found.briefing.timeline] == ["begins"]


def test_a_new_fact_is_preferred_to_a_repetition() -> None:
    found = brief(
        article("a", "Voss opened the northern harbour with engineers from Arland.", "2020-05-03"),
        article("b", "Voss opened the northern harbour with forty engineers from Arland.", "2020-05-02"),
        article("c", "Voss raised taxes on southern farmers.", "2020-05-01"),
        limits=Limits(2, 40, 40),
    )
    assert any("taxes" in point.text for point in found.briefing.key_points)


def test_between_equals_the_newer_report_is_preferred() -> None:
    found = brief(
        article("a", "Voss opened a harbour.", "2019-05-01"),
        article("b", "Voss visited some farmers.", "2020-05-01"),
        limits=Limits(1, 40, 40),
    )
    assert found.briefing.key_points[0].date == "2020-05-01"


def said(id: str, date: str, content: str, speaker: str = "mira-voss") -> Told:
    body = make_body(f"“{content},” Voss said.", id=id, date=date)
    analysis = make_analysis(body, NAMES, quotations=(quotation(body, content, speaker, about=("tor-holm",)),))
    found = contribute(body=body, source="", analysis=analysis, countries=())
    return found.by_subject["mira-voss"], found.sketch


def test_statements_stand_newest_first_each_once_in_its_oldest_printing() -> None:
    found = brief(
        said("a", "2020-05-01", "Ships will come"),
        said("b", "2020-05-03", "Ships will come"),
        said("c", "2020-05-02", "Taxes will go"),
    )
    assert [(statement.text, statement.cite.article) for statement in found.briefing.statements] == [
        ("Taxes will go", "c"),
        ("Ships will come", "a"),
    ]


def test_no_more_statements_than_asked_for_the_newest_ones() -> None:
    given = [said(f"a{n}", f"2020-05-0{n}", f"Ship number{n} comes") for n in range(1, 6)]
    found = brief(*given, limits=Limits(8, 2, 40))
    assert [statement.date for statement in found.briefing.statements] == ["2020-05-05", "2020-05-04"]


def dated(id: str, text: str, value: str, precision: str = "day", published: str = "2020-05-01") -> Told:
    body = make_body(text, id=id, date=published)
    analysis = make_analysis(body, NAMES, dates=(DateMention(0, 2, value, precision),))
    found = contribute(body=body, source="", analysis=analysis, countries=())
    return found.by_subject["mira-voss"], found.sketch


def test_two_accounts_of_one_event_are_one_timeline_entry() -> None:
    found = brief(
        dated("a", "On 4 May Voss opened the northern harbour.", "2020-05-04"),
        dated("b", "On 4 May the northern harbour was opened by Voss.", "2020-05-04"),
    )
    assert [[cite.article for cite in entry.cites] for entry in found.briefing.timeline] == [["a", "b"]]


def test_an_event_stands_in_the_words_that_tell_it_as_done() -> None:
    (entry,) = brief(
        dated("a", "On 4 May Voss will open the northern harbour.", "2020-05-04", published="2020-05-01"),
        dated("b", "On 4 May Voss opened the northern harbour.", "2020-05-04", published="2020-05-05"),
    ).briefing.timeline
    assert (entry.text, [cite.article for cite in entry.cites], entry.published) == (
        "On 4 May Voss opened the northern harbour.",
        ["b", "a"],
        "2020-05-05",
    )


def test_timeline_entries_stand_newest_first_at_any_precision() -> None:
    found = brief(
        dated("a", "In 2019 Voss opened a harbour.", "2019", "year"),
        dated("b", "In May 2020 Voss opened a mine.", "2020-05", "month"),
        dated("c", "On 4 May Voss opened a road.", "2020-05-04"),
        dated("d", "In spring Voss opened a school.", "2020-Q1", "quarter"),
        dated("e", "In week 12 Voss opened a bridge.", "2020-W12", "week"),
    )
    assert [entry.date for entry in found.briefing.timeline] == ["2020-05", "2020-05-04", "2020-Q1", "2020-W12", "2019"]


def test_a_co_mention_counts_articles_and_cites_the_newest_sentence() -> None:
    found = brief(article("a", "Voss knew Holm.", "2020-05-01"), article("b", "Voss saw Holm again at noon.", "2020-05-02"))
    (relation,) = found.briefing.relations
    assert (relation.other, relation.kind, relation.count, relation.cites[0].article) == ("tor-holm", "co-mention", 2, "b")


def test_a_relation_without_a_sentence_that_can_stand_alone_is_not_shown() -> None:
    assert brief(article("a", "But Voss met Holm at noon.")).briefing.relations == ()


def test_an_interaction_counts_the_articles_that_tell_it_and_takes_the_place_of_the_co_mention() -> None:
    found = brief(
        article("a", "Voss met Holm at the harbour.", "2020-05-01"),
        article("b", "Holm, as everybody knew, was met by Voss.", "2020-05-02"),
        article("c", "Voss met Holm again at noon. Voss met Holm at night.", "2020-05-03"),
    )
    assert [(r.other, r.kind, r.label, r.count, r.cites[0].article) for r in found.briefing.relations] == [
        ("tor-holm", "interaction", "met", 2, "c")
    ]


def test_metadata_gives_a_relation_only_where_a_passage_names_both() -> None:
    found = brief(
        article("a", "Voss saw Holm at noon."), belongings=(Belonging("tor-holm", "deputy"), Belonging("ada-lind", "sister"))
    )
    assert [(r.other, r.kind, r.label) for r in found.briefing.relations] == [("tor-holm", "structural", "deputy")]


def test_an_office_rests_on_a_sentence_that_calls_it_so() -> None:
    given = (
        article("a", "Deputy Mayor Voss met Holm.", "2020-05-01"),
        article("b", "Harbour master Voss passed Holm.", "2020-05-02"),
    )
    found = brief(*given, belongings=(Belonging("tor-holm", "Deputy Mayor"), Belonging("tor-holm", "Treasurer")))
    ties = [one for one in found.briefing.relations if one.kind == "structural"]
    assert [(one.label, one.cites[0].article) for one in ties] == [("Deputy Mayor", "a")]


@pytest.mark.parametrize(
    ("label", "start", "end", "article_cited"),
    [
        ("Foreign Minister", "2019-03", "2020-05", "b"),
        ("Foreign Minister", "2014", "2020-04-30", "a"),
        ("Foreign Minister", "2021", "", "c"),
        ("Foreign Minister", "", "", "c"),
        ("Harbour Master", "2019", "2020", "c"),
        ("Harbour Master", "2021", "", "d"),
    ],
)
def test_an_office_rests_on_a_report_of_its_time_where_one_fits(label: str, start: str, end: str, article_cited: str) -> None:
    given = (
        article("a", "Foreign Minister Voss met Holm.", "2020-04-30"),
        article("b", "Foreign Minister Voss wrote to Holm.", "2020-05-31"),
        article("c", "Voss and Holm, a foreign minister, met again.", "2020-06-01"),
        article("d", "Voss passed Holm in the street.", "2021-06-01"),
    )
    found = brief(*given, belongings=(Belonging("tor-holm", label, start, end),))
    (tie,) = [one for one in found.briefing.relations if one.kind == "structural"]
    assert tie.cites[0].article == article_cited


def test_the_glance_shows_dates_counts_and_the_best_point() -> None:
    found = brief(article("a", "Voss opened a harbour.", "2020-05-01"), article("b", "Voss closed a mine.", "2020-06-01"))
    glance = found.glance
    assert (glance.date, glance.first_date, glance.articles, glance.points) == ("2020-06-01", "2020-05-01", 2, 2)
    assert glance.top in found.briefing.key_points


def test_undated_articles_are_the_oldest() -> None:
    found = brief(article("a", "Voss opened a harbour.", ""), article("b", "Voss closed a mine.", "2020-06-01"))
    assert [role.id for role in found.briefing.articles] == ["b", "a"]


WORDS = [
    "harbour",
    "mine",
    "road",
    "taxes",
    "ships",
    "not",
    "16",
    "106",
    "opened",
    "closed",
    "Holm",
    "Lind",
    "Arland",
    "north",
    "south",
]


def invented(seed: int, count: int) -> dict[str, tuple[str, Told]]:
    """Article id -> its text and what it contributes to Voss."""
    random = seeded(seed)
    found = {}
    for number in range(count):
        starts = ["Voss", "But Voss", "She", "“Ships will come,” Voss said, and Voss", "Voss on 4 May"]
        text = " ".join(
            f"{random.choice(starts)} saw {' '.join(random.choices(WORDS, k=6))}." for _ in range(random.randint(1, 5))
        )
        body = make_body(
            text, id=f"a{number}", date=random.choice(["", "2020-05-01", "2020-05-02", "2019-01-01"]), tags=("mira-voss",)
        )
        dates = tuple(DateMention(place, place + 5, "2020-05-04", "day") for place in [text.find("4 May")] if place >= 0)
        quoted = (quotation(body, "Ships will come", "mira-voss"),) if "Ships will" in text else ()
        analysis = make_analysis(body, NAMES, dates=dates, quotations=quoted)
        made = contribute(body=body, source=random.choice(["", "wire"]), analysis=analysis, countries=())
        found[body.id] = (text, (made.by_subject["mira-voss"], made.sketch))
    return found


def test_every_citation_is_verbatim() -> None:
    for seed in range(20):
        given = invented(seed, 12)
        cites = brief(*(one for _, one in given.values())).cites
        assert cites, f"seed {seed}"
        for id, found in cites.items():
            for cite in found:
                assert (cite.article, given[id][0][cite.start : cite.end]) == (id, cite.text), f"seed {seed}"


def test_the_order_of_contributions_does_not_matter() -> None:
    for seed in range(20):
        given = [one for _, one in invented(seed, 12).values()]
        expected = brief(*given)
        seeded(seed).shuffle(given)
        assert brief(*given) == expected, f"seed {seed}"


def test_cites_and_articles_are_sorted_and_without_repetition() -> None:
    found = brief(*(one for _, one in invented(3, 12).values()))
    assert list(found.cites) == sorted(found.cites)
    assert list(found.articles) == sorted(set(found.articles))
    for cites in found.cites.values():
        places = [(cite.start, cite.end) for cite in cites]
        assert places == sorted(set(places))


def test_a_point_is_never_a_sentence_that_cannot_stand_alone() -> None:
    for seed in range(20):
        points = brief(*(one for _, one in invented(seed, 12).values())).briefing.key_points
        assert not [point.text for point in points if point.text.startswith(("But", "She"))], f"seed {seed}"


def test_cost_grows_with_the_number_of_articles_and_not_faster() -> None:
    """Four times the articles take about four times the calls; a step that calls for each pair would take sixteen.

    What a single call does is not seen here: `tests/bench/brief_country.py` measures the time.
    """

    def calls(count: int) -> int:
        given = tuple(one for _, one in invented(1, count).values())
        counted = 0

        def count_one(_frame: object, _event: str, _argument: object) -> None:
            nonlocal counted
            counted += 1

        sys.setprofile(count_one)
        try:
            brief(*given)
        finally:
            sys.setprofile(None)
        return counted

    assert calls(1600) < 6 * calls(400)


def test_a_sentence_of_function_words_is_no_point() -> None:
    assert brief(article("a", "What is this to us is what it was.", tags=("mira-voss",))).briefing.key_points == ()


@pytest.mark.parametrize(("topics", "listed"), [((), 1), (("ships",), 0)])
def test_a_country_states_what_its_officials_said_on_no_topic(topics: tuple[str, ...], listed: int) -> None:
    """What they said on a topic stands under its positions."""
    told, sketch = said("a", "2020-05-01", "Ships will come and load the corn")
    official = msgspec.structs.replace(told, said_by=(), said_for=told.said_by, topics=topics)
    assert len(brief((official, sketch)).briefing.statements) == listed


def test_nearly_equal_wordings_are_one_statement_in_the_older_wording() -> None:
    found = brief(
        said("a", "2020-05-01", "Big foreign ships will come and load the northern corn"),
        said("b", "2020-05-03", "Big foreign ships will come and load our northern corn"),
    )
    assert [statement.cite.article for statement in found.briefing.statements] == ["a"]


def test_two_reports_that_quote_the_same_words_are_one_statement_in_the_older_report() -> None:
    def report(id: str, text: str, date: str) -> Told:
        body = make_body(text, id=id, date=date)
        said = quotation(body, "a long winter", "mira-voss", kind="mixed")
        found = contribute(body=body, source="", analysis=make_analysis(body, NAMES, quotations=(said,)), countries=())
        return found.by_subject["mira-voss"], found.sketch

    older = report("a", "Voss said that she feared “a long winter”.", "2020-05-01")
    newer = report("b", "Voss, then harbour master, said in May 2020 that she feared “a long winter”.", "2021-05-01")
    richer = report("c", "Voss told 16 captains that they should fear “a long winter”.", "2021-05-02")
    assert [one.cite.article for one in brief(older, newer).briefing.statements] == ["a"]
    assert [one.cite.article for one in brief(older, richer).briefing.statements] == ["c", "a"]


def test_a_change_of_office_is_an_entry_where_a_passage_names_the_holder_by_the_title() -> None:
    given = article("a", "The harbour master Voss saw the mine.", "2020-05-01")
    term = Term("mira-voss", "Mira Voss", "Harbour Master", "2019-03", "")
    (entry,) = brief(given, terms=(term,)).briefing.timeline
    assert (entry.date, entry.precision, entry.kind, entry.text) == (
        "2019-03",
        "month",
        "begins",
        "Mira Voss becomes Harbour Master.",
    )
    assert entry.cites[0].text == "The harbour master Voss saw the mine."
    assert brief(given, terms=(Term("mira-voss", "Mira Voss", "Queen", "2019", ""),)).briefing.timeline == ()


def test_the_end_of_an_office_cites_what_tells_of_it_and_else_what_names_the_office() -> None:
    term = Term("mira-voss", "Mira Voss", "Harbour Master", "2019-03", "2020-05-04")
    named = article("a", "The harbour master Voss saw the mine.", "2020-05-01")
    earlier = article("b", "Voss left the mine as harbour master.", "2020-05-02")
    ended = article("c", "Voss resigned as harbour master.", "2020-05-05")

    def cited(*told: Told) -> dict[str, str]:
        return {entry.kind: entry.cites[0].article for entry in brief(*told, terms=(term,)).briefing.timeline}

    undated = article("d", "Voss saw the sea.", "")
    assert cited(named, earlier, ended, undated) == {"begins": "a", "ends": "c"}
    assert cited(named, earlier, article("c", "Voss saw the sea.", "2020-05-05")) == {"begins": "a", "ends": "a"}


def test_an_event_that_a_change_of_office_cites_on_its_day_is_that_entry() -> None:
    term = Term("mira-voss", "Mira Voss", "Harbour Master", "2020-05-04", "")
    same = dated("a", "On 4 May Voss became harbour master.", "2020-05-04", published="2020-05-06")
    assert [entry.kind for entry in brief(same, terms=(term,)).briefing.timeline] == ["begins"]


def test_a_title_before_or_after_the_time_in_office_is_no_passage_for_it() -> None:
    given = article("a", "The harbour master Voss saw the mine.", "2020-05-01")
    for start, end in (("2020-06", ""), ("2018", "2019-12")):
        assert brief(given, terms=(Term("mira-voss", "Mira Voss", "Harbour Master", start, end),)).briefing.timeline == ()


def test_an_office_of_another_needs_a_passage_that_names_both() -> None:
    term = Term("tor-holm", "Tor Holm", "Harbour Master", "2019", "2020-04-03")
    alone = article("a", "Voss saw the harbour master at noon.", "2020-05-01")
    both = article("b", "Voss saw the harbour master Holm.", "2020-04-02")
    later = article("c", "Voss saw the mine.", "2020-05-01")
    assert brief(alone, terms=(term,)).briefing.timeline == ()
    assert [(e.date, e.kind) for e in brief(both, later, terms=(term,)).briefing.timeline] == [
        ("2020-04-03", "ends"),
        ("2019", "begins"),
    ]


def test_an_entry_tells_when_its_first_account_was_published() -> None:
    found = brief(dated("a", "On 4 May Voss opened a road.", "2020-05-04"))
    assert (found.briefing.timeline[0].published, found.briefing.timeline[0].kind) == ("2020-05-01", "event")


def test_no_more_timeline_entries_than_asked_for_the_newest_ones() -> None:
    given = [dated(f"a{n}", f"On {n} May Voss opened a road.", f"2020-05-0{n}") for n in range(1, 5)]
    assert [e.date for e in brief(*given, limits=Limits(8, 8, 2)).briefing.timeline] == ["2020-05-04", "2020-05-03"]


def test_a_week_that_does_not_exist_counts_as_its_year() -> None:
    assert brief(dated("a", "In week 60 Voss opened a road.", "2020-W60", "week")).briefing.timeline[0].date == "2020-W60"
