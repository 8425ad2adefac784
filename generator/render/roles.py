"""Turns an actor's dated roles into the words for one day; a partial date (`2014`, `2014-11`) counts as its whole span."""

from __future__ import annotations

from generator.model import Role


def held_on(role: Role, day: str) -> bool:
    """Whether a role may have been held on a date; an unknown end or beginning leaves that side open."""
    return _not_after(role.start, day) and _not_after(day, role.end)


def role_at(roles: tuple[Role, ...], day: str) -> str:
    """The titles held on a date, in the actor's order, joined by semicolons; empty without a date or a role."""
    return "; ".join(dict.fromkeys(role.title for role in roles if held_on(role, day))) if day else ""


def _not_after(early: str, late: str) -> bool:
    """Whether one ISO date may lie before or on the other, as far as both are known."""
    known = min(len(early), len(late))
    return early[:known] <= late[:known]
