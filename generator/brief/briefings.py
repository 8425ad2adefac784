"""Turns all that the articles say about one subject into its briefing.

The order in which contributions come in changes nothing, and every line carries the passage it rests on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from operator import attrgetter

import msgspec

from generator.brief.abridgement import abridge, choose_bounds, measure, share_cites
from generator.brief.changes import cites_of_changes, compare_points, start_of
from generator.brief.contested import as_accounts
from generator.brief.origins import by_age, by_news, count_origins, trace_origins
from generator.brief.positions import take_positions
from generator.brief.relations import relate
from generator.brief.selection import Report, Reports, choose_points
from generator.brief.statements import list_statements
from generator.brief.tenures import office_entries
from generator.brief.timeline import make_timeline
from generator.model import (
    ArticleRole,
    Belonging,
    Briefed,
    Briefing,
    Changes,
    Citation,
    Contribution,
    Glance,
    KeyPoint,
    Limits,
    Saying,
    Since,
    Sketch,
    Span,
    Term,
)

MOST_CITES = 8  # of one point; its origins are counted over all


def brief_subject(
    subject: str,
    contributions: tuple[Contribution, ...],
    origins: dict[str, str],
    hide: tuple[str, ...],
    limits: Limits,
    belongings: tuple[Belonging, ...],
    terms: tuple[Term, ...],
    since: Since,
    fallen: tuple[Contribution, ...],
    sketches: tuple[Sketch, ...],
    withdrawn: dict[str, str],
    contested: dict[str, tuple[Span, ...]],
    earlier: tuple[KeyPoint, ...] | None = None,
) -> Briefed:
    """A subject's page, as far as articles tell it: points and statements newest first, timeline, relations, articles.

    `origins`: see `trace_origins`. `hide` holds ids of points that the desk does not want; `belongings` what the subject
    belongs to by its file, `terms` the times in office that the timeline may show. `fallen` are contributions of
    articles that were withdrawn, `withdrawn` their days, `sketches` those of articles that stood until
    then and may have an origin in common: they only tell what the page showed before.
    `contested` holds, by article, the passages of open disputes, which are nobody's plain fact. `earlier`: the points of the
    day with which the page compares, where they are known; else they are chosen here.
    """
    contributions, fallen = as_accounts(contributions, contested), as_accounts(fallen, contested)
    ordered, aged = by_news(contributions), by_age(contributions)
    origins = _origin_of_each(contributions, origins)
    reports = Reports(ordered)
    points = _points(reports, origins, limits.key_points, frozenset(hide))
    shown = tuple(sorted(sorted(points, key=_point_place), key=lambda point: point.date, reverse=True))
    briefing = msgspec.structs.replace(
        _lists(subject, ordered, aged, limits, belongings, terms),
        key_points=shown,
        articles=tuple(ArticleRole(c.article, c.role, origins[c.article]) for c in ordered),
        origins=len(set(origins.values())),
    )
    changes = _changes(reports, origins, shown, since, fallen, sketches, withdrawn, limits, frozenset(hide), earlier)
    cites = list_citations(briefing, cites_of_changes(changes))
    bounds = choose_bounds(briefing, changes)
    on_page, left = share_cites(cites, abridge(briefing, changes, bounds))
    return Briefed(
        briefing=briefing,
        glance=Glance(
            date=briefing.date,
            first_date=briefing.first_date,
            articles=len(ordered),
            points=len(shown),
            top=points[0] if points else None,
            months=briefing.months,
        ),
        cites=on_page,
        others=_others(briefing),
        articles=tuple(sorted({*cites, *(article.id for article in briefing.articles)})),
        changes=changes,
        bounds=bounds,
        extent=measure(briefing, changes),
        record_cites=left,
    )


def choose_earlier(
    contributions: tuple[Contribution, ...],
    origins: dict[str, str],
    hide: tuple[str, ...],
    limits: Limits,
    contested: dict[str, tuple[Span, ...]],
) -> tuple[KeyPoint, ...]:
    """The points of an earlier day, from what articles contributed until then; see `brief_subject`."""
    known = as_accounts(contributions, contested)
    origins = _origin_of_each(known, origins)
    return tuple(_points(Reports(by_news(known)), origins, limits.key_points, frozenset(hide)))


def _lists(
    subject: str,
    ordered: list[Contribution],
    aged: list[Contribution],
    limits: Limits,
    belongings: tuple[Belonging, ...],
    terms: tuple[Term, ...],
) -> Briefing:
    """What is listed rather than chosen; `ordered` is newest first, `aged` oldest first."""
    dates = [contribution.date for contribution in ordered if contribution.date]
    return Briefing(
        subject=subject,
        date=max(dates, default=""),
        first_date=min(dates, default=""),
        statements=list_statements(ordered, _own_sayings, limits.statements),
        statements_about=list_statements(ordered, attrgetter("said_about"), limits.statements),
        positions=take_positions(subject, ordered),
        timeline=make_timeline(aged, office_entries(subject, aged, terms), limits.timeline),
        relations=relate(ordered, belongings),
        ambiguous=sum(contribution.ambiguous for contribution in ordered),
        months=_months(dates),
    )


def _own_sayings(one: Contribution) -> tuple[Saying, ...]:
    """What a subject said; of a country also what its officials said on no topic, which stands under no position."""
    return one.said_by if one.topics else (*one.said_by, *one.said_for)


def _months(dates: list[str]) -> tuple[tuple[str, int], ...]:
    """How many articles each month has; dates without a month are left out."""
    return tuple(sorted(Counter(date[:7] for date in dates if len(date) >= 7).items()))


def point_id(article: str, passage: str) -> str:
    """Id of an extracted point: 12 hex digits from the article's id and the cited passage; stable while the passage stands."""
    return blake2b(f"{article}\n{passage}".encode(), digest_size=6).hexdigest()


def _changes(
    reports: Reports,
    origins: dict[str, str],
    points: tuple[KeyPoint, ...],
    since: Since,
    fallen: tuple[Contribution, ...],
    sketches: tuple[Sketch, ...],
    withdrawn: dict[str, str],
    limits: Limits,
    hidden: frozenset[str],
    earlier: tuple[KeyPoint, ...] | None,
) -> Changes:
    """The points of now against those of the day with which the page compares; what is undated was known then."""
    ordered = reports.ordered
    newest = ordered[0].date if ordered else ""
    start = start_of(since, newest)
    lost = {article: day for article, day in withdrawn.items() if day > start}
    later = sum(one.date > start for one in ordered)  # the first ones
    if not later and not lost:
        return Changes(start)
    if lost:
        before = (*ordered[later:], *(one for one in fallen if one.article in lost and one.date <= start))
        reports, later, articles = Reports(by_news(before)), 0, {one.article for one in before}
        origins = _origin_of_each(before, trace_origins(tuple([one for one in sketches if one.article in articles])))
    # Else the origins are those of now: an origin is always an older article, or a source.
    known = earlier if earlier is not None else _points(reports, origins, limits.key_points, hidden, later)
    first = len(reports.ordered) == later
    return compare_points(known, points, lost, start, max(newest, *lost.values(), start), first)


def _origin_of_each(contributions: Iterable[Contribution], origins: dict[str, str]) -> dict[str, str]:
    return {one.article: one.article for one in contributions} | origins


def list_citations(briefing: Briefing, more: list[Citation]) -> dict[str, tuple[Citation, ...]]:
    """Article -> every citation of it in a briefing and `more`, without repetition, in order of place; articles sorted."""
    found = more + [cite for point in briefing.key_points for cite in point.cites]
    found += [statement.cite for statement in (*briefing.statements, *briefing.statements_about)]
    found += [statement.cite for stance in briefing.positions for statement in (*stance.statements, *stance.by_others)]
    found += [cite for entry in briefing.timeline for cite in entry.cites]
    found += [cite for relation in briefing.relations for cite in relation.cites]
    by_article: dict[str, list[Citation]] = {}
    for cite in sorted(dict.fromkeys(found), key=lambda cite: (cite.article, cite.start, cite.end)):
        by_article.setdefault(cite.article, []).append(cite)
    return {article: tuple(cites) for article, cites in by_article.items()}


def _points(reports: Reports, origins: dict[str, str], limit: int, hidden: frozenset[str], skipped: int = 0) -> list[KeyPoint]:
    ids: dict[tuple[str, int], str] = {}
    if hidden:
        every = reports.ordered
        ids = {(c.article, sentence.start): point_id(c.article, sentence.text) for c in every for sentence in c.sentences}
    return [_point(group, origins) for group in choose_points(reports, origins, limit, hidden, ids, skipped)]


def _point(group: list[Report], origins: dict[str, str]) -> KeyPoint:
    """One point of all reports of one thing. The oldest report speaks: a later copy adds a source and changes no word."""
    aged = sorted(group, key=lambda report: _age(report, origins))
    first = aged[0]
    by_article: dict[str, Citation] = {}
    for report in aged:
        sentence, article = report.sentence, report.contribution.article
        by_article.setdefault(article, Citation(article, sentence.start, sentence.end, sentence.text))
    return KeyPoint(
        id=point_id(first.contribution.article, first.sentence.text),
        text=first.sentence.shown or first.sentence.text,
        how="extracted",
        date=first.contribution.date,
        origins=count_origins([report.contribution for report in aged], origins),
        cites=tuple(by_article.values())[:MOST_CITES],
        claim=first.sentence.claim,
        topic=next(iter(first.contribution.topics), ""),
    )


def _age(report: Report, origins: dict[str, str]) -> tuple[str, bool, str, int]:
    article = report.contribution.article
    return report.contribution.date or "9999", origins[article] != article, article, report.sentence.start


def _point_place(point: KeyPoint) -> tuple[str, int]:
    return point.cites[0].article, point.cites[0].start


def _others(briefing: Briefing) -> tuple[str, ...]:
    named = {relation.other for relation in briefing.relations}
    said = [*briefing.statements, *briefing.statements_about]
    said += [statement for stance in briefing.positions for statement in (*stance.statements, *stance.by_others)]
    named.update(statement.speaker for statement in said if statement.speaker)
    named.discard(briefing.subject)
    return tuple(sorted(named))
