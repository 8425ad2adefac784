"""Turns a sentence into the reason why it cannot stand alone: five kinds of misleading extract, and headlines.

A passage is shown whole or not at all: hedges, negations and verbs of saying stay because no rule here ever shortens one.
In doubt a sentence is passed over; a page with fewer points is better than one that misleads.
"""

from __future__ import annotations

import re

from generator.brief.references import PERSON, hangs_on_another, joins_on

PRONOUN = "pronoun"  # opens with, or hangs on, a word that means somebody named elsewhere
CONNECTIVE = "connective"  # opens by leaning on the sentence before
QUOTATION = "quotation"  # begins or ends inside somebody's quoted words
ATTRIBUTION = "attribution"  # is somebody's quoted words without saying whose
HEADLINE = "headline"  # is no sentence: a headline, a caption, a list's announcement, a row of capitals
FRAGMENT = "fragment"  # is too short to tell anything by itself, or tells only that somebody had nothing to tell
QUESTION = "question"  # asserts nothing
CORRECTION = "correction"  # repeats what was printed before, mostly to take it back

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
_QUOTED_LEAD = re.compile(r"\A[\s(\[–—-]*(?:[\"“„«‘]|``|'(?=\w))")
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
    rf"{_LEAD}(?:In|At|On|Near|To|From|With|Against|For|About)(?: the)?(?: [A-Z][\w'’-]+){{1,3}},? (?:he|she|they)\b"
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
# "The two will be tried", "The three others follow", "The rest is wheat": of whom it speaks, another sentence tells.
_COUNTED = re.compile(
    rf"{_LEAD}The (?:two|three|four|five|six|seven|eight|nine|ten|\d+|pair|trio|couple|rest|remainder|others)"
    r"(?: others?| of them)?,? "
    r"(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|also|then|later|both|agreed|"
    r"discussed|met|said|say|says|signed|spoke|told)\b"
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
QUOTED_WORDS = re.compile(
    r"“[^“”]*”|\"[^\"]*\"|„[^“”]*[“”]|«[^«»]*»|``.*?''|(?<!\w)‘.*?’(?!\w)|(?<!\w)'[^']*(?:'\w[^']*)*'(?!\w)", re.DOTALL
)
_PRONOUN_SPOKE = re.compile(r"\A\W*(?:(?:he|she|it|they|we|i)\b|\w+\s+(?:he|she|it|they|we|i)\b)", re.IGNORECASE)
_CLOSING = " \t\n\"”’'»)]"
_ENDS = (".", "!", "?", "…")
_MARK = re.compile(r"[\"“”„«»]")
_TYPED_MARK = re.compile(r"[\"“”„«»]|``|''")  # as in tokenised texts
_SINGLE_OPEN = re.compile(r"(?<!\w)(?:‘|'(?!(?:s|d|m|t|ll|re|ve)(?!\w)))(?=\w)")  # tokenised texts set "the city 's" apart
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
FEWEST_WORDS = 4
MOST_WORDS_OF_NOTHING = 12
_NOTHING_TOLD = re.compile(
    r"\b(?:declined|refused) to (?:comment|say|answer|elaborate|be named)\b|\btook note\b"
    r"|\b(?:would|could|did|has|have|had) not (?:immediately |yet )?"
    r"(?:comment(?:ed)?|respond(?:ed)?|reply|replied|elaborated?|be(?:en)? reached|"
    r"answer(?:ed)? (?:\w+ )?(?:telephone|phone|calls?))\b"
    r"|\b(?:made|makes|had|has) no (?:further |immediate |public )?comment\b"
    r"|\b(?:said|says) nothing(?: in public| more| else| further| at all)?(?=[.,])"
    r"|\b(?:said|says) (?:that )?(?:he|she|they)(?: and \w+)? (?:dis)?agreed?\W*\Z"
    r"|\bneither\b.*\b(?:comment|respond|repli|answer)ed\b",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"Not (?:in|on|at|through|by|for|from|with|to|here|there)\b(?!.* (?:did|does|do|has|have|had|will|would|was|were|is)\b)"
)
# "On Monday this newspaper reported that forty tonnes …", and the next sentence: it was fourteen.
_PRINTED = re.compile(
    r"\b(?:this (?:newspaper|paper|magazine|website|site|agency|programme|article|story|report)"
    r"|(?:earlier|previous|original) (?:version|edition) of this (?:article|story|report))"
    r" (?:had |has )?(?:\w+ly )?(?:gave|identified|misidentified|misstated|named|reported|said|stated|wrote)\b"
    r"|\b(?:incorrectly|mistakenly|wrongly) (?:gave|identified|named|reported|said|stated|wrote)\b",
    re.IGNORECASE,
)
MOST_CHARACTERS = 700  # a longer "sentence" is a list or a table that no splitter understood


def quoted_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where words stand between double quotation marks, as (start, end) with the marks; in order, linear in the text.

    A mark that is never closed quotes to the end of its paragraph, as printers do in quotations of several paragraphs.
    """
    if not _has_marks(text):
        return ()
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n\n"):
        if _has_marks(paragraph):
            found += _quoted_in_paragraph(paragraph, start)
        start += len(paragraph) + 2
    return tuple(found)


def _quoted_in_paragraph(paragraph: str, offset: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened = -1
    for match in (_TYPED_MARK if "``" in paragraph else _MARK).finditer(paragraph):
        mark, place = match.group(), match.start()
        if mark in ("“", "„", "«", "``") or (mark == '"' and _opens(paragraph, place, opened)):
            opened = place if opened < 0 else opened
        elif opened >= 0:
            found.append((offset + opened, offset + match.end()))
            opened = -1
    if opened >= 0:
        found.append((offset + opened, offset + len(paragraph)))
    return found


def _has_marks(text: str) -> bool:
    """Whether any double quotation mark stands in a text; far cheaper than a pattern, and most sentences have none."""
    if '"' in text or "``" in text:
        return True
    return not text.isascii() and ("“" in text or "”" in text or "«" in text or "»" in text or "„" in text)


def _has_single_marks(text: str) -> bool:
    """Whether a single mark may open a quotation; apostrophes stand inside words and are none."""
    return "‘" in text or ("'" in text and (" '" in text or "('" in text or text[0] == "'"))


def _opens(text: str, place: int, opened: int) -> bool:
    """Whether a straight mark opens a quotation: by its neighbours, in doubt by whether one is open."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    opening_side = before.isspace() or before in "([—–-/"
    closing_side = after.isspace() or after in ".,;:!?)]—–"
    if opening_side != closing_side:
        return opening_side
    return opened < 0


def opening_fault(text: str) -> str:
    """`pronoun` or `connective` where a sentence, by its first words or as a report of a bare "this", hangs on another."""
    first, second = _first_words(text)
    leaning = first in _LEANING or (first in _LEANING_FIRST and (second in _LEANING_SECOND or not second.isalnum()))
    match = _OPENING.match(text) if leaning else None
    if match:
        if match.lastgroup != "person":
            return match.lastgroup or ""
        return "" if _QUOTED_LEAD.match(text) else PRONOUN
    if " th" in text and ("this" in text or "these" in text or "those" in text) and _REPORTED_THIS.search(text):
        return PRONOUN
    if (", " in text and _PARTICIPLE.match(text)) or (first in _INTRODUCING and _INTRODUCED_THIS.match(text)):
        return PRONOUN
    if first in _INTRODUCING:
        return PRONOUN if _introduced_pronoun(text) else ""
    if first == "the" and _COUNTED.match(text):
        return PRONOUN
    return PRONOUN if (second == "of" and _PART_OF.match(text)) or _ADVERB_AND_PRONOUN.match(text) else ""


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


def quotation_fault(text: str) -> str:
    """`quotation` where marks do not pair up; `attribution` or `pronoun` where quoted words lack a named speaker."""
    if not (_has_marks(text) or _has_single_marks(text)):
        return ""
    if not _balanced(text):
        return QUOTATION
    if not _QUOTED_LEAD.match(text):
        return ""
    outside = QUOTED_WORDS.sub(" ", text)
    if len(re.findall(r"\w+", outside)) < 2:
        return ATTRIBUTION
    return PRONOUN if _PRONOUN_SPOKE.match(outside) else ""


def _balanced(text: str) -> bool:
    low, high, closing = text.count("„"), text.count("“"), text.count("”")
    if (low != high + closing) if low else (high != closing):  # „so“ and „so” beside “so”
        return False
    if text.count('"') % 2 or text.count("«") != text.count("»") or text.count("``") != text.count("''"):
        return False
    return not _has_single_marks(text) or len(_SINGLE_OPEN.findall(text)) <= len(_SINGLE_CLOSE.findall(text))


def form_fault(text: str) -> str:
    """`headline` for what is no sentence, else empty."""
    ended = text[-1:] in _ENDS or text.rstrip(_CLOSING)[-1:] in _ENDS
    return "" if ended and len(text) <= MOST_CHARACTERS and "\n\n" not in text and not text.isupper() else HEADLINE


def substance_fault(text: str) -> str:
    """`question` for a sentence that asserts nothing, `correction`, `fragment` for one of very few words, else empty."""
    if "?" in text and text.rstrip(_CLOSING).endswith("?"):
        return QUESTION
    if ("his " in text or "ly " in text) and _PRINTED.search(text):
        return CORRECTION
    words = text.count(" ") + 1
    if text[:4] == "Not " and _NO_VERB.match(text):
        return FRAGMENT
    return FRAGMENT if words < FEWEST_WORDS or (words <= MOST_WORDS_OF_NOTHING and _NOTHING_TOLD.search(text)) else ""


def reference_fault(text: str) -> str:
    """`pronoun` or `connective` where a sentence, behind its first words, hangs on another."""
    if hangs_on_another(text):
        return PRONOUN
    return CONNECTIVE if joins_on(text) else ""


def sentence_fault(text: str) -> str:
    """Why a sentence cannot stand alone, by its own words; empty if it can."""
    return form_fault(text) or opening_fault(text) or quotation_fault(text) or reference_fault(text) or substance_fault(text)
