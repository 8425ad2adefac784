"""brief.yaml, checked."""

from __future__ import annotations

from generator.model.base import Value


class Config(Value, frozen=True, array_like=True):
    """brief.yaml, checked, with every default filled in."""

    title: str = "Briefings"
    base_url: str = ""  # absolute, ending in a slash; empty: the site works at any path
    language: str = "en"  # BCP 47
    time_zone: str = "UTC"
    theme: str = "desk"
    theme_options: tuple[tuple[str, str], ...] = ()
    since: str = "7 days"
    as_of: str = ""  # ISO date; empty: the newest article's date
    edition: str = "CLEAR"  # strictest TLP mark that is included
    key_points: int = 8  # most key points on a page
    statements: int = 40  # most statements, by and about each
    timeline: int = 40  # most timeline entries
    urls: str = "flat"
    feeds: bool = True
    exports: bool = True
    search: str = "names"
    publish: str = "journal"
    strict: bool = False
