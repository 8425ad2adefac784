"""Which of a sentence's dates says when something happened."""

import pytest
from brief_inputs import make_analysis, make_body, read_cases

from generator.analyse.dates import find_dates
from generator.brief.contributions import contribute

NAMES = {"Voss": "mira-voss", "Holm": "tor-holm"}
PUBLISHED = "2020-05-20"  # a Wednesday


@pytest.mark.parametrize(("given", "expected"), read_cases("happenings.txt"))
def test_date_of_an_event(given: str, expected: str) -> None:
    body = make_body(given, date=PUBLISHED)
    analysis = make_analysis(body, NAMES, dates=find_dates(given, PUBLISHED))
    found = contribute(body=body, source="", analysis=analysis, countries=())
    told = [f"{entity} {event.date}" for entity, one in sorted(found.by_subject.items()) for event in one.events]
    assert told == expected.splitlines()
