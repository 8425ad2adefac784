"""A report into words and plain fields, for the command line."""

from __future__ import annotations

from typing import Any

from generator.problems import Problem, errors
from generator.report import Report


def problem_json(problem: Problem) -> dict[str, Any]:
    """A mistake as plain fields."""
    where = problem.location
    return {
        "severity": problem.severity,
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "message": problem.message,
        "expected": problem.expected,
        "fix": problem.fix,
    }


def report_json(report: Report, took: float) -> dict[str, Any]:
    """A report as plain fields."""
    return {
        "published": report.published,
        "articles": report.articles,
        "pages": report.pages,
        "added": report.changes.added,
        "changed": report.changes.changed,
        "removed": report.changes.removed,
        "points_added": report.points_added,
        "points_removed": report.points_removed,
        "left_out": dict(report.left_out),
        "steps": report.ran,
        "seconds": round(took, 3),
    }


def refusal(report: Report) -> str:
    """Why nothing was published."""
    wrong = len(errors(report.problems))
    count = (
        f"{wrong} error{'s' * (wrong != 1)}" if wrong else f"{len(report.problems)} warnings, and warnings count as errors here"
    )
    return f"Nothing was published: {count}. The site is as it was."


def closing(report: Report, took: float, out: str) -> str:
    """What changed, what was held back, how long it took, where to look."""
    changes = report.changes
    touched = [path for path in (*changes.added, *changes.changed) if path.endswith(".html")]
    gone = [path for path in changes.removed if path.endswith(".html")]
    others = len(changes.added) + len(changes.changed) + len(changes.removed) - len(touched) - len(gone)
    parts = [_count(len(touched), "page")] if touched else []
    parts += [_count(len(gone), "page") + " removed"] if gone else []
    parts += [_count(others, "other file")] if others else []
    parts += [f"{_count(report.points_added, 'key point')} added"] if report.points_added else []
    parts += [f"{_count(report.points_removed, 'key point')} withdrawn"] if report.points_removed else []
    what = ", ".join(parts) or "Nothing changed"
    held = ", ".join(f"{count} {reason}" for reason, count in report.left_out)
    return f"{what}, {took:.2f} s." + (f" Left out: {held}." if held else "") + f" Look at {out}/index.html"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"
