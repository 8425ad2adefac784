"""The desk's cites are traced to exact passages, and every citation is checked."""

import pytest
from brief_inputs import make_body

from generator.brief.evidence import check_citations, closest_passage, trace_dispute, trace_notes
from generator.model import Body, CitedDispute, CiteRequest, DeskNote, Dispute, Position, Use
from generator.problems import Location, Problem
from tests.bounds import bounded

HERE = Location("content/actors/mira-voss.yaml", 4, 7)
BODIES = {
    "a": make_body("Voss opened the harbour. Ships came. Ships came.", id="a"),
    "b": make_body("The council will protect the harbour.", id="b"),
    "m": make_body("Voss closed the mine.", id="m", rights="metadata"),
}


def note(*cites: tuple[str, str]) -> DeskNote:
    return DeskNote("A note.", cites=tuple(CiteRequest(article, text, HERE) for article, text in cites))


def traced(*cites: tuple[str, str], left_out: tuple[str, ...] = ()) -> tuple[int, list[Problem]]:
    notes, problems = trace_notes(notes=(note(*cites),), bodies=BODIES, left_out=left_out)
    return len(notes), list(problems)


def test_a_cite_becomes_the_exact_passage() -> None:
    (found,), problems = trace_notes(notes=(note(("a", "the harbour")),), bodies=BODIES, left_out=())
    (cite,) = found.cites
    assert (cite.article, cite.start, cite.end, cite.text, problems) == ("a", 12, 23, "the harbour", ())


def test_words_that_are_not_there_are_an_error_that_shows_the_closest_passage() -> None:
    count, (problem,) = traced(("a", "Voss opens the harbour."))
    assert (count, problem.severity, problem.location) == (0, "error", HERE)
    assert "Voss opened the harbour." in problem.fix


def test_words_that_stand_twice_are_an_error() -> None:
    count, (problem,) = traced(("a", "Ships came."))
    assert (count, problem.severity) == (0, "error")


def test_words_that_overlap_themselves_stand_twice() -> None:
    bodies = {"a": make_body("anana", id="a")}
    assert trace_notes(notes=(note(("a", "ana")),), bodies=bodies, left_out=())[1]


def test_an_empty_passage_is_an_error() -> None:
    assert traced(("a", ""))[1]


def test_an_unknown_article_is_an_error() -> None:
    count, (problem,) = traced(("zz", "Voss"))
    assert (count, problem.severity) == (0, "error")


def test_a_note_that_cites_an_article_left_out_is_left_out_whole() -> None:
    assert traced(("a", "the harbour"), ("b", "The council"), left_out=("b",)) == (0, [])


def test_a_passage_of_an_article_of_rights_metadata_is_left_out_with_a_warning() -> None:
    count, (problem,) = traced(("m", "Voss closed the mine."))
    assert (count, problem.severity) == (0, "warning")


def test_a_note_without_cites_is_an_error() -> None:
    count, (problem,) = traced()
    assert (count, problem.severity) == (0, "error")


def dispute(*positions: Position) -> Dispute:
    return Dispute("who-protects", "Who protects it?", "official-vs-official", "open", positions)


def position(holder: str, article: str, text: str) -> Position:
    return Position("A side.", (holder,), (CiteRequest(article, text, HERE),))


BOTH = (position("mira-voss", "a", "Voss opened the harbour."), position("tor-holm", "b", "The council"))


def trace(
    given: Dispute, bodies: dict[str, Body] = BODIES, left_out: tuple[str, ...] = ()
) -> tuple[CitedDispute | None, tuple[Problem, ...]]:
    return trace_dispute(dispute=given, bodies=bodies, left_out=left_out, countries={"mira-voss": ("AR",), "tor-holm": ("BE",)})


def test_a_dispute_stands_on_the_pages_of_its_holders_and_their_countries() -> None:
    found, problems = trace(dispute(*BOTH))
    assert problems == ()
    assert found is not None
    assert found.touches == ("AR", "BE", "mira-voss", "tor-holm")
    assert [side.cites[0].text for side in found.positions] == ["Voss opened the harbour.", "The council"]


def test_a_dispute_that_loses_a_position_vanishes_whole() -> None:
    assert trace(dispute(*BOTH), left_out=("b",)) == (None, ())


@pytest.mark.parametrize("positions", [BOTH[:1], (BOTH[0], Position("A side.", ("tor-holm",), ()))])
def test_a_one_sided_dispute_is_an_error(positions: tuple[Position, ...]) -> None:
    found, problems = trace(dispute(*positions))
    assert found is None
    assert [problem.location.path for problem in problems] == ["content/disputes/who-protects.yaml"]


def test_a_dispute_with_a_mistaken_cite_is_an_error() -> None:
    found, problems = trace(dispute(BOTH[0], position("tor-holm", "b", "The councils")))
    assert found is None
    assert len(problems) == 1


def test_the_gate_passes_exact_citations() -> None:
    assert check_citations(article="a", path="p", text="Voss came.", uses=(Use(0, 4, "Voss", "x.html", "X"),)) == (None, ())


@pytest.mark.parametrize(
    "use", [Use(0, 4, "voss", "x.html", "X"), Use(1, 5, "Voss", "x.html", "X"), Use(3, 3, "", "x.html", "X")]
)
def test_the_gate_stops_a_citation_that_differs_by_one_character(use: Use) -> None:
    _, (problem,) = check_citations(article="a", path="content/articles/a.txt", text="Voss came.", uses=(use,))
    assert (problem.severity, problem.location.path) == ("error", "content/articles/a.txt")


def test_nothing_like_it_gives_no_closest_passage() -> None:
    assert closest_passage("Voss opened the harbour.", "12 34 56.") == ""


def test_the_closest_passage_of_a_very_long_article_is_found_in_bounded_time() -> None:
    text = "Voss opened the harbour. " + "Ships came and went all day long. " * 100_000
    with bounded():
        found = closest_passage("Voss opens the harbour.", text)
    assert found == "Voss opened the harbour."
