"""What is not published yet, or no more, is seen in the preview, is marked there, and is in no build."""

from __future__ import annotations

from pathlib import Path

import pytest
from previewing import previewing

from tests.projects import build, make_project, published, write

ID = "2031-03-09-dues-halved"


@pytest.mark.parametrize(
    ("field", "why"),
    [
        ("status: draft", "draft"),
        ("status: review", "review"),
        ("embargo: 2099-01-01T00:00:00Z", "embargoed"),
        ("status: withdrawn\nwithdrawn: {date: 2031-04-01, reason: A mistake.}", "withdrawn"),
    ],
)
def test_what_is_not_published_is_shown_and_marked_in_the_preview_alone(tmp_path: Path, field: str, why: str) -> None:
    root = make_project(tmp_path)
    sidecar = root / f"content/articles/{ID}.yaml"
    write(sidecar, sidecar.read_text(encoding="utf-8") + field + "\n")
    assert build(root).published
    site = published(root)
    with previewing(root) as preview, preview.events("/actors/harbour-board.html") as following:
        status, _, body = preview.get(f"/articles/{ID}.html")
        assert status == 200
        assert f'data-unpublished="{why}"'.encode() in body
        assert following()["unpublished"] == {f"/articles/{ID}.html": why}
        assert b"data-unpublished" not in preview.get("/articles/2031-03-01-harbour-talks.html")[2]
        board = preview.page("/actors/harbour-board.html")
        if why == "withdrawn":
            assert board == site["actors/harbour-board.html"]
        else:
            assert f"articles/{ID}.html" not in site
            assert ID.encode() in board
            assert ID.encode() not in site["actors/harbour-board.html"]
        # A page that no unpublished item touches is the one that build publishes.
        untouched = "articles/2031-03-12-kenya-asks.html"
        assert preview.page(f"/{untouched}") == site[untouched]


def test_a_mark_that_the_edition_does_not_hold_is_not_in_the_preview_either(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    sidecar = root / f"content/articles/{ID}.yaml"
    write(sidecar, sidecar.read_text(encoding="utf-8") + "status: draft\nhandling: AMBER\n")
    with previewing(root) as preview:
        assert preview.get(f"/articles/{ID}.html")[0] == 404
        assert ID.encode() not in preview.page("/articles/index.html")
