"""Pieces of an article on a page in another language."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from generator.model import Card, Catalogue, Citation
from generator.render.terms import language_name
from generator.render.tongues import direction, evidence_text, foreign_aside, in_its_language, set_apart
from generator.render.words import Words

ARABIC, ENGLISH = Words(Catalogue("ar")), Words(Catalogue("en-NZ"))


def test_a_piece_in_another_language_says_its_language_and_direction() -> None:
    assert in_its_language("A <b>", "en", ARABIC) == Markup('<span lang="en" dir="ltr">A &lt;b&gt;</span>')
    assert in_its_language("وزير", "ar-IQ", ENGLISH) == Markup('<span lang="ar-IQ" dir="rtl">وزير</span>')


@pytest.mark.parametrize("language", ["en", "en-GB", ""])
def test_a_piece_in_the_language_of_the_page_stays_plain(language: str) -> None:
    assert type(in_its_language("A <b>", language, ENGLISH)) is str


def test_a_line_is_in_the_language_of_the_article_that_it_cites() -> None:
    cards = {"visit": Card("visit", "t", "2015-02-13", language="fr")}
    cite = Citation("visit", 0, 4, "Oui.")
    assert evidence_text("Oui.", (cite,), cards, ENGLISH) == '<span lang="fr" dir="ltr">Oui.</span>'
    assert evidence_text("Oui.", (cite,), {}, ENGLISH) == "Oui."


def test_direction_follows_the_language() -> None:
    assert [direction(one) for one in ("ar", "he-IL", "en", "fr-CA")] == ["rtl", "rtl", "ltr", "ltr"]


def test_a_language_is_called_by_its_name_without_its_region() -> None:
    assert [language_name(one, ENGLISH) for one in ("en-NZ", "ar", "xx")] == ["English", "Arabic", "xx"]


def test_what_the_interface_says_within_a_foreign_text_is_in_its_own_language() -> None:
    assert foreign_aside("en", ARABIC) == ' lang="ar" dir="rtl"'
    assert (foreign_aside("en", ENGLISH), foreign_aside("", ARABIC)) == ("", "")


def test_a_text_of_no_stated_language_is_set_apart_where_it_runs_the_other_way() -> None:
    assert set_apart("(Who?)", ARABIC) == Markup('<bdi lang="">(Who?)</bdi>')
    assert set_apart("1. من؟", ENGLISH) == Markup('<bdi lang="">1. من؟</bdi>')
    assert [type(one) for one in (set_apart("Who?", ENGLISH), set_apart("من؟", ARABIC), set_apart("", ENGLISH))] == [str] * 3
