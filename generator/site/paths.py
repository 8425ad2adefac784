"""Which files each sheet is made of, told without making it; a test holds this against what rendering gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator import sheets
from generator.model import Site
from generator.render import changes, lists, pages, records, urls
from generator.render.feeds import site_feeds
from generator.render.finder import NAMES, names_file
from generator.render.home import home_page
from generator.render.paging import cut
from generator.render.twins import twin_path

ByName = Callable[[str, Any, Site], tuple[str, ...]]  # of the id and what goes with it
ByCase = Callable[[Mapping[str, Any], Site], tuple[str, ...]]


def files_by_name(function: Callable[..., Any]) -> ByName | None:
    """What tells the files that `function` makes, where the ids are enough; None where it takes the whole case."""
    told = _BY_NAME.get(function)
    return told and (lambda id, given, site: _published(told(id, given, site), site))


def files_by_case(function: Callable[..., Any], case: Mapping[str, Any], site: Site) -> tuple[str, ...]:
    """The files that `function` makes of a case."""
    return _BY_CASE[function](case, site)


def _published(paths: tuple[str, ...], site: Site) -> tuple[str, ...]:
    """The files of site paths."""
    return tuple(urls.file_of(path, site.urls) for path in paths)


def _article(id: str, _card: Any, site: Site) -> tuple[str, ...]:
    page = urls.article_path(id)
    return (page, twin_path(page)) if site.exports else (page,)


def _subject(_id: str, page: Any, _site: Site) -> tuple[str, ...]:
    return (page.path,)


def _data(_id: str, page: Any, site: Site) -> tuple[str, ...]:
    twin = (twin_path(page.path),) if site.exports else ()
    return (*twin, page.path.removesuffix(".html") + ".xml") if site.feeds else twin


def _record(_id: str, page: Any, _site: Site) -> tuple[str, ...]:
    return (urls.record_path(page.path),)


def _articles(case: Mapping[str, Any], site: Site) -> tuple[str, ...]:
    pages = cut(case["cards"], lists.PAGE_LENGTH)
    return _published(tuple(urls.index_path("articles", number) for number, _ in enumerate(pages, 1)), site)


def _timeline(case: Mapping[str, Any], site: Site) -> tuple[str, ...]:
    pages = cut(case["entries"], records.TIMELINE_LENGTH)
    return _published(tuple(urls.timeline_path(number) for number, _ in enumerate(pages, 1)), site)


def _assets(case: Mapping[str, Any], _site: Site) -> tuple[str, ...]:
    return tuple("assets/" + path.removeprefix("static/") for path in case["files"])


def _map(_id: str, site: Site, _site: Site) -> tuple[str, ...]:
    return ("sitemap.xml", "robots.txt") if site.base_url else ("robots.txt",)


def _schemas(_id: str, site: Site, _site: Site) -> tuple[str, ...]:
    return tuple(f"schema/{kind}.json" for kind in ("actor", "article", "country")) if site.exports else ()


def _at(path: Callable[[str], str]) -> ByName:
    return lambda id, _given, _site: (path(id),)


def _always(*paths: str) -> ByName:
    return lambda _id, _given, _site: paths


def _named(id: str, _given: Any, _site: Site) -> tuple[str, ...]:
    return (id,)


_BY_NAME: dict[Callable[..., Any], ByName] = {
    sheets.article_files: _article,
    sheets.withdrawn_files: _article,
    sheets.actor_files: _subject,
    sheets.country_files: _subject,
    sheets.actor_data: _data,
    sheets.country_data: _data,
    sheets.actor_record: _record,
    sheets.country_record: _record,
    sheets.map_of_site: _map,
    sheets.schemas: _schemas,
    pages.moved_page: _at(urls.actor_path),
    pages.free_page: _at(urls.page_path),
    pages.method_page: _named,
    pages.not_found_page: _named,
    pages.search_page: _named,
    lists.source_page: _at(urls.source_path),
    lists.topic_page: _at(urls.topic_path),
    lists.sources_index: _at(urls.index_path),
    lists.topics_index: _at(urls.index_path),
    lists.actors_index: _always(urls.index_path("actors")),
    lists.countries_index: _always(urls.index_path("countries")),
    home_page: _always("index.html"),
    records.relations_page: _named,
    records.disputes_page: _named,
    changes.changes_page: _named,
    records.ambiguities_page: _named,
    names_file: _always(NAMES),
    site_feeds: lambda _id, _given, site: ("feed.xml", "feed.json") if site.feeds else (),
}
_BY_CASE: dict[Callable[..., Any], ByCase] = {
    sheets.assets: _assets,
    sheets.copy_static: lambda case, _site: () if case["taken"] else (case["path"],),
    lists.articles_index: _articles,
    records.timeline_page: _timeline,
}
