"""Turns the text of a file into its fields and what follows them: front matter between two lines of three hyphens.

Only a first line that is exactly `---` opens front matter; what follows keeps its line numbers through `first_line`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.problems import Problem
from generator.read.decoding import control_warnings, locate
from generator.read.yaml_nodes import Document, read_yaml, unreadable

_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_OPENING = re.compile(r"---[ \t]*\n")


class Parted(NamedTuple):
    """A text in its two parts."""

    front: Document | None  # None: the file has no front matter
    rest: str
    first_line: int  # the file's line on which `rest` begins


def part_front_matter(path: str, text: str) -> tuple[Parted, tuple[Problem, ...]]:
    """Split a Markdown file; front matter that is opened and not closed is an error, and then the rest is empty."""
    opening = _OPENING.match(text)
    if opening is None:
        return Parted(None, text, 1), ()
    end = _END.search(text, opening.end())
    if end is None:
        message = "The front matter that begins here is not closed."
        problem = Problem(locate(path, text, 0), message, "a second line ---", "add a line --- after the last field")
        return Parted(unreadable(path), "", 1), (problem,)
    front = text[opening.end() : end.start()]
    document, problems = read_yaml(path, front, 2)
    if document.is_readable:
        problems = (*problems, *control_warnings(path, front, 2))
    return Parted(document, text[end.end() + 1 :], text.count("\n", 0, end.end()) + 2), problems
