"""Turns four data libraries into the places that say which country a story is about: cities, towns and regions.

Cities come from pyworldatlas (GeoNames, 100,000 inhabitants and more) and cityloc (Simple Maps: smaller towns, English names and
regions), further regions from countryinfo, cities of time zones from Babel. No place is typed in by hand.
"""

from __future__ import annotations

import re
from collections import Counter

from generator.model import PlaceName
from generator.read.countries import country_codes
from generator.read.country_table import STATE_ABBREVIATIONS

_REGION_WORDS = re.compile(
    r"(?: (?:Oblast|Kray|Krai|Avtonomnyy Okrug(?:-Yugra)?|Region|Province|Governorate|County|City))’?$|, (?:City of|The)$"
)
_ZONE = re.compile(r"(?:Africa|America|Asia|Atlantic|Europe|Indian|Pacific)/((?:[A-Z][a-z]+_?)+(?:_d[a-z]_[A-Z][a-z]+)?)")
_BRACKETED = re.compile(r"\s*\(.*")  # "Xizang (Tibet)"
_TAIL = re.compile(r" (?:am|an der|upon|im|ob der) .+$")  # "Frankfurt am Main", "Newcastle upon Tyne"


def known_places() -> tuple[PlaceName, ...]:
    """Every name of a city, a town or a region, once a country, sorted; the largest of one name in a country stands for all."""
    codes = country_codes()
    people: dict[tuple[str, str, str], int] = {}
    for place in (*_large_cities(), *_towns(), *_zone_cities(), *_regions(), *_abbreviations()):
        key = (place.text, place.country, place.kind)
        if place.text and place.country in codes:
            people[key] = max(place.people, people.get(key, 0))
    return tuple(PlaceName(*key, people[key]) for key in sorted(people))


def _large_cities() -> list[PlaceName]:
    """Cities by their whole name and without its tail."""
    from pyworldatlas import Atlas  # a tenth of a second with its data: only where the code or a library has changed

    with Atlas() as atlas:
        cities = [city for country in atlas.countries() for city in country.major_cities]
    names = [(name, city) for city in cities for name in dict.fromkeys((city.name, _TAIL.sub("", city.name)))]
    return [PlaceName(name, city.country_code, "city", city.population or 0) for name, city in names]


def _towns() -> list[PlaceName]:
    """Towns, and regions with the inhabitants of their towns."""
    from cityloc.db import SharedDB  # its own connection: the library's stays open for good

    connection = SharedDB().connection()
    rows = connection.execute("SELECT name, country, region, population FROM cities").fetchall()
    connection.close()
    found: list[PlaceName] = []
    regions: Counter[tuple[str, str]] = Counter()
    for row in rows:
        people = int(row["population"] or 0)
        found.append(PlaceName(row["name"], row["country"], "city", people))
        if row["region"]:
            regions[_REGION_WORDS.sub("", row["region"]), row["country"]] += people
    return found + [PlaceName(name, country, "region", people) for (name, country), people in sorted(regions.items())]


def _zone_cities() -> list[PlaceName]:
    """Cities and islands that name a time zone, old spellings among them (Calcutta, Saigon)."""
    from babel.core import get_global

    countries, aliases = get_global("zone_territories"), get_global("zone_aliases")
    zones = [(zone, countries.get(zone) or countries.get(aliases.get(zone, ""))) for zone in sorted({*countries, *aliases})]
    named = [(match[1].replace("_", " "), code) for zone, code in zones if code and (match := _ZONE.fullmatch(zone))]
    return [PlaceName(name, code, "city") for name, code in named]


def _regions() -> list[PlaceName]:
    """States and provinces, their inhabitants not known."""
    from countryinfo import CountryInfo

    found: list[PlaceName] = []
    for _, facts in sorted(CountryInfo.all().items()):
        names = (_BRACKETED.sub("", name) for name in facts.get("provinces") or ())
        found += [PlaceName(name, facts["ISO"]["alpha2"], "region") for name in names]
    return found


def _abbreviations() -> list[PlaceName]:
    """Of states, after the name of a town."""
    return [PlaceName(short, code, "abbreviation") for code, line in STATE_ABBREVIATIONS.items() for short in line.split()]
