"""Turns prose into HTML by merging offset intervals into the text; one rule: every character of content is escaped.

Marks (mentions, quotations, cited passages, emphasis) are half-open intervals of the text. They are opened and closed while the
text is written from left to right; where two cross, the inner one is closed and opened again, so that the result always nests.
HTML is never searched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.model import Block, Inline, Prose
from generator.render.urls import safe_href

# Start, minus end, rank, opening tag, the same without its id (after an interruption), closing tag. Natural order is nesting
# order: earlier before later, longer around shorter, lower rank around higher.
Mark = tuple[int, int, int, str, str, str]
_Open = tuple[int, Mark, int]  # where an open mark ends, the mark, where the first of those around it ends

INLINE_RANK = 2
_TAGS = {"quote": "blockquote", "list": "ul", "ordered": "ol", "item": "li", "table": "table"}
_SET = {"emphasis": "em", "strong": "strong", "code": "code"}

# Control characters but tab and newline, line and paragraph separators, and the bidi characters that steer what follows them.
# The three invisible marks of direction stay: Arabic and Hebrew need them, and they reach no further than themselves.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_CONTROL_BYTES = bytes(range(9)) + bytes(range(11, 32)) + b"\x7f"
_UNSEEN_BYTES = re.compile(rb"\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])")
_C1_BYTES = re.compile(rb"\xc2[\x80-\x9f]")


class Piece(NamedTuple):
    """A stretch of one block that is shown; a whole block unless the article's rights allow excerpts only."""

    block: Block
    number: int  # of the paragraph, from 1; 0: a heading, or a later stretch of a paragraph that has its number already
    start: int
    end: int
    before: str = ""  # HTML put before it: a counted gap
    after: str = ""  # HTML put after it: where the passage is used


def visible_bytes(html: str) -> bytes:
    """A finished page as UTF-8, control and bidi characters shown as the replacement character; a clean page costs one look."""
    data = html.encode("utf-8", "replace")
    unseen = len(data.translate(None, _CONTROL_BYTES)) != len(data) or _C1_BYTES.search(data)
    if not unseen and not (b"\xe2" in data and _UNSEEN_BYTES.search(data)):
        return data
    return _UNSEEN.sub("\ufffd", html).encode("utf-8", "replace")


def inline_marks(inlines: Sequence[Inline], lead: Callable[[str], str] = str) -> list[Mark]:
    """Marks of emphasis, strong, code and links, led by `lead`; a link whose scheme could run is left out, its words stay."""
    marks: list[Mark] = []
    for inline in inlines:
        if inline.kind == "link":
            href = safe_href(lead(inline.href))
            if not href:
                continue
            opening = f'<a href="{escaped(href)}" rel="noreferrer">'
            marks.append((inline.start, -inline.end, INLINE_RANK, opening, opening, "</a>"))
        elif inline.kind in _SET:
            tag = _SET[inline.kind]
            marks.append((inline.start, -inline.end, INLINE_RANK, f"<{tag}>", f"<{tag}>", f"</{tag}>"))
    return marks


def prose_html(prose: Prose, lead: Callable[[str], str], top: int = 2) -> Markup:
    """Prose of the desk as HTML, its highest heading at level `top`; `lead` turns the address of a link into the page's own."""
    pieces = [Piece(block, 0, block.start, block.end) for block in prose.blocks]
    return pieces_html(prose.text, pieces, inline_marks(prose.inlines, lead), top)


def pieces_html(text: str, pieces: Sequence[Piece], marks: list[Mark], top: int = 3, label: str = "") -> Markup:
    """Stretches of blocks with their containers and marks; headings start at level `top` and never skip one.

    `label` is what a paragraph's number is called, with `%(number)s` in it.
    """
    label = escaped(label)
    levels = _heading_levels(pieces, top)
    takers = _marks_by_piece(pieces, sorted(marks))
    out: list[str] = []
    within: tuple[str, ...] = ()
    for piece, level, mine in zip(pieces, levels, takers, strict=True):
        if piece.block.within != within or piece.before:
            shared = 0 if piece.before else _shared(within, piece.block.within)
            out += _closings(within[shared:])
            out.append(piece.before)
            out += _openings(piece.block.within[shared:])
            within = piece.block.within
        out += _piece_html(text, piece, level, mine, label)
    out += _closings(within)
    return Markup("".join(out))  # noqa: S704 - every part was escaped above


def escaped(text: str) -> str:
    """Text with the five characters of HTML replaced, exactly as `markupsafe.escape` does it.

    Markup would cost twice as much; it is made once, of the whole.
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


def merge_marks(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[str]:
    """A stretch of text, escaped, with sorted marks opened and closed in it; a mark begun before it is opened without its id."""
    out: list[str] = []
    opened: list[_Open] = []
    at, nearest = start, end + 1  # nearest: where the next mark ends
    for mark in marks:
        begin, negative, _, opening, again, _ = mark
        if begin < start:
            begin, opening = start, again
        if begin >= end or -negative <= begin:
            continue
        if nearest <= begin:
            at, nearest = _close_until(text, at, begin, nearest, opened, out)
        if begin > at:
            out.append(escaped(text[at:begin]))
            at = begin
        out.append(opening)
        opened.append((-negative, mark, nearest))
        nearest = min(nearest, -negative)
    if nearest <= end:
        at, _ = _close_until(text, at, end, nearest, opened, out)
    if at < end:
        out.append(escaped(text[at:end]))
    out += [mark[5] for _, mark, _ in reversed(opened)]
    return out


def _close_until(text: str, at: int, limit: int, nearest: int, opened: list[_Open], out: list[str]) -> tuple[int, int]:
    """Write text up to each mark that ends at or before the limit and close it; the offset reached and the next mark's end."""
    while nearest <= limit:
        if nearest > at:
            out.append(escaped(text[at:nearest]))
            at = nearest
        if opened[-1][0] == nearest:
            _, mark, nearest = opened.pop()
            out.append(mark[5])
            continue
        # Marks that go on lie within the one that ends: they are closed with it and opened again.
        outermost = next(place for place, (ending, _, _) in enumerate(opened) if ending == nearest)
        out += [mark[5] for _, mark, _ in reversed(opened[outermost:])]
        crossing = [mark for ending, mark, _ in opened[outermost:] if ending > nearest]
        nearest = opened[outermost][2]
        del opened[outermost:]
        for mark in crossing:
            out.append(mark[4])
            opened.append((-mark[1], mark, nearest))
            nearest = min(nearest, -mark[1])
    return at, nearest


def _piece_html(text: str, piece: Piece, level: int, marks: Sequence[Mark], label: str) -> list[str]:
    """One stretch in the element of its block."""
    block, start, end = piece.block, piece.start, piece.end
    if block.kind == "row":
        return _row_html(text, piece, marks)
    if block.kind == "code":
        opening, closing = "<pre><code", "</code></pre>"
    elif block.kind == "heading":
        opening, closing = f"<h{level}", f"</h{level}>"
    else:
        opening, closing = "<p", "</p>"
    number = piece.number
    if number and block.kind == "paragraph":
        opening += f' id="p{number}"><a class="pn" href="#p{number}" aria-label="{label % {"number": number}}">{number}</a>'
    elif number:
        opening += f' id="p{number}">'
    else:
        opening += ">"
    return [opening, *merge_marks(text, start, end, marks), closing, piece.after]


def _row_html(text: str, piece: Piece, marks: Sequence[Mark]) -> list[str]:
    """One row of a table; its cells are separated by tabs."""
    tag, closing = ('<th scope="col">', "</th>") if piece.block.level == 1 else ("<td>", "</td>")
    out = ["<tr>"]
    at = piece.start
    for cell in text[piece.start : piece.end].split("\t"):
        out += [tag, *merge_marks(text, at, at + len(cell), marks), closing]
        at += len(cell) + 1
    if piece.after:
        out[-1:] = [piece.after, closing]
    return [*out, "</tr>"]


def _marks_by_piece(pieces: Sequence[Piece], marks: list[Mark]) -> Iterator[list[Mark]]:
    """For each piece in order the marks that overlap it, sorted."""
    following, carried = 0, list[Mark]()
    for piece in pieces:
        mine = carried
        while following < len(marks) and marks[following][0] < piece.end:
            if -marks[following][1] > piece.start:
                mine.append(marks[following])
            following += 1
        yield mine
        carried = [mark for mark in mine if -mark[1] > piece.end]


def _heading_levels(pieces: Sequence[Piece], top: int) -> list[int]:
    """The level each heading is set at: the article's own order, begun at `top`, without a gap."""
    found = [piece.block.level for piece in pieces if piece.block.kind == "heading"]
    highest = min(found, default=1)
    levels, last = [], top - 1
    for piece in pieces:
        level = min(top + piece.block.level - highest, last + 1, 6)
        if piece.block.kind == "heading":
            last = level
        levels.append(level)
    return levels


def _shared(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """How many outer containers two blocks have in common."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _openings(containers: tuple[str, ...]) -> list[str]:
    """Opening tags, outermost first."""
    return [f"<{_TAGS[name.partition(':')[0]]}>" for name in containers]


def _closings(containers: tuple[str, ...]) -> list[str]:
    """Closing tags, innermost first."""
    return [f"</{_TAGS[name.partition(':')[0]]}>" for name in reversed(containers)]
