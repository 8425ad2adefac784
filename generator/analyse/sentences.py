"""Turns prose into sentences: offsets exact, no sentence across two blocks, none broken at an abbreviation.

Rule: a full stop ends a sentence only where a new one can begin after it; in doubt the sentence goes on.
"""

from __future__ import annotations

import re

from generator.analyse.vocabulary import table
from generator.model import Block, Prose, Span

# A mark of ending, what may close after it, white space, and the beginning of something new.
# Possessive and with a look behind, so that a long run of dots is tried once.
_END = re.compile(
    r"[.!?…؟۔。！？](?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?:(?=\s++([^\W_a-z]|[\"'“‘«(\[¿¡]))|(?<=[。！？]))", re.DOTALL
)
_OPENING = "\"'“‘«(["
# Abbreviations after which a name or a number follows rather than a sentence. Source: usage of English-language newspapers.
_TITLES = table("""
    mr mrs ms dr prof rev fr sr st gen lt col maj capt cpl sgt cmdr adm brig gov sen rep hon pres supt insp det msgr mt
    ft messrs mme mlle amb atty no nos vol pp fig art sec vs v cf al eg ie viz approx est dept univ assn bros
""")
# Abbreviations that also stand at the end of a sentence: they break it only before a word that seldom follows them inside one.
_EITHER = table("""
    jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp plc llc jr etc ave blvd rd mon tue wed thu fri sat
    sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    penn tenn tex va vt wash wis wyo
""")
_STARTERS = table("""
    the a an he she it they we i you this that these those in on at but and for if when while as after before however
    his her their its there what who mr mrs ms dr no not one some many most all both
""")
_NEXT_WORD = re.compile(r"[\s\"'“‘«(\[]*(\w+)")


def split_sentences(prose: Prose) -> tuple[Span, ...]:
    """Sentences of all blocks in order, white space around them excluded; a heading, a row or code is one sentence."""
    found: list[Span] = []
    for block in prose.blocks:
        found += _split_block(prose.text, block)
    return tuple(found)


def _split_block(text: str, block: Block) -> list[Span]:
    if block.kind != "paragraph":
        span = _trim(text, block.start, block.end)
        return [span] if span else []
    found: list[Span] = []
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() < block.end and _ends_sentence(text, start, match):
            span = _trim(text, start, match.end())
            if span:
                found.append(span)
            start = match.end()
    span = _trim(text, start, block.end)
    return [*found, span] if span else found


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the mark of ending really ends a sentence that begins at `start`."""
    mark = match.group()
    following = match.group(1) or ""
    if following and following not in _OPENING and following.islower():
        return False
    if mark != ".":
        return not (mark[-1] in "'’)]\"”»" and mark[0] == "." and following == "(")
    printed = _word_before(text, start, match.start())
    word = printed.lower()
    if word in _TITLES:
        return word in ("al", "no") and _next_word(text, match.end()) in _STARTERS
    if word in _EITHER or "." in word:
        return _next_word(text, match.end()) in _STARTERS
    return len(word) != 1 or not word.isalpha() or word == "i" or word == printed


def _word_before(text: str, start: int, end: int) -> str:
    """The last word before a full stop, without brackets, quotation marks and a part before a hyphen."""
    stretch = text[max(start, end - 24) : end]
    word = stretch[stretch.rfind(" ") + 1 :]
    if word.isalpha():
        return word
    return stretch.rsplit(None, 1)[-1].rsplit("-", 1)[-1].strip("\"'“”‘’«»([") if stretch.strip() else ""


def _next_word(text: str, at: int) -> str:
    match = _NEXT_WORD.match(text, at)
    return match.group(1).lower() if match else ""
