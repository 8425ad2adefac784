"""Turns the shape of the twins into the published JSON Schemas; one rule: the same bytes each time.

They describe what a site publishes. The schemas of the files that users write come from `read/fields.py`.
"""

from __future__ import annotations

import functools

import msgspec

from generator.model import File
from generator.render.twin_format import ActorTwin, ArticleTwin, CountryTwin
from generator.render.twin_parts import Twin


@functools.lru_cache(maxsize=1)
def twin_schemas() -> tuple[File, ...]:
    """The JSON Schema of each kind of twin, as `schema/<kind>.json`; the same bytes each time."""
    kinds: tuple[tuple[str, type[Twin]], ...] = (("actor", ActorTwin), ("article", ArticleTwin), ("country", CountryTwin))
    return tuple(File(path=f"schema/{kind}.json", content=_schema(kind, twin)) for kind, twin in kinds)


def _schema(kind: str, twin: type[Twin]) -> bytes:
    (reference,), components = msgspec.json.schema_components([twin], ref_template="#/$defs/{name}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Twin of one {kind}"}
    schema = head | reference | {"$defs": {name: components[name] for name in sorted(components)}}
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"
