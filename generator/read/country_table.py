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

# States that no longer exist, under the state that succeeded them, or under the largest where there were several. Source: the
# former country names of ISO 3166-3, in the spelling of news text; states divided until 1990 stand beside them.
FORMER: dict[str, tuple[str, ...]] = {
    "BF": ("Upper Volta",),
    "BJ": ("Dahomey",),
    "CD": ("Zaire",),
    "CW": ("Netherlands Antilles",),
    "CZ": ("Czechoslovakia",),
    "DE": ("East Germany", "West Germany", "German Democratic Republic"),
    "KH": ("Kampuchea",),
    "LK": ("Ceylon",),
    "RS": ("Yugoslavia", "Serbia and Montenegro"),
    "RU": ("Soviet Union", "USSR", "U.S.S.R."),
    "VN": ("North Vietnam", "South Vietnam"),
    "VU": ("New Hebrides",),
    "WS": ("Western Samoa",),
    "YE": ("North Yemen", "South Yemen"),
    "ZW": ("Rhodesia",),
}
FORMER_DEMONYMS: dict[str, tuple[str, ...]] = {
    "CD": ("Zairean",),
    "CZ": ("Czechoslovak",),
    "DE": ("East German", "West German"),
    "KH": ("Kampuchean",),
    "RS": ("Yugoslav",),
    "RU": ("Soviet",),
    "VN": ("North Vietnamese", "South Vietnamese"),
    "ZW": ("Rhodesian",),
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

# Weak names: they suggest a country and never link to it. Offices, parliaments, central banks and ministries that news text
# calls by a name of their own. Source: glossaries of English-language news agencies.
METONYMS: dict[str, tuple[str, ...]] = {
    "CD": ("Congo",),
    "CG": ("Congo",),
    "CN": ("PRC", "Zhongnanhai", "Great Hall of the People"),
    "DE": ("Bundesbank", "Bundestag"),
    "DK": ("Folketing",),
    "ES": ("La Moncloa",),
    "FR": ("Elysée", "Quai d'Orsay", "Matignon"),
    "GB": (
        "Downing Street",
        "Whitehall",
        "Westminster",
        "Buckingham Palace",
        "House of Lords",
        "Scotland Yard",
        "England",
        "Scotland",
        "Wales",
        "Northern Ireland",
    ),
    "IE": ("Dáil", "Taoiseach"),
    "IL": ("Knesset",),
    "IN": ("Bharat", "Lok Sabha", "Rajya Sabha"),
    "IT": ("Quirinale", "Palazzo Chigi"),
    "JP": ("Nikkei",),
    "KR": ("Blue House",),
    "KZ": ("Nur-Sultan",),
    "NO": ("Storting",),
    "NZ": ("Beehive",),
    "PL": ("Sejm",),
    "PS": ("Gaza", "Gaza Strip", "West Bank"),
    "RU": ("Kremlin", "Duma"),
    "SE": ("Riksdag", "Riksbank"),
    "TR": ("Sublime Porte",),
    "UA": ("Kiev", "Verkhovna Rada"),
    "US": (
        "America",
        "White House",
        "Pentagon",
        "Capitol Hill",
        "State Department",
        "Federal Reserve",
        "Wall Street",
    ),
}

# Abbreviations of states after the name of a town ("Portland, Ore."). Source: the usage of American news agencies.
STATE_ABBREVIATIONS: dict[str, str] = {
    "US": (
        "Ala. Ariz. Ark. Calif. Colo. Conn. D.C. Del. Fla. Ga. Ida. Ill. Ind. Kan. Ky. La. Mass. Md. Mich. Minn. Miss. Mo. "
        "Mont. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Okla. Ore. Pa. Penn. R.I. S.C. S.D. Tenn. Tex. Va. Vt. W.Va. "
        "Wash. Wis. Wyo."
    ),
    "CA": "Alta. B.C. Man. N.B. N.S. Ont. P.E.I. Que. Sask.",
    "AU": "N.S.W. Vic. Qld. Tas.",
}
