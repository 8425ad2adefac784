"""Turns Markdown or plain text into prose: the text without markup, and its blocks and inlines by offset.

No markup reaches the text and no text is lost: raw HTML stays as its own letters, a link with an unsafe scheme stays as it was
typed, an image becomes a link with its alternative text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model import Block, Inline, Prose
from generator.read.simple_markdown import MARKUP, Piece, nfc, simple_pieces

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

MOST_BRACKETS = 20_000  # opening brackets in one text; each costs the parser about 50 microseconds where none is closed
DEEPEST = 20  # levels of quotes and lists; the parser would silently drop what lies below its own limit
_PARSER_DEPTH = 30
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED = re.compile("[\x00-\x20]+")  # what a browser takes out of an address before it looks at it
_SAFE = {"http", "https", "mailto"}
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_CONTAINERS = {"blockquote": "quote", "bullet_list": "list", "ordered_list": "ordered", "list_item": "item", "table": "table"}
_MARKS = {"em": "emphasis", "strong": "strong", "link": "link"}


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes a twentieth of a second: only for a text that is not simple

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _PARSER_DEPTH}).enable("table")
    parser.disable(["html_block", "html_inline"])  # they would be tried at every line and do nothing
    parser.core.ruler.at("inline", _parse_inlines)
    parser.validateLink = is_safe  # type: ignore[method-assign, assignment]  # the parser's own documented hook
    return parser


def _parse_inlines(state: StateCore) -> None:
    """The parser's own rule, which spares most paragraphs: what holds no character of markup is one stretch of text."""
    from markdown_it.token import Token  # as above

    for token in state.tokens:
        if token.type != "inline":
            continue
        if token.content and not MARKUP.search(token.content):
            token.children = [Token("text", "", 0, content=token.content)]
        else:
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def is_safe(href: str) -> bool:
    """Whether a link may be published: http, https, mailto or relative; never to another host without a scheme."""
    href = _IGNORED.sub("", href)
    if href.startswith(("//", "\\", "/\\")):
        return False
    scheme = _SCHEME.match(href)
    return scheme is None or scheme[1].lower() in _SAFE


def markdown_trouble(text: str) -> tuple[int, str] | None:
    """Why a text is not parsed at all, with the offset where that begins: it would take too long."""
    if text.count("[") <= MOST_BRACKETS:
        return None
    offset = -1
    for _ in range(MOST_BRACKETS + 1):
        offset = text.index("[", offset + 1)
    return offset, f"This text holds more than {MOST_BRACKETS} opening brackets."


def markdown_prose(text: str) -> tuple[Prose, int]:
    """Prose of a Markdown text, and the line (from 0) on which it nests deeper than is read, or -1.

    Blocks are paragraphs, headings, list items' paragraphs, table rows and code blocks, separated by a blank line. A soft
    break is a space, a hard one a line feed; the cells of a row are separated by one tab.
    """
    pieces, deep = simple_pieces(text, _parsed_inline), -1
    if pieces is None:
        tokens = _parser().parse(text)
        deep = next((token.map[0] for token in tokens if token.level >= DEEPEST and token.map), -1)
        pieces = list(_pieces(tokens))
    return _joined(pieces), deep


def _joined(pieces: list[Piece]) -> Prose:
    """The blocks that hold text, with a blank line between them."""
    parts: list[str] = []
    blocks: list[Block] = []
    inlines: list[Inline] = []
    start = 0
    for piece in pieces:
        if not piece.text.strip():
            continue
        end = start + len(piece.text)
        parts.append(piece.text)
        blocks.append(Block(piece.kind, start, end, piece.level, piece.within))
        inlines += _moved(piece.inlines, start)
        start = end + 2
    return Prose("\n\n".join(parts), tuple(blocks), tuple(inlines))


def _parsed_inline(text: str) -> Piece:
    return _inline(_parser().parseInline(text)[0].children or [], False)


def _pieces(tokens: list[Token]) -> Iterator[Piece]:
    """The blocks in order."""
    within: tuple[str, ...] = ()
    cells: list[Piece] | None = None
    kind, level, number, head = "paragraph", 0, 0, 0
    for token in tokens:
        name, _, side = token.type.rpartition("_")
        piece = None
        if token.type == "inline":
            piece = _inline(token.children or [], cells is not None)._replace(kind=kind, level=level, within=within)
            if cells is not None:
                cells.append(piece)
                continue
        elif token.type in ("fence", "code_block"):
            piece = Piece(nfc(token.content.strip("\n")), (), "code", 0, within)
        elif token.type == "tr_close":
            piece, cells = _row(cells or [])._replace(level=head, within=within), None
        elif token.type == "tr_open":
            cells = []
        elif side == "open":
            kind, level = ("heading", int(token.tag[1])) if name == "heading" else ("paragraph", 0)
            head = int(name == "thead") if name in ("thead", "tbody") else head
            if name in _CONTAINERS:
                number += 1
                within = (*within, f"{_CONTAINERS[name]}:{number}")
        elif name in _CONTAINERS:
            within = within[:-1]
        if piece is not None:
            yield piece


def plain_prose(text: str) -> Prose:
    """Prose of a plain text: the text as it is, its blocks the paragraphs between blank lines."""
    blocks: list[Block] = []
    start = 0
    for gap in _BLANK.finditer(text):
        blocks += _paragraph(text, start, gap.start())
        start = gap.end()
    blocks += _paragraph(text, start, len(text))
    return Prose(text, tuple(blocks))


def _paragraph(text: str, start: int, end: int) -> list[Block]:
    stretch = text[start:end]
    inner = stretch.strip()
    if not inner:
        return []
    start += len(stretch) - len(stretch.lstrip())
    return [Block("paragraph", start, start + len(inner))]


def _row(cells: list[Piece]) -> Piece:
    inlines: list[Inline] = []
    start = 0
    for cell in cells:
        inlines += _moved(cell.inlines, start)
        start += len(cell.text) + 1
    return Piece("\t".join(cell.text for cell in cells), tuple(inlines), "row")


def _moved(inlines: tuple[Inline, ...], by: int) -> list[Inline]:
    return [Inline(mark.kind, mark.start + by, mark.end + by, mark.href) for mark in inlines]


def _inline(children: list[Token], in_cell: bool) -> Piece:
    """Text and inlines of one paragraph, heading or cell."""
    if len(children) == 1 and children[0].type == "text" and not in_cell:
        return Piece(nfc(children[0].content))
    parts: list[str] = []
    position = 0
    opened: list[tuple[str, int, str]] = []
    inlines: list[Inline] = []
    for token in children:
        name, _, side = token.type.rpartition("_")
        if name in _MARKS and side == "open":
            opened.append((_MARKS[name], position, str(token.attrGet("href") or "")))
        elif name in _MARKS and side == "close":
            mark, start, href = opened.pop()
            inlines += [Inline(mark, start, position, href)] if start < position else []
        else:
            added = nfc(_words(token, in_cell))
            leaf = _leaf(token, opened) if added else None
            if leaf is not None:
                inlines.append(Inline(leaf[0], position, position + len(added), leaf[1]))
            parts.append(added)
            position += len(added)
    inlines.sort(key=lambda mark: (mark.start, -mark.end))
    return Piece("".join(parts), tuple(inlines))


def _words(token: Token, in_cell: bool) -> str:
    """What one token adds to the text; a cell holds neither tab nor line feed, for they part cells and rows."""
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return " " if in_cell else "\n"
    if token.type == "image":
        return (_inline(token.children or [], in_cell).text or _source(token)).replace("\n", " ")
    return token.content.replace("\t", " ") if in_cell else token.content


def _leaf(token: Token, opened: list[tuple[str, int, str]]) -> tuple[str, str] | None:
    """Kind and address of code, or of an image as a link, which stays plain text inside another link."""
    if token.type == "code_inline":
        return "code", ""
    if token.type == "image" and not any(mark == "link" for mark, _, _ in opened):
        return "link", _source(token)
    return None


def _source(token: Token) -> str:
    return str(token.attrGet("src") or "")
