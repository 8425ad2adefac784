"""Every kind of page in a browser: it fits its screen, says nothing on the console, asks nobody else, and all can use it."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import feedparser
import pytest

from tests.browser.variants import VARIANTS, Site
from tests.projects import command

pytestmark = [pytest.mark.slow, pytest.mark.browser]

_TOOLS = Path(__file__).parent / "node_modules"
_AXE = _TOOLS / "axe-core/axe.min.js"
_VNU = _TOOLS / "vnu-jar/build/dist/vnu.jar"
# All rules, also those that are off unless asked for.
_RUN = """async () => {
  const rules = axe.getRules().map((rule) => rule.ruleId);
  const found = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}: ${node.failureSummary}`));
}"""
_OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_UNSTYLED = "Array.from(document.querySelectorAll('link[rel=stylesheet]')).filter((one) => !one.sheet).map((one) => one.href)"


@contextmanager
def _reading(chromium: Any, width: int, **how: Any) -> Iterator[tuple[Any, list[str]]]:
    """A page and what its console says."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, **how)
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    yield page, said
    context.close()


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_page_fits_its_screen_keeps_silent_and_asks_nobody_else(
    chromium: Any, variants: Callable[[str], Site], width: int, scheme: str, variant: str
) -> None:
    _, address, kinds = variants(variant)
    with _reading(chromium, width, color_scheme=scheme) as (page, said):
        page.on("request", lambda request: None if request.url.startswith(address) else said.append(request.url))
        wide = []
        for path in kinds:
            page.goto(address + path)
            if page.evaluate(_OVER):
                wide.append(path)
    assert (wide, said) == ([], [])


@pytest.mark.parametrize("how", [{"contrast": "more"}, {"forced_colors": "active"}, {"reduced_motion": "reduce"}], ids=str)
def test_a_page_fits_with_the_readers_own_settings(
    chromium: Any, address: str, kinds: tuple[str, ...], how: dict[str, str]
) -> None:
    with _reading(chromium, 360, **how) as (page, said):
        for path in kinds:
            page.goto(address + path)
            assert page.evaluate(_OVER) == 0, path
    assert said == []


@pytest.mark.parametrize("variant", ["en", "ar", "dossier"])  # in folders only a server finds the pages
def test_from_a_folder_on_disk_nothing_is_missing(chromium: Any, variants: Callable[[str], Site], variant: str) -> None:
    site, _, kinds = variants(variant)
    with _reading(chromium, 1280) as (page, said):
        for path in kinds:
            if path != "404.html":  # shown by a server under any address, so it links from the server's root
                page.goto((site / path).as_uri())
                assert page.evaluate(_UNSTYLED) == [], path
    assert said == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_without_script_all_words_and_citations_are_there(chromium: Any, variants: Callable[[str], Site], variant: str) -> None:
    _, address, kinds = variants(variant)
    found = []
    for script in (True, False):
        context = chromium.new_context(java_script_enabled=script)
        page = context.new_page()
        found.append([])
        for path in kinds:
            if not path.startswith("search"):  # nothing is found there without script
                page.goto(address + path)
                page.evaluate("document.querySelectorAll('.filter, .paper').forEach((one) => one.remove())")  # these want script
                found[-1].append((path, page.locator(".cite").count(), page.locator("main").inner_text()))
        context.close()
    assert found[0] == found[1]


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_actors_page_is_light_and_asks_for_four_files_at_most(
    chromium: Any, variants: Callable[[str], Site], variant: str
) -> None:
    site, address, _ = variants(variant)
    actors = [path.stem for path in sorted((site / "actors").glob("*.json"))]
    heavy = []
    with _reading(chromium, 1280) as (page, _):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        for name in actors:
            asked.clear()
            page.goto(f"{address}actors/{name}{'/' if variant == 'folders' else '.html'}", wait_until="networkidle")
            files = [site / path / "index.html" if path.endswith("/") else site / path for path in dict.fromkeys(asked)]
            texts = [file.read_bytes() for file in files if file.suffix in (".html", ".css", ".js")]
            weight, packed = sum(map(len, texts)), sum(len(gzip.compress(text, 6)) for text in texts)
            if len(files) > 4 or weight > 80_000 or packed > 25_000:
                heavy.append((name, len(files), weight, packed))
    assert len(actors) > 10
    assert heavy == []


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_axe_finds_nothing_with_all_its_rules(
    chromium: Any, variants: Callable[[str], Site], width: int, scheme: str, variant: str
) -> None:
    _, address, kinds = variants(variant)
    if not _AXE.exists():
        pytest.skip("axe-core is not installed: npm install in tests/browser")
    axe, found = _AXE.read_text(encoding="utf-8"), list[str]()
    with _reading(chromium, width, color_scheme=scheme) as (page, _):
        for path in kinds:
            page.goto(address + path)
            page.evaluate(axe)
            found += [f"{path}: {one}" for one in page.evaluate(_RUN)]
    assert found == []


def _checked(*arguments: str) -> str:
    """What the Nu HTML Checker says."""
    if not (_VNU.exists() and shutil.which("java")):
        pytest.skip("the Nu HTML Checker needs Java, and npm install in tests/browser")
    # Pages are checked over HTTP: for a file the checker cannot tell that it is 'self', and warns of its own style sheet.
    command = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-Xmx512m", "-jar", str(_VNU), "--format", "gnu"]
    return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_html_checker_has_no_error_and_no_warning(variants: Callable[[str], Site], variant: str) -> None:
    _, address, kinds = variants(variant)
    assert _checked(*(address + path for path in kinds)) == ""


@pytest.mark.parametrize("variant", ["en", "dossier"])  # one of each theme
def test_the_css_checker_has_no_error_and_no_warning(variants: Callable[[str], Site], variant: str) -> None:
    assert _checked("--css", *(str(path) for path in sorted((variants(variant).folder / "assets").glob("*.css")))) == ""


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_link_and_fragment_of_every_page_leads_somewhere(variants: Callable[[str], Site], variant: str) -> None:
    done = command(variants(variant).folder.parent, "check", "--site", "site")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_feed_reader_reads_every_feed(variants: Callable[[str], Site], variant: str) -> None:
    folder = variants(variant).folder
    read = [feedparser.parse(path.read_bytes()) for path in sorted(folder.rglob("*.xml")) if path.name != "sitemap.xml"]
    assert read
    assert [one.get("bozo_exception") for one in read if one.bozo or one.version != "atom10" or not one.feed.title] == []
    assert all(entry.id and entry.title and entry.link and entry.updated for one in read for entry in one.entries)
