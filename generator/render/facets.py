"""What a page is sorted by where the full text is searched; one rule: only a site that is searched so carries it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Site

Facets = tuple[tuple[str, str], ...]


def facets_of(site: Site, kind: str, countries: Iterable[str], source: str = "", year: str = "") -> Facets:
    """Kind, countries, source and year, as far as they are known, in the words of the page."""
    if site.search != "full":
        return ()
    found = [("kind", kind), *(("country", country) for country in countries), ("source", source), ("year", year)]
    return tuple((name, value) for name, value in found if value)
