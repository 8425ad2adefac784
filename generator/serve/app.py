"""Requests into answers: who may ask, which file is meant, what is sent.

A request names a key of the site's table of files, or nothing: no path of a request ever reaches the file system.
"""

from __future__ import annotations

import importlib.resources
from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from generator.serve.answers import COMMON, HOOK, answer, refusal, with_script
from generator.serve.guard import is_own_host, is_own_request
from generator.serve.live import Live
from generator.serve.streams import Stream, Streams

_STREAM = HOOK + "events"
# What stands where a page could not be made yet; the script shows why, and the page when it is made.
_UNMADE = (
    b"<!doctype html>\n<html lang=en>\n<title>Not made</title>\n"
    b"<body>\n<p>This page cannot be made; the terminal says why.</p>\n</body>\n"
)
_MOST_STREAMS = 1000


class Preview:
    """The site over HTTP."""

    def __init__(self, live: Live, streams: Streams, names: frozenset[str]) -> None:
        """`names`: under which this server may be asked, besides its own address."""
        self._live, self._streams, self._names = live, streams, names
        self._script = (importlib.resources.files(__package__) / "live.js").read_text(encoding="utf-8")
        routes = [
            Route(_STREAM, self._events),
            Route(HOOK + "live.js", self._live_script),
            Route("/{path:path}", self._page),
        ]
        self.app = Starlette(routes=routes)

    def _refuses(self, request: Request, stream: bool = False) -> Response | None:
        """Why a request gets nothing, if it does."""
        local, port = request.scope["server"]
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or not is_own_host(hosts[0], port, local, self._names):
            return refusal(400, "This is not the name of this server.")
        if not is_own_request(request.headers, f"http://{hosts[0]}", stream):
            return refusal(403, "Pages of other sites get nothing here.")
        return None

    async def _events(self, request: Request) -> Response:
        """The stream that keeps one page right."""
        refused = self._refuses(request, stream=True)
        if refused is not None:
            return refused
        if len(self._streams) >= _MOST_STREAMS:
            return refusal(503, "Too many pages are open.")
        await self._live.ready()
        path = self._file_of(request.query_params.get("page", ""))
        stream = Stream(path)
        version = await self._live.version(path)
        stream.send({**self._live.standing(path), "version": version})
        headers = {**COMMON, "Cache-Control": "no-store"}
        return StreamingResponse(self._streams.follow(stream), 200, headers, "text/event-stream")

    async def _live_script(self, request: Request) -> Response:
        return self._refuses(request) or PlainTextResponse(self._script, 200, COMMON, "text/javascript; charset=utf-8")

    async def _page(self, request: Request) -> Response:
        refused = self._refuses(request)
        if refused is not None:
            return refused
        await self._live.ready()
        shown = self._live.shown
        if shown is None:
            return refusal(503, "The preview ended before there was a page.")
        asked, base = request.url.path, self._base()
        if asked == "/" and base != "/":
            return RedirectResponse(base, 307, COMMON)
        if asked.startswith(HOOK) or not asked.startswith(base):
            return await self._missing(request.headers)
        path, wanted = self._file_of(asked), shown.built.wanted
        if path not in wanted and f"{path}/index.html" in wanted:
            return RedirectResponse(f"{base}{path}/", 307, COMMON)
        path = f"{path}.html" if path not in wanted and f"{path}.html" in wanted else path
        finished = await self._live.finished(path)
        if finished is not None:
            return answer(finished, request.headers, unpublished=self._live.unpublished(path))
        if path in wanted:
            return HTMLResponse(with_script(_UNMADE, "none"), 500, COMMON)
        return await self._missing(request.headers)

    async def _missing(self, headers: Mapping[str, str]) -> Response:
        page = await self._live.finished("404.html")
        return answer(page, headers, 404) if page is not None else refusal(404, "There is no such page.")

    def _base(self) -> str:
        """The folder that the site's address names, "/" for none."""
        shown = self._live.shown
        return shown.base if shown is not None else "/"

    def _file_of(self, asked: str) -> str:
        """The path within the site that an address means."""
        path = asked.removeprefix(self._base()).lstrip("/") if asked.startswith(self._base()) else asked.lstrip("/")
        return f"{path}index.html" if not path or path.endswith("/") else path
