"""What changed on the pages of all subjects -> what the whole site tells as new, within the site's own window."""

from __future__ import annotations

from typing import Any

import msgspec

from generator.brief.changes import cites_of_changes, start_of
from generator.keeping import Keeper
from generator.model import Card, Change, Changes, Glance, Link, Moves, Since, SiteChange
from generator.render.change_feeds import Told, tell_site
from generator.site.material import Material, by_date

TOLD = 200  # changes on the page of changes
FED = 30  # changes, and new pages, in the site's feed


class News(msgspec.Struct, frozen=True):
    """What is new on the site."""

    since: str  # ISO day
    today: str
    changes: tuple[SiteChange, ...]  # newest first, each once
    fresh: tuple[Link, ...]  # pages that were not there on that day, by name
    corrections: tuple[Card, ...]  # articles corrected or withdrawn, newest first
    moved: dict[str, Moves]  # subjects whose page changed, by id, with how much


def gather_news(
    keep: Keeper,
    material: Material,
    links: dict[str, Link],
    glances: dict[str, Glance],
    cards: tuple[Card, ...],
    today: str,
) -> News:
    """The site's news; a change that stands on several pages is told once."""
    briefed, config, withdrawn = material.evidence.briefed, material.config, material.edition.withdrawn
    found: dict[str, Changes] = keep.over("changes", lambda subject: briefed[subject].field("changes").value, (briefed,))

    def make() -> News:
        since = start_of(Since(config.since, config.as_of), today)
        fresh = {subject: links[subject] for subject, one in found.items() if one.first and glances[subject].first_date > since}
        known = {subject: one for subject, one in found.items() if subject not in fresh}
        logged = [card for card in (*cards, *withdrawn.values()) if card.corrections or card.withdrawn_date]
        names = tuple(sorted(fresh.values(), key=lambda link: (link.name.casefold(), link.id)))
        moved = dict.fromkeys(sorted(fresh), Moves(first=True)) | _count(known, since)
        return News(since, today, _gather(known, links, since), names, by_date(logged), moved)

    return keep.same("news", make, found, links, glances, cards, withdrawn, today, config)


def _gather(found: dict[str, Changes], links: dict[str, Link], since: str) -> tuple[SiteChange, ...]:
    """The newest changes of all subjects; one point may take different points' places on different pages."""
    together: dict[tuple[str, ...], tuple[Change, list[Link]]] = {}
    for subject, changes in found.items():
        for one in changes.items:
            if one.date > since:
                key = (one.date, one.kind, one.id, one.was.id if one.was else "", one.reason)
                together.setdefault(key, (one, []))[1].append(links[subject])
    newest = sorted(together, key=lambda key: (*key[1:],))
    newest.sort(key=lambda key: key[0], reverse=True)
    return tuple(SiteChange(together[key][0], tuple(together[key][1])) for key in newest[:TOLD])


def _count(found: dict[str, Changes], since: str) -> dict[str, Moves]:
    """How much changed on the page of each subject, where anything did."""
    moved: dict[str, Moves] = {}
    for subject, changes in sorted(found.items(), key=lambda pair: pair[0]):
        kinds = [one.kind for one in changes.items if one.date > since]
        if kinds:
            moved[subject] = Moves(kinds.count("added"), kinds.count("replaced"), kinds.count("withdrawn"))
    return moved


def changes_case(news: News, material: Material) -> dict[str, Any]:
    """What the page of changes is made of."""
    cited = cites_of_changes(Changes(items=tuple(one.change for one in news.changes)))
    ids = {cite.article for cite in cited} | {source for one in news.changes for source in one.change.sources}
    known = {**material.edition.cards, **material.edition.withdrawn}
    return {
        "since": news.since,
        "today": news.today,
        "changes": news.changes,
        "fresh": news.fresh,
        "corrections": news.corrections,
        "cards": {id: known[id] for id in sorted(ids) if id in known},
    }


def feed_items(news: News) -> tuple[Told, ...]:
    """What the site's feed tells of it."""
    return tell_site(news.changes[:FED], news.fresh[:FED], news.corrections, news.since, news.today)
