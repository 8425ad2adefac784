"""What an article is about, and what it merely mentions."""

from __future__ import annotations

import pytest
from analyse_world import analysed, body_of, cases, names_for

from generator.analyse.places import locate
from generator.model import CountryRole


def located(title: str, text: str, **more: object) -> tuple[CountryRole, ...]:
    """Countries of an article in the invented world."""
    return locate(title, body_of(text, **more), analysed(text, **more), names_for(f"{title}\n{text}"))


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=title) for title, text, expected in cases("places.txt")]
)
def test_countries(text: str, expected: str) -> None:
    title, _, prose = text.partition("\n")
    assert "\n".join(f"{one.code} {one.role}" for one in located(title, prose)) == expected


def test_a_tagged_country_is_what_the_article_is_about() -> None:
    assert [(one.code, one.role) for one in located("A quiet day", "Nothing happened.", tags=("XV", "mara-vell"))] == [
        ("XV", "about")
    ]


def test_the_desk_can_keep_a_country_out() -> None:
    assert located("Vardia votes", "Vardia voted.", not_linked=("XV",)) == ()


def test_the_dateline_country_counts() -> None:
    text = "The vote in New Sarland is over."
    plain, with_dateline = located("Vote", text)[0], located("Vote", text, dateline_country="XN")[0]
    assert (plain.role, with_dateline.role) == ("mentioned", "about")


def test_scores_fall() -> None:
    scores = [one.score for one in located("Vardia", "Vardia and East Karo. Vardia. New Sarland.")]
    assert scores == sorted(scores, reverse=True)
