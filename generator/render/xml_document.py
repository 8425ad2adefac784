"""Turns an element tree into the bytes of an XML file; one rule: no character that XML forbids gets in."""

from __future__ import annotations

import re
from xml.etree import ElementTree

# What XML 1.0 cannot carry in any form, escaped or not (section 2.2, production Char).
_FORBIDDEN = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """The text without the characters that XML forbids; escaping is the writer's."""
    return _FORBIDDEN.sub("", text)


def xml_document(root: ElementTree.Element) -> bytes:
    """The whole document in UTF-8, indented, with a trailing newline; indents `root` in place."""
    ElementTree.indent(root, space=" ")
    written: bytes = ElementTree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + written + b"\n"
