"""Twins hold exactly what the format names, and nothing that an article's rights withhold."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from generator.model import (
    Actor,
    Ambiguity,
    Analysis,
    ArticleRole,
    Block,
    Body,
    Briefing,
    Card,
    Change,
    Changes,
    Citation,
    CitedDispute,
    CitedNote,
    CitedPosition,
    Correction,
    Country,
    CountryRole,
    DateMention,
    DeskNote,
    KeyPoint,
    Mention,
    Name,
    Prose,
    Quotation,
    Relation,
    Role,
    Site,
    Span,
    Statement,
    TimelineEntry,
    Unlinked,
    Use,
)
from generator.render.roles import role_at
from generator.render.twin_format import ActorTwin, ArticleTwin, CountryTwin
from generator.render.twin_schemas import twin_schemas
from generator.render.twins import actor_twin, article_twin, country_twin

SITE = Site(title="Desk", base_url="", language="en", edition="CLEAR")
TEXT = "Ada Orr met Bo Canary on Friday. “We agree,” said Ms Orr. Narnia kept silent."
CITED = Span(0, 32)


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


BODY = Body(id="a1", prose=Prose(TEXT, (Block("paragraph", 0, len(TEXT)),)), date="2020-05-02", language="en", kind="news")
CARD = Card(id="a1", title="They <met>", date="2020-05-02", source="post", source_name="The Post", url="https://post.example/")
ANALYSIS = Analysis(
    sentences=(CITED, Span(33, 57), Span(58, len(TEXT))),
    mentions=(Mention("ada-orr", "actor", *place("Ada Orr"), "strong"),),
    quotations=(
        Quotation(
            "direct",
            *place("We agree,"),
            cue=Span(*place("said")),
            source=Span(*place("Ms Orr")),
            speaker="ada-orr",
            speaker_name="Ada Orr",
            method="cue",
        ),
        Quotation("indirect", *place("kept silent"), source=Span(*place("Narnia")), speaker_name="Narnia", method="cue"),
    ),
    dates=(DateMention(*place("Friday"), "2020-05-01", "day"),),
    ambiguous=(Ambiguity(*place("Narnia"), ("NA", "NR"), "two candidates"),),
    unlinked=(
        Unlinked("Bo Canary", "Bo Canary", "person", *place("Bo Canary")),
        Unlinked("Narnia", "Narnia", "place", *place("Narnia")),
    ),
)
USES = (Use(0, 32, TEXT[:32], "actors/ada-orr.html", "Ada Orr"), Use(0, 32, TEXT[:32], "countries/namibia.html", "Namibia"))
SUMMARY = (CITED, Span(58, len(TEXT)))
CITATION = Citation("a1", 0, 32, TEXT[:32])


def read_article(card: Card = CARD, uses: tuple[Use, ...] = USES) -> dict[str, Any]:
    roles = (CountryRole("NA", "about", 0.123456),)
    (file,) = article_twin(site=SITE, card=card, body=BODY, analysis=ANALYSIS, countries=roles, summary=SUMMARY, uses=uses)
    assert file.path == "articles/a1.json"
    assert file.content.endswith(b"}\n")
    twin: dict[str, Any] = json.loads(file.content)
    return twin


def with_card(**changes: Any) -> Card:
    return msgspec.structs.replace(CARD, **changes)


ACTOR = Actor(
    id="ada-orr",
    name="Ada Orr",
    aliases=(Name("A. Orr", "short"),),
    native_name="Áda",
    native_language="fo",
    countries=("NA",),
    roles=(Role("Mayor", start="2018", end="2019-06"), Role("Minister of Trade", country="NA", start="2019-06")),
    summary=DeskNote("The desk's line."),
    handling="CLEAR",
)
BRIEFING = Briefing(
    subject="ada-orr",
    date="2020-05-02",
    first_date="2020-05-02",
    key_points=(KeyPoint("p1", TEXT[:32], "extracted", "2020-05-02", 1, (CITATION,)),),
    statements=(Statement("We agree,", "direct", "2020-05-02", CITATION, "ada-orr", "Ada Orr", "", "cue"),),
    statements_about=(Statement("Orr dithers.", "direct", "2020-05-02", CITATION, "bo", "Bo", "interpreter", "cue"),),
    timeline=(TimelineEntry("2020-05-01", "day", TEXT[:32], (CITATION,)),),
    relations=(Relation("NA", "co-mention", "", "2020-05-02", 1, (CITATION,)),),
    articles=(ArticleRole("a1", "about", "a0"), ArticleRole("a2", "mentioned", "a0")),
    origins=1,
)
OFFICES = {"ada-orr": ACTOR.roles}
OLD_POINT = msgspec.structs.replace(BRIEFING.key_points[0], id="p0")
CHANGES = Changes(
    "2020-04-25",
    items=(
        Change(
            "replaced",
            "newer",
            "p1",
            "2020-05-02",
            BRIEFING.key_points[0],
            msgspec.structs.replace(BRIEFING.key_points[0], id="p0"),
        ),
        Change("withdrawn", "source withdrawn", "p2", "2020-05-01", sources=("a3",)),
    ),
)
SUMMARY_NOTE = CitedNote("The desk's line.", "written", "Desk", "2020-05-03", (CITATION,))
POINT_NOTE = CitedNote("The desk's point.", "edited", "Desk", "2020-05-03", (CITATION, Citation("a2", 0, 3, "Two")))
DISPUTE = CitedDispute(
    "d1", "Who?", "official-vs-official", "open", (CitedPosition("She.", ("ada-orr",), (CITATION,)),), "", ("ada-orr",)
)


def read_actor(notes: tuple[CitedNote, ...] = (SUMMARY_NOTE, POINT_NOTE)) -> dict[str, Any]:
    (file,) = actor_twin(
        site=SITE, actor=ACTOR, briefing=BRIEFING, changes=CHANGES, notes=notes, disputes=(DISPUTE,), offices=OFFICES
    )
    assert file.path == "actors/ada-orr.json"
    twin: dict[str, Any] = json.loads(file.content)
    return twin


def test_what_changed_is_told_with_its_reasons_and_cites() -> None:
    found = read_actor()["changes"]
    cite = {"article": "a1", "start": 0, "end": 32, "text": TEXT[:32]}
    assert (found["since"], found["first"]) == ("2020-04-25", False)
    assert found["items"] == [
        {
            "kind": "replaced",
            "reason": "newer",
            "date": "2020-05-02",
            "id": "p1",
            "text": TEXT[:32],
            "cites": [cite],
            "was": {"id": "p0", "text": TEXT[:32], "cites": [cite]},
            "withdrawn": [],
        },
        {
            "kind": "withdrawn",
            "reason": "source withdrawn",
            "date": "2020-05-01",
            "id": "p2",
            "text": None,
            "cites": [],
            "was": None,
            "withdrawn": ["a3"],
        },
    ]


def test_an_article_twin_holds_every_key_of_the_format() -> None:
    twin = read_article()
    assert twin["format"] == 1
    assert twin["id"] == "a1"
    assert twin["title"] == "They <met>"
    assert (twin["date"], twin["source"], twin["url"]) == ("2020-05-02", "post", "https://post.example/")
    assert twin["text"] == TEXT
    assert twin["sentences"][0] == {"start": 0, "end": 32}
    assert twin["mentions"] == [{"entity": "ada-orr", "type": "actor", "start": 0, "end": 7, "strength": "strong"}]
    assert set(twin["quotations"][0]) >= {"kind", "start", "end", "cue", "source", "speaker", "speaker_name", "method"}
    assert twin["quotations"][1]["cue"] is None
    assert twin["dates"] == [{"start": 25, "end": 31, "value": "2020-05-01", "precision": "day"}]
    assert twin["countries"] == [{"code": "NA", "role": "about", "score": 0.1235}]
    assert twin["summary"][0] == {"start": 0, "end": 32, "text": TEXT[:32]}
    assert twin["ambiguous"][0]["candidates"] == ["NA", "NR"]
    assert twin["unlinked"][0] == {"text": "Bo Canary", "name": "Bo Canary", "kind": "person", "start": 12, "end": 21}
    assert "excerpts" not in twin


def test_offsets_count_code_points_of_the_text() -> None:
    twin = read_article()
    assert [twin["text"][q["start"] : q["end"]] for q in twin["quotations"]] == ["We agree,", "kept silent"]


def test_an_excerpted_article_shows_its_cited_passages_once_and_no_text() -> None:
    twin = read_article(with_card(rights="excerpt"))
    assert "text" not in twin
    assert twin["excerpts"] == [{"start": 0, "end": 32, "text": TEXT[:32]}]
    assert [part["end"] for part in twin["summary"]] == [32]


def test_nothing_else_of_an_excerpted_article_stands_in_its_twin() -> None:
    twin = json.dumps(read_article(with_card(rights="excerpt")), ensure_ascii=False)
    assert "Bo Canary" in twin, "it stands in the cited sentence"
    for words in ("Narnia", "silent", "We agree", "Ms Orr"):
        assert words not in twin


def test_a_speaker_whom_metadata_knows_is_named_also_in_an_excerpted_article() -> None:
    quotations = read_article(with_card(rights="excerpt"))["quotations"]
    assert [q["speaker_name"] for q in quotations] == ["Ada Orr", None]
    assert [q["start"] for q in quotations] == [place("We agree,")[0], place("kept silent")[0]]


@pytest.mark.parametrize("card", [with_card(rights="metadata"), with_card(status="withdrawn", withdrawn_reason="Retracted.")])
def test_no_passage_at_all_stands_in_the_twin_of_a_closed_or_withdrawn_article(card: Card) -> None:
    twin = read_article(card)
    assert "text" not in twin
    assert twin["excerpts"] == []
    assert twin["summary"] == twin["unlinked"] == []
    assert "Canary" not in json.dumps(twin)


def test_a_withdrawn_article_says_when_and_why_and_nothing_of_what_was_found() -> None:
    twin = read_article(with_card(status="withdrawn", withdrawn_date="2020-06-01", withdrawn_reason="Retracted."))
    assert twin["withdrawn"] == {"date": "2020-06-01", "reason": "Retracted."}
    assert twin["mentions"] == twin["quotations"] == twin["sentences"] == twin["countries"] == []


def test_corrections_are_listed() -> None:
    assert read_article(with_card(corrections=(Correction("2020-05-04", "Not Bo."),)))["corrections"] == [
        {"date": "2020-05-04", "note": "Not Bo."}
    ]


def test_an_actor_twin_holds_every_key_of_the_format() -> None:
    twin = read_actor()
    cite = {"article": "a1", "start": 0, "end": 32, "text": TEXT[:32]}
    assert (twin["format"], twin["id"], twin["name"]) == (1, "ada-orr", "Ada Orr")
    assert twin["native_name"] == {"text": "Áda", "language": "fo"}
    assert twin["roles"][1]["end"] is None
    assert twin["key_points"][-1] == {
        "id": "p1",
        "text": TEXT[:32],
        "how": "extracted",
        "date": "2020-05-02",
        "origins": 1,
        "cites": [cite],
        "claim": False,
        "by": None,
        "topic": None,
    }
    assert twin["statements"][0]["cite"] == cite
    assert twin["timeline"] == [
        {
            "date": "2020-05-01",
            "precision": "day",
            "text": TEXT[:32],
            "cites": [cite],
            "kind": "event",
            "published": None,
        }
    ]
    assert twin["relations"][0]["other"] == "NA"
    assert twin["disputes"][0]["positions"] == [{"text": "She.", "held_by": ["ada-orr"], "cites": [cite]}]
    assert twin["articles"][0] == {"id": "a1", "role": "about", "origin": "a0"}


def test_the_desks_points_come_first_signed_and_counted_by_origin() -> None:
    desk, extracted = read_actor()["key_points"]
    assert (desk["how"], desk["by"], desk["text"]) == ("edited", "Desk", "The desk's point.")
    assert desk["origins"] == 1, "both articles repeat the report a0"
    assert extracted["how"] == "extracted"
    assert desk["id"]
    assert desk["id"] != extracted["id"]


def test_the_summary_is_no_key_point() -> None:
    twin = read_actor()
    assert twin["summary"]["text"] == "The desk's line."
    assert [point["text"] for point in twin["key_points"]] == ["The desk's point.", TEXT[:32]]


def test_a_summary_that_was_left_out_does_not_take_the_first_points_place() -> None:
    twin = read_actor(notes=(POINT_NOTE,))
    assert twin["summary"] is None
    assert len(twin["key_points"]) == 2


def test_a_statement_bears_the_speakers_role_of_that_day() -> None:
    twin = read_actor()
    assert twin["statements"][0]["role_at_date"] == "Minister of Trade"
    assert twin["statements_about"][0]["role_at_date"] is None
    assert twin["statements_about"][0]["relay"] == "interpreter"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-12-31", ""),
        ("2018-01-01", "Mayor"),
        ("2019-06-15", "Mayor; Minister of Trade"),
        ("2019", "Mayor; Minister of Trade"),
        ("2024-01-01", "Minister of Trade"),
        ("", ""),
    ],
)
def test_partial_dates_of_a_role_count_as_their_whole_span(day: str, expected: str) -> None:
    assert role_at(ACTOR.roles, day) == expected


def test_a_country_twin_stands_at_its_slug_and_names_its_code() -> None:
    country = Country(code="NA", name="Namibia", slug="namibia", demonyms=("Namibian",), capital="Windhoek")
    (file,) = country_twin(site=SITE, country=country, briefing=BRIEFING, changes=CHANGES, notes=(), disputes=(), offices={})
    twin = json.loads(file.content)
    assert file.path == "countries/namibia.json"
    assert (twin["format"], twin["code"], twin["name"], twin["demonyms"]) == (1, "NA", "Namibia", ["Namibian"])
    assert twin["statements"][0]["role_at_date"] is None


def test_a_site_without_exports_has_no_twins() -> None:
    closed = msgspec.structs.replace(SITE, exports=False)
    country = Country(code="NA", name="Namibia", slug="namibia")
    assert article_twin(site=closed, card=CARD, body=BODY, analysis=ANALYSIS, countries=(), summary=(), uses=()) == ()
    assert actor_twin(site=closed, actor=ACTOR, briefing=BRIEFING, changes=CHANGES, notes=(), disputes=(), offices={}) == ()
    assert country_twin(site=closed, country=country, briefing=BRIEFING, changes=CHANGES, notes=(), disputes=(), offices={}) == ()


def test_each_twin_is_readable_as_its_published_type() -> None:
    country = Country(code="NA", name="Namibia", slug="namibia")
    (article,) = article_twin(site=SITE, card=CARD, body=BODY, analysis=ANALYSIS, countries=(), summary=SUMMARY, uses=USES)
    (actor,) = actor_twin(
        site=SITE, actor=ACTOR, briefing=BRIEFING, changes=CHANGES, notes=(SUMMARY_NOTE,), disputes=(DISPUTE,), offices=OFFICES
    )
    (land,) = country_twin(site=SITE, country=country, briefing=BRIEFING, changes=CHANGES, notes=(), disputes=(), offices={})
    assert msgspec.json.decode(article.content, type=ArticleTwin).text == TEXT
    assert msgspec.json.decode(actor.content, type=ActorTwin).origins == 1
    assert msgspec.json.decode(land.content, type=CountryTwin).code == "NA"


def test_the_schemas_name_every_key_of_their_twins() -> None:
    schemas = {file.path: json.loads(file.content) for file in twin_schemas()}
    assert list(schemas) == ["schema/actor.json", "schema/article.json", "schema/country.json"]
    for name, twin in (("article", read_article()), ("actor", read_actor())):
        schema = schemas[f"schema/{name}.json"]
        definition = schema["$defs"][schema["$ref"].rpartition("/")[2]]
        assert set(twin) <= set(definition["properties"])
        assert set(definition["required"]) <= set(twin)


def test_the_schema_of_an_article_asks_for_neither_text_nor_excerpts() -> None:
    (schema,) = (json.loads(file.content) for file in twin_schemas() if file.path == "schema/article.json")
    assert {"text", "excerpts"}.isdisjoint(schema["$defs"]["ArticleTwin"]["required"])
