"""Checks that nobody sits on a taken seat: two known holders of a single-seat office on one day are a mistake.

Only days that are both known can contradict each other; a shared month or an open end is no overlap.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.fold import fold, office_key
from generator.model import Naming, Office
from generator.problems import Location, Problem

# What one person holds at a time: head of state or government, a ministry, the only leader of a body.
_HEADS = {"president", "prime minister", "chancellor", "king", "queen", "emperor", "pope", "taoiseach", "head of state"}
_MINISTRY = re.compile(r".*\bminister$")
_DAY = len("2015-02-13")
_LEADER = re.compile(r"^(?:party )?leader(?: of .+)?$|^.+ party leader$")
_NOT_THE_SEAT = re.compile(
    r"\b(?:deputy|vice|co|acting|assistant|associate|shadow|former|junior|minister of state|without portfolio)\b"
)
_SEVERAL = {"minister", "cabinet minister", "government minister", "state minister"}


class _Holder(NamedTuple):
    """Somebody on a seat."""

    office: Office
    entity: str
    name: str
    location: Location


def check_seats(namings: tuple[Naming, ...], places: tuple[tuple[Location, ...], ...] = ()) -> tuple[None, tuple[Problem, ...]]:
    """Overlaps of two holders, naming office, people and days.

    `places` holds, for each naming, where each of its offices stands (ReadActor.places); without it a
    problem names the later holder's file by its id only.
    """
    by_seat: dict[tuple[str, str], list[_Holder]] = {}
    for index, naming in enumerate(namings):
        for number, office in enumerate(naming.offices):
            seat = _seat(office)
            if seat:
                known = index < len(places) and number < len(places[index])
                where = places[index][number] if known else Location(f"content/actors/{naming.entity}")
                by_seat.setdefault(seat, []).append(_Holder(office, naming.entity, naming.name, where))
    problems: list[Problem] = []
    for _, holders in sorted(by_seat.items()):
        problems += _overlaps(holders)
    return None, tuple(problems)


def _overlaps(holders: list[_Holder]) -> list[Problem]:
    in_order = sorted(holders, key=lambda holder: (holder.office.start, holder.entity, holder.office.end))
    problems = []
    for place, first in enumerate(in_order):
        problems += [
            _overlap(first, second)
            for second in in_order[place + 1 :]
            if second.entity != first.entity and _surely_overlap(first.office, second.office)
        ]
    return problems


def _surely_overlap(first: Office, second: Office) -> bool:
    """Whether some day surely lies in both: the first ends on a known day after the known day on which the second begins."""
    if len(first.end) != _DAY or len(second.start) != _DAY or second.start >= first.end:
        return False
    if first.start and _last_day(first.start) <= second.start:
        return True
    return bool(second.end) and (second.end + "-01-01")[:_DAY] >= first.end


def _last_day(date: str) -> str:
    """The last day that a date can mean; a month's is its 31st, which sorts right."""
    return date + {4: "-12-31", 7: "-31"}.get(len(date), "")


def _overlap(first: _Holder, second: _Holder) -> Problem:
    message = (
        f"{second.name} is {second.office.title} from {second.office.start} "
        f"while {first.name} is {first.office.title} until {first.office.end}: two people on one seat."
    )
    where = first.location
    expected = f"one holder at a time; the other stands in {where.path}" + (f":{where.line}:{where.column}" if where.line else "")
    fix = f"let the role of {first.name} end on {second.office.start}, or that of {second.name} begin on {first.office.end}"
    return Problem(second.location, message, expected, fix)


def _seat(office: Office) -> tuple[str, str] | None:
    """What identifies a single-seat office: its key, and the country or body that it is of; None for any other office."""
    key = office_key(office.title)
    if _NOT_THE_SEAT.search(fold(office.title)) or key in _SEVERAL:
        return None
    of_body = fold(office.of)
    if key in _HEADS:
        return (key, office.country or of_body) if office.country or of_body else None
    if _MINISTRY.match(key):
        return (key, office.country) if office.country else None
    if _LEADER.match(key) or key == "leader of the opposition":
        whose = of_body or (office.country if " of " in key or key.endswith("party leader") else "")
        return (key, whose) if whose else None
    return None
