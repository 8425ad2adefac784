"""Turns a briefing into the page of an actor or a country; one rule: each line is shown with the cites that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from markupsafe import Markup

from generator.model import (
    MOST_WORDS_AT_THE_BOTTOM,
    Actor,
    Briefing,
    Card,
    Changes,
    Citation,
    CitedDispute,
    CitedNote,
    Country,
    File,
    Holder,
    KeyPoint,
    Link,
    Relation,
    Role,
    Site,
    Statement,
    Theme,
)
from generator.problems import Problem
from generator.render.change_views import change_news, page_lines
from generator.render.charts.bands import Tenure
from generator.render.citing import Cited, cite_lines
from generator.render.dates import date_words
from generator.render.facets import facets_of
from generator.render.frame import Head, make_page, named
from generator.render.html import prose_html
from generator.render.linked_data import actor_data, country_data
from generator.render.roles import NO_SEAT, standing
from generator.render.subject_pictures import held_terms, own_terms, pictures
from generator.render.subject_views import (
    MEMBER,
    NEWEST_ARTICLES,
    Offices,
    Said,
    Tie,
    article_rows,
    by_topic,
    key_point,
    note_point,
    quarrel,
    said,
    stance,
    tie,
    years,
)
from generator.render.tenures import office_of, term_of
from generator.render.terms import language_name, subject_kind
from generator.render.urls import actor_path, country_path, root_of, web_href
from generator.render.words import Words, words_of

_TIES = {"structural": "structural", "interaction": "interactions", "co-mention": "together"}  # kind -> name in the template


def actor_page(
    site: Site,
    theme: Theme,
    actor: Actor,
    briefing: Briefing,
    changes: Changes,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    cards: dict[str, Card],
    links: dict[str, Link],
    offices: Offices,
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The briefing page of a person, organisation, armed group or institution; `offices`: the roles of those who speak on it."""
    path = actor_path(actor.id)
    root, words = root_of(path), words_of(theme.words)
    day = site.as_of or briefing.date
    lead, rest = _split_notes(notes)
    terms = own_terms(actor.roles, words)
    values, cited = _briefing_values(words, briefing, changes, lead, rest, disputes, cards, links, root, offices, terms)
    values |= {
        "kind": subject_kind(actor.kind, words),
        "contested": actor.kind == "armed-group",
        "name": actor.name,
        "native_names": ((actor.native_name, actor.native_language),) if actor.native_name else (),
        "also": tuple(name.text for name in actor.aliases if name.strength == "strong"),
        "countries": tuple(named(code, links, root) for code in actor.countries),
        "roles": tuple(term_of(role, day, links, root, words) for role in actor.roles),
        "memberships": tuple(
            term_of(
                Role(member.role or words.gettext(MEMBER), of=member.of, start=member.start, end=member.end),
                day,
                links,
                root,
                words,
            )
            for member in actor.memberships
        ),
        "background": prose_html(actor.background, 3),
        "pointers": tuple(href for href in (_wikidata(actor.wikidata), *map(web_href, actor.links)) if href),
        "namesakes": tuple(named(entity, links, root) for entity in actor.different_from if entity in links),
    }
    head = _head(site, path, actor.name, "actor", subject_kind(actor.kind, words), day, actor.handling, words)
    head = msgspec.structs.replace(
        head,
        kind="profile" if actor.kind == "person" else "website",
        linked_data=actor_data(site, actor, briefing, links, root, day),
        facets=facets_of(site, str(values["kind"]), (links[code].name for code in actor.countries if code in links)),
    )
    return make_page(site, theme, head, values, cited.required)


def country_page(
    site: Site,
    theme: Theme,
    country: Country,
    briefing: Briefing,
    changes: Changes,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    cards: dict[str, Card],
    links: dict[str, Link],
    holders: tuple[Holder, ...],
    offices: Offices,
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The briefing page of a country; `offices`: the roles of those who speak on it."""
    path = country_path(country.slug)
    root, words = root_of(path), words_of(theme.words)
    day = site.as_of or briefing.date
    lead, rest = _split_notes(notes)
    holders = tuple(sorted(holders, key=lambda holder: standing(holder.title)))
    terms = held_terms(holders, links, words)
    values, cited = _briefing_values(words, briefing, changes, lead, rest, disputes, cards, links, root, offices, terms)
    seats = [office_of(holder, day, links, root, words) for holder in holders]
    values |= {
        "kind": subject_kind("country", words),
        "name": country.name,
        "native_names": tuple((name, "") for name in country.native_names if name != country.name),
        "also": tuple(name.text for name in country.aliases if name.strength == "strong"),
        "code": country.code,
        "capital": country.capital,
        "naming_note": country.naming_note,
        "holders": tuple(seat for seat in seats if seat.current and standing(seat.title) != NO_SEAT),
        "former_holders": tuple(seat for seat in seats if not seat.current or standing(seat.title) == NO_SEAT),
        "background": prose_html(country.background, 3),
    }
    head = _head(site, path, country.name, "country", subject_kind("country", words), day, country.handling, words)
    facets = facets_of(site, str(values["kind"]), (country.name,))
    head = msgspec.structs.replace(head, linked_data=country_data(site, country, root), facets=facets)
    return make_page(site, theme, head, values, cited.required)


def _head(site: Site, path: str, name: str, template: str, kind: str, day: str, handling: str, words: Words) -> Head:
    """What the page says about itself."""
    stem = path.removesuffix(".html")
    date = date_words(day, words.language)
    return Head(
        path=path,
        title=name,
        template=f"{template}.html",
        section=template,
        description=words.gettext(
            "%(kind)s: what the articles say about %(name)s, each line with its source", kind=kind, name=name
        ),
        date=date,
        handling=handling,
        twin=f"{stem}.json" if site.exports else "",
        feed=f"{stem}.xml" if site.feeds else "",
    )


def _split_notes(notes: tuple[CitedNote, ...]) -> tuple[CitedNote | None, tuple[CitedNote, ...]]:
    """The desk's bottom line, which is its summary or else its first point, and the points that follow."""
    return (notes[0], notes[1:]) if notes else (None, ())


def _briefing_values(
    words: Words,
    briefing: Briefing,
    changes: Changes,
    lead: CitedNote | None,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    cards: dict[str, Card],
    links: dict[str, Link],
    root: str,
    offices: Offices,
    terms: tuple[Tenure, ...],
) -> tuple[dict[str, Any], Cited]:
    """What actors' and countries' pages have in common. Cites are numbered in the order of the sections below."""
    top = _bottom_line(briefing.key_points) if lead is None else None
    points = by_topic([point for point in briefing.key_points if point is not top])
    ties = {kind: [one for one in briefing.relations if one.kind == kind] for kind in _TIES}
    opening = [one.cites for one in (lead, top) if one is not None]
    lines = _lines(notes, points, disputes, briefing, ties)
    cited = cite_lines([*opening, *page_lines(changes), *lines], cards, root, words)
    marks = iter(cited.marks)

    def all_said(statements: Sequence[Statement]) -> tuple[Said, ...]:
        return tuple(said(one, next(marks), links, cards, offices, root, words) for one in statements)

    values: dict[str, Any] = {
        "bottom_line": note_point(lead, next(marks), words)
        if lead
        else key_point(top, next(marks), cards, words)
        if top
        else None,
        "changes": change_news(changes, marks, cards, root, words),
        "points": tuple(note_point(note, next(marks), words) for note in notes)
        + tuple(key_point(point, next(marks), cards, words) for point in points),
        "point_topics": len({point.topic for point in points}),
        "disputes": tuple(quarrel(dispute, marks, links, root, words) for dispute in disputes),
        "statements": all_said(briefing.statements),
        "statements_about": all_said(briefing.statements_about),
        "positions": tuple(stance(one, all_said, root) for one in briefing.positions),
        "timeline": years(briefing.timeline, marks, cards, words),
        "articles": article_rows(briefing.articles, cards, root, words),
        "article_limit": NEWEST_ARTICLES,
        "notes": cited.notes,
    }
    tied = {kind: _rows(kind, ties[kind], marks, links, root, words) for kind in _TIES}
    values |= {_TIES[kind]: rows for kind, rows in tied.items()}
    values |= pictures(briefing, terms, tied, words)
    return values | _evidence(briefing, cards, words), cited


def _bottom_line(points: tuple[KeyPoint, ...]) -> KeyPoint | None:
    """The newest point that is short enough for it."""
    return next((point for point in points if len(point.text.split()) <= MOST_WORDS_AT_THE_BOTTOM), None)


def _rows(
    kind: str, relations: list[Relation], marks: Iterator[Markup], links: dict[str, Link], root: str, words: Words
) -> tuple[Tie, ...]:
    """The relations of one kind, each with the id that the picture leads to."""
    return tuple(tie(one, next(marks), links, root, words, f"{kind}-{number}") for number, one in enumerate(relations, 1))


def _lines(
    notes: tuple[CitedNote, ...],
    points: tuple[KeyPoint, ...],
    disputes: tuple[CitedDispute, ...],
    briefing: Briefing,
    ties: dict[str, list[Relation]],
) -> Iterator[tuple[Citation, ...]]:
    """The cites of each line after the bottom line, in the order of the sections."""
    yield from (note.cites for note in notes)
    yield from (point.cites for point in points)
    yield from (position.cites for dispute in disputes for position in dispute.positions)
    yield from ((statement.cite,) for statement in (*briefing.statements, *briefing.statements_about))
    yield from ((one.cite,) for stance in briefing.positions for one in (*stance.statements, *stance.by_others))
    yield from (entry.cites for entry in briefing.timeline)
    yield from (relation.cites for kind in _TIES for relation in ties[kind])


def _evidence(briefing: Briefing, cards: dict[str, Card], words: Words) -> dict[str, Any]:
    """The figures of the evidence box."""
    shown = [cards[entry.id] for entry in briefing.articles if entry.id in cards]
    return {
        "article_count": len(briefing.articles),
        "about_count": sum(1 for entry in briefing.articles if entry.role == "about"),
        "origins": briefing.origins,
        "publishers": len({card.source for card in shown if card.source}),
        "first": date_words(briefing.first_date, words.language),
        "last": date_words(briefing.date, words.language),
        "ambiguous": briefing.ambiguous,
        "grades": tuple(sorted({card.reliability for card in shown if card.reliability})),
        "languages": tuple(sorted({language_name(card.language, words) for card in shown if card.language})),
    }


def _wikidata(item: str) -> str:
    """Address of a Wikidata item; nothing is fetched from it."""
    return f"https://www.wikidata.org/wiki/{item}" if item.startswith("Q") and item[1:].isdigit() else ""
