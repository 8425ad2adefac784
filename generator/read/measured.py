"""How good the analysis is: figures measured against what people marked, as the method page states them.

`quality.json` holds the figures of one run; tests/bench/record_quality.py rewrites it. Only the words are typed in by hand.
"""

from __future__ import annotations

import pkgutil
from typing import Any

import msgspec

from generator.model import Measure

_REUTERS, _PLACES, _POLITICS = "Reuters newswire, labelled by its editors", "LGL and TR-News", "PolNeAR, political news"
_F1_WITHOUT_US = "F1, without the United States"
_ROWS = (  # set, figure, what makes it a share of 100, task, whose documents, meaning of the figure
    ("reuters", "micro without US", 100, "Countries that a story is about", _REUTERS, _F1_WITHOUT_US),
    ("reuters", "macro F1", 100, "The same, each country counting alike", _REUTERS, "mean F1 of a country"),
    (
        "cliff",
        "first answer right",
        100,
        "The one country that a story is about",
        "articles of the CLIFF evaluation",
        "share right",
    ),
    ("geo", "micro without US", 100, "Countries of the places that a text names", _PLACES, _F1_WITHOUT_US),
    ("people", "found in first five", 100, "People who have no file", _REUTERS, "share among the first five names"),
    ("polnear", "DIRECT+WHO", 100, "Who said the words in quotation marks", _POLITICS, "F1, the source right, too"),
    ("polnear", "NAMED (share right)", 100, "The same, where the source has a name", _POLITICS, "share right"),
    ("polnear", "STATEMENTS characters", 100, "What was said, in quotation marks or not", _POLITICS, "F1 of characters"),
    ("cnndm", "rouge1", 1, "Summary of an article", "highlights of CNN and the Daily Mail", "ROUGE-1"),
    ("background", "rouge1", 1, "Key points of a subject", "background summaries of news timelines", "ROUGE-1"),
)


class _Run(msgspec.Struct, frozen=True):
    """One set of documents, as recorded."""

    set: str
    documents: int
    figures: dict[str, float]
    trivial: str
    trivial_figures: dict[str, float] = msgspec.field(name="trivial figures")


def measured() -> tuple[Measure, ...]:
    """Every figure that the method page shows, of the sets that were measured."""
    recorded: Any = pkgutil.get_data("generator.read", "quality.json")
    runs = {run.set: run for run in msgspec.json.decode(recorded, type=tuple[_Run, ...])}
    return tuple(
        Measure(
            what,
            documents,
            runs[name].documents,
            meaning,
            _shown(runs[name].figures[figure] * scale),
            runs[name].trivial.replace("US", "the United States"),
            _shown(runs[name].trivial_figures[figure] * scale) if runs[name].trivial else "",
        )
        for name, figure, scale, what, documents, meaning in _ROWS
        if name in runs
    )


def _shown(figure: float) -> str:
    """Out of a hundred, to one place."""
    return f"{figure:.1f}"
