"""Which of a sentence's dates says when something happened."""

import pytest
from brief_inputs import make_analysis, make_body, read_cases

from generator.analyse.dates import find_dates
from generator.brief.contributions import contribute
from generator.brief.happenings import month_of_news

NAMES = {"Voss": "mira-voss", "Holm": "tor-holm"}
PUBLISHED = "2020-05-20"  # a Wednesday


@pytest.mark.parametrize(("given", "expected"), read_cases("happenings.txt"))
def test_date_of_an_event(given: str, expected: str) -> None:
    body = make_body(given, date=PUBLISHED)
    analysis = make_analysis(body, NAMES, dates=find_dates(given, PUBLISHED))
    found = contribute(body=body, source="", analysis=analysis, countries=())
    told = [f"{entity} {event.date}" for entity, one in sorted(found.by_subject.items()) for event in one.events]
    assert told == expected.splitlines()


@pytest.mark.parametrize(("published", "month"), [("2020-05-04", ["2020-05"]), ("2020-05-03", []), ("2020-05", []), ("", [])])
def test_the_news_of_the_first_days_of_a_month_may_be_of_the_month_before(published: str, month: list[str]) -> None:
    assert [date.value for date in month_of_news("Voss has resigned.", published)] == month
