"""Every kind of page in a browser: it fits its screen, says nothing on the console, asks nobody else, and all can use it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

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


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_page_fits_its_screen_keeps_silent_and_asks_nobody_else(
    chromium: Any, addresses: dict[str, str], kinds: tuple[str, ...], width: int, scheme: str, language: str
) -> None:
    address = addresses[language]
    with _reading(chromium, width, color_scheme=scheme) as (page, said):
        page.on("request", lambda request: None if request.url.startswith(address) else said.append(request.url))
        wide = []
        for path in kinds:
            page.goto(address + path)
            if page.evaluate(_OVER):
                wide.append(path)
    assert (wide, said) == ([], [])


_PLACE = "(name) => document.querySelector(name).getBoundingClientRect()"


@pytest.mark.parametrize("width", [360, 1280])
def test_on_a_phone_tables_come_before_or_in_place_of_pictures(chromium: Any, address: str, width: int) -> None:
    with _reading(chromium, width) as (page, _):
        page.goto(address + "relations.html")
        picture, table = (page.evaluate(_PLACE, name)["top"] for name in (".net", "main table"))
        assert (table < picture) is (width == 360)
        page.goto(address + "actors/john-key.html")
        assert page.is_visible("figure.ego") is (width == 1280)


@pytest.mark.parametrize("height", [720, 1080])
def test_the_side_column_stays_within_the_window_and_its_end_can_be_reached(chromium: Any, address: str, height: int) -> None:
    with _reading(chromium, 1280, reduced_motion="reduce") as (page, _):
        page.set_viewport_size({"width": 1280, "height": height})
        page.goto(address + "actors/murray-mccully.html")
        page.evaluate("document.querySelector('#articles').scrollIntoView()")
        column = page.evaluate(_PLACE, ".side")
        assert (column["top"] > 0, column["bottom"] <= height) == (True, True)
        page.focus(".side .files a:last-child")
        assert page.evaluate(_PLACE, ".side .files a:last-child")["bottom"] <= height


@pytest.mark.parametrize("how", [{"contrast": "more"}, {"forced_colors": "active"}, {"reduced_motion": "reduce"}], ids=str)
def test_a_page_fits_with_the_readers_own_settings(
    chromium: Any, address: str, kinds: tuple[str, ...], how: dict[str, str]
) -> None:
    with _reading(chromium, 360, **how) as (page, said):
        for path in kinds:
            page.goto(address + path)
            assert page.evaluate(_OVER) == 0, path
    assert said == []


def test_from_a_folder_on_disk_nothing_is_missing(chromium: Any, site: Path, kinds: tuple[str, ...]) -> None:
    with _reading(chromium, 1280) as (page, said):
        for path in kinds:
            if path != "404.html":  # shown by a server under any address, so it links from the server's root
                page.goto((site / path).as_uri())
                assert page.evaluate(_UNSTYLED) == [], path
    assert said == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_with_all_its_rules(
    chromium: Any, addresses: dict[str, str], kinds: tuple[str, ...], width: int, scheme: str, language: str
) -> None:
    if not _AXE.exists():
        pytest.skip("axe-core is not installed: npm install in tests/browser")
    axe, found = _AXE.read_text(encoding="utf-8"), list[str]()
    with _reading(chromium, width, color_scheme=scheme) as (page, _):
        for path in kinds:
            page.goto(addresses[language] + path)
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


def test_the_html_checker_has_no_error_and_no_warning(address: str, kinds: tuple[str, ...]) -> None:
    assert _checked(*(address + path for path in kinds)) == ""


def test_the_css_checker_has_no_error_and_no_warning(site: Path) -> None:
    assert _checked("--css", *(str(path) for path in sorted((site / "assets").glob("*.css")))) == ""
