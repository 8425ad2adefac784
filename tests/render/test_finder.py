"""The finder of names: what it is given, how small that is, and that a reader finds everybody in a real browser, from disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.model import Findable, Link
from generator.render.finder import names_file, plain_stem
from tests.projects import build, make_project, published, write

THEME = Path(__file__).parents[2] / "themes" / "desk" / "static"


def _groups(content: bytes) -> dict[str, str]:
    """The data in the script, as a browser reads it."""
    return dict(json.loads(content.decode().removeprefix("briefNames=")))


def test_a_line_holds_every_name_and_leaves_out_what_follows_from_it() -> None:
    amir = Findable(Link("amir", "Amir al-Ja'mali", "actors/amir.html", "person"), ("FJ", "IS"), ("أمير الجمالي", "A|B"))
    bo = Findable(Link("bo-ide", "Bo Ide", "actors/bo-ide.html", "person"), ("FJ", "IS"), ())
    fiji = Findable(Link("FJ", "Fiji", "countries/fiji.html", "country"), (), ("FJ", "Fijian"))
    (made,) = names_file((amir, bo, fiji))
    assert made.path == "names.js"
    assert _groups(made.content) == {"p FJ IS": "Amir al-Ja'mali|amir|أمير الجمالي|A B\nBo Ide", "c": "Fiji||FJ|Fijian"}


@pytest.mark.parametrize(("name", "stem"), [("Ann O'Ost", "ann-oost"), ("Zoë Ide", "zo-ide"), ("(The) Board", "the-board")])
def test_a_stem_is_made_of_plain_letters_only(name: str, stem: str) -> None:
    assert plain_stem(name) == stem


def test_a_thousand_names_and_their_finder_stay_under_30_kb() -> None:
    firsts, lasts = ("Amara", "Benedikt", "Charlotte", "Dmitri"), ("Oduya", "Lindqvist", "Featherstone", "al-Mansouri")
    names = [f"{firsts[n % 4]} {lasts[n // 4 % 4]}{n}" for n in range(1000)]
    subjects = tuple(Findable(Link(plain_stem(n), n, f"actors/{plain_stem(n)}.html", "person"), ("FJ",), ()) for n in names)
    (made,) = names_file(subjects)
    assert len(made.content) + (THEME / "find.js").stat().st_size < 30_000


# --- what must not be found ---------------------------------------------------------------------------------------------


def test_a_site_without_search_has_no_names_file(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    write(root / "brief.yaml", "search: false\n")
    assert build(root).published
    assert "names.js" not in published(root)
    assert b'class="find"' not in published(root)["index.html"]


def test_whom_the_edition_withholds_nobody_finds(tmp_path: Path) -> None:
    """Neither who is not public nor who bears a mark beyond the edition, nor an alias that came into use later."""
    root = make_project(tmp_path)
    write(root / "content/actors/quiet-canary.yaml", "name: Quiet Canary\npublic: false\n")
    write(root / "content/actors/amber-canary.yaml", "name: Amber Canary\nhandling: AMBER\n")
    write(root / "content/actors/bo-ide.yaml", "name: Bo Ide\naliases: [{name: Later Canary, from: 2031-03-10}]\n")
    assert build(root, as_of="2031-03-09").published
    names = published(root)["names.js"].decode()
    assert "Bo Ide" in names
    assert "anary" not in names
