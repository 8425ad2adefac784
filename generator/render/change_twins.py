"""Turns what changed on a subject's page into data; one rule: what is told of an old point is cited like a new one."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from generator.model import Changes
from generator.render.twin_parts import Cite, Date, Twin, cite_parts


class OldPointTwin(Twin, frozen=True):
    """A point as it stood on the earlier day."""

    id: str
    text: str
    cites: tuple[Cite, ...]


class ChangeTwin(Twin, frozen=True):
    """A point that came, that took another's place, or that went."""

    kind: Annotated[str, Meta(pattern="^(added|replaced|withdrawn)$")]
    reason: Annotated[str, Meta(description="new, outweighs, newer, more origins, outweighed, or source withdrawn.")]
    date: Annotated[Date | None, Meta(description="Of the report that brought it about, or of the withdrawal.")]
    id: Annotated[str, Meta(description="Of the point that came, or else of the one that went.")]
    text: Annotated[str | None, Meta(description="The point that came.")]
    cites: tuple[Cite, ...]
    was: Annotated[OldPointTwin | None, Meta(description="The point that went, as far as its words may still be shown.")]
    withdrawn: Annotated[tuple[str, ...], Meta(description="Withdrawn articles that the point that went rested on.")]


class ChangesTwin(Twin, frozen=True):
    """The points of now against those of an earlier day."""

    since: Annotated[Date | None, Meta(description="The earlier day; what is of that day counts as known.")]
    first: Annotated[bool, Meta(description="No article was known on that day: the whole page is new.")]
    items: Annotated[tuple[ChangeTwin, ...], Meta(description="Newest first.")]


def change_twins(changes: Changes) -> ChangesTwin:
    """The changes as the twin tells them."""
    items = tuple(
        ChangeTwin(
            kind=one.kind,
            reason=one.reason,
            date=one.date or None,
            id=one.id,
            text=one.now.text if one.now else None,
            cites=cite_parts(one.now.cites) if one.now else (),
            was=OldPointTwin(one.was.id, one.was.text, cite_parts(one.was.cites)) if one.was else None,
            withdrawn=one.sources,
        )
        for one in changes.items
    )
    return ChangesTwin(changes.since or None, changes.first, items)
