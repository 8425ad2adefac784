"""One browser for all tests that need one; where Playwright or Chromium is missing they are skipped."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import Any

import pytest


def pytest_configure() -> None:
    """A shell lets what it runs in the background ignore Ctrl-C, and so would the programs that tests start and end by it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Playwright drives one browser in a thread at a time, so that all folders of tests share it."""
    pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install -e '.[browser]'")
    from tests.browsing import CHROMIUM, browsing

    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with browsing() as running:
        yield running
