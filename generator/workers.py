"""The one seam for parallel work: a pool of processes that end when the process that started them is gone."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from ctypes import c_bool
    from multiprocessing.context import ForkServerContext

T = TypeVar("T")

# Values are trees without cycles, made by the hundred thousand: looking for cycles among them took a fifth of a build's time
# (10,000 articles, 2026-11-23), so the collector looks rarely.
COLLECT = (500_000, 20, 20)
# What the stages load only when it is needed, workers need at once: loaded here, once for all of them.
_PRELOADED = (
    "generator.build",
    "generator.read.fields",
    "generator.read.prose",
    "generator.render.templates",
    "markdown_it",
)
_ENDED: list[c_bool] = []  # in a worker: whether nobody wants its results any more; shared with the process that started it


class UnwantedError(Exception):
    """The build that wanted a worker's results ended."""


def while_wanted(cases: Iterable[T]) -> Iterator[T]:
    """Cases one by one, until nobody wants their results any more."""
    for case in cases:
        if any(ended.value for ended in _ENDED):
            raise UnwantedError
        yield case


class Workers:
    """A pool of processes that starts when something is first given to it: most builds leave nothing to it.

    To load what runs processes took a sixth of a build with nothing to do (10,000 articles, 2026-11-27): it happens here alone.
    """

    def __init__(self, jobs: int) -> None:
        """At most `jobs` processes."""
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._ended: c_bool | None = None

    def submit(self, function: Callable[..., T], /, *given: Any) -> Future[T]:
        """Have a process call a function that its module can be asked for."""
        if self._pool is None:
            self._pool = self._start()
        return self._pool.submit(function, *given)

    def make_ready(self) -> None:
        """Have the program loaded for the processes, while this one still does what must come first."""
        from multiprocessing import forkserver

        self._context()
        forkserver.ensure_running()

    def end(self) -> None:
        """Wait until all is done."""
        if self._pool is not None:
            self._pool.shutdown()

    def abandon(self) -> None:
        """Wait for no more than the cases under way.

        The processes end by themselves: a pool waits for ever for the rest of a result whose sender was killed.
        """
        if self._pool is not None and self._ended is not None:
            self._ended.value = True
            self._pool.shutdown(cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor
        from ctypes import c_bool

        context = self._context()
        self._ended = ended = context.RawValue(c_bool, False)
        return ProcessPoolExecutor(self._jobs, context, initializer=_begin, initargs=(ended,))

    def _context(self) -> ForkServerContext:
        import multiprocessing

        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(_PRELOADED))
        return context


@contextmanager
def workers_of(jobs: int) -> Iterator[Workers | None]:
    """The one seam for parallel work; None where this process does everything itself."""
    if jobs < 2:
        yield None
        return
    workers = Workers(jobs)
    try:
        yield workers
    except BaseException:
        # Whoever pressed Ctrl-C does not wait for what nobody wants.
        workers.abandon()
        raise
    workers.end()


def _begin(ended: c_bool) -> None:
    """Be a worker, until the build that started it ends or is gone, however it went."""
    from multiprocessing import parent_process

    _ENDED.append(ended)
    # A terminal's Ctrl-C reaches every process; it is the build's to answer.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*COLLECT)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    from multiprocessing import connection

    connection.wait([sentinel])
    os._exit(1)
