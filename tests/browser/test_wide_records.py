"""Timeline, relations, disputes, changes and names left unlinked on a wide screen: the width is used, and no line grows long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.variants import Site

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGES = {
    "timeline.html": ".timeline .line",
    "relations.html": "td",
    "disputes.html": ".sides",
    "changes.html": ".was",
    "ambiguities.html": ".rows",
}
# How far to its end the widest of some boxes reaches, as a share of the page, and the pixels of the longest line.
_MEASURED = """(name) => {
  const main = document.querySelector("main").getBoundingClientRect(), rtl = document.dir === "rtl";
  const boxes = Array.from(document.querySelectorAll("main > section:not(.notes) " + name), (one) => one.getBoundingClientRect());
  const reach = Math.max(...boxes.map((box) => (rtl ? main.right - box.left : box.right - main.left) / main.width));
  const lines = Array.from(document.querySelectorAll("main .line"), (one) => one.getBoundingClientRect().width);
  return [reach, Math.max(0, ...lines)];
}"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", PAGES)
def test_a_record_has_use_for_the_width_and_its_text_keeps_its_measure(
    chromium: Any, variants: Callable[[str], Site], path: str, language: str
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(variants(language).address + path)
    reach, longest = page.evaluate(_MEASURED, PAGES[path])
    assert reach > 0.85
    assert longest <= 42 * 16
    context.close()


def test_a_narrowed_timeline_leaves_no_rule_of_an_empty_year(chromium: Any, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}timeline.html")
    page.fill(".filter input", "2019")
    assert page.locator(".year:visible").count() == page.locator(".timeline:visible").count() > 0
    context.close()
