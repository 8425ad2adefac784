"""Turns a sentence into whose voice speaks in it: the page tells a claim from a plain fact, whoever claims.

Nobody is found by this; it only keeps a sentence from passing for a plain fact where no speaker was found.
"""

from __future__ import annotations

import re

from generator.brief.marks import QUOTED_WORDS

_ATTRIBUTED = re.compile(
    r", (?:according to [^,;:]+|[^,;:]{2,80}? (?:said|says|say|told)"
    r"(?: [^,;:]{1,60})?)[.:]"
)
# Words that praise or damn in the writer's own voice, as editors' guides list them; "so-called" and "terrorist attack" are used
# by those, too, who take no side, and "Martyrs Brigade" is a name.
_TAKES_SIDES = re.compile(
    r"\b(?i:bandits|barbaric(?:ally)?|brave (?:defenders?|fighters?|men|people|soldiers?|sons|women)|cold-blooded|cowardly|"
    r"glorious(?:ly)?|henchm[ae]n|hero(?:es|ic|ically)|innocent (?:children|citizens|civilians|people|women)|martyrs?|"
    r"mercilessly|puppet (?:government|regime)|terrorists|traitors?|treacherous(?:ly)?)\b(?! [A-Z])"
)
_STEMS = (
    *("bandit", "barbar", "brave ", "cold-blood", "cowardly", "glorious", "henchm", "hero", "innocent", "martyr", "merciless"),
    *("puppet", "terrorist", "traitor", "treacher"),
)  # one of them stands in every such word; to look for these first costs an eighth


# "Claims an attack", "reportedly killing dozens": on the word of whoever it is.
_ON_A_WORD = re.compile(
    r"\b(?:allegedly|purportedly|reportedly|supposedly)\b"
    r"|\bclaim(?:s|ed|ing) (?:an?|credit|he|it|responsibility|she|that|the(?! li[fv]es?\b)|they|to|victory)\b"
)


def is_claim(text: str) -> bool:
    """Whether a sentence tells what it tells on somebody's word, or takes a side in its own."""
    return _ends_in_attribution(text) or takes_sides(text) or _is_on_a_word(text)


def takes_sides(text: str) -> bool:
    """Whether a sentence, outside the words that it quotes, praises or damns."""
    if not any(map(text.lower().__contains__, _STEMS)):
        return False
    return bool(_TAKES_SIDES.search(text)) and bool(_TAKES_SIDES.search(QUOTED_WORDS.sub(" ", text)))


def _is_on_a_word(text: str) -> bool:
    """Whether a sentence, outside the words that it quotes, leaves open whether it is so."""
    worded = "edly" in text or " claim" in text  # spares most the search
    return worded and _ON_A_WORD.search(QUOTED_WORDS.sub(" ", text)) is not None


def _ends_in_attribution(text: str) -> bool:
    """Whether a sentence tells what it tells on the word of somebody named behind it, as in "…, Voss told the council"."""
    worded = " said" in text or " say" in text or " told" in text or "according to" in text  # spares most the search
    return worded and _ATTRIBUTED.search(text) is not None
