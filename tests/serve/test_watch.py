"""`brief build --watch` and the preview follow every way in which editors and version control write files."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from previewing import CODE, previewing
from test_workshop import clean

from tests.projects import BODIES, build, make_project, published, write

ID = "2031-03-09-dues-halved"
ARTICLE = f"content/articles/{ID}.txt"
PAGE = f"/articles/{ID}.html"


def in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def temporary_and_rename(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.swx")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def foreign_name_and_rename(path: Path, text: str) -> None:
    draft = path.with_name("4913.tmp")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def backup_and_write(path: Path, text: str) -> None:
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text, encoding="utf-8")
    path.with_name(f"{path.name}~").unlink()


def truncate_then_write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.flush()
        time.sleep(0.15)
        file.write(text[: len(text) // 2])
        file.flush()
        time.sleep(0.05)
        file.write(text[len(text) // 2 :])


def delete_then_write(path: Path, text: str) -> None:
    path.unlink()
    time.sleep(0.1)
    path.write_text(text, encoding="utf-8")


def from_another_folder(path: Path, text: str) -> None:
    draft = path.parent.parent.parent / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def hundred_saves(path: Path, text: str) -> None:
    for number in range(100):
        path.write_text(f"{text} And {number}.\n", encoding="utf-8")
        time.sleep(0.01)
    path.write_text(text, encoding="utf-8")


def same_size_and_time(path: Path, text: str) -> None:
    """A tool that keeps time stamps."""
    found = path.stat()
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


SAVES = [
    in_place,
    temporary_and_rename,
    foreign_name_and_rename,
    backup_and_write,
    truncate_then_write,
    delete_then_write,
    from_another_folder,
    hundred_saves,
    same_size_and_time,
]


@pytest.mark.parametrize("save", SAVES)
def test_every_way_of_saving_is_followed(tmp_path: Path, save: Callable[[Path, str], None]) -> None:
    root = make_project(tmp_path)
    text = BODIES[ID] + "\n\nTomas Lindqvist thanked Mara Oduya by letter.\n"
    with previewing(root) as preview, preview.events(PAGE) as following:
        following()
        save(root / ARTICLE, text)
        preview.until(lambda: b"thanked Mara Oduya by letter" in preview.page(PAGE))
        wanted = clean(root)
        preview.until(lambda: all(preview.page(f"/{path}") == content for path, content in wanted.items()), 3)


def test_a_thousand_files_a_moved_folder_and_files_that_come_and_go(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    with previewing(root) as preview:
        preview.page("/index.html")
        for number in range(1000):
            id = f"2031-05-{number % 28 + 1:02}-note-{number}"
            write(
                root / f"content/articles/notes/{id}.md", f"---\ntitle: Note {number}\n---\n\nPeru sent ship {number} to Fiji.\n"
            )
        preview.until(lambda: b"Note 999" in preview.page("/articles/2031-05-20-note-999.html"))
        (root / "content/articles/notes").rename(root / "content/articles/moved")
        for number in range(50):
            path = root / f"content/articles/passing-{number}.txt"
            path.write_text("Gone at once.\n", encoding="utf-8")
            path.unlink()
        shutil.rmtree(root / "content/articles/moved", ignore_errors=True)
        wanted = clean(root)
        preview.until(lambda: preview.get("/articles/2031-05-20-note-999.html")[0] == 404)
        preview.until(lambda: all(preview.page(f"/{path}") == content for path, content in wanted.items()))


def test_a_folder_that_is_renamed_and_back_is_followed(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    folder, other = root / "content/articles/2031", root / "content/articles/old"
    folder.mkdir()
    for path in sorted((root / "content/articles").glob("2031-03-0*")):
        path.rename(folder / path.name)
    with previewing(root) as preview:
        good = preview.page(PAGE)
        folder.rename(other)
        write(other / f"{ID}.txt", BODIES[ID] + "\n\nThe old folder was even.\n")
        preview.until(lambda: b"The old folder was even" in preview.page(PAGE))
        wanted = clean(root)
        preview.until(lambda: all(preview.page(f"/{path}") == content for path, content in wanted.items()))
        other.rename(folder)
        write(folder / f"{ID}.txt", BODIES[ID] + "\n")
        preview.until(lambda: preview.page(PAGE) == good)


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.mark.slow
def test_a_checkout_that_changes_a_thousand_files_is_followed_and_heard_of(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    write(root / ".gitignore", ".brief/\nclean/\n.clean.brief/\n")
    for number in range(1000):
        text = f"---\ntitle: Note {number}\nsource: harbour-news\n---\n\nPeru sent ship {number} to Fiji.\n"
        write(root / f"content/articles/notes/2031-05-{number % 28 + 1:02}-note-{number}.md", text)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "before")
    git(root, "checkout", "-q", "-b", "after")
    for path in sorted((root / "content/articles/notes").iterdir()):
        write(path, path.read_text(encoding="utf-8") + "\nMara Oduya counted it in Suva.\n")
    git(root, "commit", "-q", "-a", "-m", "after")
    git(root, "checkout", "-q", "main")
    page = "/articles/2031-05-20-note-999.html"
    with previewing(root) as preview:
        assert preview.get("/index.html", patience=300)[0] == 200
        with preview.events(page) as following:
            version = following()["version"]
            git(root, "checkout", "-q", "after")
            preview.until(lambda: following()["version"] != version, 300)
            wanted = clean(root)
            preview.until(lambda: all(preview.page(f"/{path}") == content for path, content in wanted.items()), 300)
            assert b"counted it in Suva" in wanted[page[1:]]


def test_templates_style_sheets_and_settings_are_followed(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    with previewing(root) as preview, preview.events("/index.html") as following:
        version = following()["version"]
        write(root / "themes/desk/static/desk.css", "body { color: #123 }\n")
        news = following()
        assert (news["assets"], news["version"]) == (["assets/desk.css"], version)
        assert preview.get("/assets/desk.css")[2] == b"body{color:#123}"
        write(root / "themes/desk/templates/404.html", '{% extends "base.html" %}{% block main %}<p>Lost.</p>{% endblock %}\n')
        preview.until(lambda: b"<p>Lost.</p>" in preview.get("/nowhere")[2])
        write(root / "brief.yaml", "title: Harbour Desk of Suva\nbase_url: https://desk.example.org/suva/\n")
        preview.until(lambda: b"Harbour Desk of Suva" in preview.page("/suva/index.html"))
        assert preview.get("/")[0] == 307
        assert preview.get("/elsewhere/index.html")[0] == 404


def test_a_template_that_asks_for_what_no_page_gives_leaves_every_page_as_it_was(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    template = root / "themes/desk/templates/article.html"
    with previewing(root) as preview, preview.events(PAGE) as following:
        version = following()["version"]
        good = preview.page(PAGE)
        write(template, '{% extends "base.html" %}{% block main %}{{ nonsense }}{% endblock %}\n')
        news = following()
        assert "nonsense" in news["problems"][0]["message"]
        assert news["problems"][0]["place"].startswith("themes/desk/templates/article.html:1")
        assert news["version"] == version
        assert preview.page(PAGE) == good
        status, _, body = preview.get("/articles/2031-03-12-kenya-asks.html")
        assert (status, b"nonsense" in body) == (200, False)
        template.unlink()
        preview.until(lambda: following()["problems"] == [])
        assert preview.page(PAGE) == good


def test_a_template_that_fails_leaves_the_last_good_page_and_says_why(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    template = root / "themes/desk/templates/article.html"
    nothing = "(page.title|length - page.title|length)"
    with previewing(root) as preview, preview.events(PAGE) as following:
        version = following()["version"]
        good = preview.page(PAGE)
        write(template, f'{{% extends "base.html" %}}{{% block main %}}{{{{ 1 // {nothing} }}}}{{% endblock %}}\n')
        news = following()
        assert "division" in news["problems"][0]["message"]
        assert news["problems"][0]["place"].startswith("themes/desk/templates/article.html:1")
        assert news["version"] == version
        assert preview.page(PAGE) == good
        assert preview.get("/articles/2031-03-12-kenya-asks.html")[0] == 500
        template.unlink()
        preview.until(lambda: following()["problems"] == [])
        assert preview.page(PAGE) == good


def test_build_watch_keeps_the_site_what_a_clean_build_makes_it(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    said = tmp_path / "said.txt"
    with said.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "build", "--watch", "--jobs", "1"],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(CODE), "PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=out,
        )
    try:
        until(lambda: (root / "site/manifest.json").exists(), said)
        write(root / "content/actors/mara-oduya.yaml", "naem: Mara\n")
        until(lambda: "mara-oduya.yaml:1:1: error" in said.read_text(), said)
        write(root / "content/actors/mara-oduya.yaml", "name: Mara Oduya\ncountry: FJ\n")
        write(root / ARTICLE, "Peru asked Mara Oduya for nothing.\n")
        until(lambda: b"Peru asked Mara Oduya" in visible((root / f"site{PAGE}").read_bytes()), said)
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.wait()
    site = published(root)
    build(root, out="clean", clean=True)
    assert site == published(root, "clean")


def visible(page: bytes) -> bytes:
    """A page without its tags."""
    return re.sub(rb"<[^>]*>", b"", page)


def until(holds: Callable[[], bool], said: Path) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end, said.read_text()
        time.sleep(0.05)
