"""Turns a sentence in which one entity acts upon another into a deed: who did what to whom, by a small closed vocabulary.

Only what the article itself tells as done: nothing inside anybody's words, denied, hoped for, asked about or hearsay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from generator.model import Mention, Quotation, Span, Value

LONGEST_GAP = 90  # code points between two names; more is more than a verb and a title

# After the root categories of CAMEO (Gerner, Schrodt, Yilmaz and Abu-Jabr, "Conflict and mediation event observations", 2002), in
# brackets, with those left out that name no other party. What is done, what is undergone, and the phrases that tell it.
_VOCABULARY = (
    ("met", "met", "met with|met|meets with|meets|held talks with|holds talks with|spoke with|speaks with|conferred with"),  # 04
    ("visited", "visited by", "visited|visits|arrived in|travelled to|flew to"),  # 04
    ("hosted", "hosted by", "hosted|hosts|received|welcomed|invited|invites"),  # 04
    ("asked", "asked by", "asked|asks|urged|urges|appealed to|appeals to|called on|calls on|implored|begged"),  # 02
    ("agreed with", "agreed with", "agreed with|agrees with|made peace with|signed an agreement with|signed a treaty with"),  # 05
    ("backed", "backed by", "backed|backs|supported|supports|endorsed|endorses"),  # 05
    ("thanked", "thanked by", "thanked|thanks"),  # 05: a courtesy takes no side
    ("praised", "praised by", "praised|praises|congratulated|congratulates"),  # 05
    ("aided", "aided by", "aided|aids|helped|helps|assisted|assists|trained|trains|armed|arms|funded|funds|rescued"),  # 07
    (
        "criticised",
        "criticised by",
        "criticised|criticises|criticized|condemned|condemns|denounced|accused|accuses|blamed|sued",
    ),  # 11
    ("rejected", "rejected by", "rejected|rejects|rebuffed|rebuffs|snubbed|overruled|contradicted|contradicts"),  # 12
    ("dismissed", "dismissed by", "dismissed|dismisses|sacked|sacks|ousted|ousts"),  # likewise
    ("appointed", "appointed by", "appointed|appoints|nominated|nominates"),  # none of CAMEO's, and half of politics
    ("warned", "warned by", "warned|warns|threatened|threatens|cautioned"),  # 13
    ("broke with", "broke with", "broke with|broke off relations with|expelled|expels"),  # 16
    ("put pressure on", "put under pressure by", "imposed sanctions on|imposes sanctions on|sanctioned"),  # 17
    ("arrested", "arrested by", "arrested|arrests|detained|detains"),  # 17
    (
        "attacked",
        "attacked by",
        "attacked|attacks|bombed|bombs|shelled|shells|invaded|invades|fought|raided|killed|shot",
    ),  # 18 to 20
)
_DONE = {phrase: (done, undergone) for done, undergone, phrases in _VOCABULARY for phrase in phrases.split("|")}
DONE_OF = {undergone: done for done, undergone, _ in _VOCABULARY}  # what the other party is said to have done
_PHRASE = "|".join(sorted(map(re.escape, _DONE), key=lambda phrase: (-len(phrase), phrase)))
_PARTICIPLE = "|".join(sorted({phrase for phrase in _DONE if phrase.endswith("ed") and " " not in phrase} | {"met", "shot"}))
_OFFICE = (
    r"(?:the|its|his|her|their|then|former|visiting|new|fellow|foreign|defence|defense|prime|deputy|vice|interior|finance|trade|"
    r"minister|ministers|president|chancellor|premier|leader|leaders|chief|secretary|general|commander|ambassador|envoy|king|"
    r"queen|counterpart|senator|governor|mayor|rebel|rebels|[A-Z][\w.’'-]*)"
)
_OFFICES = rf"(?:{_OFFICE}\s+)*"
_ADVERB = r"(?:(?:has|have|had|also|again|then|later|formally|publicly|openly|officially|twice|today|yesterday)\s+)*"
_ACTIVE = re.compile(rf"\s+{_ADVERB}(?P<phrase>{_PHRASE})\s+{_OFFICES}\Z")
_PASSIVE = re.compile(
    rf"\s+(?:was|were|is|are|has been|had been|have been)\s+{_ADVERB}(?P<phrase>{_PARTICIPLE})\s+by\s+{_OFFICES}\Z"
)
_TITLE_BETWEEN = re.compile(rf"(?:['’]s)?\s+{_OFFICES}\Z")
_SUBJECT_HERE = re.compile(rf"(?:\A|[,;:–—]\s+|\s--?\s+|\b(?:when|after|before|while|as|but)\s+)[\s\"“]*{_OFFICES}\Z")
_ENDED = re.compile(
    r"\s*(?:\Z|[.,;:)–—]|(?:in|on|at|to|for|from|over|about|of|and|that|during|after|before|as|by|last|this|again|when|while|because|"
    r"near|into|with|not|twice|today|yesterday|late|early|earlier|against|without|despite|under|outside|inside|whether|who)\b)"
)
_JOINT = re.compile(rf"(?: and|,? as well as)\s+{_OFFICES}\Z")
_NOT_TOLD_AS_DONE = re.compile(
    r"\?|\b(?:reportedly|allegedly|apparently|rumou?red|according to|claims? that|if|denie[sd]|deny)\b",
    re.IGNORECASE,
)


class Deed(Value, frozen=True, array_like=True):
    """Something that one entity did to another."""

    doer: str
    other: str
    done: str  # label on the doer's page
    undergone: str  # label on the other's page
    sentence: int  # number


def list_deeds(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Span], several: Iterable[int], quotations: Sequence[Quotation]
) -> list[Deed]:
    """Deeds told in sentences with `several` entities (numbers, rising), in order of position."""
    found: list[Deed] = []
    starts = [mention.start for mention in mentions]
    for number in several:
        sentence = sentences[number]
        first = bisect_right(starts, sentence.start - 1)
        last = bisect_right(starts, sentence.end - 1)
        for place in range(first, last - 1):
            found += _deeds(text, mentions[place:last], sentence, number, quotations)
    return found


def _deeds(text: str, mentions: Sequence[Mention], sentence: Span, number: int, quotations: Sequence[Quotation]) -> list[Deed]:
    """What the first of some mentions does to the one after it, or undergoes from it, and to those joined to that one."""
    subject, at = mentions[0], mentions[1].start
    gap = text[subject.end : at]
    if len(gap) > LONGEST_GAP or "," in gap:
        return []
    active = _ACTIVE.match(gap)
    told = active or _PASSIVE.match(gap)
    if told is None or not _SUBJECT_HERE.search(text[sentence.start : subject.start]):
        return []
    others = _joined(text, mentions[1:], sentence.end)
    other = others[0]
    verb = subject.end + told.start("phrase")
    inside = any(one.start <= verb < one.end for one in quotations)
    possessed = text[other.end : other.end + 2] in ("'s", "’s")
    if inside or possessed or other.strength == "demonym" or other.entity == subject.entity:
        return []
    if not _ENDED.match(text, other.end, sentence.end) or _NOT_TOLD_AS_DONE.search(text, sentence.start, sentence.end):
        return []
    pairs = [(subject, one) if active else (one, subject) for one in others if one.entity != subject.entity]
    return [Deed(doer.entity, sufferer.entity, *_DONE[told["phrase"]], number) for doer, sufferer in pairs]


def _joined(text: str, mentions: Sequence[Mention], end: int) -> list[Mention]:
    """The name that some mentions begin with, and those that "and" joins to it: "met Holm and the mayor, Lind, in Suva"."""
    found = [_head(text, mentions)]
    while following := [one for one in mentions if one.start >= found[-1].end]:
        joint = _JOINT.match(text, found[-1].end, following[0].start)
        other = _head(text, following)
        if joint is None or other.strength == "demonym" or not _ENDED.match(text, other.end, end):
            break
        found.append(other)
    return found


def _head(text: str, mentions: Sequence[Mention]) -> Mention:
    """The name that a run of names and titles ends with: "Arland's foreign minister Tor Holm" means Holm."""
    head = mentions[0]
    for mention in mentions[1:]:
        if not _TITLE_BETWEEN.match(text[head.end : mention.start]):
            break
        head = mention
    return head
