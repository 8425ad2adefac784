"""Turns the words of one date into its value and precision: counted from publication, or from the date before it in the text.

Rule: a value is as precise as the words are. Without a publication date only words that name their year have a value.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.model import DateMention

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
YEAR = r"(?:1[6-9]|20)\d\d"
NUMBER = r"(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"
ORDINAL = r"(?i:first|second|third|fourth)"
UNIT = r"(?:day|week|month|year|quarter)"
_NUMBERS = {
    word: number
    for number, words in {
        1: "a an one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
        11: "eleven", 12: "twelve", 15: "fifteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty",
    }.items()
    for word in words.split()
}  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth")
# Words that speak of what is to come, before a date in its sentence.
_FUTURE = re.compile(
    r"\b(?:will|would|shall|(?<!appeared )(?<!seemed )(?<!used )to be|due(?! to)|scheduled|(?<!than )expected|expects?|plans?"
    r"|planned|coming|upcoming|set to|going to|likely to|(?:is|are) to|intends?|aims?|hopes?|hoping|forecast|deadline|ahead of"
    r"|anticipat(?:e|es|ing)|await(?:s|ing)?|postpone|postponing|delay|delaying|reschedule|rescheduling"
    r"|to (?:hold|meet|begin|start|vote|visit|deploy|open|close|end|leave|arrive|travel|send|return|run|launch|sign|join"
    r"|replace|expire|complete|finish|release|publish|decide|resume|build|expand|introduce|withdraw))\b"
)
_AHEAD = re.compile(
    r"\b(?:[Uu]ntil|[Tt]ill|[Bb]y|[Nn]ext)(?: (?:noon|midnight|midday|dawn|dusk|[\d:.]+ ?[ap]\.?m\.?)(?: on)?)?"
    r"(?: the)?(?: end of)?(?: early| late| mid-?)?[ \n-]\Z"
)
_FUTURE_AFTER = re.compile(r"[^.;\n]{0,50}?\b(?:will|(?:is|are) (?:to|due|expected|scheduled))\b")
_PAST = re.compile(
    r"\b(?<!be )(?<!been )(?<!have )(?:said|told|was|were|had|did|since|last|ago|met|came|went|left|took|gave|made|held|saw|won"
    r"|lost|fell|rose|began|became|sent|spoke|grew|ran|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
_SAID_THEN = re.compile(
    r"\b(?:said|told|announced|reported|confirmed|warned|added|wrote)(?: (?:late|early|earlier))?(?: on)?\s\Z"
)
_PART_OF_NAME = re.compile(r"[^\W\d_] \Z")  # Orla Today
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\"”])[.!?][\"”]?\s")
_NAMED_DAY = re.compile(r"\b(?:Black|Bloody|Super|Good|Ash|Palm|Holy|Easter|Shrove|[Ee]very|[Ee]ach|[Aa]ny)\s\Z")
_ENDED = re.compile(r"\bended(?: on)?\s\Z")  # the year ended 31 March
_RANGE = re.compile(rf"(?:[-–]| to | and ){MONTH} ({YEAR})\b")  # January-March 1987
_CLAUSE = re.compile(r"[ \n]\w")
_HALF_YEAR = 182  # days; a day this near is nearer than the same day of the year before or after
_NEAR_READING = 45  # days between publication and a date such as 10/05/89, whose day and month cannot be told apart
_PRECISIONS = ("day", "week", "month", "quarter", "year")
_Resolved = tuple[str, str] | None  # value and precision


def resolve(text: str, match: re.Match[str], anchor: date | None, last: DateMention | None) -> _Resolved:
    """Value and precision of a match; None where the words have none, or none in the calendar."""
    try:
        ended = anchor is not None and bool(_ENDED.search(text, max(0, match.start() - 9), match.start()))
        return _absolute(match, anchor, ended) or (_counted(text, match, anchor, last) if anchor else None)
    except (OverflowError, ValueError):  # beyond the calendar's first or last year, or no such day
        return None


def _words(match: re.Match[str]) -> list[str]:
    """The groups inside the one that matched."""
    return [part for part in match.groups()[match.re.groupindex[match.lastgroup or ""] :] if part]


def _absolute(match: re.Match[str], anchor: date | None, ended: bool) -> _Resolved:
    """Of words that name their year, or a day of a month; what has ended lies before publication."""
    kind = match.lastgroup
    if kind == "year":
        return match.group(), "year"
    words = _words(match)
    if kind == "iso":
        return date(int(words[0]), int(words[1]), int(words[2])).isoformat(), "day"
    if kind == "monthyear":
        return f"{words[1]}-{_month(words[0]):02d}", "month"
    if kind == "dashed":
        year = _full_year(words[2], anchor)
        return (date(year, _month(words[1]), int(words[0])).isoformat(), "day") if year else None
    if kind == "slashed":
        return _slashed([int(words[0]), int(words[1])], _full_year(words[2], anchor), anchor)
    if kind in ("daymonth", "monthday"):
        month, day = (words[1], words[0]) if kind == "daymonth" else (words[0], words[1])
        return _day_of_month(int(day), _month(month), words[2] if len(words) > 2 else "", anchor, ended)
    if kind == "ending" and words and words[0].isdecimal():
        return words[0], "year"
    if kind == "quarter" and len(words) > 1:
        return f"{words[1]}-Q{_ORDINALS.index(words[0].lower()) + 1}", "quarter"
    return None


def _counted(text: str, match: re.Match[str], anchor: date, last: DateMention | None) -> _Resolved:
    """Of words that count from publication, or from the date before them."""
    kind, words = match.lastgroup, _words(match)
    if kind == "month":
        return _bare_month(text, match, words, anchor), "month"
    if kind == "weekday":
        return _weekday(text, match, words, anchor, last)
    if kind == "near":
        if match.group() == "Today" and _PART_OF_NAME.search(text, max(0, match.start() - 2), match.start()):
            return None
        shift = {"yesterday": -1, "tomorrow": 1}.get(match.group().lower(), 0)
        return (anchor + timedelta(days=shift)).isoformat(), "day"
    if kind == "ago":
        return _ago(text, match, words, anchor, last)
    if kind == "beside":
        base = _base(last, words[0])
        return _shift(base, words[0], -1 if words[1] == "before" else 1) if base else None
    if kind == "ending":
        return _shift(anchor, words[0] if words else "year", 0)
    if kind == "quarter":
        number = _ORDINALS.index(words[0].lower())
        later = number * 3 + 1 > anchor.month
        return f"{anchor.year - (later and not _future(text, match))}-Q{number + 1}", "quarter"
    return _relative(match.group().lower(), anchor, last) if kind == "relative" else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _full_year(printed: str, anchor: date | None) -> int | None:
    """A year of two figures is the one nearest to publication."""
    if len(printed) == 4:
        return int(printed)
    if anchor is None:
        return None
    century = anchor.year - anchor.year % 100
    return min((century + shift + int(printed) for shift in (-100, 0, 100)), key=lambda year: abs(year - anchor.year))


def _slashed(parts: list[int], year: int | None, anchor: date | None) -> _Resolved:
    """Day and month in the only order that the calendar allows, or else the one that lies near publication."""
    if year is None:
        return None
    orders = [(month, day) for month, day in dict.fromkeys(((parts[0], parts[1]), (parts[1], parts[0]))) if month <= 12]
    days = [date(year, month, day) for month, day in orders]
    if len(days) > 1:
        days = [day for day in days if anchor and abs((day - anchor).days) <= _NEAR_READING]
    return (days[0].isoformat(), "day") if len(days) == 1 else None


def _day_of_month(day: int, month: int, year: str, anchor: date | None, ended: bool) -> _Resolved:
    """Without a year: the one that brings the day nearest to the publication date."""
    if year:
        return date(int(year), month, day).isoformat(), "day"
    if anchor is None:
        return None
    days = []
    for shift in (0, -1, 1):
        try:
            found = date(anchor.year + shift, month, day)
        except ValueError:  # 29 February
            continue
        if ended and found > anchor:
            continue
        if abs((found - anchor).days) < _HALF_YEAR:
            return found.isoformat(), "day"
        days.append(found)
    return (min(days, key=lambda one: (abs((one - anchor).days), one)).isoformat(), "day") if days else None


def _future(text: str, match: re.Match[str]) -> bool:
    """Whether the words of its sentence before a date, or its verb after it, speak of what is to come."""
    before = _before(text, match)
    if _SAID_THEN.search(before):
        return False
    ahead = list(_FUTURE.finditer(before))
    if ahead:
        return not _PAST.search(before, ahead[-1].end())  # "the vote planned for" looks ahead, "the plan that was told in" back
    if _AHEAD.search(before) and not _PAST.search(before):
        return True
    after = _FUTURE_AFTER.match(text, match.end(), match.end() + 70)
    return bool(after and not _PAST.search(after[0]) and not _PAST.search(before))


def _before(text: str, match: re.Match[str]) -> str:
    """What its sentence says before a date, as far as it matters."""
    return _SENTENCE_END.split(text[max(0, match.start() - 70) : match.start()])[-1]


def _told_as_past(text: str, match: re.Match[str]) -> bool:
    """Whether a verb of the past stands near, or the date opens a sentence: "In July, the board"."""
    before = _before(text, match)
    if _PAST.search(before) or (before.strip() == "In" and text.startswith(",", match.end())):
        return True
    return bool(_PAST.search(_SENTENCE_END.split(text[match.end() - 1 : match.end() + 40], 1)[0]))


def _bare_month(text: str, match: re.Match[str], words: list[str], anchor: date) -> str:
    """Past after a verb of the past, ahead where the words look ahead, else the nearest."""
    month, year = _month(words[-1]), anchor.year
    range_of_months = _RANGE.match(text, match.end())
    if range_of_months:
        return f"{range_of_months[1]}-{month:02d}"
    how = words[0].lower() if len(words) > 1 else ""
    if how == "next" or (not how and _future(text, match)):
        year += month < anchor.month or (month == anchor.month and how == "next")
    elif not how and not _told_as_past(text, match):
        year = anchor.year + ((anchor.month - month) > 5) - ((month - anchor.month) > 6)
    elif how != "this":
        year -= month > anchor.month or (month == anchor.month and how == "last")
    return f"{year}-{month:02d}"


def _weekday(text: str, match: re.Match[str], words: list[str], anchor: date, last: DateMention | None) -> _Resolved:
    """The latest such day up to publication; the next one where the words look ahead."""
    if _NAMED_DAY.search(text, max(0, match.start() - 8), match.start()):
        return None
    how = words[0].lower().split()[-1] if len(words) > 1 else ""
    number = _DAYS.index(words[-1][:3].lower())
    if how in ("previous", "following"):
        base = _base(last, "day")
        if base is None:
            return None
        gap = (number - base.weekday() - 1) % 7 + 1 if how == "following" else -((base.weekday() - number - 1) % 7 + 1)
        return (base + timedelta(days=gap)).isoformat(), "day"
    back = (anchor.weekday() - number) % 7
    if how == "next" or (how == "this" and back > 3) or (how in ("", "this") and _future(text, match)):
        ahead = 7 - back if back else (7 if how == "next" else 0)
        return (anchor + timedelta(days=ahead)).isoformat(), "day"
    return (anchor - timedelta(days=back or (7 if how == "last" else 0))).isoformat(), "day"


def _ago(text: str, match: re.Match[str], words: list[str], anchor: date, last: DateMention | None) -> _Resolved:
    """Count "ago" from publication, "later" from the date before, "earlier" from that date if it is of the same sentence.

    "A day before he left" counts from what follows, which has no date.
    """
    if words[2] == "before" and _CLAUSE.match(text, match.end()):
        return None
    count = _NUMBERS.get(words[0].lower()) or int(words[0])
    if words[2] == "ago":
        return _shift(anchor, words[1], -count)
    near = last is not None and ". " not in text[last.end : match.start()] and match.start() - last.end < 200
    base = _base(last, words[1]) if near or words[2] == "later" else None
    if base is None and words[2] == "earlier":
        base = anchor
    return _shift(base, words[1], count if words[2] == "later" else -count) if base else None


def _relative(words: str, anchor: date, last: DateMention | None) -> _Resolved:
    """Count "last year" from publication, "the following year" from the date before it in the text."""
    how, unit = words.split()[-2:]
    if how in ("previous", "following", "same", "prior") or (unit == "day" and words.startswith("the") and how == "next"):
        base = _base(last, unit)
        return _shift(base, unit, {"same": 0, "following": 1, "next": 1}.get(how, -1)) if base else None
    if unit == "day":
        return None
    return _shift(anchor, unit, {"last": -1, "next": 1, "coming": 1}.get(how, 0))


def _base(last: DateMention | None, unit: str) -> date | None:
    """A day inside the date before, if that is known at least as precisely as what is counted from it."""
    if last is None or _PRECISIONS.index(last.precision) > _PRECISIONS.index(unit):
        return None
    year, _, rest = last.value.partition("-")
    if rest[:1] == "W":
        return date.fromisocalendar(int(year), int(rest[1:]), 4)
    if rest[:1] == "Q":
        return date(int(year), int(rest[1:]) * 3 - 1, 15)
    return date.fromisoformat({4: f"{year}-07-01", 7: f"{last.value}-15"}.get(len(last.value), last.value))


def _shift(base: date, unit: str, by: int) -> tuple[str, str]:
    if unit == "day":
        return (base + timedelta(days=by)).isoformat(), "day"
    if unit == "week":
        week = (base + timedelta(weeks=by)).isocalendar()
        return f"{week.year}-W{week.week:02d}", "week"
    if unit == "year":
        return str(base.year + by), "year"
    span = 3 if unit == "quarter" else 1
    months = base.year * 12 + base.month - 1 + by * span
    year, month = divmod(months, 12)
    return (f"{year}-Q{month // 3 + 1}", "quarter") if unit == "quarter" else (f"{year}-{month + 1:02d}", "month")
