"""The one seam for parallel work: a pool of processes that end when the process that started them is gone."""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.forkserver
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection

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


@contextmanager
def executor_of(jobs: int) -> Iterator[Executor | None]:
    """The one seam for parallel work: a process pool, started only when a batch is worth it."""
    if jobs < 2:
        yield None
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_PRELOADED))
    with ProcessPoolExecutor(jobs, context, initializer=_die_with_parent) as pool:
        try:
            yield pool
        except BaseException:
            # Whoever pressed Ctrl-C does not wait for what nobody wants.
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in multiprocessing.active_children():
                worker.kill()
            raise


def make_ready() -> None:
    """Have the program loaded for the pool's processes, while this one still does what must come first."""
    multiprocessing.forkserver.ensure_running()


def _die_with_parent() -> None:
    """End this worker when the build that started it is gone, however it went."""
    # A terminal's Ctrl-C reaches every process; it is the build's to answer.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*COLLECT)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
