"""Turns a sentence and what kind of entities it names into whether a pronoun can mean, and means for certain, one of them.

"Quill expelled its leader" hangs on another sentence, because Quill is somebody and no thing; which the words alone do not tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from generator.model import Mention

UNKNOWN: Mapping[str, str] = {}  # kinds, where nobody told them
_TITLES = re.compile(
    r"\A(?:(?:President|Vice|Prime|Deputy|Foreign|Defence|Interior|Finance|Minister|General|Colonel|Captain|Senator|Judge|Mr|Mrs|"
    r"Ms|Dr|Professor|Sir)\.? )*\Z"
)
_BEFORE_VERB = (
    "has|have|had|was|were|is|are|will|would|could|can|may|might|must|should|did|does|do|be|been|being|to|not|never|also|again|"
    r"soon|later|then|still|once|first|twice|\w+ly"
)
_AFTER_VERB = "about|against|at|by|for|from|in|into|of|off|on|out|over|to|up|with|through|under|behind"
# One verb: what stands between can then be nothing that the pronoun could mean instead.
_VERB_AND_PRONOUN = re.compile(
    rf"(?:,? who)? (?:(?:{_BEFORE_VERB}) )*[a-z]+ (?:(?:{_AFTER_VERB}) )?(?:(?P<of_a_thing>its)|his|her|him)\b"
)
# "Holm, who ran her campaign": Holm's own, or that of somebody who was named before.
_WHO_OWNS = re.compile(r"[A-Z][\w.’'-]*, who (?:(?!(?:his|her|its|their)\b)[a-z’'-]+ ){1,4}(?:his|her)\b")


def misses_antecedent(sentence: str, start: int, mentions: tuple[Mention, ...], kinds: Mapping[str, str]) -> bool:
    """Whether its subject, one of the mentions (in order), is a person and the first pronoun means a thing, or the reverse.

    `start` is the sentence's own, `kinds` tells of entities what they are. A sentence of any other make is let pass.
    """
    if not (" its " in sentence or " his " in sentence or " her " in sentence or " him" in sentence):
        return False
    number = bisect_left(mentions, start, key=_start)
    if number == len(mentions):
        return False
    subject = mentions[number]
    if subject.strength == "demonym" or not _TITLES.match(sentence[: subject.start - start]):
        return False
    found = _VERB_AND_PRONOUN.match(sentence, subject.end - start)
    kind = kinds.get(subject.entity)
    return found is not None and kind is not None and (found["of_a_thing"] is not None) is (kind == "person")


def leaves_owner_open(sentence: str, start: int, mentions: tuple[Mention, ...], kinds: Mapping[str, str]) -> bool:
    """Whether in a clause about somebody what is "his" or "hers" may be that of another person whom the article named before.

    Names do not tell "his" from "her", and no rule here guesses; men's and women's sentences are passed over alike.
    """
    if ", who " not in sentence or not (" his " in sentence or " her " in sentence):
        return False
    found = _WHO_OWNS.search(sentence)
    if found is None:
        return False
    owner = start + found.start()
    named = next((mention.entity for mention in mentions if mention.start <= owner < mention.end), "")
    return any(
        mention.start < owner and mention.entity != named and kinds.get(mention.entity) == "person" for mention in mentions
    )


def _start(mention: Mention) -> int:
    return mention.start
