"""The one seam for parallel work: a pool of processes that end when the process that started them is gone."""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.forkserver
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from ctypes import c_bool
from multiprocessing import connection
from typing import TypeVar

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


@contextmanager
def executor_of(jobs: int) -> Iterator[Executor | None]:
    """The one seam for parallel work: a process pool, started only when a batch is worth it."""
    if jobs < 2:
        yield None
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_PRELOADED))
    ended: c_bool = context.RawValue(c_bool, False)
    with ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(ended,)) as pool:
        try:
            yield pool
        except BaseException:
            # Whoever pressed Ctrl-C does not wait for what nobody wants. The workers end by themselves: the pool waits for ever
            # for the rest of a result whose sender was killed.
            ended.value = True
            pool.shutdown(cancel_futures=True)
            raise


def make_ready() -> None:
    """Have the program loaded for the pool's processes, while this one still does what must come first."""
    multiprocessing.forkserver.ensure_running()


def _begin(ended: c_bool) -> None:
    """Be a worker, until the build that started it ends or is gone, however it went."""
    _ENDED.append(ended)
    # A terminal's Ctrl-C reaches every process; it is the build's to answer.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*COLLECT)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
