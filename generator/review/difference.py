"""Two states of a project into what changed on each page, or one state into what its own pages tell as changed."""

from __future__ import annotations

import msgspec

from generator.brief.changes import compare_points
from generator.model import Changes, KeyPoint, Link
from generator.review.states import State


class PageNews(msgspec.Struct, frozen=True):
    """What changed on one page."""

    page: Link
    changes: Changes


def told_changes(now: State) -> tuple[PageNews, ...]:
    """What the pages themselves tell, by name."""
    briefed = now.material.evidence.briefed
    return _in_order([PageNews(now.links[subject], one.field("changes").value) for subject, one in briefed.items()])


def compare_states(before: State, now: State) -> tuple[PageNews, ...]:
    """What changed on each page between two states, by name. An article that is gone counts as withdrawn."""
    since, today = _newest(before), _newest(now)
    cards = {**now.material.edition.withdrawn, **before.material.edition.withdrawn}
    gone = {
        id: cards[id].withdrawn_date if id in cards else today
        for id in before.material.edition.cards
        if id not in now.material.edition.cards
    }
    lost = {id: day or today for id, day in gone.items()}
    found = []
    for subject in {**before.links, **now.links}:
        old, new = _points(before, subject), _points(now, subject)
        changes = compare_points(old, new, lost, since, today, subject not in before.links)
        found.append(PageNews(now.links.get(subject) or before.links[subject], changes))
    return _in_order(found)


def _points(state: State, subject: str) -> tuple[KeyPoint, ...]:
    briefed = state.material.evidence.briefed
    found: tuple[KeyPoint, ...] = briefed[subject].field("briefing").look("key_points") if subject in briefed else ()
    return found


def _newest(state: State) -> str:
    return max((card.date for card in state.material.edition.cards.values()), default="")


def _in_order(news: list[PageNews]) -> tuple[PageNews, ...]:
    told = [one for one in news if one.changes.items or (one.changes.first and one.page.path)]
    return tuple(sorted(told, key=lambda one: (one.page.name.casefold(), one.page.id)))
