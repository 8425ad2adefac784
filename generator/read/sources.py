"""Turns a publisher's file into a Source; its id is the file's stem."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.model import Source
from generator.problems import Problem
from generator.read.actors import read_described


def read_source(path: str, data: bytes) -> tuple[Source, tuple[Problem, ...]]:
    """One publisher; named after its id where the name is missing or wrong. Reports every mistake."""
    # pydantic and its types take a fifth of a second to load: only a build that reads something pays.
    from generator.read.checking import check_fields
    from generator.read.fields import SourceFields

    document, _, problems = read_described(path, data)
    fields, wrong = check_fields(document, SourceFields)
    id = PurePosixPath(path).stem
    if fields is None:
        return Source(id, id), (*problems, *wrong)
    judged = fields.reliability
    source = Source(
        id=id,
        name=fields.name,
        kind=fields.kind or "",
        country=fields.country or "",
        language=fields.language or "",
        state_controlled=fields.state_controlled,
        owner=fields.owner or "",
        grade=judged.grade if judged else "",
        grade_reason=(judged.reason or "") if judged else "",
        grade_by=(judged.by or "") if judged else "",
        grade_date=(judged.date or "") if judged else "",
        url=fields.url or "",
    )
    return source, (*problems, *wrong)
