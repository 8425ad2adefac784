"""Articles -> warnings about those that hold another one's text: they count as one report with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.ingredients import Result
from generator.keeping import Keeper
from generator.model import Card
from generator.problems import Location, Problem


def find_copies(
    keep: Keeper, articles: dict[str, Result[Any]], cards: dict[str, Card], paths: Mapping[str, tuple[str, str]]
) -> tuple[Problem, ...]:
    """A warning for each article of an edition whose text an older one has and that does not say so; `paths`: their files."""
    prints = keep.over("fingerprints", lambda id: articles[id].field("fingerprint").digest, (cards, articles))

    def make() -> tuple[Problem, ...]:
        alike: dict[bytes, list[str]] = {}
        for id, found in prints.items():
            alike.setdefault(found, []).append(id)
        groups = [sorted(ids, key=lambda id: (cards[id].date or "9999", id)) for ids in alike.values() if len(ids) > 1]
        groups = [ids for ids in groups if articles[ids[0]].field("fingerprint").value]
        pairs = [(id, ids[0]) for ids in groups for id in ids[1:] if not cards[id].relays]
        return tuple(_copy(paths[id][0], id, model) for id, model in sorted(pairs))

    return keep.same("copies", make, prints, cards, paths)


def _copy(path: str, id: str, model: str) -> Problem:
    return Problem(
        Location(path, 1, 1),
        f"The article {id} is a copy: it holds the text of {model}. Both count as one report.",
        severity="warning",
        fix=f"Say “relays: {model}” if another publisher printed it, or remove one of the two.",
    )
