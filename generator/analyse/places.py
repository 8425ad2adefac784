"""Weighs the countries of one article: what it is about, and what it merely mentions.

Rule: each piece of evidence counts by where it stands and how plain it is; "about" needs a minimum and a share of the strongest.
"""

from __future__ import annotations

import re

from generator.analyse.lexicon import NameSlice
from generator.analyse.mentions.matching import find_names, index_entries
from generator.model import Analysis, Body, CountryRole

# Weights set by judgement on invented cases, 2026-11-23; issue 3 tunes them on the measured sets.
_TITLE, _OPENING, _BODY = 3.0, 2.0, 1.0
_DATELINE, _TAG = 3.0, 100.0
_STRENGTH = {"strong": 1.0, "override": 1.0, "demonym": 0.8}
_WEAK, _INSIDE, _ACTOR = 0.6, 0.5, 0.4
_MINIMUM, _SHARE = 2.5, 0.2
_REPEATED = 0.7  # each further mention counts less: ten mentions in one story are not ten times one
_DATELINE_REACH = 40
_DATELINE_MARK = re.compile(r"[^.\n]{0,70}?(?:\((?:[A-Z][\w ]+)\)|[—–-]{1,2})\s")
_CAPITALS = re.compile(r"[A-Z][A-Z .'-]{2,}")


def locate(title: str, body: Body, analysis: Analysis, names: NameSlice) -> tuple[CountryRole, ...]:
    """Countries by role, then score (falling), then code; the desk's tags are always "about"."""
    evidence: dict[str, list[float]] = {}
    for code, weight in _in_title(title, body, names):
        evidence.setdefault(code, []).append(weight)
    _from_text(body, analysis, evidence)
    _from_actors(analysis, names, evidence)
    dateline = body.dateline_country or _printed_dateline(body.prose.text, analysis)
    if dateline:
        evidence.setdefault(dateline, []).append(_DATELINE)
    scores = {code: _sum(weights) for code, weights in evidence.items()}
    tagged = {tag for tag in body.tags if tag.isupper()}
    top = max(scores.values(), default=0.0)
    roles = [_role(code, scores.get(code, 0.0), top, code in tagged) for code in sorted({*scores, *tagged})]
    spoken = {mention.entity for mention in analysis.mentions if mention.type == "country"} | tagged
    kept = [role for role in roles if (role.role == "about" or role.code in spoken) and role.code not in body.not_linked]
    return tuple(sorted(kept, key=lambda role: (role.role != "about", -role.score, role.code)))


def _sum(weights: list[float]) -> float:
    """The strongest evidence whole, each further one less."""
    return sum(weight * _REPEATED**place for place, weight in enumerate(sorted(weights, reverse=True)))


def _role(code: str, score: float, top: float, tagged: bool) -> CountryRole:
    about = tagged or (score >= _MINIMUM and score >= top * _SHARE)
    return CountryRole(code, "about" if about else "mentioned", round(score + (_TAG if tagged else 0.0), 2))


def _in_title(title: str, body: Body, names: NameSlice) -> list[tuple[str, float]]:
    """Countries that the headline names; a name that stands for two is left out."""
    found: list[tuple[str, float]] = []
    for place in find_names(title, index_entries(names.entries)):
        entities = {entry.entity for entry in place.entries if entry.strength != "short"}
        if len(entities) == 1:
            entity = entities.pop()
            weak = all(entry.strength == "weak" for entry in place.entries)
            if entity.isupper() and entity not in body.not_linked:
                found.append((entity, _TITLE * (_WEAK if weak else 1.0)))
    return found


def _from_text(body: Body, analysis: Analysis, evidence: dict[str, list[float]]) -> None:
    opening = _opening_end(body)
    for mention in analysis.mentions:
        if mention.type == "country":
            weight = _STRENGTH.get(mention.strength, 1.0) * (_OPENING if mention.start < opening else _BODY)
            evidence.setdefault(mention.entity, []).append(weight)
    for hint in analysis.hints:
        weight = (_WEAK if hint.kind == "weak" else _INSIDE) * (_OPENING if hint.start < opening else _BODY)
        evidence.setdefault(hint.country, []).append(weight)


def _opening_end(body: Body) -> int:
    """End of the first two paragraphs."""
    paragraphs = [block for block in body.prose.blocks if block.kind == "paragraph"][:2]
    return paragraphs[-1].end if paragraphs else 0


def _from_actors(analysis: Analysis, names: NameSlice, evidence: dict[str, list[float]]) -> None:
    """Each linked actor speaks once for its countries, if it has few enough to mean something."""
    countries = {known.entity: known.countries for known in names.known}
    actors = dict.fromkeys(mention.entity for mention in analysis.mentions if mention.type == "actor")
    for actor in actors:
        for code in countries.get(actor, ()) if len(countries.get(actor, ())) <= 2 else ():
            evidence.setdefault(code, []).append(_ACTOR)


def _printed_dateline(text: str, analysis: Analysis) -> str:
    """Country of a place printed in capitals before a dash or an agency's name at the very beginning."""
    if not _CAPITALS.match(text) or not _DATELINE_MARK.match(text):
        return ""
    found = [(hint.start, hint.country) for hint in analysis.hints if hint.start < _DATELINE_REACH]
    found += [(m.start, m.entity) for m in analysis.mentions if m.type == "country" and m.start < _DATELINE_REACH]
    return min(found)[1] if found else ""
