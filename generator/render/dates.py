"""Turns ISO dates into words ("13 February 2015"); one rule: the precision shown is the precision known; no clock is asked."""

from __future__ import annotations

import datetime
import functools

from generator.render.words import ENGLISH, Words, message

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_QUARTERS = (
    message("in the first quarter of %(year)s"),
    message("in the second quarter of %(year)s"),
    message("in the third quarter of %(year)s"),
    message("in the fourth quarter of %(year)s"),
)


@functools.lru_cache(maxsize=8192)
def date_words(date: str, language: str = "en") -> str:
    """A day, month or year in words; what is no date comes back as it is, and an unknown date as an empty text."""
    year, month, day = (*date[:10].split("-"), "", "")[:3]
    if not (len(year) == 4 and year.isdigit()) or (month and not (month.isdigit() and 1 <= int(month) <= 12)):
        return date
    if not language.lower().startswith("en"):
        return _foreign_words(year, month, day, language) or date
    if not month:
        return year
    name = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {name}" if day.isdigit() else name


@functools.lru_cache(maxsize=8192)
def event_words(date: str, precision: str, words: Words = ENGLISH) -> str:
    """When an event took place, with its precision said: "in November 2014", "in the week of 9 February 2015"."""
    known = {"week": _monday(date), "month": date[:7], "year": date[:4]}.get(precision, date)
    when = date_words(known, words.language)
    if precision == "week" and when:
        return words.gettext("in the week of %(day)s", day=when)
    if precision == "quarter":
        return _quarter_words(date, words) or when
    if precision == "month" and when:
        return words.gettext("in %(month)s", month=when)
    return words.gettext("in %(year)s", year=when) if precision == "year" and when else when


def span_words(start: str, end: str, words: Words = ENGLISH) -> str:
    """A period; an open end is not known to have ended, so it is shown as open."""
    first, last = date_words(start, words.language), date_words(end, words.language)
    if first and last:
        return first if first == last else words.gettext("%(start)s to %(end)s", start=first, end=last)
    if first:
        return words.gettext("since %(start)s", start=first)
    return words.gettext("until %(end)s", end=last) if last else ""


def _monday(date: str) -> str:
    """The first day of an ISO week such as `2015-W07`; any other date as it is."""
    year, _, week = date.partition("-W")
    if not (year.isdigit() and week.isdigit()):
        return date
    try:
        return datetime.date.fromisocalendar(int(year), int(week), 1).isoformat()
    except ValueError:
        return date


def _quarter_words(date: str, words: Words) -> str:
    """The quarter that an ISO month or a text such as `2015-Q1` lies in."""
    year, _, rest = date.partition("-")
    rest = rest[:2].lstrip("Qq")
    if not rest.isdigit():
        return ""
    number = int(rest) if "q" in date.lower() else (int(rest) + 2) // 3
    return words.gettext(_QUARTERS[number - 1], year=year) if 1 <= number <= 4 else ""


def _foreign_words(year: str, month: str, day: str, language: str) -> str:
    """The same in another language, by CLDR; empty where the language or the day is unknown."""
    from babel import Locale, UnknownLocaleError  # its tables load only for a site that is not in English
    from babel.dates import format_date, format_skeleton

    try:
        locale = Locale.parse(language, sep="-")
        date = datetime.date(int(year), int(month or 1), int(day or 1))
    except (UnknownLocaleError, ValueError):
        return ""
    if day:
        return format_date(date, "long", locale)
    return format_skeleton("yMMMM" if month else "y", date, locale=locale)
