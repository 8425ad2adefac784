"""Decides for each toponym of an article which country it stands for, if any.

Rule: what is printed after the name comes first, then the other countries of the article, and only then how large the place
is; a name means one place in one article.
"""

from __future__ import annotations

import msgspec

from generator.analyse.geography.toponyms import Toponym
from generator.model import Value

_ENOUGH = 1.0  # support, in mentions, from which another place of the same name is preferred to the largest


class Settled(Value, frozen=True, array_like=True):
    """A toponym and its country."""

    toponym: Toponym
    country: str


def settle_toponyms(toponyms: list[Toponym], support: dict[str, float]) -> list[Settled]:
    """Each toponym that has a country; `support` says how much the article's mentions speak for each country."""
    if not toponyms:
        return []
    firm = {one.key for one in toponyms if one.standing in ("located", "public")}
    first: dict[str, str] = {}
    for one in toponyms:
        first.setdefault(one.key, one.standing)
    # A name met first within another name, and never located, is that of a company or a person ("Houston Industries").
    doubted = {key for key, standing in first.items() if standing == "inside"} - firm
    within = {one.key: one.within for one in toponyms if one.within}
    support = _with_places(toponyms, support, doubted)
    settled: list[Settled] = []
    for one in toponyms:
        country = within.get(one.key, "") or _country_of(one, one.key in firm, support)
        if one.standing and country:
            kept = msgspec.structs.replace(one, standing="inside") if one.key in doubted else one
            settled.append(Settled(kept, country))
    return settled


def _with_places(toponyms: list[Toponym], support: dict[str, float], doubted: set[str]) -> dict[str, float]:
    """The support, with one more for each toponym that leaves no doubt."""
    whole = dict(support)
    for one in toponyms:
        [(country, strength), *more] = one.places
        alone = not more and strength in ("city", "region") and not one.rival and one.standing and one.key not in doubted
        if one.within or alone:
            country = one.within or country
            whole[country] = whole.get(country, 0.0) + 1.0
    return whole


def _country_of(toponym: Toponym, firm: bool, support: dict[str, float]) -> str:
    """The supported country; without support, that of a place large enough to be meant by its name alone."""
    first, strength = toponym.places[0]
    if toponym.rival:  # the state of Georgia: its country is spoken of, and nothing else of the country Georgia
        return first if strength == "region" and support.get(first) and not support.get(toponym.rival) else ""
    best = max((code for code, _ in toponym.places), key=lambda code: support.get(code, 0.0))  # of equals, the largest
    supported = support.get(best, 0.0)
    if strength == "namesake":
        return best if supported and firm else ""
    if strength == "town" and not firm:
        return best if supported and toponym.standing != "inside" else ""
    return best if supported >= _ENOUGH and not support.get(first) else first
