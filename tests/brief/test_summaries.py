"""An article's own summary."""

import msgspec
from brief_inputs import make_analysis, make_body, quotation

from generator.brief.candidates import list_candidates
from generator.brief.summaries import OPENING, summarise
from generator.model import Span


def summary(text: str) -> list[str]:
    body = make_body(text)
    candidates = list_candidates(body, make_analysis(body), frozenset())
    return [text[span.start : span.end] for span in summarise(candidates, {})]


LEAD = "Voss opened the northern harbour on Monday."


def test_it_begins_with_the_first_sentence_that_can_stand_alone() -> None:
    assert summary(f"But she came late to the north. {LEAD} The harbour took a year.") == [LEAD, "The harbour took a year."]


def test_a_sentence_that_tells_more_is_preferred_to_one_that_tells_less() -> None:
    dull = "The morning was cold."
    found = summary(
        f"{LEAD} {dull} Holm built the northern harbour with forty ships. Engineers from Arland keep the harbour, and Holm paid."
    )
    assert found[0] == LEAD
    assert dull not in found
    assert len(found) == 3


def test_a_sentence_that_leans_on_another_follows_it_or_is_left_out() -> None:
    for gap in ("", "The morning was cold. "):
        found = summary(f"{LEAD} {gap}But she warned of the northern harbour and the Monday ships.")
        assert ("But she warned of the northern harbour and the Monday ships." in found) is (
            not gap or "The morning was cold." in found
        )


def test_a_pronoun_that_other_lines_complete_leans_on_another_here() -> None:
    """A summary shows the article's own words, so what a key point says in brackets helps no reader of it."""
    bare = "She warned of the northern harbour and the Monday ships."
    for gap in ("", "The morning was cold. Holm bowed. "):
        text = f"{LEAD} {gap}{bare}"
        body = make_body(text)
        said = quotation(body, "of the northern harbour", "mira-voss", kind="indirect", speaker_name="Mira Voss")
        at = text.index("She warned")
        told = msgspec.structs.replace(said, source=Span(at, at + 3), cue=Span(at + 4, at + 10))
        candidates = list_candidates(body, make_analysis(body, quotations=(told,)), frozenset())
        assert candidates[-1].shown == "[Mira Voss] warned of the northern harbour and the Monday ships."
        found = [text[span.start : span.end] for span in summarise(candidates, {})]
        assert (bare in found) is (not gap)


def test_a_question_is_no_part_of_it() -> None:
    assert summary(f"{LEAD} Will the northern harbour open on Monday?") == [LEAD]


def test_what_comes_late_is_no_part_of_it() -> None:
    late = "Voss opened the northern harbour on Monday at noon with ships."
    text = " ".join([LEAD, *["The sky was blue that day."] * (OPENING - 1), late])
    assert late not in summary(text)
