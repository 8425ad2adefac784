"""What articles contribute -> a briefing for every subject, with the desk's notes and disputes traced to their passages."""

from __future__ import annotations

from typing import Any

from generator.brief.briefings import brief_subject
from generator.brief.evidence import trace_dispute, trace_notes
from generator.ingredients import Result, Stored
from generator.memo import Memo
from generator.model import Config, Limits
from generator.read.edition import as_of_notes, is_within, public_dispute
from generator.site.material import Edition, Evidence, Found, structure_of


def gather_evidence(memo: Memo, found: Found, edition: Edition, contributed: dict[str, Result[Any]], config: Config) -> Evidence:
    """A briefing for every subject, and the desk's own lines traced to their passages."""
    subjects = _group(found, edition, contributed)
    limits = Limits(config.key_points, config.statements, config.timeline)
    briefed = memo.steps(
        brief_subject,
        {
            subject: {
                "subject": subject,
                "contributions": parts,
                "hide": _file_of(found, subject).field("hide"),
                "structure": structure_of(subject, edition.actors),
            }
            for subject, parts in subjects.items()
        },
        {"limits": limits},
    )
    bodies = {id: found.articles[id].field("body") for id in edition.cards}
    notes = {}
    for subject in subjects:
        wanted = as_of_notes(_file_of(found, subject).field("notes").value, config.as_of)
        if wanted:
            cited = sorted({cite.article for note in wanted for cite in note.cites} & bodies.keys())
            notes[subject] = memo.step(
                trace_notes, subject, notes=wanted, bodies={id: bodies[id] for id in cited}, left_out=edition.hidden
            )
    return Evidence(briefed, notes, _trace_disputes(memo, found, edition, bodies, config))


def _trace_disputes(
    memo: Memo, found: Found, edition: Edition, bodies: dict[str, Stored[Any]], config: Config
) -> dict[str, Result[Any]]:
    """Every dispute of this edition with its passages, without actors whom it withholds."""
    disputes = {}
    countries = {id: actor.countries for id, actor in edition.actors.items()}
    withheld = frozenset(found.actors.keys() - edition.actors.keys())
    for id, read in found.disputes.items():
        dispute = read.field("dispute")
        value = public_dispute(dispute.value, withheld)
        if value is not None and is_within(value.handling, config.edition):
            cited = sorted({cite.article for side in value.positions for cite in side.cites} & bodies.keys())
            sides = {holder: countries[holder] for side in value.positions for holder in side.held_by if holder in countries}
            passages = {id: bodies[id] for id in cited}
            disputes[id] = memo.step(
                trace_dispute,
                id,
                dispute=value if withheld else dispute,
                bodies=passages,
                left_out=edition.hidden,
                countries=sides,
            )
    return disputes


def _group(found: Found, edition: Edition, contributed: dict[str, Result[Any]]) -> dict[str, tuple[Stored[Any], ...]]:
    """Subject -> what articles contribute to it, newest first; every public actor and every country with a file or a mention."""
    order = sorted(contributed, key=lambda id: (edition.cards[id].date, id), reverse=True)
    groups: dict[str, list[Stored[Any]]] = {id: [] for id in edition.actors}
    groups.update({code: [] for code, read in found.countries.items() if read.field("country").value.from_file})
    for id in order:
        for subject, part in contributed[id].entries("by_subject").items():
            if subject in edition.actors or subject in found.countries:
                groups.setdefault(subject, []).append(part)
    return {subject: tuple(parts) for subject, parts in sorted(groups.items())}


def _file_of(found: Found, subject: str) -> Result[Any]:
    return found.countries[subject] if subject in found.countries else found.actors[subject]
