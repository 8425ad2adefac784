"""Merging of intervals, blocks and containers."""

from __future__ import annotations

import random
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markupsafe import escape

from generator.model import Block, Inline, Prose
from generator.render.html import Mark, escaped, merge_marks, prose_html, visible_bytes

FIXTURE = Path(__file__).parent / "fixtures" / "merge_marks.txt"


def _cases() -> list[object]:
    parts = FIXTURE.read_text(encoding="utf-8").split("\n.\n")
    cases, line = [], 1
    for title, body, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
        text, *marks = body.split("\n")
        cases.append(pytest.param(text, marks, expected, id=f"line {line}: {title}"))
        line += len(f"{title}\n.\n{body}\n.\n{expected}\n.\n".split("\n")) - 1
    return cases


def _mark(words: str) -> Mark:
    start, end, tag, *rank = words.split()
    return (int(start), -int(end), int(rank[0]) if rank else 0, f"<{tag}>", f"<{tag}-again>", f"</{tag}>")


@pytest.mark.parametrize(("text", "marks", "expected"), _cases())
def test_marks_merge_into_text(text: str, marks: list[str], expected: str) -> None:
    assert "".join(merge_marks(text, 0, len(text), sorted(_mark(mark) for mark in marks))) == expected


class _Nesting(HTMLParser):
    """Text of a fragment whose tags must close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("seed", range(40))
def test_any_marks_nest_and_keep_the_text(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    text = "".join(chance.choice("ab <&>\"'é😀") for _ in range(40))
    marks: list[Mark] = []
    for _ in range(12):
        start, end = sorted(chance.sample(range(41), 2))
        tag = chance.choice("bisu")
        marks.append((start, -end, chance.randrange(4), f"<{tag}>", f"<{tag}>", f"</{tag}>"))
    begin, stop = sorted(chance.sample(range(41), 2))
    parsed = _Nesting()
    parsed.feed("".join(merge_marks(text, begin, stop, sorted(marks))))
    parsed.close()
    assert (parsed.open, parsed.text) == ([], text[begin:stop]), f"seed {seed}"


@pytest.mark.parametrize("text", ["", "a b", "&<>\"'", "&amp;", '<b title="x">it\'s</b> & é😀', "&#39;&lt;"])
def test_text_is_escaped_as_templates_escape_it(text: str) -> None:
    assert escaped(text) == str(escape(text))


def test_containers_open_and_close_by_what_blocks_share() -> None:
    text = "one\n\ntwo\n\nthree\n\nend"
    blocks = (
        Block("paragraph", 0, 3, 0, ("quote:1", "list:2", "item:3")),
        Block("paragraph", 5, 8, 0, ("quote:1", "list:2", "item:4")),
        Block("paragraph", 10, 15, 0, ("ordered:5", "item:6")),
        Block("paragraph", 17, 20),
    )
    expected = "<blockquote><ul><li><p>one</p></li><li><p>two</p></li></ul></blockquote><ol><li><p>three</p></li></ol><p>end</p>"
    assert prose_html(Prose(text, blocks), str) == expected


def test_rows_become_cells_and_the_head_is_told() -> None:
    blocks = (Block("row", 0, 3, 1, ("table:1",)), Block("row", 5, 8, 0, ("table:1",)))
    expected = '<table><tr><th scope="col">A</th><th scope="col">B</th></tr><tr><td>1</td><td>2</td></tr></table>'
    assert prose_html(Prose("A\tB\n\n1\t2", blocks), str) == expected


def test_headings_begin_at_the_given_level_and_skip_none() -> None:
    blocks = (Block("heading", 0, 1, 1), Block("heading", 3, 4, 4), Block("heading", 6, 7, 2))
    assert re.findall(r"<h(\d)", prose_html(Prose("a\n\nb\n\nc", blocks), str, 2)) == ["2", "3", "3"]


@pytest.mark.parametrize("href", ["javascript:alert(1)", " javascript:x", "data:text/html,x", "java\nscript:x", "vbscript:x"])
def test_a_link_that_could_run_is_only_words(href: str) -> None:
    prose = Prose("go", (Block("paragraph", 0, 2),), (Inline("link", 0, 2, href),))
    assert prose_html(prose, str) == "<p>go</p>"


def test_a_link_keeps_its_address_escaped() -> None:
    prose = Prose("go", (Block("paragraph", 0, 2),), (Inline("link", 0, 2, 'https://example.org/?a=1&b="'),))
    assert 'href="https://example.org/?a=1&amp;b=&#34;"' in prose_html(prose, str)


@pytest.mark.parametrize("quoted", ["“c”", '"c"'])
@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\u2028"])
def test_a_control_or_bidi_character_is_shown_as_a_replacement(sign: str, quoted: str) -> None:
    assert visible_bytes(f"a{sign}b {quoted}") == f"a\ufffdb {quoted}".encode()


def test_plain_text_stays_as_it_is() -> None:
    text = "a\tb\n“c” – \u200f\u200d é 😀"
    assert visible_bytes(text) == text.encode()
