"""Open pages and what they are told: each stream holds one message at most, so that a slow reader costs nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

_PULSE = 15.0  # seconds between signs of life, by which the system notices readers that are gone


class Stream:
    """One open page."""

    def __init__(self, path: str) -> None:
        """`path` of the page within the site."""
        self.path = path
        self._news: dict[str, Any] = {}
        self._ready = asyncio.Event()

    def send(self, news: dict[str, Any]) -> None:
        """Tell the page something; what it has not read yet is brought up to date."""
        changed = [*self._news.get("assets", ()), *news.get("assets", ())]
        self._news = {**self._news, **news, "assets": list(dict.fromkeys(changed))}
        self._ready.set()

    async def next(self) -> str:
        """The next message as the event stream has it."""
        try:
            await asyncio.wait_for(self._ready.wait(), _PULSE)
        except TimeoutError:
            return ": here\n\n"
        self._ready.clear()
        news, self._news = self._news, {}
        return f"data: {json.dumps(news)}\n\n"


class Streams:
    """All open pages."""

    def __init__(self) -> None:
        self._open: dict[Stream, None] = {}
        self._closed = False

    def __iter__(self) -> Any:
        """The streams that are open now."""
        return iter(tuple(self._open))

    def __len__(self) -> int:
        """How many pages are open."""
        return len(self._open)

    async def follow(self, stream: Stream) -> AsyncIterator[str]:
        """The messages of one page, until it goes or the server ends."""
        self._open[stream] = None
        try:
            yield "retry: 500\n\n"
            while not self._closed:
                message = await stream.next()
                if not self._closed:
                    yield message
        finally:
            self._open.pop(stream, None)

    def close(self) -> None:
        """End every stream."""
        self._closed = True
        for stream in self:
            stream.send({})
