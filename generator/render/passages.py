"""Turns an article's analysis and uses into marks and stretches to show; one rule: what rights withhold is in no stretch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from markupsafe import Markup

from generator.model import Ambiguity, Block, Inline, Link, Mention, Prose, Quotation, Span, Use
from generator.render.html import Mark, Piece, escaped
from generator.render.urls import NOWHERE, Href, Root, briefing_path, cite_id, passage_id
from generator.render.words import Words

_CITED_RANK, _QUOTE_RANK, _NAME_RANK = 0, 1, 3
_LETTERS = {"person": "p", "country": "c", "armed-group": "g"}  # every other kind is a body: "o"


def cited_marks(uses: Sequence[Use]) -> list[Mark]:
    """Each cited passage once, with the anchor that cites lead to."""
    closing = "</span>"
    spans = sorted({(use.start, use.end) for use in uses})
    again = '<span class="cited">'
    return [
        (start, -end, _CITED_RANK, f'<span class="cited" id="{passage_id(start, end)}">', again, closing) for start, end in spans
    ]


def quotation_marks(quotations: Sequence[Quotation]) -> list[Mark]:
    """The content of each quotation, direct speech told apart from reported speech."""
    marks: list[Mark] = []
    for quotation in quotations:
        opening = '<span class="said">' if quotation.kind == "indirect" else '<span class="said direct">'
        marks.append((quotation.start, -quotation.end, _QUOTE_RANK, opening, opening, "</span>"))
    return marks


def name_marks(mentions: Sequence[Mention], inlines: Sequence[Inline], links: dict[str, Link], root: Root) -> list[Mark]:
    """Each mention as a link to its entity's page, classed by kind; only marked if inside a link or without a page."""
    tags: dict[str, tuple[str, str]] = {}  # opening and closing tag, by entity
    anchors = [inline for inline in inlines if inline.kind == "link"]
    marks: list[Mark] = []
    for mention in mentions:
        link = links.get(mention.entity)
        if link is None:
            continue
        start, end = mention.start, mention.end
        if anchors and any(anchor.start < end and start < anchor.end for anchor in anchors):
            opening, closing = _name_tags(link.kind, NOWHERE)
        elif mention.entity in tags:
            opening, closing = tags[mention.entity]
        else:
            opening, closing = tags[mention.entity] = _name_tags(link.kind, root.to(link.path))
        marks.append((start, -end, _NAME_RANK, opening, opening, closing))
    return marks


def _name_tags(kind: str, href: Href) -> tuple[str, str]:
    """The tags around a name; an empty address means that it is only marked."""
    letter = _LETTERS.get(kind, "o")
    return (f'<a class="m {letter}" href="{escaped(href)}">', "</a>") if href else (f'<span class="m {letter}">', "</span>")


def ambiguous_marks(ambiguous: Sequence[Ambiguity]) -> list[Mark]:
    """Each name that was left unlinked because it is not certain."""
    opening = '<span class="m maybe">'
    return [(name.start, -name.end, _NAME_RANK, opening, opening, "</span>") for name in ambiguous]


def whole_pieces(prose: Prose, uses: Sequence[Use], root: Root, article: str, words: Words, aside: str) -> list[Piece]:
    """Every block, numbered, with the pages that use its passages; `aside`: attributes of what the interface says in between."""
    notes = _notes_by_block(prose.blocks, uses, root, article, words, aside)
    numbers = number_paragraphs(prose.blocks)
    return [
        Piece(block, number, block.start, block.end, "", notes.get(place, ""))
        for place, (number, block) in enumerate(zip(numbers, prose.blocks, strict=True))
    ]


def number_paragraphs(blocks: Sequence[Block]) -> list[int]:
    """The number of each block's paragraph, from 1; 0 for a heading, which nobody counts."""
    numbers, last = [], 0
    for block in blocks:
        last += block.kind != "heading"
        numbers.append(last if block.kind != "heading" else 0)
    return numbers


def excerpt_pieces(
    prose: Prose, sentences: Sequence[Span], uses: Sequence[Use], root: Root, article: str, words: Words, aside: str
) -> tuple[list[Piece], Markup]:
    """Cited sentences with one sentence of context each, gaps counted; and the gap that follows the last of them."""
    notes = _notes_by_block(prose.blocks, uses, root, article, words, aside)
    numbers = number_paragraphs(prose.blocks)
    pieces: list[Piece] = []
    behind = 0  # sentences up to here are shown or counted
    numbered: set[int] = set()
    for first, last in _runs(sentences, uses):
        gap = _gap(first - behind, words, aside)
        start, end = sentences[first].start, sentences[last].end
        for place, block in enumerate(prose.blocks):
            if block.start < end and start < block.end:
                fresh = place not in numbered
                numbered.add(place)
                stretch = (max(start, block.start), min(end, block.end))
                pieces.append(Piece(block, numbers[place] if fresh else 0, *stretch, gap, notes.pop(place, "")))
                gap = ""
        behind = last + 1
    return pieces, Markup(_gap(len(sentences) - behind, words, aside))  # noqa: S704 - a number in words of ours


def shown_spans(sentences: Sequence[Span], uses: Sequence[Use]) -> list[Span]:
    """What may be shown where only excerpts may: each cited sentence with its neighbours, joined where they touch."""
    return [Span(sentences[first].start, sentences[last].end) for first, last in _runs(sentences, uses)]


def _runs(sentences: Sequence[Span], uses: Sequence[Use]) -> list[tuple[int, int]]:
    """Runs of sentence numbers, both ends included, that the uses open to view."""
    starts, ends = [span.start for span in sentences], [span.end for span in sentences]
    runs: list[tuple[int, int]] = []
    for begin, finish in sorted({(use.start, use.end) for use in uses}):
        first = max(bisect_right(ends, begin) - 1, 0)
        last = min(bisect_left(starts, finish), len(sentences) - 1)
        if last < first:
            continue
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        else:
            runs.append((first, last))
    return runs


def _gap(count: int, words: Words, aside: str) -> str:
    """A gap with its size."""
    if count <= 0:
        return ""
    size = words.ngettext("%(num)s sentence not shown", "%(num)s sentences not shown", count)
    return f'<p class="gap"{aside}>{escaped(size)}</p>'


def _notes_by_block(
    blocks: Sequence[Block], uses: Sequence[Use], root: Root, article: str, words: Words, aside: str
) -> dict[int, str]:
    """By place of the block, from 0, the note "used on", linked to the line that cites.

    Each subject stands there once: by its page where that cites the block, else by its record.
    """
    ends = [block.end for block in blocks]
    by_block: dict[int, dict[str, Use]] = {}
    for use in sorted(uses, key=lambda use: (use.start, use.end, use.name, use.page)):
        place = bisect_right(ends, use.start)
        pages, page = by_block.setdefault(place, {}), briefing_path(use.page)
        if page not in pages or pages[page].page != page == use.page:
            pages[page] = use
    told = {
        place: words.gettext("used on %(pages)s", pages=words.listed(_page_link(use, root, article) for use in pages.values()))
        for place, pages in by_block.items()
    }
    return {place: f'<p class="used"{aside}>{text}</p>' for place, text in told.items()}


def _page_link(use: Use, root: Root, article: str) -> str:
    """The page that uses a passage, by its name, linked to the line that cites."""
    href = escaped(root.to(use.page, cite_id(article, use.start, use.end)))
    return f'<a href="{href}"><bdi>{escaped(use.name)}</bdi></a>'
