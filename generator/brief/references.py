"""Turns a sentence into whether it hangs, behind its first words, on something that is said elsewhere.

The opening is `guards`' matter. Here it is pronouns for which nobody and nothing was named before, a bare "then" or "there", a
connective at the end or between commas, a verb left out. In doubt a sentence is let pass only where something before the word
could be meant.
"""

from __future__ import annotations

import re

_SAID = (
    "said|says|say|added|adds|told|tells|wrote|writes|noted|warned|announced|explained|insisted|replied|stressed|recalled|"
    "argued|claimed|promised|declared|admitted|conceded|continued|concluded|asked|joked|shouted|stated|suggested|testified"
)
_SAYING = frozenset(_SAID.split("|"))
_WHEN = "on|in|at|during|after|before|through|by|to|from|yesterday|today|earlier|late|later|last|this"
# "The road was safe, he said": the speaker stands in another sentence, and words before the tag are hardly ever his name.
_TAG = re.compile(rf"[,”\"’'] (?:he|she|they)(?: also| later| then)? (?:{_SAID})(?=[.,;]|\s(?:{_WHEN})\b)")
_THING_TAG = re.compile(rf"[,”\"’'] it(?: also| later)? (?:{_SAID})(?=[.,;]|\s(?:{_WHEN})\b)")
_CLAUSE_FIRST = re.compile(
    r"\A\W*(?:When|While|After|Before|As|If|Although|Though|Because|Since|Once|Asked|Speaking|Having)\b.*?[A-Z]"
)
_NAMES_A_THING = re.compile(r"(?<=\w )[A-Z][\w’'-]+|\b(?:the|an?|its|this|that|our)\b|\A\W*(?:The|An?) ")
# "Most of them": the count belongs to the pronoun, and tells nobody apart whom it could mean.
_PART_OF = r"(?:(?:all|both|several|many|most|some|few|none|each|any|two|three|half) of )?"
_PLURAL = re.compile(rf"\b{_PART_OF}(?:they|them|their|theirs)\b")
_COLLECTIVES = (
    "army|band|board|cabinet|club|commission|committee|community|company|council|couple|court|crew|crowd|delegation|faction|family|"
    "firm|force|government|group|jury|majority|media|ministry|minority|navy|number|opposition|pair|parliament|party|population|"
    "press|public|side|staff|team|union"
)
_COUNTS = (
    "all|both|several|many|most|some|few|none|others|each|every|any|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|"
    "thousands|people|police|men|women|children|troops|everyone|everybody|anyone|anybody|someone|somebody|no one|nobody"
)
_NO_PLURAL = "is|was|has|his|its|this|as|us|does|says|yes|thus|perhaps|always|sometimes"
_SEVERAL = re.compile(
    rf"\b(?:and|{_COUNTS}|{_COLLECTIVES}|\d[\d,.]*|\w+s['’])\b"
    rf"|\b(?!(?:{_NO_PLURAL})\b)(?:[a-z][\w-]+|[Tt]he [A-Z]\w*)(?<!s)s\b(?!['’])"
    rf"|\A\W*(?:(?i:{_COUNTS})\b|[A-Z]\w+(?<!s)s\b(?!['’]))"
)
# "Voss told her that", "Holm, who spoke against it": one subject, verbs, and nothing else that the pronoun could mean (Binding
# Principle B: an object is not the subject of its own clause; Chomsky, "Lectures on government and binding", 1981).
_OBJECTS = (" it", " her", " him", " them")
_OBJECT_ENDS = re.compile(
    r"[.,;:!?]|\s(?:that|to|in|into|of|on|over|against|at|by|for|from|with|about|again|an?|aloud|as|away|back|down|home|last|off|"
    r"out|the|this|twice|up|when)\b"
)
PERSON = (
    "adviser|ambassador|captain|chairman|chairwoman|chief|co-leader|colleague|commander|counterpart|critic|deputy|director|founder|"
    "governor|head|judge|lawyer|leader|manager|mayor|minister|predecessor|president|rival|secretary|secretary-general|"
    "spokesman|spokesperson|spokeswoman|successor|treasurer"
)
_NAMES = r"\[?(?:[A-Z][\w.’'-]*\s+)*[A-Z][\w’'-]*\]?"  # in brackets: a completed pronoun
_APPOSED = rf", (?:(?:a|an|the|then|former)\s+)*(?:[\w’'-]+\s+){{0,2}}(?:{PERSON})(?: (?:of the|at the) (?:time|day))?,"
_FEW = (
    r"(?:(?:[Pp]erhaps|[Aa]bout|[Aa]round|[Aa]lmost|[Nn]early|[Rr]oughly|[Ss]ome|[Oo]nly|[Uu]p to|[Aa]t least|[Mm]ore than)\s+)*"
    r"(?:\d[\d,.]*|(?i:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|forty|several|many|dozens of|hundreds of))"
    r" [a-z]+"
)
_SUBJECT = rf"(?:(?:The )?{_NAMES}(?:{_APPOSED}(?: who)?|, who| and {_NAMES})?|{_FEW})\s"
_TIME = r"(?:(?:(?:Last|This) \w+|On \w+day(?: night)?|In [A-Z]\w+(?: \d{4})?|Yesterday|Today|Earlier|Later),? )?"
_ONE_SUBJECT = re.compile(rf"\A{_TIME}(?P<subject>{_SUBJECT})\s*(?:[a-z][a-z’']*\s+)+\Z")
_NOUN_MARK = re.compile(r"\b(?:the|an?|this|that|these|those|his|her|its|their|no|any|each|every|some|and|or|who|which)\b")
# "Holm, its spokesman, said", "Holm, who left its council": somebody is nobody's thing, and what has him stands elsewhere.
_BELONGS = re.compile(
    rf"\A{_NAMES}, (?:(?:its|their|his|her) (?:[\w’'-]+ ){{0,3}}(?:{PERSON})\b|who (?:[a-z]+ ){{1,2}}its\b)"
    rf"|\A{_FEW} (?:[a-z]+ ){{1,3}}its\b"
)
_AUXILIARIES = frozenset(
    (
        *("had", "has", "have", "did", "does", "do", "was", "were", "would", "will", "could", "should", "might", "must"),
        "to",
        *("hadn't", "hasn't", "haven't", "didn't", "doesn't", "don't", "wasn't", "weren't", "wouldn't", "won't", "couldn't"),
    )
)
# "denies that it did and blames others": what it did, the sentence before tells.
_DID = re.compile(r"\bthat (?:it|he|she|they) (?:did|do|does|had|has|was|were|will|would)(?: not)?(?= (?:and|but)\b|[,;])")
_REPEATED = re.compile(
    r"[,;:—–]|\b(?:as|than|what|whatever|how|where|which|whom|when|but|and|or|if|though|because|whether|so|neither|who|until|while)\b"
)
# "Holm did not rule one out": one of a kind that the sentence has not told yet.
_ONE = re.compile(
    r"\b(?:not|never|to|will|would|could|can|may|might|must|should|had|has|have) [a-z]+ one"
    r"(?: (?:out|up|off|down|in|on|too))?(?=[.,;]|\Z)"
)
_OF_A_KIND = re.compile(r"\b(?:an?|any|no|another|more|(?!(?:was|is|has|his|its|this|as)\b)[a-z]{2,}s)\b(?!['’])")
# "gave up four of its own": four of what, another sentence tells.
_OWN = re.compile(rf"\b(?:{_COUNTS}|\d+) of (?:its|their|his|her) own(?=[.,;]|\s(?:the|on|in|at|last|this|yesterday|and|to)\b)")
# "welcomed the idea", "will study the report": what somebody said or wrote, and no word of what it was.
_BARE_ACT = re.compile(
    r"\bthe (?:accusations?|allegations?|call|charges?|claims?|decision|demands?|findings?|idea|invitation|offer|plans?|"
    r"proposals?|questions?|reports?|requests?|suggestion)(?: again| too)?\W*\Z"
)
MOST_WORDS_OF_BARE_ACT = 9
# "Voss did so in May", "Holm made the same point": what she did, the sentence before tells.
_SAME = re.compile(
    rf"\A{_SUBJECT}(?:[a-z]+\s){{0,2}}?"
    r"(?:(?:did|does|do|done) (?:so|the same|likewise)|(?:made|make|said|says|say|told \w+) the same(?: point)?)"
    r"(?=[.,;]|\s(?:about|again|and|at|by|for|in|last|of|on|this|to|when|while|with)\b)"
)
# "Voss called that claim false": which one, if only she has been named.
_THAT_ACT = re.compile(
    r"\b(?:that|this) (?:accusation|account|allegation|charge|claim|criticism|decision|demand|figure|idea|offer|plan|proposal|"
    r"question|remark|report|request|statement|suggestion|version|view)\b"
)
# "Holm was one of the two", "Voss is the second": of which ones.
_OF_THE_TWO = re.compile(
    r"\bof the (?:two|three|four|five|six)\W*\Z|\b(?:is|was) the (?:first|second|third|fourth|last|other)\W*\Z"
)
_COUNTS_AT_THE_END = (" two", " three", " four", " five", " six", " first", " second", " third", " fourth", " last", " other")
_THEN = re.compile(rf"\b(?:{_SAID}|spoke|agreed)(?: [A-Z]?\w+)? (?:then|at th(?:e|at) time(?! of\b))\b")
# "was prime minister at the time": of what, the sentence before tells.
_AT_THE_TIME = re.compile(r"\A[^,;\d]*\bat th(?:e|at) time\W*\Z")
# "In recent months, the two companies funded": which two.
_THE_TWO = re.compile(
    r"\b[Tt]he (?:two|three|four|five|six|seven|eight|nine|ten) (?!(?:day|week|month|year|hour|minute)s?\b)(?:[a-z-]+ )?[a-z]+s\b"
    r"(?! (?:of|that|who|which|whose|from|in|on|at|with|they|he|she|it)\b)"
)
_FEWEST_NAMED = 2
_NAME = re.compile(
    r"(?<![\w’'])(?!(?:A|After|An|As|At|Before|By|During|For|From|If|In|Last|On|Since|The|This|When|While|With)\b)[A-Z]"
)
_THERE = re.compile(r"\bthere(?=[.,;!]|\s(?:for|to|with|in|on|and|from|since|when|last|next|this|by|as)\b)")
_PLACE = re.compile(
    r"\b(?:in|at|to|into|near|from|across|through|on|over|visit\w*|reach\w*|left|leav\w+|enter\w*|inside|outside|around)\b",
    re.IGNORECASE,
)
_HERE = re.compile(r"\bhere\b(?! and there)")
_JOINED_ON = re.compile(
    r", (?:by contrast|however|in turn|meanwhile|moreover|nevertheless|nonetheless|therefore|though|too)(?=[,:;.])"
)
_LAST_JOINTS = (" as well", " too", " either", " though", " however")
_CLOSING = " .!\"”’'"


def hangs_on_another(text: str) -> bool:
    """Whether a word behind the opening means somebody or something that the sentence has not named before it."""
    if (" he " in text or " she " in text or " they " in text) and _TAG.search(text) and not _CLAUSE_FIRST.match(text):
        return True
    if ('" it ' in text or ", it " in text or "” it " in text) and _without_thing(text):
        return True
    if " the" in text and (_without_several(text) or _without_place(text)):
        return True
    timed = "at the time" in text or "at that time" in text
    if (timed or " then" in text) and (_THEN.search(text) or (timed and _AT_THE_TIME.match(text))):
        return True
    if ("the t" in text or "the f" in text or "the s" in text) and _without_several_named(text):
        return True
    if " the " in text and text.count(" ") < MOST_WORDS_OF_BARE_ACT and _BARE_ACT.search(text):
        return True
    if " here" in text and _tells_of_here(text):
        return True
    if text.rstrip(_CLOSING).endswith(_COUNTS_AT_THE_END) and _without_several_before(text):
        return True
    if (" so" in text or " same" in text or " likewise" in text) and _SAME.match(text):
        return True
    if (" that " in text or " this " in text) and _without_act(text):
        return True
    return _without_object(text) or _without_owner(text) or _without_kind(text) or _without_verb(text)


def joins_on(text: str) -> bool:
    """Whether a connective at the end or between commas ties the sentence to another."""
    return text.rstrip(_CLOSING).endswith(_LAST_JOINTS) or bool(", " in text and _JOINED_ON.search(text))


def _without_thing(text: str) -> bool:
    tag = _THING_TAG.search(text)
    return tag is not None and not _NAMES_A_THING.search(text, 0, tag.start())


def _without_several(text: str) -> bool:
    if " they" not in text and " them" not in text and " their" not in text:
        return False
    pronoun = _PLURAL.search(text)
    if pronoun is None or _SEVERAL.search(text, 0, pronoun.start()):
        return False
    return not _introduces(text, pronoun.start())


def _introduces(text: str, place: int) -> bool:
    """Whether what a word in an introduction means may follow: "In their first talks, Voss and Holm agreed"."""
    comma = text.find(",")
    return place < comma and bool(_SEVERAL.search(text, comma))


def _without_object(text: str) -> bool:
    for pronoun in _OBJECTS:
        place = text.find(pronoun)
        if place >= 0 and _OBJECT_ENDS.match(text, place + len(pronoun)):
            before = text[: place + 1]
            return _is_subject_and_verbs(before)
    return False


def _is_subject_and_verbs(before: str) -> bool:
    """Whether nothing but one subject and verbs stands before a word, so that the word can mean nothing there."""
    found = _ONE_SUBJECT.match(before)
    return found is not None and not _NOUN_MARK.search(before, found.end("subject"))


def _without_several_before(text: str) -> bool:
    found = _OF_THE_TWO.search(text)
    return found is not None and not _SEVERAL.search(text, 0, found.start())


def _without_several_named(text: str) -> bool:
    found = _THE_TWO.search(text)
    if found is None:
        return False
    before = text[: found.start()]
    return " and " not in before and len(_NAME.findall(before)) < _FEWEST_NAMED


def _without_act(text: str) -> bool:
    act = _THAT_ACT.search(text)
    if act is None:
        return False
    before = text[: act.start()]
    return _is_subject_and_verbs(before) and before.split()[-1] not in _SAYING


def _without_owner(text: str) -> bool:
    owned = " its " in text or ", his " in text or ", her " in text or ", their " in text  # spares most the search
    return owned and _BELONGS.match(text) is not None


def _without_kind(text: str) -> bool:
    found = _ONE.search(text) if " one" in text else _OWN.search(text) if " own" in text else None
    return found is not None and not _OF_A_KIND.search(text, 0, found.start())


def _without_verb(text: str) -> bool:
    if " that " in text and _DID.search(text):
        return True
    rest, _, last = text.rstrip(_CLOSING).rpartition(" ")
    if last == "not":
        rest, _, last = rest.rpartition(" ")
    return last in _AUXILIARIES and not _REPEATED.search(rest)


def _without_place(text: str) -> bool:
    if " there" not in text:
        return False
    place = _THERE.search(text)
    return place is not None and not _PLACE.search(text, 0, place.start())


def _tells_of_here(text: str) -> bool:
    """Whether the writer, not somebody quoted, says "here": the place stands in the dateline, if anywhere."""
    found = _HERE.search(text)
    if found is None:
        return False
    before = text[: found.start()]
    return before.count('"') % 2 == 0 and before.count("“") <= before.count("”")
