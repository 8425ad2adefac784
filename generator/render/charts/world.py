"""Turns counts by country into the shades of a map; the shapes themselves belong to the theme."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.render.urls import Href

SHADES = 4


class Shaded(msgspec.Struct, frozen=True):
    """One country of the map."""

    code: str
    name: str
    href: Href
    count: int
    shade: int  # 1 to 4


class World(msgspec.Struct, frozen=True):
    """The map's countries and what its shades mean."""

    countries: tuple[Shaded, ...]
    by_code: dict[str, Shaded]
    steps: tuple[tuple[int, int, int], ...]  # shade, least and most articles, of the shades in use


def world_map(countries: Sequence[tuple[str, str, Href, int]]) -> World | None:
    """Code, name, address and count of each country in its shade; the shades are steps of equal ratio up to the largest count."""
    counted = [one for one in countries if one[3] > 0]
    if not counted:
        return None
    most = max(count for *_, count in counted)
    shaded = tuple(Shaded(code, name, href, count, _shade(count, most)) for code, name, href, count in counted)
    by_shade = {shade: [one.count for one in shaded if one.shade == shade] for shade in range(1, SHADES + 1)}
    steps = tuple((shade, min(counts), max(counts)) for shade, counts in by_shade.items() if counts)
    return World(shaded, {one.code: one for one in shaded}, steps)


def _shade(count: int, most: int) -> int:
    """The lowest shade whose bound the count does not exceed."""
    return next(shade for shade in range(1, SHADES + 1) if count**SHADES <= most**shade)
