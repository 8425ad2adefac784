"""The pool of processes: whoever ends a build early waits for no more than the case under way."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

from projects import build, write

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


def test_a_build_with_nothing_to_do_loads_nothing_that_runs_processes(tmp_path: Path) -> None:
    write(tmp_path / "content/articles/note.txt", "The council of Kenya met in Nairobi.\n")
    build(tmp_path)
    told = "import sys; from generator.cli import main; main(standalone_mode=False); print('multiprocessing' in sys.modules)"
    again = subprocess.run(
        [sys.executable, "-c", told, "build", "--jobs", "2"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert again.stdout.split()[-1] == "False"
    assert "Nothing changed" in again.stderr + again.stdout
