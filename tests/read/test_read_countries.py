from __future__ import annotations

import pytest

from generator.model import Country, Name
from generator.read.countries import country_codes, known_countries, name_country, read_country

KNOWN = {country.code: country for country in known_countries()}


def test_every_country_of_the_standard_is_known_in_order_of_its_code() -> None:
    codes = [country.code for country in known_countries()]
    assert codes == sorted(country_codes())
    assert len(codes) == 250  # 249 of ISO 3166-1, and Kosovo
    assert {"NO", "NZ", "IQ", "XK"} <= set(codes)
    assert not {"EU", "UN", "AN", "SU"} & set(codes)


def test_slugs_are_english_short_names_and_unlike_each_other() -> None:
    slugs = [country.slug for country in known_countries()]
    assert (KNOWN["NZ"].slug, KNOWN["US"].slug, KNOWN["CI"].slug) == ("new-zealand", "united-states", "ivory-coast")
    assert len(set(slugs)) == len(slugs)


@pytest.mark.parametrize(
    ("code", "name", "alias"),
    [
        ("MM", "Myanmar", "Burma"),
        ("CI", "Ivory Coast", "Côte d'Ivoire"),
        ("TR", "Turkey", "Türkiye"),
        ("CZ", "Czechia", "Czech Republic"),
        ("KR", "South Korea", "Republic of Korea"),
        ("VA", "Vatican City", "Holy See"),
        ("GB", "United Kingdom", "Britain"),
        ("US", "United States", "U.S."),
        ("RU", "Russia", "Russian Federation"),
        ("SY", "Syria", "Syrian Arab Republic"),
        ("LC", "Saint Lucia", "St. Lucia"),
        ("CD", "Democratic Republic of the Congo", "DR Congo"),
        ("CD", "Democratic Republic of the Congo", "Zaire"),
        ("RU", "Russia", "Soviet Union"),
        ("DE", "Germany", "East Germany"),
        ("CZ", "Czechia", "Czechoslovakia"),
    ],
)
def test_plain_names_and_aliases(code: str, name: str, alias: str) -> None:
    assert KNOWN[code].name == name
    assert Name(alias, "strong") in KNOWN[code].aliases


@pytest.mark.parametrize(
    ("code", "word"), [("IS", "Island"), ("DM", "Dominique"), ("NO", "NO"), ("AD", "AND"), ("CG", "Congo"), ("MX", "Mexicanos")]
)
def test_ordinary_words_of_the_library_are_no_strong_names(code: str, word: str) -> None:
    assert (word, "strong") not in [(name.text, name.strength) for name in name_country(KNOWN[code]).naming.names]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("NZ", {"New Zealander", "New Zealanders"}),
        ("IQ", {"Iraqi", "Iraqis"}),
        ("IS", {"Icelandic", "Icelanders"}),
        ("FR", {"French"}),
        ("SA", {"Saudi"}),
        ("RU", {"Soviet", "Soviets"}),
        ("DE", {"West German", "West Germans"}),
    ],
)
def test_demonyms_and_their_plurals(code: str, words: set[str]) -> None:
    assert words <= set(KNOWN[code].demonyms)


def test_a_territory_does_not_take_another_countrys_demonym() -> None:
    owners: dict[str, list[str]] = {}
    for country in KNOWN.values():
        for word in country.demonyms:
            owners.setdefault(word, []).append(country.code)
    shared = {word: codes for word, codes in owners.items() if len(codes) > 1}
    assert shared == {
        "Channel Islander": ["GG", "JE"],
        "Channel Islanders": ["GG", "JE"],
        "Congolese": ["CD", "CG"],
        "Dominican": ["DM", "DO"],
        "Dominicans": ["DM", "DO"],
    }


def test_strong_names_belong_to_one_country() -> None:
    owners: dict[str, set[str]] = {}
    for country in KNOWN.values():
        for name in name_country(country).naming.names:
            if name.strength == "strong":
                owners.setdefault(name.text, set()).add(country.code)
    assert {text: codes for text, codes in owners.items() if len(codes) > 1} == {}


def test_a_country_is_named_with_native_script_strong_and_capital_and_metonyms_weak() -> None:
    naming = name_country(KNOWN["IQ"]).naming
    assert (naming.entity, naming.kind, naming.name, naming.countries) == ("IQ", "country", "Iraq", ("IQ",))
    assert naming.names[0] == Name("Iraq", "strong")
    assert {Name("العراق", "strong"), Name("Baghdad", "weak")} <= set(naming.names)
    assert Name("Kremlin", "weak") in name_country(KNOWN["RU"]).naming.names


def test_a_file_overrides_and_adds() -> None:
    data = b"---\nname: Burma\naliases: [Myanmah, {name: Union, strength: weak}]\n"
    data += b"demonyms: [Myanmarese]\nnaming_note: House style.\n---\nBackground.\n"
    read, problems = read_country("content/countries/MM.md", data, KNOWN["MM"])
    country: Country = read.country
    assert problems == ()
    assert (country.name, country.slug, country.from_file, country.naming_note) == ("Burma", "myanmar", True, "House style.")
    assert (country.demonyms[0], country.background.text) == ("Myanmarese", "Background.")
    assert read.naming.names[:4] == (
        Name("Burma", "strong"),
        Name("Myanmah", "strong"),
        Name("Union", "weak"),
        Name("Myanmar", "strong"),
    )


def test_a_strength_of_the_desk_wins() -> None:
    read, _ = read_country("content/countries/US.yaml", b"aliases: [{name: US, strength: weak}]\n", KNOWN["US"])
    assert [name.strength for name in read.naming.names if name.text == "US"] == ["weak"]


def test_notes_are_read_with_their_places() -> None:
    data = b"summary: {text: An island., cites: [{article: a, text: island}]}\nhide: [abc]\n"
    read, _ = read_country("content/countries/FJ.yaml", data, KNOWN["FJ"])
    assert [(note.text, note.cites[0].article, note.cites[0].location.line) for note in read.notes] == [("An island.", "a", 1)]
    assert (read.hide, [one.id for one in read.references]) == (("abc",), ["a"])


def test_countries_are_shown_in_the_language_of_the_site_and_found_by_their_english_names_too() -> None:
    french = {country.code: country for country in known_countries("fr-CA")}
    named = name_country(french["IQ"]).naming
    assert (french["IQ"].name, french["IQ"].slug, named.name) == ("Irak", "iraq", "Irak")
    assert {"Irak": "strong", "Iraq": "strong"}.items() <= {name.text: name.strength for name in named.names}.items()


def test_a_country_whose_foreign_name_is_a_forename_is_linked_by_its_english_name_alone() -> None:
    names = {
        name.text: name.strength for name in name_country({one.code: one for one in known_countries("fr")}["MU"]).naming.names
    }
    assert (names["Maurice"], names["Mauritius"]) == ("weak", "strong")
