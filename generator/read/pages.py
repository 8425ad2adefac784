"""Turns a free page's Markdown into its title and prose; a first heading that is the title is not repeated."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.model import FreePage
from generator.problems import Problem
from generator.read.actors import read_described


def read_page(path: str, data: bytes) -> tuple[FreePage, tuple[Problem, ...]]:
    """One free page; its title is the field, else the first heading, else its slug. Reports every mistake."""
    # pydantic and its types take a fifth of a second to load: only a build that reads something pays.
    from generator.read.checking import check_fields
    from generator.read.fields import PageFields

    document, prose, problems = read_described(path, data)
    fields, wrong = check_fields(document, PageFields)
    slug = PurePosixPath(path).stem
    heading = next((block for block in prose.blocks if block.kind == "heading"), None)
    title = (fields.title if fields else None) or (prose.text[heading.start : heading.end] if heading else "")
    return FreePage(slug, title or slug.replace("-", " ").capitalize(), prose), (*problems, *wrong)
