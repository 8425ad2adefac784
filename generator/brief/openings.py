"""Turns the first words of a sentence into the fault that it opens by leaning on another sentence, if it does.

Told by words alone: a pronoun, a connective, an introduction that names nobody before its pronoun, a time that is later than
another, a part of something counted before.
"""

from __future__ import annotations

import re

from generator.brief.faults import PRONOUN
from generator.brief.marks import BEGINS_QUOTED
from generator.brief.references import PERSON

_LEAD = r"\A[\s\"“”„«»‘’'`(\[–—•*…-]*"
_PRONOUNS = (
    "he|she|it|they|him|them|his|her|hers|its|their|theirs|this|that|"
    "these|those|who|which|whose|whom|such|both|the former|the latter|the same"
)
_PERSONS = "i|we|you|my|our|your"
_CONNECTIVES = (
    "and|but|or|nor|so(?! far| long as)|yet|however|nevertheless|nonetheless|still|also|too|then|thus|hence|therefore|thereby|"
    "accordingly|consequently|meanwhile|meantime|moreover|furthermore|besides|additionally|similarly|likewise|instead(?! of)|"
    "rather(?! than)|otherwise|indeed|regardless(?! of)|afterward|afterwards|thereafter|later|earlier|again|anyway|as such|"
    "as a result(?! of)|as a consequence(?! of)|in addition(?! to)|in contrast(?! to)|by contrast|in turn|in fact|in other words|"
    "in that case|in the meantime|in response(?! to)|in short|in particular|on the other hand|on the one hand|on the contrary|"
    "at the same time|at that|at this|after that|after this|before that|because of that|because of this|"
    "despite that|despite this|even so|even then|for example|for instance|for that reason|for this|of course|that said|"
    "for his part|for her part|for its part|for their part|to that end|to this end|until then|since then|by then|"
    "what is more|with that|with this|under this|under that|given this|given that|other than that|not only that"
)
_OPENING = re.compile(
    rf"{_LEAD}(?:(?P<connective>{_CONNECTIVES})|(?P<pronoun>{_PRONOUNS})|(?P<person>{_PERSONS}))(?![\w-])",
    re.IGNORECASE,
)
_INTRODUCTIONS = (
    "in|on|at|by|last|next|yesterday|today|tonight|tomorrow|after|before|during|since|until|under|with|from|for|as|when|"
    "while|if|although|though|because|once|asked|speaking|told|despite|to|having|within|over|against|about"
)
_INTRODUCED = re.compile(
    rf"{_LEAD}(?:{_INTRODUCTIONS})\b(?P<between>[^.;:!?\"“”]{{0,90}}?)(?<!\w)(?P<pronoun>he|she|they|it)(?![\w-])",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    rf"\b(?:{PERSON}|man|men|woman|women|boy|girl|child|king|queen|officer|soldier|doctor|teacher|\w+(?:er|or|ist|ian))\b"
)
# "Asked about Holm, she repeated", "Carried down by Holm, it": whoever the participle is about is the pronoun, and no name in it.
_PARTICIPLE = re.compile(
    rf"{_LEAD}(?!(?:According|Concerning|During|Following|Including|Pending|Regarding)\b)[A-Z][a-z]+(?:ed|ing|aken|iven|ritten|orn|"
    r"own|ade|eld|ent|ept|ought|aught|old|eft|ut)\b[^.;:!?\"“”,]{0,90}, (?:he|she|they|it)(?![\w-])"
)
# "For Holm, that is awkward": what is, the sentence before tells.
_INTRODUCED_THIS = re.compile(
    rf"{_LEAD}(?:{_INTRODUCTIONS})\b(?:[^.;:!?\"“”]{{0,90}}?, that| \w+ this|[^.;:!?\"“”]{{0,90}}?, this) "
    r"(?:is|was|has|had|will|would|may|might|could|means|meant)\b",
    re.IGNORECASE,
)
# "In Arland she is wanted", "To Holm she wrote": where somebody is, and to whom he speaks, does not name him.
_LOCATED = re.compile(
    rf"{_LEAD}(?:In|At|On|Near|To|From|With|Against|For|About)(?: the)?(?: [A-Z][\w'’-]+){{1,3}}"
    rf"(?: (?:in|on|last|this) \w+){{0,2}},? (?:he|she|they)\b"
)
# "Within the hour it had been taken down": no hour is taken down.
_TIMED = re.compile(
    rf"{_LEAD}(?:Within|In|After|By|At|Before|During|On|Over)(?: the| an?| that| this)? (?:\w+ )?"
    r"(?:hours?|days?|weeks?|months?|years?|night|morning|afternoon|evening|weekend|end|time|moment|minutes?),? "
    r"(?:he|she|it|they)\b"
)
# "Reportedly, he", "So far in 2016, he", "One of his sons": neither an adverb nor a day nor a part names anybody.
_ADVERB_AND_PRONOUN = re.compile(
    rf"{_LEAD}(?:[A-Z][a-z]+ly|(?:So far|Early|Late|Earlier|Later)(?: in| on| that| this)?(?: \w+){{0,2}}),? (?:he|she|they)\b"
)
_PART_OF = re.compile(
    rf"{_LEAD}(?:One|Some|Most|Many|Part|All|Half|Several|Both|Two|Three|Four|None|Members?) of (?:his|her|its|their|them)\b"
)
# "The two will be tried", "The other is wheat": of whom it speaks, another sentence tells.
_COUNTED = re.compile(
    rf"{_LEAD}The (?:two|three|four|five|six|seven|eight|nine|ten|\d+|pair|trio|couple|rest|remainder|others?|first|second|third)"
    r"(?: others?| of them)?,? "
    r"(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|also|then|later|both|agreed|"
    r"discussed|met|said|say|says|signed|spoke|told)\b"
)
_UNITS = "hours?|days?|nights?|weeks?|months?|years?|decades?"
# "Eleven days earlier, Holm", "The next day Holm", "Neither side": than what, after what, and of whom another sentence tells.
_COMPARED = re.compile(
    rf"{_LEAD}(?:(?:[\w-]+ ){{0,3}}(?i:{_UNITS}) (?:earlier|later|afterwards?|before,|after,|on,)(?! than| in (?:the|his|her)\b)"
    rf"|The (?:next|following|previous|same) (?:{_UNITS}|morning|afternoon|evening),? (?!of\b)"
    r"|Neither (?:side|man|woman|party|country|government|of (?:them|the two)) (?!of\b))"
)
_COMPARING = frozenset(
    ("earlier", "later", "earlier,", "later,", "afterward,", "afterwards,", "afterward", "afterwards", "before,", "after,", "on,")
)
# "insisted that this would be the case": the demonstrative means the sentence before.
_REPORTED_THIS = re.compile(
    r"\b(?:that|said|says)[\s\"“]+(?:this|these|those)\s+"
    r"(?:is|was|are|were|will|would|could|can|may|might|must|should|has|had|have|does|did|means|meant)\b"
)
_FIRST_WORD = re.compile(rf"{_LEAD}([^\W_]+)")
_OPENINGS = [words.split(" ") for words in re.sub(r"\(\?![^)]*\)", "", f"{_PRONOUNS}|{_PERSONS}|{_CONNECTIVES}").split("|")]
_LEANING = frozenset(words[0] for words in _OPENINGS if len(words) == 1)
_LEANING_FIRST = frozenset(words[0] for words in _OPENINGS if len(words) > 1)
_LEANING_SECOND = frozenset(words[1] for words in _OPENINGS if len(words) > 1)
_INTRODUCING = frozenset(_INTRODUCTIONS.split("|"))
_CALENDAR = (
    "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May|June|July|August|September|October|November|December"
)
_NAME = re.compile(rf"(?<![\w.])(?!(?:{_CALENDAR})(?:day)?\b)[A-Z][\w'’-]+")
_ARTICLE = re.compile(r"\b(?:the|a|an|its|his|her|their|that|this|any|no|one|some|two|many|most)\b", re.IGNORECASE)


def opening_fault(text: str) -> str:
    """`pronoun` or `connective` where a sentence, by its first words or as a report of a bare "this", hangs on another."""
    first, second = _first_words(text)
    leaning = first in _LEANING or (first in _LEANING_FIRST and (second in _LEANING_SECOND or not second.isalnum()))
    match = _OPENING.match(text) if leaning else None
    if match:
        if match.lastgroup != "person":
            return match.lastgroup or ""
        return "" if BEGINS_QUOTED.match(text) else PRONOUN
    if " th" in text and ("this" in text or "these" in text or "those" in text) and _REPORTED_THIS.search(text):
        return PRONOUN
    if (", " in text and _PARTICIPLE.match(text)) or (first in _INTRODUCING and _INTRODUCED_THIS.match(text)):
        return PRONOUN
    if first in _INTRODUCING:
        return PRONOUN if _introduced_pronoun(text) else ""
    if (first == "the" and _COUNTED.match(text)) or (_may_compare(text, first) and _COMPARED.match(text)):
        return PRONOUN
    return PRONOUN if (second == "of" and _PART_OF.match(text)) or _ADVERB_AND_PRONOUN.match(text) else ""


def _may_compare(text: str, first: str) -> bool:
    """Whether a sentence may open with a time that hangs on another; spares most the search."""
    return first in ("the", "neither") or not _COMPARING.isdisjoint(text.split(" ", 5)[1:5])


def _first_words(text: str) -> tuple[str, str]:
    """The first word and, where it opens the text, what stands up to the next space; in small letters."""
    head, _, rest = text.partition(" ")
    if head.isalnum():  # as nearly always; spares the search
        return head.lower(), rest.partition(" ")[0].lower()
    opening = _FIRST_WORD.match(text)
    return opening.group(1).lower() if opening else "", ""


def _introduced_pronoun(text: str) -> bool:
    """Whether a pronoun is the sentence's subject after an introduction that names nobody: "In a speech, he said"."""
    match = _INTRODUCED.match(text)
    if not match:
        return False
    if _LOCATED.match(text) or _TIMED.match(text):
        return True
    between = match.group("between")
    if _NAME.search(between):
        return False
    if match.group("pronoun").lower() in ("he", "she") and not _SOMEBODY.search(between):
        return True  # "In a statement he": no statement is a man
    return between.rstrip().endswith(",") or (len(between.split()) <= 4 and not _ARTICLE.search(between))
