"""Weighs the countries of one article: what it is about, and what it merely mentions.

Rule: each piece of evidence counts by where it stands and how plain it is; "about" needs a minimum and a share of the
strongest, or to be the strongest itself.
"""

from __future__ import annotations

import re

from generator.analyse.geography.currencies import currency_countries, is_before_money
from generator.analyse.geography.datelines import dateline_end
from generator.analyse.geography.settling import Settled, settle_toponyms
from generator.analyse.geography.toponyms import Toponym, find_toponyms
from generator.analyse.lexicon import NameSlice
from generator.analyse.mentions.matching import find_names, index_entries
from generator.model import Analysis, Body, CountryRole, Mention, Value

# Weights set by judgement, then confirmed one by one on Reuters stories of 1987, LGL, TR-News and CLIFF (23 November 2026): a
# half or a double of each changes the measured figures by less than 2 in a hundred, but for _FIRST and _MINIMUM.
_TITLE, _FIRST, _SECOND, _BODY = 3.0, 2.0, 1.5, 1.0  # headline, first paragraph, second, the rest
_DATELINE, _TAG = 3.0, 100.0
_STRENGTH = {"strong": 1.0, "override": 1.0, "demonym": 0.8}
_PLACE = {"located": 0.8, "public": 0.6, "plain": 0.6, "inside": 0.2}
_WEAK, _INSIDE, _ACTOR, _CURRENCY, _IN_PASSING = 0.6, 0.5, 0.4, 0.6, 0.3
_MINIMUM, _SHARE, _ALONE = 2.3, 0.3, 1.0
_REPEATED = 0.7  # each further mention counts less: ten mentions in one story are not ten times one
_Evidence = dict[str, list[float]]  # weights by country
# "A Soviet-style complex", "the ambassador to Iraq", "rallies inspired by Tunisia": no news of that country.
_OF_A_KIND = re.compile(r"-(?:born|built|era|made|speaking|style|type)\b")
_SENT_OR_MOVED = re.compile(
    r"\b(?:[Aa]mbassadors?|[Ee]nvoys?|[Cc]onsuls?) to (?:the )?\Z|\b[Ii]nspired by (?:[a-z]+ in )?(?:the )?\Z"
)


class _Paragraphs(Value, frozen=True, array_like=True):
    """Where the first paragraph and the second end."""

    first: int
    second: int

    def weight(self, at: int) -> float:
        """How much a piece of evidence counts for standing at this offset."""
        return _FIRST if at < self.first else _SECOND if at < self.second else _BODY


def locate(title: str, body: Body, analysis: Analysis, names: NameSlice) -> tuple[CountryRole, ...]:
    """Countries by role, then score (falling), then code; the desk's tags are always "about"."""
    text, paragraphs = body.prose.text, _paragraphs(body)
    dateline = dateline_end(text)
    toponyms = find_toponyms(text, names.places, analysis, dateline)
    mentions, rivals = _mentions(text, analysis, toponyms)
    evidence: _Evidence = {}
    _weigh_mentions(text, mentions, paragraphs, evidence)
    hints = _weigh_hints(text, analysis, toponyms, paragraphs, evidence)
    _weigh_actors(analysis, names, evidence)
    for code in currency_countries(text):
        evidence.setdefault(code, []).append(_CURRENCY)
    settled = settle_toponyms(toponyms, {code: _sum(weights) for code, weights in evidence.items()})
    places = {one.toponym.start for one in settled}
    standing = [mention for mention in rivals if mention.start not in places]
    _weigh_mentions(text, standing, paragraphs, evidence)
    for one in settled:
        if not one.toponym.within:  # else the region or the country after it counts
            evidence.setdefault(one.country, []).append(_PLACE[one.toponym.standing] * paragraphs.weight(one.toponym.start))
    _weigh_title(title, names, settled, evidence)
    mentions += standing
    located = body.dateline_country or _printed_dateline(dateline, mentions, hints, settled)
    if located:
        evidence.setdefault(located, []).append(_DATELINE)
    spoken = {mention.entity for mention in mentions}
    spoken |= {one.country for one in settled if one.toponym.standing != "inside"}
    return _roles(body, {code: _sum(weights) for code, weights in evidence.items()}, spoken)


def _paragraphs(body: Body) -> _Paragraphs:
    ends = [block.end for block in body.prose.blocks if block.kind == "paragraph"][:2]
    return _Paragraphs(ends[0], ends[-1]) if ends else _Paragraphs(0, 0)


def _mentions(text: str, analysis: Analysis, toponyms: list[Toponym]) -> tuple[list[Mention], list[Mention]]:
    """Mentions of countries outside toponyms, and those that are either a country or a place; the others are places or people."""
    inside = {at for toponym in toponyms for at in range(toponym.start, toponym.end)}
    contested = {toponym.start for toponym in toponyms if toponym.rival}
    countries = [mention for mention in analysis.mentions if mention.type == "country"]
    peoples = {mention.entity for mention in countries if mention.strength == "demonym"}
    # "Anna Jordan voted. Jordan said so": a surname that was introduced, unless the country's people are spoken of too.
    surnames = {one.name.rpartition(" ")[2] for one in analysis.unlinked if one.kind == "person"}
    if surnames:
        countries = [one for one in countries if one.entity in peoples or text[one.start : one.end] not in surnames]
    return (
        [mention for mention in countries if mention.start not in inside],
        [mention for mention in countries if mention.start in contested],
    )


def _weigh_mentions(text: str, mentions: list[Mention], paragraphs: _Paragraphs, evidence: _Evidence) -> None:
    """Names and demonyms; in passing they say little."""
    for mention in mentions:
        weight = _IN_PASSING if _is_in_passing(text, mention) else _STRENGTH.get(mention.strength, 1.0)
        evidence.setdefault(mention.entity, []).append(weight * paragraphs.weight(mention.start))


def _is_in_passing(text: str, mention: Mention) -> bool:
    """Whether a name says little of its country: before a currency ("U.S. dollars"), of a make, an envoy's post, a model."""
    kind = is_before_money(text, mention.end) or _OF_A_KIND.match(text, mention.end)
    return bool(kind or _SENT_OR_MOVED.search(text, max(0, mention.start - 30), mention.start))


def _weigh_hints(
    text: str, analysis: Analysis, toponyms: list[Toponym], paragraphs: _Paragraphs, evidence: _Evidence
) -> list[tuple[int, int, str]]:
    """Offices, institutions and the like that are neither a place of the gazetteer nor a person's name; they are returned."""
    spans = [(one.start, one.end) for one in toponyms]
    spans += [(one.start, one.end) for one in analysis.unlinked if one.kind == "person"]
    others = {at for start, end in spans for at in range(start, end)}
    hints = [hint for hint in analysis.hints if hint.start not in others and not text.endswith("New ", 0, hint.start)]
    for hint in hints:
        weight = (_WEAK if hint.kind == "weak" else _INSIDE) * paragraphs.weight(hint.start)
        evidence.setdefault(hint.country, []).append(weight)
    return [(hint.start, hint.end, hint.country) for hint in hints]


def _weigh_actors(analysis: Analysis, names: NameSlice, evidence: _Evidence) -> None:
    """Each linked actor speaks once for its countries, if it has few enough to mean something."""
    countries = {known.entity: known.countries for known in names.known}
    actors = dict.fromkeys(mention.entity for mention in analysis.mentions if mention.type == "actor")
    for actor in actors:
        for code in countries.get(actor, ()) if len(countries.get(actor, ())) <= 2 else ():
            evidence.setdefault(code, []).append(_ACTOR)


def _weigh_title(title: str, names: NameSlice, settled: list[Settled], evidence: _Evidence) -> None:
    """Countries of the headline; a name that stands for two is left out, and so is a place that the text does not confirm."""
    places = {one.toponym.key: one.country for one in settled if one.toponym.standing != "inside"}
    for found in find_names(title, index_entries((*names.entries, *names.places))):
        known = {one.entity: one.strength for one in reversed(found.entries) if one.strength in ("strong", "demonym", "weak")}
        place = places.get(" ".join(found.entries[0].words), "")
        if place:
            evidence.setdefault(place, []).append(_TITLE * _PLACE["plain"])
        elif len(known) == 1:
            [(entity, strength)] = known.items()
            if entity.isupper():
                evidence.setdefault(entity, []).append(_TITLE * (_WEAK if strength == "weak" else 1.0))


def _printed_dateline(end: int, mentions: list[Mention], hints: list[tuple[int, int, str]], settled: list[Settled]) -> str:
    """Country of the dateline that ends there: of the last place in it, which is the larger one."""
    found = [(mention.start, mention.entity) for mention in mentions if mention.end <= end]
    found += [(start, country) for start, stop, country in hints if stop <= end]
    found += [(one.toponym.start, one.country) for one in settled if one.toponym.end <= end]
    return max(found)[1] if found else ""


def _sum(weights: list[float]) -> float:
    """The strongest evidence whole, each further one less."""
    return sum(weight * _REPEATED**place for place, weight in enumerate(sorted(weights, reverse=True)))


def _roles(body: Body, scores: dict[str, float], spoken: set[str]) -> tuple[CountryRole, ...]:
    """What the article is about, and what else it names: `spoken`."""
    tagged = {tag for tag in body.tags if tag.isupper()}
    scores = {code: score for code, score in scores.items() if code not in body.not_linked}
    top = max(scores.values(), default=0.0)
    roles = [_role(code, scores.get(code, 0.0), top, code in tagged) for code in sorted({*scores, *tagged})]
    kept = [role for role in roles if role.role == "about" or role.code in spoken]
    return tuple(sorted(kept, key=lambda role: (role.role != "about", -role.score, role.code)))


def _role(code: str, score: float, top: float, tagged: bool) -> CountryRole:
    about = tagged or (score >= _MINIMUM and score >= top * _SHARE) or (score == top and score >= _ALONE)
    return CountryRole(code, "about" if about else "mentioned", round(score + (_TAG if tagged else 0.0), 2))
