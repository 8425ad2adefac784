"""An invented world for the rules of analysis, and the reading of fixture files: title, input, expected, each closed by a dot."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from generator.analyse.analysis import analyse
from generator.analyse.lexicon import Lexicon, NameSlice, build_lexicon, slice_lexicon
from generator.fold import name_words
from generator.model import Analysis, Block, Body, Name, Naming, Office, Prose, Span

FIXTURES = Path(__file__).parent / "fixtures"


def cases(name: str) -> list[tuple[str, str, str]]:
    """(id with the line, input, expected) of one fixture file."""
    lines = (FIXTURES / name).read_text(encoding="utf-8").split("\n")
    found: list[tuple[str, str, str]] = []
    place = 0
    while place < len(lines):
        if not lines[place].strip():
            place += 1
            continue
        first = lines.index(".", place)
        second = lines.index(".", first + 1)
        third = lines.index(".", second + 1)
        found.append((f"{place + 1}: {lines[place]}", "\n".join(lines[first + 1 : second]), "\n".join(lines[second + 1 : third])))
        place = third + 1
    return found


def body_of(text: str, date: str = "2015-02-13", **more: object) -> Body:
    """A body whose blocks are the blank-line paragraphs of a text; "# " opens a heading."""
    blocks = tuple(
        Block("heading" if text.startswith("# ", match.start()) else "paragraph", match.start(), match.end(), 1)
        for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    )
    return Body("article", Prose(text, blocks), date, "en", "news", **more)  # type: ignore[arg-type]


def person(entity: str, name: str, country: str, *more: Name, offices: tuple[Office, ...] = ()) -> Naming:
    """A person with a strong name and the last name short."""
    last = Name(name.split(" ")[-1], "short")
    return Naming(entity, "person", name, (Name(name, "strong"), last, *more), countries=(country,), offices=offices)


def country(code: str, names: tuple[str, ...], demonyms: tuple[str, ...], weak: tuple[str, ...] = ()) -> Naming:
    """A country with strong names, demonyms and weak names."""
    return Naming(
        code, "country", names[0], (*(Name(name, "strong") for name in names), *(Name(name, "weak") for name in weak)), demonyms
    )


def body(entity: str, kind: str, name: str, *more: Name, countries: tuple[str, ...] = ()) -> Naming:
    """An organisation, institution or armed group."""
    return Naming(entity, kind, name, (Name(name, "strong"), *more), countries=countries)


NAMINGS = (
    country("XV", ("Vardia",), ("Vardian",), ("Portvale",)),
    country("XN", ("New Sarland",), ("New Sarlander",), ("Ashmouth",)),
    country("US", ("United States", "US", "U.S.", "America"), ("American",)),
    country("GE", ("Georgia",), ("Georgian",), ("Tbilisi",)),
    country("JO", ("Jordan",), ("Jordanian",)),
    country("XE", ("East Karo",), ("Karoan",)),
    country("XW", ("West Karo",), ("Karoan",)),
    person("mara-vell", "Mara Vell", "XN", offices=(Office("Prime Minister", "XN", "", "2012-11", "2016-12"),)),
    person(
        "samir-al-taani",
        "Samir al-Ta'ani",
        "XV",
        Name("Samir Taani", "strong"),
        Name("Taani", "short"),
        offices=(Office("Minister of Foreign Affairs", "XV", "", "2014", "2018"),),
    ),
    person("petra-key", "Petra Key", "XN", offices=(Office("Minister of Defence", "XN", "", "2010", "2015-02"),)),
    person("jona-little", "Jona Little", "XN", offices=(Office("Defence Minister", "XN", "", "2015-02", ""),)),
    person("lena-orr", "Lena Orr", "XN"),
    person("lena-orr-judge", "Lena Orr", "XV"),
    person("theda-may", "Theda May", "XN"),
    person("ivo-adams", "Ivo Adams", "XV", Name("Red Ivo", "strong"), Name("إيفو آدامز", "strong")),
    person("ida-adams", "Ida Adams", "XV"),
    body("tide-ministry", "institution", "Ministry of Tides", Name("Tidewater House", "strong"), countries=("XN",)),
    person("ruben-holm", "Ruben Holm", "XV", Name("the Fox", "weak"), offices=(Office("chair", "", "coast-force", "2014", ""),)),
    person("anna-de-veer", "Anna de Veer", "XN", Name("de Veer", "short"), Name("Анна де Веер", "strong")),
    body(
        "inner-star",
        "armed-group",
        "Inner Star",
        Name("IS", "short"),
        Name("al-Sabil", "strong"),
        Name("Inner Star of Vardia", "strong"),
    ),
    body("coast-force", "institution", "New Sarland Coast Force", Name("NSCF", "short"), countries=("XN",)),
    body("vardian-army", "institution", "Vardian Army", countries=("XV",)),
    body("harbour-bank", "organisation", "Harbour Bank", Name("Côte Harbour", "strong"), countries=("XN",)),
)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of the whole world."""
    return build_lexicon(NAMINGS)


def names_for(text: str) -> NameSlice:
    """The slice that a text needs."""
    return slice_lexicon(name_words(text), lexicon())


def analysed(text: str, date: str = "2015-02-13", **more: object) -> Analysis:
    """Analysis of a text in the invented world."""
    return analyse(body_of(text, date, **more), names_for(text))


def words_at(text: str, span: Span | None) -> str:
    """The text of a span, or a dash."""
    return text[span.start : span.end] if span else "-"
