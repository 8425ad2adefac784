"""The think-tank editor keeps a closed network: two editions from one folder, names in Arabic, and the same bytes anywhere."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from projects import command, make_project, published, write
from telling import brief, holding, words

CANARY = "xylophone"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def decoded(path: str, content: bytes) -> str:
    """A published file as a reader gets it: JSON and entities decoded."""
    text = content.decode("utf-8", "replace")
    if path.endswith(".json"):
        text += "\n".join(_strings(json.loads(text)))
    return html.unescape(text).lower()


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for one in inner for text in _strings(one)]


@pytest.mark.parametrize("field", ["handling: AMBER\n", "embargo: 2031-06-01T10:00:00+13:00\n"])
def test_what_is_not_for_this_edition_is_in_no_file_and_no_file_name(project: Path, field: str) -> None:
    fields = f"title: The {CANARY}s\ndate: 2031-03-11\nsource: {CANARY} News\ntopics: [{CANARY}]\n{field}"
    write(project / f"content/articles/{CANARY}.txt", f"Mara Oduya bought a {CANARY} from Tomas Lindqvist in Suva.\n")
    write(project / f"content/articles/{CANARY}.yaml", fields)
    brief(project, "build", "--edition", "CLEAR")
    found = published(project)
    assert [path for path, content in found.items() if CANARY in path or CANARY in decoded(path, content)] == []
    write(project / f"content/articles/{CANARY}.yaml", fields.replace(field, ""))
    brief(project, "build", "--edition", "CLEAR")
    assert f"articles/{CANARY}.html" in published(project)


def test_arabic_names_stand_isolated_and_are_found(project: Path) -> None:
    write(
        project / "content/actors/tarek-sahli.yaml",
        "name: Tarek al-Sahli\nnative_name: {text: طارق الساحلي, language: ar}\naliases: [Tarik Sahly]\n",
    )
    write(project / "content/articles/2031-03-14-tarek.txt", "Tarek al-Sahli came to Suva with 12 aides.\n")
    brief(project, "build")
    page = (project / "site/actors/tarek-sahli.html").read_text(encoding="utf-8")
    assert re.search(r'<bdi lang="ar"[^>]*>طارق الساحلي</bdi>', page)
    for name in ("Tarik Sahly", "طارق الساحلي"):
        assert "names.js" in holding(project, name), name


def test_clock_time_zone_locale_and_hash_seed_change_no_byte(project: Path) -> None:
    here = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    there = {"TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}
    assert command(project, "build", "--out", "here", env=here).returncode == 0
    assert command(project, "build", "--out", "there", "--clean", env=there).returncode == 0
    assert published(project, "here") == published(project, "there")


def test_a_theme_without_citations_publishes_nothing_and_names_the_pages(project: Path) -> None:
    write(project / "brief.yaml", "title: Harbour Desk\ntheme: bare\n")
    write(project / "themes/bare/theme.yaml", "name: bare\n")
    for name in _templates():
        write(project / f"themes/bare/templates/{name}", "<!doctype html>\n<title>{{ page.title }}</title>\n")
    told = brief(project, "build", status=1).stderr
    assert re.search(r"mara-oduya\.html[^\n]*\d+ citations, but theme bare shows only 0 of them", told)
    assert not (project / "site").exists()


def _templates() -> list[str]:
    folder = Path(__file__).parents[2] / "themes/desk/templates"
    return sorted(path.name for path in folder.glob("*.html"))


def test_script_and_template_braces_in_an_article_stand_there_literally(project: Path) -> None:
    text = "Mara Oduya wrote <script>alert(1)</script> and {{ 7 * 7 }} on the wall of Suva."
    write(project / "content/articles/2031-03-14-wall.txt", f"{text}\n")
    brief(project, "build")
    assert text in words(project, "articles/2031-03-14-wall")
    assert "<script>alert(1)" not in (project / "site/articles/2031-03-14-wall.html").read_text(encoding="utf-8")
