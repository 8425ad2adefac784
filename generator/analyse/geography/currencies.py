"""Tells what words for money say about countries: a currency of one country speaks for it, "U.S. dollars" hardly does.

Rule: only a currency that a single country issues counts; dollars, francs or pesos by themselves say nothing.
"""

from __future__ import annotations

import re

# Currencies of one country each, in lower case as news text prints them. Source: ISO 4217; names that are ordinary English words
# as well (won, real, pound) are left out.
_CURRENCIES = {
    "AO": "kwanza kwanzas",
    "BD": "taka",
    "BW": "pula",
    "CN": "yuan renminbi",
    "CZ": "koruna korunas",
    "ET": "birr",
    "GE": "lari",
    "GH": "cedi cedis",
    "GM": "dalasi",
    "GT": "quetzal quetzals",
    "HN": "lempira lempiras",
    "HT": "gourde gourdes",
    "HU": "forint forints",
    "ID": "rupiah rupiahs",
    "IL": "shekel shekels",
    "JP": "yen",
    "KH": "riel riels",
    "KZ": "tenge",
    "MG": "ariary",
    "MM": "kyat kyats",
    "MN": "tugrik tugriks",
    "MO": "pataca patacas",
    "MY": "ringgit",
    "MZ": "metical meticais",
    "NG": "naira",
    "PL": "zloty zlotys",
    "PY": "guarani guaranis",
    "TH": "baht",
    "TJ": "somoni",
    "UA": "hryvnia hryvnias",
    "VE": "bolivar bolivars",
    "VN": "dong",
    "ZA": "rand",
}
_COUNTRY_BY_CURRENCY = {word: code for code, words in _CURRENCIES.items() for word in words.split()}
# Words for money after a country's name or its adjective. Source: names of currencies of more than one country in ISO 4217.
_MONEY = re.compile(
    r"[ -](?:dollar|dlr|cent|pound|franc|mark|peso|crown|kron|dinar|rupee|lira|guilder|schilling|shilling|riyal|dirham|currenc)",
    re.IGNORECASE,
)
_STOPS = ",.;:()"


def currency_countries(text: str) -> tuple[str, ...]:
    """Codes of the countries whose currencies a text names, sorted."""
    for stop in _STOPS:  # a third of the cost of one translation
        text = text.replace(stop, " ")
    words = _COUNTRY_BY_CURRENCY.keys() & text.split()
    return tuple(sorted({_COUNTRY_BY_CURRENCY[word] for word in words}))


def is_before_money(text: str, end: int) -> bool:
    """Whether a word for money follows what ends at this offset: "Australian dollars"."""
    return bool(_MONEY.match(text, end))
