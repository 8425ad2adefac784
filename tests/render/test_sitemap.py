"""The sitemap lists pages by absolute address; robots.txt keeps closed editions out of search engines."""

from __future__ import annotations

from xml.etree import ElementTree

import msgspec

from generator.model import Site
from generator.render.sitemap import NAMESPACE, robots, sitemap

SITE = Site(title="Desk", base_url="https://desk.example/", language="en", edition="CLEAR")
NOWHERE = msgspec.structs.replace(SITE, base_url="")


def test_pages_are_listed_in_order_with_the_day_of_their_last_change() -> None:
    (file,) = sitemap(site=SITE, pages=(("index.html", "2020-05-02"), ("articles/a1.html", ""), ("actors/b.html", "2020")))
    root = ElementTree.fromstring(file.content)  # noqa: S314 - our own bytes
    rows = [[child.text for child in url] for url in root.findall(f"{{{NAMESPACE}}}url")]
    assert file.path == "sitemap.xml"
    assert rows == [
        ["https://desk.example/actors/b.html", "2020"],
        ["https://desk.example/articles/a1.html"],
        ["https://desk.example/index.html", "2020-05-02"],
    ]


def test_there_is_no_sitemap_without_a_base_url() -> None:
    assert sitemap(site=NOWHERE, pages=(("index.html", ""),)) == ()


def test_robots_points_to_the_sitemap() -> None:
    (file,) = robots(site=SITE)
    assert file.path == "robots.txt"
    assert file.content == b"User-agent: *\nAllow: /\nSitemap: https://desk.example/sitemap.xml\n"


def test_robots_without_a_base_url_names_no_sitemap() -> None:
    assert robots(site=NOWHERE)[0].content == b"User-agent: *\nAllow: /\n"


def test_an_edition_beyond_clear_asks_crawlers_to_stay_away() -> None:
    assert robots(site=msgspec.structs.replace(SITE, edition="AMBER"))[0].content == b"User-agent: *\nDisallow: /\n"
