from __future__ import annotations

import pytest

from generator.model import Naming, Office, ReadActor
from generator.read.actors import read_actor

PATH = "content/actors/islands/mara-oduya.yaml"


def _read(text: str, path: str = PATH) -> ReadActor:
    read, problems = read_actor(path, text.encode())
    assert [problem.message for problem in problems] == []
    return read


def _names(text: str) -> list[tuple[str, str]]:
    return [(name.text, name.strength) for name in _read(text).naming.names]


def test_the_house_name_is_strong_and_the_last_name_short() -> None:
    assert _names("name: Mara Oduya\n") == [("Mara Oduya", "strong"), ("Oduya", "short")]


def test_an_organisation_has_no_last_name() -> None:
    assert _names("name: Harbour Board\nkind: institution\n") == [("Harbour Board", "strong")]


def test_a_plain_alias_is_strong_and_gives_a_last_name_too() -> None:
    assert _names("name: Mara Oduya\naliases: [Mara Odhuya]\n") == [
        ("Mara Oduya", "strong"),
        ("Mara Odhuya", "strong"),
        ("Oduya", "short"),
        ("Odhuya", "short"),
    ]


@pytest.mark.parametrize("acronym", ["ISF", "NZDF", "G7A", "U.N.", "AT&T"])
def test_an_acronym_is_short_unless_said_otherwise(acronym: str) -> None:
    assert (acronym, "short") in _names(f"name: Harbour Board\nkind: institution\naliases: ['{acronym}']\n")
    assert (acronym, "strong") in _names(
        f"name: Harbour Board\nkind: institution\naliases: [{{name: '{acronym}', strength: strong}}]\n"
    )


def test_a_word_in_small_letters_is_no_acronym() -> None:
    assert ("Isis", "strong") in _names("name: Islet State\nkind: armed-group\naliases: [Isis]\n")


def test_the_last_name_written_as_a_plain_alias_stays_short() -> None:
    assert ("Oduya", "short") in _names("name: Mara Oduya\naliases: [Oduya]\n")


def test_a_stated_strength_of_the_last_name_holds() -> None:
    assert ("Oduya", "weak") in _names("name: Mara Oduya\naliases: [{name: Oduya, strength: weak}]\n")
    assert ("Oduya", "short") not in _names("name: Mara Oduya\naliases: [{name: Oduya, strength: weak}]\n")


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Yusuf al-Tarani", ["al-Tarani"]),
        ("Yusuf Al Tarani", ["Al Tarani", "Tarani"]),
        ("Petra van der Holm", ["van der Holm", "Holm"]),
        ("Tom Ferro Jr.", ["Ferro"]),
        ("Mononym", []),
    ],
)
def test_particles_and_suffixes_of_a_last_name(name: str, last: list[str]) -> None:
    assert [text for text, strength in _names(f"name: {name}\n") if strength == "short"] == last


def test_a_native_name_is_strong_with_its_language() -> None:
    names = _read("name: Yusuf al-Tarani\nnative_name: {text: يوسف التراني, language: ar}\n").naming.names
    assert [(name.text, name.strength, name.language) for name in names][1] == ("يوسف التراني", "strong", "ar")
    assert ("التراني", "short") in [(name.text, name.strength) for name in names]


def test_names_have_their_days() -> None:
    name = _read("name: Mara Oduya\naliases: [{name: Mara Lind, from: 2001, to: 2009-05}]\n").naming.names[1]
    assert (name.text, name.start, name.end) == ("Mara Lind", "2001", "2009-05")


def test_a_role_is_an_office_of_its_country_or_of_the_actors_only_one() -> None:
    text = "name: Mara Oduya\ncountry: {country}\nroles:\n  - {{title: Minister, from: 2029, to: 2033-01}}\n"
    text += "  - {{title: Envoy, country: IS, of: Harbour Board}}\n"
    assert _read(text.format(country="FJ")).naming.offices == (
        Office("Minister", "FJ", "", "2029", "2033-01"),
        Office("Envoy", "IS", "Harbour Board", "", ""),
    )
    assert _read(text.format(country="[FJ, IS]")).naming.offices[0].country == ""


def test_places_of_roles_stand_in_the_order_of_the_offices() -> None:
    read = _read("name: Mara Oduya\nroles:\n  - title: Minister\n  - title: Envoy\n")
    assert [(place.path, place.line, place.column) for place in read.places] == [(PATH, 3, 5), (PATH, 4, 5)]


def test_a_summary_or_a_shifted_line_leaves_the_naming_as_it_is() -> None:
    plain = "name: Mara Oduya\ncountry: FJ\nroles: [{title: Minister, country: FJ}]\n"
    summary = "summary: {text: She leads., by: Desk, date: 2031-03-01, cites: [{article: a, text: b}]}\n"
    assert _read(summary + plain).naming == _read(plain).naming
    assert isinstance(_read(plain).naming, Naming)


def test_notes_are_the_summary_and_then_the_points() -> None:
    read = _read(
        "name: Mara Oduya\npoints:\n  - {text: Second., how: edited, cites: [{article: b, text: two}]}\n"
        "summary:\n  text: First.\n  cites: [{article: a, text: one}]\n"
    )
    assert [(note.text, note.how) for note in read.notes] == [("First.", "written"), ("Second.", "edited")]
    assert [(cite.article, cite.text, cite.location.line) for note in read.notes for cite in note.cites] == [
        ("a", "one", 6),
        ("b", "two", 3),
    ]
    assert [(one.kind, one.id, one.location.line) for one in read.references] == [("article", "a", 6), ("article", "b", 3)]


def test_ids_are_references_and_plain_bodies_are_not() -> None:
    read = _read(
        "name: Mara Oduya\ncountry: [FJ]\ndifferent_from: [mara-lind]\n"
        "roles: [{title: Minister, of: harbour-board, country: IS, source: talks}]\nmemberships: [{of: Harbour Party}]\n"
    )
    assert [(one.kind, one.id) for one in read.references] == [
        ("article or source", "talks"),
        ("country", "FJ"),
        ("country", "IS"),
        ("actor", "harbour-board"),
        ("actor", "mara-lind"),
    ]


def test_markdown_holds_the_background_below_the_front_matter() -> None:
    read = _read("---\nname: Mara Oduya\n---\nBorn in *Suva*.\n", "content/actors/mara-oduya.md")
    assert (read.actor.id, read.actor.background.text) == ("mara-oduya", "Born in Suva.")


def test_every_field_arrives() -> None:
    actor = _read(
        "name: Mara Oduya\nkind: person\ncountry: FJ\nwikidata: Q1\nlinks: [https://example.org/]\nimage: mara.png\n"
        "formerly: [m-oduya]\npublic: false\nhide: [abc]\nhandling: GREEN\n"
        "memberships: [{of: Harbour Party, role: Chair, from: 2030}]\n"
    ).actor
    assert (actor.wikidata, actor.links, actor.image, actor.formerly) == (
        "Q1",
        ("https://example.org/",),
        "mara.png",
        ("m-oduya",),
    )
    assert (actor.public, actor.hide, actor.handling) == (False, ("abc",), "GREEN")
    assert [(one.of, one.role, one.start, one.end) for one in actor.memberships] == [("Harbour Party", "Chair", "2030", "")]


def test_without_a_name_nothing_links() -> None:
    read, problems = read_actor(PATH, b"kind: person\n")
    assert (read.naming.names, read.actor.id, len(problems)) == ((), "mara-oduya", 1)
