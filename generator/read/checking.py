"""Turns plain data into checked fields, and everything that is wrong with it into Problems with exact places.

Whatever is right is kept: one bad key leaves the others to be checked further, so that one run reports all.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.problems import Problem
from generator.read.field_types import Fields, quoted
from generator.read.yaml_nodes import Document, KeyPath

Checked = TypeVar("Checked", bound=Fields)
_MOST = 100  # problems reported of one file


def check_fields(document: Document, fields: type[Checked]) -> tuple[Checked | None, tuple[Problem, ...]]:
    """The fields of a document, without those that are wrong.

    None where a required one is missing or wrong, or where the document could not be read.
    """
    data = _given(document.data, fields)
    if not document.is_readable:
        return None, ()
    try:
        return fields.model_validate(data), ()
    except ValidationError as failure:
        details = failure.errors(include_url=False, include_input=True)
    problems = tuple(_problem(document, detail, fields) for detail in details[:_MOST])
    wrong = {str(detail["loc"][0]) for detail in details if detail["loc"]}
    try:
        return fields.model_validate({key: value for key, value in data.items() if key not in wrong}), problems
    except ValidationError:
        return None, problems


def _given(data: dict[str, Any], fields: type[Fields]) -> dict[str, Any]:
    """The data without keys that were left empty; an unknown key stays, to be reported."""
    known = _keys(fields)
    return {key: _without_empty(value) for key, value in data.items() if value is not None or key not in known}


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_without_empty(inner) for inner in value]
    return value


@lru_cache(maxsize=64)
def _keys(fields: type[Fields]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in fields.model_fields.items())


def _problem(document: Document, detail: ErrorDetails, fields: type[Fields]) -> Problem:
    where: KeyPath = detail["loc"]
    context: dict[str, Any] = detail.get("ctx") or {}
    kind, value = detail["type"], detail["input"]
    if kind == "mistake":
        return Problem(document.at(where), context["message"], context["expected"], context["fix"])
    if kind == "extra_forbidden":
        return _unknown_key(document, where, fields)
    if kind == "missing":
        key = str(where[-1])
        return Problem(document.at(where, of_key=True), f'The key "{key}" is missing.', f"{key}: …", f'add a line "{key}: …"')
    if kind == "literal_error":
        return _not_one_of(document, where, value, context["expected"])
    message, expected = _plain_message(kind, value, context)
    fix = f"write [{value}]" if kind == "list_type" and isinstance(value, str) and len(value) < 100 else ""
    return Problem(document.at(where), message, expected, fix)


def _plain_message(kind: str, value: object, context: dict[str, Any]) -> tuple[str, str]:
    """Message and expectation for what pydantic itself refuses."""
    found = _kind_of(value)
    if kind == "string_too_long":
        return f"This text is too long: {len(str(value))} characters.", f"at most {context['max_length']} characters"
    if kind == "string_too_short":
        return "This text is empty.", "some text"
    if kind == "too_short":
        least = context["min_length"]
        return f"This list holds {context['actual_length']} where {least} are needed.", f"a list of at least {least}"
    expected = {"string_type": "text", "list_type": "a list, such as [one, two]"}.get(kind)
    if expected is None:
        expected = (
            "keys and values, such as {key: value}"
            if kind in ("model_type", "dict_type", "model_attributes_type")
            else "another value"
        )
    return f"Here stands {found}.", expected


def _kind_of(value: object) -> str:
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else "a group of keys"


def _unknown_key(document: Document, where: KeyPath, fields: type[Fields]) -> Problem:
    key = str(where[-1])
    known = _known_beside(fields, where)
    close = get_close_matches(key[:100], known, n=1, cutoff=0.6)
    fix = f'write "{close[0]}"' if close else ""
    return Problem(
        document.at(where, of_key=True), f"The key {quoted(key)} is not known here.", "one of " + ", ".join(known), fix
    )


def _known_beside(fields: type[Fields], where: KeyPath) -> tuple[str, ...]:
    """The keys that may stand where this one stands."""
    for part in where[:-1]:
        if isinstance(part, str):
            found = next(field for name, field in fields.model_fields.items() if part == (field.alias or name))
            fields = _inner(found.annotation) or fields
    return _keys(fields)


def _inner(annotation: object) -> type[Fields] | None:
    """The fields that an annotation such as `list[Alias] | None` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part))), None)


def _not_one_of(document: Document, where: KeyPath, value: object, expected: str) -> Problem:
    if not isinstance(value, str):
        return Problem(document.at(where), f"Here stands {_kind_of(value)}.", expected.replace("'", ""))
    allowed = expected.replace("'", "").replace(" or ", ", ").split(", ")
    close = get_close_matches(value[:100].lower(), [one.lower() for one in allowed], n=1, cutoff=0.6)
    by_lower = {one.lower(): one for one in allowed}
    fix = f"write {by_lower[close[0]]}" if close else ""
    return Problem(document.at(where), f"{quoted(value)} is not possible here.", "one of " + ", ".join(allowed), fix)
