"""The command line in this process, as the people of the stories use it."""

from __future__ import annotations

import contextlib
import json
import re
import traceback
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from pages import Page
from projects import published

from generator.cli import main

_JOBS = {"build", "check", "suggest", "diff", "impact"}


def brief(root: Path, *arguments: str, status: int = 0) -> Result:
    """Run a command in a project; it must end with this status and without a crash."""
    jobs = ["--jobs", "1"] if arguments[0] in _JOBS else []
    with contextlib.chdir(root):
        done = CliRunner().invoke(main, [*arguments, *jobs], prog_name="brief")
    crashed = done.exception is not None and not isinstance(done.exception, SystemExit)
    assert not crashed, "".join(traceback.format_exception(done.exception)[-3:])
    assert done.exit_code == status, done.output
    return done


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """Paths of files that are not the same in both."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def listed(output: str) -> dict[str, str]:
    """Path -> what `brief build` says of it."""
    return dict(re.findall(r"^[~+-] ([^:\n]+)(?:: (.*))?$", output, re.MULTILINE))


def twin(root: Path, page: str) -> dict[str, Any]:
    """The machine-readable twin of a page, by its path without an ending."""
    found: dict[str, Any] = json.loads((root / f"site/{page}.json").read_text(encoding="utf-8"))
    return found


def words(root: Path, page: str) -> str:
    """The visible words of a page."""
    return Page((root / f"site/{page}.html").read_text(encoding="utf-8")).text


def holding(root: Path, *texts: str) -> set[str]:
    """Published files that hold one of the texts, in their names or bytes."""
    found = published(root).items()
    return {path for path, content in found if any(text in path or text.encode() in content for text in texts)}
