"""Every message of the interface, extracted by the tools that translators use; run it to bring the catalogues up to date.

`python tests/render/interface.py` adds new messages without a translation, which the tests then ask for, and drops old ones.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from generator.read.measured import measured

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "generator" / "locale"
KEYWORDS = {**DEFAULT_KEYWORDS, "message": None}
OPTIONS = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
Message = tuple[str, tuple[str, ...]]  # context, then the message or its English singular and plural


@functools.cache
def messages() -> dict[Message, str]:
    """Message -> the file in which it stands first."""
    found: dict[Message, str] = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for one in _in_code(path.read_bytes()):
            found.setdefault(one, str(path.relative_to(ROOT)))
    for row in measured():  # figures are told in words where they are measured, and said on the method page
        for text in (row.task, row.gold, row.meaning, row.trivial):
            if text:
                found.setdefault(("", (text,)), "generator/read/measured.py")
    for path in sorted((ROOT / "themes").rglob("templates/*.html")):
        for one in _in_template(path.read_bytes()):
            found.setdefault(one, str(path.relative_to(ROOT)))
    return found


def catalogue(language: str) -> Catalog:
    """A language's catalogue as it stands in the repository."""
    with (LOCALE / language / "LC_MESSAGES" / "brief.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def write(language: str, given: Catalog) -> None:
    """A catalogue with exactly the messages of today, and what `given` translates of them."""
    whole = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for (context, texts), path in sorted(messages().items(), key=lambda pair: (pair[1], pair[0])):
        id = texts if len(texts) > 1 else texts[0]
        known = given.get(id, context or None)
        empty = ("",) * whole.num_plurals if len(texts) > 1 else ""
        whole.add(id, known.string if known else empty, [(path, 1)], context=context or None)
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    out = BytesIO()
    write_po(out, whole, width=0, omit_header=True, include_lineno=False)
    rule = f'"Plural-Forms: {given.plural_forms}\\n"\n\n'
    (LOCALE / language / "LC_MESSAGES" / "brief.po").write_bytes((head + rule).encode() + out.getvalue().strip() + b"\n")


def _in_code(data: bytes) -> Iterator[Message]:
    for _, texts, _, context in extract("python", BytesIO(data), KEYWORDS):
        yield context or "", _texts(texts)


def _in_template(data: bytes) -> Iterator[Message]:
    for _, function, found, _ in babel_extract(BytesIO(data), tuple(KEYWORDS), (), OPTIONS):
        texts = _texts(found)
        yield (texts[0], texts[1:]) if function == "pgettext" else ("", texts)


def _texts(found: object) -> tuple[str, ...]:
    texts = found if isinstance(found, tuple | list) else (found,)
    return tuple(text for text in texts if isinstance(text, str))


if __name__ == "__main__":
    for name in sys.argv[1:] or ("ar", "fr"):
        write(name, catalogue(name))
