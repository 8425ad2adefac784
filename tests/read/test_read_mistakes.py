from __future__ import annotations

import pytest
from mistake_reader import read_file
from read_cases import load_cases

from generator.problems import format_problem


@pytest.mark.parametrize(("file", "expected"), load_cases("mistakes.txt"))
def test_a_mistake_is_told_with_its_place_and_its_fix(file: str, expected: str) -> None:
    path, _, text = file.partition("\n")
    assert "\n".join(format_problem(problem) for problem in read_file(path, text)) == expected
