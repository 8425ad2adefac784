"""Text and evidence: ranges, prose, and the citation that leads a line back to its passage."""

from __future__ import annotations

from generator.model.base import Value
from generator.problems import Location


class Span(Value, frozen=True, array_like=True):
    """A half-open range of code points."""

    start: int
    end: int


class Block(Value, frozen=True, array_like=True):
    """One block of prose; blocks follow each other in the text, separated by a blank line."""

    kind: str  # paragraph | heading | code | row (its cells are separated by one tab each)
    start: int
    end: int
    level: int = 0  # of a heading, 1 to 6; of a row, 1 in the table's head
    within: tuple[
        str, ...
    ] = ()  # containers, outermost first: "quote:1", "list:2", "ordered:3", "item:4", "table:5"; numbers are unique


class Inline(Value, frozen=True, array_like=True):
    """A stretch inside a block that is set differently; inlines nest and never cross each other."""

    kind: str  # emphasis | strong | code | link
    start: int
    end: int
    href: str = ""  # of a link: http, https, mailto or relative


class Prose(Value, frozen=True, array_like=True):
    """Text with its structure; markup is gone from `text`."""

    text: str = ""
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()


class Citation(Value, frozen=True, array_like=True):
    """The exact passage of a named article that a line rests on; `text` is the article's text at these offsets."""

    article: str
    start: int
    end: int
    text: str


class CiteRequest(Value, frozen=True, array_like=True):
    """A cite as a desk writes it: it must occur exactly once in the article's text to become a Citation."""

    article: str
    text: str
    location: Location
