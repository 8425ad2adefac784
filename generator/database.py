"""Tables -> a SQLite file, whole in memory; the same rows give the same bytes of one version of SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from generator.export.schema import TABLES, Row, Table


def database(rows: Mapping[str, Sequence[Row]]) -> bytes:
    """The bytes of a database with every table of `TABLES`, their keys, and an index for each column that refers to another."""
    connection = sqlite3.connect(":memory:")
    try:
        for table in TABLES:
            connection.execute(_created(table))
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows[table.name])  # noqa: S608 - our own names
            for column in table.columns:
                if column.refers or column.name == "subject":
                    connection.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _created(table: Table) -> str:
    keys = {other.name: other.key for other in TABLES}
    lines = [f'"{column.name}" {column.type}' for column in table.columns]
    if table.key:
        lines.append("PRIMARY KEY (" + ", ".join(f'"{name}"' for name in table.key) + ")")
    lines += [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers}" ("{keys[column.refers][0]}")'
        for column in table.columns
        if column.refers
    ]
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)"
