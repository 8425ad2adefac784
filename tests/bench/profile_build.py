"""Where a clean build spends its processor time, step by step, in one process.

python tests/bench/profile_build.py PROJECT      builds PROJECT anew (its cache and site are made afresh) and prints a table
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator import trace, trail
from generator.project import run_build
from generator.report import Options


def main(root: Path) -> None:
    """Build with every case of every step timed."""
    spent: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    begun = [0.0]

    def chunk(function: Callable[..., Any], common: trace.Common, keep: Any, load: list[trace.Case]) -> list[trace.Done]:
        begun[0] = time.process_time()
        return run_chunk(function, common, keep, load)

    def journey(first: Callable[..., Any], *rest: Any) -> list[list[trail.Made]]:
        begun[0] = time.process_time()
        return run_journey(first, *rest)

    def finish(id: str, signature: trace.Signature, *rest: Any) -> Any:
        made = finished(id, signature, *rest)
        now = time.process_time()
        spent[signature.name] += now - begun[0]
        cases[signature.name] += 1
        begun[0] = now
        return made

    run_chunk, run_journey, finished = trace.run_chunk, trail.run_journey, trace.finish
    trace.run_chunk, trail.run_journey, trace.finish = chunk, journey, finish
    start = time.process_time()
    report = run_build(root, Options(clean=True), print, lambda _name, _done, _total: None)
    whole = time.process_time() - start
    print(f"{report.articles} articles, {report.pages} pages, {whole:.2f} s of processor time")
    print(f"{'step':24}{'cases':>8}{'s':>9}{'ms a case':>11}{'share':>8}")
    for name, seconds in spent.most_common(14):
        print(f"{name:24}{cases[name]:8}{seconds:9.3f}{seconds / cases[name] * 1000:11.3f}{seconds / whole:8.0%}")
    rest = whole - sum(spent.values())
    print(f"{'keys, cache, publishing':24}{'':8}{rest:9.3f}{'':11}{rest / whole:8.0%}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
