"""Options that commands have in common, and what is asked of a build by them."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import Any

import click

from generator.cli.terminal import USAGE, fail


def which(command: Any) -> Any:
    """Options that say which site is meant."""
    for option in (
        click.option("--strict", is_flag=True, help="Let warnings fail the build."),
        click.option("--as-of", metavar="DATE", help="The site as it could have been known on that day (YYYY-MM-DD)."),
        click.option("--edition", metavar="MARK", help="The strictest TLP mark to include, for instance GREEN."),
        click.option("--base-url", metavar="URL", help="Where the site will stand; feeds and the sitemap need it."),
        click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes to use. Default: one for each core."),
    ):
        command = option(command)
    return command


def shared(command: Any) -> Any:
    """Options that `build` and `check` have in common."""
    for option in (
        which,
        click.option("--explain", is_flag=True, help="Say for each step that ran which ingredient changed."),
        click.option("--verify", is_flag=True, help="Run every step again and fail if a result differs from the remembered one."),
        click.option("--json", "as_json", is_flag=True, help="Problems and the report as JSON lines on standard output."),
    ):
        command = option(command)
    return command


def asked_of_build(asked: dict[str, Any]) -> dict[str, Any]:
    """The fields of `Options` that options of the command line give; takes `jobs` out of what it is handed."""
    jobs = asked.pop("jobs") or len(os.sched_getaffinity(0))
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdecimal():
        fail("SOURCE_DATE_EPOCH must be a number of seconds.", USAGE)
    try:
        now = datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if epoch else ""
    except (OverflowError, ValueError, OSError):
        fail("SOURCE_DATE_EPOCH lies outside the calendar.", USAGE)
    return {**asked, **_checked(asked), "jobs": jobs, "now": now}


def _checked(asked: dict[str, Any]) -> dict[str, str]:
    """The options that stand in for keys of brief.yaml, held against the very rules of those keys."""
    given = {key: asked[key] for key in ("as_of", "edition", "base_url") if asked[key]}
    if not given:
        return {}
    # pydantic takes 0.1 s to load: only who uses these options pays.
    from generator.read.config import read_config

    config, problems = read_config(path="", data=json.dumps(given).encode())
    if problems:
        fail("\n".join(f"{problem.message} Expected: {problem.expected}." for problem in problems), USAGE)
    return {key: getattr(config, key) for key in given}
