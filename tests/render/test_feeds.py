"""Feeds tell what is new by the content's own dates, with ids that stay."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest

from generator.model import Briefing, Card, Change, Changes, Citation, Correction, KeyPoint, Link, Site, SiteChange
from generator.render.change_feeds import tell_site
from generator.render.feeds import moment, site_feeds, subject_feed

SITE = Site(title="Desk", base_url="", language="en", edition="CLEAR")
PUBLISHED = msgspec.structs.replace(SITE, base_url="https://desk.example/brief/")
ATOM = "{http://www.w3.org/2005/Atom}"


def card(name: str, date: str = "2020-05-02", **fields: Any) -> Card:
    return Card(id=name, title=fields.pop("title", f"Title of {name}"), date=date, source_name="The Post", **fields)


def atom_of(*cards: Card, site: Site = SITE) -> ElementTree.Element:
    return ElementTree.fromstring(site_feeds(site=site, articles=cards, told=(), today="2020-05-09")[0].content)  # noqa: S314 - our own bytes


def json_of(*cards: Card, site: Site = SITE) -> dict[str, Any]:
    feed: dict[str, Any] = json.loads(site_feeds(site=site, articles=cards, told=(), today="2020-05-09")[1].content)
    return feed


def texts(root: ElementTree.Element, path: str) -> list[str | None]:
    return [element.text for element in root.findall("/".join(ATOM + part for part in path.split("/")))]


POINT = KeyPoint(
    "p1", "Orr & Son <met> the mayor.", "extracted", "2020-05-02", 1, (Citation("a1", 5, 31, "Orr & Son <met> the mayor."),)
)
BRIEFING = Briefing(subject="ada-orr", date="2020-05-02", key_points=(POINT,))


NO_NEWS = Changes()


def subject_of(
    site: Site = SITE,
    briefing: Briefing = BRIEFING,
    changes: Changes = NO_NEWS,
    **more: Card,
) -> tuple[str, ElementTree.Element]:
    cards = {"a1": card("a1"), **more}
    (file,) = subject_feed(site=site, name="Ada Orr", path="actors/ada-orr.html", briefing=briefing, changes=changes, cards=cards)
    return file.path, ElementTree.fromstring(file.content)  # noqa: S314 - our own bytes


def test_the_site_has_an_atom_and_a_json_feed() -> None:
    assert [file.path for file in site_feeds(site=SITE, articles=(), told=(), today="")] == ["feed.xml", "feed.json"]


def test_a_site_without_feeds_has_none() -> None:
    silent = msgspec.structs.replace(SITE, feeds=False)
    assert site_feeds(site=silent, articles=(card("a1"),), told=(), today="") == ()
    assert (
        subject_feed(site=silent, name="Ada Orr", path="actors/ada-orr.html", briefing=BRIEFING, changes=Changes(), cards={})
        == ()
    )


def test_both_feeds_hold_the_newest_thirty_newest_first_ties_by_id() -> None:
    cards = [card(f"a{number:02}", date=f"2020-01-{number % 16 + 1:02}") for number in range(40)]
    order = sorted(cards, key=lambda c: c.id)
    expected = [f"Title of {c.id}" for c in sorted(order, key=lambda c: c.date, reverse=True)[:30]]
    assert texts(atom_of(*cards), "entry/title") == expected
    assert [item["title"] for item in json_of(*reversed(cards))["items"]] == expected


def test_markup_in_a_title_is_text() -> None:
    title = "<script>]]> & </title> {{ 7*7 }}"
    assert texts(atom_of(card("a1", title=title)), "entry/title") == [title]
    content = site_feeds(site=SITE, articles=(card("a1", title=title),), told=(), today="")[0].content
    assert b"<script>" not in content
    assert b"]]>" not in content


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert texts(atom_of(card("a1", title="a\x00b\x0bc\ufffed\x85")), "entry/title") == ["abcd\x85"]


def test_without_a_base_url_links_are_relative_and_ids_are_urns() -> None:
    root = atom_of(card("a1"))
    assert [link.get("href") for link in root.iter(ATOM + "link")] == ["feed.xml", "index.html", "articles/a1.html"]
    assert all(str(name).startswith("urn:uuid:") for name in texts(root, "entry/id"))
    assert json_of(card("a1"))["items"][0]["url"] == "articles/a1.html"


def test_with_a_base_url_links_are_absolute() -> None:
    assert json_of(card("a1"), site=PUBLISHED)["items"][0]["url"] == "https://desk.example/brief/articles/a1.html"
    _, root = subject_of(PUBLISHED)
    assert root.find(f"{ATOM}entry/{ATOM}link").get("href") == "https://desk.example/brief/articles/a1.html#s5-31"  # type: ignore[union-attr]


def test_ids_differ_between_entries_and_stay_when_titles_change() -> None:
    before = texts(atom_of(card("a1"), card("a2")), "entry/id")
    after = texts(atom_of(card("a1", title="Mended"), card("a2")), "entry/id")
    assert before == after
    assert len(set(before)) == 2


def test_an_entry_is_updated_by_its_newest_correction() -> None:
    corrected = card("a1", corrections=(Correction("2020-05-04", "x"), Correction("2020-05-03", "y")))
    assert texts(atom_of(corrected), "entry/updated") == ["2020-05-04T00:00:00Z"]
    assert texts(atom_of(corrected), "entry/published") == ["2020-05-02T00:00:00Z"]


def test_a_withdrawn_article_is_announced_as_such() -> None:
    gone = card("a1", status="withdrawn", withdrawn_date="2020-06-01", withdrawn_reason="Retracted by the publisher.")
    item = json_of(gone)["items"][0]
    assert item["title"] == "Withdrawn: Title of a1"
    assert item["content_text"] == "Withdrawn. 2020-06-01. Retracted by the publisher."
    assert item["date_modified"] == "2020-06-01T00:00:00Z"


def test_an_entry_names_publisher_authors_original_and_topics() -> None:
    full = card("a1", authors=("Bo Lind",), url="https://post.example/1", topics=("trade",), dateline="Riga")
    root, item = atom_of(full), json_of(full)["items"][0]
    assert texts(root, "entry/author/name") == ["Bo Lind"]
    assert texts(root, "entry/summary") == ["The Post, Riga, 2020-05-02"]
    assert [category.get("term") for category in root.iter(ATOM + "category")] == ["trade"]
    assert (item["external_url"], item["authors"], item["tags"]) == ("https://post.example/1", [{"name": "Bo Lind"}], ["trade"])


def test_a_bare_article_is_described_by_its_title() -> None:
    bare = Card(id="note", title="Note", date="")
    assert json_of(bare)["items"][0]["content_text"] == "Note"
    assert "authors" not in json_of(bare)["items"][0]


@pytest.mark.parametrize(
    ("date", "time", "expected"),
    [
        ("2020", "", "2020-01-01T00:00:00Z"),
        ("2020-05", "", "2020-05-01T00:00:00Z"),
        ("2020-05-02", "", "2020-05-02T00:00:00Z"),
        ("2020-05-02", "09:30:00+12:00", "2020-05-02T09:30:00+12:00"),
        ("2020-05-02", "09:30Z", "2020-05-02T09:30:00Z"),
        ("2020-05-02", "09:30", "2020-05-02T00:00:00Z"),
        ("", "", "1970-01-01T00:00:00Z"),
    ],
)
def test_moments_are_rfc_3339(date: str, time: str, expected: str) -> None:
    assert moment(date, time) == expected


def test_the_feed_of_the_site_is_updated_on_the_sites_own_day() -> None:
    assert texts(atom_of(card("a1")), "updated") == ["2020-05-09T00:00:00Z"]


def test_a_subjects_feed_stands_beside_its_page_and_leads_to_the_passages() -> None:
    path, root = subject_of()
    assert path == "actors/ada-orr.xml"
    assert texts(root, "title") == ["Ada Orr – Desk"]
    assert texts(root, "updated") == ["2020-05-02T00:00:00Z"]
    assert [link.get("href") for link in root.iter(ATOM + "link")] == ["ada-orr.xml", "ada-orr.html", "../articles/a1.html#s5-31"]
    assert texts(root, "entry/title") == [POINT.text]
    assert texts(root, "entry/content") == [f"{POINT.text}\nThe Post, 2020-05-02, Title of a1"]


def test_a_points_entry_keeps_its_id_while_the_point_stands() -> None:
    _, before = subject_of()
    newer = msgspec.structs.replace(POINT, id="p2", text="News.", date="2020-06-01")
    _, after = subject_of(briefing=msgspec.structs.replace(BRIEFING, key_points=(newer, POINT), date="2020-06-01"))
    assert texts(after, "entry/id")[1] == texts(before, "entry/id")[0]
    assert len(set(texts(after, "entry/id"))) == 2


OLD = msgspec.structs.replace(POINT, id="p0", text="Orr met nobody.")
NEWS = Changes(
    "2020-04-25",
    items=(
        Change("added", "new", "p1", "2020-05-02", POINT),
        Change("withdrawn", "outweighed", "p0", "2020-05-02", None, OLD),
        Change("withdrawn", "source withdrawn", "p9", "2020-05-01", None, None, ("a3",)),
    ),
)
GONE = card("a3", status="withdrawn", withdrawn_date="2020-05-01", withdrawn_reason="Untrue")
MENDED = card("a4", corrections=(Correction("2020-04-20", "Too old to tell"), Correction("2020-04-30", "Four, not five")))


def test_a_subjects_feed_tells_what_went_and_what_happened_to_its_articles_within_the_window() -> None:
    _, root = subject_of(changes=NEWS, a3=GONE, a4=MENDED)
    assert texts(root, "entry/title") == [
        POINT.text,
        "No longer shown: Orr met nobody.",
        "A point is no longer shown",
        "Withdrawn: Title of a3",
        "Corrected: Title of a4",
    ]
    ids = texts(root, "entry/id")
    assert len(set(ids)) == len(ids)


def test_a_new_page_tells_its_points_alone() -> None:
    _, root = subject_of(changes=msgspec.structs.replace(NEWS, first=True))
    assert texts(root, "entry/title") == [POINT.text]


def test_the_sites_feeds_tell_each_change_once_with_its_pages_and_reason() -> None:
    orr, son = (
        Link("ada-orr", "Ada Orr", "actors/ada-orr.html", "person"),
        Link("NA", "Namibia", "countries/namibia.html", "country"),
    )
    swap = Change("replaced", "newer", "p1", "2020-05-02", POINT, OLD)
    changes = (SiteChange(swap, (orr, son)), SiteChange(msgspec.structs.replace(swap, was=None), (orr,)))
    told = tell_site(changes, (son,), (GONE, MENDED), "2020-04-25", "2020-05-09")
    atom, feed = (file.content for file in site_feeds(site=PUBLISHED, articles=(), told=told, today="2020-05-09"))
    root = ElementTree.fromstring(atom)  # noqa: S314 - our own bytes
    titles = [POINT.text, "New page: Namibia", "Withdrawn: Title of a3", "Corrected: Title of a4"]
    assert texts(root, "entry/title") == titles
    items = json.loads(feed)["items"]
    assert [item["title"] for item in items] == titles
    assert items[0]["content_text"] == "Ada Orr, Namibia\nReplaced: by a newer report\nNo longer shown: Orr met nobody."
    assert items[0]["url"] == "https://desk.example/brief/articles/a1.html#s5-31"
    assert [item["id"] for item in items] == texts(root, "entry/id")


def test_the_id_of_a_change_stays_while_other_changes_come_and_go() -> None:
    alone = subject_of(changes=NEWS)[1]
    more = subject_of(changes=msgspec.structs.replace(NEWS, items=(*NEWS.items[1:], *NEWS.items[:1])), a3=GONE)[1]
    assert set(texts(alone, "entry/id")) < set(texts(more, "entry/id"))
