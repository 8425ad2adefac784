"""The whole pipeline on one screen: a snapshot of the project in, the digests of every file of its site out.

Each step goes through the memo, so what did not change is not done again; the stages meet here and nowhere else.
"""

from __future__ import annotations

from typing import Any

import msgspec

from generator.analyse.analysis import analyse
from generator.analyse.geography.gazetteer import index_places
from generator.analyse.lexicon import Gazetteer, Lexicon, NameSlice, build_lexicon, slice_lexicon
from generator.analyse.places import locate
from generator.brief.contributions import contribute
from generator.ingredients import Result
from generator.memo import Memo, Onward
from generator.model import Analysis, Body, Config, Contributed, ReadArticle
from generator.read import snapshot as files
from generator.read.actors import read_actor
from generator.read.articles import read_article
from generator.read.config import read_config
from generator.read.countries import known_countries, name_country, read_country
from generator.read.disputes import read_dispute
from generator.read.edition import leave_out
from generator.read.gazetteer import known_places
from generator.read.ids import id_trouble
from generator.read.pages import read_page
from generator.read.references import check_ids, check_references
from generator.read.seats import check_seats
from generator.read.snapshot import Snapshot, SourceFile
from generator.read.sources import read_source
from generator.report import Built, Options
from generator.site.edition import choose_actors, choose_edition, withhold_actors
from generator.site.evidence import gather_evidence
from generator.site.material import NOTHING, Actors, Edition, Found, Material
from generator.site.press import Press
from generator.site.static import render_static
from generator.site.suggestions import suggest_names
from generator.site.whole import render_site
from generator.trail import Fact, Trail, fact


def build_site(
    memo: Memo,
    project: Snapshot,
    themes: dict[str, Snapshot],
    options: Options,
    press: Press,
) -> Built:
    """Read, analyse, brief, and render as `press` will have it."""
    config = _read_config(memo, project, options)
    memo.step(check_ids, "all", paths=tuple(project.files))
    kinds = _by_kind(project.files)
    found = _read_metadata(memo, kinds)
    actors = choose_actors(memo, found, config)
    index = _index_names(memo, found, actors)
    found = _read_articles(memo, kinds, found, index, config, options)
    edition = choose_edition(found, actors, config, options.now)
    found = withhold_actors(memo, found, edition)
    contributed, analyses = _analyse(memo, found, edition, index)
    if options.suggest:
        _check(memo, found)
        paths = {id: file.path for id, file in _stems(kinds["actors"]).items()}
        suggestions = suggest_names(memo, found, analyses, paths)
        return Built({}, {}, edition.left_out, len(edition.cards), config.strict, suggestions=suggestions)
    evidence = gather_evidence(memo, found, edition, contributed, config)
    _check(memo, found)
    material = Material(config, found, edition, analyses, contributed, evidence)
    wanted = render_site(press, material, _theme(project, themes, config))
    wanted.update(render_static(press, kinds["static"], wanted))
    points = {
        subject: tuple(point.id for point in one.field("briefing").look("key_points"))
        for subject, one in evidence.briefed.items()
    }
    return Built(wanted, points, edition.left_out, len(edition.cards), config.strict, config.base_url)


def _read_config(memo: Memo, project: Snapshot, options: Options) -> Config:
    file = project.files.get("brief.yaml")
    config: Config = memo.step(read_config, "brief.yaml", path="brief.yaml", data=file or b"").value
    asked = {"as_of": options.as_of, "edition": options.edition, "base_url": options.base_url}
    return msgspec.structs.replace(config, **{name: value for name, value in asked.items() if value is not None})


def _read_metadata(memo: Memo, kinds: dict[str, list[SourceFile]]) -> Found:
    """Every file of content/ but the articles, each by its own step."""
    known = {country.code: country for country in memo.step(known_countries, "all").value}
    plain = {code: {"country": country} for code, country in known.items()}
    files_by_code = {stem: file for stem, file in _stems(kinds["countries"]).items() if stem in known}
    countries = memo.steps(name_country, {code: case for code, case in plain.items() if code not in files_by_code})
    own = {code: {"path": file.path, "data": file, "known": known[code]} for code, file in files_by_code.items()}
    countries.update(memo.steps(read_country, own))
    simple = {
        function: memo.steps(function, {stem: {"path": file.path, "data": file} for stem, file in _stems(kinds[kind]).items()})
        for kind, function in (("actors", read_actor), ("sources", read_source), ("disputes", read_dispute), ("pages", read_page))
    }
    return Found(
        articles={},
        actors=simple[read_actor],
        countries=dict(sorted(countries.items())),
        sources=simple[read_source],
        disputes=simple[read_dispute],
        pages=simple[read_page],
    )


def _index_names(memo: Memo, found: Found, actors: Actors) -> dict[str, Result[Any]]:
    """Every name that may be linked, and every place that speaks for a country."""
    namings = (*actors.namings.values(), *(read.field("naming") for read in found.countries.values()))
    return {
        "lexicon": memo.step(build_lexicon, "all", namings=namings),
        "gazetteer": memo.step(index_places, "all", places=memo.step(known_places, "all")),
    }


def _read_articles(
    memo: Memo, kinds: dict[str, list[SourceFile]], found: Found, index: dict[str, Result[Any]], config: Config, options: Options
) -> Found:
    """The articles; many new ones go through reading, analysis and weighing in one trip each."""
    cases = {
        id: {
            "path": text.path,
            "data": text,
            "sidecar_path": sidecar.path if sidecar else "",
            "sidecar": sidecar or b"",
            "language": config.language,
        }
        for id, (text, sidecar) in _article_files(kinds["articles"]).items()
    }
    chosen = {**index, "as_of": config.as_of, "edition": config.edition, "now": options.now}
    onward = Onward(_through_article, (slice_lexicon, analyse, weigh_article), chosen)
    return msgspec.structs.replace(found, articles=memo.steps(read_article, cases, onward=onward))


def _through_article(
    trail: Trail,
    read: Fact[ReadArticle],
    lexicon: Fact[Lexicon],
    gazetteer: Fact[Gazetteer],
    as_of: Fact[str],
    edition: Fact[str],
    now: Fact[str],
) -> None:
    """What `_analyse` will ask for of an article that this edition holds."""
    card = read.value.card
    if leave_out(card=card, as_of=as_of.value, edition=edition.value, now=now.value):
        return
    names = trail.step(slice_lexicon, words=read.field("words"), lexicon=lexicon, gazetteer=gazetteer)
    analysis = trail.step(analyse, body=read.field("body"), names=names)
    title, source = fact(card.title), fact(card.source)
    trail.step(weigh_article, title=title, body=read.field("body"), source=source, analysis=analysis, names=names)


def _by_kind(found: dict[str, SourceFile]) -> dict[str, list[SourceFile]]:
    kinds: dict[str, list[SourceFile]] = {
        kind: [] for kind in ("articles", "actors", "countries", "sources", "disputes", "pages", "static")
    }
    for path, file in found.items():
        parts = path.split("/")
        if parts[0] != "content" or len(parts) < 3 or parts[1] not in kinds:
            continue
        # A name that cannot be an id is reported by check_ids; no page of it could be written everywhere.
        if parts[1] in ("countries", "static") or not id_trouble(_stem(path)):
            kinds[parts[1]].append(file)
    return kinds


def _stems(found: list[SourceFile]) -> dict[str, SourceFile]:
    return {_stem(file.path): file for file in found if file.path.endswith((".yaml", ".md"))}


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _article_files(found: list[SourceFile]) -> dict[str, tuple[SourceFile, SourceFile | None]]:
    """Article id -> its text and its sidecar; ids in order."""
    sidecars = {file.path.removesuffix(".yaml"): file for file in found if file.path.endswith(".yaml")}
    texts = [file for file in found if file.path.endswith((".md", ".txt"))]
    pairs = {_stem(file.path): (file, sidecars.get(file.path.rpartition(".")[0])) for file in texts}
    return dict(sorted(pairs.items()))


def _analyse(
    memo: Memo, found: Found, edition: Edition, index: dict[str, Result[Any]]
) -> tuple[dict[str, Result[Any]], dict[str, Result[Any]]]:
    """Sentences, mentions, quotations, dates and countries of each article, and what each subject gets of it."""
    read = {id: found.articles[id] for id in edition.cards}
    names = memo.steps(slice_lexicon, {id: {"words": one.field("words")} for id, one in read.items()}, index)
    analyses = memo.steps(analyse, {id: {"body": one.field("body"), "names": names[id]} for id, one in read.items()})
    cases = {
        id: {
            "title": edition.cards[id].title,
            "body": one.field("body"),
            "source": edition.cards[id].source,
            "analysis": analyses[id],
            "names": names[id],
        }
        for id, one in read.items()
    }
    return memo.steps(weigh_article, cases), analyses


def weigh_article(title: str, body: Body, source: str, analysis: Analysis, names: NameSlice) -> Contributed:
    """Which countries an article is about, and what it gives to each subject: one step, for the sake of ten thousand."""
    countries = locate(title=title, body=body, analysis=analysis, names=names)
    return msgspec.structs.replace(
        contribute(body=body, source=source, analysis=analysis, countries=countries), countries=countries
    )


def _check(memo: Memo, found: Found) -> None:
    """Mistakes that only show across files."""
    read = (*found.articles.values(), *found.actors.values(), *found.countries.values(), *found.disputes.values())
    used = tuple(references for one in read if (references := one.field("references")).digest != NOTHING)
    ids = {
        "actors": tuple(found.actors),
        "countries": tuple(found.countries),
        "sources": tuple(found.sources),
        "articles": tuple(found.articles),
    }
    memo.step(check_references, "all", references=used, **ids)
    actors = found.actors.values()
    offices = {"namings": tuple(one.field("naming") for one in actors), "places": tuple(one.field("places") for one in actors)}
    memo.step(check_seats, "all", **offices)


def _theme(project: Snapshot, themes: dict[str, Snapshot], config: Config) -> dict[str, SourceFile]:
    builtin = themes.get(config.theme, Snapshot({}, {}, ()))
    return files.theme_files(config.theme, builtin, project)
