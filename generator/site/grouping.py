"""What articles contribute -> what each subject gets, newest first; after an edit, only subjects that it touched are sorted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.ingredients import Result, Stored
from generator.keeping import Keeper, Kept, is_same
from generator.model import Card

Groups = dict[str, tuple[Stored[Any], ...]]  # subject -> contributions, newest first
Members = dict[str, dict[str, Stored[Any]]]  # subject -> article -> what it contributes, in the same order


def group_by_subject(
    keep: Keeper, contributed: dict[str, Result[Any]], cards: dict[str, Card], known: tuple[str, ...], always: tuple[str, ...]
) -> tuple[Groups, Members]:
    """Subject -> contributions; of subjects that are `known`, those that some article mentions, and `always` these."""
    given, maps = (known, always), (contributed, cards)
    kept = keep.find("members")
    if kept is None or not is_same(kept.given, given):
        members = _all(contributed, cards, frozenset(known), always)
        fresh: Mapping[str, Any] = members
    else:
        ids = [*keep.changed(kept.maps, maps), *(id for id in kept.maps[0] if id not in contributed)]
        members, fresh = _renew(kept, ids, contributed, cards, given)
    keep.keep("members", given, maps, members)
    before = keep.find("groups")
    old = before.value if before is not None else {}
    groups = {
        subject: old[subject] if subject in old and subject not in fresh else tuple(members[subject].values())
        for subject in members
    }
    unchanged = before is not None and not fresh and old.keys() == groups.keys()
    return keep.keep("groups", (), (), old if unchanged else dict(sorted(groups.items()))), members


def _all(contributed: dict[str, Result[Any]], cards: dict[str, Card], known: frozenset[str], always: tuple[str, ...]) -> Members:
    members: Members = {subject: {} for subject in always}
    for id in sorted(contributed, key=lambda id: (cards[id].date, id), reverse=True):
        for subject, part in contributed[id].entries("by_subject").items():
            if subject in known:
                members.setdefault(subject, {})[id] = part
    return members


def _renew(
    kept: Kept,
    ids: list[str],
    contributed: dict[str, Result[Any]],
    cards: dict[str, Card],
    given: tuple[tuple[str, ...], tuple[str, ...]],
) -> tuple[Members, Members]:
    """The members after an edit of some articles, and those of the subjects that it touched."""
    known, always = given
    old = kept.maps[0]
    if not ids:
        return kept.value, {}
    now = {id: contributed[id].entries("by_subject") for id in ids if id in contributed}
    touched = {subject: None for id in ids if id in old for subject in old[id].entries("by_subject")}
    touched |= {subject: None for parts in now.values() for subject in parts}
    fresh: Members = {}
    members: Members = dict(kept.value)
    wanted = frozenset(known)
    for subject in touched:
        if subject not in wanted:
            continue
        parts = {id: part for id, part in members.pop(subject, {}).items() if id not in now and id in contributed}
        parts.update((id, entries[subject]) for id, entries in now.items() if subject in entries)
        if parts or subject in always:
            order = sorted(parts, key=lambda id: (cards[id].date, id), reverse=True)
            members[subject] = fresh[subject] = {id: parts[id] for id in order}
    return members, fresh
