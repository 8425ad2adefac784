"""Turns the list of pages into sitemap.xml and robots.txt.

One rule: without a base_url there is no sitemap, because its addresses must be absolute.
"""

from __future__ import annotations

from urllib.parse import quote
from xml.etree import ElementTree

from generator.model import File, Site
from generator.render.urls import address_of
from generator.render.xml_document import xml_document

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site: Site, pages: tuple[tuple[str, str], ...]) -> tuple[File, ...]:
    """sitemap.xml of (site path, ISO date of the last change or empty), sorted by path."""
    if not site.base_url:
        return ()
    root = ElementTree.Element("urlset", {"xmlns": NAMESPACE})
    for path, changed in sorted(pages):
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = site.base_url + quote(address_of(path, site.urls))
        if changed:
            ElementTree.SubElement(url, "lastmod").text = changed
    return (File(path="sitemap.xml", content=xml_document(root)),)


def robots(site: Site) -> tuple[File, ...]:
    """robots.txt: all may be read; an edition beyond CLEAR asks every crawler to stay away."""
    open_to_all = site.edition == "CLEAR"
    lines = ["User-agent: *", "Allow: /" if open_to_all else "Disallow: /"]
    if site.base_url and open_to_all:
        lines.append(f"Sitemap: {site.base_url}sitemap.xml")
    return (File(path="robots.txt", content=("\n".join(lines) + "\n").encode()),)
