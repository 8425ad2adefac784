"""The finder of names: what it is given, how small that is, and that a reader finds everybody in a real browser, from disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model import Findable, Link
from generator.render.finder import names_file, plain_stem
from tests.browsing import KEYS, Browser, browser, needs_chromium
from tests.projects import build, make_project, published, write

FIXTURES = Path(__file__).parent / "fixtures"
THEME = Path(__file__).parents[2] / "themes" / "desk" / "static"
AMIR = "name: Amir al-Ja'mali\naliases: [Amir Jamaly]\nnative_name: {text: أمير الجمالي, language: ar}\ncountry: FJ\n"
ZOE = "name: Zoë Ødegård-O'Neill\ncountry: IS\n"


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


# --- in a browser, from disk ------------------------------------------------------------------------------------------


def _site(tmp_path: Path) -> Path:
    root = make_project(tmp_path)
    write(root / "content/actors/amir-al-jamali.yaml", AMIR)
    write(root / "content/actors/zoe.yaml", ZOE)
    assert build(root).published
    return root / "site"


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _site(tmp_path_factory.mktemp("finder"))


def _open(window: Browser, page: Path) -> None:
    """Open a page from disk and turn to the field, which loads the names."""
    window.open(page.as_uri())
    window.type(".find input", " ")
    for _ in range(100):
        if window.run("return typeof briefFind") == "function":
            return
        window.run("const end = Date.now() + 20; while (Date.now() < end);")
    pytest.fail("the names were not loaded")


def _cases() -> list[tuple[str, str]]:
    blocks = (FIXTURES / "finder.txt").read_text(encoding="utf-8").split("\n\n")
    return [(asked, found) for block in blocks for asked, found in [block.strip().split("\n.\n")]]


@needs_chromium
def test_everybody_is_found_by_every_name(window: Browser, site: Path) -> None:
    _open(window, site / "index.html")
    found = {asked: " ".join(window.run("return briefFind(arguments[0])", asked)) or "nobody" for asked, _ in _cases()}
    assert found == dict(_cases())
    assert window.complaints() == []


@needs_chromium
def test_the_keyboard_alone_leads_to_a_page(window: Browser, site: Path) -> None:
    _open(window, site / "actors/mara-oduya.html")
    window.type(".find input", "jamali")
    state = "const f = document.querySelector('.find input'); return [f.getAttribute('aria-expanded'), f.getAttribute('role')]"
    assert window.run(state) == ["true", "combobox"]
    assert window.run("return document.querySelector('.find [role=status]').textContent") == "Names found: 1"
    window.type(".find input", KEYS["down"])
    chosen = "const id = document.querySelector('.find input').getAttribute('aria-activedescendant'); return"
    assert window.run(f"{chosen} document.getElementById(id).getAttribute('aria-selected')") == "true"
    window.type(".find input", KEYS["escape"])
    assert window.run(state)[0] == "false"
    window.type(".find input", KEYS["down"] + KEYS["enter"])
    assert window.address == (site / "actors/amir-al-jamali.html").as_uri()
    assert window.complaints() == []


@needs_chromium
def test_nobody_of_that_name_is_said(window: Browser, site: Path) -> None:
    _open(window, site / "search.html")
    window.type(".find input", "Nemo")
    assert window.run("return document.querySelector('.find [role=status]').textContent") == "No name found"
    window.type(".find input", KEYS["enter"])
    assert window.address == (site / "search.html").as_uri()


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
