"""The whole pipeline on one screen: a snapshot of the project in, the digests of every file of its site out.

Each step goes through the memo, so what did not change is not done again; the stages meet here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import msgspec

from generator.analyse.geography.gazetteer import index_places
from generator.analyse.lexicon import build_lexicon
from generator.articles import analyse_articles, read_articles
from generator.ingredients import Given, Result, Stored
from generator.memo import Memo
from generator.model import Config
from generator.read.actors import read_actor
from generator.read.config import read_config
from generator.read.countries import known_countries, name_country, read_country
from generator.read.disputes import read_dispute
from generator.read.gazetteer import known_places
from generator.read.layout import Layout, lay_out
from generator.read.pages import read_page
from generator.read.references import check_ids, check_references
from generator.read.seats import check_seats
from generator.read.snapshot import Snapshot, SourceFile
from generator.read.sources import read_source
from generator.read.theme_files import theme_files
from generator.render.urls import article_path, file_of
from generator.report import Built, Options
from generator.shortcuts import batch
from generator.site.copies import find_copies
from generator.site.edition import choose_actors, choose_edition, withhold_actors
from generator.site.evidence import gather_evidence
from generator.site.material import NOTHING, Actors, Edition, Found, Material, links_of
from generator.site.press import Press
from generator.site.static import render_static
from generator.site.stock import points_of, take_stock
from generator.site.suggestions import suggest_names, suggest_quarrels
from generator.site.whole import render_site, templates_of
from generator.steps import Later


class _Analysed(msgspec.Struct, frozen=True):
    """The project as far as each article tells it by itself."""

    config: Config
    layout: Layout
    found: Found
    edition: Edition
    contributed: dict[str, Result[Any]]
    fallen: dict[str, Result[Any]]  # of withdrawn articles
    analyses: dict[str, Result[Any]]


def build_site(
    memo: Memo,
    project: Snapshot,
    themes: dict[str, Snapshot],
    options: Options,
    press: Press,
) -> Built:
    """Read, analyse, brief, and render as `press` will have it."""
    config = _read_config(memo, project, options)
    theme_files = _theme(project, themes, config)
    templates = Later(lambda: templates_of(memo, config, theme_files))
    if not options.suggest:
        memo.meanwhile(templates)
    analysed = _analyse_all(memo, project, config, options)
    found, edition = analysed.found, analysed.edition
    left_out, articles = edition.left_out, len(edition.cards)
    if options.suggest:
        _check(memo, found)
        suggestions = suggest_names(memo, found, analysed.analyses, analysed.layout.stems["actors"])
        quarrels = suggest_quarrels(found, edition, analysed.analyses)
        return Built({}, {}, left_out, articles, config.strict, suggestions=suggestions, quarrels=quarrels)
    material = _brief(memo, analysed)
    links = links_of(memo.keeper, material)
    wanted = render_site(press, material, links, templates(), theme_files, analysed.layout.static)
    wanted.update(render_static(press, [project.files[path] for path in analysed.layout.static], wanted))
    shown = points_of(memo.keeper, material)
    points = memo.keeper.over("points", lambda subject: tuple(id for id, _ in shown[subject]), (shown,))
    unpublished = {file_of(article_path(id), config.urls): reason for id, reason in edition.unpublished.items()}
    stock = take_stock(memo.keeper, material, shown, links)
    told = partial(Built, title=config.title, base_url=config.base_url, urls=config.urls, full_text=config.search == "full")
    return told(wanted, points, left_out, articles, config.strict, stock=stock, unpublished=unpublished)


def gather_material(memo: Memo, project: Snapshot, options: Options) -> Material:
    """Everything that pages are made of, without the pages."""
    return _brief(memo, _analyse_all(memo, project, _read_config(memo, project, options), options))


def _brief(memo: Memo, analysed: _Analysed) -> Material:
    config, found, edition, contributed = analysed.config, analysed.found, analysed.edition, analysed.contributed
    evidence = gather_evidence(memo, found, edition, contributed, analysed.fallen, config)
    _check(memo, found)
    memo.problems.extend(find_copies(memo.keeper, found.articles, edition.cards, analysed.layout.articles))
    return Material(config, found, edition, analysed.analyses, contributed, evidence)


def _analyse_all(memo: Memo, project: Snapshot, config: Config, options: Options) -> _Analysed:
    paths = memo.keeper.steady("paths", tuple(project.files))
    layout = memo.keeper.same("layout", lambda: lay_out(paths), paths)
    memo.step(check_ids, "all", paths=memo.keeper.same("given paths", lambda: Given(paths), paths))
    found = _read_metadata(memo, project, layout, config.language)
    actors = choose_actors(memo, found, config)
    index = _index_names(memo, found, actors)
    found = read_articles(memo, project, layout, found, index, config, options)
    edition = choose_edition(memo, found, actors, config, options)
    found = withhold_actors(memo, found, edition)
    return _Analysed(config, layout, found, edition, *analyse_articles(memo, found, edition, index))


def _read_config(memo: Memo, project: Snapshot, options: Options) -> Config:
    file = project.files.get("brief.yaml")
    read = memo.step(read_config, "brief.yaml", path="brief.yaml", data=file or b"")

    def make() -> Config:
        asked = {name: getattr(options, name) for name in ("as_of", "edition", "base_url", "exports", "since")}
        config: Config = read.value
        if config.search == "full" and not options.full_text:
            asked["search"] = "names"
        return msgspec.structs.replace(config, **{name: value for name, value in asked.items() if value is not None})

    return memo.keeper.same("config", make, read)


def _read_metadata(memo: Memo, project: Snapshot, layout: Layout, language: str) -> Found:
    """Every file of content/ but the articles, each by its own step."""
    countries = memo.step(known_countries, "all", language=language)
    known = memo.keeper.same("known countries", lambda: {one.code: one for one in countries.value}, countries)
    files_by_code = {stem: project.files[path] for stem, path in layout.stems["countries"].items() if stem in known}
    plain = memo.keeper.steady("plain countries", tuple(code for code in known if code not in files_by_code))
    named = batch(memo, name_country, lambda code: {"country": known[code]}, (dict.fromkeys(plain),), (known, plain))
    own = batch(
        memo,
        read_country,
        lambda code: {"path": files_by_code[code].path, "data": files_by_code[code], "known": known[code]},
        (files_by_code,),
        (known,),
    )
    both = memo.keeper.same("countries", lambda: dict(sorted({**named, **own}.items())), named, own)
    simple = {
        kind: batch(memo, function, _case_of(sources), (sources,))
        for kind, function in (("actors", read_actor), ("sources", read_source), ("disputes", read_dispute), ("pages", read_page))
        for sources in ({stem: project.files[path] for stem, path in layout.stems[kind].items()},)
    }
    return Found({}, simple["actors"], both, simple["sources"], simple["disputes"], simple["pages"])


def _case_of(sources: Mapping[str, SourceFile]) -> Callable[[str], dict[str, Any]]:
    return lambda stem: {"path": sources[stem].path, "data": sources[stem]}


def _index_names(memo: Memo, found: Found, actors: Actors) -> dict[str, Result[Any]]:
    """Every name that may be linked, and every place that speaks for a country."""

    def namings() -> dict[str, Any]:
        return {"namings": (*actors.namings.values(), *(read.field("naming") for read in found.countries.values()))}

    return {
        "lexicon": memo.once(build_lexicon, namings, actors.namings, found.countries),
        "gazetteer": memo.step(index_places, "all", places=memo.step(known_places, "all")),
    }


def _check(memo: Memo, found: Found) -> None:
    """Mistakes that only show across files."""
    keep = memo.keeper
    kinds = (found.articles, found.actors, found.countries, found.disputes)
    used = [keep.over(f"references {number}", _digest_in(read, "references"), (read,)) for number, read in enumerate(kinds)]
    ids = {
        name: keep.steady(f"ids {name}", tuple(read))
        for name, read in (
            ("actors", found.actors),
            ("countries", found.countries),
            ("sources", found.sources),
            ("articles", found.articles),
        )
    }
    memo.once(check_references, lambda: {"references": _filled(kinds, used), **ids}, *used, *ids.values())
    memo.once(check_seats, lambda: _offices(found.actors), found.actors)


def _digest_in(read: dict[str, Result[Any]], field: str) -> Callable[[str], bytes]:
    return lambda id: read[id].field(field).digest


def _offices(actors: dict[str, Result[Any]]) -> dict[str, Any]:
    read = actors.values()
    return {"namings": tuple(one.field("naming") for one in read), "places": tuple(one.field("places") for one in read)}


def _filled(kinds: tuple[dict[str, Result[Any]], ...], digests: list[dict[str, bytes]]) -> tuple[Stored[Any], ...]:
    """The references of every file that has any."""
    return tuple(
        read[id].field("references")
        for read, known in zip(kinds, digests, strict=True)
        for id, digest in known.items()
        if digest != NOTHING
    )


def _theme(project: Snapshot, themes: dict[str, Snapshot], config: Config) -> dict[str, SourceFile]:
    return theme_files(config.theme, themes, project)
