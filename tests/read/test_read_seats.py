from __future__ import annotations

import pytest

from generator.model import Naming, Office
from generator.problems import Location, format_problem
from generator.read.seats import check_seats


def _holder(
    id: str, name: str, start: str, end: str, title: str = "Foreign Minister", country: str = "FJ", of: str = ""
) -> Naming:
    return Naming(id, "person", name, offices=(Office(title, country, of, start, end),))


def _overlaps(*namings: Naming) -> int:
    return len(check_seats(namings=namings)[1])


def test_two_on_one_seat_are_named_with_office_and_days() -> None:
    first = _holder("mara-oduya", "Mara Oduya", "2029-01-10", "2031-03-02", "Minister of Foreign Affairs")
    second = _holder("ana-vosa", "Ana Vosa", "2031-03-01", "")
    places = ((Location("content/actors/mara-oduya.yaml", 4, 5),), (Location("content/actors/ana-vosa.yaml", 3, 5),))
    assert [format_problem(problem) for problem in check_seats(namings=(first, second), places=places)[1]] == [
        "content/actors/ana-vosa.yaml:3:5: error: Ana Vosa is Foreign Minister from 2031-03-01 while Mara Oduya is Minister of "
        "Foreign Affairs until 2031-03-02: two people on one seat.\n"
        "  expected: one holder at a time; the other stands in content/actors/mara-oduya.yaml:4:5\n"
        "  fix: let the role of Mara Oduya end on 2031-03-01, or that of Ana Vosa begin on 2031-03-02"
    ]


def test_a_handover_on_one_day_is_no_overlap() -> None:
    assert _overlaps(_holder("a", "A", "2029-01-10", "2031-03-01"), _holder("b", "B", "2031-03-01", "")) == 0


@pytest.mark.parametrize(
    ("end", "start"), [("2031-03", "2031-03-01"), ("2031-03-02", "2031-03"), ("", "2031-03-01"), ("2031", "2030-01-01")]
)
def test_only_two_known_days_contradict_each_other(end: str, start: str) -> None:
    assert _overlaps(_holder("a", "A", "2029-01-10", end), _holder("b", "B", start, "")) == 0


def test_a_year_before_is_enough_to_have_begun() -> None:
    assert _overlaps(_holder("a", "A", "2029", "2031-03-02"), _holder("b", "B", "2031-03-01", "")) == 1


def test_a_beginning_that_may_be_later_is_no_overlap() -> None:
    assert _overlaps(_holder("a", "A", "2031", "2031-12-02"), _holder("b", "B", "2031-03-01", "2031-06-01")) == 0


def test_a_holder_within_anothers_term_is_one_overlap() -> None:
    assert _overlaps(_holder("a", "A", "2029-01-10", "2033-01-01"), _holder("b", "B", "2030-01-01", "2030-06-01")) == 1


def test_one_person_may_hold_a_seat_twice() -> None:
    offices = (Office("Prime Minister", "FJ", "", "2029-01-01", "2031-01-01"), Office("Premier", "FJ", "", "2030-01-01", ""))
    assert _overlaps(Naming("a", "person", "A", offices=offices)) == 0


@pytest.mark.parametrize(
    "title",
    [
        "Member of Parliament",
        "Deputy Prime Minister",
        "Minister",
        "Co-leader",
        "Spokesman on foreign affairs",
        "Acting Foreign Minister",
        "Minister of State for Trade",
    ],
)
def test_offices_with_several_holders_are_no_seats(title: str) -> None:
    assert _overlaps(_holder("a", "A", "2029-01-10", "2031-03-02", title), _holder("b", "B", "2031-03-01", "", title)) == 0


@pytest.mark.parametrize(
    "title",
    [
        "President",
        "Prime Minister",
        "Minister of Defence",
        "Minister for Fisheries",
        "Leader of the Opposition",
        "Leader of Harbour First",
    ],
)
def test_heads_ministries_and_sole_leaders_are_seats(title: str) -> None:
    assert _overlaps(_holder("a", "A", "2029-01-10", "2031-03-02", title), _holder("b", "B", "2031-03-01", "", title)) == 1


def test_a_leader_is_of_a_body() -> None:
    pair = [
        _holder(id, id, start, "2031-03-02", "Leader", "FJ", of)
        for id, start, of in (("a", "2029-01-10", "reef"), ("b", "2031-03-01", "Reef"))
    ]
    assert _overlaps(*pair) == 1
    assert _overlaps(pair[0], _holder("b", "B", "2031-03-01", "", "Leader", "FJ", "other")) == 0


def test_one_office_in_two_countries_is_two_seats() -> None:
    assert _overlaps(_holder("a", "A", "2029-01-10", "2031-03-02"), _holder("b", "B", "2031-03-01", "", country="IS")) == 0
