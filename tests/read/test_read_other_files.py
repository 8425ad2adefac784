"""Configuration, sources, disputes and free pages."""

from __future__ import annotations

from generator.model import Config
from generator.read.config import read_config
from generator.read.disputes import read_dispute
from generator.read.pages import read_page
from generator.read.sources import read_source


def test_an_empty_configuration_is_all_defaults() -> None:
    assert read_config("brief.yaml", b"") == (Config(), ())


def test_every_key_of_the_configuration_arrives() -> None:
    data = b"""title: Islands
base_url: https://example.org/desk
language: en-NZ
time_zone: Pacific/Auckland
theme: plain
theme_options: {b: two, a: "1"}
since: 2 weeks
as_of: 2031-03-01
edition: AMBER
briefing: {key_points: 3, statements: 4, timeline: 0}
urls: folders
feeds: false
exports: false
search: false
publish: exchange
strict: true
"""
    config, problems = read_config("brief.yaml", data)
    assert problems == ()
    assert config == Config(
        title="Islands",
        base_url="https://example.org/desk/",
        language="en-NZ",
        time_zone="Pacific/Auckland",
        theme="plain",
        theme_options=(("a", "1"), ("b", "two")),
        since="2 weeks",
        as_of="2031-03-01",
        edition="AMBER",
        key_points=3,
        statements=4,
        timeline=0,
        urls="folders",
        feeds=False,
        exports=False,
        search="false",
        publish="exchange",
        strict=True,
    )


def test_a_wrong_key_of_the_configuration_keeps_its_default() -> None:
    config, problems = read_config("brief.yaml", b"title: Islands\nurls: nested\n")
    assert (config.title, config.urls, len(problems)) == ("Islands", "flat", 1)


def test_every_field_of_a_source_arrives() -> None:
    data = b"""name: Harbour Post
kind: newspaper
country: FJ
language: en
state_controlled: true
owner: Harbour Trust
reliability: {grade: B, reason: Checked often., by: Desk, date: 2031-01-01}
url: https://example.org/
"""
    source, problems = read_source("content/sources/harbour-post.yaml", data)
    assert problems == ()
    assert (source.id, source.name, source.kind, source.country, source.language) == (
        "harbour-post",
        "Harbour Post",
        "newspaper",
        "FJ",
        "en",
    )
    assert (source.state_controlled, source.owner, source.url) == (True, "Harbour Trust", "https://example.org/")
    assert (source.grade, source.grade_reason, source.grade_by, source.grade_date) == (
        "B",
        "Checked often.",
        "Desk",
        "2031-01-01",
    )


def test_a_dispute_has_positions_with_their_passages_and_references() -> None:
    data = b"""question: Who asked?
kind: official-vs-official
status: explained
positions:
  - text: Fiji asked.
    held_by: [mara-oduya, FJ]
    cites: [{article: talks, text: Fiji asked}]
  - text: Nobody asked.
    held_by: [tomas-lindqvist]
    cites: [{article: answer, text: nobody did}]
would_settle: The letter.
handling: GREEN
"""
    read, problems = read_dispute("content/disputes/who-asked.yaml", data)
    dispute = read.dispute
    assert problems == ()
    assert (dispute.id, dispute.question, dispute.kind, dispute.status) == (
        "who-asked",
        "Who asked?",
        "official-vs-official",
        "explained",
    )
    assert [(side.text, side.held_by) for side in dispute.positions] == [
        ("Fiji asked.", ("mara-oduya", "FJ")),
        ("Nobody asked.", ("tomas-lindqvist",)),
    ]
    assert [
        (cite.article, cite.text, cite.location.line, cite.location.column) for side in dispute.positions for cite in side.cites
    ] == [
        ("talks", "Fiji asked", 7, 36),
        ("answer", "nobody did", 10, 37),
    ]
    assert [(one.kind, one.id) for one in read.references] == [
        ("article", "talks"),
        ("actor", "mara-oduya"),
        ("country", "FJ"),
        ("article", "answer"),
        ("actor", "tomas-lindqvist"),
    ]
    assert (dispute.would_settle, dispute.handling) == ("The letter.", "GREEN")


def test_a_dispute_that_cannot_be_read_has_no_positions() -> None:
    read, problems = read_dispute("content/disputes/a.yaml", b"[")
    assert (read.dispute.positions, len(problems)) == ((), 1)


def test_a_pages_title_is_its_field_or_first_heading_or_slug() -> None:
    assert read_page("content/pages/about.md", b"---\ntitle: The desk\n---\n# Other\n")[0].title == "The desk"
    assert read_page("content/pages/about.md", b"# The *desk*\n\nText.\n")[0].title == "The desk"
    assert read_page("content/pages/about-us.md", b"Text.\n")[0].title == "About us"
