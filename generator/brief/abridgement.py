"""Turns a briefing into the part of it that its page shows: the whole of a small one, the first of each list of a large one.

One rule: nothing is lost. What a page leaves out stands in the subject's record, and the page says of each list how much that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeVar

import msgspec

from generator.model import Bounds, Briefing, Changes, Citation, Extent, Front, Relation, Stance

# Estimated bytes of HTML. A page with its style sheet and script is to weigh 80,000 at most; the theme's two files take 25,000 of
# them. The desk's own lines are not known here, 13,000 on the fullest page of the example site: they, and what the estimate falls
# short by (on the actors of the 1,000-article corpus, 2026-11, 3,000 at most), have the rest, and where they need more the page
# gives up comforts for them (`make_light`).
MOST_WHOLE = 44_000  # up to here a page shows all
MOST_ABRIDGED = 40_000  # else less than that: no record for the sake of a line or two
_LADDER = (
    Bounds(changes=6, statements=8, about=6, topics=4, on_topic=2, by_others=1, timeline=12, relations=12, articles=12, cites=3),
    Bounds(changes=5, statements=6, about=4, topics=3, on_topic=2, by_others=1, timeline=10, relations=10, articles=12, cites=2),
    Bounds(changes=4, statements=5, about=4, topics=3, on_topic=1, by_others=1, timeline=10, relations=8, articles=10, cites=1),
    Bounds(changes=3, statements=4, about=3, topics=2, on_topic=1, by_others=1, timeline=8, relations=6, articles=10, cites=1),
    Bounds(changes=2, statements=3, about=2, topics=2, on_topic=1, by_others=0, timeline=6, relations=6, articles=8, cites=1),
    Bounds(changes=2, statements=3, about=2, topics=2, on_topic=1, by_others=0, timeline=4, relations=4, articles=6, cites=1),
)
# Bytes of HTML, measured likewise: of the frame and the boxes at the side, and of a row, a cite, a source and a passage without
# their words. An article's id stands in three links of a cite and a source, its headline is about as long.
_FRAME, _ROW, _CITE, _SOURCE, _PASSAGE, _ARTICLE = 7_500, 130, 200, 420, 80, 290
_CARRIED = 3  # cites of one passage that carry it

Cites = dict[str, tuple[Citation, ...]]  # by article
T = TypeVar("T")
_KINDS = ("structural", "interaction", "co-mention")


def choose_bounds(briefing: Briefing, changes: Changes) -> Bounds | None:
    """None where all weighs no more than a page may; else the most generous bounds of which that is true."""
    if _weight(Front(briefing, changes)) <= MOST_WHOLE:
        return None
    fitting = (bounds for bounds in _LADDER if _weight(abridge(briefing, changes, bounds)) <= MOST_ABRIDGED)
    return next(fitting, _LADDER[-1])


def abridge(briefing: Briefing, changes: Changes, bounds: Bounds | None) -> Front:
    """What a page within bounds shows; each list begins with what is newest or weighs most, and keeps that."""
    if bounds is None:
        return Front(briefing, changes)
    shown = msgspec.structs.replace(
        briefing,
        statements=briefing.statements[: bounds.statements],
        statements_about=briefing.statements_about[: bounds.about],
        positions=tuple(
            Stance(one.topic, one.statements[: bounds.on_topic], one.by_others[: bounds.by_others])
            for one in briefing.positions[: bounds.topics]
        ),
        timeline=briefing.timeline[: bounds.timeline],
        relations=_of_each_kind(briefing.relations, bounds.relations),
        articles=_first(briefing.articles, bounds.articles, lambda one: one.role == "about"),
    )
    fewer = msgspec.structs.replace(changes, items=changes.items if changes.first else changes.items[: bounds.changes])
    return Front(shown, fewer, "abridged", bounds.cites)


def measure(briefing: Briefing, changes: Changes) -> Extent:
    """How much there is of each list."""
    return Extent(
        changes=0 if changes.first else len(changes.items),
        statements=len(briefing.statements),
        statements_about=len(briefing.statements_about),
        positions=sum(len(stance.statements) + len(stance.by_others) for stance in briefing.positions),
        timeline=len(briefing.timeline),
        relations=len(briefing.relations),
        articles=len(briefing.articles),
        about=sum(article.role == "about" for article in briefing.articles),
    )


def share_cites(cites: Cites, front: Front) -> tuple[Cites, Cites]:
    """The cites of a subject, by article: those that its page shows, and those that it leaves to the record."""
    if front.kind == "whole":
        return cites, {}
    shown = {cite for _, line in _lines(front) for cite in line}
    on_page = {article: tuple(cite for cite in all_of_it if cite in shown) for article, all_of_it in cites.items()}
    left = {article: tuple(cite for cite in all_of_it if cite not in shown) for article, all_of_it in cites.items()}
    return _filled(on_page), _filled(left)


def _filled(cites: Cites) -> Cites:
    return {article: some for article, some in cites.items() if some}


def _of_each_kind(relations: tuple[Relation, ...], most: int) -> tuple[Relation, ...]:
    """The first of each kind, in the order given; a kind gives way to none, and what one leaves free the next ones take."""
    chosen: set[int] = set()
    for number, kind in enumerate(_KINDS):
        places = [place for place, one in enumerate(relations) if one.kind == kind]
        chosen.update(places[: (most - len(chosen)) // (len(_KINDS) - number)])
    free = [place for place in range(len(relations)) if place not in chosen][: most - len(chosen)]
    chosen.update(free)
    return tuple(one for place, one in enumerate(relations) if place in chosen)


def _first(items: tuple[T, ...], most: int, is_wanted: Callable[[T], bool]) -> tuple[T, ...]:
    """The first wanted ones, and others where these are too few; in the order given."""
    places = (place for first in (True, False) for place, one in enumerate(items) if is_wanted(one) is first)
    return tuple(items[place] for place in sorted(islice(places, most)))


def _lines(front: Front) -> Iterator[tuple[int, tuple[Citation, ...]]]:
    """Every line of the page that cites: the bytes of its words, and the cites that it shows."""
    briefing, most = front.briefing, front.cites_a_line or None
    news = () if front.changes.first else front.changes.items
    points = [point for one in news for point in (one.now, one.was) if point is not None]
    for point in (*points, *briefing.key_points):
        yield _bytes(point.text), tuple(dict.fromkeys(point.cites))[:most]
    positions = (one for stance in briefing.positions for one in (*stance.statements, *stance.by_others))
    for said in (*briefing.statements, *briefing.statements_about, *positions):
        yield _bytes(said.text), (said.cite,)
    for entry in briefing.timeline:
        yield _bytes(entry.text), tuple(dict.fromkeys(entry.cites))[:most]
    for relation in briefing.relations:
        yield 2 * len(relation.other), tuple(dict.fromkeys(relation.cites))[:most]


def _weight(front: Front) -> int:
    """About how many bytes the page has, without the desk's own lines."""
    weight = _FRAME + sum(_ARTICLE + 2 * len(article.id) for article in front.briefing.articles)
    seen: dict[Citation, int] = {}
    articles: set[str] = set()
    for words, cites in _lines(front):
        weight += _ROW + words
        for cite in cites:
            known = seen[cite] = seen.get(cite, 0) + 1
            weight += _CITE + 2 * len(cite.article) + (_bytes(cite.text) if known <= _CARRIED else 0)
            if known == 1:
                weight += _PASSAGE + len(cite.article) + _bytes(cite.text)
            if cite.article not in articles:
                articles.add(cite.article)
                weight += _SOURCE + 2 * len(cite.article)
    return weight


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())
