"""Links the names in a text to entities: strong names by themselves, short ones after a strong one, nobody in doubt.

Rule: an unlinked mention is better than a wrong one; what could be more than one entity, or is not certain, goes to the ledger.
"""

from __future__ import annotations

from generator.analyse.lexicon import Entry, Known, NameSlice
from generator.analyse.mentions.acronyms import link_acronyms
from generator.analyse.mentions.homonyms import judge_country, settle_homonyms
from generator.analyse.mentions.matching import Found, find_names, index_entries
from generator.analyse.mentions.roles import link_roles
from generator.analyse.mentions.surroundings import (
    acts_as_person,
    in_address,
    in_capitals,
    in_longer_name,
    is_month,
    may_be_month,
    starts_sentence,
)
from generator.analyse.vocabulary import COMMON_WORDS, FUNCTION_WORDS
from generator.model import Ambiguity, Body, Hint, Mention, Span, Value

TWO_CANDIDATES = "more than one is known by this name"
NOT_INTRODUCED = "a short name without the full name before it"
COMMON_WORD = "at the start of a sentence it may be the common word"
MONTH = "it may be the month"
WEAK = "a name too general to link by itself"


class Linked(Value, frozen=True, array_like=True):
    """What linking finds, each in order of position."""

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[Ambiguity, ...] = ()
    hints: tuple[Hint, ...] = ()


class _Context(Value, frozen=True):
    """What every decision looks at."""

    text: str
    body: Body
    sentences: tuple[Span, ...]
    sentence_starts: list[int]
    known: dict[str, Known]


def link_mentions(body: Body, names: NameSlice, sentences: tuple[Span, ...]) -> Linked:
    """Mentions of actors and countries; offices at the article's date; the ledger; hints to countries that are no mentions."""
    known = {one.entity: one for one in names.known}
    context = _Context(body.prose.text, body, sentences, [span.start for span in sentences], known)
    mentions = [
        _overridden(override.entity, override.start, override.end) for override in body.mention_overrides if override.entity
    ]
    doubts: list[Ambiguity] = []
    hints: list[Hint] = []
    introduced = dict.fromkeys(mention.entity for mention in mentions)
    for found in find_names(context.text, index_entries(names.entries)):
        if body.mention_overrides and any(o.start < found.end and found.start < o.end for o in body.mention_overrides):
            continue
        verdict = _decide(context, found, introduced, mentions[-1] if mentions else None)
        if isinstance(verdict, Mention):
            mentions.append(verdict)
            introduced[verdict.entity] = None
        elif isinstance(verdict, Hint):
            hints.append(verdict)
        elif verdict:
            doubts.append(verdict)
    mentions, unsettled = settle_homonyms(context.text, mentions, hints, body)
    roles, vacant = link_roles(body, names.seats, mentions)
    more = [*roles, *link_acronyms(body, mentions, known)]
    if more or body.mention_overrides:  # else they are in order as found
        mentions = sorted([*mentions, *more], key=lambda m: (m.start, m.end))
    return Linked(
        tuple(mentions),
        tuple(sorted([*doubts, *unsettled, *vacant], key=lambda a: (a.start, a.end))),
        tuple(hints),
    )


def _overridden(entity: str, start: int, end: int) -> Mention:
    return Mention(entity, "country" if entity.isupper() else "actor", start, end, "override")


def _decide(
    context: _Context, found: Found, introduced: dict[str, None], last: Mention | None
) -> Mention | Ambiguity | Hint | None:
    """What one place in the text means; None where it is certain that it names nobody we know."""
    if in_address(context.text, found.start, found.end):
        return None
    usable = [entry for entry in found.entries if _usable(entry, context.body)]
    clear = [entry for entry in usable if entry.strength in ("strong", "demonym")]
    clear += [entry for entry in usable if entry.strength == "short" and entry.entity in introduced]
    if not clear:
        return _unlinked(context, found, usable)
    entity, strength = clear[0].entity, clear[0].strength
    if len(clear) > 1:
        entities = _candidates(clear, context.body.tags, introduced)
        if len(entities) > 1:
            return _doubt(found, entities, TWO_CANDIDATES)
        entity = entities[0]
        strength = next(entry.strength for entry in clear if entry.entity == entity)
    if entity.isupper():
        return judge_country(
            context.text, found, Mention(entity, "country", found.start, found.end, strength), last, context.known
        )
    return _actor(context, found, Mention(entity, "actor", found.start, found.end, strength))


def _usable(entry: Entry, body: Body) -> bool:
    if entry.entity in body.not_linked:
        return False
    if body.date and (entry.start or entry.end):
        return entry.start <= body.date and (not entry.end or body.date[: len(entry.end)] <= entry.end)
    return True


def _candidates(clear: list[Entry], tags: tuple[str, ...], introduced: dict[str, None]) -> list[str]:
    """Entities in question; the desk's tag decides, and for a people's name the country that was named before."""
    entities = list(dict.fromkeys(entry.entity for entry in clear))
    if len(entities) == 1:
        return entities
    tagged = [entity for entity in entities if entity in tags]
    if len(tagged) == 1:
        return tagged
    if all(entry.strength == "demonym" for entry in clear):
        named = [entity for entity in entities if entity in introduced]
        if len(named) == 1:
            return named
    return sorted(entities)


def _unlinked(context: _Context, found: Found, usable: list[Entry]) -> Ambiguity | Hint | None:
    """A weak name hints; a short one without its full name is noted where its capital means something."""
    weak = sorted({entry.entity for entry in usable if entry.strength == "weak"})
    short = sorted({entry.entity for entry in usable if entry.strength == "short"})
    if weak and not short and all(entity.isupper() for entity in weak):
        return Hint(weak[0], found.start, found.end, "weak") if len(weak) == 1 else None
    if not usable or _no_name_here(context, found) or in_longer_name(context.text, found.start, found.end):
        return None
    if short and starts_sentence(context.text, found.start, context.sentences, context.sentence_starts):
        return None
    return _doubt(found, sorted({*weak, *short}), NOT_INTRODUCED if short else WEAK)


def _actor(context: _Context, found: Found, mention: Mention) -> Mention | Ambiguity | None:
    """A name of one word can be a common word, an acronym a function word, a surname somebody else's."""
    if len(found.entries[0].words) > 1:
        return mention
    if _no_name_here(context, found):
        return None
    if mention.strength != "short":
        return mention
    if context.known[mention.entity].kind == "person" and in_longer_name(context.text, found.start, found.end):
        return None
    word = found.entries[0].words[0]
    if is_month(context.text, found.start, found.end):
        return None
    if may_be_month(context.text, found.start, found.end):
        return _doubt(found, [mention.entity], MONTH)
    if word not in COMMON_WORDS or acts_as_person(context.text, word, found.end):
        return mention
    if starts_sentence(context.text, found.start, context.sentences, context.sentence_starts):
        return _doubt(found, [mention.entity], COMMON_WORD)
    return mention


def _no_name_here(context: _Context, found: Found) -> bool:
    """In a line of capitals, a word that is also a common one or a short name tells nothing."""
    word = found.entries[0].words[0]
    if len(found.entries[0].words) > 1 or not found.printed.isupper() or not in_capitals(context.text, found.start, found.end):
        return False
    return word in FUNCTION_WORDS or word in COMMON_WORDS or all(entry.strength == "short" for entry in found.entries)


def _doubt(found: Found, candidates: list[str], reason: str) -> Ambiguity:
    return Ambiguity(found.start, found.end, tuple(candidates), reason)
