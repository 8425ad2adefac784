"""Where parts of a page stand: pictures and their tables, the side column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.variants import Site
from tests.projects import example

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@contextmanager
def _reading(chromium: Any, width: int, **how: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": width, "height": 800}, **how)
    yield context.new_page()
    context.close()


_PLACE = "(name) => document.querySelector(name).getBoundingClientRect()"


@pytest.mark.parametrize("width", [360, 1280])
def test_on_a_phone_tables_come_before_or_in_place_of_pictures(chromium: Any, address: str, width: int) -> None:
    with _reading(chromium, width) as page:
        page.goto(address + "relations.html")
        picture, table = (page.evaluate(_PLACE, name)["top"] for name in (".net", "main table"))
        assert (table < picture) is (width == 360)
        page.goto(address + "actors/john-key.html")
        assert page.is_visible("figure.ego") is (width == 1280)


@pytest.mark.parametrize("height", [720, 1080])
def test_the_side_column_stays_within_the_window_and_its_end_can_be_reached(chromium: Any, address: str, height: int) -> None:
    with _reading(chromium, 1280, reduced_motion="reduce") as page:
        page.set_viewport_size({"width": 1280, "height": height})
        page.goto(address + "actors/murray-mccully.html")
        page.evaluate("document.querySelector('#articles').scrollIntoView()")
        column = page.evaluate(_PLACE, ".side")
        assert (column["top"] > 0, column["bottom"] <= height) == (True, True)
        page.focus(".side .files a:last-child")
        assert page.evaluate(_PLACE, ".side .files a:last-child")["bottom"] <= height


# Spans on one line with something foreign between their first and their last letter.
_TORN = """Array.from(document.querySelectorAll(":is(.by, .made, .meta) > span"), (one) => {
  const boxes = Array.from(one.getClientRects()), ends = boxes.map((box) => box.right), starts = boxes.map((box) => box.left);
  const inked = boxes.reduce((sum, box) => sum + box.width, 0), lines = new Set(boxes.map((box) => Math.round(box.bottom))).size;
  return lines === 1 && Math.max(...ends) - Math.min(...starts) > inked + 2 ? one.innerText : "";
}).filter(Boolean)"""


@pytest.mark.parametrize("theme", ["desk", "dossier"])
def test_from_right_to_left_a_date_beside_a_title_in_another_script_is_not_torn_apart(
    chromium: Any, tmp_path: Path, theme: str
) -> None:
    site = example(tmp_path, language="ar", theme=theme)
    with _reading(chromium, 1280) as page:
        for path in ("actors/john-key.html", "countries/iraq.html", "articles/index.html"):
            page.goto((site / path).as_uri())
            assert page.evaluate(_TORN) == [], path


@pytest.mark.parametrize("variant", ["en", "ar"])
def test_the_mark_and_the_field_end_where_the_page_ends(chromium: Any, variants: Callable[[str], Site], variant: str) -> None:
    end = {"en": "right", "ar": "left"}[variant]
    with _reading(chromium, 1280) as page:
        for path in ("index.html", "method.html"):
            page.goto(variants(variant).address + path)
            edges = [page.evaluate(_PLACE, name)[end] for name in (".masthead", ".masthead .status", ".masthead .find input")]
            assert [round(edge) for edge in edges] == [round(edges[0])] * 3


def test_on_a_wide_screen_a_year_stands_beside_its_events_and_on_a_phone_above_them(chromium: Any, address: str) -> None:
    for width, beside in ((1280, True), (360, False)):
        with _reading(chromium, width) as page:
            page.goto(address + "timeline.html")
            tops = "(name) => Array.from(document.querySelectorAll(name), (one) => Math.round(one.getBoundingClientRect().top))"
            years, lists = page.evaluate(tops, ".year"), page.evaluate(tops, ".year + .timeline")
        assert len(years) == len(lists) > 3
        assert (years == lists) is beside
