"""`brief serve` over real sockets: the same bytes as `build`, nothing written, right again after a save."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from previewing import previewing

from tests.projects import BODIES, build, make_project, published, write

ID = "2031-03-09-dues-halved"
ARTICLE = f"content/articles/{ID}.txt"
PAGE = "/articles/2031-03-09-dues-halved.html"


def sources(root: Path) -> dict[str, bytes]:
    """Every file of a project but brief's own cache."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".brief" not in path.relative_to(root).parts
    }


@pytest.mark.parametrize("settings", ["", "base_url: https://desk.example.org/harbour/\n", "feeds: false\nexports: false\n"])
def test_every_file_is_served_as_build_publishes_it_and_nothing_is_written(tmp_path: Path, settings: str) -> None:
    root = make_project(tmp_path)
    write(root / "brief.yaml", f"title: Harbour Desk\n{settings}")
    write(root / "content/static/logo/harbour.txt", "A crane.\n")
    build(root, out="../site")
    before = sources(root)
    with previewing(root) as preview:
        base = "/harbour/" if "harbour/" in settings else "/"
        wanted = published(tmp_path.parent)
        assert "countries/fiji.html" in wanted
        assert [path for path, content in wanted.items() if preview.page(base + path) != content] == []
    assert sources(root) == before


def test_a_save_is_served_and_every_open_page_hears_of_it(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    with previewing(root) as preview, preview.events(PAGE) as following:
        version = following()["version"]
        assert f'data-version="{version}"'.encode() in preview.get(PAGE)[2]
        write(root / ARTICLE, BODIES[ID] + "\n\nThe board also halved the dues for ferries.\n")
        news = following()
        assert news["version"] != version
        body = preview.get(PAGE)[2]
        assert b"halved the dues for ferries" in body
        assert f'data-version="{news["version"]}"'.encode() in body


def test_a_mistake_is_told_and_the_last_good_page_stays_until_it_is_mended(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    actor = root / "content/actors/mara-oduya.yaml"
    good = actor.read_text(encoding="utf-8")
    with previewing(root) as preview, preview.events("/actors/mara-oduya.html") as following:
        version = following()["version"]
        write(actor, good.replace("country", "cuontry", 1))
        news = following()
        assert [(one["place"], one["severity"]) for one in news["problems"]] == [("content/actors/mara-oduya.yaml:2:1", "error")]
        assert news["problems"][0]["excerpt"] == "cuontry: FJ"
        assert news["version"] == version
        assert preview.get("/actors/mara-oduya.html")[0] == 200
        write(actor, good)
        assert following()["problems"] == []
        assert any("mara-oduya.yaml:2:1: error" in line for line in preview.said)


def test_ctrl_c_ends_cleanly_within_a_second_while_pages_are_open(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    with previewing(root) as preview, preview.events("/index.html") as following:
        following()
        assert preview.stop() < 1
        assert preview.process.returncode == 0
        assert "".join(preview.said) == ""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_cleanly_in_the_middle_of_the_first_build(tmp_path: Path, jobs: str) -> None:
    root = make_project(tmp_path)
    for number in range(700):
        write(root / f"content/articles/2031-05-01-note-{number}.txt", f"{BODIES[ID]} It was note {number}.\n" * 20)
    with previewing(root, "--jobs", jobs) as preview, ThreadPoolExecutor(1) as other:
        waiting = other.submit(preview.get, "/index.html")
        time.sleep(1)
        preview.stop()
        assert preview.process.returncode == 0
        assert waiting.result()[0] == 503
        assert "".join(preview.said) == ""


def test_a_taken_port_gives_the_next_free_one_and_says_so(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with previewing(root, "--port", str(port)) as preview:
            assert port < preview.port <= port + 50
            preview.until(lambda: any(f"Port {port} is taken" in line for line in preview.said))
