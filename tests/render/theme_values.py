"""Every value that a template gets, as docs/themes.md tells it; run it to bring the document up to date."""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Callable
from pathlib import Path
from types import NoneType

import msgspec

from generator.render.contract import PAGES, EveryPage, Subject

DOCUMENT = Path(__file__).parents[2] / "docs" / "themes.md"
BEGIN, END = "<!-- values: made by tests/render/theme_values.py -->", "<!-- end of values -->"
FIELD = re.compile(r"^    (\w+): ([^#\n]+?)(?: = [^#\n]+?)?(?:  # (.*))?$", re.MULTILINE)


def reference() -> str:
    """Tables of all pages' values and of every type that they hold."""
    pages = list(dict.fromkeys(PAGES.values()))
    out = ["### Every page", *_table(EveryPage), "### actor.html and country.html", *_table(Subject)]
    for page in pages:
        names = ", ".join(name for name, one in PAGES.items() if one is page)
        rows = _table(page)
        out += [f"### {names}", *(rows if rows else ["Nothing of its own."])]
    for one in _types([EveryPage, *pages]):
        out += [f"#### {one.__name__}", (inspect.getdoc(one) or "").partition("\n")[0], *_table(one)]
    return "\n\n".join(line for line in out if line)


def updated(text: str) -> str:
    """A document with the tables as they are today."""
    head, _, rest = text.partition(BEGIN)
    return f"{head}{BEGIN}\n\n{reference()}\n\n{END}{rest.partition(END)[2]}"


def _table(one: type) -> list[str]:
    rows = [f"| `{name}` | {_linked(kind)} | {meaning or ''} |" for name, kind, meaning in _declared(one)]
    return ["\n".join(["| name | type | meaning |", "|---|---|---|", *rows])] if rows else []


def _declared(one: type) -> list[tuple[str, str, str]]:
    """Name, type and meaning of each field, those of the class that it extends first."""
    own = [base for base in reversed(one.__mro__) if base.__module__.startswith("generator.")]
    return [field for base in own for field in FIELD.findall(inspect.getsource(base))]


def _linked(kind: str) -> str:
    return f"`{kind.strip()}`".replace("|", "\\|")


def _types(roots: list[type]) -> list[type]:
    """Every struct that can be reached, in order of first use."""
    found: dict[type, None] = {}
    waiting = list(roots)
    while waiting:
        one = waiting.pop(0)
        for hint in typing.get_type_hints(one).values():
            for part in _parts(hint):
                if isinstance(part, type) and issubclass(part, msgspec.Struct) and part not in found:
                    found[part] = None
                    waiting.append(part)
    return list(found)


def _parts(hint: object) -> list[object]:
    arguments = typing.get_args(hint)
    return [part for argument in arguments for part in _parts(argument)] if arguments else [hint]


def fits(hint: object, told: object) -> bool:
    """Whether a value, told as the name of its type and for a tuple the values in it, is of a type."""
    hint = getattr(hint, "__supertype__", hint)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and isinstance(told, list):
        one = arguments[0] if len(arguments) == 2 and arguments[1] is Ellipsis else None
        kinds = [one] * len(told) if one is not None else list(arguments)
        return len(kinds) == len(told) and all(map(fits, kinds, told))
    if origin in (dict, list):
        return told == origin.__name__
    if origin is Callable:
        return told == "method"
    if arguments:
        return any(fits(argument, told) for argument in arguments)
    names = {"str": ("str", "Markup")}.get(getattr(hint, "__name__", ""), (getattr(hint, "__name__", ""),))
    return told in (names if hint is not NoneType else ("NoneType",))


if __name__ == "__main__":
    DOCUMENT.write_text(updated(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
