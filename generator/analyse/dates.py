"""Finds dates in a text and resolves them against the publication date: absolute, partial and relative.

Rule: a value is as precise as the words are; words that could be a number, a verb or a name are no date.
"""

from __future__ import annotations

import re
from datetime import date

from generator.analyse.date_values import DAY, MONTH, NUMBER, ORDINAL, UNIT, YEAR, resolve
from generator.analyse.vocabulary import table
from generator.model import DateMention


def _behind(words: tuple[str, ...]) -> str:
    """Looks behind for one of these words, with or without a capital."""
    return "|".join(f"(?<=[{word[0].upper()}{word[0]}]{word[1:]})" for word in words)


def _wrapped(pattern: str) -> re.Pattern[str]:
    """A pattern in which a space, in a set of characters a tilde, stands for a line break as well."""
    return re.compile(pattern.replace(" ", "[ \n]").replace("~", " \n"))


# A bare month that could be a verb or a name, or a bare year, is one only after such a word.
_BEFORE = (
    "in ",
    "since ",
    "until ",
    "till ",
    "by ",
    "early ",
    "late ",
    "mid-",
    "before ",
    "after ",
    "from ",
    "during ",
    "through ",
)
_BEFORE_MONTH = _behind((*_BEFORE, "of ", "to ", "around ", "between "))
_BEFORE_YEAR = _behind((*_BEFORE, "the ", "fiscal ", "year ", "between ", "spring ", "summer ", "autumn ", "winter "))
# After these a number is as likely: no noun in the plural may follow.
_BEFORE_EITHER = _behind(("of ", "for ", "to ", "than ", "its ", "his ", "her ", "their ", "our "))
_AFTER_YEAR = r"(?<=[12][089]\d\d and )|(?<=[12][089]\d\d or )|(?<=[12][089]\d\d to )|(?<=[12][089]\d\d, )|(?<=[12][089]\d\d-)"
_PLAIN_MONTH = "(?:January|February|July|August|September|October|November|December)"
_NAMED_MONTH = "(?:April|June)"
_COUNTED = (
    r"(?![\d,.:/]\d|[%:]|-\d|-(?:strong|member|page|foot|metre|meter|mile|year)"
    r"| (?:people|men|women|children|troops|dollars|soldiers|workers|police|dead|wounded|refugees|civilians|metres|meters"
    r"|miles|km|kilometres|kilometers|feet|tonnes|tons|pounds|euros|hours|hrs|gmt|GMT|EST|EDT|percent|per cent|pct)\b)"
)
_NO_PLURAL = r"(?! (?!was|is|as|has|its|his|this|versus|elections|sales|results|earnings|figures|levels|games|taxes)[a-z]{2,}s\b)"
_PATTERN = _wrapped(
    rf"\b(?:(?P<iso>(\d{{4}})-(\d\d)-(\d\d)(?!\d))"
    rf"|(?P<slashed>(\d\d?)/(\d\d?)/(\d{{4}}|\d\d)\b(?!/))"
    rf"|(?P<dashed>(\d\d?)-([A-Za-z]{{3}})-(\d{{4}}|\d\d)\b)"
    rf"|(?P<daymonth>(?:{DAY},? )?(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH})(?:,? ({YEAR})\b)?)"
    rf"|(?P<monthday>(?:{DAY},? )?({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|,\d|\.\d)(?:,? ({YEAR})\b)?)"
    rf"|(?P<monthyear>({MONTH})(?: of|,)? ({YEAR})\b)"
    rf"|(?P<month>(?:((?i:last|next|this)) |(?:{_BEFORE_MONTH})|(?={_PLAIN_MONTH}\b)|(?={_NAMED_MONTH}\b(?! [A-Z])))"
    rf"({MONTH})(?![a-z]| \d))"
    rf"|(?P<weekday>(?:((?i:last|next|this|(?:the )?(?:previous|following))) )?({DAY})"
    rf"(?![a-z]| (?:Times|Telegraph|Express|Mirror|Mail|Herald)))"
    rf"|(?P<near>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b"
    rf"|(?P<quarter>(?:the )?({ORDINAL})[-~]quarter\b(?:(?: of)?(?: fiscal)? ({YEAR})\b)?)"
    rf"|(?P<ending>the end of the (year|month)\b|year-end(?: ({YEAR}))?\b)"
    rf"|(?P<relative>(?:[Tt]he )?([Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Ff]ollowing|[Ss]ame|[Cc]urrent|[Cc]oming|[Pp]rior)"
    rf" ({UNIT})\b(?!-))"
    rf"|(?P<ago>(\d{{1,2}}|{NUMBER}) ({UNIT})s? (ago|earlier|later|before)\b)"
    rf"|(?P<beside>(?:the )({UNIT}) (before|after)\b)"
    rf"|(?P<year>(?=[12])(?:{_BEFORE_YEAR}|{_AFTER_YEAR}|(?<=\()|(?:{_BEFORE_EITHER})(?=\d{{4}}{_NO_PLURAL})|(?=\d{{4}}['’]s)){YEAR}\b{_COUNTED})"
    rf")"
)
# The looks behind follow the first character, so that the search can skip to it.
_YEAR_STEM = re.compile(r"[12](?<=[ \n(-].)[06-9]\d\d\b")
_ISO_STEM = re.compile(r"-(?<=\d{4}-)\d\d-\d\d(?!\d)")
_SHORT_STEMS = (re.compile(r"/(?<=\d/)\d\d?/\d\d"), re.compile(r"-(?<=\d-)[A-Za-z]{3}-\d\d"))
_MONTH_STEM = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_STEMS = ("day", "week", "month", "year", "quarter", "omorrow", "onight")
_MODIFIER = _wrapped(
    r"\b(?:(?:[Tt]he )?(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Ff]ollowing|[Ss]ame|[Cc]urrent|[Cc]oming|[Pp]rior) "
    rf"|(?:the )?{ORDINAL}[-~]|the (?:end of the )?|{NUMBER} |(?:the )?\d{{1,2}}(?:st|nd|rd|th|(?:st|nd|rd|th)? of)? )\Z"
)
# The last two letters of those words: a look at them spares most searches.
_MODIFIER_ENDS = table("st xt is us ng me nt or an ne wo ee ur ve ix en ht nd rd th of he ty")


def find_dates(text: str, published: str) -> tuple[DateMention, ...]:
    """Dates in order of position; without a publication date (ISO) only those that name their year."""
    anchor = _as_date(published)
    found: list[DateMention] = []
    done = 0
    for at in _spots(text):
        match = _PATTERN.match(text, at) if at >= done else None
        if match:
            done = match.end()  # also of a day that no calendar has: its month is no date either
            resolved = resolve(text, match, anchor, found[-1] if found else None)
            if resolved:
                found.append(DateMention(match.start(), match.end(), *resolved))
    return tuple(found)


def _as_date(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _spots(text: str) -> list[int]:
    """Where a date can begin. A few plain searches cost a tenth of trying the whole pattern at every word."""
    spots = {match.start() for match in _YEAR_STEM.finditer(text)}
    spots.update([match.start() - 4 for match in _ISO_STEM.finditer(text)])
    for stem in _SHORT_STEMS:
        for match in stem.finditer(text):
            at = match.start() - 1
            spots.add(at - 1 if at and text[at - 1].isdecimal() else at)
    for match in _MONTH_STEM.finditer(text):
        _add_spots(spots, text, match.start(), True)
    for word in _STEMS:
        at = text.find(word)
        while at >= 0:
            start = at
            while start > 0 and start > at - 6 and text[start - 1].isalpha():
                start -= 1
            _add_spots(spots, text, start, start < at or (word == "year" and text.startswith("-end", at + 4)))
            at = text.find(word, at + 1)
    return sorted(spots)


def _add_spots(spots: set[int], text: str, start: int, bare: bool) -> None:
    """Add where "last", "the following", "two", "12" or "12th of" before a word of time begins; its own start if `bare`."""
    if start > 1 and text[start - 1] in " -\n":
        ending = text[max(start - 3, 0) : start - 1].lower()
        if ending[-1].isdecimal() or ending in _MODIFIER_ENDS or ending[-1] == "a":
            before = _MODIFIER.search(text, max(0, start - 16), start)
            if before:
                spots.add(before.start())
    if bare:
        spots.add(start)
