"""What stands in a dateline is no part of the story: neither its day nor its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from projects import build, write


@pytest.mark.parametrize("lead", ["It will be opened again on Monday.", "But the mine was closed again."])
def test_a_lead_that_leans_on_another_sentence_begins_no_summary(tmp_path: Path, lead: str) -> None:
    write(tmp_path / "brief.yaml", "title: Strait\n")
    write(tmp_path / "content/articles/a.txt", f"SUVA, July 15 - {lead} Three miners were shot dead in Fiji on Sunday.\n")
    build(tmp_path)
    article = json.loads((tmp_path / "site/articles/a.json").read_text())
    assert [sentence["text"] for sentence in article["summary"]] == ["Three miners were shot dead in Fiji on Sunday."]


@pytest.mark.parametrize("head", ["", "Three miners shot\n\n"])
def test_an_event_has_the_day_that_the_story_tells(tmp_path: Path, head: str) -> None:
    text = f"{head}SUVA, July 15 - Three miners were shot dead in Fiji on Sunday.\n"
    write(tmp_path / "brief.yaml", "title: Strait\n")
    write(tmp_path / "content/articles/a.txt", text)
    write(tmp_path / "content/articles/a.yaml", "date: 2031-07-15\n")
    build(tmp_path)
    page = json.loads((tmp_path / "site/countries/fiji.json").read_text())
    assert [(entry["date"], entry["text"]) for entry in page["timeline"]] == [
        ("2031-07-13", "Three miners were shot dead in Fiji on Sunday.")
    ]
    assert [point["text"] for point in page["key_points"]] == ["Three miners were shot dead in Fiji on Sunday."]
    article = json.loads((tmp_path / "site/articles/a.json").read_text())
    assert [sentence["text"] for sentence in article["summary"]] == ["Three miners were shot dead in Fiji on Sunday."]
