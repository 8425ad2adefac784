"""Turns all names with a page into a script file that the finder of names searches; one rule: it works from a folder on disk.

Data in a script can be loaded where a page from disk may not fetch anything. Every byte counts: a path is left out where it
follows from the name, kinds and countries stand once for many names. The theme's script folds names as `fold` does when asked.
"""

from __future__ import annotations

import re

import msgspec

from generator.model import File, Findable

NAMES = "names.js"
_KINDS = {"person": "p", "organisation": "o", "institution": "i", "armed-group": "g", "coalition": "a", "country": "c"}
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_SEPARATOR = "|"


def names_file(subjects: tuple[Findable, ...]) -> tuple[File, ...]:
    """names.js: lines in one text for each kind and its countries (`p IQ`), both in the order in which the subjects come.

    A line is the name, the stem of the page's file (empty where `plain_stem` gives it), then every other name; a bar parts them.
    """
    groups: dict[str, list[str]] = {}
    for subject in subjects:
        groups.setdefault(" ".join((_KINDS[subject.link.kind], *subject.countries)), []).append(_line(subject))
    texts = {group: "\n".join(lines) for group, lines in groups.items()}
    return (File(NAMES, b"briefNames=" + msgspec.json.encode(texts) + b"\n"),)


def plain_stem(name: str) -> str:
    """The stem that the finder's script makes of a name, too."""
    return _NOT_PLAIN.sub("-", name.lower().replace("'", "")).strip("-")


def _line(subject: Findable) -> str:
    link = subject.link
    stem = link.path.rpartition("/")[2].removesuffix(".html")
    fields = (link.name, "" if stem == plain_stem(link.name) else stem, *subject.names)
    return _SEPARATOR.join(" ".join(field.replace(_SEPARATOR, " ").split()) for field in fields).rstrip(_SEPARATOR)
