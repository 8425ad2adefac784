"""What a page is told: mistakes as plain fields, and in a few words what an edit changed."""

from __future__ import annotations

from typing import Any

from generator import sheets, trace
from generator.ingredients import digest_of
from generator.problems import Problem, excerpt, plain
from generator.serve.workshop import State

Version = str | None
_COPIED = tuple(trace.name_of(function) for function in (sheets.copy_static, sheets.assets))
_MOST = 200  # problems that a page is told
_NAMED = 3  # subjects that the line about a change names


def problems_of(problems: tuple[Problem, ...]) -> list[dict[str, Any]]:
    """Mistakes with the source line and the caret's place, no character of which could steer a page."""
    told = []
    for problem in problems[:_MOST]:
        where = problem.location
        shown, caret = excerpt(plain(where.excerpt).replace("\t", " "), where.column) if where.excerpt else ("", 0)
        told.append(
            {
                "place": plain(where.path) + (f":{where.line}:{where.column}" if where.line else ""),
                "severity": problem.severity,
                "message": plain(problem.message),
                "excerpt": shown,
                "caret": caret,
                "expected": plain(problem.expected),
                "fix": plain(problem.fix),
            }
        )
    return told


def compare(before: State, now: State) -> dict[str, Any]:
    """Static files that are not what they were, and the key points that came and went."""
    old, new = static_files(before), static_files(now)
    assets = [path for path in sorted({**old, **new}) if old.get(path) != new.get(path)]
    return {"assets": assets, "note": _note(before, now)}


def static_files(state: State) -> dict[str, bytes]:
    """Path -> digest of the files that are copied as they are."""
    found = {}
    for path, place in state.built.wanted.items():
        if place.startswith(_COPIED):
            case = state.proofs.find(place).case
            own = case["data"] if "data" in case else case["files"]["static/" + path.removeprefix("assets/")]
            found[path] = digest_of(own)
    return found


def _note(before: State, now: State) -> str:
    """For instance "Iraq: 1 key point replaced"."""
    lines = []
    for subject, points in now.built.points.items():
        old = before.built.points.get(subject, ())
        if points == old:
            continue
        came, went = len(set(points) - set(old)), len(set(old) - set(points))
        if came or went:
            lines.append(f"{_name(now, subject)}: {_words(came, went)}")
    more = f" and {len(lines) - _NAMED} more" if len(lines) > _NAMED else ""
    return "; ".join(lines[:_NAMED]) + more


def _words(came: int, went: int) -> str:
    replaced = min(came, went)
    parts = [(replaced, "replaced"), (came - replaced, "added"), (went - replaced, "withdrawn")]
    said = [f"{count} {'key point ' if count == 1 else 'key points '}{what}" for count, what in parts if count]
    return ", ".join(said)


def _name(state: State, subject: str) -> str:
    """The subject's name as its page has it."""
    for function in (sheets.actor_files, sheets.country_files):
        section = state.proofs.sections[trace.name_of(function)]
        if subject in section.ids:
            return str(section.make(subject)["links"][subject].name)
    return subject
