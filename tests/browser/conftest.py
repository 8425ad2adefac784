"""The example site, built once, on disk and over HTTP."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.projects import example


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published example site, or whichever site the variable BRIEF_SITE names."""
    if "BRIEF_SITE" in os.environ:
        return Path(os.environ["BRIEF_SITE"])
    return example(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The same over HTTP, as any static host serves it; ends in a slash."""
    with _served(site) as found:
        yield found


@pytest.fixture(scope="session")
def addresses(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The example site over HTTP in a language that runs from left to right, and in one that runs from right to left."""
    with _served(example(tmp_path_factory.mktemp("arabic"), language="ar")) as arabic:
        yield {"en": address, "ar": arabic}


@contextmanager
def _served(site: Path) -> Iterator[str]:
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def kinds(site: Path) -> tuple[str, ...]:
    """One page of each kind, of each folder the shortest and the longest."""
    by_size = sorted(site.rglob("*.html"), key=lambda path: (path.stat().st_size, path.as_posix()))
    found = [path.relative_to(site).as_posix() for path in by_size]
    single = sorted(path for path in found if "/" not in path)
    lists = sorted(path for path in found if path.endswith("/index.html"))
    ends: list[str] = []
    records = [path for path in found if path.endswith("/record.html")]
    for folder in ("actors", "countries", "articles", "sources", "topics", "pages"):
        pages = [path for path in found if path.startswith(f"{folder}/") and "/index" not in path and path not in records]
        ends += pages[:1] + pages[-1:] + [path for path in records if path.startswith(f"{folder}/")][-1:]
    return tuple(dict.fromkeys([*single, *lists, *ends]))
