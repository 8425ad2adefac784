"""Turns an article, an actor or a country into its machine-readable twin: the facts of the page as JSON.

One rule: what an article's rights withhold stands in no field of any twin, and every cite carries its passage word for word.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET

from generator.model import (
    Actor,
    Analysis,
    Body,
    Briefing,
    Card,
    Changes,
    CitedDispute,
    CitedNote,
    Country,
    CountryRole,
    DeskNote,
    File,
    Mention,
    Name,
    Quotation,
    Site,
    Span,
    Use,
)
from generator.render import line_twins as lines
from generator.render import twin_format as form
from generator.render import twin_parts as parts
from generator.render.change_twins import change_twins
from generator.render.urls import actor_path, article_path, country_path


def twin_path(page: str) -> str:
    """The twin's path: the page's own, with another ending."""
    return page.removesuffix(".html") + ".json"


def article_twin(
    site: Site,
    card: Card,
    body: Body,
    analysis: Analysis,
    countries: tuple[CountryRole, ...],
    summary: tuple[Span, ...],
    uses: tuple[Use, ...],
) -> tuple[File, ...]:
    """The article's twin; nothing where the site exports none. Of restricted articles it holds cited passages only."""
    if not site.exports:
        return ()
    withdrawn = card.status == "withdrawn"
    whole = card.rights == "full" and not withdrawn
    excerpts = _excerpts(uses) if card.rights == "excerpt" and not withdrawn else ()
    found = Analysis() if withdrawn else analysis
    text = body.prose.text

    def shown(start: int, end: int) -> bool:
        return whole or any(passage.start <= start and end <= passage.end for passage in excerpts)

    twin = form.ArticleTwin(
        **_publication(card),
        text=text if whole else UNSET,
        excerpts=UNSET if whole else excerpts,
        sentences=tuple(parts.Range(s.start, s.end) for s in found.sentences),
        mentions=tuple(_mention(m) for m in found.mentions),
        quotations=tuple(_quotation(q, named=shown(*_naming(q))) for q in found.quotations),
        dates=tuple(form.DateTwin(d.start, d.end, d.value, d.precision) for d in found.dates),
        countries=() if withdrawn else tuple(form.CountryTwinRole(c.code, c.role, round(c.score, 4)) for c in countries),
        summary=tuple(parts.Passage(s.start, s.end, text[s.start : s.end]) for s in summary if shown(s.start, s.end)),
        ambiguous=tuple(form.AmbiguityTwin(a.start, a.end, a.candidates, a.reason) for a in found.ambiguous),
        unlinked=tuple(
            form.UnlinkedTwin(u.text, u.name, u.kind, u.start, u.end) for u in found.unlinked if shown(u.start, u.end)
        ),
    )
    return (_file(article_path(card.id), twin),)


def actor_twin(
    site: Site,
    actor: Actor,
    briefing: Briefing,
    changes: Changes,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    offices: lines.Offices,
) -> tuple[File, ...]:
    """The actor's twin.

    `notes` are the desk's own words with the summary first, as far as their cites are published; `offices` the roles of those
    who speak on the page.
    """
    if not site.exports:
        return ()
    summary, points = _split(notes, actor.summary)
    twin = form.ActorTwin(
        **_briefed(actor.id, briefing, changes, points, disputes, offices),
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        native_name=form.NativeNameTwin(actor.native_name, actor.native_language or None) if actor.native_name else None,
        aliases=_names(actor.aliases),
        countries=actor.countries,
        roles=tuple(
            form.RoleTwin(r.title, r.of or None, r.country or None, r.start or None, r.end or None, r.source or None)
            for r in actor.roles
        ),
        memberships=tuple(form.MembershipTwin(m.of, m.role or None, m.start or None, m.end or None) for m in actor.memberships),
        wikidata=actor.wikidata or None,
        links=actor.links,
        image=actor.image or None,
        different_from=actor.different_from,
        formerly=actor.formerly,
        handling=actor.handling,
        summary=summary,
        background=actor.background.text or None,
        statements=lines.statement_twins(briefing.statements, offices),
    )
    return (_file(actor_path(actor.id), twin),)


def country_twin(
    site: Site,
    country: Country,
    briefing: Briefing,
    changes: Changes,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    offices: lines.Offices,
) -> tuple[File, ...]:
    """The country's twin; `offices` are the roles of those who speak on the page."""
    if not site.exports:
        return ()
    summary, points = _split(notes, country.summary)
    twin = form.CountryTwin(
        **_briefed(country.code, briefing, changes, points, disputes, offices),
        code=country.code,
        name=country.name,
        slug=country.slug,
        aliases=_names(country.aliases),
        demonyms=country.demonyms,
        metonyms=country.metonyms,
        capital=country.capital or None,
        native_names=country.native_names,
        naming_note=country.naming_note or None,
        handling=country.handling,
        summary=summary,
        background=country.background.text or None,
        statements=lines.statement_twins(briefing.statements, offices),
    )
    return (_file(country_path(country.slug), twin),)


def _publication(card: Card) -> dict[str, Any]:
    """What is known of an article without its text."""
    withdrawn = form.WithdrawnTwin(date=card.withdrawn_date or None, reason=card.withdrawn_reason)
    return {
        "id": card.id,
        "title": card.title,
        "date": card.date or None,
        "source": card.source or None,
        "source_name": card.source_name or None,
        "url": card.url or None,
        "archive_url": card.archive_url or None,
        "authors": card.authors,
        "language": card.language,
        "kind": card.kind,
        "dateline": card.dateline or None,
        "topics": card.topics,
        "relays": card.relays,
        "reliability": card.reliability or None,
        "handling": card.handling,
        "rights": card.rights,
        "status": card.status,
        "withdrawn": withdrawn if card.status == "withdrawn" else None,
        "corrections": tuple(form.CorrectionTwin(date=c.date, note=c.note) for c in card.corrections),
    }


def _briefed(
    subject: str,
    briefing: Briefing,
    changes: Changes,
    points: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    offices: lines.Offices,
) -> dict[str, Any]:
    """What the twins of actors and countries hold alike, but for the statements by them."""
    return {
        "date": briefing.date or None,
        "first_date": briefing.first_date or None,
        "key_points": lines.point_twins(subject, points, briefing),
        "statements_about": lines.statement_twins(briefing.statements_about, offices),
        "positions": lines.stance_twins(briefing.positions, offices),
        "timeline": lines.entry_twins(briefing.timeline),
        "relations": lines.relation_twins(briefing.relations),
        "disputes": lines.dispute_twins(disputes),
        "changes": change_twins(changes),
        "articles": tuple(form.ArticleRoleTwin(a.id, a.role, a.origin) for a in briefing.articles),
        "origins": briefing.origins,
        "ambiguous": briefing.ambiguous,
    }


def _file(page: str, twin: parts.Twin) -> File:
    return File(path=twin_path(page), content=msgspec.json.encode(twin) + b"\n")


def _excerpts(uses: tuple[Use, ...]) -> tuple[parts.Passage, ...]:
    passages = {(use.start, use.end): use.text for use in uses}
    return tuple(parts.Passage(start, end, passages[start, end]) for start, end in sorted(passages))


def _mention(mention: Mention) -> form.MentionTwin:
    return form.MentionTwin(mention.entity, mention.type, mention.start, mention.end, mention.strength)


def _naming(quotation: Quotation) -> tuple[int, int]:
    """Where the article names the speaker; the quotation itself where it does not."""
    span = quotation.source or Span(quotation.start, quotation.end)
    return span.start, span.end


def _quotation(quotation: Quotation, named: bool) -> form.QuotationTwin:
    """A quotation by its offsets. A name that only the article tells is left out where its words may not be shown."""
    return form.QuotationTwin(
        kind=quotation.kind,
        start=quotation.start,
        end=quotation.end,
        cue=_range(quotation.cue),
        source=_range(quotation.source),
        speaker=quotation.speaker,
        speaker_name=quotation.speaker_name if named or quotation.speaker else None,
        method=quotation.method,
        relay=quotation.relay or None,
    )


def _range(span: Span | None) -> parts.Range | None:
    return parts.Range(span.start, span.end) if span else None


def _names(names: tuple[Name, ...]) -> tuple[form.NameTwin, ...]:
    return tuple(form.NameTwin(n.text, n.strength, n.language or None, n.start or None, n.end or None) for n in names)


def _split(notes: tuple[CitedNote, ...], summary: DeskNote | None) -> tuple[form.NoteTwin | None, tuple[CitedNote, ...]]:
    """The summary and the points. A summary whose cites are left out is not among the notes: its text tells."""
    if summary is None or not notes or notes[0].text != summary.text:
        return None, notes
    first = notes[0]
    return form.NoteTwin(first.text, first.how, first.by or None, first.date or None, parts.cite_parts(first.cites)), notes[1:]
