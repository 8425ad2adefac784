from __future__ import annotations

import pytest

from generator.model import Card, MentionOverride, QuotationOverride, ReadArticle, Reference
from generator.problems import Problem, format_problem
from generator.read.articles import read_article

TEXT = 'Mara Oduya met Tomas Lindqvist in Suva. "We agreed," Oduya said, and Oduya left.'


def _md(front: str, text: str = TEXT, stem: str = "talks") -> tuple[ReadArticle, tuple[Problem, ...]]:
    return read_article(f"content/articles/{stem}.md", f"---\n{front}\n---\n{text}\n".encode(), "", b"", "en")


def _card(front: str) -> Card:
    read, problems = _md(front + "\nsource: Harbour Post")
    assert [one.message for one in problems if one.severity == "error"] == []
    return read.card


def _txt(sidecar: str, text: str = TEXT, stem: str = "talks") -> tuple[ReadArticle, tuple[Problem, ...]]:
    base = f"content/articles/{stem}"
    return read_article(f"{base}.txt", text.encode(), f"{base}.yaml", sidecar.encode(), "en")


def _told(problems: tuple[Problem, ...]) -> list[str]:
    return [format_problem(problem) for problem in problems]


def test_a_bare_text_is_an_article_with_warnings_that_show_the_sidecar_to_write() -> None:
    read, problems = read_article("content/articles/2031/talks.txt", b"Harbour talks\n\nThey met.\n", "", b"", "en")
    assert (read.body.id, read.card.title, read.body.prose.text) == ("talks", "Harbour talks", "Harbour talks\n\nThey met.")
    assert _told(problems) == [
        "content/articles/2031/talks.txt:1:1: warning: The article talks has no date.\n"
        "  expected: date: YYYY-MM-DD\n"
        '  fix: write "date: YYYY-MM-DD" in a new file content/articles/2031/talks.yaml',
        "content/articles/2031/talks.txt:1:1: warning: The article talks has no source.\n"
        "  expected: source: name of the publisher\n"
        '  fix: write "source: name of the publisher" in a new file content/articles/2031/talks.yaml',
    ]


def test_a_sidecar_that_lacks_them_is_named() -> None:
    assert [problem.fix for problem in _txt("title: Talks\n")[1]] == [
        'write "date: YYYY-MM-DD" in content/articles/talks.yaml',
        'write "source: name of the publisher" in content/articles/talks.yaml',
    ]


def test_front_matter_and_sidecar_give_the_same_article() -> None:
    fields = "title: Talks\ndate: 2031-03-01\nsource: Harbour Post\ntopics: [Harbour dues]"
    assert _md(fields)[0].card == _txt(fields)[0].card


def test_front_matter_beside_a_sidecar_is_an_error() -> None:
    data = b"---\ntitle: A\n---\nText.\n"
    read, problems = read_article(
        "content/articles/a.md", data, "content/articles/a.yaml", b"date: 2031-03-01\nsource: Post", "en"
    )
    assert read.body.date == "2031-03-01"
    assert _told(problems) == [
        "content/articles/a.md:1:1: error: This article has both front matter and a sidecar, content/articles/a.yaml.\n"
        "    ---\n"
        "    ^\n"
        "  expected: the fields in one place\n"
        "  fix: move all fields into content/articles/a.yaml"
    ]


def test_a_text_file_has_no_front_matter() -> None:
    read, _ = read_article("content/articles/a.txt", b"---\ntitle: A\n---\nText.\n", "", b"", "en")
    assert read.body.prose.text == "---\ntitle: A\n---\nText."


def test_a_title_stands_in_the_text_too() -> None:
    read, _ = read_article("content/articles/a.md", b"# Harbour talks\n\nThey met.\n", "", b"", "en")
    assert (read.card.title, read.body.prose.text) == ("Harbour talks", "Harbour talks\n\nThey met.")


def test_a_first_line_that_stands_in_for_a_title_is_cut_at_a_word() -> None:
    read, _ = read_article("content/articles/a.md", b"word " * 100, "", b"", "en")
    assert read.card.title == "word " * 22 + "word…"


def test_the_date_of_the_file_name_is_the_date_where_none_is_given() -> None:
    assert _md("source: Post", stem="2031-03-01-talks")[0].body.date == "2031-03-01"
    assert _md("source: Post\ndate: 2031-03-02", stem="2031-03-01-talks")[0].body.date == "2031-03-02"
    assert _md("source: Post", stem="2031-13-01-talks")[0].body.date == ""


@pytest.mark.parametrize(
    ("written", "date", "time"),
    [
        ("2031-03-01", "2031-03-01", ""),
        ("'2031-03-01'", "2031-03-01", ""),
        ("2031-03-01T10:00+13:00", "2031-03-01", "10:00:00+13:00"),
        ("2031-03-01 9:05:07 -0330", "2031-03-01", "09:05:07-03:30"),
        ("2031-03-01T10:00Z", "2031-03-01", "10:00:00+00:00"),
        ("2031-03-01 10:00", "2031-03-01", "10:00:00"),
    ],
)
def test_a_date_may_have_time_and_offset(written: str, date: str, time: str) -> None:
    card = _card(f"date: {written}")
    assert (card.date, card.time) == (date, time)


@pytest.mark.parametrize(
    ("written", "embargo"),
    [
        ("2031-03-01T06:00+13:00", "2031-03-01T06:00:00+13:00"),
        ("2031-03-01", "2031-03-01T00:00:00-12:00"),
        ("2031-03-01 06:00", "2031-03-01T06:00:00-12:00"),
    ],
)
def test_an_embargo_without_offset_ends_where_the_day_comes_last(written: str, embargo: str) -> None:
    assert _card(f"date: 2031-03-01\nembargo: {written}").embargo == embargo


def test_a_source_in_the_shape_of_an_id_must_exist() -> None:
    read, _ = _md("date: 2031-03-01\nsource: harbour-post")
    assert (read.card.source, read.card.source_name) == ("harbour-post", "")
    assert [(one.kind, one.id, one.location.line, one.location.column) for one in read.references] == [
        ("source", "harbour-post", 3, 9)
    ]


def test_any_other_source_is_a_plain_name_with_a_page_at_its_slug() -> None:
    read, _ = _md("date: 2031-03-01\nsource: The Harbour Post")
    assert (read.card.source, read.card.source_name, read.references) == ("the-harbour-post", "The Harbour Post", ())


def test_every_id_is_a_reference_with_its_place() -> None:
    read, _ = _md(
        "date: 2031-03-01\nsource: Post\nactors: [mara-oduya]\ncountries: [NO]\n"
        "not: [IS, harbour-board]\nrelays: [wire, Harbour Wire]\n"
        "dateline: {place: Suva, country: FJ}\nmentions: [{text: Mara Oduya, is: none}, {text: Suva, is: FJ}]"
    )
    assert [(one.kind, one.id, one.location.line, one.location.column) for one in read.references] == [
        ("actor", "mara-oduya", 4, 10),
        ("country", "NO", 5, 13),
        ("country", "IS", 6, 7),
        ("actor", "harbour-board", 6, 11),
        ("country", "FJ", 9, 59),
        ("country", "FJ", 8, 34),
        ("article or source", "wire", 7, 10),
    ]


def test_tags_topics_and_relays_are_ids_without_repetition() -> None:
    body = _md("actors: [a, b, a]\ncountries: [NO]\ntopics: [Harbour dues, harbour-dues, Ports]\nrelays: [The Wire]")[0].body
    assert (body.tags, body.topics, body.relays) == (("a", "b", "NO"), ("harbour-dues", "ports"), ("the-wire",))


def test_overrides_become_offsets() -> None:
    read, problems = _md(
        "date: 2031-03-01\nsource: Post\n"
        "mentions: [{text: Oduya, prefix: 'agreed,\" ', is: mara-oduya}, {text: Oduya, suffix: left, is: none}]\n"
        "quotations: [{text: '\"We agreed,\"', speaker: mara-oduya}]"
    )
    assert problems == ()
    text = read.body.prose.text
    first, second = (text.index(" Oduya said") + 1, text.index("Oduya left"))
    assert read.body.mention_overrides == (
        MentionOverride(first, first + 5, "mara-oduya"),
        MentionOverride(second, second + 5, ""),
    )
    start = text.index("We agreed")
    assert read.body.quotation_overrides == (QuotationOverride(start, start + 10, "mara-oduya"),)


def test_a_withdrawal_makes_an_article_withdrawn() -> None:
    card = _card("date: 2031-03-01\nwithdrawn: {date: 2031-03-09, reason: Wrong.}")
    assert (card.status, card.withdrawn_date, card.withdrawn_reason) == ("withdrawn", "2031-03-09", "Wrong.")


def test_every_field_arrives() -> None:
    read, problems = _md(
        "title: Talks\ndate: 2031-03-01\nsource: Post\nurl: https://example.org/a\narchive_url: http://example.org/b\n"
        "authors: [A. Writer]\nlanguage: en-NZ\ndateline: {place: Suva, country: FJ}\nkind: analysis\nreliability: B2\n"
        "rights: excerpt\nstatus: review\nhandling: TLP:AMBER+STRICT\ncorrections: [{date: 2031-03-02, note: A name.}]"
    )
    card = read.card
    assert problems == ()
    assert (card.url, card.archive_url, card.authors) == ("https://example.org/a", "http://example.org/b", ("A. Writer",))
    assert (card.language, card.dateline, card.kind, card.reliability) == ("en-NZ", "Suva", "analysis", "B2")
    assert (card.rights, card.status, card.handling) == ("excerpt", "review", "AMBER+STRICT")
    assert [(one.date, one.note) for one in card.corrections] == [("2031-03-02", "A name.")]
    assert (read.body.language, read.body.dateline_country, read.body.kind, read.body.rights) == (
        "en-NZ",
        "FJ",
        "analysis",
        "excerpt",
    )


def test_a_new_headline_leaves_the_body_as_it_is() -> None:
    assert _md("title: Talks")[0].body == _md("title: Talks fail\nurl: https://example.org")[0].body


def test_wrong_fields_keep_their_default_and_leave_the_others() -> None:
    read, problems = _md("date: soon\nsource: Post\nactors: [mara-oduya]")
    assert [problem.message for problem in problems] == ['"soon" is not a date.']
    assert (read.body.date, read.card.source, read.body.tags) == ("", "post", ("mara-oduya",))


def test_words_hold_what_a_name_can_begin_with_in_title_and_text() -> None:
    assert {"mara", "oduya", "suva", "talks"} <= set(_md("title: Talks")[0].words)


def test_unreadable_bytes_give_an_empty_article_and_one_error() -> None:
    read, problems = read_article("content/articles/a.txt", b"caf\xe9", "", b"", "en")
    assert read.body.prose.text == ""
    assert [problem.severity for problem in problems] == ["error"]


def test_lines_of_the_text_count_from_the_head_of_the_file() -> None:
    _, problems = _md("date: 2031-03-01\nsource: Post", "fine\n\nbad \u202e mark")
    assert [(one.location.line, one.location.column, one.severity) for one in problems] == [(7, 5, "warning")]


def test_a_character_reference_to_a_steering_character_is_a_warning_too() -> None:
    _, problems = _md("date: 2031-03-01\nsource: Post", "bad &#x202e; mark")
    assert [one.message[:50] for one in problems] == ["This text holds 1 control character; the first is "]


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "{{ 7*7 }}", "]]>", "a\u202eb"])
def test_hostile_titles_stay_letters(title: str) -> None:
    assert _md(f"title: '{title}'")[0].card.title == title


def test_an_article_is_read_the_same_way_twice() -> None:
    assert _md("title: Talks\nactors: [b, a]") == _md("title: Talks\nactors: [b, a]")


def test_a_reference_is_a_value() -> None:
    read, _ = _md("actors: [a]")
    assert isinstance(read.references[0], Reference)


def test_metadata_alone_needs_no_text() -> None:
    _, problems = _md("date: 2031-03-01\nsource: Post\nrights: metadata", "")
    assert problems == ()
