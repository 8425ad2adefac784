"""Where parts of a page stand: pictures and their tables, the side column."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

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
