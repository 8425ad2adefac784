"""Turns a dispute's file into its positions, each with the passages that show it; a dispute has at least two sides."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from generator.model import Dispute, Position, ReadDispute, Reference
from generator.problems import Problem
from generator.read.actors import read_described
from generator.read.notes import cite_references, read_cites

_COUNTRY = re.compile("[A-Z]{2}")


def read_dispute(path: str, data: bytes) -> tuple[ReadDispute, tuple[Problem, ...]]:
    """One dispute; without positions where question or positions are missing or wrong. Reports every mistake."""
    # pydantic and its types take a fifth of a second to load: only a build that reads something pays.
    from generator.read.checking import check_fields
    from generator.read.fields import DisputeFields

    document, _, problems = read_described(path, data)
    fields, wrong = check_fields(document, DisputeFields)
    id = PurePosixPath(path).stem
    if fields is None:
        return ReadDispute(Dispute(id, "", "report-vs-report", "open", ()), ()), (*problems, *wrong)
    positions = []
    references: list[Reference] = []
    for place, side in enumerate(fields.positions):
        where = ("positions", place)
        cites = read_cites(document, (*where, "cites"), side.cites)
        positions.append(Position(side.text, tuple(side.held_by), cites))
        references += cite_references(document, (*where, "cites"), side.cites)
        for index, holder in enumerate(side.held_by):
            kind = "country" if _COUNTRY.fullmatch(holder) else "actor"
            references.append(Reference(kind, holder, document.at((*where, "held_by", index))))
    dispute = Dispute(
        id=id,
        question=fields.question,
        kind=fields.kind,
        status=fields.status,
        positions=tuple(positions),
        would_settle=fields.would_settle or "",
        handling=fields.handling,
    )
    return ReadDispute(dispute, tuple(references)), (*problems, *wrong)
