"""The documentation names every field that a user can write, every key of a twin, and every command with its options."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec
import pytest

from generator.cli import main
from generator.export.schema import TABLES, Table
from generator.read.fields import FILE_KINDS
from generator.render.twin_format import ActorTwin, ArticleTwin, CountryTwin
from generator.render.twin_parts import Twin

DOCS = Path(__file__).parent.parent / "docs"
FIELDS = sorted(
    {(kind, field.alias or name) for kind, fields in FILE_KINDS.items() for name, field in fields.model_fields.items()}
)
TWIN_KEYS = sorted({key for twin in (ActorTwin, ArticleTwin, CountryTwin) for key in twin.__struct_fields__})


def section(text: str, kind: str) -> str:
    """The part of writing-content.md that is about one kind of file."""
    headings = {"config": "## brief.yaml", "country": "## Countries"}
    heading = headings.get(kind, f"## {kind.capitalize()}s")
    return text.split(f"\n{heading}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize(("kind", "key"), FIELDS)
def test_every_field_is_documented_with_its_kind_of_file(kind: str, key: str) -> None:
    assert f"`{key}`" in section((DOCS / "writing-content.md").read_text(encoding="utf-8"), kind)


@pytest.mark.parametrize("key", TWIN_KEYS)
def test_every_key_of_a_twin_is_documented(key: str) -> None:
    assert f"`{key}`" in (DOCS / "formats.md").read_text(encoding="utf-8").split("\n## Twins\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_is_documented(name: str) -> None:
    text = (DOCS / "getting-started.md").read_text(encoding="utf-8")
    options = [option for one in main.commands[name].params if isinstance(one, click.Option) for option in one.opts]
    assert [told for told in (f"brief {name}", *options) if told not in text] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_of_an_exported_table_is_documented(table: Table) -> None:
    part = (DOCS / "exports.md").read_text(encoding="utf-8").split(f"\n### {table.name}\n")[1].split("\n### ")[0]
    assert [column.name for column in table.columns if f"| `{column.name}` | {column.meaning} |" not in part] == []


@pytest.mark.parametrize("twin", [ActorTwin, ArticleTwin, CountryTwin])
def test_every_twin_bears_its_format(twin: type[Twin]) -> None:
    assert {field.name: field.default for field in msgspec.structs.fields(twin)}["format"] == 1
