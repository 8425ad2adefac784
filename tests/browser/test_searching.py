"""Searching in a browser: names from disk and by keyboard; the text where pagefind has made its bundle."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.projects import build, make_project, write

pytestmark = [pytest.mark.slow, pytest.mark.browser]

FIXTURES = Path(__file__).parent / "fixtures"
FIELD = ".find input"


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with names that are hard to type, and its text to be searched."""
    root = make_project(tmp_path_factory.mktemp("searching"))
    write(root / "brief.yaml", "title: Harbour Desk\nsearch: full\n")
    write(
        root / "content/actors/amir-al-jamali.yaml",
        "name: Amir al-Ja'mali\naliases: [Amir Jamaly]\nnative_name: {text: أمير الجمالي, language: ar}\ncountry: FJ\n",
    )
    write(root / "content/actors/zoe.yaml", "name: Zoë Ødegård-O'Neill\ncountry: IS\n")
    assert build(root).published
    return root / "site"


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A tab that must stay silent."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    opened, said = context.new_page(), []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    assert said == []
    context.close()


def _turn_to_field(page: Any, path: Path) -> None:
    page.goto(path.as_uri())
    page.focus(FIELD)
    # Not wait_for_function: it evaluates a text over and over, which the page's policy forbids.
    while page.evaluate("typeof briefFind") != "function":
        page.wait_for_timeout(20)


def _cases() -> list[tuple[str, str]]:
    blocks = (FIXTURES / "finder.txt").read_text(encoding="utf-8").split("\n\n")
    return [(asked, found) for block in blocks for asked, found in [block.strip().split("\n.\n")]]


def test_everybody_is_found_by_every_name_from_disk(page: Any, harbour: Path) -> None:
    _turn_to_field(page, harbour / "index.html")
    found = {asked: " ".join(page.evaluate("briefFind", asked)) or "nobody" for asked, _ in _cases()}
    assert found == dict(_cases())


def test_the_keyboard_alone_leads_to_a_page(page: Any, harbour: Path) -> None:
    _turn_to_field(page, harbour / "actors/mara-oduya.html")
    page.keyboard.type("jamali")
    field = page.locator(FIELD)
    assert (field.get_attribute("role"), field.get_attribute("aria-expanded")) == ("combobox", "true")
    assert page.text_content(".find [role=status]") == "Names found: 1"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute(f"#{field.get_attribute('aria-activedescendant')}", "aria-selected") == "true"
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url((harbour / "actors/amir-al-jamali.html").as_uri())


def test_nobody_of_that_name_is_said(page: Any, harbour: Path) -> None:
    _turn_to_field(page, harbour / "search.html")
    page.keyboard.type("Nemo")
    assert page.text_content(".find [role=status]") == "No name found"
    page.keyboard.press("Enter")
    assert page.url == (harbour / "search.html").as_uri()
    assert page.is_hidden(".fulltext")  # from disk there is no bundle to load


@pytest.fixture(scope="module")
def served(harbour: Path) -> Iterator[str]:
    """The site below a path of its host."""
    if not (harbour / "pagefind").is_dir():
        pytest.skip("pagefind cannot run on this machine")
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    folder = functools.partial(quiet, directory=str(harbour.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/site/"
        server.shutdown()


def test_the_text_is_found_and_sorted_by_its_facets(page: Any, served: str) -> None:
    page.goto(served + "search.html")
    page.wait_for_selector(".fulltext:not([hidden])")
    page.fill(".fulltext input", "halved")
    page.wait_for_selector(".fulltext li a[href*='dues-halved']")
    choices = {name: page.locator(f".fulltext select[name={name}] option").all_inner_texts() for name in ("source", "year")}
    assert choices == {"source": ["any", "Harbour News (4)"], "year": ["any", "2031 (4)"]}
    page.select_option(".fulltext select[name=kind]", "Person")
    page.wait_for_selector(".fulltext ol:not(:has(a[href*='dues-halved']))", state="attached")
    page.select_option(".fulltext select[name=kind]", "News report")
    page.click(".fulltext li a[href*='dues-halved']")
    assert page.url == served + "articles/2031-03-09-dues-halved.html"


@pytest.mark.parametrize(("path", "rows", "words"), [
    ("relations.html", "tbody tr", "mccully"), ("timeline.html", ".timeline li", "2015"), ("disputes.html", ".dispute", "iraq"),
])  # fmt: skip
def test_a_record_is_narrowed_to_what_holds_the_words(chromium: Any, address: str, path: str, rows: str, words: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address + path)
    page.fill(".filter input", words)
    shown = page.locator(f"{rows}:visible").all_inner_texts()
    assert shown
    assert all(words in text.lower() for text in shown)
    assert page.locator("#sources").is_visible()
    context.close()


@pytest.mark.parametrize(("path", "rows", "chosen"), [
    ("actors/index.html", ".items li", {"Country": ("Iraq", 5), "Kind": ("Institutions", 3)}),
    ("articles/index.html", ".rows li", {"Year": ("2015", 10), "Source": ("Example Herald", 3), "Kind": ("News report", 3)}),
    ("sources/index.html", ".items li", {"Kind": ("newspaper", 2)}),
    ("disputes.html", ".dispute", {"Kind": ("Reports contradict each other", 1), "Country": ("Iraq", 1)}),
    ("timeline.html", ".timeline li", {"Kind": ("Changes of office", 7)}),
])  # fmt: skip
def test_a_list_is_narrowed_by_choices_with_the_keyboard(
    page: Any, address: str, path: str, rows: str, chosen: dict[str, tuple[str, int]]
) -> None:
    page.goto(address + path)
    every = page.locator(rows).count()
    for name, (value, left) in chosen.items():
        control = page.get_by_role("combobox", name=name, exact=True)
        control.focus()
        page.keyboard.type(value)  # as in any list of a form: its first letters choose
        assert control.evaluate("(one) => one.selectedOptions[0].label") == value
        assert control.bounding_box()["height"] >= 24
        assert page.locator(f"{rows}:visible").count() == left
        assert page.text_content(".filter output") == f"{left} / {every}"
    assert [one for one in page.locator("main section h2:visible, .year:visible").all_inner_texts() if not one] == []
    for name in chosen:
        page.get_by_role("combobox", name=name, exact=True).select_option("")
    assert page.locator(f"{rows}:visible").count() == every


def test_without_script_a_list_has_no_control_and_all_its_lines(chromium: Any, address: str, kinds: tuple[str, ...]) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in kinds:
        page.goto(address + path)
        if page.locator(".filter").count():
            assert page.locator("main :is(input, select, button)").count() == 0, path
            assert page.locator("main [hidden]").count() == 0, path
    context.close()
