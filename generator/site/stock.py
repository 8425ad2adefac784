"""What a site shows, as far as the next build tells of it; two of these -> which pages got or lost points, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.ingredients import Result
from generator.keeping import Keeper
from generator.model import Link, Value
from generator.render.urls import file_of
from generator.report import PageChange
from generator.site.material import Material

FEW = 3  # changed articles that are named where no point tells which of them it was

Points = tuple[tuple[str, tuple[str, ...]], ...]  # id of each point, and the articles that it cites


class Stock(Value, frozen=True, array_like=True):
    """The key points of each page, and every article by the digest of what was read of it."""

    pages: dict[str, Points]
    articles: dict[str, bytes]
    urls: str = "flat"  # how its pages are published


def points_of(keep: Keeper, material: Material) -> dict[str, Points]:
    """Subject -> its key points."""
    briefed = material.evidence.briefed
    return keep.over("stock", lambda subject: _points(briefed[subject]), (briefed,))


def take_stock(keep: Keeper, material: Material, points: dict[str, Points], links: dict[str, Link]) -> Stock:
    """What a site of this material shows."""
    read = material.found.articles
    pages = keep.same("pages' points", lambda: {links[subject].path: shown for subject, shown in points.items()}, points, links)
    shown = keep.over("articles' digests", lambda id: read[id].digest, (material.edition.given, read))
    return Stock(pages, shown, material.config.urls)


def compare_stock(old: Stock, new: Stock) -> dict[str, PageChange]:
    """File of a page -> the points that it got and lost, for every page that got or lost any."""
    moved = [id for id in {**old.articles, **new.articles} if old.articles.get(id) != new.articles.get(id)]
    found = {}
    for page in {**old.pages, **new.pages}:
        before, now = dict(old.pages.get(page, ())), dict(new.pages.get(page, ()))
        gone = [articles for id, articles in before.items() if id not in now]
        come = [articles for id, articles in now.items() if id not in before]
        if gone or come:
            swapped = min(len(gone), len(come))
            because = _causes([*come, *gone], moved)
            file = file_of(page, new.urls)
            found[file] = PageChange(file, len(come) - swapped, swapped, len(gone) - swapped, because)
    return found


def _points(briefed: Result[Any]) -> Points:
    points = briefed.field("briefing").look("key_points")
    return tuple((point.id, tuple(dict.fromkeys(cite.article for cite in point.cites))) for point in points)


def _causes(points: Iterable[tuple[str, ...]], moved: list[str]) -> tuple[str, ...]:
    """The changed articles that these points cite; where they cite none, all of a few."""
    cited = {article for articles in points for article in articles}
    known = tuple(sorted(id for id in moved if id in cited))
    return known or (tuple(sorted(moved)) if len(moved) <= FEW else ())
