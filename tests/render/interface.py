"""Every message of the interface, extracted from templates and code by the tools that translators use."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract
from jinja2.ext import babel_extract

ROOT = Path(__file__).parents[2]
KEYWORDS = {**DEFAULT_KEYWORDS, "message": None}
OPTIONS = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
Message = tuple[str, tuple[str, ...]]  # context, then the message or its English singular and plural


def messages() -> dict[Message, str]:
    """Message -> where it stands first."""
    found: dict[Message, str] = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for line, one in _in_code(path.read_bytes()):
            found.setdefault(one, f"{path.relative_to(ROOT)}:{line}")
    for path in sorted((ROOT / "themes").rglob("templates/*.html")):
        for line, one in _in_template(path.read_bytes()):
            found.setdefault(one, f"{path.relative_to(ROOT)}:{line}")
    return found


def _in_code(data: bytes) -> Iterator[tuple[int, Message]]:
    for line, texts, _, context in extract("python", BytesIO(data), KEYWORDS):
        yield line, (context or "", _texts(texts))


def _in_template(data: bytes) -> Iterator[tuple[int, Message]]:
    for line, function, found, _ in babel_extract(BytesIO(data), tuple(KEYWORDS), (), OPTIONS):
        texts = _texts(found)
        yield line, ((texts[0], texts[1:]) if function == "pgettext" else ("", texts))


def _texts(found: object) -> tuple[str, ...]:
    texts = found if isinstance(found, tuple | list) else (found,)
    return tuple(text for text in texts if isinstance(text, str))
