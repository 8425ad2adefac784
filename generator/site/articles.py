"""Articles' pages: each depends on its own article and on the cites that lead into it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator import sheets
from generator.ingredients import Given
from generator.model import Citation, Link, Site
from generator.render import urls
from generator.site.material import Material, disputes_of, pick
from generator.site.press import Press, Templates


def render_articles(
    press: Press, material: Material, templates: Templates, chrome: Site, links: dict[str, Link]
) -> dict[str, str]:
    """One page and one twin an article."""
    cites = _cites_by_article(material)
    found, cases = material.found, {}
    pages = _pages(material, links)
    sources = _sources(material)
    for id, card in material.edition.cards.items():
        contributed = material.contributed[id]
        named = (*contributed.field("entities").value, *cites.get(id, {}))
        cases[id] = {
            "card": material.edition.given[id],
            "body": found.articles[id].field("body"),
            "analysis": material.analyses[id],
            "countries": contributed.field("countries"),
            "summary": contributed.field("summary"),
            "cites": cites.get(id, {}),
            "links": pick(pages, named),
            "source": sources[card.source, card.source_name],
        }
    shared = {"site": chrome, "theme": templates["article.html"]}
    wanted = press.outputs(sheets.article_files, cases, shared)
    notices = {
        id: {"card": material.edition.given[id], "source": sources[card.source, card.source_name]}
        for id, card in material.edition.withdrawn.items()
    }
    return {**wanted, **press.outputs(sheets.withdrawn_files, notices, shared)}


def _sources(material: Material) -> dict[tuple[str, str], Given]:
    """Every publisher's page, by id and name; nothing for an article without one."""
    cards = (*material.edition.cards.values(), *material.edition.withdrawn.values())
    named = dict.fromkeys((card.source, card.source_name) for card in cards)
    return {(id, name): Given(Link(id, name, urls.source_path(id), "source") if id else None) for id, name in named}


def _cites_by_article(material: Material) -> dict[str, dict[str, Any]]:
    """Article -> which page cites it -> its citations, from briefings, from the desk's notes and from disputes."""
    cites: dict[str, dict[str, Any]] = {}
    for subject, briefed in material.evidence.briefed.items():
        for article, passages in briefed.entries("cites").items():
            cites.setdefault(article, {})[subject] = passages
    for subject, notes in material.evidence.notes.items():
        _add(cites, f"{sheets.DESK}{subject}", (cite for note in notes.value for cite in note.cites))
    for dispute in disputes_of(material):
        _add(cites, f"{sheets.DISPUTE}{dispute.id}", (cite for side in dispute.positions for cite in side.cites))
    return cites


def _add(cites: dict[str, dict[str, Any]], page: str, found: Iterable[Citation]) -> None:
    for cite in found:
        cites.setdefault(cite.article, {}).setdefault(page, ())
        cites[cite.article][page] += (cite,)


def _pages(material: Material, links: dict[str, Link]) -> dict[str, Given]:
    """Every page that can cite an article."""
    disputes = {
        f"{sheets.DISPUTE}{one.id}": Link(one.id, one.question, "disputes.html", "dispute") for one in disputes_of(material)
    }
    notes = {f"{sheets.DESK}{subject}": links[subject] for subject in material.evidence.notes}
    return {id: Given(link) for id, link in {**links, **notes, **disputes}.items()}
