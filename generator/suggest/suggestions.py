"""Turns the unlinked names of all articles into suggestions: a stub of an actor file, or an alias for an actor known already.

Rule: the most articles first, then the most mentions; a town or a region is no actor.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from generator.fold import fold, slug
from generator.model import Naming, Unlinked
from generator.suggest.likeness import ACRONYM, Likenesses

_PLAIN = re.compile(r"[^\W\d_](?:[\w ’.-]|(?<=\w)')*")
_NO_TEXT = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
_RESERVED = frozenset({"", "index"})
_EXAMPLES = 3


class Suggestion(msgspec.Struct, frozen=True):
    """A name that the desk could give a file, or to a file."""

    name: str
    kind: str  # person | organisation | unknown
    actor: str  # id of the actor, known or to be
    reason: str  # why it may be an alias; empty for a new actor
    mentions: int
    articles: int
    examples: tuple[str, ...]  # ids of articles
    path: str  # of the actor's file
    stub: str  # YAML for that file


class _Seen:
    """Where one name stands, over all articles."""

    def __init__(self) -> None:
        self.forms: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()

    def count(self, name: str, kind: str, article: str) -> None:
        """One mention."""
        self.forms[name] += 1
        self.kinds[kind] += 1
        self.articles[article] += 1

    def take(self, other: _Seen) -> None:
        """The mentions of a shorter form."""
        self.articles.update(other.articles)

    @property
    def kind(self) -> str:
        """A person anywhere is a person everywhere; else what most say."""
        if self.kinds["person"]:
            return "person"
        known = [kind for kind in ("organisation", "place") if self.kinds[kind]]
        return max(known, key=lambda kind: self.kinds[kind]) if known else "unknown"

    @property
    def name(self) -> str:
        """The form printed most; in doubt not the one in capitals."""
        return min(self.forms, key=lambda form: (form.isupper() and " " in form, -self.forms[form], form))


def suggest(
    unlinked: Mapping[str, tuple[Unlinked, ...]], namings: Iterable[Naming], paths: Mapping[str, str], places: frozenset[str]
) -> tuple[Suggestion, ...]:
    """New actors and aliases in one order; `paths` are the actors' files, `places` folded names of towns and regions."""
    known, fresh = Likenesses(), Likenesses()
    for naming in sorted(namings, key=lambda one: one.entity):
        for one in naming.names:
            if one.strength != "weak":
                known.add(naming.entity, naming.kind, one.text)
    aliases: list[Suggestion] = []
    actors: dict[str, tuple[_Seen, list[str]]] = {}
    for seen in _ranked(unlinked):
        name, kind = seen.name, seen.kind
        if kind == "place" or known.known(name) or (kind == "unknown" and fold(name) in places):
            continue
        actor, reason = known.find(name, kind)
        if actor:
            stub = f"aliases:\n  - {_alias(name, reason)}\n"
            path = paths.get(actor, f"content/actors/{actor}.yaml")
            aliases.append(_suggestion(seen, actor, reason, path, stub))
            continue
        same, _ = fresh.find(name, kind)
        if same:
            actors[same][1].append(name)
            continue
        actor = _id(name, {*paths, *actors})
        fresh.add(actor, kind, name)
        actors[actor] = (seen, [])
    new = [_suggestion(seen, id, "", f"content/actors/{id}.yaml", _stub(seen, more)) for id, (seen, more) in actors.items()]
    return tuple(sorted([*aliases, *new], key=lambda one: (-one.articles, -one.mentions, one.name)))


def _ranked(unlinked: Mapping[str, tuple[Unlinked, ...]]) -> list[_Seen]:
    """Names of all articles, those in most articles first; a surname alone belongs to the only full name that ends in it."""
    seen: dict[str, _Seen] = {}
    for article in sorted(unlinked):
        for one in unlinked[article]:
            name = " ".join(one.name.split())
            seen.setdefault(name.lower(), _Seen()).count(name, one.kind, article)
    full: dict[str, list[str]] = {}
    for key, entry in seen.items():
        if " " in key and entry.kind == "person":
            full.setdefault(key.rpartition(" ")[2], []).append(key)
    for key in [key for key, entry in seen.items() if entry.kind == "person" and len(full.get(key, ())) == 1]:
        seen[full[key][0]].take(seen.pop(key))
    return sorted(seen.values(), key=lambda one: (-len(one.articles), -one.articles.total(), one.name))


def _suggestion(seen: _Seen, actor: str, reason: str, path: str, stub: str) -> Suggestion:
    examples = sorted(seen.articles, key=lambda id: (-seen.articles[id], id))[:_EXAMPLES]
    count = seen.articles.total()
    return Suggestion(seen.name, seen.kind, actor, reason, count, len(seen.articles), tuple(examples), path, stub)


def _stub(seen: _Seen, more: list[str]) -> str:
    """A file that can be saved as it stands."""
    kind = "person" if seen.kind == "person" else "organisation"
    choice = "" if kind == "person" else "  # or institution, armed-group, coalition"
    choice = "  # or person, institution, armed-group, coalition" if seen.kind == "unknown" else choice
    aliases = "".join(f"  - {_scalar(name)}\n" for name in more)
    return f"name: {_scalar(seen.name)}\nkind: {kind}{choice}\n" + (f"aliases:\n{aliases}" if aliases else "")


def _alias(name: str, reason: str) -> str:
    return f"{{name: {_scalar(name)}, strength: short}}" if reason == ACRONYM else _scalar(name)


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT and text == text.strip()
    return text if plain else json.dumps(text, ensure_ascii=False)


def _id(name: str, taken: set[str]) -> str:
    base = slug(name)
    base = f"actor-{base}".strip("-") if base in _RESERVED else base
    number, id = 1, base
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    return id
