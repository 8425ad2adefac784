"""Turns the dates in a sentence into the one on which the sentence says something happened, if any does.

A date that tells until when, since when or of which thing, one inside quoted words, and one that the verb's tense contradicts
date no event. A wrong row is worse than a missing one: in doubt there is none.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from generator.brief.marks import QUOTED_WORDS
from generator.brief.subclauses import hangs_on_another_clause, is_one_of_two, is_only_foreseen
from generator.model import DateMention

# "extended to June 2019", "missing since Saturday", "the shooting of 14 March": a limit or a name, not a day on which.
_LIMIT = re.compile(
    r"\b(?:by|until|till|to|through|since|before|after|than|between|following|for|of)"
    r"(?: the)?(?: (?:end|start|beginning|middle) of)?(?: the)?(?: early| late| mid-?)?\s*\Z",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:morning|afternoon|evening|night|hours|end|start|beginning|middle|spring|summer|autumn|winter|half|quarter|part|day|days|"
    r"week|weeks|weekend|month|months)\s+of(?: the)?\s*\Z",
    re.IGNORECASE,
)
_LIMIT_OF_PART = re.compile(
    r"\b(?:by|until|till|before|since|through)(?: the)? (?:end|start|beginning|middle) of(?: the)?\s*\Z", re.IGNORECASE
)
_PLANNED_FOR = re.compile(r"\b(?:scheduled|planned|set|due|called|expected|announced) for(?: the)?(?: early| late| mid-?)?\s*\Z")
_ATTRIBUTE = re.compile(r"\b(?:the|a|an|its|his|her|their|our|each|every)\s\Z|['’]s\s\Z", re.IGNORECASE)
_OF_A_PERSON = ("'s", "’s")
_AHEAD = re.compile(r"\b(?:will|won['’]t|shall|going to|plans? to|(?:is|are)(?: due| set| likely| expected| scheduled)? to)\b")
# "agreed to meet in July" tells of an agreement, which was before.
_MEANT = re.compile(
    r"\b(?:agreed|promised|pledged|vowed|decided|invited|asked|urged|called on|demanded|hoped|wanted|offered|refused)\b"
    r".{0,80}\bto\b"
)
# "urged parliament to vote in October": in the one to come, and nobody has voted.
_ASKED = re.compile(
    r"\b(?:agreed|promised|pledged|vowed|decided|asked|urged|called on|hoped|wants?|wanted|told)\b(?:(?!\b(?:and|but)\b)[^,;])*?"
    r"\bto (?!the\b|an?\b)[a-z](?:(?!\b(?:and|but)\b)[^,;])*\Z"
)
_TOLD = re.compile(
    r"\b(?:said|says|told|announced|announces|reported|confirmed|warned|added|wrote|signalled|found|agreed|decided|ruled|voted)\b"
    r"[^,;.]{0,60}\Z"
)
# "a ceasefire signed in September", "Holm, who led the talks in 2027, said", "would have gone home in May": when something else
# was, or nothing.
_MADE = (
    r"(?:(?:a|an) (?:[\w-]+ ){1,3}|(?:[\w-]+ ){1,3}(?:accord|agreement|ceasefire|conference|constitution|contract|deal|decree|"
    r"elections?|law|letter|papers|plan|poll|report|resolution|study|summit|talks|treaty|truce|vote) )"
)
_ASIDE = re.compile(
    rf"\b(?:of|to|from|by|under|with|for|against|about|despite) {_MADE}(?:adopted|agreed|announced|approved|begun|brokered|built|"
    r"called|concluded|drafted|held|imposed|issued|launched|made|negotiated|passed|proposed|published|ratified|signed|struck|"
    r"written) "
    r"(?:by (?:[\w.’'-]+ ){1,4})?(?:(?:in|on|last|early|late) )*\Z"
    r"|\b(?:would|could|should|might)(?: not| never)? have\b"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TWO_DAYS = re.compile(rf"({_DAY})(?:,? and|,)(?: on)? {_DAY}\b")
_JUST_DONE = re.compile(
    r"\b(?:has|have) (?:now |today |formally |officially |finally )?(?:adopted|agreed|approved|arrested|begun|cancelled|closed|"
    r"declared|dismissed|dissolved|elected|ended|expelled|extended|launched|opened|ratified|recalled|rejected|resigned|signed|"
    r"suspended|withdrawn)\b"
)
_NOT_PLAINLY_DONE = re.compile(r"\b(?:said|says|told|according to|claims?|claimed|reportedly|allegedly|if|whether|not)\b")
_SURELY_THIS_MONTH = "04"  # day of a month from which on the news of a lead is of that month
_DESCRIBED = re.compile(r", (?:who|whom|whose|which|where)\b[^,]*\Z")
_NEXT_CLAUSE = re.compile(r"[,;]? (?:and|but|while|before|after)\s")
# Only where one of these stands right before a date can it be a limit or an attribute: to look for that alone is far cheaper.
_LEADS = """
    by until till to through since before after than between following for of the end start beginning middle early late mid
    a an its his her their our each every
"""
_LEADING = frozenset((*_LEADS.split(), "s"))
_LAST_WORD = re.compile(r"(\w+)\W*\Z")
_OLD_MONTHS = 10  # a month named without its year that lies so long back may as well be the one to come


def dates_of_events(sentence: str, start: int, dates: list[DateMention], published: str) -> list[DateMention]:
    """Those of a sentence's dates on which something can have happened; `start` is the sentence's own, `dates` in order."""
    fitting = [one for one in dates if _tells_when(sentence, one, start, published)]
    return [told for one in fitting if (told := _widened(sentence, one, start)) is not None]


def date_for(sentence: str, start: int, dates: list[DateMention], named_at: int) -> DateMention | None:
    """Which of its dates (in order) a sentence tells of a subject that is named at `named_at`, or -1 where it is only tagged.

    It is the first; for a subject that is named in a later clause than that the next one behind its name, if there is any.
    """
    first = dates[0] if dates else None
    if first and named_at > first.end and _NEXT_CLAUSE.search(sentence, first.end - start, named_at - start):
        return next((one for one in dates if one.start > named_at), first)
    return first


def month_of_news(lead: str, published: str) -> list[DateMention]:
    """When that happened which an article's first sentence tells as just done, "has extended": the month of publication.

    Nothing in the first days of a month, of which the news may not be, and nothing denied or told on somebody's word.
    """
    if len(published) < len("2020-05-01") or published[8:10] < _SURELY_THIS_MONTH:
        return []
    done = _JUST_DONE.search(lead)
    if done is None or _NOT_PLAINLY_DONE.search(lead) or _is_quoted(lead, done.start()):
        return []
    return [DateMention(0, 0, published[: len("2020-05")], "month")]


def looks_ahead(sentence: str) -> bool:
    """Whether a sentence tells of what is to come."""
    return _AHEAD.search(sentence) is not None


def _tells_when(sentence: str, mention: DateMention, start: int, published: str) -> bool:
    at, end = mention.start - start, mention.end - start
    before = sentence[max(0, at - 40) : at]
    if _is_led(before) and (_is_limit(before) or _ATTRIBUTE.search(before)):
        return False
    if sentence.startswith(_OF_A_PERSON, end) or _is_quoted(sentence, at):
        return False
    if _ASIDE.search(sentence, 0, at) or _only_describes(sentence, at, end, mention.precision):
        return False
    if hangs_on_another_clause(sentence, at, mention.precision) or is_one_of_two(sentence, at, end):
        return False
    first, last = _days(mention.value)
    if not published:
        return True
    if first > published[:10]:
        return _is_foretold(sentence, at)
    if mention.value == published[:4] and not any(letter.isdigit() for letter in sentence[at:end]):
        return False  # "the end of the year" of this very year
    asked = mention.precision != "year" and _ASKED.search(sentence, 0, at)
    if last < published[:10] and asked:
        return False
    if last < published[:10] and _AHEAD.search(sentence, 0, at) and not _TOLD.search(sentence, 0, at):
        return False
    return not _may_be_to_come(sentence[at:end], mention, published)


def _is_foretold(sentence: str, at: int) -> bool:
    """Whether a date to come is that of what the sentence says will happen."""
    if is_only_foreseen(sentence, at):
        return False
    return bool(_AHEAD.search(sentence, 0, at)) or not _MEANT.search(sentence, 0, at)


def _widened(sentence: str, mention: DateMention, start: int) -> DateMention | None:
    """A date, or its week where the next day may be meant as well: "on Monday and Tuesday"; nothing where that is another's."""
    both = _TWO_DAYS.match(sentence, mention.start - start)
    if mention.precision != "day" or both is None:
        return mention
    if both[1] == "Sunday":
        return None
    year, week, _ = date.fromisoformat(mention.value).isocalendar()
    return msgspec.structs.replace(mention, value=f"{year}-W{week:02d}", precision="week")


def _only_describes(sentence: str, at: int, end: int, precision: str) -> bool:
    """Whether a date stands in a clause with "who" that the sentence's own verb follows, or tells the year of one."""
    return (precision == "year" or sentence.find(",", end) >= 0) and _DESCRIBED.search(sentence, 0, at) is not None


def _is_led(before: str) -> bool:
    words = before.split()
    last = _LAST_WORD.search(words[-1]) if words else None  # "(from", "road—since", "Voss's"
    return last is not None and last[1].lower() in _LEADING


def _is_limit(before: str) -> bool:
    if not _LIMIT.search(before) or _PLANNED_FOR.search(before):
        return False
    return not _PART_OF.search(before) or bool(_LIMIT_OF_PART.search(before))


def _is_quoted(sentence: str, at: int) -> bool:
    marked = any(0 <= sentence.find(mark) < at for mark in "\"“„«‘'")
    return marked and any(match.start() < at < match.end() for match in QUOTED_WORDS.finditer(sentence))


def _may_be_to_come(words: str, mention: DateMention, published: str) -> bool:
    """Whether a month without its year was taken for one long past: "talks in May", in April."""
    if mention.precision != "month" or any(letter.isdigit() for letter in words) or " " in words:
        return False
    months = [int(day[:4]) * 12 + int(day[5:7]) for day in (published, mention.value) if len(day) >= len("2020-05")]
    return len(months) == len((published, mention.value)) and months[0] - months[1] >= _OLD_MONTHS


def first_day(value: str) -> str:
    """The first day of a value of any precision, as far as comparing needs it."""
    return _days(value)[0]


def last_day(value: str) -> str:
    """The last day of a value of any precision, as far as comparing needs it."""
    return _days(value)[1]


def _days(value: str) -> tuple[str, str]:
    """First and last day of a value of any precision, as far as comparing needs them."""
    year, _, rest = value.partition("-")
    if rest[:1] == "Q":
        month = 3 * int(rest[1:])
        return f"{year}-{month - 2:02d}", f"{year}-{month:02d}-31"
    if rest[:1] == "W":
        try:
            return (
                date.fromisocalendar(int(year), int(rest[1:]), 1).isoformat(),
                date.fromisocalendar(int(year), int(rest[1:]), 7).isoformat(),
            )
        except ValueError:
            return value, value
    if rest.count("-"):
        return value, value
    return value, f"{value}-31" if rest else f"{value}-12-31"
