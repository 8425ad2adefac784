"""Articles' pages: each depends on its own article and on the cites that lead into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator import sheets
from generator.ingredients import Given, digest_of
from generator.keeping import Keeper
from generator.model import Citation, Link, Site
from generator.render import urls
from generator.shortcuts import cut_from
from generator.site.material import Edition, Material, disputes_of, pick
from generator.site.press import Press, Templates


def render_articles(
    press: Press, material: Material, templates: Templates, chrome: Site, links: dict[str, Link]
) -> dict[str, str]:
    """One page and one twin an article."""
    keep = press.memo.keeper
    briefed, edition, found = material.evidence.briefed, material.edition, material.found
    cites = invert(keep, _passages(keep, briefed))
    desk = _desk_cites(material)
    pages = {
        **keep.same("given links", lambda: {id: Given(link) for id, link in links.items()}, links),
        **_desk_pages(material, links),
    }
    sources = keep.same("sources", lambda: _sources(edition), edition.cards, edition.withdrawn)

    def case(id: str) -> dict[str, Any]:
        card, contributed = edition.cards[id], material.contributed[id]
        cited = {**cites.get(id, {}), **desk.get(id, {})}
        return {
            "card": edition.given[id],
            "body": found.articles[id].field("body"),
            "analysis": material.analyses[id],
            "countries": contributed.field("countries"),
            "summary": contributed.field("summary"),
            "cites": cited,
            "links": pick(pages, (*contributed.field("entities").value, *(page.removeprefix(sheets.RECORD) for page in cited))),
            "source": sources[card.source, card.source_name],
        }

    known, own = digest_of(pages), cut_from(edition.given, found.articles, material.analyses, material.contributed)

    def key(ids: list[str]) -> bytes:
        """All that cases are cut from; the publisher's page is known by the card."""
        return b"".join([*(_key_of_cites(ids, cited) for cited in (cites, desk)), own(ids), known])

    def notice(id: str) -> dict[str, Any]:
        card = edition.withdrawn[id]
        return {"card": edition.given[id], "source": sources[card.source, card.source_name]}

    shared = {"site": chrome, "theme": templates["article.html"]}
    wanted = press.each(sheets.article_files, edition.cards, case, shared, key)
    return {**wanted, **press.each(sheets.withdrawn_files, edition.withdrawn, notice, shared)}


def _key_of_cites(ids: list[str], cites: dict[str, dict[str, Any]]) -> bytes:
    """Stands for the cites of some articles: which pages they are on, and what each is."""
    cited = [(id, cites[id]) for id in ids if id in cites]
    named = "\0\0".join(["\0".join([id, *pages]) for id, pages in cited])
    return b"".join([named.encode(), b"\0\0\0", *(digest_of(one) for _, pages in cited for one in pages.values())])


def _passages(keep: Keeper, briefed: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Page -> its cites by article: each subject's page, and the record of each that has one."""
    shown = keep.over("cites", lambda subject: briefed[subject].entries("cites"), (briefed,))
    left = keep.over("cites of records", lambda subject: briefed[subject].entries("record_cites"), (briefed,))

    def make() -> dict[str, dict[str, Any]]:
        return {**shown, **{f"{sheets.RECORD}{subject}": cites for subject, cites in left.items() if cites}}

    return keep.same("cites of all pages", make, shown, left)


def _sources(edition: Edition) -> dict[tuple[str, str], Given]:
    """Every publisher's page, by id and name; nothing for an article without one."""
    cards = (*edition.cards.values(), *edition.withdrawn.values())
    named = dict.fromkeys((card.source, card.source_name) for card in cards)
    return {(id, name): Given(Link(id, name, urls.source_path(id), "source") if id else None) for id, name in named}


def invert(keep: Keeper, passages: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Article -> which subject's page cites it -> its citations there; after an edit only for articles that it touched."""
    kept = keep.find("cites by article")
    old: Mapping[str, dict[str, Any]] = kept.maps[0] if kept is not None else {}
    cites: dict[str, dict[str, Any]] = dict(kept.value) if kept is not None else {}
    subjects = [*keep.changed((old,), (passages,)), *(subject for subject in old if subject not in passages)]
    fresh: dict[str, dict[str, Any]] = {}
    for subject in subjects:
        before, now = old.get(subject, {}), passages.get(subject, {})
        for article in {**before, **now}:
            if article not in fresh:
                fresh[article] = dict(cites.get(article, {}))
            fresh[article].pop(subject, None)
            if article in now:
                fresh[article][subject] = now[article]
    # By subject: in the order of the briefings.
    cites.update((article, dict(sorted(by_subject.items()))) for article, by_subject in fresh.items())
    for article in [article for article, by_subject in fresh.items() if not by_subject]:
        del cites[article]
    return keep.keep("cites by article", (), (passages,), cites)


def _desk_cites(material: Material) -> dict[str, dict[str, Any]]:
    """The same of the desk's notes and of disputes."""
    cites: dict[str, dict[str, Any]] = {}
    for subject, notes in material.evidence.notes.items():
        _add(cites, f"{sheets.DESK}{subject}", (cite for note in notes.value for cite in note.cites))
    for dispute in disputes_of(material):
        _add(cites, f"{sheets.DISPUTE}{dispute.id}", (cite for side in dispute.positions for cite in side.cites))
    return cites


def _add(cites: dict[str, dict[str, Any]], page: str, found: Iterable[Citation]) -> None:
    for cite in found:
        cites.setdefault(cite.article, {}).setdefault(page, ())
        cites[cite.article][page] += (cite,)


def _desk_pages(material: Material, links: dict[str, Link]) -> dict[str, Given]:
    """What besides subjects can cite an article."""
    disputes = {
        f"{sheets.DISPUTE}{one.id}": Link(one.id, one.question, "disputes.html", "dispute") for one in disputes_of(material)
    }
    notes = {f"{sheets.DESK}{subject}": links[subject] for subject in material.evidence.notes}
    return {id: Given(link) for id, link in {**notes, **disputes}.items()}
