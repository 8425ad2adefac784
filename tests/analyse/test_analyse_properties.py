"""What holds for every text: the slice is enough, spans lie inside and in order, time grows with the text."""

from __future__ import annotations

import itertools
import random

import msgspec
import pytest
from analyse_world import NAMINGS, analysed, body_of, lexicon, names_for

from generator.analyse.analysis import analyse
from generator.analyse.lexicon import Lexicon, NameSlice, build_lexicon, keys_that_differ, slice_lexicon
from generator.fold import name_words
from generator.model import Analysis, Name, Naming, Office
from tests.bounds import bounded

PIECES = (
    *(
        "Mara Vell",
        "Vell",
        "Samir al-Ta'ani",
        "al-Taani",
        "Petra Key",
        "Key",
        "key",
        "Jona Little",
        "Little",
        "Inner Star",
        "IS",
        "is",
    ),
    *("Vardia", "Vardian", "Vardia's", "New Sarland", "New", "Inner Star of Vardia", "foreign minister", "prime minister of"),
    *("Georgia", "Jordan", "US", "U.S.", "Hadi Morre", "Mr", "the", "The", "and", "said", "said that", "told", "she", "he"),
    *(
        '"',
        "“",
        "”",
        "‘",
        "’",
        "«",
        ".",
        ",",
        ". ",
        "\n",
        "\n\n",
        "!",
        "on Friday",
        "12 May 2014",
        "in 2003",
        "(",
        "-",
        "Анна де Веер",
    ),
)
SEEDS = range(60)


def random_text(seed: int) -> str:
    """A text of names, verbs and marks in any order."""
    pick = random.Random(seed)  # noqa: S311 - a test's seeded choice
    return " ".join(pick.choice(PIECES) for _ in range(pick.randrange(5, 120))).strip()


def whole(known: Lexicon) -> NameSlice:
    """The whole lexicon as if it were a slice."""
    entries = tuple(entry for seconds in known.entries.values() for found in seconds.values() for entry in found)
    return NameSlice(entries, tuple(known.known.values()), tuple(seat for seats in known.seats.values() for seat in seats))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_slice_is_enough(seed: int) -> None:
    text = random_text(seed)
    assert analyse(body_of(text), names_for(text)) == analyse(body_of(text), whole(lexicon()))


def spans_of(found: Analysis) -> list[list[tuple[int, int]]]:
    """Every list of spans of an analysis."""
    lists = (found.sentences, found.mentions, found.quotations, found.dates, found.ambiguous, found.unlinked, found.hints)
    return [[(one.start, one.end) for one in each] for each in lists]  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", SEEDS)
def test_spans_lie_inside_the_text_and_in_order(seed: int) -> None:
    text = random_text(seed)
    found = analysed(text)
    for spans in spans_of(found):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert [start for start, _ in spans] == sorted(start for start, _ in spans)
    cued = [span for one in found.quotations for span in (one.cue, one.source) if span]
    assert all(0 <= span.start < span.end <= len(text) for span in cued)


@pytest.mark.parametrize("seed", SEEDS)
def test_mentions_and_sentences_do_not_overlap(seed: int) -> None:
    found = analysed(random_text(seed))
    for each in (found.mentions, found.sentences, found.dates, found.unlinked):
        spans = [(one.start, one.end) for one in each]
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


@pytest.mark.parametrize("seed", range(10))
def test_an_analysis_survives_encoding(seed: int) -> None:
    found = analysed(random_text(seed))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=Analysis) == found


def test_the_lexicon_does_not_depend_on_the_order_of_entities() -> None:
    assert build_lexicon(NAMINGS) == build_lexicon(tuple(reversed(NAMINGS)))


def test_the_lexicon_survives_encoding() -> None:
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(lexicon()), type=Lexicon) == lexicon()


def test_a_new_name_leaves_the_slices_of_other_texts_alone() -> None:
    text = "Mara Vell met Hadi Morre in Vardia."
    more = Naming("idris-tan", "person", "Idris Tan", (Name("Idris Tan", "strong"), Name("Mara Tan", "strong")))
    assert slice_lexicon(name_words(text), build_lexicon((*NAMINGS, more))) == names_for(text)


def edited(naming: Naming, pick: random.Random) -> Naming:
    """A file of an actor or a country after somebody's edit."""
    more = Name(f"{pick.choice(PIECES[:6])} {pick.choice(('Tan', 'Little', 'Quist', 'Star'))}", pick.choice(("strong", "weak")))
    office = Office("Harbour Minister", "VA", "", f"20{pick.randrange(10, 20)}", "")
    return pick.choice(
        (
            msgspec.structs.replace(naming, names=(*naming.names, more)),
            msgspec.structs.replace(naming, names=naming.names[:1]),
            msgspec.structs.replace(naming, offices=(*naming.offices, office)),
            msgspec.structs.replace(naming, offices=()),
            msgspec.structs.replace(naming, countries=("SA",)),
            msgspec.structs.replace(naming, demonyms=("Quistian",)),
        )
    )


def test_texts_without_a_key_that_differs_have_the_same_slice_of_both_lexicons() -> None:
    same, others = 0, 0
    for seed in range(400):
        pick = random.Random(seed)  # noqa: S311
        kept = [edited(one, pick) if pick.random() < 0.08 else one for one in NAMINGS if pick.random() > 0.03]
        old, new = build_lexicon(NAMINGS), build_lexicon(tuple(kept))
        text = " ".join(pick.choice(PIECES) for _ in range(pick.randrange(1, 12)))
        found = name_words(text)
        if any(first in found and (not second or second in found) for first, second in keys_that_differ(old, new)):
            others += slice_lexicon(found, old) != slice_lexicon(found, new)
        else:
            assert slice_lexicon(found, old) == slice_lexicon(found, new), f"seed {seed}"
            same += 1
    assert same > 100
    assert others > 50


def test_a_further_name_makes_one_key_differ() -> None:
    vell = next(one for one in NAMINGS if one.name == "Mara Vell")
    more = msgspec.structs.replace(vell, names=(*vell.names, Name("Key Quist", "weak")))
    new = build_lexicon(tuple(more if one is vell else one for one in NAMINGS))
    assert keys_that_differ(build_lexicon(NAMINGS), new) == {("key", "quist")}


def test_an_office_is_compared_by_its_key() -> None:
    renamed = [
        Naming(
            n.entity,
            n.kind,
            n.name,
            n.names,
            n.demonyms,
            n.countries,
            tuple(o.__class__("Foreign Minister", *_rest(o)) for o in n.offices),
        )
        if n.entity == "samir-al-taani"
        else n
        for n in NAMINGS
    ]
    assert build_lexicon(tuple(renamed)) == lexicon()


def _rest(office: object) -> tuple[str, str, str, str]:
    return (office.country, office.of, office.start, office.end)  # type: ignore[attr-defined]


HOSTILE = {
    "unclosed marks": "“Vell said hello. ",
    "unclosed straight marks": '"Vell said hello there he said\n\n',
    "single marks": "‘Vell said ",
    "verbs": "said ",
    "one long sentence": "Mara Vell said that he said, and Mr Holm said he was, adding that it ",
    "dots": "...",
    "capitals": "MARA VELL IS US ",
    "one long name": "Alpha of the ",
    "digits": "1 ",
    "offices": "the Vardian foreign minister, Vardia's ",
    "line breaks": "A\n",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_million_characters_are_analysed_in_bounded_time(name: str) -> None:
    """Work that grows with the square of the text would take many minutes."""
    text = (HOSTILE[name] * (1_000_000 // len(HOSTILE[name]))).strip()
    body, names = body_of(text), names_for(text)
    with bounded():
        sentences = analyse(body, names).sentences
    assert sentences[-1].end == len(text)
