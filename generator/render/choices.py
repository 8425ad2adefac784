"""Turns what lines of a list have in common into controls that narrow it; one rule: no control is offered that parts nothing.

A line says its values in one attribute, between bars; the theme's script compares them, and without script all lines stand.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Choice(msgspec.Struct, frozen=True):
    """A control that narrows a list to the lines of one value."""

    name: str  # what it chooses, in words
    options: tuple[tuple[str, str], ...]  # value and the same in words, by the words


def values_of_line(*values: str) -> str:
    """What a line can be narrowed by: its values between bars."""
    known = [value.replace("|", " ") for value in values if value]
    return f"|{'|'.join(known)}|" if known else ""


def offered(found: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> tuple[Choice, ...]:
    """The controls of a list: a name each, and the values of all lines with their words; none where there are less than two."""
    made = ((name, dict(values)) for name, values in found)
    return tuple(
        Choice(name, tuple(sorted(values.items(), key=lambda pair: (pair[1].casefold(), pair[0]))))
        for name, values in made
        if len(values) > 1
    )


def country_values(codes: Iterable[str], names: dict[str, str]) -> list[tuple[str, str]]:
    """Countries as values of a line: code and name."""
    return [(code, names.get(code, code)) for code in codes if code]
