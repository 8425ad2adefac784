"""Turns citations into numbered links and the page's own list of sources; one rule: one pattern on every page of every theme.

The number stands for the article, so that one report keeps one number on a page; the link leads to the exact passage.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec
from markupsafe import Markup, escape

from generator.model import Card, Citation
from generator.render.dates import date_words
from generator.render.tongues import evidence_text, title_of
from generator.render.urls import NOWHERE, Href, Root, article_path, cite_id, cite_key, passage_id, place_on, source_path
from generator.render.words import Words

# Lines that carry a passage for hover and focus: bottom line, what changed, key point. Carried by all, they would make up
# a tenth of a long page (the example site's actors, 2026-11); the script takes it for the others from the list of sources.
CARRYING = 3


class Quoted(msgspec.Struct, frozen=True):
    """A passage in the list of sources."""

    text: str
    href: Href


class Note(msgspec.Struct, frozen=True):
    """One numbered source of a page."""

    number: int
    publisher: str
    publisher_href: Href  # empty: unknown publisher
    date: str  # in words
    title: str
    href: Href  # the article's page
    origin: str  # whom it repeats; empty: a report of its own
    grade: str
    passages: tuple[Quoted, ...]


class Cited(msgspec.Struct, frozen=True):
    """The cites of a page: one piece of HTML for each line that was given, in order, and what the page must therefore hold."""

    marks: tuple[Markup, ...]
    notes: tuple[Note, ...]
    required: dict[str, int]  # cite key -> how often it stands on the page


def cite_lines(
    lines: Sequence[tuple[Citation, ...]],
    cards: dict[str, Card],
    root: Root,
    words: Words,
    most: int = 0,
    record: Href = NOWHERE,
    whole: Collection[tuple[Citation, ...]] = (),
    carrying: int = CARRYING,
) -> Cited:
    """Number the sources of a page's lines in order of appearance; the same passage twice in one line is linked once.

    `most`: cites that a line shows (0: all); what more there are is counted, with a link to the same line of `record`;
    the lines with the cites `whole` show all of theirs. `carrying`: lines that carry one passage.
    """
    numbers: dict[str, int] = {}
    required: dict[str, int] = {}
    passages: dict[str, dict[str, Quoted]] = {}
    places: dict[str, Href] = {}
    tails: dict[str, str] = {}
    marks: list[Markup] = []
    for line in lines:
        out: list[str] = []
        distinct = list(dict.fromkeys(line))
        limit = most if most and line not in whole else len(distinct)
        for cite in distinct[:limit]:
            article = cite.article
            if article not in numbers:
                numbers[article] = len(numbers) + 1
                passages[article] = {}
                places[article] = root.to(article_path(article))
                tails[article] = _tail(numbers[article], article, cards.get(article), words)
            key = cite_key(cite)
            count = required[key] = required.get(key, 0) + 1
            href = place_on(places[article], passage_id(cite.start, cite.end))
            anchor = f' id="{cite_id(article, cite.start, cite.end)}"' if count == 1 else ""
            shown = f'data-passage="{escape(cite.text)}" ' if count <= carrying else ""
            if count == 1:
                text = evidence_text(cite.text, (cite,), cards, words)
                passages[article][key] = Quoted(text, href)
            out.append(f'<a class="cite"{anchor} href="{href}" data-cite="{key}" {shown}{tails[article]}')
        if len(distinct) > limit:
            out.append(_further(distinct[limit:], record, words))
        marks.append(Markup("".join(out)))  # noqa: S704 - ids are [a-z0-9-], labels were escaped
    notes = tuple(
        _note(number, article, places[article], tuple(passages[article].values()), cards, root, words)
        for article, number in numbers.items()
    )
    return Cited(tuple(marks), notes, required)


def _further(cites: Sequence[Citation], record: Href, words: Words) -> str:
    """How many more sources a line has, as a link to the line that names them."""
    label = words.ngettext("%(num)s more source, in the record", "%(num)s more sources, in the record", len(cites))
    first = cites[0]
    href = place_on(record, cite_id(first.article, first.start, first.end))
    return f'<a class="cite" dir="ltr" href="{href}" aria-label="{escape(label)}">+{len(cites)}</a>'  # else "1+" in Arabic


def _tail(number: int, article: str, card: Card | None, words: Words) -> str:
    """The end of a cite's link: its spoken label and its number."""
    parts = [words.gettext("source %(number)s", number=number)]
    if card is not None:
        publisher = card.source_name or words.gettext("publisher unknown")
        parts += [part for part in (publisher, date_words(card.date, words.language)) if part]
    else:
        parts.append(article)
    return f'aria-label="{escape(words.listed(parts))}">{number}</a>'


def _note(
    number: int, article: str, href: Href, passages: tuple[Quoted, ...], cards: dict[str, Card], root: Root, words: Words
) -> Note:
    """One entry of the list of sources."""
    card = cards.get(article)
    if card is None:
        return Note(number, "", NOWHERE, "", article, href, "", "", passages)
    return Note(
        number=number,
        publisher=card.source_name,
        publisher_href=root.to(source_path(card.source)),
        date=date_words(card.date, words.language),
        title=title_of(card, words),
        href=href,
        origin=relay_words(card, words),
        grade=card.reliability,
        passages=passages,
    )


def relay_words(card: Card, words: Words) -> str:
    """Whose report an article repeats, as far as it says so."""
    return words.listed(one.name or words.gettext("another report") for one in card.relayed)
