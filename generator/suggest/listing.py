"""Suggestions as the lines that a user reads, and as objects for JSON lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from generator.suggest.disputes import DisputeSuggestion
from generator.suggest.suggestions import Suggestion


def choose(found: Iterable[Suggestion], limit: int, kind: str = "") -> tuple[tuple[Suggestion, ...], tuple[Suggestion, ...]]:
    """(new actors, aliases), at most `limit` of each."""
    fitting = [one for one in found if kind in ("", one.kind)]
    new = [one for one in fitting if not one.reason]
    aliases = [one for one in fitting if one.reason]
    return tuple(new[:limit]), tuple(aliases[:limit])


def listing(new: tuple[Suggestion, ...], aliases: tuple[Suggestion, ...]) -> list[str]:
    """A heading for each of the two lists, and for each name what is known of it and what to save where."""
    lines: list[str] = []
    if new:
        lines += ["Names that no file covers, in the most articles first:", ""]
        for one in new:
            lines += [f"{one.name} ({one.kind}): {_seen(one)}", f"  {one.path}", *_indented(one.stub), ""]
    if aliases:
        lines += ["Names that may be aliases of actors:", ""]
        for one in aliases:
            lines += [f"{one.name} -> {one.actor}: {one.reason}; {_seen(one)}", f"  {one.path}", *_indented(one.stub), ""]
    return lines[:-1] or ["Every name that stands in the articles is covered."]


def dispute_listing(found: tuple[DisputeSuggestion, ...]) -> list[str]:
    """For each likely contradiction the words of both sides and what to save where, if the desk finds that it is one."""
    lines = ["Accounts that may contradict each other; judge each before you save it:", ""] if found else []
    for one in found:
        lines += [f"{one.speakers[0]} against {one.speakers[1]}: {one.articles[0]}, {one.articles[1]}"]
        lines += [f"  {one.path}", *_indented(one.stub), ""]
    return lines[:-1]


def dispute_object(one: DisputeSuggestion) -> dict[str, Any]:
    """One likely contradiction as an object."""
    return {"suggest": "dispute", **msgspec.to_builtins(one)}


def as_object(one: Suggestion) -> dict[str, Any]:
    """One suggestion as an object."""
    return {"suggest": "alias" if one.reason else "actor", **msgspec.to_builtins(one)}


def _indented(stub: str) -> list[str]:
    return [f"    {line}" for line in stub.splitlines()]


def _seen(one: Suggestion) -> str:
    times = f"{one.mentions} mention{'s' * (one.mentions != 1)} in {one.articles} article{'s' * (one.articles != 1)}"
    return f"{times}, {', '.join(one.examples)}"
