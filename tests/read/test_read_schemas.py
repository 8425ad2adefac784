"""docs/schema/ holds what `brief schema KIND` prints; write a file anew with `brief schema KIND > docs/schema/KIND.json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.read.fields import FILE_KINDS, json_schemas

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


@pytest.mark.parametrize("kind", sorted(FILE_KINDS))
def test_the_published_schema_is_current(kind: str) -> None:
    assert (FOLDER / f"{kind}.json").read_text(encoding="utf-8") == json_schemas()[kind]


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == sorted(FILE_KINDS)


@pytest.mark.parametrize("kind", sorted(FILE_KINDS))
def test_every_key_is_described_and_unknown_ones_are_refused(kind: str) -> None:
    schema = json.loads(json_schemas()[kind])
    for part in (schema, *schema.get("$defs", {}).values()):
        assert part["additionalProperties"] is False
        assert [key for key, field in part["properties"].items() if not field.get("description")] == []


def test_keys_stand_in_a_schema_as_users_write_them() -> None:
    assert {"not", "mentions", "archive_url"} <= json.loads(json_schemas()["article"])["properties"].keys()


def test_an_alias_may_be_plain_text_for_an_editor_too() -> None:
    kinds = json.loads(json_schemas()["actor"])["properties"]["aliases"]["items"]["anyOf"]
    assert {"string"} <= {one.get("type") for one in kinds}
