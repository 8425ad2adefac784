"""Turns a finished page and the cites its model demands into problems; one rule: a theme cannot drop evidence.

The links are counted in the HTML itself. Content cannot fake one: its quotation marks are escaped, so the attribute below can
only come from `citing`.
"""

from __future__ import annotations

import re
from collections import Counter

from generator.model import Theme
from generator.problems import Location, Problem

_CITE = re.compile(r' data-cite="([^":]+:\d+:\d+)"')
_POLICY = "default-src &#39;none&#39;"  # how every page's content policy begins
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def check_cites(html: str, path: str, required: dict[str, int], theme: Theme) -> tuple[Problem, ...]:
    """An error if a cite that the page's model holds is missing from its HTML; cites inside an HTML comment do not count."""
    if not required:
        return ()
    found = Counter(_CITE.findall(_COMMENT.sub("", html) if "<!--" in html else html))
    missing = {key: count - found[key] for key, count in required.items() if found[key] < count}
    if not missing:
        return ()
    total, lost = sum(required.values()), sum(missing.values())
    first = min(missing)
    shown = f"theme {theme.name} shows only {total - lost} of them; the first missing is {first}"
    message = f"The page {path} holds {total} citations, but {shown}."
    return (
        Problem(
            Location(path),
            message,
            expected="a link with data-cite for every citation of the page",
            fix=f"Print `cites` beside each line in the templates of theme {theme.name}.",
        ),
    )


def check_policy(html: str, path: str, theme: Theme) -> tuple[Problem, ...]:
    """An error if a page lacks the content policy, which keeps it from loading anything from elsewhere."""
    if _POLICY in html:
        return ()
    fix = 'Put <meta http-equiv="Content-Security-Policy" content="{{ policy }}"> into the head of base.html.'
    return (Problem(Location(path), f"The page {path} of theme {theme.name} lacks the content policy.", fix=fix),)
