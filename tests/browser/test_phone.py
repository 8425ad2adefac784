"""The first page on a phone: what changed at once, the long lists folded to their counts, all of it in reach without script."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.browser]

LISTS = ("newest-articles", "countries", "actors", "sources")
_ABOVE = "document.querySelector('.news .point').getBoundingClientRect().top"


def _first_page(chromium: Any, address: str, width: int, medium: str = "screen", script: bool = False) -> Any:
    context = chromium.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    page.emulate_media(media=medium)
    page.goto(f"{address}index.html")
    return page


def _shown(page: Any) -> list[str]:
    """The lists of which a link shows."""
    return [one for one in LISTS if page.locator(f"section:has(> #{one}) > :not(.meta) a[href]:visible").count()]


def test_a_phone_shows_what_changed_and_how_long_each_list_is(chromium: Any, address: str) -> None:
    page = _first_page(chromium, address, 360, script=True)
    assert page.evaluate(_ABOVE) < 800
    assert page.evaluate("document.documentElement.scrollHeight") < 4500
    assert (_shown(page), page.locator("label.fold").count()) == ([], len(LISTS))
    assert all(any(letter.isdigit() for letter in text) for text in page.locator("label.fold").all_inner_texts())


def test_each_list_opens_by_keyboard_and_without_script(chromium: Any, address: str) -> None:
    page = _first_page(chromium, address, 360)
    for number, one in enumerate(LISTS, 1):
        page.focus(f"#unfold-{one}")
        page.keyboard.press("Space")
        assert len(_shown(page)) == number
    page.keyboard.press("Space")
    assert _shown(page) == list(LISTS[:-1])


@pytest.mark.parametrize(("width", "medium"), [(1280, "screen"), (768, "screen"), (360, "print")])
def test_wider_screens_and_paper_know_no_fold(chromium: Any, address: str, width: int, medium: str) -> None:
    page = _first_page(chromium, address, width, medium)
    unprinted = {"newest-articles", "actors"} if medium == "print" else set()  # the digest says that it leaves them out
    assert _shown(page) == [one for one in LISTS if one not in unprinted]
    assert not any(label.is_visible() for label in page.locator(".fold").all())
