"""Which names are suggested for a file, in which order, and whose other name a name could be: fixtures/aliases.txt."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.model import Name, Naming, Unlinked
from generator.suggest.listing import as_object, choose, listing
from generator.suggest.suggestions import Suggestion, suggest


def naming(id: str, kind: str, name: str) -> Naming:
    return Naming(id, kind, name, (Name(name, "strong"),))


NAMINGS = (
    naming("mara-vell", "person", "Mara Vell"),
    naming("alexander-tollan", "person", "Alexander Tollan"),
    naming("muammar-gaddafi", "person", "Muammar Gaddafi"),
    naming("open-harbour-board", "institution", "Open Harbour Board"),
    naming("ruben-holm", "person", "Ruben Holm"),
    naming("rita-holm", "person", "Rita Holm"),
)
PATHS = {one.entity: f"content/actors/{one.entity}.yaml" for one in NAMINGS}


def cases() -> list[object]:
    """Title, "name (kind)", suggested aliases; each closed by a dot."""
    text = (Path(__file__).parent / "fixtures/aliases.txt").read_text(encoding="utf-8")
    parts: list[list[str]] = [[]]
    for line in text.splitlines():
        if line == ".":
            parts.append([])
        elif line:
            parts[-1].append(line)
    triples = zip(parts[0:-1:3], parts[1::3], parts[2::3], strict=True)
    return [pytest.param(given[0], expected, id=title[0]) for title, given, expected in triples]


def named(*names: str, kind: str = "person") -> tuple[Unlinked, ...]:
    return tuple(Unlinked(name, name, kind, place, place + 1) for place, name in enumerate(names))


def suggested(**articles: tuple[Unlinked, ...]) -> list[Suggestion]:
    return list(suggest(articles, NAMINGS, PATHS, frozenset({"orla"})))


@pytest.mark.parametrize(("given", "expected"), cases())
def test_alias(given: str, expected: list[str]) -> None:
    name, _, kind = given.removesuffix(")").rpartition(" (")
    found = [one for one in suggested(a=named(name, kind=kind)) if one.reason]
    assert [f"{one.actor}: {one.reason}: {one.stub.partition('- ')[2].strip()}" for one in found] == expected


def test_names_in_most_articles_come_first() -> None:
    often, wide = named(*["Hadi Morre"] * 5), named("Idra Lonn")
    found = suggested(a=often, b=wide, c=wide)
    assert [(one.name, one.mentions, one.articles, one.examples) for one in found] == [
        ("Idra Lonn", 2, 2, ("b", "c")),
        ("Hadi Morre", 5, 1, ("a",)),
    ]


def test_places_and_names_that_have_a_file_are_left_out() -> None:
    assert suggested(a=named("Mara Vell"), b=named("Orla", "Orla River", kind="place"), c=named("Orla", kind="unknown")) == []


def test_a_surname_alone_counts_for_the_only_full_name_with_it() -> None:
    found = suggested(a=named("Hadi Morre"), b=named("Morre", "Lonn"), c=named("Idra Lonn", "Tor Lonn"))
    assert {one.name: one.articles for one in found} == {"Hadi Morre": 2, "Lonn": 1, "Idra Lonn": 1, "Tor Lonn": 1}


def test_forms_of_one_new_name_share_a_stub() -> None:
    found = suggested(a=named("Hadi Morre", "Hadi Morre", "Hadi T. Morre"))
    assert [yaml.safe_load(one.stub) for one in found] == [{"name": "Hadi Morre", "kind": "person", "aliases": ["Hadi T. Morre"]}]


@pytest.mark.parametrize("name", ["Orla: Ltd", "No", "O'Dowd & Sons", "#1 Fund", "- Orla", "“Orla”"])
def test_a_stub_is_yaml_for_any_name(name: str) -> None:
    (found,) = suggested(a=named(name, kind="organisation"))
    assert yaml.safe_load(found.stub) == {"name": name, "kind": "organisation"}


def test_a_new_id_is_free_and_never_reserved() -> None:
    found = suggested(a=named("Mara-Vell", "Index", "Ёж", kind="organisation"), b=named("..", kind="organisation"))
    assert sorted(one.path for one in found) == [
        "content/actors/actor-index.yaml",
        "content/actors/actor.yaml",
        "content/actors/ezh.yaml",
    ]


def test_a_listing_says_what_to_save_where() -> None:
    found = suggested(a=named("Hadi Morre", "Hadi Morre", "M. Vell"), b=named("Hadi Morre"))
    new, aliases = choose(found, 20)
    assert "\n".join(listing(new, aliases)) == (
        "Names that no file covers, in the most articles first:\n\n"
        "Hadi Morre (person): 3 mentions in 2 articles, a, b\n"
        "  content/actors/hadi-morre.yaml\n"
        "    name: Hadi Morre\n"
        "    kind: person\n\n"
        "Names that may be aliases of actors:\n\n"
        "M. Vell -> mara-vell: the same surname, and the forename's first letter; 1 mention in 1 article, a\n"
        "  content/actors/mara-vell.yaml\n"
        "    aliases:\n"
        "      - M. Vell"
    )
    assert listing(*choose(found, 20, "organisation")) == ["Every name that stands in the articles is covered."]
    assert as_object(aliases[0])["suggest"] == "alias"
