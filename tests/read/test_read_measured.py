"""The method page's figures are those that were recorded, and none is missing."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from generator.read.measured import measured

ROOT = Path(__file__).parents[2]
OUTPUT = """--- harbours: 12 documents, built in 1.5 s
harbours dev: 12 documents, 14 gold countries
first answer right           0.941  [0.853, 1.000]
micro without US             P 0.702  R 0.971  F1 0.815  [0.725, 0.917]
NAMED (share right)      0.924
found anywhere 0.991   found in first five 0.986   first name given is tagged 0.870
--- harbours: the trivial baseline on the same documents (always US)
harbours dev: 12 documents, 14 gold countries
first answer right           0.529  [0.353, 0.706]
"""


def recorder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("record_quality", ROOT / "tests/bench/record_quality.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_a_measurement_printed_is_read_figure_by_figure() -> None:
    assert recorder().read_output(OUTPUT) == {
        "set": "harbours",
        "documents": 12,
        "figures": {
            "first answer right": 0.941,
            "micro without US": 0.815,
            "NAMED (share right)": 0.924,
            "found anywhere": 0.991,
            "found in first five": 0.986,
            "first name given is tagged": 0.87,
        },
        "trivial": "always US",
        "trivial figures": {"first answer right": 0.529},
    }


def test_other_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no line says which set"):
        recorder().read_output("reuters: 12 documents\n")


def test_every_recorded_set_stands_on_the_method_page_with_its_figure() -> None:
    recorded = json.loads((ROOT / "generator/read/quality.json").read_text(encoding="utf-8"))
    measures = measured()
    for run in recorded:
        scale = 1 if max(run["figures"].values()) > 1 else 100
        figures = {f"{value * scale:.1f}" for value in run["figures"].values()}
        assert any(one.documents == run["documents"] and one.figure in figures for one in measures), run["set"]
    assert all(one.trivial == "" or one.trivial_figure for one in measures)
