"""Every kind of page by keyboard alone: its citations in their order, each to its exact sentence, and back to the line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.browser.variants import VARIANTS, Site

pytestmark = [pytest.mark.slow, pytest.mark.browser]

STOPS = 150  # of a very long page the first ones, and those before the last citations
FEW = 2  # citations that are followed at either end of a page
WAYS = [*((variant, False) for variant in VARIANTS), ("en", True), ("ar", True), ("dossier", True)]
_OPENED = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
_CITES = "Array.from(document.querySelectorAll('.cite'), (one) => one.href)"
_STOP = "() => { const one = document.activeElement; return one.matches('.cite') ? one.href : ''; }"
_FOLDED = "document.activeElement.matches('details:not([open]) > summary')"
_FOCUSED = "(place) => document.querySelectorAll('.cite')[place] === document.activeElement"
_FOCUSED_TO = "(article) => document.activeElement.matches('.cite') && document.activeElement.href.split('#')[0] === article"
_IN_VIEW = """(place) => {
  const box = document.querySelectorAll(".cite")[place].getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}"""
_LISTED = """Object.fromEntries(Array.from(document.querySelectorAll('.notes li li a'),
  (one) => [one.href, one.textContent]))"""
# The words of the passage, whether it is lit, and whether nothing lies over its first line.
_TARGET = """() => {
  const target = document.querySelector(":target"), plain = target.cloneNode(true);
  const look = (one) => ["backgroundColor", "outlineStyle", "boxShadow"].map((name) => getComputedStyle(one)[name]).join();
  plain.id = "";
  target.after(plain);
  const lit = look(target) !== look(plain);
  plain.remove();
  const line = target.getClientRects()[0];
  return [target.textContent, lit, target.contains(document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2))];
}"""
_BACK = """(pages) => document.activeElement.href && document.activeElement.hash.startsWith("#c")
  && pages.includes(document.activeElement.href.split("#")[0])"""


@contextmanager
def _reading(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    yield page
    assert said == []
    context.close()


def _addresses(site: Site, disk: bool) -> list[str]:
    """Pages of each kind as links name them."""
    folders = "timeline/index.html" in site.kinds
    root = f"{site.folder.as_uri()}/" if disk else site.address
    return [root + (path.removesuffix("index.html") if folders else path) for path in site.kinds if path != "404.html"]


def _citing(page: Any, addresses: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Pages that cite, opened, with the addresses that their citations lead to."""
    for address in addresses:
        page.goto(address)
        if cites := page.evaluate(_CITES):
            yield address, cites


def _tabbed(page: Any, most: int) -> list[str]:
    """The citations that the keyboard reaches, what is folded unfolded on the way."""
    reached: list[str] = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(_FOLDED):
            page.keyboard.press("Enter")
        reached += [stop] if (stop := page.evaluate(_STOP)) else []
        if len(reached) == most:
            break
    return reached


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_keyboard_reaches_every_citation_in_their_order(chromium: Any, variants: Callable[[str], Site], variant: str) -> None:
    read = 0
    with _reading(chromium) as page:
        for opened, cites in _citing(page, _addresses(variants(variant), disk=False)):
            read += 1
            first = _tabbed(page, len(cites))
            assert first == cites[: len(first)], opened
            if len(first) < len(cites):
                assert len(first) > 12, opened
                page.evaluate(_OPENED)
                page.locator(".cite").nth(-13).focus()
                assert _tabbed(page, 12) == cites[-12:], opened
    assert read > 10


@pytest.mark.parametrize(("variant", "disk"), WAYS)
def test_a_citation_leads_to_its_exact_sentence_and_from_there_back_to_the_line(
    chromium: Any, variants: Callable[[str], Site], variant: str, disk: bool
) -> None:
    with _reading(chromium) as page:
        for opened, cites in _citing(page, _addresses(variants(variant), disk)):
            listed = page.evaluate(_LISTED)
            for place in sorted({*range(len(cites))[:FEW], *range(len(cites))[-FEW:]}):
                _follow(page, opened, place)
                assert page.url == cites[place], opened
                if cites[place] in listed:  # else the further sources of a line, in the record
                    assert page.evaluate(_TARGET) == [listed[cites[place]], True, True], cites[place]
                page.go_back()
                assert page.url == opened
                if variant == "dossier":  # has no script: where the browser does not keep the page, it shows the line again
                    page.wait_for_function(_IN_VIEW, arg=place)
                else:
                    page.wait_for_function(_FOCUSED, arg=place)


def _follow(page: Any, opened: str, place: int) -> None:
    """Turn to a citation of a page and press Enter."""
    if page.url != opened:
        page.goto(opened)
    page.evaluate(_OPENED)
    page.locator(".cite").nth(place).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != opened)
    page.wait_for_load_state()


@pytest.mark.parametrize(("variant", "disk"), WAYS)
def test_the_article_leads_back_to_the_subject_that_cites_it(
    chromium: Any, variants: Callable[[str], Site], variant: str, disk: bool
) -> None:
    subjects = [one for one in _addresses(variants(variant), disk) if re.search("/(actors|countries)/", one)]
    with _reading(chromium) as page:
        for opened, cites in _citing(page, subjects):
            briefing = opened.replace("/record", "")
            for place in {0, len(cites) - 1}:
                if "/articles/" not in cites[place]:
                    continue
                _follow(page, opened, place)
                _tab_back(page, [opened, briefing])
                page.keyboard.press("Enter")
                page.wait_for_url(re.compile(f"{re.escape(opened)}#c|{re.escape(briefing)}#c"))
                page.wait_for_function(_FOCUSED_TO, arg=cites[place].partition("#")[0])


def _tab_back(page: Any, pages: list[str]) -> None:
    """From the sentence on, not from the top of the page, to the link to a line of these pages."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(_BACK, pages):
            return
    raise AssertionError(page.url)
