"""Turns a file's bytes into text, or into the reason why they are none; every offset becomes a line and a column here.

A byte-order mark is accepted and dropped, line ends become LF; nothing else is changed, so that positions are the user's.
"""

from __future__ import annotations

import re
import unicodedata

from generator.problems import Location, Problem

LARGEST_TEXT = 8 * 1024 * 1024  # bytes of an article or a page: about three hundred novels' chapters, far above any report
_LONGEST_EXCERPT = 1000  # code points of a line that a message may quote
# C0 and C1 controls but tab and line feed; marks that change the direction of text; a byte-order mark inside the text.
# The plain left-to-right, right-to-left and joiner marks are not among them: Arabic and Persian need them.
_STEERING = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_PLAIN_ASCII = bytes([*b"\t\n", *range(0x20, 0x7F)])


def decode_text(path: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file; None with an error for a file that is too large, is not UTF-8 or holds NUL."""
    if len(data) > LARGEST_TEXT:
        message = f"This file is too large: {len(data)} bytes."
        return None, (Problem(Location(path), message, f"at most {LARGEST_TEXT} bytes", "split it into several files"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        bom = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        return None, (_not_utf8(path, data, failure.start + bom),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        offset = data.index(b"\0")
        message = f"A NUL character stands at byte offset {offset}{_guess(data)}."
        return None, (
            Problem(locate(path, text, text.index("\0")), message, "text in UTF-8 without NUL", "save the file as UTF-8 text"),
        )
    return text, ()


def normalise(text: str) -> str:
    """Text as evidence: NFC, without newline at its end."""
    return (text if text.isascii() else unicodedata.normalize("NFC", text)).rstrip("\n")


def locate(path: str, text: str, offset: int, first_line: int = 1) -> Location:
    """Line, column and source line of a code point; `first_line` is the file's line on which `text` begins."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)]
    return Location(
        path, text.count("\n", 0, offset) + first_line, offset - start + 1, line if len(line) <= _LONGEST_EXCERPT else ""
    )


def place(path: str, lines: tuple[str, ...], line: int, column: int) -> Location:
    """Location of a 1-based line and column, quoting the line from `lines`, all lines of the file."""
    quoted = lines[line - 1] if 0 < line <= len(lines) else ""
    return Location(path, line, column, quoted if len(quoted) <= _LONGEST_EXCERPT else "")


def control_warnings(path: str, text: str, first_line: int = 1) -> tuple[Problem, ...]:
    """One warning for a text with control characters or characters that turn its direction; `first_line` as in `locate`."""
    if text.isascii() and not text.encode().translate(None, _PLAIN_ASCII):
        return ()
    first = _STEERING.search(text)
    if first is None:
        return ()
    count = sum(1 for _ in _STEERING.finditer(text))
    many = "1 control character" if count == 1 else f"{count} control characters"
    message = (
        f"This text holds {many}; the first is U+{ord(first.group()):04X}. They are kept and shown as a visible replacement."
    )
    return (
        Problem(
            locate(path, text, first.start(), first_line), message, "text without control characters", "remove them", "warning"
        ),
    )


def _not_utf8(path: str, data: bytes, offset: int) -> Problem:
    start = data.rfind(b"\n", 0, offset) + 1
    before = data[start:offset].decode("utf-8", "replace").removeprefix("\ufeff")
    where = Location(path, data.count(b"\n", 0, offset) + 1, len(before) + 1)
    message = f"This file is not UTF-8: the byte 0x{data[offset]:02X} at offset {offset} does not belong there{_guess(data)}."
    return Problem(where, message, "text in UTF-8", "save the file as UTF-8")


def _guess(data: bytes) -> str:
    """The likely encoding of a file that is not UTF-8, as the end of a sentence."""
    sample = data[:4096]
    if sample.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        name = "UTF-32"
    elif sample.startswith((b"\xff\xfe", b"\xfe\xff")) or sample.count(0) * 3 > len(sample):
        name = "UTF-16"
    elif 0 in sample:
        return ""
    else:
        # Runs of high letters make up whole words in Cyrillic text, single ones stand among ASCII in Western European text.
        runs = [len(run) for run in re.findall(rb"[\xc0-\xff]+", sample)]
        name = "Windows-1251 (Cyrillic)" if runs and sum(runs) >= 3 * len(runs) else "Windows-1252 (Western European)"
    return f"; it is probably {name}"
