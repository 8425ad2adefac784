"""A bound on work that must end: wide enough for any machine, far below what work that grows with the square would take."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

BOUND = 60
"""Seconds of processor time; what is bounded takes five at most on a slow machine."""


@contextmanager
def bounded(seconds: int = BOUND) -> Iterator[None]:
    """Let what stands within fail after so many seconds of this process's own time."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"not done after {seconds} seconds of processor time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
