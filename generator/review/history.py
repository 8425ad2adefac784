"""A revision of the project, as git keeps it, into a snapshot; git is only asked for what it holds, never for the network."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.read.snapshot import HeldFile, Snapshot

_READ = ("brief.yaml", "content/")
_LINK = "120000"  # mode of a symbolic link: what it points to is not in the revision


class HistoryError(Exception):
    """The revision cannot be had; the message says why."""


def snapshot_at(root: Path, revision: str) -> Snapshot:
    """The project's files at a revision of the repository that it stands in."""
    _git(root, "rev-parse", "--show-toplevel")
    named = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    entries = [line for line in _git(root, "ls-tree", "-r", "-z", named).split(b"\0") if line]
    wanted: list[tuple[str, str]] = []
    for entry in entries:
        about, _, name = entry.partition(b"\t")
        mode, kind, blob = about.decode().split()
        path = name.decode("utf-8", "surrogateescape")
        if kind == "blob" and mode != _LINK and path.startswith(_READ):
            wanted.append((path, blob))
    files = {path: HeldFile(path, content) for path, content in _contents(root, wanted)}
    return Snapshot(dict(sorted(files.items())), {}, ())


def _contents(root: Path, wanted: list[tuple[str, str]]) -> list[tuple[str, bytes]]:
    """The bytes of some blobs, in one question to git."""
    asked = "".join(f"{blob}\n" for _, blob in wanted).encode()
    answer, at, found = _git(root, "cat-file", "--batch", given=asked), 0, []
    for path, _ in wanted:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[-1])
        found.append((path, answer[end + 1 : end + 1 + size]))
        at = end + size + 2
    return found


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - no shell; what the user names stands behind --end-of-options
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the user's own git
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        message = f"git cannot be run ({error.strerror or error}): a revision can only be read where it is installed."
        raise HistoryError(message) from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        message = told[0] if told else "git knows no such revision."
        raise HistoryError(message)
    return done.stdout
