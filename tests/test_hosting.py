"""Any host: what it reads itself is copied through, a site works below any path, and pages keep nothing of their reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.audit import audit_site
from tests.projects import build, make_project, published, write

THEME = Path(__file__).parents[1] / "themes"
FILES = {
    "_headers": "/*\n  X-Frame-Options: DENY\n",
    "CNAME": "brief.example.org\n",
    ".nojekyll": "",
    ".well-known/security.txt": "x\n",
}


def test_what_a_host_reads_is_copied_as_it_is(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    for path, text in FILES.items():
        write(root / "content/static" / path, text)
    assert build(root).published
    site = published(root)
    assert {path: site[path].decode() for path in FILES} == FILES


@pytest.mark.parametrize("base_url", ["", "https://example.org/", "https://example.org/a/desk/"])
def test_links_between_pages_are_relative_wherever_the_site_stands(tmp_path: Path, base_url: str) -> None:
    root = make_project(tmp_path)
    assert build(root, base_url=base_url).published
    assert audit_site(root / "site").problems == ()
    for path, content in published(root).items():
        if path.endswith(".html") and path != "404.html":
            links = re.findall(r'<(?:a|script|img)\b[^>]*? (?:href|src)="([^"]*)"', content.decode())
            assert [link for link in links if link.startswith(("/", base_url or "//"))] == [], path


def test_no_script_keeps_anything_but_the_readers_choice_of_colours() -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted(THEME.glob("*/static/*.js")))
    assert (
        re.findall(r"document\.cookie|sessionStorage|indexedDB|caches\.|sendBeacon|serviceWorker|XMLHttpRequest|fetch\(", scripts)
        == []
    )
    assert set(re.findall(r"localStorage\.\w+\(([^,)]*)", scripts)) == {"key"}
    assert set(re.findall(r'key = "([^"]*)"', scripts)) == {"brief-scheme"}
