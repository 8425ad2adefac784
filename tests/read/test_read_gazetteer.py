from __future__ import annotations

import pytest

from generator.fold import fold
from generator.read.countries import country_codes, known_countries
from generator.read.gazetteer import known_places

PLACES = known_places()
COUNTRIES: dict[tuple[str, str], list[str]] = {}
for _place in PLACES:
    COUNTRIES.setdefault((fold(_place.text), _place.kind), []).append(_place.country)


def test_each_name_stands_once_a_country_in_order() -> None:
    keys = [(place.text, place.country, place.kind) for place in PLACES]
    assert keys == sorted(set(keys))
    assert {place.country for place in PLACES} <= country_codes()
    assert {place.kind for place in PLACES} == {"city", "region", "abbreviation"}


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Zurich", "city", "CH"),
        ("Köln", "city", "DE"),
        ("Cologne", "city", "DE"),
        ("Frankfurt", "city", "DE"),
        ("Newcastle", "city", "GB"),
        ("Kyiv", "city", "UA"),
        ("Kiev", "city", "UA"),
        ("Calcutta", "city", "IN"),
        ("Alexandria", "city", "EG"),
        ("Alexandria", "city", "US"),
        ("Texas", "region", "US"),
        ("Bavaria", "region", "DE"),
        ("Chechnya", "region", "RU"),
        ("Tibet", "region", "CN"),
        ("Quebec", "region", "CA"),
        ("Ore.", "abbreviation", "US"),
    ],
)
def test_known_places(name: str, kind: str, country: str) -> None:
    assert country in COUNTRIES[fold(name), kind]


def test_nearly_every_capital_is_among_the_cities() -> None:
    capitals = [(country.capital, country.code) for country in known_countries() if country.capital]
    missing = [capital for capital, code in capitals if code not in COUNTRIES.get((fold(capital), "city"), ())]
    assert len(missing) < len(capitals) / 10
