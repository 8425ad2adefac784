"""The pool of processes: whoever ends a build early waits for no more than the case under way."""

from __future__ import annotations

import time
from concurrent.futures import Future
from contextlib import suppress

from generator.workers import UnwantedError, while_wanted, workers_of


def work_through(cases: int) -> list[bytes]:
    """A batch that takes a minute or so, and gives more than a pipe holds."""
    results = []
    for _ in while_wanted(range(cases)):
        time.sleep(0.1)
        results.append(b"." * 100_000)
    return results


def end_early() -> list[Future[list[bytes]]]:
    """A build that is interrupted as soon as a worker works."""
    batches: list[Future[list[bytes]]] = []
    with suppress(KeyboardInterrupt), workers_of(2) as workers:
        assert workers is not None
        batches += [workers.submit(work_through, 600) for _ in range(9)]
        while not batches[0].running():
            time.sleep(0.01)
        raise KeyboardInterrupt
    return batches


def test_workers_stop_at_the_next_case_when_a_build_ends_early() -> None:
    ended = [batch for batch in end_early() if not batch.cancelled()]
    assert [type(batch.exception()) for batch in ended] == [UnwantedError] * len(ended)
    assert 0 < len(ended) < 9
