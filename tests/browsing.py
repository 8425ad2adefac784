"""A real browser for tests of what only a browser can show: Chromium, driven over WebDriver; loopback only."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key by which WebDriver names an element
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--window-size=1000,900",
)  # fmt: skip
KEYS = {"down": "\ue015", "up": "\ue013", "enter": "\ue007", "escape": "\ue00c", "tab": "\ue004"}

needs_chromium = pytest.mark.skipif(
    not (shutil.which("chromedriver") and shutil.which("chromium")), reason="Chromium and chromedriver are not installed"
)


class Browser:
    """One window."""

    def __init__(self, address: str, profile: str) -> None:
        self._base = address
        wanted = {
            "browserName": "chrome",
            "goog:loggingPrefs": {"browser": "ALL"},
            "goog:chromeOptions": {"binary": shutil.which("chromium"), "args": [*_FLAGS, f"--user-data-dir={profile}"]},
        }
        self._base += f"/session/{self._ask('/session', {'capabilities': {'alwaysMatch': wanted}})['sessionId']}"

    def _ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        with urlopen(Request(self._base + path, data, {"Content-Type": "application/json"}), timeout=30) as answer:  # noqa: S310
            return json.loads(answer.read())["value"]

    def open(self, address: str) -> None:
        self._ask("/url", {"url": address})

    @property
    def address(self) -> str:
        return str(self._ask("/url"))

    def run(self, script: str, *arguments: Any) -> Any:
        return self._ask("/execute/sync", {"script": script, "args": list(arguments)})

    def type(self, selector: str, text: str) -> None:
        found = self._ask("/element", {"using": "css selector", "value": selector})
        self._ask(f"/element/{found[_ELEMENT]}/value", {"text": text})

    def complaints(self) -> list[str]:
        """What the console said since it was asked last."""
        return [entry["message"] for entry in self._ask("/se/log", {"type": "browser"})]

    def close(self) -> None:
        with urlopen(Request(self._base, method="DELETE"), timeout=30):  # noqa: S310
            pass


@contextmanager
def browser() -> Iterator[Browser]:
    """A window that ends with the test, its process with it."""
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with tempfile.TemporaryDirectory() as profile, subprocess.Popen(["chromedriver", "--port=0"], text=True, **quiet) as driver:
        try:
            assert driver.stdout is not None
            port = next(found[1] for line in driver.stdout if (found := re.search(r"successfully on port (\d+)", line)))
            window = Browser(f"http://127.0.0.1:{port}", str(Path(profile)))
            try:
                yield window
            finally:
                window.close()
        finally:
            driver.terminate()
