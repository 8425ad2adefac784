"""Mistakes in content as values, and the one place that turns a mistake into `path:line:column: message`."""

from __future__ import annotations

import unicodedata

import msgspec

_CONTROL = {"Cc", "Cf", "Cs", "Zl", "Zp"}


class Location(msgspec.Struct, frozen=True, array_like=True):
    """Where in a user's file something stands; line and column are 1-based, 0 where the whole file is meant."""

    path: str
    line: int = 0
    column: int = 0
    excerpt: str = ""  # the source line


class Problem(msgspec.Struct, frozen=True, array_like=True):
    """A mistake in the user's files: what is wrong, what was expected, how to mend it."""

    location: Location
    message: str
    expected: str = ""
    fix: str = ""
    severity: str = "error"  # error | warning


def sort_problems(problems: list[Problem] | tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Order by path, line, column, message, and drop exact repetitions."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.location.path, p.location.line, p.location.column, p.severity, p.message)))


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those that stop a build."""
    return tuple(problem for problem in problems if problem.severity == "error")


def plain(text: str) -> str:
    """Replace control, format and bidi characters, so that no content can steer a terminal or a log."""
    return "".join("\ufffd" if unicodedata.category(ch) in _CONTROL and ch != "\t" else ch for ch in text)


def format_problem(problem: Problem) -> str:
    """Several lines: place and message, the source line with a caret, expectation, fix."""
    where = problem.location
    place = plain(where.path) + (f":{where.line}:{where.column}" if where.line else "")
    lines = [f"{place}: {problem.severity}: {plain(problem.message)}"]
    if where.excerpt:
        shown, caret = excerpt(plain(where.excerpt).replace("\t", " "), where.column)
        lines += [f"    {shown}", f"    {' ' * caret}^"]
    if problem.expected:
        lines.append(f"  expected: {plain(problem.expected)}")
    if problem.fix:
        lines.append(f"  fix: {plain(problem.fix)}")
    return "\n".join(lines)


def excerpt(line: str, column: int, width: int = 100) -> tuple[str, int]:
    """Cut a long line around the column; return it with the caret's offset."""
    caret = max(column - 1, 0)
    start = max(0, caret - width // 2) if len(line) > width else 0
    return line[start : start + width], caret - start
