"""The dataset as CSL-JSON: the articles that each page cites, and all of them, for a reference manager.

Citation Style Language 1.0.2, its JSON for items: https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

from typing import Any

import msgspec

from generator.export.dataset import Dataset, SubjectTwin, cites_of, subject_path
from generator.model import File
from generator.render.twin_format import ArticleTwin

_TYPES = {"news": "article-newspaper", "analysis": "article-newspaper", "opinion": "article-newspaper", "report": "report"}


def csl_files(dataset: Dataset) -> tuple[File, ...]:
    """csl/all.json, and beside it a file for each subject with the articles that its page cites."""
    items = {article.id: _item(article) for article in dataset.articles if article.status != "withdrawn"}
    every = _file("csl/all.json", list(items.values()))
    return (every, *(_file(_path(subject), _cited(subject, items)) for subject in dataset.subjects))


def _path(subject: SubjectTwin) -> str:
    return f"csl/{subject_path(subject).removesuffix('.html')}.json"


def _cited(subject: SubjectTwin, items: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The items that a page cites, in the order of its sections."""
    cited = dict.fromkeys(cite.article for cite in cites_of(subject))
    return [items[id] for id in cited if id in items]


def _item(article: ArticleTwin) -> dict[str, Any]:
    item = {
        "id": article.id,
        "type": _TYPES.get(article.kind, "article"),
        "title": article.title,
        # A name as the article prints it: which part is the family's is not known, and no guess is better than a wrong one.
        "author": [{"literal": author} for author in article.authors],
        "container-title": article.source_name,
        "issued": {"date-parts": [[int(part) for part in article.date.split("-")]]} if article.date else None,
        "URL": article.url,
        "language": article.language,
        "archive_location": article.archive_url,
    }
    return {key: value for key, value in item.items() if value}


def _file(path: str, items: list[dict[str, Any]]) -> File:
    return File(path, msgspec.json.format(msgspec.json.encode(items), indent=1) + b"\n")
