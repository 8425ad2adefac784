"""Published sheets: the page of a thing, and what stands beside it: machine-readable twin, feed, record.

Each function here is one step: what it is handed is all that its files depend on.
"""

from __future__ import annotations

from typing import cast

from generator.brief.abridgement import abridge
from generator.brief.evidence import check_citations
from generator.model import (
    Actor,
    Analysis,
    Body,
    Bounds,
    Briefing,
    Card,
    Changes,
    Citation,
    CitedDispute,
    CitedNote,
    Country,
    CountryRole,
    Extent,
    File,
    Front,
    Holder,
    Link,
    Prose,
    Role,
    Site,
    Span,
    Theme,
    Use,
)
from generator.problems import Location, Problem
from generator.render import urls
from generator.render.article import article_page
from generator.render.briefing_values import Around
from generator.render.feeds import subject_feed
from generator.render.sitemap import robots, sitemap
from generator.render.subjects import actor_page, country_page
from generator.render.twin_schemas import twin_schemas
from generator.render.twins import actor_twin, article_twin, country_twin
from generator.render.words import words_of

DESK = "desk:"  # before a subject: the cites of the desk's own lines on its page
DISPUTE = "dispute:"  # before a dispute's id
RECORD = "record:"  # before a subject: what its page leaves to its record


def article_files(
    site: Site,
    theme: Theme,
    card: Card,
    body: Body,
    analysis: Analysis,
    countries: tuple[CountryRole, ...],
    summary: tuple[Span, ...],
    cites: dict[str, tuple[Citation, ...]],
    links: dict[str, Link],
    source: Link | None,
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """An article's page and twin; every passage that any page cites is held against the text first."""
    found = (
        Use(cite.start, cite.end, cite.text, page.path, page.name)
        for key, passages in cites.items()
        if (page := _citing_page(key, links, theme)) is not None
        for cite in passages
    )
    uses = tuple(sorted(dict.fromkeys(found), key=lambda use: (use.start, use.end, use.page)))
    _, broken = check_citations(article=card.id, path=urls.article_path(card.id), text=body.prose.text, uses=uses)
    files, problems = article_page(
        site=site,
        theme=theme,
        card=card,
        body=body,
        analysis=analysis,
        countries=countries,
        summary=summary,
        uses=uses,
        links=links,
        source=source,
    )
    if site.exports:
        files += article_twin(site=site, card=card, body=body, analysis=analysis, countries=countries, summary=summary, uses=uses)
    return files, (*broken, *problems)


def _citing_page(key: str, links: dict[str, Link], theme: Theme) -> Link | None:
    """The page that shows some cites: a subject's or its record, the desk's own, that of all disputes."""
    link = links.get(key.removeprefix(RECORD))
    if link is None or not key.startswith(RECORD):
        return link
    name = words_of(theme.words).gettext("%(name)s (record)", name=link.name)
    return Link(link.id, name, urls.record_path(link.path), link.kind)


def withdrawn_files(site: Site, theme: Theme, card: Card, source: Link | None) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The notice that remains of a withdrawn article: nothing of its text."""
    body = Body(id=card.id, prose=Prose(), date=card.date, language=card.language, kind=card.kind, rights="metadata")
    return article_files(
        site=site,
        theme=theme,
        card=card,
        body=body,
        analysis=Analysis(),
        countries=(),
        summary=(),
        cites={},
        links={},
        source=source,
    )


def actor_files(
    site: Site,
    theme: Theme,
    actor: Actor,
    briefing: Briefing,
    changes: Changes,
    bounds: Bounds | None,
    extent: Extent,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    cards: dict[str, Card],
    links: dict[str, Link],
    offices: dict[str, tuple[Role, ...]],
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """An actor's page: the whole of a small briefing, the first of each list of a large one."""
    front = abridge(briefing, changes, bounds)
    return actor_page(site, theme, actor, front, Around(extent, notes, disputes, cards, links, offices))


def actor_record(
    site: Site,
    theme: Theme,
    actor: Actor,
    briefing: Briefing,
    changes: Changes,
    extent: Extent,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    cards: dict[str, Card],
    links: dict[str, Link],
    offices: dict[str, tuple[Role, ...]],
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """An actor's record: everything that the page of a large briefing leaves out, and what it shows."""
    whole = Front(briefing, changes, "record")
    return actor_page(site, theme, actor, whole, Around(extent, notes, disputes, cards, links, offices))


def actor_data(
    site: Site,
    actor: Actor,
    briefing: Briefing,
    changes: Changes,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    cards: dict[str, Card],
    offices: dict[str, tuple[Role, ...]],
) -> tuple[File, ...]:
    """An actor's twin and feed; `cards`: of the articles that the key points cite."""
    files: tuple[File, ...] = ()
    if site.exports:
        files = actor_twin(
            site=site, actor=actor, briefing=briefing, changes=changes, notes=notes, disputes=disputes, offices=offices
        )
    path = urls.actor_path(actor.id)
    return files + subject_feed(site=site, name=actor.name, path=path, briefing=briefing, changes=changes, cards=cards)


def country_files(
    site: Site,
    theme: Theme,
    country: Country,
    briefing: Briefing,
    changes: Changes,
    bounds: Bounds | None,
    extent: Extent,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    cards: dict[str, Card],
    links: dict[str, Link],
    holders: tuple[Holder, ...],
    offices: dict[str, tuple[Role, ...]],
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """A country's page; see `actor_files`."""
    front = abridge(briefing, changes, bounds)
    return country_page(site, theme, country, front, Around(extent, notes, disputes, cards, links, offices), holders)


def country_record(
    site: Site,
    theme: Theme,
    country: Country,
    briefing: Briefing,
    changes: Changes,
    extent: Extent,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    cards: dict[str, Card],
    links: dict[str, Link],
    holders: tuple[Holder, ...],
    offices: dict[str, tuple[Role, ...]],
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """A country's record; see `actor_record`."""
    whole = Front(briefing, changes, "record")
    return country_page(site, theme, country, whole, Around(extent, notes, disputes, cards, links, offices), holders)


def country_data(
    site: Site,
    country: Country,
    briefing: Briefing,
    changes: Changes,
    notes: tuple[CitedNote, ...],
    disputes: tuple[CitedDispute, ...],
    cards: dict[str, Card],
    offices: dict[str, tuple[Role, ...]],
) -> tuple[File, ...]:
    """A country's twin and feed; see `actor_data`."""
    files: tuple[File, ...] = ()
    if site.exports:
        files = country_twin(
            site=site, country=country, briefing=briefing, changes=changes, notes=notes, disputes=disputes, offices=offices
        )
    path = urls.country_path(country.slug)
    return files + subject_feed(site=site, name=country.name, path=path, briefing=briefing, changes=changes, cards=cards)


def map_of_site(site: Site, pages: tuple[tuple[str, str], ...]) -> tuple[File, ...]:
    """sitemap.xml and robots.txt."""
    return (*sitemap(site=site, pages=pages), *robots(site=site))


def schemas(site: Site) -> tuple[File, ...]:
    """The twins' JSON Schemas."""
    return twin_schemas() if site.exports else ()


def assets(theme: str, files: dict[str, bytes]) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The theme's static files, below assets/; style sheets and scripts slim, and none that loads from elsewhere."""
    from generator.render.loading import check_styles  # loads Jinja: only for a theme that changed

    styles = [(f"themes/{theme}/{path}", content) for path, content in files.items() if path.endswith(".css")]
    problems = [problem for where, content in styles for problem in check_styles(where, content)]
    made = tuple(File("assets/" + path.removeprefix("static/"), _slim(path, content)) for path, content in files.items())
    return made, tuple(problems)


def _slim(path: str, content: bytes) -> bytes:
    """A style sheet or script as browsers need it; any other file as it is."""
    if path.endswith(".css"):
        from rcssmin import cssmin  # only for a theme that changed

        return cast("bytes", cssmin(content))
    if path.endswith(".js"):
        from rjsmin import jsmin

        return cast("bytes", jsmin(content))
    return content


def copy_static(path: str, data: bytes, taken: str) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """A file of content/static/, as it is; `taken`: the published path, if any, that stands in its way."""
    if not taken:
        return (File(path, data),), ()
    message = f"{taken} is published already" + (", and both cannot stand in one site." if taken != path else ".")
    return (), (Problem(Location(f"content/static/{path}"), message, fix="Rename this file or move it into a folder."),)
