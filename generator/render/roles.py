"""Turns an actor's dated roles into the words for one day; a partial date (`2014`, `2014-11`) counts as its whole span."""

from __future__ import annotations

from generator.model import Role

# Who speaks for a country, in order of standing; the first line that fits counts. What speaks for a party speaks for no country.
_STANDING = (
    (5, ("opposition", "spokes", "shadow", "leader", "party", "candidate")),
    (4, ("deputy", "vice", "acting", "former", "chief of")),
    (0, ("king", "queen", "monarch", "emperor", "emir", "sultan", "pope", "president", "governor-general", "governor general")),
    (1, ("prime minister", "premier", "chancellor", "taoiseach", "head of government")),
    (2, ("foreign", "external")),
    (3, ("defence", "defense")),
    (4, ("minister", "secretary", "ambassador", "envoy", "attorney", "speaker")),
)
NO_SEAT = 5  # an office that does not speak for the country


def standing(title: str) -> int:
    """Where an office stands among those that speak for a country: 0 its head of state to 4 any minister, 5 none of them."""
    folded = f" {title.casefold()}"
    return next((place for place, words in _STANDING if any(f" {word}" in folded for word in words)), NO_SEAT)


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
