"""A subject of many articles has a page that stays light and a record that holds the rest; a small one has its page alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import build, make_project, messages, published, write

from generator import sheets
from generator.audit import audit_site
from generator.report import Options
from generator.serve.workshop import Workshop
from generator.store import Store
from tests.pages import Page

BOARD, FIJI, ODUYA = "actors/harbour-board", "countries/fiji", "actors/mara-oduya"
MOST = 80_000  # bytes of a page with its style sheet and script
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def notice(number: int) -> tuple[str, str]:
    """An article of its own on the Harbour Board: what it did, what was said, whom it met."""
    month, day = MONTHS[number % 12], number % 27 + 1
    year = 2029 + number // 48
    date = f"{year}-{number % 12 + 1:02}-{day:02}"
    text = (
        f"The Harbour Board opened quay number {number} in Suva on {day} {month} {year}, before a crowd of {number + 200}.\n\n"
        f'"Quay {number} will carry {number * 7 + 30} ships a month," Mara Oduya said of the Harbour Board in Fiji.\n\n'
        f"The Harbour Board said that the work on quay {number} had taken {number % 9 + 2} weeks.\n\n"
        f"Tomas Lindqvist of Iceland met the Harbour Board about berth {number} of the fishing fleet.\n"
    )
    return f"{date}-notice-{number}", text


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ninety articles on one board."""
    root = make_project(tmp_path_factory.mktemp("records"))
    write(root / "brief.yaml", "title: Harbour Desk\nbase_url: https://example.org/\n")
    for number in range(90):
        slug, text = notice(number)
        write(root / f"content/articles/{slug}.txt", text)
        write(root / f"content/articles/{slug}.yaml", f"title: Quay number {number} opens\nsource: harbour-news\n")
    (root / f"content/{BOARD}.yaml").unlink()
    write(
        root / f"content/{BOARD}.md",
        "---\nname: Harbour Board\nkind: institution\ncountry: FJ\n---\nIt answers to [the state](../countries/fiji.html).\n",
    )
    report = build(root)
    assert [message for message in messages(report) if "warning" not in message.lower()] == []
    return root


def left_out(root: Path) -> str:
    """The first article that the board's record cites and its page has no word of."""
    page, record = html(root, f"{BOARD}.html"), Page(html(root, f"{BOARD}/record.html"))
    return next(article for cite in record.cites if (article := cite.partition(":")[0]) not in page)


def html(root: Path, path: str) -> str:
    return (root / "site" / path).read_text(encoding="utf-8")


def test_a_page_of_a_large_subject_with_its_style_and_script_weighs_little_and_its_record_holds_the_rest(project: Path) -> None:
    page, record = html(project, f"{BOARD}.html"), html(project, f"{BOARD}/record.html")
    assets = re.findall(r'<(?:link rel="stylesheet" href|script src)="\.\./([^"]+)"', page)
    weight = len(page.encode()) + sum((project / "site" / asset).stat().st_size for asset in assets)
    assert len(assets) <= 3
    assert weight <= MOST
    assert {*Page(page).cites} < {*Page(record).cites}
    assert [title for title in (f"Quay number {number} opens" for number in range(90)) if title not in record] == []


def test_each_list_that_a_page_does_not_show_whole_says_so_and_leads_to_the_whole(project: Path) -> None:
    page, record = html(project, f"{BOARD}.html"), html(project, f"{BOARD}/record.html")
    told = re.findall(r'<p class="rest">(\d+) of (\d+) shown\. <a href="\.\./actors/harbour-board/record\.html#(\w+)">', page)
    rows = {"timeline": '<span class="when">', "articles": '<li><a href="[./]+articles/2[^"#]*">'}
    assert {"timeline", "articles"} <= {id for _, _, id in told}
    for shown, all_rows, id in told:
        assert int(shown) < int(all_rows)
        assert f'id="{id}"' in record
        if id in rows:
            assert (len(re.findall(rows[id], page)), len(re.findall(rows[id], record))) == (int(shown), int(all_rows))
    assert "shown." not in Page(record).text
    ((shown, of),) = [(int(shown), int(all_rows)) for shown, all_rows, id in told if id == "timeline"]
    assert f"{of - min(shown, 6)} further events are not printed here." in page
    assert f'href="../../{BOARD}.html"' in record


def test_a_small_subject_has_no_record(project: Path) -> None:
    files = published(project)
    assert f"{BOARD}/record.html" in files
    assert "countries/kenya.html" in files
    assert "countries/kenya/record.html" not in files
    assert "record.html" not in html(project, "countries/kenya.html")


def test_every_link_into_a_record_and_out_of_it_resolves_and_it_is_in_the_sitemap(project: Path) -> None:
    audit = audit_site(project / "site")
    assert audit.problems == ()
    assert f"https://example.org/{BOARD}/record.html" in html(project, "sitemap.xml")
    used = re.findall(
        r'href="\.\./(actors/harbour-board(?:/record)?\.html)#', html(project, f"articles/{left_out(project)}.html")
    )
    assert {*used} == {f"{BOARD}/record.html"}


def test_a_link_in_the_desks_own_text_leads_to_the_same_page_from_the_record(project: Path) -> None:
    found = [re.findall(r'<a href="([^"]*)"[^>]*>the state</a>', html(project, f"{BOARD}{end}.html")) for end in ("", "/record")]
    assert found == [["../countries/fiji.html"], ["../../countries/fiji.html"]]


def test_with_folders_for_addresses_a_record_has_one_below_its_page(project: Path) -> None:
    settings = (project / "brief.yaml").read_text(encoding="utf-8")
    write(project / "brief.yaml", settings + "urls: folders\n")
    assert build(project, out="folders").published
    write(project / "brief.yaml", settings)
    files = {
        path: content.decode() for path, content in published(project, "folders").items() if path.endswith((".html", "map.xml"))
    }
    assert audit_site(project / "folders").problems == ()
    record = files[f"{BOARD}/record/index.html"]
    assert 'href="../../actors/harbour-board/record/#timeline"' in files[f"{BOARD}/index.html"]
    assert f'href="../../../{BOARD}/"' in record
    assert re.findall(r'<a href="([^"]*)"[^>]*>the state</a>', record) == ["../../../countries/fiji/"]
    assert f"<loc>https://example.org/{BOARD}/record/</loc>" in files["sitemap.xml"]


def test_a_title_that_the_page_has_no_room_for_changes_the_record_and_not_the_page(project: Path) -> None:
    before = published(project)
    write(project / f"content/articles/{left_out(project)}.yaml", "title: A quay opens after all\nsource: harbour-news\n")
    build(project)
    after = published(project)
    changed = {path for path in after if before[path] != after[path]}
    assert f"{BOARD}/record.html" in changed
    assert f"{BOARD}.html" not in changed


def test_the_preview_makes_a_record_when_it_is_asked_for(project: Path) -> None:
    build(project)
    clean = published(project)
    warm = Workshop(project, Options(), Store(None))
    state = warm.work()
    page, record = state.find(f"{BOARD}.html"), state.find(f"{BOARD}/record.html")
    assert page is not None
    assert record is not None
    assert (page.function, record.function) == (sheets.actor_files, sheets.actor_record)
    assert [file.path for file in page.make()[0]] == [f"{BOARD}.html"]
    for path in (f"{BOARD}.html", f"{BOARD}.json", f"{BOARD}.xml", f"{BOARD}/record.html", f"{FIJI}.html"):
        made = warm.finish(path)
        assert made is not None
        assert made.content == clean[path]


def test_the_other_theme_shows_the_same_record(project: Path) -> None:
    cites = {path: sorted(Page(html(project, path)).cites) for path in (f"{BOARD}.html", f"{BOARD}/record.html")}
    write(project / "brief.yaml", "title: Harbour Desk\nbase_url: https://example.org/\ntheme: dossier\n")
    assert build(project, out="dossier").published
    assert audit_site(project / "dossier").problems == ()
    assert {path: sorted(Page((project / "dossier" / path).read_text()).cites) for path in cites} == cites
