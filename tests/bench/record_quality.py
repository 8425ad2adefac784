"""The figures of the method page, taken from what the quality measurements printed.

python tests/bench/record_quality.py OUTPUT...      rewrites generator/read/quality.json; each OUTPUT holds one run of one set
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

RESULTS = Path(__file__).parents[2] / "generator" / "read" / "quality.json"
_SET = re.compile(r"--- (\w+): (\d+) documents")
_BASELINE = re.compile(r"--- (\w+): the trivial baseline on the same documents \((.+)\)")
_NAMED = re.compile(
    r"(?P<name>[A-Za-z][\w+ -]*?(?: \(share right\))?)(?:  +|: +)(?:P [\d.]+  R [\d.]+  F1 )?(?P<value>\d+\.\d+)\b"
)
_FOUND = re.compile(r"(found [a-z ]+?|first name given is tagged) (\d\.\d+)")


def read_output(text: str) -> dict[str, object]:
    """Set, number of documents, figures, and the figures of the trivial answer with its name."""
    found = _SET.search(text)
    if found is None:
        message = "This is not what a measurement prints: no line says which set it is."
        raise ValueError(message)
    baseline = _BASELINE.search(text)
    ours = text[: baseline.start()] if baseline else text
    return {
        "set": found[1],
        "documents": int(found[2]),
        "figures": _figures(ours),
        "trivial": baseline[2] if baseline else "",
        "trivial figures": _figures(text[baseline.end() :]) if baseline else {},
    }


def _figures(text: str) -> dict[str, float]:
    """By name; of precision, recall and F1 the F1."""
    figures: dict[str, float] = {}
    for line in text.splitlines():
        if line.startswith("---"):
            continue
        if several := _FOUND.findall(line):
            figures.update((name, float(value)) for name, value in several)
        elif one := _NAMED.match(line.strip()):
            figures[one["name"].strip()] = float(one["value"])
    return figures


def main(outputs: list[str]) -> None:
    """Read each output, write all."""
    results = sorted((read_output(Path(path).read_text(encoding="utf-8")) for path in outputs), key=lambda one: str(one["set"]))
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
