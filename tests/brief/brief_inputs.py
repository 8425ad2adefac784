"""Makes bodies and analyses from texts of a few visible sentences, without the reading and analysing stages."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.brief.briefings import brief_subject
from generator.brief.contributions import contribute
from generator.brief.origins import trace_origins
from generator.model import (
    Analysis,
    Block,
    Body,
    Briefed,
    Contribution,
    CountryRole,
    Event,
    Limits,
    Meeting,
    Mention,
    Passage,
    Prose,
    Quotation,
    Sentence,
    Sketch,
    Span,
)

FIXTURES = Path(__file__).parent / "fixtures"
LIMITS = Limits(key_points=8, statements=40, timeline=40)
_SENTENCE = re.compile(r"\S(?:.*?[.!?…][\"”’')]*(?=\s|$)|.*$)", re.MULTILINE)


def read_cases(name: str) -> list[Any]:
    """Cases of a fixture file: title, `.`, input lines, `.`, expected lines, `.`; the id holds the line."""
    cases = []
    lines = (FIXTURES / name).read_text(encoding="utf-8").splitlines()
    part: list[list[str]] = [[]]
    start = 0
    for number, line in enumerate(lines, 1):
        if len(part) == 1 and not part[0]:
            start = number
        if line == ".":
            part.append([])
            if len(part) == 4:
                title, given, expected = ("\n".join(lines_).strip() for lines_ in part[:3])
                cases.append(pytest.param(given, expected, id=f"{name}:{start} {title}"))
                part = [[]]
        elif line or len(part) > 1:
            part[-1].append(line)
    return cases


def make_body(text: str, id: str = "a1", date: str = "2020-05-01", **fields: Any) -> Body:
    """A body whose paragraphs are divided by blank lines; a line that starts with `# ` is a heading."""
    blocks, place, kept = [], 0, []
    for part in text.split("\n\n"):
        kind = "heading" if part.startswith("# ") else "paragraph"
        words = part.removeprefix("# ")
        blocks.append(Block(kind, place, place + len(words)))
        kept.append(words)
        place += len(words) + 2
    given: dict[str, Any] = {"language": "en", "kind": "news", **fields}
    return Body(id=id, prose=Prose("\n\n".join(kept), tuple(blocks)), date=date, **given)


def make_analysis(body: Body, names: dict[str, str] | None = None, **fields: Any) -> Analysis:
    """Sentences by full stops; a mention wherever one of the names stands; upper-case entities are countries."""
    text = body.prose.text
    sentences = tuple(
        Span(block.start + match.start(), block.start + match.end())
        for block in body.prose.blocks
        for match in _SENTENCE.finditer(text[block.start : block.end])
    )
    mentions = [
        Mention(entity, "country" if entity.isupper() else "actor", match.start(), match.end(), "strong")
        for name, entity in (names or {}).items()
        for match in re.finditer(rf"\b{re.escape(name)}\b", text)
    ]
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    return Analysis(sentences=sentences, mentions=tuple(mentions), **fields)


def quotation(body: Body, content: str, speaker: str | None = None, kind: str = "direct", **fields: Any) -> Quotation:
    start = body.prose.text.index(content)
    return Quotation(kind, start, start + len(content), speaker=speaker, **fields)


def contribution_of(subject: str, text: str, names: dict[str, str] | None = None, **fields: Any) -> Contribution:
    """What an article contributes to one subject; see `told_of`."""
    return told_of(subject, text, names, **fields)[0]


Told = tuple[Contribution, Sketch]


def told_of(subject: str, text: str, names: dict[str, str] | None = None, **fields: Any) -> Told:
    """What an article contributes to one subject, and its sketch; every country that it names is what it is about."""
    source = fields.pop("source", "")
    body = make_body(text, **fields)
    analysis = make_analysis(body, names)
    codes = sorted({mention.entity for mention in analysis.mentions if mention.type == "country"})
    countries = tuple(CountryRole(code, "about", 1.0) for code in codes)
    found = contribute(body=body, source=source, analysis=analysis, countries=countries)
    return found.by_subject[subject], found.sketch


def brief_told(told: tuple[Told, ...], fallen: tuple[Told, ...] = (), **given: Any) -> Briefed:
    """The briefing from some articles; `fallen` were withdrawn."""
    return brief_subject(
        subject="mira-voss",
        contributions=tuple(contribution for contribution, _ in told),
        origins=trace_origins(tuple(sketch for _, sketch in told)),
        fallen=tuple(contribution for contribution, _ in fallen),
        sketches=tuple(sketch for _, sketch in (*told, *fallen)),
        **given,
    )


def sentences_of(contribution: Contribution, places: Iterable[Passage | Event | Meeting]) -> list[Sentence]:
    """The sentences that passages, events or meetings refer to."""
    return [contribution.sentences[place.sentence] for place in places]


def seeded(seed: int) -> random.Random:
    """A generator for property tests; the seed stands in each failing assertion's message."""
    return random.Random(seed)  # noqa: S311
