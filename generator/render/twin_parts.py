"""The parts that all machine-readable twins share: ranges, passages, cites, and how codes, dates and offsets are written.

One rule: a passage never travels without its offsets, so that anybody can hold it against the article.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from generator.model import Citation

Code = Annotated[str, Meta(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code.")]
Date = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="ISO 8601 date: a day, a month or a year.")]
Offset = Annotated[int, Meta(ge=0, description="Offset in Unicode code points of the article's text; ranges are half-open.")]
Version = Annotated[Literal[1], Meta(description="Version of this format.")]


class Twin(msgspec.Struct, frozen=True):
    """Base of all parts: keys in the order of declaration."""


class Range(Twin, frozen=True):
    """A half-open range of the article's text."""

    start: Offset
    end: Offset


class Passage(Twin, frozen=True):
    """A range of the article's text with its words."""

    start: Offset
    end: Offset
    text: Annotated[str, Meta(description="Equals text[start:end] of the article, character for character.")]


class Cite(Twin, frozen=True):
    """The passage that a line rests on."""

    article: Annotated[str, Meta(description="Id of the article.")]
    start: Offset
    end: Offset
    text: Annotated[str, Meta(description="Equals text[start:end] of that article, character for character.")]


def cite_parts(cites: tuple[Citation, ...]) -> tuple[Cite, ...]:
    """Citations as twins hold them."""
    return tuple(Cite(cite.article, cite.start, cite.end, cite.text) for cite in cites)
