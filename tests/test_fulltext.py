"""The full-text bundle: beside the manifest, whole, made for a changed page only, and silently missing where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import project
from generator.audit import audit_site
from generator.fulltext import can_index
from tests.projects import build, make_project, published, write

needs_pagefind = pytest.mark.skipif(not can_index(), reason="pagefind is not installed: pip install -e '.[search]'")


def searched(root: Path) -> Path:
    make_project(root)
    write(root / "brief.yaml", "title: Harbour Desk\nsearch: full\n")
    return root


def _made(root: Path) -> int:
    """Which making of the bundle stands."""
    return (root / "site/pagefind/brief.txt").stat().st_ino


@needs_pagefind
def test_the_bundle_stands_beside_the_manifest_and_is_made_anew_for_a_changed_page_only(tmp_path: Path) -> None:
    root = searched(tmp_path)
    assert build(root).published
    first = _made(root)
    assert "pagefind" not in (root / "site/manifest.json").read_text()
    assert audit_site(root / "site").problems == ()
    build(root)
    write(root / "themes/desk/static/more.css", "p { color: inherit }\n")
    assert build(root).changes.added == ("assets/more.css",)
    assert _made(root) == first
    write(root / "content/articles/2031-03-12-kenya-asks.txt", "Kenya asked Fiji again.\n")
    build(root)
    assert _made(root) != first
    assert sorted(path.name for path in (root / ".site.brief").glob("pagefind*")) == []


@needs_pagefind
def test_a_lost_bundle_comes_back_and_an_unwanted_one_goes(tmp_path: Path) -> None:
    root = searched(tmp_path)
    build(root)
    (root / "site/pagefind/brief.txt").unlink()
    for left in sorted((root / "site/pagefind").rglob("*"), reverse=True):
        left.rmdir() if left.is_dir() else left.unlink()
    (root / "site/pagefind").rmdir()
    build(root)
    assert (root / "site/pagefind/pagefind.js").is_file()
    write(root / "brief.yaml", "title: Harbour Desk\n")
    build(root)
    assert not (root / "site/pagefind").exists()


@needs_pagefind
def test_a_folder_of_that_name_that_is_not_ours_stays(tmp_path: Path) -> None:
    root = searched(tmp_path)
    write(root / "content/static/pagefind/mine.txt", "mine")
    assert build(root).published
    assert published(root)["pagefind/mine.txt"] == b"mine"
    assert "pagefind/pagefind.js" not in published(root)


def test_where_it_cannot_run_the_site_finds_names_and_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project, "can_index", lambda: False)
    report = build(searched(tmp_path))
    assert report.published
    assert report.problems == ()
    site = published(tmp_path)
    assert not [path for path in site if path.startswith("pagefind/")]
    assert b"fulltext" not in site["search.html"]
    assert b"data-pagefind" not in site["actors/mara-oduya.html"]
    assert b'class="find"' in site["index.html"]


def test_only_the_search_page_may_run_compiled_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project, "can_index", lambda: True)
    monkeypatch.setattr(project, "renew_index", lambda _place, _wanted: None)
    assert build(searched(tmp_path)).published
    allowed = [path for path, content in published(tmp_path).items() if b"wasm-unsafe-eval" in content]
    assert allowed == ["search.html"]
