"""A published site -> the bundle of its full-text search, made by pagefind's command line and put in place whole.

The bundle is not byte-stable and cannot be renewed in parts. So the manifest does not list it, it is made anew only when a page
changed, and a machine where pagefind cannot run publishes a site without it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.outputs import Place, read_manifest

FOLDER = "pagefind"
_MARK = "brief.txt"  # in the bundle: which pages it was made of; a folder without it is not ours
_LONGEST = 1800  # seconds


def can_index() -> bool:
    """Whether pagefind and its program are installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("pagefind", "pagefind_bin"))


def renew_index(place: Place, wanted: bool) -> None:
    """Make the bundle of the published pages, if it is not the one that stands; remove ours where none is wanted."""
    folder = Path(place.site, FOLDER)
    ours = _mark_of(folder)
    if not wanted:
        if ours:
            shutil.rmtree(folder, ignore_errors=True)
        return
    digest = _digest(read_manifest(Path(place.site)) or {})
    if ours == digest or (folder.exists() and not ours):
        return
    made = Path(place.aside, FOLDER)
    shutil.rmtree(made, ignore_errors=True)
    with suppress(OSError, subprocess.SubprocessError):
        _run(place.site, made)
        (made / _MARK).write_text(digest + "\n", encoding="ascii")
        old = Path(place.aside, f"{FOLDER}.old")
        shutil.rmtree(old, ignore_errors=True)
        if folder.exists():
            folder.rename(old)
        made.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
        return
    # An old bundle would find what is no longer published.
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(made, ignore_errors=True)


def _run(site: str, target: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", site, "--output-path", str(target), "--silent"]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    subprocess.run(command, check=True, timeout=_LONGEST, capture_output=True, stdin=subprocess.DEVNULL, env=plain)  # noqa: S603 - no word of it comes from content


def _mark_of(folder: Path) -> str:
    try:
        return (folder / _MARK).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _digest(manifest: Mapping[str, str]) -> str:
    """One digest of all pages."""
    pages = "\n".join(f"{path} {sha}" for path, sha in sorted(manifest.items()) if path.endswith(".html"))
    return hashlib.sha256(pages.encode()).hexdigest()
