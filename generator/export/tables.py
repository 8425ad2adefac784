"""The dataset as tables: the rows of the database, and four of them as CSV.

One rule: each line keeps its passage, so that a row can be held against its article without the site.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable

from generator.export.dataset import Dataset, SubjectTwin, subject_id
from generator.export.schema import TABLES, Cell, Row, Table
from generator.model import File
from generator.render.line_twins import StatementTwin
from generator.render.twin_format import ActorTwin, ArticleTwin
from generator.render.twin_parts import Cite

CSV = ("statements", "timeline", "relations", "roles")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would compute


def tables_of(dataset: Dataset) -> dict[str, list[Row]]:
    """Table -> its rows, in the order of `TABLES`."""
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for article in dataset.articles:
        _add_article(rows, article)
    for actor in dataset.actors:
        _add_actor(rows, actor)
    for country in dataset.countries:
        rows["countries"].append((country.code, country.name, country.slug, country.capital, country.date, country.handling))
    for subject in dataset.subjects:
        _add_subject(rows, subject)
    _add_disputes(rows, dataset)
    return rows


def csv_files(dataset: Dataset) -> tuple[File, ...]:
    """statements.csv, timeline.csv, relations.csv, roles.csv: RFC 4180, UTF-8, a head line with the columns' names."""
    rows = tables_of(dataset)
    return tuple(_csv(table, rows[table.name]) for table in TABLES if table.name in CSV)


class _Lines(list[str]):
    """What a writer of CSV writes to."""

    def write(self, line: str) -> None:
        self.append(line)


def _csv(table: Table, rows: Iterable[Row]) -> File:
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return File(f"csv/{table.name}.csv", "".join(lines).encode())


def _harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: articles are written by others."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _add_article(rows: dict[str, list[Row]], article: ArticleTwin) -> None:
    text = article.text if isinstance(article.text, str) else None
    excerpts = article.excerpts if isinstance(article.excerpts, tuple) else ()
    withdrawn = article.withdrawn
    rows["articles"].append(
        (
            article.id,
            article.title,
            article.date,
            article.source,
            article.source_name,
            article.url,
            article.archive_url,
            "; ".join(article.authors),
            article.language,
            article.kind,
            article.reliability,
            article.handling,
            article.rights,
            article.status,
            withdrawn.date if withdrawn else None,
            withdrawn.reason if withdrawn else None,
            text,
        )
    )
    rows["excerpts"] += [(article.id, one.start, one.end, one.text) for one in excerpts]
    rows["topics"] += [(article.id, topic) for topic in article.topics]
    rows["corrections"] += [(article.id, one.date, one.note) for one in article.corrections]
    rows["mentions"] += [(article.id, one.entity, one.type, one.start, one.end, one.strength) for one in article.mentions]
    rows["quotations"] += [
        (article.id, one.kind, one.start, one.end, one.speaker, one.speaker_name, one.method, one.relay)
        for one in article.quotations
    ]
    rows["article_countries"] += [(article.id, one.code, one.role, one.score) for one in article.countries]


def _add_actor(rows: dict[str, list[Row]], actor: ActorTwin) -> None:
    rows["actors"].append(
        (
            actor.id,
            actor.name,
            actor.kind,
            actor.native_name.text if actor.native_name else None,
            " ".join(actor.countries),
            actor.wikidata,
            actor.date,
            actor.handling,
        )
    )
    rows["roles"] += [
        (actor.id, actor.name, one.title, one.of, one.country, one.start, one.end, one.source) for one in actor.roles
    ]
    rows["memberships"] += [(actor.id, one.of, one.role, one.start, one.end) for one in actor.memberships]


def _add_subject(rows: dict[str, list[Row]], subject: SubjectTwin) -> None:
    """What actors and countries have alike."""
    id, name = subject_id(subject), subject.name
    rows["names"] += [(id, one.name, one.strength, one.language, one.start, one.end) for one in subject.aliases]
    rows["subject_articles"] += [(id, one.id, one.role, one.origin) for one in subject.articles]
    for point in subject.key_points:
        made = (point.text, point.how, point.date, point.origins, int(point.claim), point.by)
        rows["key_points"].append((id, point.id, *made, *_passage(point.cites)))
    for direction, statements in (("by", subject.statements), ("about", subject.statements_about)):
        rows["statements"] += [
            (id, name, direction, one.date, one.kind, one.text, *_speaker(one), *_passage((one.cite,))) for one in statements
        ]
    rows["timeline"] += [(id, name, one.date, one.precision, one.text, *_passage(one.cites)) for one in subject.timeline]
    rows["relations"] += [
        (id, name, one.other, one.kind, one.label, one.date, one.count, *_passage(one.cites)) for one in subject.relations
    ]


def _add_disputes(rows: dict[str, list[Row]], dataset: Dataset) -> None:
    """Each dispute once, though it stands on several pages."""
    disputes = {dispute.id: dispute for subject in dataset.subjects for dispute in subject.disputes}
    for id, dispute in sorted(disputes.items()):
        rows["disputes"].append((id, dispute.question, dispute.kind, dispute.status, dispute.would_settle))
        rows["positions"] += [
            (id, number, one.text, " ".join(one.held_by), *_passage(one.cites)) for number, one in enumerate(dispute.positions, 1)
        ]


def _speaker(said: StatementTwin) -> tuple[Cell, ...]:
    return said.speaker, said.speaker_name, said.role_at_date, said.relay


def _passage(cites: tuple[Cite, ...]) -> tuple[Cell, ...]:
    """Article, start, end and words of the first passage, and the keys of all, parted by spaces."""
    if not cites:
        return None, None, None, None, ""
    first = cites[0]
    return first.article, first.start, first.end, first.text, " ".join(f"{one.article}:{one.start}:{one.end}" for one in cites)
