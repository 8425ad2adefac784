"""What changed, and what would fall, as the lines that a user reads and as objects for JSON lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model import Change, KeyPoint
from generator.render.change_views import REASONS
from generator.review.difference import PageNews
from generator.review.impact import Dependent, Impact

_SIGNS = {"added": "+", "replaced": "~", "withdrawn": "-"}


def difference_lines(news: tuple[PageNews, ...]) -> list[str]:
    """Page by page, each point that came, took another one's place, or went."""
    lines: list[str] = []
    for one in news:
        new = " (new page)" if one.changes.first else f" since {one.changes.since}" if one.changes.since else ""
        lines += [f"{one.page.name}, {one.page.path}{new}"]
        for change in one.changes.items:
            lines += _change_lines(change)
    return lines or ["No point came or went."]


def _change_lines(change: Change) -> Iterable[str]:
    reason = REASONS.get(change.reason, "")
    why = ", ".join(part for part in (reason, *change.sources) if part)
    told = f" ({why})" if why else ""
    if change.now is not None:
        yield f"  {_SIGNS[change.kind]} {change.now.text} [{_cited(change.now)}]"
        if change.kind == "replaced":
            yield f"      in place of: {change.was.text if change.was else 'a point of a withdrawn article'}{told}"
    else:
        yield f"  - {change.was.text if change.was else 'a point of a withdrawn article'}{told}"


def _cited(point: KeyPoint) -> str:
    return ", ".join(dict.fromkeys(cite.article for cite in point.cites))


def difference_objects(news: tuple[PageNews, ...]) -> list[dict[str, Any]]:
    """One object a change."""
    return [
        {
            "page": one.page.path,
            "since": one.changes.since,
            "first": one.changes.first,
            "kind": change.kind,
            "reason": change.reason,
            "date": change.date,
            "id": change.id,
            "text": change.now.text if change.now else None,
            "was": change.was.text if change.was else None,
            "articles": list(dict.fromkeys(cite.article for cite in change.now.cites)) if change.now else [],
            "withdrawn": list(change.sources),
        }
        for one in news
        for change in one.changes.items
    ]


def impact_lines(article: str, impact: Impact) -> list[str]:
    """Page by page, each line that rests on the article, what falls first; then what moves besides."""
    lines = [f"If {article} goes:"]
    for page in dict.fromkeys(one.page for one in impact.lines):
        gone = " (its only article)" if page in impact.pages else ""
        lines.append(f"{page.name}, {page.path}{gone}")
        lines += [_dependent_line(one) for one in impact.lines if one.page == page]
        for of, going, coming in impact.moved:
            if of == page:
                lines += [f"    goes as well: {one.text}" for one in going] + [f"    comes instead: {one.text}" for one in coming]
    return lines if len(lines) > 1 else [f"No line rests on {article}."]


def _dependent_line(one: Dependent) -> str:
    if not one.falls:
        return f"    {one.kind}: {one.text} (stays: {one.origins or 'no'} other origin{'s' * (one.origins > 1)})"
    left = "loses its only origin" if not one.origins else "falls"
    return f"  ! {one.kind}: {one.text} ({left})"


def impact_objects(impact: Impact) -> list[dict[str, Any]]:
    """One object a line."""
    return [
        {
            "page": one.page.path,
            "kind": one.kind,
            "text": one.text,
            "falls": one.falls,
            "only_origin": not one.origins,
            "other_origins": one.origins,
        }
        for one in impact.lines
    ]
