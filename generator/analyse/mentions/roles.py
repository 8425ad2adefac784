"""Links an office to whoever held it on the article's date: "the Iraqi foreign minister".

Rule: the mention covers the office's words alone; a name beside the office, or a word such as "former", leaves it unlinked.
"""

from __future__ import annotations

import re

from generator.analyse.lexicon import Seat
from generator.fold import office_key
from generator.model import Ambiguity, Body, Mention

SEVERAL_HOLDERS = "the office changed hands around that date"
_AFTER = re.compile(r"(?:['’]s)?[^\S\n]+((?:[\w’'-]+[^\S\n]+){0,5}[\w’'-]+)")
_BEFORE = re.compile(r"((?:[\w’'-]+ ){1,6})(?:of|for) (?:the )?\Z")
_NOT_THEN = re.compile(
    r"\b(?:former|ex|deputy|acting|late|shadow|assistant|vice|incoming|outgoing|then|next|new|future|first|a|an|any|previous|another|caretaker|"
    r"interim|junior|would-be)[ -]+(?:\w+ )?(?:the )?\Z",
    re.IGNORECASE,
)
_NAME_NEXT = re.compile(r",[^\S\n]+([^\W\d_a-z][\w’'-]*)")
_TITLE_OF = re.compile(r"[^\S\n]+[\"“]?[^\W\d_a-z][\w’'-]*")
_NAME_LAST = re.compile(r"([^\W\d_a-z][\w’'-]+), (?:the |an? )?\Z")
_NOT_HOLDER_NEXT = re.compile(r"[ -](?:designate|elect|of|in waiting|candidate|for)\b")
_WORD = re.compile(r"[\w’'-]+")


def link_roles(body: Body, seats: tuple[Seat, ...], mentions: list[Mention]) -> tuple[list[Mention], list[Ambiguity]]:
    """Office mentions beside the countries and bodies already linked, and those whose holder is not certain."""
    if not seats or not body.date:
        return [], []
    roles: list[Mention] = []
    doubts: list[Ambiguity] = []
    by_owner: dict[str, dict[str, list[Seat]]] = {}
    for seat in seats:
        by_owner.setdefault(seat.of, {}).setdefault(seat.office, []).append(seat)
    entity_at_start = {mention.start: mention.entity for mention in mentions}
    entity_at_end = {mention.end: mention.entity for mention in mentions}
    for mention in mentions:
        offices = by_owner.get(mention.entity)
        place = _office_near(body.prose.text, mention, offices) if offices else None
        if not place or not offices:
            continue
        start, end, key = place
        holders = sorted({seat.entity for seat in offices[key] if _held(seat, body.date)} - set(body.not_linked))
        if _TITLE_OF.match(body.prose.text, end):
            continue
        named = _named_beside(body.prose.text, min(start, mention.start), max(end, mention.end), entity_at_start, entity_at_end)
        if not holders or any(entity not in holders for entity in named) or start in entity_at_start:
            continue
        if len(holders) == 1:
            roles.append(Mention(holders[0], "actor", start, end, "role"))
        elif not named:
            doubts.append(Ambiguity(start, end, tuple(holders), SEVERAL_HOLDERS))
    return roles, doubts


def _office_near(text: str, mention: Mention, offices: dict[str, list[Seat]]) -> tuple[int, int, str] | None:
    """The office's words after "Iraq's", "Iraqi", or before "of Iraq": (start, end, key)."""
    if _NOT_THEN.search(text, max(0, mention.start - 30), mention.start):
        return None
    return _office_after(text, mention.end, offices) or _office_before(text, mention.start, offices)


def _office_after(text: str, at: int, offices: dict[str, list[Seat]]) -> tuple[int, int, str] | None:
    match = _AFTER.match(text, at, at + 90)
    if not match:
        return None
    ends = [word.end() for word in _WORD.finditer(text, match.start(1), match.end(1))]
    for end in reversed(ends):
        key = office_key(text[match.start(1) : end])
        if key in offices:
            return None if _NOT_HOLDER_NEXT.match(text, end) else (match.start(1), end, key)
    return None


def _office_before(text: str, at: int, offices: dict[str, list[Seat]]) -> tuple[int, int, str] | None:
    match = _BEFORE.search(text, max(0, at - 70), at)
    if not match:
        return None
    end = match.end(1) - 1
    for word in _WORD.finditer(text, match.start(1), end):
        key = office_key(text[word.start() : end])
        if key in offices:
            return None if _NOT_THEN.search(text, max(0, word.start() - 30), word.start()) else (word.start(), end, key)
    return None


def _named_beside(text: str, start: int, end: int, at_start: dict[int, str], at_end: dict[int, str]) -> list[str]:
    """Who is named right beside the office: entities, or "" for a name that is not linked."""
    named: list[str] = []
    after = _NAME_NEXT.match(text, end, end + 40)
    if after:
        named.append(at_start.get(after.start(1), ""))
    before = _NAME_LAST.search(text, max(0, start - 40), start)
    if before:
        named.append(at_end.get(before.end(1), ""))
    return named


def _held(seat: Seat, date: str) -> bool:
    """Whether the seat may have been held on a day: months and years at either end count whole."""
    return date[: len(seat.start)] >= seat.start and (not seat.end or date[: len(seat.end)] <= seat.end)
