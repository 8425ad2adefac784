"""JSON-LD in pages: read by an RDF library, held against schema.org's own classes, and never ended by what an article says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import msgspec_schemaorg.models as schema_org
import pytest
from pyld import jsonld
from render_samples import desk_theme, every_page

from generator.model import Site

THEME = desk_theme()
HOSTILE = '</script><script>alert(1)</script> <!-- <script> ]]> \u2028 " \\ & \x00'
KINDS = {"article": "NewsArticle", "actor": "Person", "country": "Country"}
SCHEMA = "https://schema.org/"
BASE = "https://brief.example.org/"


class _Blocks(HTMLParser):
    """The data blocks of a page, its script tags, and its meta properties."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.properties: dict[str, str | None] = {}
        self._inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "script":
            self.scripts.append(found)
            self._inside = found.get("type") == "application/ld+json"
        if tag == "meta" and found.get("property"):
            self.properties[str(found["property"])] = found["content"]

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks.append(data)


def _page(kind: str, words: str, site: Site | None = None) -> _Blocks:
    files, problems = every_page(words, THEME, site)[kind]
    assert problems == ()
    return _Blocks(files[0].content.decode())


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a document, outermost first."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_belongs_to_its_class_in_schema_org(kind: str) -> None:
    (block,) = _page(kind, "Plain words").blocks
    for node in _nodes(json.loads(block)):
        if "@graph" in node or set(node) == {"@id"}:
            continue
        known = set(getattr(schema_org, node["@type"]).__struct_encode_fields__)
        assert set(node) - known == set(), node["@type"]


@pytest.mark.parametrize(("kind", "type"), KINDS.items())
def test_a_json_ld_processor_reads_the_page_about_its_subject(kind: str, type: str) -> None:
    (block,) = _page(kind, "Plain words").blocks  # without a base_url: names are relative to the page
    page = {"article": "articles/visit.html", "actor": "actors/ann-ost.html", "country": "countries/xland.html"}[kind]
    # schema.org's own context would have to be fetched; it says the same of these terms.
    document = json.loads(block) | {"@context": {"@vocab": SCHEMA}}
    nodes = {node["@id"]: node for node in jsonld.flatten(document, None, {"base": BASE + page})}
    subject = BASE + page + ("" if kind == "article" else "#subject")
    assert nodes[subject]["@type"] == [SCHEMA + type]
    assert nodes[subject][SCHEMA + ("headline" if kind == "article" else "name")] == [{"@value": "Plain words"}]
    if kind == "actor":
        (quotation,) = [node for node in nodes.values() if node.get("@type") == [SCHEMA + "Quotation"]]
        assert quotation[SCHEMA + "spokenByCharacter"] == [{"@id": subject}]
        assert quotation[SCHEMA + "isPartOf"] == [{"@id": BASE + "articles/visit.html"}]


@pytest.mark.parametrize("kind", KINDS)
def test_no_words_end_the_block(kind: str) -> None:
    plain, nasty = _page(kind, "Plain words"), _page(kind, HOSTILE)
    assert nasty.scripts == plain.scripts
    assert len(nasty.blocks) == 1
    assert "<" not in nasty.blocks[0]
    shown = {text for node in _nodes(json.loads(nasty.blocks[0])) for text in (node.get("name"), node.get("headline")) if text}
    assert shown == {HOSTILE.replace("\u2028", "\ufffd")}


def test_a_withdrawn_article_says_so_and_names_nobody() -> None:
    (block,) = _page("withdrawn", "words").blocks
    data = json.loads(block)
    assert data["creativeWorkStatus"] == "Withdrawn"
    assert data.keys().isdisjoint({"about", "mentions"})


def test_without_exports_there_is_no_block() -> None:
    assert _page("actor", "words", Site("T", BASE, "en", "CLEAR", exports=False)).blocks == []


def test_open_graph_tells_title_kind_and_address() -> None:
    found = _page("article", "Plain words", Site("T", BASE, "en", "CLEAR")).properties
    assert found["og:title"] == "Plain words"
    assert found["og:type"] == "article"
    assert found["og:url"] == BASE + "articles/visit.html"
    assert "og:url" not in _page("article", "Plain words").properties
