"""The desk's own lines stand on a page whole, however long they are; the page stays light for all that."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import build, make_project, messages, published, write
from test_records import BOARD, MOST, notice

from generator.audit import audit_site
from generator.sheets import assets
from tests.pages import Page

MATTERS = ("dredging", "pilots", "tariffs", "leases", "cranes", "customs", "moorings", "lights", "ferries", "buoys", "silos")
MATTERS += ("tugs", "ballast", "fuel", "salvage")
TOLD = (
    "On {0} the desk holds, after a reading of all notices of these years, that the board moved late, paid more than it had"
    " planned, told nobody in time, and yet left the harbour in a better state than it had found it; what it owes on {0} to the"
    " towns of the coast is settled in no notice that the desk has seen, and the board has answered none of its letters on {0}"
)


def light_project(root: Path, articles: int) -> Path:
    """A board of some articles, of which the desk itself has long things to say."""
    make_project(root)
    lines = []
    for number in range(articles):
        slug, text = notice(number)
        write(root / f"content/articles/{slug}.txt", text)
        write(root / f"content/articles/{slug}.yaml", f"title: Quay number {number} opens\nsource: harbour-news\n")
    for place, matter in enumerate(MATTERS):
        slug, _ = notice(place % 9)
        said, took = f"opened quay number {place % 9} in Suva", f"had taken {place % 9 + 2} weeks"
        cites = f"[{{article: {slug}, text: {said}}}, {{article: {slug}, text: {took}}}]"
        lines.append(f"{{text: '{TOLD.format(matter)}', by: Desk, date: 2031-01-01, cites: {cites}}}")
    own = "".join(f"\n  - {line}" for line in lines[1:])
    head = f"name: Harbour Board\nkind: institution\ncountry: FJ\nsummary: {lines[0]}\npoints:{own}\n"
    (root / f"content/{BOARD}.yaml").unlink()
    write(root / f"content/{BOARD}.md", f"---\n{head}---\n{' '.join(TOLD.format(one) + '.' for one in MATTERS[:3])}\n")
    return root


@pytest.mark.parametrize(("articles", "abridged"), [(9, False), (90, True)])
def test_a_page_of_long_lines_of_the_desks_own_stays_light_and_holds_them_all(
    tmp_path: Path, articles: int, abridged: bool
) -> None:
    root = light_project(tmp_path, articles)
    assert messages(build(root)) == []
    files = published(root)
    page = files[f"{BOARD}.html"]
    weight = len(page) + sum(len(files[f"assets/desk.{kind}"]) for kind in ("css", "js"))
    assert weight <= MOST
    assert (f"{BOARD}/record.html" in files) is abridged
    assert [one for one in MATTERS if TOLD.format(one) not in Page(page.decode()).text] == []
    assert audit_site(root / "site").problems == ()


def test_a_themes_style_sheets_and_scripts_are_published_without_comments() -> None:
    files = {
        "static/own.css": b"/* why */\np {\n  order: 1;\n}\n",
        "static/own.js": b'// why\nvar one = "// 1";\n',
        "static/own.txt": b"// why\n",
    }
    made, problems = assets("desk", files)
    assert problems == ()
    assert {file.path: file.content for file in made} == {
        "assets/own.css": b"p{order:1}",
        "assets/own.js": b'var one="// 1";',
        "assets/own.txt": b"// why\n",
    }
