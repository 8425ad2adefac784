"""Turns ISO dates into words ("13 February 2015"); one rule: the precision shown is the precision known; no clock is asked."""

from __future__ import annotations

import datetime
import functools

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_QUARTERS = ("first", "second", "third", "fourth")


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
def event_words(date: str, precision: str, language: str = "en") -> str:
    """When an event took place, with its precision said: "in November 2014", "in the week of 9 February 2015"."""
    words = date_words(_monday(date) if precision == "week" else date, language)
    if not language.lower().startswith("en") or not words:
        return words
    if precision == "week":
        return f"in the week of {words}"
    if precision == "quarter":
        return _quarter_words(date) or words
    return f"in {date_words(date[:7] if precision == 'month' else date[:4])}" if precision in {"month", "year"} else words


def span_words(start: str, end: str, language: str = "en") -> str:
    """A period; an open end is not known to have ended, so it is shown as open."""
    first, last = date_words(start, language), date_words(end, language)
    if first and last:
        return first if first == last else f"{first} to {last}"
    if first:
        return f"since {first}"
    return f"until {last}" if last else ""


def _monday(date: str) -> str:
    """The first day of an ISO week such as `2015-W07`; any other date as it is."""
    year, _, week = date.partition("-W")
    if not (year.isdigit() and week.isdigit()):
        return date
    try:
        return datetime.date.fromisocalendar(int(year), int(week), 1).isoformat()
    except ValueError:
        return date


def _quarter_words(date: str) -> str:
    """The quarter that an ISO month or a text such as `2015-Q1` lies in."""
    year, _, rest = date.partition("-")
    rest = rest[:2].lstrip("Qq")
    if not rest.isdigit():
        return ""
    number = int(rest) if "q" in date.lower() else (int(rest) + 2) // 3
    return f"in the {_QUARTERS[number - 1]} quarter of {year}" if 1 <= number <= 4 else ""


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
