"""Which files each sheet is made of, told without making it; a test holds this against what rendering gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator import sheets
from generator.model import Site
from generator.render import lists, pages, records, urls
from generator.render.feeds import site_feeds
from generator.render.home import home_page
from generator.render.twins import twin_path

_NO_SITE = Site(title="", base_url="", language="", edition="")
Paths = Callable[[str, Mapping[str, Any], Site], tuple[str, ...]]


def paths_of(function: Callable[..., Any], id: str, case: Mapping[str, Any], shared: Mapping[str, Any]) -> tuple[str, ...]:
    """The files that `function` makes of a case whose page can be shown."""
    return _PATHS[function](id, case, shared.get("site") or case.get("site") or _NO_SITE)


def _article(id: str, _case: Mapping[str, Any], site: Site) -> tuple[str, ...]:
    page = urls.article_path(id)
    return (page, twin_path(page)) if site.exports else (page,)


def _subject(page: str, site: Site) -> tuple[str, ...]:
    twin = (twin_path(page),) if site.exports else ()
    return (page, *twin, page.removesuffix(".html") + ".xml") if site.feeds else (page, *twin)


def _actor(id: str, _case: Mapping[str, Any], site: Site) -> tuple[str, ...]:
    return _subject(urls.actor_path(id), site)


def _country(_id: str, case: Mapping[str, Any], site: Site) -> tuple[str, ...]:
    return _subject(urls.country_path(case["country"].look("slug")), site)


def _articles(_id: str, case: Mapping[str, Any], _site: Site) -> tuple[str, ...]:
    total = max((len(case["cards"]) + lists.PAGE_LENGTH - 1) // lists.PAGE_LENGTH, 1)
    return tuple(urls.index_path("articles", number) for number in range(1, total + 1))


def _map(_id: str, _case: Mapping[str, Any], site: Site) -> tuple[str, ...]:
    return ("sitemap.xml", "robots.txt") if site.base_url else ("robots.txt",)


def _assets(_id: str, case: Mapping[str, Any], _site: Site) -> tuple[str, ...]:
    return tuple("assets/" + path.removeprefix("static/") for path in case["files"])


def _schemas(_id: str, _case: Mapping[str, Any], site: Site) -> tuple[str, ...]:
    return tuple(f"schema/{kind}.json" for kind in ("actor", "article", "country")) if site.exports else ()


def _at(path: Callable[[str], str]) -> Paths:
    return lambda id, _case, _site: (path(id),)


def _named(id: str, _case: Mapping[str, Any], _site: Site) -> tuple[str, ...]:
    return (id,)


_PATHS: dict[Callable[..., Any], Paths] = {
    sheets.article_files: _article,
    sheets.withdrawn_files: _article,
    sheets.actor_files: _actor,
    sheets.country_files: _country,
    sheets.map_of_site: _map,
    sheets.schemas: _schemas,
    sheets.assets: _assets,
    sheets.copy_static: lambda id, case, _site: () if case["taken"] else (id,),
    pages.moved_page: _at(urls.actor_path),
    pages.free_page: _at(urls.page_path),
    pages.method_page: _named,
    pages.not_found_page: _named,
    pages.search_page: _named,
    lists.source_page: _at(urls.source_path),
    lists.topic_page: _at(urls.topic_path),
    lists.sources_index: _at(urls.index_path),
    lists.topics_index: _at(urls.index_path),
    lists.actors_index: lambda _id, _case, _site: (urls.index_path("actors"),),
    lists.countries_index: lambda _id, _case, _site: (urls.index_path("countries"),),
    lists.articles_index: _articles,
    home_page: lambda _id, _case, _site: ("index.html",),
    records.timeline_page: _named,
    records.relations_page: _named,
    records.disputes_page: _named,
    records.changes_page: _named,
    records.ambiguities_page: _named,
    site_feeds: lambda _id, _case, site: ("feed.xml", "feed.json") if site.feeds else (),
}
