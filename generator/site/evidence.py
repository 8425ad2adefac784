"""What articles contribute -> a briefing for every subject, with the desk's notes and disputes traced to their passages."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from generator.brief.briefings import brief_subject, choose_earlier
from generator.brief.changes import start_of
from generator.brief.contested import contested_passages
from generator.brief.evidence import trace_dispute, trace_notes
from generator.brief.origins import trace_origins
from generator.ingredients import Result, Stored
from generator.keeping import Keeper
from generator.memo import Memo
from generator.model import Config, Limits, Since, Sketch, Span
from generator.read.edition import as_of_notes, is_within, public_dispute
from generator.shortcuts import batch
from generator.site.grouping import Groups, Members, group_by_subject
from generator.site.material import Edition, Evidence, Found, belongings_of, terms_by_subject
from generator.site.sharing import share_sketches

_MANY = 1_000  # contributions from which on the points of the earlier day are a step of their own: few articles move them
_Contested = dict[str, dict[str, tuple[Span, ...]]]  # subject -> article -> contested passages
_Sketches = dict[str, tuple[Sketch, ...]]  # subject -> sketches of those of its articles that may have an origin in common
_OWN: dict[str, str] = {}  # origins of a subject whose articles are all nobody else's report
_NONE_GONE: dict[str, Any] = {"fallen": (), "withdrawn": {}, "sketches": ()}


def gather_evidence(
    memo: Memo,
    found: Found,
    edition: Edition,
    contributed: dict[str, Result[Any]],
    fallen: dict[str, Result[Any]],
    config: Config,
) -> Evidence:
    """A briefing for every subject, and the desk's own lines traced to their passages; `fallen`: of articles withdrawn."""
    keep, files = memo.keeper, _files(memo.keeper, found)
    groups, members = _group(keep, found, edition, contributed)
    belongings = keep.over("belongings", lambda subject: belongings_of(subject, edition.actors), (groups,), edition.actors)
    terms = keep.same("terms", lambda: terms_by_subject(edition.actors), edition.actors)
    limits = keep.steady("limits", Limits(config.key_points, config.statements, config.timeline))
    since = keep.steady("since", Since(config.since, config.as_of))
    all_told = keep.same("all told", lambda: {**contributed, **fallen}, contributed, fallen)
    cut = share_sketches(keep, all_told)
    gone = _gone(keep, fallen, cut, edition)
    disputes = _trace_disputes(memo, found, edition, config)
    contested = keep.steady("contested", _contested_by_subject(disputes, contributed))

    each = keep.over("cut sketches", lambda subject: _sketches(members[subject], cut), (groups, members), cut)
    sketches = keep.over("sketches of subjects", each.__getitem__, (each,))  # of most subjects equal to those of last time
    origins = _trace(memo, sketches, edition)
    known = _known_before(keep, groups, members, edition, since)
    earlier = _choose_earlier(memo, known, _older(keep, known, members, origins), files, contested, limits)

    def case(subject: str) -> dict[str, Any]:
        return {
            "subject": subject,
            "contributions": groups[subject],
            "origins": origins.get(subject, _OWN),
            "belongings": belongings[subject],
            "terms": terms.get(subject, ()),
            "earlier": earlier[subject] if subject in earlier and subject not in gone else None,
            **_ruled(subject, files, contested),
            **_fallen(gone, subject, sketches),
        }

    shared = {"limits": limits, "since": since}
    return Evidence(
        briefed=batch(memo, brief_subject, case, (groups, origins, files, belongings, earlier), (gone, terms, contested), shared),
        notes=_trace_notes(memo, found, edition, groups, config),
        disputes=disputes,
        given=lambda subject: {**case(subject), **shared, "earlier": None},
        sketches=sketches,
    )


def _sketches(articles: Iterable[str], cut: dict[str, Sketch]) -> tuple[Sketch, ...]:
    return tuple([cut[id] for id in articles if id in cut])


def _trace(memo: Memo, sketches: _Sketches, edition: Edition) -> dict[str, Result[Any]]:
    """Subject -> the origins of those of its articles that may not be their own."""
    copied = memo.keeper.same(
        "subjects with copies", lambda: {subject: one for subject, one in sketches.items() if one}, sketches
    )
    shared = {"hidden": edition.hidden}
    return batch(memo, trace_origins, lambda subject: {"sketches": copied[subject]}, (copied,), shared=shared)


def _older(keep: Keeper, known: Groups, members: Members, origins: dict[str, Result[Any]]) -> dict[str, dict[str, str]]:
    """Subject -> the origins of its articles that were `known` before: those of now, for an origin is an older article."""

    def older(subject: str) -> dict[str, str]:
        of_now = origins[subject].value if subject in origins else {}
        articles = islice(members[subject], len(members[subject]) - len(known[subject]), None)
        return {id: of_now[id] for id in articles if id in of_now}

    return keep.over("origins known before", older, (known, members, origins))


def _choose_earlier(
    memo: Memo,
    known: Groups,
    origins: dict[str, dict[str, str]],
    files: dict[str, Result[Any]],
    contested: _Contested,
    limits: Limits,
) -> dict[str, Result[Any]]:
    """Subject -> its points on the day with which its page compares, from what was known then."""

    def case(subject: str) -> dict[str, Any]:
        return {"contributions": known[subject], "origins": origins[subject], **_ruled(subject, files, contested)}

    return batch(memo, choose_earlier, case, (known, origins, files), (contested,), {"limits": limits})


def _ruled(subject: str, files: dict[str, Result[Any]], contested: _Contested) -> dict[str, Any]:
    """What the desk decided about a subject's lines."""
    return {"hide": files[subject].field("hide"), "contested": contested.get(subject, {})}


def _fallen(gone: dict[str, dict[str, Any]], subject: str, sketches: _Sketches) -> dict[str, Any]:
    """What withdrawn articles contributed, with the sketches of all that stood beside them."""
    if subject not in gone:
        return _NONE_GONE
    return {**gone[subject], "sketches": (*sketches[subject], *gone[subject]["sketches"])}


def _known_before(keep: Keeper, groups: Groups, members: Members, edition: Edition, since: Since) -> Groups:
    """Subject -> what articles contributed until the day with which its page compares; only subjects of many articles."""

    def before(subject: str) -> tuple[Stored[Any], ...]:
        dates = [edition.cards[id].date for id in members[subject]]
        start = start_of(since, dates[0])
        return groups[subject][sum(date > start for date in dates) :]

    many = {subject: group for subject, group in groups.items() if len(group) >= _MANY}
    return keep.over("known before", before, (many,), edition.cards, since)


def _contested_by_subject(disputes: dict[str, Result[Any]], contributed: dict[str, Result[Any]]) -> _Contested:
    """Subject -> the contested passages of each article that contributes to it."""
    passages = contested_passages(traced.value for traced in disputes.values() if traced.value is not None)
    found: _Contested = {}
    for article, spans in passages.items():
        for subject in contributed[article].entries("by_subject") if article in contributed else ():
            found.setdefault(subject, {})[article] = spans
    return found


def _gone(keep: Keeper, fallen: dict[str, Result[Any]], cut: dict[str, Sketch], edition: Edition) -> dict[str, dict[str, Any]]:
    """Subject -> what withdrawn articles contributed to it, and when they were withdrawn."""
    parts = keep.over("parts of the withdrawn", lambda id: fallen[id].entries("by_subject"), (fallen,))
    gone = keep.same("gone by subject", lambda: _by_subject(parts, cut, edition), parts, cut, edition.withdrawn)
    return keep.steady("gone", gone)


def _by_subject(parts: dict[str, dict[str, Stored[Any]]], cut: dict[str, Sketch], edition: Edition) -> dict[str, dict[str, Any]]:
    gone: dict[str, dict[str, Any]] = {}
    for id in sorted(parts):
        for subject, part in parts[id].items():
            of = gone.setdefault(subject, {"fallen": (), "withdrawn": {}, "sketches": ()})
            of["fallen"] += (part,)
            of["sketches"] += _sketches((id,), cut)
            of["withdrawn"][id] = edition.withdrawn[id].withdrawn_date
    return gone


def _files(keep: Keeper, found: Found) -> dict[str, Result[Any]]:
    """What the desk's own files say of each subject."""
    return keep.same("subjects' files", lambda: {**found.actors, **found.countries}, found.actors, found.countries)


def _trace_notes(memo: Memo, found: Found, edition: Edition, groups: dict[str, Any], config: Config) -> dict[str, Result[Any]]:
    """The desk's notes on each subject that has any, with their passages."""
    files = _files(memo.keeper, found)
    noted = memo.keeper.over(
        "notes", lambda subject: as_of_notes(files[subject].field("notes").value, config.as_of), (files,), config.as_of
    )
    notes = {}
    for subject in groups:
        if noted[subject]:
            cited = {cite.article for note in noted[subject] for cite in note.cites}
            bodies = _bodies(found, edition, cited)
            notes[subject] = memo.step(trace_notes, subject, notes=noted[subject], bodies=bodies, left_out=edition.hidden)
    return notes


def _bodies(found: Found, edition: Edition, cited: set[str]) -> dict[str, Stored[Any]]:
    """The texts of some articles that this edition holds."""
    return {id: found.articles[id].field("body") for id in sorted(cited) if id in edition.cards}


def _trace_disputes(memo: Memo, found: Found, edition: Edition, config: Config) -> dict[str, Result[Any]]:
    """Every dispute of this edition with its passages, without actors whom it withholds."""
    disputes = {}
    countries = {id: actor.countries for id, actor in edition.actors.items()}
    withheld = frozenset(found.actors.keys() - edition.actors.keys())
    for id, read in found.disputes.items():
        dispute = read.field("dispute")
        value = public_dispute(dispute.value, withheld)
        if value is not None and is_within(value.handling, config.edition):
            sides = {holder: countries[holder] for side in value.positions for holder in side.held_by if holder in countries}
            passages = _bodies(found, edition, {cite.article for side in value.positions for cite in side.cites})
            disputes[id] = memo.step(
                trace_dispute,
                id,
                dispute=value if withheld else dispute,
                bodies=passages,
                left_out=edition.hidden,
                countries=sides,
            )
    return disputes


def _group(keep: Keeper, found: Found, edition: Edition, contributed: dict[str, Result[Any]]) -> tuple[Groups, Members]:
    """Subject -> what articles contribute to it, newest first; every public actor and every country with a file or a mention."""
    countries = found.countries
    own = keep.over("from files", lambda code: bool(countries[code].field("country").value.from_file), (countries,))
    always = keep.steady("always", (*edition.actors, *(code for code, from_file in own.items() if from_file)))
    known = keep.steady("known", (*edition.actors, *countries))
    return group_by_subject(keep, contributed, edition.cards, known, always)
