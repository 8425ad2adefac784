"""The digest of the program itself: every module of ours and the versions of the libraries that shape its results."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generator.trace import digest

_LIBRARIES = (
    "anyascii",
    "babel",
    "cityloc",
    "countryinfo",
    "jinja2",
    "markdown_it_py",
    "markupsafe",
    "msgspec",
    "pydantic",
    "pyworldatlas",
    "pyyaml",
)


def code_digest() -> bytes:
    """Digest of our modules, tables and catalogues, of the interpreter's version, of the libraries' names and versions."""
    package = Path(__file__).resolve().parent
    modules = sorted(path for ending in ("py", "json", "po") for path in package.rglob(f"*.{ending}"))
    code = b"".join(str(path.relative_to(package)).encode() + b"\0" + path.read_bytes() for path in modules)
    versions = "\n".join([sys.version, *sorted(_installed())])
    return digest(code + versions.encode())


def _installed() -> set[str]:
    """`name-version` of the libraries, from the names of their metadata folders (importing the metadata costs 30 ms)."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - a plain list of names is all that is needed
        except OSError:
            continue
        found.update(name for name in names if name.endswith(".dist-info") and name.lower().startswith(_LIBRARIES))
    return found
