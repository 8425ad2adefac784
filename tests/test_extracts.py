"""Five kinds of misleading extract, from the text to the published page: none of them reaches one."""

import json
from pathlib import Path
from typing import Any

import pytest
from projects import build, write

_PARTS = (Path(__file__).parent / "brief/fixtures/extracts.txt").read_text(encoding="utf-8").split("\n.\n")
CASES = list(zip(*(map(str.strip, _PARTS[part::3]) for part in range(3)), strict=False))  # title, article, lines on pages


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All cases as articles of one project, a day apart."""
    project = tmp_path_factory.mktemp("extracts") / "project"
    write(project / "brief.yaml", "title: Extracts\nsearch: false\nbriefing: {key_points: 40}\n")
    for id, name in (("mira-voss", "Mira Voss"), ("tor-holm", "Tor Holm"), ("jan-lund", "Jan Lund")):
        write(project / f"content/actors/{id}.yaml", f"name: {name}\n")
    write(project / "content/actors/arland.yaml", "name: Arland\nkind: organisation\n")
    for number, case in enumerate(CASES, 1):
        write(project / f"content/articles/2020-05-{number:02d}-case.txt", f"{case[1]}\n")
    build(project)
    return project / "site"


def lines_from(site: Path, article: str) -> list[str]:
    """Whatever any page says on this article's word, in order of place; each once."""
    found: dict[tuple[int, str], None] = {}
    for path in sorted((site / "actors").glob("*.json")):
        twin: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        for line in (*twin["key_points"], *twin["statements"], *twin["statements_about"], *twin["timeline"]):
            cites = line.get("cites") or [line["cite"]]
            if cites[0]["article"] == article:
                found[cites[0]["start"], line["text"]] = None
    return [text for _, text in sorted(found)]


@pytest.mark.parametrize(("number", "expected"), [pytest.param(n, case[2], id=case[0]) for n, case in enumerate(CASES, 1)])
def test_extract(site: Path, number: int, expected: str) -> None:
    assert lines_from(site, f"2020-05-{number:02d}-case") == expected.splitlines()


def test_a_completed_line_cites_the_passage_as_it_stands(site: Path) -> None:
    twin = json.loads((site / "actors/tor-holm.json").read_text(encoding="utf-8"))
    (point,) = [point for point in twin["key_points"] if point["text"].startswith("[Tor Holm] said")]
    assert point["cites"][0]["text"] == "He said the harbour had cost nine million crowns."
