from __future__ import annotations

import pytest

from generator.problems import Problem, format_problem
from generator.read.decoding import LARGEST_TEXT, control_warnings, decode_text, locate, normalise

PATH = "content/articles/a.txt"


def _told(problems: tuple[Problem, ...]) -> list[str]:
    return [format_problem(problem) for problem in problems]


def test_a_byte_order_mark_is_accepted_and_dropped() -> None:
    assert decode_text(PATH, b"\xef\xbb\xbfTalks") == ("Talks", ())


def test_line_ends_become_line_feeds() -> None:
    assert decode_text(PATH, b"a\r\nb\rc\n") == ("a\nb\nc\n", ())


def test_evidence_is_composed_and_has_no_line_feed_at_its_end() -> None:
    assert normalise("e\u0301\n\nb\n\n") == "\u00e9\n\nb"


def test_western_european_bytes_are_told_with_offset_and_encoding() -> None:
    text, problems = decode_text(PATH, "Talks\nThe caf\u00e9 is shut".encode("cp1252"))
    assert text is None
    assert _told(problems) == [
        "content/articles/a.txt:2:8: error: This file is not UTF-8: the byte 0xE9 at offset 13 does not belong there; "
        "it is probably Windows-1252 (Western European).\n"
        "  expected: text in UTF-8\n"
        "  fix: save the file as UTF-8"
    ]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Переговоры в порту".encode("cp1251"), "Windows-1251 (Cyrillic)"),
        ("Talks".encode("utf-16"), "UTF-16"),
        ("Talks".encode("utf-32"), "UTF-32"),
        (b"\xef\xbb\xbfna\xefve", "Windows-1252 (Western European)"),
    ],
)
def test_the_likely_encoding_is_named(data: bytes, encoding: str) -> None:
    _, problems = decode_text(PATH, data)
    assert problems[0].message.endswith(f"; it is probably {encoding}.")


def test_the_offset_counts_a_byte_order_mark() -> None:
    _, problems = decode_text(PATH, b"\xef\xbb\xbfna\xefve")
    assert "at offset 5 " in problems[0].message
    assert (problems[0].location.line, problems[0].location.column) == (1, 3)


def test_utf16_without_mark_is_recognised_by_its_nul_characters() -> None:
    _, problems = decode_text(PATH, "Talks".encode("utf-16-le"))
    assert problems[0].message == "A NUL character stands at byte offset 1; it is probably UTF-16."


def test_nul_is_refused() -> None:
    text, problems = decode_text(PATH, b"Talks\nThe \0 end")
    assert text is None
    assert _told(problems) == [
        "content/articles/a.txt:2:5: error: A NUL character stands at byte offset 10.\n"
        "    The \ufffd end\n"
        "        ^\n"
        "  expected: text in UTF-8 without NUL\n"
        "  fix: save the file as UTF-8 text"
    ]


def test_a_file_over_the_limit_is_refused() -> None:
    text, problems = decode_text(PATH, b"a" * (LARGEST_TEXT + 1))
    assert text is None
    assert _told(problems) == [
        "content/articles/a.txt: error: This file is too large: 8388609 bytes.\n"
        "  expected: at most 8388608 bytes\n"
        "  fix: split it into several files"
    ]


def test_control_characters_are_a_warning_once_for_a_file() -> None:
    assert _told(control_warnings(PATH, "Talks\nThe \u202eend\x1b[31m\n")) == [
        "content/articles/a.txt:2:5: warning: This text holds 2 control characters; the first is U+202E. "
        "They are kept and shown as a visible replacement.\n"
        "    The \ufffdend\ufffd[31m\n"
        "        ^\n"
        "  expected: text without control characters\n"
        "  fix: remove them"
    ]


@pytest.mark.parametrize("text", ["a\tb\nc", "سلام\u200cها", "\u200fالعراق", "é"])
def test_ordinary_text_of_any_script_is_no_warning(text: str) -> None:
    assert control_warnings(PATH, text) == ()


def test_a_position_is_line_and_column_from_one() -> None:
    where = locate(PATH, "one\ntwo\nthree", 5)
    assert (where.line, where.column, where.excerpt) == (2, 2, "two")


def test_a_very_long_line_is_not_quoted() -> None:
    assert locate(PATH, "a" * 2000, 1500).excerpt == ""
