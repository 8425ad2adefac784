"""The mentions of every article as W3C Web Annotations: who is meant by which words.

Web Annotation Data Model (W3C Recommendation, 23 February 2017). One rule: words are quoted only where the rights of their
article let a page show them; elsewhere an annotation has its place in the text and no words.
"""

from __future__ import annotations

from typing import Any

import msgspec

from generator.export.dataset import Dataset, address, article_address, paths_of
from generator.model import File, Site
from generator.render.feeds import urn
from generator.render.twin_format import ArticleTwin, MentionTwin
from generator.render.urls import article_path

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points before and after, which tell one place from others with the same words


def annotation_files(dataset: Dataset) -> tuple[File, ...]:
    """annotations/<article>.json: a page of annotations for each article that names somebody with a page."""
    places = {id: address(dataset.site, path) for id, path in paths_of(dataset).items()}
    return tuple(_file(dataset.site, article, places) for article in dataset.articles if _linked(article, places))


def _linked(article: ArticleTwin, places: dict[str, str]) -> list[MentionTwin]:
    return [mention for mention in article.mentions if mention.entity in places]


def _file(site: Site, article: ArticleTwin, places: dict[str, str]) -> File:
    linked = _linked(article, places)
    page = {
        "@context": CONTEXT,
        "id": urn(site, f"{article_path(article.id)}#annotations"),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [_annotation(site, article, mention, places[mention.entity]) for mention in linked],
    }
    return File(f"annotations/{article.id}.json", msgspec.json.format(msgspec.json.encode(page), indent=1) + b"\n")


def _annotation(site: Site, article: ArticleTwin, mention: MentionTwin, place: str) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": mention.start, "end": mention.end}]
    return {
        "id": urn(site, f"{article_path(article.id)}#mention-{mention.start}-{mention.end}-{mention.entity}"),
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"id": place, "format": "text/html"},
        "target": {"source": article_address(site, article.id), "selector": selectors + _quote(article, mention)},
    }


def _quote(article: ArticleTwin, mention: MentionTwin) -> list[dict[str, Any]]:
    """The words with what stands around them, from the whole text or from the excerpt that holds them."""
    if isinstance(article.text, str):
        text, begins = article.text, 0
    else:
        excerpts = article.excerpts if isinstance(article.excerpts, tuple) else ()
        around = next((one for one in excerpts if one.start <= mention.start and mention.end <= one.end), None)
        if around is None:
            return []
        text, begins = around.text, around.start
    start, end = mention.start - begins, mention.end - begins
    words = {"exact": text[start:end], "prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    return [{"type": "TextQuoteSelector", **words}]
