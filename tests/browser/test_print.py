"""Pages on paper: a default brief on two sheets, mark, date and number on each, every endnote there, nothing cut off."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.projects import example

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed"),
]

_TEXTS = """() => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = [];
  // Of what leads elsewhere and of names, which a letter follows on paper, nothing is said.
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest(".files, .jump, .m")) found.push(texts.currentNode.data);
  return found;
}"""
_WORD = r"[^\W\d_]+"  # not a number, which a cite's may follow at once
_NOTES = """Array.from(document.querySelectorAll(".notes ol > li"),
  (one) => [".src", ".head"].map((part) => one.querySelector(part).innerText))"""


def _sheets(chromium: Any, url: str, size: str, path: Path) -> list[str]:
    """The words of each sheet of a page as the browser prints it."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(url)
    page.pdf(path=str(path), format=size)
    context.close()
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def _words(path: Path) -> str:
    """All words of a PDF, white space folded."""
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(text.split())


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("country", ["iraq", "new-zealand"])
def test_a_countrys_brief_is_two_sheets_with_all_its_endnotes(
    chromium: Any, address: str, tmp_path: Path, size: str, country: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{address}countries/{country}.html")
    page.emulate_media(media="print")
    cited = page.evaluate(
        "Array.from(document.querySelectorAll('.cite'), (one) => one.offsetParent && one.innerText).filter(Boolean)"
    )
    notes = page.evaluate(_NOTES)
    context.close()
    sheets = _sheets(chromium, f"{address}countries/{country}.html", size, tmp_path / "brief.pdf")
    assert len(sheets) == 2
    for number, sheet in enumerate(sheets, 1):
        assert "TLP:CLEAR" in sheet
        assert "as of 31 March 2020" in sheet
        assert f"{number}/2" in sheet.replace(" ", "")
    words = _words(tmp_path / "brief.pdf")
    for publisher, title in notes:
        assert publisher in words
        assert set(title.split()) <= set(words.split())
    assert {int(number) for number in re.findall(r"\[(\d+)\]", words)} == {int(number) for number in cited}
    assert max(int(number) for number in cited) <= len(notes)


_RULED = "getComputedStyle(document.querySelector('.side-of + .side-of')).borderInlineStartStyle"


def test_on_paper_a_number_stays_with_its_word_and_a_rule_between_the_sides_of_a_dispute(
    chromium: Any, address: str, tmp_path: Path
) -> None:
    sheets = []
    for country in ("iraq", "new-zealand"):
        for size in ("A4", "Letter", "A5"):
            sheets += _sheets(chromium, f"{address}countries/{country}.html", size, tmp_path / "brief.pdf")
    assert [line for sheet in sheets for line in sheet.splitlines() if line.lstrip("\u2060 ").startswith("[")] == []
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{address}countries/iraq.html")
    page.emulate_media(media="print")
    assert page.evaluate(_RULED) == "solid"  # of backgrounds a browser prints none
    context.close()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_first_page_is_a_digest_on_one_sheet_that_says_what_it_leaves_out(
    chromium: Any, address: str, tmp_path: Path, size: str
) -> None:
    (sheet,) = _sheets(chromium, f"{address}index.html", size, tmp_path / "digest.pdf")
    for title in ("What changed", "Open disputes", "Countries", "Sources of this page", "2 points added, 2 points replaced"):
        assert title in sheet
    assert "Not printed in this digest, but on the page: Newest articles, Actors, passages of the sources." in sheet


@pytest.mark.parametrize("name", ["murray-mccully", "john-key", "ibrahim-al-jaafari"])
def test_an_actors_brief_is_two_sheets_and_what_it_names_as_left_out_is_left_out(
    chromium: Any, address: str, tmp_path: Path, name: str
) -> None:
    sheets = _sheets(chromium, f"{address}actors/{name}.html", "A4", tmp_path / "brief.pdf")
    assert len(sheets) <= 2
    printed, _, left_out = _words(tmp_path / "brief.pdf").partition("Not printed in this brief")
    for title in ("Positions", "Relations", "Background"):
        assert (title in printed) is False
    assert "Positions, Relations" in left_out


def test_nothing_is_cut_off_at_the_edge_of_the_paper(chromium: Any, address: str, kinds: tuple[str, ...]) -> None:
    context = chromium.new_context(viewport={"width": 665, "height": 1000})  # the printed width of A4
    page = context.new_page()
    page.emulate_media(media="print")
    for path in kinds:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()


@pytest.mark.parametrize("path", ["actors/ibrahim-al-jaafari.html", "actors/david-shearer.html"])
def test_a_brief_says_what_it_leaves_out_and_a_full_print_leaves_out_nothing(
    chromium: Any, address: str, tmp_path: Path, path: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address + path)
    page.pdf(path=str(tmp_path / "brief.pdf"), format="A4")
    assert "in its full print: Positions, Relations, Articles, Evidence, passages" in _words(tmp_path / "brief.pdf")
    assert "Not printed in this brief" in _words(tmp_path / "brief.pdf")
    page.evaluate("window.print = () => {}")
    page.click(".paper button")
    lines = page.evaluate("Array.from(document.querySelectorAll('main .line, main q'), (one) => one.firstChild.textContent)")
    page.pdf(path=str(tmp_path / "full.pdf"), format="A4")
    printed = set(_words(tmp_path / "full.pdf").split())
    assert "not printed" not in _words(tmp_path / "full.pdf")
    assert [line for line in lines if not set(line.split()[1:-1]) <= printed] == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert (
        page.evaluate("document.querySelectorAll('details[open]').length + Object.keys(document.documentElement.dataset).length")
        == 0
    )
    context.close()


def test_a_brief_counts_the_events_that_it_leaves_out(chromium: Any, address: str, tmp_path: Path) -> None:
    _sheets(chromium, f"{address}actors/john-key.html", "A4", tmp_path / "brief.pdf")
    assert re.search(r"\d+ further events? (is|are) not printed here\.", _words(tmp_path / "brief.pdf"))


@pytest.mark.parametrize("path", ["countries/new-zealand", "countries/iraq"])
def test_where_a_page_leaves_something_to_its_record_the_brief_says_so_and_the_record_is_printed_whole(
    chromium: Any, address: str, tmp_path: Path, path: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{address}{path}.html")
    page.pdf(path=str(tmp_path / "brief.pdf"), format="A4")
    assert "and, in full, in its record" in " ".join(_words(tmp_path / "brief.pdf").split())
    page.click("aside a[href$='/record.html']")
    page.wait_for_url("**/record.html")
    lines = page.evaluate("Array.from(document.querySelectorAll('main .line, main q'), (one) => one.firstChild.textContent)")
    page.pdf(path=str(tmp_path / "record.pdf"), format="A4")
    context.close()
    printed = set(_words(tmp_path / "record.pdf").split())
    assert len(lines) > 50
    assert "not printed" not in _words(tmp_path / "record.pdf").lower()
    assert [line for line in lines if not set(line.split()[1:-1]) <= printed] == []


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site in the theme that is made for paper."""
    return example(tmp_path_factory.mktemp("dossier"), theme="dossier")


@pytest.mark.parametrize(
    "path",
    [
        "countries/iraq.html",
        "actors/murray-mccully.html",
        "actors/john-key/record.html",
        "articles/2015-02-24-herald-key-tells-parliament.html",
    ],
)
def test_a_dossier_is_printed_whole(chromium: Any, dossier: Path, tmp_path: Path, path: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((dossier / path).as_uri())
    parts = page.evaluate(_TEXTS)
    page.pdf(path=str(tmp_path / "dossier.pdf"), format="A4")
    context.close()
    printed = set(re.findall(_WORD, _words(tmp_path / "dossier.pdf").lower()))
    assert len(parts) > 20
    assert [part for part in parts if not set(re.findall(_WORD, part.lower())) <= printed] == []
