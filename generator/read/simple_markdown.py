"""Turns the Markdown that most articles are into its blocks without the parser, which asks at each line for every kind of block.

Paragraphs, headings and quoted paragraphs, with words in emphasis and links to web addresses. It gives exactly what the parser
gives; wherever a line or a mark may mean anything else, it leaves the text or the paragraph to the parser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from generator.model import Inline

MARKUP = re.compile(r"[\n\\`*_\[<&]")  # every character at which one of the enabled inline rules begins, but `![`
_EMPTY_LINES = re.compile(r"\n\n+")
# A line that begins so may be more than a line of a paragraph: by white space, by a mark that opens a block or underlines one.
_STRUCTURE = re.compile(r"\n(?:[\s>#+=~`|:\[-]|\d+[.)]|[*_](?![*_]?[^\W_]))")
_HEADING = re.compile(r"(#{1,6}) (?=[^\s#])(.*)(?<=[^\s#])")
_PLAIN = r"[^\n\\`*_\[\]<&]"
_SIMPLE_INLINE = re.compile(
    # Before the words a mark that can only open; after them one that can only close: between a letter and punctuation, or last.
    r"(?<![^ (\"“])(?P<mark>\*\*?|__?)"
    rf"(?P<words>(?=[^\W_]){_PLAIN}+(?:(?<=[^\W_])(?=[*_]+[.,;:?)\"”])|(?<=\S)(?=[*_]+(?: |\Z))))(?P=mark)(?![*_])"
    # An address whose letters the parser would not change.
    rf"|(?<!!)\[(?P<label>{_PLAIN}+)\]\((?P<href>https?://(?:[a-z0-9-]{{1,60}}\.){{1,3}}[a-z]{{2,20}}(?:/[A-Za-z0-9/._~=?&#-]*)?)\)"
)


class Piece(NamedTuple):
    """Rendered text of one block, with its inlines from its own start."""

    text: str
    inlines: tuple[Inline, ...] = ()
    kind: str = "paragraph"
    level: int = 0
    within: tuple[str, ...] = ()


def simple_pieces(text: str, parse_inline: Callable[[str], Piece]) -> list[Piece] | None:
    """The blocks of a text, or None where a line may be anything but a paragraph's, a heading, or quoted.

    `parse_inline` reads the content of a block whose inlines are not simple.
    """
    if "\r" in text or "\0" in text:
        return None
    found: list[Piece] = []
    quotes = 0
    for paragraph in filter(None, _EMPTY_LINES.split(text.strip("\n"))):
        heading = _HEADING.fullmatch(paragraph) if paragraph[0] == "#" else None
        quoted = paragraph.startswith("> ") and paragraph.count("\n") == paragraph.count("\n> ")
        inner = paragraph[2:].replace("\n> ", "\n") if quoted else paragraph
        if heading:
            found.append(_content(heading[2], parse_inline)._replace(kind="heading", level=len(heading[1])))
        elif _STRUCTURE.search(f"\n{inner}") or inner[-1:].isspace():
            return None
        elif quoted:
            quotes += 1
            found.append(_content(inner, parse_inline)._replace(within=(f"quote:{quotes}",)))
        else:
            found.append(_content(inner, parse_inline))
    return found


def _content(text: str, parse_inline: Callable[[str], Piece]) -> Piece:
    """What the inlines of one block give; between lines that do not end in a space, a line feed is a soft break."""
    line = text if " \n" in text else text.replace("\n", " ")
    if MARKUP.search(line):
        return _simple_inlines(line) or parse_inline(text)
    return Piece(nfc(line))


def _simple_inlines(text: str) -> Piece | None:
    """Text and inlines, or None where a character of markup stands outside emphasised words and links."""
    parts: list[str] = []
    inlines: list[Inline] = []
    position = last = 0
    for match in _SIMPLE_INLINE.finditer(text):
        mark, words, label, href = match.groups()
        before, inner = nfc(text[last : match.start()]), nfc(words or label)
        if MARKUP.search(before):
            return None
        start = position + len(before)
        position, last = start + len(inner), match.end()
        kind = ("emphasis" if len(mark) == 1 else "strong") if mark else "link"
        inlines.append(Inline(kind, start, position, href or ""))
        parts += (before, inner)
    rest = text[last:]
    return None if MARKUP.search(rest) else Piece("".join(parts) + nfc(rest), tuple(inlines))


def nfc(text: str) -> str:
    """A text in Unicode's composed form, in which all offsets count."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
