"""What a build is asked for, what it made and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from generator.problems import Problem
from generator.publish import Changes
from generator.suggest.disputes import DisputeSuggestion
from generator.suggest.suggestions import Suggestion

Tell = Callable[[str], None]
Progress = Callable[[str, int, int], None]  # a step's name, cases done, cases to do


class Options(msgspec.Struct, frozen=True):
    """What the command line asks of a build."""

    out: str = "site"
    clean: bool = False
    strict: bool = False
    verify: bool = False
    jobs: int = 1
    write: bool = True  # false: check only
    suggest: bool = False  # stop where names are found, and suggest files for them
    as_of: str | None = None
    edition: str | None = None
    since: str | None = None
    base_url: str | None = None
    exports: bool | None = None
    full_text: bool = False  # this machine can make an index of the text
    preview: bool = False  # also drafts, what is under embargo, what was withdrawn
    now: str = ""  # SOURCE_DATE_EPOCH as an ISO date-time, or empty


class PageChange(msgspec.Struct, frozen=True):
    """What a publication did to the key points of one page."""

    page: str
    added: int
    replaced: int
    withdrawn: int
    because: tuple[str, ...]  # articles that brought it about, where that is known


class Built(msgspec.Struct, frozen=True):
    """What the pipeline made of a snapshot."""

    wanted: dict[str, str]  # path -> sha256 of every file of the site
    points: dict[str, tuple[str, ...]]  # subject -> ids of its key points
    left_out: tuple[tuple[str, int], ...]  # why articles were left out, and how many
    articles: int
    strict: bool = False  # brief.yaml asks that warnings fail the build
    suggestions: tuple[Suggestion, ...] = ()
    quarrels: tuple[DisputeSuggestion, ...] = ()
    title: str = ""
    full_text: bool = False
    base_url: str = ""  # where the site will stand
    urls: str = "flat"  # or folders
    stock: Any = None  # what the site shows, for the next build to tell what it changed
    unpublished: dict[str, str] = {}  # file of a page -> why only a preview has it, or why it holds but a notice


class Report(msgspec.Struct, frozen=True):
    """How a build ended."""

    problems: tuple[Problem, ...]
    published: bool  # false where errors stand or nothing was to be written
    stopped: bool = False  # errors stand, or warnings where they count as errors
    changes: Changes = Changes((), (), ())
    full_text: bool = False  # the site's text is to be searched
    pages: int = 0  # pages of the whole site
    files: int = 0  # files of the whole site
    articles: int = 0
    left_out: tuple[tuple[str, int], ...] = ()
    points_added: int | None = None  # None where what was published before is not known
    points_removed: int | None = None
    moved: dict[str, PageChange] = {}  # page -> what became of its points
    ran: dict[str, int] = {}
    reasons: tuple[str, ...] = ()
    unsound: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    quarrels: tuple[DisputeSuggestion, ...] = ()
