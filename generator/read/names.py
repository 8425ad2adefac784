"""Turns the names in an actor's file into names with a strength: what links by itself, what only after a full name.

A plain alias is strong, but an acronym is short, and so is a person's last name, whether it is written as an alias or not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.fold import fold
from generator.model import Name

if TYPE_CHECKING:
    from generator.read.fields import ActorFields, AliasFields

# ISF, NZDF, G7, UN/OCHA, U.N.: capitals and digits, at least two capitals, no space.
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9][A-Z0-9.&/-]{1,11}")
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}  # after a last name, not one themselves
# Words that belong to the last name after them. Source: particles that English-language newspapers keep with a surname.
_JOINED = frozenset(
    re.split(" ", "abu af al av ben bin bint da das de del della den der di do dos du el ibn la le st ten ter van von zu zur")
)


def actor_names(fields: ActorFields) -> tuple[Name, ...]:
    """All names of an actor: the house name first, then aliases and the native name, then last names of persons."""
    person = fields.kind == "person"
    names = [Name(fields.name, "strong")]
    full = [fields.name]
    lasts = {fold(last) for last in _last_names(fields.name)} if person else set()
    for alias in fields.aliases:
        names.append(alias_name(alias, lasts))
        if names[-1].strength == "strong":
            full.append(alias.name)
    if fields.native_name:
        names.append(Name(fields.native_name.text, "strong", fields.native_name.language or ""))
        full.append(fields.native_name.text)
    if person:
        names += [Name(last, "short") for text in full for last in _last_names(text)]
    return tuple(dict.fromkeys(_first_of_each(names)))


def alias_name(alias: AliasFields, last_names: set[str]) -> Name:
    """One alias; unstated strength is short for an acronym and for the last name alone (`last_names` are folded)."""
    short = _ACRONYM.fullmatch(alias.name) is not None or fold(alias.name) in last_names
    return Name(
        alias.name, alias.strength or ("short" if short else "strong"), alias.language or "", alias.start or "", alias.end or ""
    )


def _last_names(name: str) -> list[str]:
    """The last name of a person by itself: with the particles before it, and without them."""
    words = name.split()
    while len(words) > 1 and words[-1].strip(".,").lower() in _SUFFIXES:
        words.pop()
    if len(words) < 2:
        return []
    start = len(words) - 1
    while start > 1 and words[start - 1].strip("'’").lower() in _JOINED:
        start -= 1
    last = " ".join(words[start:]).rstrip(",")
    bare = words[-1].rstrip(",")
    return [last] if last == bare else [last, bare]


def _first_of_each(names: list[Name]) -> list[Name]:
    """Without names that repeat an earlier one of the same days letter for letter: what the desk wrote stands first and wins."""
    kept: dict[tuple[str, str, str], Name] = {}
    for name in names:
        kept.setdefault((name.text, name.start, name.end), name)
    return list(kept.values())
