"""Citations in a browser: the passage on hover and focus, without script too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGE = "countries/new-zealand.html"
_FOCUSED = "document.activeElement.dataset.cite || ''"
_SHOWN = "document.activeElement && getComputedStyle(document.activeElement, '::after').content"


@pytest.fixture
def page(chromium: Any) -> Any:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_hover_and_focus_show_the_passage_and_its_source(chromium: Any, address: str, script: bool) -> None:
    context = chromium.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(address + PAGE)
    cite = page.locator(".points .cite").first
    wanted = f"{cite.get_attribute('aria-label')} {cite.get_attribute('data-passage')}"
    content = "(one) => getComputedStyle(one, '::after').content"
    assert cite.evaluate(content) == "none"
    cite.hover()
    assert wanted.split()[-1] in cite.evaluate(content)
    assert cite.get_attribute("aria-label").startswith("source ")
    page.mouse.move(0, 0)
    page.keyboard.press("Tab")
    for _ in range(200):
        if page.evaluate(_FOCUSED):
            break
        page.keyboard.press("Tab")
    assert page.evaluate(_SHOWN) not in ("none", "normal")
    if script:
        page.keyboard.press("Escape")
        assert page.evaluate("getComputedStyle(document.activeElement, '::after').display") == "none"
    context.close()


def test_a_line_that_cites_a_passage_again_shows_it_too(chromium: Any, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address + PAGE)
    again = page.locator(".cite[data-cite]:not([data-passage]):visible").first.element_handle()
    first = page.locator(f".cite[data-passage][data-cite='{again.get_attribute('data-cite')}']").first
    again.hover()
    assert again.get_attribute("data-passage") == first.get_attribute("data-passage")
    assert first.get_attribute("data-passage").split()[-1] in page.evaluate(
        "(one) => getComputedStyle(one, '::after').content", again
    )
    context.close()


def test_without_script_such_a_line_names_its_source_and_leads_to_the_passage(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGE)
    again = page.locator(".cite[data-cite]:not([data-passage]):visible").first
    number, label, href = again.inner_text(), again.get_attribute("aria-label"), again.get_attribute("href")
    again.hover()
    assert again.evaluate("(one) => getComputedStyle(one, '::after').content") == f'"{label}\\a "'
    passage = page.locator(f"#source-{number} a[href='{href}'] q").inner_text()
    again.click()
    page.wait_for_url("**/articles/**")
    assert page.locator(":target").inner_text() == passage
    context.close()


def test_a_citation_is_at_least_24_pixels_either_way(page: Any, address: str) -> None:
    for path in (PAGE, "index.html", "timeline.html", "relations.html", "disputes.html"):
        page.goto(address + path)
        sizes = "Array.from(document.querySelectorAll('.cite'), (one) => one.getBoundingClientRect()).filter((box) => box.width)"
        small = page.evaluate(f"{sizes}.filter((box) => box.width < 24 || box.height < 24).length")
        assert small == 0, path


def test_a_mark_can_be_switched_off_without_script(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "articles/2015-02-13-herald-minister-in-auckland.html")
    style = "(one) => getComputedStyle(one).textDecorationLine"
    for kind in ("p", "c", "o", "g"):
        mark = page.locator(f".prose .m.{kind}").first
        assert mark.evaluate(style) == "underline"
        page.uncheck(f"#show-{kind}")
        assert mark.evaluate(style) == "none"
    context.close()


def test_the_list_of_sources_repeats_what_a_citation_stands_for(site: Path) -> None:
    html = (site / PAGE).read_text(encoding="utf-8")
    notes = html[html.index('<section class="notes"') :]
    for cite, passage in re.findall(r'data-cite="([^"]+)" data-passage="([^"]*)"', html):
        article, start, end = cite.split(":")
        assert f'<q dir="auto">{passage}</q>' in notes
        assert f"{article}.html#s{start}-{end}" in notes
