"""In a real browser: the open page becomes the new one in place, and what did not change is not touched."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from previewing import PATIENCE, Preview, previewing

from tests.projects import BODIES, make_project, write

pytestmark = pytest.mark.browser
ID = "2031-03-09-dues-halved"
ARTICLE = f"content/articles/{ID}.txt"
TEMPLATE = """{% extends "base.html" %}{% block main %}
<details><summary>Tides</summary><p>High at noon.</p></details>
<p><label>Find <input id="box"></label></p>
<div class="prose">{{ text }}</div>
{% endblock %}
"""
# The preview's own texts stand in a closed shadow tree; and whatever happens to the page's body is counted.
OPENED = """
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function () { return attach.call(this, { mode: "open" }); };
window.touched = [];
addEventListener("load", () => {
  window.first = true;
  new MutationObserver((records) => window.touched.push(...records.map((one) => one.target.textContent.slice(0, 60))))
    .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
});
"""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    root = make_project(tmp_path)
    write(root / "themes/desk/templates/page.html", TEMPLATE)
    write(root / "content/pages/tides.md", pages_text("calm"))
    with previewing(root) as running:
        running.root = root  # type: ignore[attr-defined]
        yield running


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 900, "height": 600})
    context.add_init_script(OPENED)
    yield context.new_page()
    context.close()


def pages_text(word: str) -> str:
    lines = "\n\n".join(f"The tide of day {number} was {word if number == 40 else 'even'}." for number in range(80))
    return f"---\ntitle: Tides\n---\n\n{lines}\n"


def go(page: Any, preview: Preview, path: str) -> None:
    """Open a page, and wait until the preview knows that it is open."""
    with page.expect_response(lambda answer: "/_brief/events" in answer.url):
        page.goto(f"http://127.0.0.1:{preview.port}{path}")
    until(page, "window.first")


def until(page: Any, condition: str) -> None:
    """Wait for something, asking from outside: the site's content policy lets nobody evaluate text inside the page."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(20)


def root_of(preview: Preview) -> Path:
    root: Path = preview.root  # type: ignore[attr-defined]
    return root


def test_text_is_morphed_in_place_and_scroll_focus_and_open_details_stay(preview: Preview, page: Any) -> None:
    go(page, preview, "/pages/tides.html")
    page.locator("summary").click()
    page.locator("#box").fill("neap")
    page.evaluate("window.scrollTo(0, 900)")
    page.evaluate("window.neighbour = [...document.querySelectorAll('.prose p')][41]; window.touched.length = 0")
    write(root_of(preview) / "content/pages/tides.md", pages_text("rough"))
    until(page, "document.body.textContent.includes('day 40 was rough')")
    assert page.evaluate("window.first") is True
    assert page.evaluate("window.scrollY") == 900
    assert page.evaluate("document.activeElement.id + ' ' + document.activeElement.value") == "box neap"
    assert page.locator("details").get_attribute("open") is not None
    assert page.evaluate("window.neighbour.isConnected")
    assert page.evaluate("window.touched") == ["The tide of day 40 was rough."]


def test_lines_that_come_and_go_leave_the_others_where_they_are(preview: Preview, page: Any) -> None:
    go(page, preview, "/pages/tides.html")
    page.evaluate("window.kept = [...document.querySelectorAll('.prose p')]")
    lines = pages_text("calm").split("\n\n")
    changed = [*lines[:5], "A new line.", *lines[5:20], *lines[23:60], "Another.", "And another.", *lines[60:]]
    write(root_of(preview) / "content/pages/tides.md", "\n\n".join(changed))
    until(page, "document.body.textContent.includes('And another.')")
    assert page.evaluate("[...document.querySelectorAll('.prose p')].map((one) => one.textContent)") == [
        one.strip() for one in changed[1:]
    ]
    assert page.evaluate("window.first") is True


def test_what_the_themes_scripts_made_and_the_reader_chose_stays(preview: Preview, page: Any) -> None:
    go(page, preview, f"/articles/{ID}.html")
    page.evaluate("document.querySelector('main').append(window.own = document.createElement('aside'))")
    page.locator("#show-p").uncheck()
    field = page.locator("header input").first
    if field.count():
        field.fill("mar")
    write(root_of(preview) / ARTICLE, BODIES[ID] + "\n\nThe board halved them again.\n")
    until(page, "document.body.textContent.includes('halved them again')")
    assert page.evaluate("window.own.isConnected")
    assert not page.locator("#show-p").is_checked()
    if field.count():
        assert field.input_value() == "mar"
    assert page.evaluate("window.first") is True


def test_a_page_that_did_not_change_is_not_touched(preview: Preview, page: Any) -> None:
    go(page, preview, "/pages/tides.html")
    page.wait_for_timeout(300)
    page.evaluate("window.touched.length = 0; performance.clearResourceTimings()")
    with preview.events(f"/articles/{ID}.html") as following:
        following()
        write(root_of(preview) / ARTICLE, BODIES[ID] + "\n\nThe board halved them again.\n")
        following()
    page.wait_for_timeout(500)
    assert page.evaluate("[window.first, window.touched]") == [True, []]
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0


def test_a_style_sheet_is_swapped_without_a_reload(preview: Preview, page: Any) -> None:
    go(page, preview, "/pages/tides.html")
    links = page.locator("link[rel=stylesheet]").count()
    write(root_of(preview) / "themes/desk/static/desk.css", "body { outline-color: rgb(1, 2, 3) }\n")
    until(page, "getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'")
    until(page, f"document.querySelectorAll('link[rel=stylesheet]').length === {links}")
    assert page.evaluate("window.first") is True
    write(root_of(preview) / "themes/desk/static/desk.css", "body { outline-color: rgb(4, 5, 6) }\n")
    until(page, "getComputedStyle(document.body).outlineColor === 'rgb(4, 5, 6)'")


def test_all_mistakes_cover_the_page_until_they_are_mended(preview: Preview, page: Any) -> None:
    root = root_of(preview)
    go(page, preview, "/actors/mara-oduya.html")
    good = page.inner_text("main")
    actor, board = root / "content/actors/mara-oduya.yaml", root / "content/actors/harbour-board.yaml"
    kept = actor.read_text(), board.read_text()
    write(actor, kept[0].replace("country", "cuontry", 1))
    veil = page.locator("brief-live .veil")
    veil.wait_for(state="visible")
    write(board, kept[1] + "founded: someday\n")
    until(page, "document.querySelector('brief-live').shadowRoot.querySelectorAll('article').length > 1")
    told = veil.inner_text()
    assert "content/actors/mara-oduya.yaml:2:1 error" in told
    assert "content/actors/harbour-board.yaml:4:" in told
    assert "cuontry: FJ\n^" in told
    assert "Expected: " in told
    assert "Fix: " in told
    assert "country" in told
    assert page.inner_text("main") == good
    page.keyboard.press("Escape")
    veil.wait_for(state="hidden")
    write(board, kept[1])
    veil.wait_for(state="visible")
    write(actor, kept[0])
    veil.wait_for(state="hidden")
    assert page.evaluate("window.first") is True


def test_a_mistake_in_a_template_covers_the_page_and_mending_it_uncovers_it(preview: Preview, page: Any) -> None:
    template = root_of(preview) / "themes/desk/templates/page.html"
    go(page, preview, "/pages/tides.html")
    write(template, TEMPLATE.replace("{{ text }}", "{{ txet }}"))
    veil = page.locator("brief-live .veil")
    veil.wait_for(state="visible")
    assert "themes/desk/templates/page.html:4" in veil.inner_text()
    assert page.locator(".prose p").count() == 80
    write(template, TEMPLATE.replace("High at noon", "Low at noon"))
    veil.wait_for(state="hidden")
    until(page, "document.body.textContent.includes('Low at noon')")
    assert page.evaluate("window.first") is True


def test_a_small_line_says_what_changed(preview: Preview, page: Any) -> None:
    go(page, preview, "/actors/harbour-board.html")
    write(root_of(preview) / ARTICLE, BODIES[ID].replace("halved its dues", "doubled its dues") + "\n")
    note = page.locator("brief-live .note")
    note.wait_for(state="visible")
    assert "Harbour Board: 1 key point replaced" in note.inner_text()
    assert "doubled its dues" in page.inner_text("main")


def test_a_page_opened_while_a_mistake_stands_shows_it_and_heals(preview: Preview, page: Any) -> None:
    root = root_of(preview)
    actor = root / "content/actors/mara-oduya.yaml"
    kept = actor.read_text()
    write(actor, "naem: Mara\n")
    preview.until(lambda: any("mara-oduya.yaml:1:1" in line for line in preview.said))
    go(page, preview, "/index.html")
    page.locator("brief-live .veil").wait_for(state="visible")
    shutil.rmtree(root / "content/articles")
    write(actor, kept)
    page.locator("brief-live .veil").wait_for(state="hidden")
    until(page, "!document.body.textContent.includes('Dues halved')")


def test_a_page_catches_up_when_the_preview_comes_back(tmp_path: Path, page: Any) -> None:
    root = make_project(tmp_path)
    with previewing(root) as first:
        port = first.port
        go(page, first, f"/articles/{ID}.html")
        first.stop()
    write(root / ARTICLE, BODIES[ID] + "\n\nMeanwhile the board slept.\n")
    with previewing(root, "--port", str(port)) as second:
        assert second.port == port
        until(page, "document.body.textContent.includes('the board slept')")
        assert page.evaluate("window.first") is True


def test_a_page_in_a_folder_of_its_own_follows_each_save_and_links_to_a_draft_are_marked(tmp_path: Path, page: Any) -> None:
    root = make_project(tmp_path)
    write(root / "brief.yaml", "title: Harbour Desk\nurls: folders\n")
    write(root / "content/articles/2031-04-01-tides.txt", "Tides\n\nMara Oduya looked at the tides.\n")
    write(root / "content/articles/2031-04-01-tides.yaml", "status: draft\n")
    with previewing(root) as preview:
        go(page, preview, f"/articles/{ID}")
        assert page.url == f"http://127.0.0.1:{preview.port}/articles/{ID}/"
        write(root / ARTICLE, BODIES[ID] + "\n\nThe board halved them again.\n")
        until(page, "document.body.textContent.includes('halved them again')")
        assert page.evaluate("window.first") is True
        go(page, preview, "/actors/mara-oduya/")
        page.wait_for_selector("a[href='../../articles/2031-04-01-tides/'][data-brief-held]", state="attached")
        assert page.evaluate("fetch('../mara-oduya.html').then((answer) => answer.status)") == 404
