"""Links an acronym that the article itself explains: "Open Harbour Board (OHB)", and every "OHB" after it.

Rule: the letters in the brackets are the first letters of the linked name's words, with or without "of", "the", "and", "for".
"""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.analyse.lexicon import Known
from generator.model import Body, Mention

_BRACKETED = re.compile(r"\s\(([A-Z][A-Za-z&.-]{1,8})\)")
_ACRONYM = re.compile(r"(?<![\w.@/-])[A-Z][A-Za-z]{1,8}(?!\w)")
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]")
_SMALL = re.compile(r"\b(?:of|the|and|for|in|on|to|de|du|la)\b|['’]s\b")


def link_acronyms(body: Body, mentions: list[Mention], known: dict[str, Known]) -> list[Mention]:
    """Mentions by acronyms that follow a linked body's name in brackets, where nothing else is linked."""
    text = body.prose.text
    meant: dict[str, dict[str, int]] = {}  # entities by acronym, with where each is explained
    for mention in mentions:
        if mention.type != "actor" or not text.startswith(" (", mention.end) or known[mention.entity].kind == "person":
            continue
        match = _BRACKETED.match(text, mention.end, mention.end + 14)
        if match and _stands_for(match[1], text[mention.start : mention.end]):
            meant.setdefault(match[1], {}).setdefault(mention.entity, match.start(1))
    clear = {acronym: found for acronym, found in meant.items() if len(found) == 1}
    if not clear:
        return []
    taken = [(one.start, one.end) for one in mentions]
    taken = sorted([*taken, *((one.start, one.end) for one in body.mention_overrides)])
    starts = [start for start, _ in taken]
    found: list[Mention] = []
    for match in _ACRONYM.finditer(text):
        for entity, since in clear.get(match[0], {}).items():
            place = bisect_right(starts, match.start()) - 1
            if match.start() >= since and (place < 0 or taken[place][1] <= match.start()):
                found.append(Mention(entity, "actor", match.start(), match.end(), "short"))
    return found


def _stands_for(acronym: str, name: str) -> bool:
    letters = re.sub("[^A-Z]", "", acronym.upper())
    return letters in {"".join(_INITIAL.findall(form)).upper() for form in (name, _SMALL.sub("", name))}
