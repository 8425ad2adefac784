"""Finds dates in a text and resolves them against the publication date: absolute, partial and relative.

Rule: a value is as precise as the words are; words that could be a number, a verb or a name are no date.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.analyse.vocabulary import table
from generator.model import DateMention

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[6-9]|20)\d\d"
_NUMBER = r"(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_UNIT = r"(?:day|week|month|year|quarter)"
# A bare month or year is one only after such a word; otherwise it may be a verb, a name or a number.
_BEFORE = ("in ", "since ", "until ", "by ", "early ", "late ", "mid-", "before ", "after ", "from ")
_BEFORE_MONTH = "|".join(f"(?<=[{word[0].upper()}{word[0]}]{word[1:]})" for word in (*_BEFORE, "of ", "to "))
_BEFORE_YEAR = "|".join(f"(?<=[{word[0].upper()}{word[0]}]{word[1:]})" for word in (*_BEFORE, "during ", "the ")) + r"|(?<=\()"
_PATTERN = re.compile(
    rf"\b(?:(?P<iso>(\d{{4}})-(\d\d)-(\d\d)\b)"
    rf"|(?P<daymonth>(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})(?:,? ({_YEAR})\b)?)"
    rf"|(?P<monthday>({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|,\d|\.\d)(?:,? ({_YEAR})\b)?)"
    rf"|(?P<monthyear>({_MONTH})(?: of|,)? ({_YEAR})\b)"
    rf"|(?P<month>(?=[A-Zlnt])(?:(last|next|this) |(?:{_BEFORE_MONTH}))({_MONTH})(?! \d))"
    rf"|(?P<weekday>(?:(last|next|this) )?({_DAY}))"
    rf"|(?P<near>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b"
    rf"|(?P<relative>(?:[Tt]he )?([Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Ff]ollowing|[Ss]ame) ({_UNIT})\b)"
    rf"|(?P<ago>(\d{{1,2}}|{_NUMBER}) ({_UNIT})s? (?:ago|earlier)\b)"
    rf"|(?P<year>(?=[12])(?:{_BEFORE_YEAR}){_YEAR}\b(?![\d,.]\d| (?:people|men|women|troops|dollars|soldiers|workers)|%|-\d))"
    rf")"
)
# The looks behind follow the first character, so that the search can skip to it.
_YEAR_STEM = re.compile(r"[12](?<=[ (-].)[06-9]\d\d\b")
_ISO_STEM = re.compile(r"-(?<=\d{4}-)\d\d-\d\d\b")
_MONTH_STEM = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_STEMS = ("day", "week", "month", "year", "quarter", "omorrow", "onight")
_MODIFIER = re.compile(
    r"\b(?:(?:[Tt]he )?(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Ff]ollowing|[Ss]ame)"
    rf"|{_NUMBER}|\d{{1,2}}(?:st|nd|rd|th|(?:st|nd|rd|th)? of)) \Z"
)
# The last two letters of those words: a look at them spares most searches.
_MODIFIER_ENDS = table("st xt is us ng me an ne wo ee ur ve ix en ht nd rd th of")
_FUTURE = re.compile(
    r"\b(?:will|would|shall|to be|due|scheduled|expected|plans?|planned|until|by|next|coming"
    r"|to (?:hold|meet|begin|start|vote|visit))\b"
)
_HALF_YEAR = 182  # days; a day this near is nearer than the same day of the year before or after
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


def find_dates(text: str, published: str) -> tuple[DateMention, ...]:
    """Dates in order of position; without a publication date (ISO) only those that name their year."""
    anchor = _as_date(published)
    found: list[DateMention] = []
    done = 0
    for at in _spots(text):
        match = _PATTERN.match(text, at) if at >= done else None
        if match:
            done = match.end()  # also of a day that no calendar has: its month is no date either
            resolved = _checked(text, match, anchor, found[-1] if found else None)
            if resolved:
                found.append(DateMention(match.start(), match.end(), *resolved))
    return tuple(found)


def _spots(text: str) -> list[int]:
    """Where a date can begin. A few plain searches cost a tenth of trying the whole pattern at every word."""
    spots = {match.start() for match in _YEAR_STEM.finditer(text)}
    spots.update([match.start() - 4 for match in _ISO_STEM.finditer(text)])
    for match in _MONTH_STEM.finditer(text):
        _add_spots(spots, text, match.start())
    for stem in _STEMS:
        at = text.find(stem)
        while at >= 0:
            start = at
            while start > 0 and start > at - 6 and text[start - 1].isalpha():
                start -= 1
            _add_spots(spots, text, start)
            at = text.find(stem, at + 1)
    return sorted(spots)


def _add_spots(spots: set[int], text: str, start: int) -> None:
    """Add where "last", "the following", "two", "12" or "12th of" before a word of time begins, else the word's own start."""
    if start > 1 and text[start - 1] == " ":
        ending = text[max(start - 3, 0) : start - 1].lower()
        if ending[-1].isdecimal():
            spots.add(start - 3 if ending[0].isdecimal() and start > 2 else start - 2)
        elif ending in _MODIFIER_ENDS or ending[-1] == "a":
            before = _MODIFIER.search(text, max(0, start - 15), start)
            if before:
                spots.add(before.start())
                if not text[before.start()].isdecimal():
                    return
    spots.add(start)


def _checked(text: str, match: re.Match[str], anchor: date | None, last: DateMention | None) -> tuple[str, str] | None:
    try:
        return _resolve(text, match, anchor, last)
    except (OverflowError, ValueError):  # beyond the calendar's first or last year
        return None


def _as_date(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _resolve(text: str, match: re.Match[str], anchor: date | None, last: DateMention | None) -> tuple[str, str] | None:
    """(value, precision) of one match."""
    kind = match.lastgroup or ""
    if kind == "year":
        return match.group(), "year"
    words = [part for part in match.groups()[match.re.groupindex[kind] :] if part]
    if kind == "iso":
        return _day(int(words[0]), int(words[1]), int(words[2]))
    if kind == "monthyear":
        return f"{words[1]}-{_month(words[0]):02d}", "month"
    if kind in ("daymonth", "monthday"):
        month, day = (words[1], words[0]) if kind == "daymonth" else (words[0], words[1])
        return _day_of_month(int(day), _month(month), words[2] if len(words) > 2 else "", anchor)
    if anchor is None:
        return None
    if kind == "month":
        return _bare_month(words, anchor, _future(text, match)), "month"
    if kind == "weekday":
        return _weekday(words, anchor, _future(text, match)), "day"
    if kind == "near":
        shift = {"y": -1, "o": 1}.get(match.group()[:3].lower().replace("tom", "o")[0], 0)
        return (anchor + timedelta(days=shift)).isoformat(), "day"
    if kind == "ago":
        return _shift(anchor, words[1], -(_NUMBERS.get(words[0].lower()) or int(words[0])))
    return _relative(match.group().lower(), anchor, last)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: int, month: int, day: int) -> tuple[str, str] | None:
    try:
        return date(year, month, day).isoformat(), "day"
    except ValueError:
        return None


def _day_of_month(day: int, month: int, year: str, anchor: date | None) -> tuple[str, str] | None:
    """Without a year: the one that brings the day nearest to the publication date."""
    if year:
        return _day(int(year), month, day)
    if anchor is None:
        return None
    found = _day(anchor.year, month, day)
    if found and abs((date.fromisoformat(found[0]) - anchor).days) < _HALF_YEAR:
        return found
    days = [date.fromisoformat(found[0]) for shift in (-1, 0, 1) if (found := _day(anchor.year + shift, month, day))]
    return (min(days, key=lambda one: (abs((one - anchor).days), one)).isoformat(), "day") if days else None


def _future(text: str, match: re.Match[str]) -> bool:
    """Whether the words before, back to the sentence's start, speak of what is to come."""
    before = text[max(0, match.start() - 70) : match.start()]
    return bool(_FUTURE.search(before.rsplit(". ", 1)[-1]))


def _bare_month(words: list[str], anchor: date, future: bool) -> str:
    month = _month(words[-1])
    year = anchor.year
    how = words[0].lower() if len(words) > 1 else ""
    if how == "next" or (future and how == ""):
        year += month < anchor.month or (month == anchor.month and how == "next")
    elif how != "this":
        year -= month > anchor.month or (month == anchor.month and how == "last")
    return f"{year}-{month:02d}"


def _weekday(words: list[str], anchor: date, future: bool) -> str:
    """The latest such day up to publication; the next one where the words look ahead."""
    how = words[0] if len(words) > 1 else ""
    back = (anchor.weekday() - _DAYS.index(words[-1][:3].lower())) % 7
    if how == "next" or (how in ("", "this") and future):
        ahead = 7 - back if back else (7 if how == "next" else 0)
        return (anchor + timedelta(days=ahead)).isoformat()
    return (anchor - timedelta(days=back or (7 if how == "last" else 0))).isoformat()


def _relative(words: str, anchor: date, last: DateMention | None) -> tuple[str, str] | None:
    """Count "last year" from publication, "the following year" from the date before it in the text."""
    how, unit = words.removeprefix("the ").split(" ")
    if how in ("previous", "following", "same"):
        base = _middle(last.value) if last else None
        return _shift(base, unit, {"previous": -1, "same": 0, "following": 1}[how]) if base else None
    if unit == "day":
        return None
    return _shift(anchor, unit, {"last": -1, "this": 0, "next": 1}[how])


def _middle(value: str) -> date | None:
    """A day inside a dated stretch."""
    try:
        return date.fromisoformat({4: f"{value}-07-01", 7: f"{value}-15"}.get(len(value), value))
    except ValueError:
        return None


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
