"""Actors' and countries' pages: each is handed its briefing, the desk's lines, and the names and headlines that it shows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import msgspec

from generator import sheets
from generator.ingredients import Result, digest_of
from generator.keeping import Keeper
from generator.model import Actor, CitedDispute, CitedNote, Holder, Link, Site
from generator.render.pages import moved_page
from generator.site.material import Material, disputes_of, pick
from generator.site.press import Press, Templates
from generator.trace import WIDTH

_NO_DIGEST = bytes(WIDTH)
LISTED = 100  # articles of which an abridged page is told, for its figures; it lists fewer, its record all


class Wanted(msgspec.Struct, frozen=True):
    """A subject's page as it is known without being made."""

    path: str
    abridged: bool  # there is a record beside it


def render_subjects(
    press: Press, material: Material, templates: Templates, chrome: Site, links: dict[str, Link]
) -> dict[str, str]:
    """A page, a twin and a feed for each actor and country; for each of which a page cannot show all, a record."""
    keep, edition = press.memo.keeper, material.edition
    holders = keep.same("holders", lambda: _holders(edition.actors), edition.actors)
    pages = _pages(keep, material, links)
    cases = _Cases(material, links, pages, holders)
    wanted: dict[str, str] = {}
    for template, steps, ids in (
        ("actor.html", _ACTOR, {id: page for id, page in pages.items() if id in edition.actors}),
        ("country.html", _COUNTRY, {code: page for code, page in pages.items() if code not in edition.actors}),
    ):
        shared = {"site": chrome, "theme": templates[template]}
        page, data, record = steps
        large = {id: one for id, one in ids.items() if one.abridged}
        wanted.update(press.each(page, ids, cases.page, shared, cases.key))
        wanted.update(press.each(data, ids, cases.data, {"site": chrome}, cases.key))
        wanted.update(press.each(record, large, cases.record, shared, cases.key))
    former = _former_ids(material, links)
    return {**wanted, **press.outputs(moved_page, former, {"site": chrome, "theme": templates["moved.html"]})}


_ACTOR = (sheets.actor_files, sheets.actor_data, sheets.actor_record)
_COUNTRY = (sheets.country_files, sheets.country_data, sheets.country_record)


def _pages(keep: Keeper, material: Material, links: dict[str, Link]) -> dict[str, Wanted]:
    briefed = material.evidence.briefed

    def page(subject: str) -> Wanted:
        return Wanted(links[subject].path, briefed[subject].field("bounds").value is not None)

    return keep.over("subjects' pages", page, (briefed, links))


class _Gathered(msgspec.Struct, frozen=True):
    """What a subject's files are made of, but for the briefing itself."""

    common: dict[str, Any]
    named: dict[str, Any]  # what its twin and feed have no need of
    articles: tuple[str, ...]  # all that it cites or lists


class _Cases:
    """What each subject's files are made of."""

    def __init__(
        self,
        material: Material,
        links: dict[str, Link],
        pages: dict[str, Wanted],
        holders: dict[str, tuple[Holder, ...]],
    ) -> None:
        self._material, self._links, self._pages, self._holders = material, links, pages, holders
        self._disputes = disputes_of(material)
        self._gathered: dict[str, _Gathered] = {}

    def key(self, subjects: list[str]) -> bytes:
        """All that the cases of subjects are cut from."""
        evidence, found = self._material.evidence, self._material.found
        own = [of[id].digest if id in of else _NO_DIGEST for of in (found.countries, evidence.notes) for id in subjects]
        return b"".join([*(evidence.briefed[id].digest for id in subjects), *own, self._of_all])

    @cached_property
    def _of_all(self) -> bytes:
        """What the cases of any subject may show: names, offices, headlines, disputes."""
        edition = self._material.edition
        return b"".join(map(digest_of, (edition.actors, edition.given, tuple(edition.cards), self._links, self._disputes)))

    def page(self, subject: str) -> dict[str, Any]:
        """Of its page, which may not show all."""
        return {
            **self._of(subject).common,
            **self._of(subject).named,
            **self._fields(subject, "briefing", "changes", "bounds", "extent"),
        }

    def record(self, subject: str) -> dict[str, Any]:
        """Of its record: the whole of it, and every article."""
        cards = self._cards(subject, self._of(subject).articles)
        fields = self._fields(subject, "briefing", "changes", "extent")
        return {**self._of(subject).common, **self._of(subject).named, **fields, "cards": cards}

    def data(self, subject: str) -> dict[str, Any]:
        """Of its twin and feed."""
        return {**self._of(subject).common, **self._fields(subject, "briefing", "changes")}

    def _fields(self, subject: str, *names: str) -> dict[str, Any]:
        briefed = self._material.evidence.briefed[subject]
        return {name: briefed.field(name) for name in names}

    def _of(self, subject: str) -> _Gathered:
        """What all of them have in common, put together once: a look into a large briefing takes its time."""
        if subject not in self._gathered:
            self._gathered[subject] = self._gather(subject)
        return self._gathered[subject]

    def _gather(self, subject: str) -> _Gathered:
        actors, evidence = self._material.edition.actors, self._material.evidence
        briefed, own = evidence.briefed[subject], actors.get(subject)
        others = {subject, *briefed.field("others").value}
        listed = [one.id for one in briefed.field("briefing").look("articles")]
        cited = (*briefed.entries("cites"), *briefed.entries("record_cites"))
        told = listed[:LISTED] if self._pages[subject].abridged else listed
        file = {"actor": own} if own else {"country": self._material.found.countries[subject].field("country")}
        common = {
            **file,
            "notes": evidence.notes.get(subject, ()),
            "disputes": self._touching(subject),
            "cards": self._cards(subject, (*cited, *told)),
            "offices": {id: actors[id].roles for id in sorted(others) if id in actors and actors[id].roles},
        }
        return _Gathered(common, self._named(subject, others), (*cited, *listed))

    def _named(self, subject: str, others: set[str]) -> dict[str, Any]:
        """Whom the page names, and the offices that a country's page shows."""
        named = others | _sides(self._touching(subject))
        actor = self._material.edition.actors.get(subject)
        if actor is not None:
            return {"links": pick(self._links, named | _named_by(actor))}
        seats = self._holders.get(subject, ())
        return {"links": pick(self._links, named | {holder.entity for holder in seats}), "holders": seats}

    def _touching(self, subject: str) -> tuple[CitedDispute, ...]:
        return tuple(dispute for dispute in self._disputes if subject in dispute.touches)

    def _cards(self, subject: str, articles: Iterable[str]) -> dict[str, Any]:
        """Cards of some articles, of those that the desk's own lines cite, and of withdrawn ones that a point rested on."""
        evidence, edition = self._material.evidence, self._material.edition
        shown = {*articles, *_cited(evidence.notes.get(subject), self._touching(subject))}
        known = edition.cards
        if edition.withdrawn:
            known = {**known, **edition.withdrawn}
            changes = evidence.briefed[subject].field("changes").value
            shown.update(source for one in changes.items for source in one.sources)
        return {id: edition.given[id] for id in sorted(shown) if id in known}


def _sides(disputes: tuple[CitedDispute, ...]) -> set[str]:
    return {holder for dispute in disputes for position in dispute.positions for holder in position.held_by}


def _named_by(actor: Actor) -> set[str]:
    """Everybody whom an actor's own file names."""
    roles = {entity for role in actor.roles for entity in (role.of, role.country)}
    return roles | {*actor.countries, *actor.different_from, *(one.of for one in actor.memberships)}


def _cited(notes: Result[Any] | None, disputes: tuple[CitedDispute, ...]) -> set[str]:
    own: tuple[CitedNote, ...] = notes.value if notes is not None else ()
    in_notes = {cite.article for note in own for cite in note.cites}
    return in_notes | {cite.article for dispute in disputes for side in dispute.positions for cite in side.cites}


def _holders(actors: dict[str, Actor]) -> dict[str, tuple[Holder, ...]]:
    """Country -> the roles that actors hold or held for it."""
    seats: dict[str, list[Holder]] = {}
    for id, actor in sorted(actors.items()):
        for role in actor.roles:
            if role.country:
                seats.setdefault(role.country, []).append(Holder(id, role.title, role.start, role.end))
    return {code: tuple(holders) for code, holders in seats.items()}


def _former_ids(material: Material, links: dict[str, Link]) -> dict[str, dict[str, Any]]:
    """Former id -> the actors that bore it."""
    moved: dict[str, list[Link]] = {}
    for id, actor in sorted(material.edition.actors.items()):
        for former in actor.formerly:
            if former not in material.found.actors:
                moved.setdefault(former, []).append(links[id])
    return {former: {"former": former, "now": tuple(now)} for former, now in sorted(moved.items())}
