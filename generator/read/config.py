"""Turns brief.yaml into the configuration with every default filled in; a missing file is an empty one."""

from __future__ import annotations

from generator.model import Config
from generator.problems import Problem
from generator.read.actors import read_described


def read_config(path: str, data: bytes) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration; keys that are wrong keep their default. Reports every mistake."""
    # pydantic and its types take a fifth of a second to load: only a build that reads something pays.
    from generator.read.checking import check_fields
    from generator.read.config_fields import BriefingFields, ConfigFields

    document, _, problems = read_described(path, data)
    checked, wrong = check_fields(document, ConfigFields)
    fields = checked or ConfigFields.model_validate({})
    limits = fields.briefing or BriefingFields.model_validate({})
    base_url = fields.base_url or ""
    config = Config(
        title=fields.title,
        base_url=base_url if not base_url or base_url.endswith("/") else base_url + "/",
        language=fields.language,
        time_zone=fields.time_zone,
        theme=fields.theme,
        theme_options=tuple(sorted(fields.theme_options.items())),
        since=fields.since,
        as_of=fields.as_of or "",
        edition=fields.edition,
        key_points=limits.key_points,
        statements=limits.statements,
        timeline=limits.timeline,
        urls=fields.urls,
        feeds=fields.feeds,
        exports=fields.exports,
        search=fields.search,
        publish=fields.publish,
        strict=fields.strict,
    )
    return config, (*problems, *wrong)
