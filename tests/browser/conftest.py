"""The example site, or that of the project which the variable BRIEF_PROJECT names, in each variant: on disk and over HTTP.

`BRIEF_PROJECT=folder pytest tests/browser/test_every_page.py` holds any project to what must hold for every page.
"""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.browser.variants import VARIANTS, Site, pages_of_each_kind
from tests.projects import EXAMPLE, example


@pytest.fixture(scope="session")
def variants(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Site]]:
    """Each variant, built once when it is first asked for."""
    project = Path(os.environ.get("BRIEF_PROJECT", EXAMPLE))
    with ExitStack() as servers:

        @functools.cache
        def variant(name: str) -> Site:
            folder = example(tmp_path_factory.mktemp(name), project, **VARIANTS[name])
            return Site(folder, servers.enter_context(_served(folder)), pages_of_each_kind(folder))

        yield variant


@pytest.fixture(scope="session")
def site(variants: Callable[[str], Site]) -> Path:
    """The published site."""
    return variants("en").folder


@pytest.fixture(scope="session")
def address(variants: Callable[[str], Site]) -> str:
    """The same over HTTP."""
    return variants("en").address


@pytest.fixture(scope="session")
def kinds(variants: Callable[[str], Site]) -> tuple[str, ...]:
    """Pages of each kind."""
    return variants("en").kinds


@contextmanager
def _served(site: Path) -> Iterator[str]:
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
