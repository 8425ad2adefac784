"""Turns the running text of a file into prose, with the warnings and errors that concern it.

The text is normalised once, here; whatever offsets refer to is what comes out.
"""

from __future__ import annotations

from generator.model import Prose
from generator.problems import Location, Problem
from generator.read.decoding import control_warnings, locate, normalise


def read_plain_body(path: str, text: str) -> tuple[Prose, tuple[Problem, ...]]:
    """Prose of a plain text file."""
    from generator.read.prose import plain_prose  # its module brings the Markdown parser: only a build that reads texts pays

    return plain_prose(normalise(text)), control_warnings(path, text)


def read_markdown_body(path: str, text: str, first_line: int) -> tuple[Prose, tuple[Problem, ...]]:
    """Prose of Markdown that begins on a line of its file; empty with an error where it would take too long to parse."""
    from generator.read.prose import DEEPEST, markdown_prose, markdown_trouble  # brings the Markdown parser, see above

    trouble = markdown_trouble(text)
    if trouble is not None:
        where = locate(path, text, trouble[0], first_line)
        return Prose(), (Problem(where, trouble[1], "ordinary Markdown", "save the text as .txt, where brackets mean nothing"),)
    prose, deep = markdown_prose(normalise(text))
    problems = _control_warnings(path, text, prose.text, first_line)
    if deep >= 0:
        line = text.split("\n", deep + 1)[deep]
        message = f"Quotes and lists are nested more than {DEEPEST} levels deep here."
        return prose, (*problems, Problem(Location(path, deep + first_line, 1, line[:200]), message, "fewer levels"))
    return prose, problems


def _control_warnings(path: str, source: str, text: str, first_line: int) -> tuple[Problem, ...]:
    """Warn of control characters that stand in the file, or that came into the text as character references."""
    found = control_warnings(path, source, first_line)
    if found or "&" not in source:
        return found
    return tuple(
        Problem(Location(path), one.message, one.expected, one.fix, one.severity) for one in control_warnings(path, text)
    )
