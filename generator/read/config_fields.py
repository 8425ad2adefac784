"""Every key of brief.yaml: the types that check it; described in the JSON Schema in the words that an editor shows."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.read import field_types as types
from generator.read.field_types import Day, Fields, Handling, Text


class BriefingFields(Fields):
    """How much a page shows."""

    key_points: types.Count = Field(8, description="most key points on a page")
    statements: types.Count = Field(40, description="most statements by, and as many about")
    timeline: types.Count = Field(40, description="most timeline entries")


class ConfigFields(Fields):
    """brief.yaml; every key is optional."""

    title: Text = Field("Briefings", description="title of the site")
    base_url: types.BaseUrl | None = Field(
        None, description="absolute address of the site; none: it works at any path and from a folder"
    )
    language: types.Language = Field("en", description="language of the site and of articles that name none")
    time_zone: types.TimeZone = Field("UTC", description="IANA name of the time zone that times are shown in")
    theme: types.ThemeName = Field("desk", description="name of the theme")
    theme_options: dict[str, Text] = Field({}, description="what the theme lets one choose")
    since: types.Since = Field("7 days", description="what changed since: a date, or a period such as 7 days")
    as_of: Day | None = Field(None, description="the site as it could have been known on that day")
    edition: Handling = Field("CLEAR", description="strictest TLP mark to include")
    briefing: BriefingFields | None = Field(None, description="how much a page shows")
    urls: Literal["flat", "folders"] = Field("flat", description="page.html, or page/index.html")
    feeds: types.Truth = Field(True, description="whether feeds are written")
    exports: types.Truth = Field(True, description="whether machine-readable twins are written")
    search: Literal["false", "names", "full"] = Field("names", description="what the search page finds")
    publish: Literal["journal", "exchange"] = Field("journal", description="how the new site takes the old one's place")
    strict: types.Truth = Field(False, description="whether warnings fail the build")
