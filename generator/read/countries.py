"""Turns two data libraries, and a country's file where there is one, into the countries of the world and their names.

Names come from Babel (Unicode CLDR, English), demonyms, capitals and long names from countryinfo; what both lack stands in
country_table.py. Codes are those of ISO 3166-1, and XK (Kosovo), which CLDR has though ISO reserves it for its users.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import msgspec

from generator.fold import fold, slug
from generator.model import Country, Name, Naming, ReadCountry, Reference
from generator.problems import Problem
from generator.read.actors import read_described
from generator.read.country_table import (
    ALIASES,
    CAPITALS,
    DEMONYMS,
    FORMER,
    FORMER_DEMONYMS,
    METONYMS,
    NAMES,
    NOT_COUNTRIES,
    NOT_WHOLE,
    REPLACED_DEMONYMS,
)
from generator.read.notes import note_references, read_notes, summary_warnings

if TYPE_CHECKING:
    from generator.read.fields import CountryFields

_CODE = re.compile("[A-Z]{2}")
# "Republic of Iraq", "Syrian Arab Republic", "Russian Federation": long names in English; the library's other spellings mix in
# words of other languages that are ordinary words or names in English (Island, Dominique, Mexicanos).
_FORM = "Republic|Kingdom|State|States|Federation|Confederation|Sultanate|Principality|Commonwealth|Union|Duchy"
_LONG_NAME = re.compile(rf"(?:[A-Z][\w'-]+ )*(?:{_FORM})(?: of(?: the)?(?: [A-Z][\w'-]+)+(?: and [A-Z][\w'-]+)*)?", re.ASCII)
_FORENAMES = ("DM", "MU")  # Dominica and Mauritius: in French and other languages they are Dominique and Maurice
_NO_PLURAL = ("ese", "sh", "ch", "s", "x", "z", "ic", "swana", "sotho")


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """Codes of all known countries."""
    from babel import Locale  # a tenth of a second, and its tables: only where countries are read

    return frozenset(code for code in map(str, Locale("en").territories) if _CODE.fullmatch(code)) - NOT_COUNTRIES


def known_countries(language: str = "en") -> tuple[Country, ...]:
    """Every country with its English names, demonyms, capital and native name, sorted by code; shown in a language (BCP 47)."""
    from babel import Locale  # see country_codes

    names = Locale("en").territories
    facts = _facts_by_code()
    own = {} if language.lower().startswith("en") else _names_in(language)
    countries = (_country(code, names[code], facts.get(code, ())) for code in sorted(country_codes()))
    return tuple(_called(country, own.get(country.code, country.name)) for country in countries)


def _names_in(language: str) -> dict[str, str]:
    """What CLDR calls the countries in a language; nothing where it does not know it."""
    from babel import Locale, UnknownLocaleError  # see country_codes

    try:
        return dict(Locale.parse(language, sep="-").territories)
    except (UnknownLocaleError, ValueError):
        return {}


def _called(country: Country, name: str) -> Country:
    """A country under another name; the English one still links."""
    if name == country.name:
        return country
    return msgspec.structs.replace(country, name=name, aliases=(Name(country.name, "strong"), *country.aliases))


def _facts_by_code() -> dict[str, list[dict[str, Any]]]:
    """What countryinfo knows, by alpha-2 code; for a few codes it holds two records, and names sort them."""
    from countryinfo import CountryInfo  # reads two megabytes of JSON: a tenth of a second, only where countries are read

    by_code: dict[str, list[dict[str, Any]]] = {}
    for _, facts in sorted(CountryInfo.all().items()):
        if facts["name"] not in NOT_WHOLE and facts.get("demonym") is not None:
            by_code.setdefault(facts["ISO"]["alpha2"], []).append(dict(facts))
    return by_code


def _country(code: str, cldr_name: str, facts: tuple[dict[str, Any], ...] | list[dict[str, Any]]) -> Country:
    name = NAMES.get(code) or cldr_name.replace("&", "and").replace("St. ", "Saint ")
    alternatives = [cldr_name, *(one["name"] for one in facts)]
    alternatives += [spelling for one in facts for spelling in one.get("altSpellings") or () if _LONG_NAME.fullmatch(spelling)]
    strong = [spelling for spelling in alternatives if "," not in spelling and "(" not in spelling]
    strong += [*ALIASES.get(code, ()), *FORMER.get(code, ())]
    native = tuple(dict.fromkeys(text.strip("\u200e\u200f ") for one in facts for text in _natives(one)))
    found = [one["capital"] for one in facts if isinstance(one.get("capital"), str)]
    capital = CAPITALS[code] if code in CAPITALS else next(filter(None, found), "")
    return Country(
        code=code,
        name=name,
        slug=slug(name),
        aliases=tuple(Name(spelling, "strong") for spelling in dict.fromkeys(strong) if spelling != name),
        demonyms=tuple(word for word in _demonyms(code, [one["demonym"] for one in facts]) if word != name),
        metonyms=METONYMS.get(code, ()),
        capital=capital if capital != name else "",
        native_names=tuple(text for text in native if text),
    )


def _natives(facts: dict[str, Any]) -> list[str]:
    """Native names; the library joins those of several languages by a slash."""
    return re.split(r"\s*/\s*|\s+-\s+", facts.get("nativeName") or "")


def _demonyms(code: str, found: list[str]) -> tuple[str, ...]:
    """Words for the people and for what is of the country, with their plurals."""
    singular = list(DEMONYMS.get(code, ()))
    if code not in REPLACED_DEMONYMS:
        singular = [word.strip() for one in found for word in re.split(r"[,/]| and ", one) if word.strip()] + singular
    singular += FORMER_DEMONYMS.get(code, ())
    plural = [word + "s" for word in singular if not word.endswith(_NO_PLURAL)]
    return tuple(dict.fromkeys(singular + plural))


def name_country(country: Country) -> ReadCountry:
    """A country that has no file."""
    return ReadCountry(country, _naming(country), (), (), ())


def read_country(path: str, data: bytes, known: Country) -> tuple[ReadCountry, tuple[Problem, ...]]:
    """A country with the desk's overrides: they come before what is known, and a name of the desk's keeps its strength.

    The slug stays that of the English short name. Reports every mistake.
    """
    # pydantic and its types take a fifth of a second to load: only a build that reads something pays.
    from generator.read.checking import check_fields
    from generator.read.fields import CountryFields

    document, background, problems = read_described(path, data)
    checked, wrong = check_fields(document, CountryFields)
    fields = checked or CountryFields.model_validate({})
    summary, points = read_notes(document, fields)
    country = msgspec.structs.replace(
        known,
        code=PurePosixPath(path).stem,
        name=fields.name or known.name,
        aliases=_aliases(fields, known),
        demonyms=tuple(dict.fromkeys([*fields.demonyms, *known.demonyms])),
        metonyms=tuple(dict.fromkeys([*fields.metonyms, *known.metonyms])),
        summary=summary,
        points=points,
        hide=tuple(fields.hide),
        handling=fields.handling,
        naming_note=fields.naming_note or "",
        background=background,
        from_file=True,
    )
    notes = ((summary,) if summary else ()) + points
    references: tuple[Reference, ...] = tuple(note_references(document, fields))
    told = (*problems, *wrong, *summary_warnings(document, fields))
    return ReadCountry(country, _naming(country), country.hide, notes, references), told


def _aliases(fields: CountryFields, known: Country) -> tuple[Name, ...]:
    own = [Name(alias.name, alias.strength or "strong") for alias in fields.aliases]
    own += [Name(known.name, "strong")] if fields.name and fields.name != known.name else []
    written = {name.text for name in own}
    return (*own, *(name for name in known.aliases if name.text not in written and name.text != fields.name))


def _naming(country: Country) -> Naming:
    """Names for linking: native names are strong in a script without Latin letters, metonyms and the capital are weak."""
    plain = country.code not in _FORENAMES or country.slug == slug(country.name) or country.from_file
    names = [Name(country.name, "strong" if plain else "weak"), *country.aliases]
    names += [Name(text, "weak" if fold(text) and _has_latin(text) else "strong") for text in country.native_names]
    names += [Name(text, "weak") for text in (*country.metonyms, country.capital) if text]
    first = {name.text: name for name in reversed(names)}
    return Naming(
        entity=country.code,
        kind="country",
        name=country.name,
        names=tuple(name for name in dict.fromkeys(names) if first[name.text] is name),
        demonyms=country.demonyms,
        countries=(country.code,),
    )


def _has_latin(text: str) -> bool:
    return any("a" <= letter.lower() <= "z" or "\u00c0" <= letter <= "\u024f" for letter in text)
