"""Turns texts of articles into what a page in another language shows of them; one rule: each piece says its own language."""

from __future__ import annotations

import unicodedata

from markupsafe import Markup

from generator.model import Card, Citation
from generator.render.html import escaped
from generator.render.words import Words

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """Writing direction of a language's usual script."""
    return "rtl" if main_language(language) in _RIGHT_TO_LEFT else "ltr"


def main_language(language: str) -> str:
    """A language without its region: `en` of `en-NZ`."""
    return language.lower().partition("-")[0]


def in_its_language(text: str, language: str, words: Words) -> str:
    """A text as it is where it is in the page's language or in none; else in an element with its language and direction."""
    if not (text and language) or main_language(language) == main_language(words.language):
        return text
    html = f'<span lang="{escaped(language)}" dir="{direction(language)}">{escaped(text)}</span>'
    return Markup(html)  # noqa: S704 - both parts are escaped


def foreign_aside(language: str, words: Words) -> str:
    """Attributes of an element in the page's language that stands within a text in another; none where they are the same."""
    if not language or main_language(language) == main_language(words.language):
        return ""
    return f' lang="{escaped(words.language)}" dir="{direction(words.language)}"'


def set_apart(text: str, words: Words) -> str:
    """A text whose language nobody states, kept from its surroundings where it runs the other way, by its first letter."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    if (first == "L") == (direction(words.language) == "ltr"):
        return text
    return Markup(f'<bdi lang="">{escaped(text)}</bdi>')  # noqa: S704 - the text is escaped


def evidence_text(text: str, cites: tuple[Citation, ...], cards: dict[str, Card], words: Words) -> str:
    """A sentence of an article in that article's language."""
    card = cards.get(cites[0].article) if cites else None
    return in_its_language(text, card.language, words) if card is not None else text


def title_of(card: Card, words: Words) -> str:
    """An article's headline in the article's language."""
    return in_its_language(card.title, card.language, words)
