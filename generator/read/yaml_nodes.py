"""Turns YAML into plain data whose scalars all stay text, with the position of every key and value.

YAML is walked as events, never constructed: `NO` stays a country code, no tag is obeyed, and size, depth and what aliases
would unfold to are bounded before anything is built. Empty values, `~` and `null` are None: not given.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

import yaml

from generator.problems import Location, Problem
from generator.read.decoding import place

LARGEST_YAML = 1024 * 1024  # code points; the largest actor file of a real desk is a hundredth of it
DEEPEST = 12  # levels; the formats need five
MOST_NODES = 20_000  # keys and values, aliases counted as what they stand for
_MOST_DUPLICATES = 50  # reported in one file
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # only its parser is used
_Scalar: Any = yaml.ScalarEvent  # nearly all events are scalars
_BREAK = re.compile("[\n\x85\u2028\u2029]")  # what YAML 1.1 counts as the end of a line
_NONE = {"", "~", "null", "Null", "NULL"}

KeyPath = tuple[str | int, ...]
Mark = tuple[int, int]


class Document(NamedTuple):
    """A YAML file, or the front matter of one: its data and where everything in it stands."""

    path: str
    data: dict[str, Any]
    lines: tuple[str, ...]  # of the YAML text
    first_line: int  # the file's line on which that text begins
    values: dict[KeyPath, Mark]
    keys: dict[KeyPath, Mark]
    is_readable: bool = True  # False: it could not be read, so nothing can be said of what it lacks

    def at(self, where: KeyPath, of_key: bool = False) -> Location:
        """Location of a value, or of its key; of what encloses it where it has no position of its own."""
        mark = self.keys.get(where) if of_key else None
        while mark is None and where:
            mark = self.values.get(where)
            where = where[:-1]
        return self.locate(mark or (0, 0))

    def locate(self, mark: Mark) -> Location:
        """Location of a 0-based line and column of the YAML text."""
        found = place(self.path, self.lines, mark[0] + 1, mark[1] + 1)
        return Location(found.path, found.line + self.first_line - 1, found.column, found.excerpt)


class _RefusedError(Exception):
    """The reading stops here, for this reason."""

    def __init__(self, mark: Mark, message: str, expected: str, fix: str = "") -> None:
        super().__init__(message)
        self.mark, self.message, self.expected, self.fix = mark, message, expected, fix


class _Walk(NamedTuple):
    """What one walk gathers."""

    document: Document
    loader: Any
    anchors: dict[str, tuple[Any, int]]  # name -> what it stands for, and of how many nodes that is
    duplicates: list[tuple[Mark, str, Mark]]


def unreadable(path: str) -> Document:
    """Stands for a file that could not be read."""
    return Document(path, {}, (), 1, {}, {}, is_readable=False)


def read_yaml(path: str, text: str, first_line: int = 1) -> tuple[Document, tuple[Problem, ...]]:
    """Keys and values of a YAML text (LF line ends); empty with one error where it cannot be read at all."""
    if len(text) > LARGEST_YAML:
        message = f"This YAML is too large: {len(text)} characters."
        return unreadable(path), (Problem(Location(path), message, f"at most {LARGEST_YAML} characters"),)
    document = Document(path, {}, tuple(_BREAK.split(text)), first_line, {}, {})
    broken = document._replace(is_readable=False)
    walk = _Walk(document, None, {}, [])
    try:
        walk = walk._replace(loader=_LOADER(text))
        document.data.update(_root(walk))
    except _RefusedError as refused:
        return broken, (Problem(document.locate(refused.mark), refused.message, refused.expected, refused.fix),)
    except yaml.MarkedYAMLError as failure:
        return broken, (_not_yaml(document, failure),)
    except yaml.YAMLError as failure:
        return broken, (_forbidden_character(document, text, failure),)
    return document, tuple(_duplicate(document, *found) for found in walk.duplicates[:_MOST_DUPLICATES])


def _root(walk: _Walk) -> dict[str, Any]:
    while isinstance(event := walk.loader.get_event(), (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
        pass
    if isinstance(event, yaml.StreamEndEvent):
        return {}
    data, _ = _node(walk, event, (), 0)
    end = walk.loader.get_event()
    after = walk.loader.get_event()
    if isinstance(end, yaml.DocumentEndEvent) and isinstance(after, yaml.DocumentStartEvent):
        raise _RefusedError(_mark(after), "A second YAML document begins here.", "one document in a file", "remove the line ---")
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise _RefusedError(
            _mark(event), "This file holds no keys.", "key: value", "write a key before the value, such as title:"
        )
    return data


def _node(walk: _Walk, event: Any, where: KeyPath, used: int) -> tuple[Any, int]:
    """What begins with this event, and how many nodes there are by now."""
    mark = _mark(event)
    walk.document.values[where] = mark
    used += 1
    if used > MOST_NODES:
        raise _RefusedError(mark, "This YAML holds too much.", f"at most {MOST_NODES} keys and values, aliases counted in full")
    if isinstance(event, _Scalar) and event.tag is None and event.anchor is None:
        return _scalar(event), used
    if isinstance(event, yaml.AliasEvent):
        return _alias(walk, event, used)
    if event.tag is not None and event.tag != "!":
        raise _RefusedError(mark, f"The tag {event.tag} is not read here.", "plain text, lists and keys", "remove the tag")
    value: Any
    if isinstance(event, yaml.ScalarEvent):
        value, total = _scalar(event), used
    elif len(where) >= DEEPEST:
        raise _RefusedError(mark, "This YAML is nested too deeply.", f"at most {DEEPEST} levels")
    elif isinstance(event, yaml.SequenceStartEvent):
        value, total = _list(walk, where, used)
    else:
        value, total = _mapping(walk, where, used)
    if event.anchor is not None:
        walk.anchors[event.anchor] = (value, total - used + 1)
    return value, total


def _alias(walk: _Walk, event: Any, used: int) -> tuple[Any, int]:
    if event.anchor not in walk.anchors:
        message = f"The alias *{event.anchor} stands for nothing that comes before it."
        raise _RefusedError(_mark(event), message, f"&{event.anchor} at an earlier value")
    value, size = walk.anchors[event.anchor]
    if used + size > MOST_NODES:
        message = f"The alias *{event.anchor} makes this YAML unfold to too much."
        raise _RefusedError(_mark(event), message, f"at most {MOST_NODES} keys and values, aliases counted in full")
    return value, used + size


def _scalar(event: Any) -> str | None:
    value: str = event.value
    if "\0" in value:
        raise _RefusedError(_mark(event), "The character U+0000 is not allowed in YAML.", "text without NUL", "remove it")
    if not event.style and value in _NONE:
        return None
    return value if value.isascii() else unicodedata.normalize("NFC", value)


def _list(walk: _Walk, where: KeyPath, used: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    while not isinstance(event := walk.loader.get_event(), yaml.SequenceEndEvent):
        item, used = _node(walk, event, (*where, len(items)), used)
        items.append(item)
    return items, used


def _mapping(walk: _Walk, where: KeyPath, used: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    keys, next_event = walk.document.keys, walk.loader.get_event
    while not isinstance(event := next_event(), yaml.MappingEndEvent):
        mark = _mark(event)
        if not isinstance(event, _Scalar):
            raise _RefusedError(mark, "A key must be a plain word.", "key: value")
        key = unicodedata.normalize("NFC", event.value)
        inside = (*where, key)
        if key in found:
            walk.duplicates.append((mark, key, keys[inside]))
            kept = walk.document.values[inside]
            _, used = _node(walk, next_event(), inside, used)
            walk.document.values[inside] = kept
        else:
            keys[inside] = mark
            found[key], used = _node(walk, next_event(), inside, used)
    return found, used


def _mark(event: Any) -> Mark:
    mark = event.start_mark
    return mark.line, mark.column


def _duplicate(document: Document, mark: Mark, key: str, first: Mark) -> Problem:
    message = f'The key "{key}" stands here a second time; the first is on line {first[0] + document.first_line}.'
    return Problem(document.locate(mark), message, "each key once", "remove one of the two")


def _not_yaml(document: Document, failure: yaml.MarkedYAMLError) -> Problem:
    mark = failure.problem_mark or failure.context_mark
    where = document.locate((mark.line, mark.column) if mark else (0, 0))
    reason = failure.problem or failure.context or "it cannot be read"
    if "nesting depth" in reason:  # libyaml 0.2.6 and later count for themselves
        return _too_deep(where)
    fix = "put a text that holds a colon into quotation marks" if "mapping values" in reason else ""
    return Problem(where, f"This is not YAML: {reason}.", "key: value", fix)


def _too_deep(where: Location) -> Problem:
    return Problem(where, "This YAML is nested too deeply.", f"at most {DEEPEST} levels")


def _forbidden_character(document: Document, text: str, failure: yaml.YAMLError) -> Problem:
    """A character that YAML forbids; the parser gives its offset, or nothing but its code."""
    offset = next((place for place, ch in enumerate(text) if not _is_printable(ch)), -1)
    if offset < 0:
        return Problem(document.locate((0, 0)), f"This is not YAML: {failure}.", "key: value")
    before = _BREAK.split(text[:offset])
    message = f"The character U+{ord(text[offset]):04X} is not allowed in YAML."
    return Problem(document.locate((len(before) - 1, len(before[-1]))), message, "text without control characters", "remove it")


def _is_printable(ch: str) -> bool:
    code = ord(ch)
    return (
        code in (0x9, 0xA, 0xD, 0x85)
        or 0x20 <= code < 0x7F
        or 0xA0 <= code <= 0xD7FF
        or (code >= 0xE000 and code not in (0xFFFE, 0xFFFF))
    )
