"""A report into words and plain fields, for the command line."""

from __future__ import annotations

from typing import Any

from generator.outputs import MANIFEST
from generator.problems import Problem, errors
from generator.report import PageChange, Report

MOST_LINES = 100  # of changed files on a terminal


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
        "points": {page: told_json(one) for page, one in sorted(report.moved.items())},
        "left_out": dict(report.left_out),
        "steps": report.ran,
        "seconds": round(took, 3),
    }


def told_json(change: PageChange) -> dict[str, Any]:
    """What became of one page's points, as plain fields."""
    return {"added": change.added, "replaced": change.replaced, "withdrawn": change.withdrawn, "because": change.because}


def listing(report: Report) -> list[str]:
    """Every file that the publication changed, added or removed, with what became of a page's points; nothing of a first site."""
    changes = report.changes
    signs = {**dict.fromkeys(changes.changed, "~"), **dict.fromkeys(changes.added, "+"), **dict.fromkeys(changes.removed, "-")}
    if not signs or len(changes.added) == len(signs) == report.files:
        return []
    paths = sorted({**signs, MANIFEST: "~"}, key=lambda path: (path not in report.moved, path))
    lines = [f"{signs.get(path, '~')} {path}{_points(report.moved.get(path))}" for path in paths[:MOST_LINES]]
    return lines + (
        [f"  and {_count(len(paths) - MOST_LINES, 'further file')}; --json names all"] if len(paths) > MOST_LINES else []
    )


def _points(change: PageChange | None) -> str:
    """What became of a page's points, and why."""
    if change is None:
        return ""
    parts = [f"+{_count(change.added, 'point')}"] if change.added else []
    parts += [f"{change.replaced} replaced"] if change.replaced else []
    parts += [f"{change.withdrawn} withdrawn"] if change.withdrawn else []
    parts += [f"because {', '.join(change.because)}"] if change.because else []
    return ": " + ", ".join(parts)


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
