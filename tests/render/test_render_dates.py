"""Dates in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render.dates import date_words, event_words, span_words

LINES = (Path(__file__).parent / "fixtures" / "dates.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_a_date_is_said_with_its_precision(line: str) -> None:
    date, precision, expected = line.split(" | ")
    assert event_words(date, precision) == expected


def test_an_unknown_date_is_empty() -> None:
    assert date_words("") == ""


def test_another_language_uses_its_own_words() -> None:
    assert (date_words("2015-02-13", "fr"), date_words("2015-02", "de")) == ("13 février 2015", "Februar 2015")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [("2014", "2015-02", "2014 to February 2015"), ("2014", "", "since 2014"), ("", "2014", "until 2014"), ("", "", "")],
)
def test_a_period_with_an_open_end_stays_open(start: str, end: str, expected: str) -> None:
    assert span_words(start, end) == expected
