"""Says why a word cannot be the id of a page: its shape, its length, or a name that the site or an operating system keeps.

The rule is the same for file stems, and for topics and publishers that have a page without a file.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST_ID = 120  # code points: with any ending it fits every file system's 255 bytes
ID = re.compile(r"[a-z0-9-]+")
_INDEX = re.compile(r"index(?:-\d+)?")  # index.html and its further pages
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(10))}


@lru_cache(maxsize=1 << 16)  # a preview asks for the same names at every save
def id_trouble(id: str) -> str:
    """Why this cannot be an id, as the end of a sentence; empty if it can."""
    if not ID.fullmatch(id):
        return "holds more than lower-case letters a to z, digits and hyphens"
    if len(id) > LONGEST_ID:
        return f"is longer than {LONGEST_ID} characters"
    if _INDEX.fullmatch(id):
        return "is kept for the site's own lists"
    if id in _DEVICES:
        return "is the name of a device on some systems"
    return ""
