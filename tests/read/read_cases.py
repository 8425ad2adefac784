"""Cases in fixture files: a title, and parts that end with a line holding a dot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

_FIXTURES = Path(__file__).parent / "fixtures"


def load_cases(name: str) -> list[Any]:
    """Pytest parameters (parts of one case), each with its line and title as its id."""
    cases, title, start = [], "", 0
    parts: list[list[str]] = []
    for number, line in enumerate((_FIXTURES / name).read_text(encoding="utf-8").split("\n"), start=1):
        if not title:
            title, start, parts = line, number, []
        elif line == ".":
            parts.append([])
            if len(parts) == 3:
                cases.append(pytest.param("\n".join(parts[0]), "\n".join(parts[1]), id=f"line {start}: {title}"))
                title = ""
        else:
            parts[-1].append(line)
    return cases
