"""`urls: folders`: pages stand in folders of their own, every address of theirs says so, and nothing else moves."""

from __future__ import annotations

import functools
import http.client
import http.server
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from generator.audit import audit_site
from generator.exporting import run_export
from generator.report import Options
from generator.serve.workshop import Workshop
from generator.store import Store
from tests.projects import build, make_project, messages, published, write
from tests.telling import brief

ODUYA = "actors/mara-oduya/"
TALKS, DUES = "2031-03-01-harbour-talks", "2031-03-09-dues-halved"
SETTINGS = "title: Harbour Desk\nsince: 30 days\n"
FOLDERS = SETTINGS + "urls: folders\n"
OWN = {"files/tides.txt": "High at noon.\n", "files/chart.html": "<!doctype html>\n<title>Chart</title>\n"}
ABOUT = (
    "# About\n\nSee [her](../actors/mara-oduya.html#main), [the talks](../articles/2031-03-01-harbour-talks.html),"
    " [all](../actors/index.html), [home](../index.html), [tides](../files/tides.txt), [the chart](../files/chart.html),"
    " [method](../method.html), [the rules](rules.html), [below](#main) and [elsewhere](https://example.org/a.html).\n"
)


def make(root: Path, settings: str = FOLDERS, wires: int = 0) -> Path:
    """A project with a page of every kind, a former id, and files and pages of the desk's own; 200 wires fill a second list."""
    make_project(root)
    write(root / "brief.yaml", settings)
    for number in range(wires):
        write(root / f"content/articles/wires/wire-{number}.txt", f"Ship {number} called at Suva.\n")
        write(root / f"content/articles/wires/wire-{number}.yaml", "date: 2031-02-01\nsource: harbour-news\n")
    with (root / f"content/articles/{DUES}.yaml").open("a", encoding="utf-8") as file:
        file.write("topics: [port-dues]\ncorrections: [{date: 2031-03-10, note: The day was wrong.}]\n")
    write(
        root / "content/actors/mara-oduya.md",
        "---\nname: Mara Oduya\ncountry: FJ\nformerly: [mara-vogt]\ndifferent_from: [tomas-lindqvist]\n---\n"
        "She wrote [the terms](../files/tides.txt) and [the rest](../pages/about.html).\n",
    )
    (root / "content/actors/mara-oduya.yaml").unlink()
    write(
        root / "content/disputes/dues.yaml",
        "question: Who pays?\nkind: report-vs-report\nstatus: open\npositions:\n"
        f"  - {{text: Fiji., held_by: [mara-oduya], cites: [{{article: {DUES},"
        " text: Mara Oduya said the lower dues would cost Fiji two million dollars a year.}]}\n"
        "  - {text: Kenya., held_by: [KE], cites: [{article: 2031-03-12-kenya-asks,"
        " text: Mara Oduya did not answer the question in Parliament.}]}\n",
    )
    write(root / "content/pages/about.md", ABOUT)
    write(root / "content/pages/rules.md", "# Rules\n\nNone.\n")
    write(root / "content/pages/method.md", "# Method\n\nWe [count](pages/rules.html) and [list](sources/index.html).\n")
    for path, text in OWN.items():
        write(root / "content/static" / path, text)
    return root


@pytest.fixture(scope="module")
def flat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make(tmp_path_factory.mktemp("flat"), SETTINGS, 200)
    assert messages(build(root)) == []
    return root / "site"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make(tmp_path_factory.mktemp("folders"), FOLDERS, 200)
    assert messages(build(root)) == []
    return root / "site"


def in_folders(path: str) -> str:
    """Where a file of the flat layout stands; told here in another way than the program does."""
    if path in {*OWN, "404.html"} or not path.endswith(".html") or path.split("/")[-1] == "index.html":
        return path
    return path[: -len(".html")] + "/index.html"


class _Links(HTMLParser):
    """Addresses and anchors of one page."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.anchors: set[str] = set()
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.hrefs += [given[name] or "" for name in ("href", "src") if name in given and tag != "base"]
        self.anchors.add(given.get("id") or "")


@contextmanager
def hosted(folder: Path) -> Iterator[http.client.HTTPConnection]:
    """A plain static host of a folder."""
    quiet = type(
        "Quiet",
        (http.server.SimpleHTTPRequestHandler,),
        {"log_message": lambda *_: None, "protocol_version": "HTTP/1.1", "wbufsize": -1},
    )
    handler = functools.partial(quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
        yield connection
        connection.close()
        server.shutdown()


def crawl(connection: http.client.HTTPConnection, start: str) -> tuple[dict[str, bytes], list[str]]:
    """Every address that links lead to from a page, with what the host sends; and what it does not send at once."""
    found: dict[str, bytes] = {}
    waiting, wrong = [start], list[str]()
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        connection.request("GET", path)
        answer = connection.getresponse()
        found[path] = answer.read()
        if answer.status != 200:
            wrong.append(f"{answer.status} {path}")
        elif answer.headers["Content-Type"] == "text/html" and "chart" not in path:
            links = [urlsplit(urljoin(path, href)) for href in _Links(found[path]).hrefs]
            waiting += [link.path for link in links if not link.netloc and not link.scheme]
    return found, wrong


def test_pages_stand_in_folders_and_every_other_file_keeps_its_name(flat: Path, folders: Path) -> None:
    before, now = published(flat.parent), published(folders.parent)
    assert sorted(map(in_folders, before)) == sorted(now)
    assert {"articles/index-2.html", "actors/mara-vogt.html", "disputes.html", "search.html", "404.html"} <= before.keys()
    told = [path for path in before if not path.endswith((".html", ".xml")) and path not in ("manifest.json", "feed.json")]
    assert {f"{ODUYA[:-1]}.json", f"articles/{TALKS}.json", "names.js", "assets/find.js", "files/tides.txt"} <= set(told)
    assert [path for path in told if before[path] != now[path]] == []


@pytest.mark.parametrize("theme", ["desk", "dossier"])
@pytest.mark.parametrize("urls", ["flat", "folders"])
def test_the_menu_marks_the_page_that_one_is_on_and_the_list_that_it_belongs_to(tmp_path: Path, urls: str, theme: str) -> None:
    root = make(tmp_path, f"{SETTINGS}urls: {urls}\ntheme: {theme}\n")
    build(root)
    site = published(root)
    told = {
        path: re.findall(r'<a href="[^"]*" aria-current="(\w+)">([^<]*)', site[file].decode())
        for path in ("timeline.html", "actors/index.html", "actors/mara-oduya.html", "index.html")
        for file in [in_folders(path) if urls == "folders" else path]
    }
    assert told == {
        "timeline.html": [("page", "Timeline")],
        "actors/index.html": [("page", "Actors")],
        "actors/mara-oduya.html": [("true", "Actors")],
        "index.html": [],
    }


def test_a_static_host_sends_every_page_without_a_detour(folders: Path) -> None:
    """From below a path of the host; only the page of a former id, to which no page leads, is not found on the way."""
    with hosted(folders.parent) as connection:
        found, wrong = crawl(connection, "/site/")
        assert wrong == []
        pages = {path.removesuffix("index.html") for path in published(folders.parent) if path.endswith("/index.html")}
        assert {path.removeprefix("/site/") for path in found if path.endswith("/")} == {"", *pages} - {"actors/mara-vogt/"}
        (moved,) = crawl(connection, "/site/actors/mara-vogt/")[0].keys() & {f"/site/{ODUYA}"}
    pages_read = {path: _Links(content) for path, content in found.items() if path.endswith("/")}
    lost = []
    for path, page in pages_read.items():
        for href in page.hrefs:
            link = urlsplit(urljoin(path, href))
            if link.fragment and not link.netloc and link.fragment not in pages_read[link.path].anchors:
                lost.append((path, href))
    assert (moved, lost) == (f"/site/{ODUYA}", [])


@pytest.mark.parametrize(
    "settings",
    ["", "base_url: https://example.org/a/desk/\n", "theme: dossier\nsearch: full\n", "search: full\n", "language: ar\n"],
)
def test_the_audit_follows_every_link_and_none_names_a_pages_file(tmp_path: Path, settings: str) -> None:
    root = make(tmp_path, FOLDERS + settings)
    assert messages(build(root)) == []
    assert audit_site(root / "site").problems == ()
    for path, content in published(root).items():
        if path.endswith(".html") and path not in OWN:
            named = [href for href in _Links(content).hrefs if urlsplit(href).path.endswith(".html")]
            assert [href for href in named if not href.endswith(("files/chart.html", "example.org/a.html"))] == [], path


def test_the_audit_still_finds_what_leads_nowhere(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    write(root / "brief.yaml", FOLDERS)
    write(
        root / "content/pages/about.md",
        "# About\n\n[a](../actors/nobody.html) [b](../actors/mara-oduya.html#nowhere) [c](../assets/)\n",
    )
    build(root)
    assert [(one.location.path, one.message) for one in audit_site(root / "site").problems] == [
        ("pages/about/index.html", "The link to ../../actors/mara-oduya/#nowhere has no such place on its page."),
        ("pages/about/index.html", "The link to ../../actors/nobody/ leads nowhere."),
        ("pages/about/index.html", "The link to ../../assets/ leads nowhere."),
    ]


@pytest.mark.parametrize(("urls", "target"), [("flat", "actors/mara-oduya.html"), ("folders", ODUYA)])
def test_a_former_id_leads_on_at_once_and_names_the_new_page(tmp_path: Path, urls: str, target: str) -> None:
    root = make(tmp_path, f"{SETTINGS}urls: {urls}\nbase_url: https://example.org/\n")
    build(root)
    moved = f"actors/mara-vogt{'/index' if urls == 'folders' else ''}.html"
    page = published(root)[moved].decode()
    told = re.findall(r'<meta http-equiv="refresh" content="0; url=([^"]*)">', page)
    assert [urljoin(f"http://a/{moved.removesuffix('index.html')}", href) for href in told] == [f"http://a/{target}"]
    assert re.findall(r'<link rel="canonical" href="([^"]*)"', page) == [f"https://example.org/{target}"]
    assert b"mara-vogt" not in published(root)["sitemap.xml"]


def test_a_former_id_that_two_actors_name_offers_the_choice(tmp_path: Path) -> None:
    root = make(tmp_path)
    write(root / "content/actors/tomas-lindqvist.yaml", "name: Tomas Lindqvist\ncountry: IS\nformerly: [mara-vogt]\n")
    build(root)
    page = published(root)["actors/mara-vogt/index.html"].decode()
    assert "refresh" not in page
    assert {f"../../{ODUYA}", "../../actors/tomas-lindqvist/"} <= set(_Links(page.encode()).hrefs)


def test_what_names_a_page_by_its_whole_address_says_the_folder(tmp_path: Path) -> None:
    root = make(tmp_path, FOLDERS + "base_url: https://example.org/a/desk/\n")
    build(root)
    site, base = published(root), "https://example.org/a/desk/"
    page = site[f"{ODUYA}index.html"].decode()
    assert re.findall(r'<link rel="canonical" href="([^"]*)"', page) == [base + ODUYA]
    assert re.findall(r'<meta property="og:url" content="([^"]*)"', page) == [base + ODUYA]
    data = re.search(r'ld\+json">(.*?)</script>', page)
    assert data is not None
    ids = re.findall(rf'"{base}([^"]*)"', data[1])
    assert f"{ODUYA}#subject" in ids
    assert [id for id in ids if ".html" in id] == []
    places = [str(url.text) for url in ElementTree.fromstring(site["sitemap.xml"]).iter() if url.tag.endswith("loc")]  # noqa: S314 - our own bytes
    assert {base, f"{base}{ODUYA}", f"{base}search/"} <= set(places)
    assert [place for place in places if place.endswith(".html")] == []
    feed = json.loads(site["feed.json"])
    assert (feed["home_page_url"], feed["feed_url"]) == (base, f"{base}feed.json")
    assert f"{base}articles/{TALKS}/" in [item["url"] for item in feed["items"]]
    assert f'href="{base}{ODUYA}"'.encode() in site["actors/mara-oduya.xml"]
    assert b'href="/a/desk/actors/"' in site["404.html"]


def test_items_of_feeds_stay_the_same_and_lead_to_the_folder(flat: Path, folders: Path) -> None:
    for name, first in (("feed.xml", f"articles/{DUES}/"), ("actors/mara-oduya.xml", "../" + ODUYA)):
        before, now = (ElementTree.fromstring((site / name).read_bytes()) for site in (flat, folders))  # noqa: S314 - our own bytes
        assert [one.text for one in before.iter() if one.tag.endswith("}id")] == [
            one.text for one in now.iter() if one.tag.endswith("}id")
        ]
        hrefs = [one.get("href", "") for one in now.iter() if one.tag.endswith("}link") and one.get("rel") == "alternate"]
        assert [href for href in hrefs if not urlsplit(href).path.endswith("/")] == []
        assert any(urljoin(f"http://a/{name}", href) == urljoin(f"http://a/{name}", first) for href in hrefs)


def test_the_preview_shows_what_a_build_publishes(tmp_path: Path) -> None:
    root = make(tmp_path)
    warm = Workshop(root, Options(), Store(None))
    assert warm.work().good
    assert warm.shown is not None
    shown = {path: one.content for path in (*warm.shown.built.wanted, "manifest.json") if (one := warm.finish(path)) is not None}
    build(root)
    assert shown == published(root)


def test_a_site_that_goes_there_and_back_is_as_if_built_anew(tmp_path: Path) -> None:
    root = make(tmp_path, SETTINGS)
    seen = []
    for settings in (SETTINGS, FOLDERS, SETTINGS):
        write(root / "brief.yaml", settings)
        report = build(root)
        assert (messages(report), report.points_added, report.points_removed) in (([], 0, 0), ([], None, None)) or not seen
        build(root, out="clean", clean=True)
        seen.append(published(root))
        assert seen[-1] == published(root, "clean")
        folders = [path for path in (root / "site").rglob("*") if path.is_dir() and not any(path.iterdir())]
        assert folders == []
    assert seen[0] == seen[2]
    assert seen[0] != seen[1]


def test_an_edit_renders_the_pages_that_show_it_and_the_report_names_their_files(tmp_path: Path) -> None:
    root = make(tmp_path)
    build(root)
    text = (root / f"content/articles/{DUES}.txt").read_text(encoding="utf-8")
    write(root / f"content/articles/{DUES}.txt", text + "\nMara Oduya promised a new lighthouse for Suva on 9 March 2031.\n")
    report = build(root)
    assert f"articles/{DUES}/index.html" in report.changes.changed
    assert f"{ODUYA}index.html" in report.moved
    assert {path for path in report.moved if path.endswith(".html")} <= set(report.changes.changed)


def test_commands_name_pages_by_their_address(tmp_path: Path) -> None:
    root = make(tmp_path, FOLDERS + "base_url: https://example.org/\n")
    told = [json.loads(line)["page"] for line in brief(root, "impact", DUES, "--json").stdout.splitlines()]
    assert {ODUYA, "disputes/"} <= set(told)
    assert [page for page in told if not page.endswith("/")] == []
    assert f"Mara Oduya, {ODUYA}" in brief(root, "diff").stdout
    done = run_export(root, Options(out="export"), ("popolo", "annotations", "csl"), lambda _notice: None)
    assert not done.stopped
    files = published(root, "export")
    assert f'"https://example.org/{ODUYA}"'.encode() in files["popolo.json"]
    assert f'"https://example.org/articles/{TALKS}/"'.encode() in files[f"annotations/{TALKS}.json"]
    assert "csl/actors/mara-oduya.json" in files


GONE = "This template leads to {}, which this site does not have."
FROM_HERE = "This template leads to {} from the page's own folder, which is another one with urls: folders."


@pytest.mark.parametrize(
    ("settings", "template", "found"),
    [
        (SETTINGS, '<a href="{{ root }}method.html#x">m</a><a href="../changes.html">c</a><a href="ports.html">p</a>', []),
        (FOLDERS, '<a href="{{ root }}method.html#x">m</a>', [(GONE.format("method.html"), "Write {{ to('method.html') }}.")]),
        (FOLDERS, '<a href="changes.html">c</a>', [(FROM_HERE.format("changes.html"), "Write {{ to('changes.html') }}.")]),
        (
            FOLDERS,
            '<img alt="" src="assets/icon.svg">',
            [(FROM_HERE.format("assets/icon.svg"), "Write {{ root }}assets/icon.svg.")],
        ),
        (FOLDERS, '<a href="{{ to(\'method.html\') }}">m</a> <a href=\'{{ to("search.html", "x") }}\'>s</a>', []),
        (FOLDERS, '<a href="{{ root }}files/chart.html">c</a><a href="#x">x</a><a href="https://example.org/a.html">e</a>', []),
        (FOLDERS, "<a href=\"{{ to('gone.html') }}\">g</a>", [(GONE.format("gone.html"), "")]),
        (SETTINGS, "<a href=\"{{ to('gone.html', 'x') }}\">g</a>", [(GONE.format("gone.html"), "")]),
    ],
)
def test_a_template_that_names_a_pages_file_is_refused_where_there_is_none(
    tmp_path: Path, settings: str, template: str, found: list[tuple[str, str]]
) -> None:
    root = make_project(tmp_path)
    write(root / "brief.yaml", settings)
    write(root / "content/static/files/chart.html", "<!doctype html>\n")
    own = '{% extends "desk/topic.html" %}{% block main %}' + template + "{% endblock %}"
    write(root / "themes/desk/templates/topic.html", own)
    report = build(root)
    assert [(one.message, one.fix) for one in report.problems if one.location.path.endswith("topic.html")] == found
    assert report.published == (not found)


def own_file(root: Path, path: str) -> Any:
    write(root / "content/static" / path, "x\n")
    return messages(build(root))


def test_a_file_of_the_desks_own_in_the_place_of_a_pages_folder_is_refused(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    write(root / "brief.yaml", FOLDERS)
    assert len(own_file(root, "actors/mara-oduya")) == 1
    (root / "content/static/actors/mara-oduya").unlink()
    assert own_file(root, "actors/mara-oduya/portrait.txt") == []
    assert audit_site(root / "site").problems == ()
