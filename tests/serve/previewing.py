"""A real `brief serve` on a real port, and a browser's part of the conversation."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CODE = Path(__file__).parent.parent.parent
SCRIPT = re.compile(rb'<script src="/_brief/live\.js"[^>]*></script>\n')
PATIENCE = 60.0


class Preview:
    """One running preview."""

    def __init__(self, root: Path, *arguments: str, under: Sequence[str] = ()) -> None:
        """`under`: a command that begins the preview's."""
        self.process = subprocess.Popen(
            [*under, sys.executable, "-m", "generator", "serve", "--port", "0", "--jobs", "1", *arguments],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(CODE), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.match(r"http://([^/]+):(\d+)/", line)
        assert found, (line, self.process.stderr.read() if self.process.stderr else "")
        self.host, self.port = found[1], int(found[2])
        self.said: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line)

    def get(
        self, path: str, headers: dict[str, str] | None = None, method: str = "GET", patience: float = PATIENCE
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
        try:
            connection.request(method, path, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def page(self, path: str) -> bytes:
        """A page as its file would be."""
        status, _, body = self.get(path)
        return SCRIPT.sub(b"", body) if status == 200 else b""

    def raw(self, request: bytes) -> bytes:
        """The whole answer to some bytes, on a connection of their own."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as connection:
            connection.sendall(request)
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
            return answer

    @contextmanager
    def events(self, page: str, headers: dict[str, str] | None = None) -> Iterator[Callable[[], dict[str, Any]]]:
        """The stream of one open page; each call waits for the next message."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/_brief/events?page={page}", headers=headers or {})
        answer = connection.getresponse()
        assert answer.status == 200

        def following() -> dict[str, Any]:
            while True:
                line = answer.readline()
                assert line, "the stream ended"
                if line.startswith(b"data: "):
                    return dict(json.loads(line[6:]))

        try:
            yield following
        finally:
            connection.close()

    def until(self, holds: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Wait until something holds."""
        end = time.monotonic() + patience
        while not holds():
            assert time.monotonic() < end, "".join(self.said)[-2000:]
            time.sleep(0.02)

    def stop(self) -> float:
        """Ctrl-C; how long it took to end."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)
        return time.monotonic() - start


@contextmanager
def previewing(root: Path, *arguments: str, under: Sequence[str] = ()) -> Iterator[Preview]:
    """A preview of a project, for the length of a block."""
    preview = Preview(root, *arguments, under=under)
    try:
        yield preview
    finally:
        if preview.process.poll() is None:
            preview.process.kill()
        preview.process.wait()
        for pipe in (preview.process.stdout, preview.process.stderr):
            if pipe is not None:
                pipe.close()
