from __future__ import annotations

import random

import pytest
from read_cases import load_cases

from generator.model import Block, Inline, Prose
from generator.read.bodies import read_markdown_body
from generator.read.prose import is_safe, markdown_prose, plain_prose
from tests.bounds import bounded

_SEED = 20261123


def _shown(prose: Prose) -> str:
    lines = []
    for block in prose.blocks:
        level = f" {block.level}" if block.level else ""
        within = f" in {' '.join(block.within)}" if block.within else ""
        lines.append(f"{block.kind}{level}{within}: {_printed(prose.text, block)}")
        for mark in prose.inlines:
            if block.start <= mark.start and mark.end <= block.end:
                href = f" {mark.href}" if mark.href else ""
                lines.append(f"  {mark.kind}{href}: {_printed(prose.text, mark)}")
    return "\n".join(lines)


def _printed(text: str, part: Block | Inline) -> str:
    return text[part.start : part.end].replace("\t", r"\t").replace("\n", r"\n")


@pytest.mark.parametrize(("source", "expected"), load_cases("prose.txt"))
def test_markdown_becomes_text_blocks_and_inlines(source: str, expected: str) -> None:
    assert _shown(markdown_prose(source)[0]) == expected


def test_blocks_are_separated_by_a_blank_line() -> None:
    assert markdown_prose("# A\n\nb\nc\n\n- d\n- e\n")[0].text == "A\n\nb c\n\nd\n\ne"


def test_plain_text_is_the_whole_file_in_paragraphs() -> None:
    text = "Headline\nsecond line\n \t\n\n  indented *not emphasis*  \n\n\nlast"
    prose = plain_prose(text)
    assert prose.text == text
    assert [text[block.start : block.end] for block in prose.blocks] == [
        "Headline\nsecond line",
        "indented *not emphasis*",
        "last",
    ]


_PIECES = [
    "*",
    "**",
    "_",
    "`",
    "[",
    "](x)",
    "![",
    "](y.png)",
    "> ",
    "- ",
    "1. ",
    "# ",
    "\n",
    "\n\n",
    "    ",
    "|",
    "|-|-|\n",
    "<b>",
]
_PIECES += ["&amp;", "word", " ", "é", "عربي", "```\n", "\\", "  \n", "[a]: b\n", "---\n", "\t"]


def _random_markdown(chance: random.Random) -> str:
    return "".join(chance.choice(_PIECES) for _ in range(chance.randrange(60)))


@pytest.mark.parametrize("seed", range(_SEED, _SEED + 300))
def test_blocks_cover_the_text_and_inlines_nest(seed: int) -> None:
    prose, _ = markdown_prose(_random_markdown(random.Random(seed)))  # noqa: S311 - a stated seed, no secret
    assert "\n\n".join(prose.text[block.start : block.end] for block in prose.blocks) == prose.text
    assert all(prose.text[block.start : block.end].strip() for block in prose.blocks)
    assert list(prose.inlines) == sorted(prose.inlines, key=lambda mark: (mark.start, -mark.end))
    for index, mark in enumerate(prose.inlines):
        assert mark.start < mark.end
        assert any(block.start <= mark.start and mark.end <= block.end for block in prose.blocks)
        for other in prose.inlines[index + 1 :]:
            assert other.start >= mark.end or other.end <= mark.end


_OF_SIMPLE_TEXT = [
    "*word*",
    "**Two words.**",
    "_a b_",
    "*e\u0301 *",
    "*word.*\u2028",
    "[Two words!](http://www.ab.example.org/)",
    "(https://a.bc)",
]
_OF_SIMPLE_TEXT += [
    "[x](https://a-b.co.uk/C.d?e=f&g=h#i)",
    "[y](http://ab.cd//..)",
    "[z](http://xn--ab.cd/&lt)",
    "[](http://ab.cd)",
]
_OF_SIMPLE_TEXT += [
    "Two words.",
    "AT&T",
    "Stop!",
    "1905. ",
    "\n> ",
    ".,",
    "(",
    '"',
    "”",
    "—",
    " \n",
    "=",
    "&#32;",
    "e\u0301",
    "\u0301",
]
_OF_SIMPLE_TEXT += [
    "\x0b",
    "\x1c",
    "\x85",
    "\u00a0",
    "\u2028",
    "\ufeff",
    "\r",
    "\0",
    "~~~",
    ":",
    "+ ",
    "__",
    "***",
    " #",
    "![x](y)",
]


@pytest.mark.parametrize("seed", range(_SEED, _SEED + 60))
def test_what_is_read_without_the_parser_is_what_the_parser_gives(seed: int) -> None:
    """A first line that holds one space changes nothing, but leads all texts to the parser."""
    chance = random.Random(seed)  # noqa: S311 - a stated seed, no secret
    for _ in range(60):
        few = ["Alpha beta.", "\n\n", "\n\n", *chance.sample(_PIECES + _OF_SIMPLE_TEXT, chance.randrange(1, 9))]
        text = "".join(chance.choice(few) for _ in range(chance.randrange(25)))
        assert markdown_prose(text) == markdown_prose(f" \n{text}"), repr(text)


@pytest.mark.parametrize("seed", range(_SEED, _SEED + 100))
def test_blocks_of_plain_text_cover_all_but_white_space(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a stated seed, no secret
    text = "".join(chance.choice(["a", "b\n", "\n", " ", "\t", "\u00a0", "é"]) for _ in range(chance.randrange(80)))
    prose = plain_prose(text)
    covered = "".join(prose.text[block.start : block.end] for block in prose.blocks)
    assert [ch for ch in covered if not ch.isspace()] == [ch for ch in text if not ch.isspace()]
    assert all("\n\n" not in prose.text[block.start : block.end] for block in prose.blocks)


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "<", "*", "**a ", "_a", "`", "[a](", "[a](<b", "[a][", "]", "[[](", "\\", "&", "<http:", "> ", "- ", "|", "#"],
)
def test_ten_thousand_repetitions_are_read_in_bounded_time(piece: str) -> None:
    with bounded():
        prose, _ = read_markdown_body("content/articles/a.md", piece * 10_000, 1)
    assert len(prose.text) <= len(piece * 10_000)


def test_too_many_brackets_are_refused_before_they_are_parsed() -> None:
    prose, problems = read_markdown_body("content/articles/a.md", "one\n" + "[" * 30_000, 5)
    where = problems[0].location
    assert prose == Prose()
    assert problems[0].message == "This text holds more than 20000 opening brackets."
    assert (where.path, where.line, where.column) == ("content/articles/a.md", 6, 20_001)


def test_nesting_that_the_parser_would_cut_is_an_error() -> None:
    _, problems = read_markdown_body("content/articles/a.md", "fine\n\n" + "> " * 70 + "lost", 1)
    assert problems[0].message == "Quotes and lists are nested more than 20 levels deep here."
    assert problems[0].location.line == 3


@pytest.mark.parametrize("href", ["http://a", "HTTPS://a", "mailto:a@b", "a.html", "#b", "../c?d", "", "a/b:c"])
def test_safe_addresses(href: str) -> None:
    assert is_safe(href)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:a",
        " JavaScript:a",
        "data:a",
        "ftp://a",
        "//a",
        "/\\a",
        "\\\\a",
        "\t//a",
        "x-y.z+:a",
        "java\nscript:a",
        "\x01javascript:a",
    ],
)
def test_unsafe_addresses(href: str) -> None:
    assert not is_safe(href)
