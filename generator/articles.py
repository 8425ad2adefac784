"""Ten thousand articles, each by itself: read, found to hold some names, analysed, weighed for each subject.

What no article has in common with another is here, so that to edit one is to go through these steps once.
"""

from __future__ import annotations

from typing import Any

import msgspec

from generator.analyse.analysis import analyse
from generator.analyse.geography.datelines import printed_dateline
from generator.analyse.lexicon import Gazetteer, Lexicon, NameSlice, slice_lexicon
from generator.analyse.places import locate
from generator.brief.contributions import contribute
from generator.ingredients import Given, Result
from generator.memo import Memo
from generator.model import Analysis, Body, Card, Config, Contributed, ReadArticle
from generator.read.articles import read_article
from generator.read.edition import leave_out
from generator.read.layout import Layout
from generator.read.snapshot import Snapshot
from generator.report import Options
from generator.shortcuts import batch, cut_from
from generator.site.material import Edition, Found
from generator.site.naming import spare_slices
from generator.steps import Onward
from generator.trail import Fact, Trail, fact


def read_articles(
    memo: Memo,
    project: Snapshot,
    layout: Layout,
    found: Found,
    index: dict[str, Result[Any]],
    config: Config,
    options: Options,
) -> Found:
    """The articles; many new ones go through reading, analysis and weighing in one trip each."""
    texts = {id: project.files[text] for id, (text, _) in layout.articles.items()}
    sidecars = {id: project.files[sidecar] for id, (_, sidecar) in layout.articles.items() if sidecar}

    none, language = (Given(""), Given(b"")), Given(config.language)

    def case(id: str) -> dict[str, Any]:
        sidecar = sidecars.get(id)
        return {
            "path": texts[id].path,
            "data": texts[id],
            "sidecar_path": sidecar.path if sidecar else none[0],
            "sidecar": sidecar or none[1],
            "language": language,
        }

    chosen = {**index, "as_of": config.as_of, "edition": config.edition, "now": options.now, "preview": options.preview}
    onward = Onward(_through_article, (slice_lexicon, analyse, weigh_article), chosen)

    def key(ids: list[str]) -> bytes:
        given = [texts[id] for id in ids] + [sidecars[id] for id in ids if id in sidecars]
        paths = "\0".join([file.path for file in given])  # none of which holds a NUL or is empty
        return paths.encode() + b"\0\0" + language.digest + b"".join([file.digest for file in given])

    articles = batch(memo, read_article, case, (texts, sidecars), (config.language,), onward=onward, key=key)
    return msgspec.structs.replace(found, articles=articles)


def _through_article(
    trail: Trail,
    read: Fact[ReadArticle],
    lexicon: Fact[Lexicon],
    gazetteer: Fact[Gazetteer],
    as_of: Fact[str],
    edition: Fact[str],
    now: Fact[str],
    preview: Fact[bool],
) -> None:
    """What `analyse_articles` will ask for of an article that this edition holds."""
    card = read.value.card
    if leave_out(card=card, as_of=as_of.value, edition=edition.value, now=now.value, preview=preview.value):
        return
    names = trail.step(slice_lexicon, words=read.field("words"), lexicon=lexicon, gazetteer=gazetteer)
    analysis = trail.step(analyse, body=read.field("body"), names=names)
    title, source = fact(card.title), fact(card.source)
    trail.step(weigh_article, title=title, body=read.field("body"), source=source, analysis=analysis, names=names)


def analyse_articles(
    memo: Memo, found: Found, edition: Edition, index: dict[str, Result[Any]]
) -> tuple[dict[str, Result[Any]], dict[str, Result[Any]], dict[str, Result[Any]]]:
    """Sentences, mentions, quotations, dates and countries of each article, and what each subject gets of it.

    Of articles that were withdrawn only what each subject got of them before, the second of the three.
    """
    keep, articles = memo.keeper, found.articles
    cards = keep.same("known cards", lambda: {**edition.cards, **edition.withdrawn}, edition.cards, edition.withdrawn)
    spare_slices(memo, articles, index)
    names = batch(
        memo,
        slice_lexicon,
        lambda id: {"words": articles[id].field("words")},
        (cards, articles),
        shared=index,
        key=cut_from(articles),
    )
    analyses = batch(
        memo,
        analyse,
        lambda id: {"body": articles[id].field("body"), "names": names[id]},
        (cards, articles, names),
        key=cut_from(articles, names),
    )

    def case(id: str) -> dict[str, Any]:
        return {
            "title": cards[id].title,
            "body": articles[id].field("body"),
            "source": cards[id].source,
            "analysis": analyses[id],
            "names": names[id],
        }

    key = cut_from(edition.given, articles, names, analyses)
    contributed = batch(memo, weigh_article, case, (cards, articles, names, analyses), key=key)
    if not edition.withdrawn:
        return contributed, {}, analyses

    def only(name: str, results: dict[str, Result[Any]], wanted: dict[str, Card]) -> dict[str, Result[Any]]:
        return keep.same(name, lambda: {id: results[id] for id in wanted}, results, wanted)

    fallen = only("fallen", contributed, edition.withdrawn)
    return only("contributed", contributed, edition.cards), fallen, only("analyses", analyses, edition.cards)


def weigh_article(title: str, body: Body, source: str, analysis: Analysis, names: NameSlice) -> Contributed:
    """Which countries an article is about, and what it gives to each subject: one step, for the sake of ten thousand."""
    countries = locate(title=title, body=body, analysis=analysis, names=names)
    offices = tuple((seat.entity, seat.office, seat.of, seat.start, seat.end) for seat in names.seats)
    kinds = {one.entity: one.kind for one in names.known}
    line = printed_dateline(body.prose)
    begun = line.end if line is not None else 0
    told = msgspec.structs.replace(analysis, dates=tuple(date for date in analysis.dates if date.start >= begun))
    given = contribute(
        body=body, source=source, analysis=told, countries=countries, offices=offices, kinds=kinds, story_start=begun
    )
    return msgspec.structs.replace(given, countries=countries)
