"""What Babel's CLDR data and countryinfo 1.0.1 lack or have in a form that news text does not use.

Source of names, aliases and demonyms: the usage of English-language news agencies and the short names of the UN's list of
member states, written down for this program in November 2026; nothing is copied from another collection.
"""

from __future__ import annotations

# Two-letter codes in CLDR that are no country: groups, exceptional reservations, test locales.
NOT_COUNTRIES = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"))

# Plain names where CLDR's is made for lists rather than for sentences, or is not what most English readers know.
NAMES = {
    "CC": "Cocos Islands",
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CI": "Ivory Coast",
    "FK": "Falkland Islands",
    "GS": "South Georgia and the South Sandwich Islands",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macau",
    "PS": "Palestine",
    "TR": "Turkey",
    "UM": "United States Minor Outlying Islands",
    "VC": "Saint Vincent and the Grenadines",
    "VI": "United States Virgin Islands",
}

# Further strong names.
ALIASES: dict[str, tuple[str, ...]] = {
    "AE": ("UAE", "U.A.E."),
    "BA": ("Bosnia", "Bosnia-Herzegovina"),
    "CD": ("DR Congo", "D.R. Congo", "DRC", "Democratic Republic of Congo", "Congo-Kinshasa"),
    "CG": ("Republic of Congo", "Congo-Brazzaville"),
    "CI": ("Côte d'Ivoire",),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic",),
    "FK": ("Falklands", "Islas Malvinas"),
    "FM": ("Federated States of Micronesia",),
    "GB": ("UK", "U.K.", "Britain", "Great Britain"),
    "KN": ("Saint Kitts", "St Kitts and Nevis"),
    "KP": ("Democratic People's Republic of Korea", "DPRK"),
    "LC": ("St Lucia",),
    "MK": ("Macedonia",),
    "MM": ("Burma",),
    "MO": ("Macao",),
    "NL": ("Holland",),
    "NZ": ("Aotearoa",),
    "PG": ("PNG",),
    "PS": ("Palestinian Territories", "Palestinian territories", "Palestinian Authority", "State of Palestine"),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "US": ("USA", "US", "U.S.", "U.S.A."),
    "VA": ("Vatican", "Holy See"),
    "VC": ("St Vincent and the Grenadines",),
}

# Demonyms and adjectives beside those of the library.
DEMONYMS: dict[str, tuple[str, ...]] = {
    "AR": ("Argentine", "Argentinian"),
    "AZ": ("Azeri",),
    "BW": ("Batswana", "Botswanan"),
    "CV": ("Cape Verdean",),
    "CZ": ("Czechs",),
    "DJ": ("Djiboutian",),
    "DK": ("Dane",),
    "EC": ("Ecuadorian",),
    "ES": ("Spaniard",),
    "FI": ("Finn",),
    "GB": ("Briton",),
    "GI": ("Gibraltarian",),
    "HK": ("Hong Konger", "Hongkonger"),
    "HR": ("Croat",),
    "IS": ("Icelandic",),
    "KG": ("Kyrgyz",),
    "KM": ("Comorian",),
    "KN": ("Kittitian", "Nevisian"),
    "KZ": ("Kazakh",),
    "LA": ("Lao",),
    "LS": ("Basotho",),
    "LU": ("Luxembourgish",),
    "MO": ("Macanese",),
    "MV": ("Maldivian",),
    "NP": ("Nepali",),
    "PH": ("Philippine", "Filipina"),
    "PL": ("Pole",),
    "RS": ("Serb",),
    "SA": ("Saudi",),
    "SE": ("Swede",),
    "SI": ("Slovenian",),
    "SK": ("Slovakian",),
    "SM": ("San Marinese",),
    "SR": ("Surinamese",),
    "SV": ("Salvadorean", "Salvadorian"),
    "TJ": ("Tajik",),
    "TR": ("Turk",),
    "TT": ("Tobagonian",),
    "UZ": ("Uzbek",),
    "XK": ("Kosovar", "Kosovan"),
    "ZW": ("Zimbabwean",),
}

# Where the library's word is the country's own name, another country's demonym or a slip: the table's stands alone.
REPLACED_DEMONYMS = frozenset(
    ("CX", "DJ", "GF", "GI", "GS", "HK", "HM", "IO", "KN", "MO", "MP", "MQ", "MV", "PM", "RE", "SJ", "TF", "VA", "WF", "YT")
)

# Parts of a country that countryinfo lists under the whole country's code.
NOT_WHOLE = frozenset(("England", "Northern Ireland", "Scotland", "Wales"))

# Capitals that have changed, are missing, or are written otherwise; empty where the library's is no city of that name.
CAPITALS = {"HK": "", "KZ": "Astana", "SM": "", "US": "Washington", "VA": "", "XK": "Pristina"}

# Weak names: they suggest a country and never link to it.
METONYMS: dict[str, tuple[str, ...]] = {
    "CD": ("Congo",),
    "CG": ("Congo",),
    "CN": ("PRC", "Zhongnanhai"),
    "FR": ("Elysée", "Quai d'Orsay"),
    "GB": ("Downing Street", "Whitehall", "Westminster", "England", "Scotland", "Wales", "Northern Ireland"),
    "IN": ("Bharat",),
    "KZ": ("Nur-Sultan",),
    "NZ": ("Beehive",),
    "PS": ("Gaza", "Gaza Strip", "West Bank"),
    "RU": ("Kremlin",),
    "TR": ("Sublime Porte",),
    "UA": ("Kiev",),
    "US": ("America", "White House", "Pentagon", "Capitol Hill", "State Department"),
}
