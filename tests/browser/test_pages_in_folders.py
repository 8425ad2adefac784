"""`urls: folders` in a browser, at the root of a host and below a path: readers get everywhere as in the flat layout."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from generator.render.urls import cite_id
from tests.projects import build, example, published
from tests.test_folders import DUES, FOLDERS, make

pytestmark = [pytest.mark.slow, pytest.mark.browser]

HOME, ACTOR, COUNTRY = "", "actors/john-key/", "countries/new-zealand/"
ARTICLE = "articles/2015-02-13-herald-minister-in-auckland/"
LISTS = ("actors/", "countries/", "articles/", "sources/", "topics/")
_FONT = "getComputedStyle(document.body).fontFamily"
WHOLE = ("timeline/", "relations/", "disputes/", "changes/", "method/", "ambiguities/", "search/", "pages/about/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example(tmp_path_factory.mktemp("folders"), urls="folders")


@pytest.fixture(scope="module", params=["", "site/"], ids=["at the root", "below a path"])
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    with _hosted(site.parent if request.param else site) as host:
        yield host + request.param


class _Host(http.server.SimpleHTTPRequestHandler):
    """A plain static host that shows the site's page for what is not there, as those for publishing do."""

    def log_message(self, *_: Any) -> None:
        """Be quiet."""

    def send_error(self, code: int, *_: Any) -> None:
        """Only files that are not there are asked for in vain."""
        content = (Path(self.directory) / "site/404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def _hosted(folder: Path) -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Host, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A tab that must stay silent, and that every file it asks for comes to at once."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    opened, said = context.new_page(), []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("response", lambda answer: None if answer.status in (200, 304) else said.append(f"{answer.status} {answer.url}"))
    yield opened
    assert said == []
    context.close()


def test_every_kind_of_page_comes_with_all_its_files(page: Any, address: str) -> None:
    for path in (HOME, ACTOR, COUNTRY, ARTICLE, *LISTS, *WHOLE):
        page.goto(address + path)
        assert page.evaluate("Array.from(document.styleSheets).length") >= 1, path
        assert page.locator("h1").count() == 1, path


def test_links_of_the_menu_the_map_the_pictures_and_the_records_lead_to_pages(page: Any, address: str) -> None:
    page.goto(address)
    for name, path in (("Countries", "countries/"), ("Timeline", "timeline/"), ("Relations", "relations/")):
        page.click(f"nav a:text-is('{name}')")
        assert page.url == address + path
    page.click("tbody th a, tbody td a >> nth=0")
    assert page.url.removeprefix(address).split("/")[0] in ("actors", "countries")
    page.click(".brand a")
    assert page.url == address
    page.wait_for_selector(".world a[href='countries/iraq/'], svg a[href='countries/iraq/']", state="attached")
    page.goto(address + ACTOR)
    page.click(".rows a >> nth=0")
    assert page.url.startswith(address + "articles/")


def test_a_citation_leads_to_its_exact_sentence_and_from_there_back(page: Any, address: str) -> None:
    page.goto(address + COUNTRY)
    page.focus(".points .cite")
    cite, passage = page.evaluate("[document.activeElement.dataset.cite, document.activeElement.dataset.passage]")
    page.keyboard.press("Enter")
    article, start, end = cite.split(":")
    page.wait_for_url(f"{address}articles/{article}/#s{start}-{end}")
    assert page.locator(":target").inner_text() == passage
    page.click(f"a[href='../../{COUNTRY}#{cite_id(article, int(start), int(end))}'] >> nth=0")
    page.wait_for_url(f"{address}{COUNTRY}#c*")
    assert page.evaluate("document.querySelector(':target').dataset.cite") == cite


@pytest.mark.parametrize("start", [HOME, ARTICLE, "search/"])
def test_a_name_that_is_found_leads_to_its_page(page: Any, address: str, start: str) -> None:
    page.goto(address + start)
    page.focus(".find input")
    while page.evaluate("typeof briefFind") != "function":
        page.wait_for_timeout(20)
    page.keyboard.type("jaafari")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}actors/ibrahim-al-jaafari/")


def test_without_script_the_field_is_a_link_to_all_names(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ACTOR)
    page.click(".find a")
    assert page.url == address + "search/"
    page.click("main a[href='../actors/ibrahim-al-jaafari/']")
    assert page.url == address + "actors/ibrahim-al-jaafari/"
    context.close()


@pytest.fixture(scope="module", params=["desk", "dossier"])
def harbour(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a former id, that stands below a path, and whose text is to be searched."""
    settings = f"theme: {request.param}\nsearch: full\nbase_url: https://example.org/site/\n"
    root = make(tmp_path_factory.mktemp("harbour"), FOLDERS + settings)
    assert build(root).published
    return root


def test_a_former_id_leads_on_and_a_wrong_address_back_into_the_site(page: Any, harbour: Path) -> None:
    with _hosted(harbour) as host:
        page.goto(f"{host}site/actors/mara-vogt/")
        page.wait_for_url(f"{host}site/actors/mara-oduya/")
        context = page.context.browser.new_context()  # where a 404 is no mistake
        lost = context.new_page()
        lost.goto(f"{host}site/articles/{DUES}/gone/away")
        assert lost.evaluate(_FONT) == page.evaluate(_FONT)
        lost.click("main a[href='/site/actors/']")
        assert lost.url == f"{host}site/actors/"
        context.close()


def test_the_search_page_of_either_theme_asks_for_no_file_that_is_not_there(page: Any, harbour: Path) -> None:
    with _hosted(harbour) as host:
        page.goto(f"{host}site/search/")
        page.wait_for_timeout(300)
        asked = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
        assert [one for one in asked if one.endswith("assets/text.js")] == (
            [f"{host}site/assets/text.js"] if "assets/text.js" in published(harbour) else []
        )


def test_the_text_is_found_and_leads_to_its_page(page: Any, harbour: Path) -> None:
    if not (harbour / "site/pagefind").is_dir():
        pytest.skip("pagefind cannot run on this machine")
    if "assets/text.js" not in published(harbour):
        pytest.skip("this theme offers no field for it")
    with _hosted(harbour) as host:
        page.goto(f"{host}site/search/")
        page.wait_for_selector(".fulltext:not([hidden])")
        page.fill(".fulltext input", "halved")
        page.click(".fulltext li a[href*='dues-halved']")
        assert page.url == f"{host}site/articles/{DUES}/"


def test_from_disk_a_page_shows_itself_and_its_links_name_folders(page: Any, site: Path) -> None:
    """As docs/hosting.md says: no browser looks for a folder's index there."""
    file = (site / ACTOR / "index.html").as_uri()
    page.goto(file)
    assert page.locator(".cite").count() > 0
    href = page.locator(".rows a").first.get_attribute("href")
    assert urljoin(file, href).endswith("/")
