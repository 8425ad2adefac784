"""Between files and open pages: hears that something changed, has it built, tells every open page what concerns it.

The workshop runs in one thread of its own; everything here runs in the server's loop.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from generator.problems import Problem, errors, format_problem, sort_problems
from generator.read.snapshot import FileChangedError
from generator.render.urls import address_of
from generator.serve.answers import version_of
from generator.serve.news import Version, compare, problems_of
from generator.serve.streams import Streams
from generator.serve.workshop import EndedError, Finished, State, Workshop

T = TypeVar("T")
_QUIET = 0.006  # seconds without another event after which a save is taken for complete
_CLOSED = 0.0015  # the same after the file was closed or renamed; another file of one checkout follows sooner
_LONGEST = 0.06  # seconds after which a stream of events is not waited for any longer
_SECOND_LOOK = 1.0  # seconds after the last event until every file is looked at again
_DOUBT = 0.08  # seconds for which a new complaint is held back: many editors empty a file before they fill it
_KEEP = 5.0  # seconds of quiet after which what was learnt is written down
_HEARTBEAT = 10.0  # seconds between looks at every file while pages are open: a network's disk tells nobody of its changes


class Live:
    """The preview as it goes on."""

    def __init__(self, workshop: Workshop, streams: Streams, tell: Callable[[str], None]) -> None:
        """`tell` hears notices and problems."""
        self._workshop, self._streams, self._tell = workshop, streams, tell
        self._bench = ThreadPoolExecutor(1, "workshop")
        self._loop = asyncio.get_running_loop()
        self._touched: dict[str, None] = {}
        self._complete = False  # the last that was heard ended a save
        self._wake = asyncio.Event()
        self._begun = asyncio.Event()
        self._told: State | None = None
        self._told_shown: State | None = None
        self._complained: tuple[Problem, ...] = ()
        self._failure = ""  # what was last told of a refresh that failed

    def touched(self, path: str, complete: bool) -> None:
        """Something happened at a path of the project, where a save came to its end or not; may be called from any thread."""
        self._loop.call_soon_threadsafe(self._note, path, complete)

    def _note(self, path: str, complete: bool = False) -> None:
        self._touched[path], self._complete = None, complete
        self._wake.set()

    async def ready(self) -> None:
        """Wait for the first look at the project."""
        await self._begun.wait()

    async def finished(self, path: str) -> Finished | None:
        """The file at a path of the site as it is shown now."""
        for _ in range(5):
            try:
                return await self._do(lambda: self._workshop.finish(path))
            except FileChangedError:
                self._note("content")
                await asyncio.sleep(0.05)
        return None

    @property
    def shown(self) -> State | None:
        """The site that is shown."""
        return self._workshop.shown

    def unpublished(self, path: str) -> str:
        """Why the article at a path is not published, if it is not."""
        shown = self.shown
        return shown.built.unpublished.get(path, "") if shown is not None else ""

    async def run(self) -> None:
        """Build, then follow the files until cancelled."""
        await self._refresh(None)
        self._begun.set()
        looked, kept = True, False
        while True:
            wait = _HEARTBEAT if looked and kept else _KEEP if looked else _SECOND_LOOK
            if await self._hears(wait):
                await self._settle()
                paths, self._touched = tuple(self._touched), {}
                await self._refresh(paths)
                looked, kept = False, False
            elif not looked:
                looked = await self._refresh(None)
            elif not kept:
                await self._try(self._workshop.keep)
                kept = True
            elif len(self._streams):
                before = self._told
                await self._refresh(None)
                kept = self._told is before

    async def _hears(self, wait: float | None) -> bool:
        """Wait for an event, at most so many seconds."""
        try:
            await asyncio.wait_for(self._wake.wait(), wait)
        except TimeoutError:
            return False
        self._wake.clear()
        return True

    async def _settle(self) -> None:
        """Let a save come to its end."""
        end = time.monotonic() + _LONGEST
        while time.monotonic() < end and await self._hears(_CLOSED if self._complete else _QUIET):
            pass

    async def _refresh(self, paths: tuple[str, ...] | None) -> bool:
        """Build what the files say now, and tell; whether that could be done."""
        state = await self._try(lambda: self._workshop.work(paths))
        if state is None or state is self._told:
            return state is not None
        if paths is not None and self._is_doubtful(state) and await self._hears(_DOUBT):
            self._wake.set()  # what follows tells it, if it still stands then
            return True
        await self._tell_pages()
        self._tell_terminal(state.problems, state.good)
        self._told = state
        return True

    def _is_doubtful(self, state: State) -> bool:
        """Whether a save may only have begun: there is something to complain of that was not there before."""
        told = self._told
        return told is not None and state.problems != told.problems and not set(state.problems) <= set(told.problems)

    async def _tell_pages(self) -> None:
        """What changed, to every open page."""
        now, before = self._workshop.shown, self._told_shown
        if now is None:
            return
        change = await self._do(lambda: compare(before, now)) if before is not None and before is not now else {}
        self._told_shown = now
        versions: dict[str, Version] = {}
        for stream in self._streams:
            if stream.path not in versions:
                versions[stream.path] = await self.version(stream.path)
            stream.send({**self.standing(stream.path), **change, "version": versions[stream.path]})

    async def version(self, path: str) -> Version:
        """What tells whether a page is up to date; None for a page that is gone."""
        finished = await self._try(lambda: self._workshop.finish(path))
        return version_of(finished) if finished is not None else None

    def standing(self, path: str) -> dict[str, Any]:
        """What an open page is to show beside itself: mistakes of the site and its own, and which pages are not published."""
        latest = self._workshop.latest
        whole = latest.problems if latest is not None and not latest.good else ()
        shown = self.shown
        held = (
            {shown.base + address_of(page, shown.built.urls): why for page, why in shown.built.unpublished.items()}
            if shown is not None
            else {}
        )
        return {"problems": problems_of(sort_problems((*whole, *self._workshop.troubles.get(path, ())))), "unpublished": held}

    def _tell_terminal(self, problems: tuple[Problem, ...], good: bool) -> None:
        """Each mistake once, and when all are mended."""
        problems = sort_problems((*problems, *(one for page in self._workshop.troubles.values() for one in page)))
        for problem in problems:
            if problem not in self._complained:
                self._tell(format_problem(problem))
        if not good and problems != self._complained:
            self._tell("The preview shows the site as it was before these mistakes.")
        elif errors(self._complained) and not errors(problems):
            self._tell("No errors.")
        self._complained = problems

    async def _do(self, call: Callable[[], T]) -> T:
        return await self._loop.run_in_executor(self._bench, call)

    async def _try(self, call: Callable[[], T]) -> T | None:
        """Whatever goes wrong is told; the preview goes on."""
        try:
            done = await self._do(call)
        except EndedError:
            pass
        except FileChangedError:
            self._note("content")
        except Exception as error:  # noqa: BLE001 - a preview that dies helps nobody
            failure = f"The preview could not be brought up to date ({type(error).__name__}: {error}); it is tried again."
            if failure != self._failure:  # it is tried every second, and told once
                self._tell(failure)
            self._failure = failure
        else:
            self._failure = ""
            return done
        return None

    def end(self) -> None:
        """Stop building, and let go of whoever waits for it."""
        self._workshop.end()
        self._begun.set()

    def close(self) -> None:
        """End the workshop's thread, so that nobody uses its cache any more."""
        self._bench.shutdown(wait=True, cancel_futures=True)
