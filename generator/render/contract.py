"""Turns the pages' values into what a theme may rely on: for each template the names it gets, with their types and meanings.

Rule: a page gives no other name, and a theme that asks for one is refused. Texts are in the site's language, addresses relative.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

from markupsafe import Markup

from generator.model import Card, Measure, Site, Source
from generator.render.article import Sentence, Unsure
from generator.render.briefing_values import Share
from generator.render.change_views import PageNews
from generator.render.changes import Correction, Told
from generator.render.charts.bands import Bands
from generator.render.charts.ego import Ego
from generator.render.charts.months import Coverage
from generator.render.charts.net import Net
from generator.render.charts.world import World
from generator.render.choices import Choice
from generator.render.citing import Note
from generator.render.frame import Head, Named, Where
from generator.render.home import News
from generator.render.lists import Item
from generator.render.paging import Stretch
from generator.render.records import Bond, Unlinked
from generator.render.subject_views import Entry, Point, Quarrel, Row, Said, Tie, Topic
from generator.render.tenures import Term
from generator.render.urls import Href


class EveryPage(TypedDict):
    """What every template gets."""

    site: Site
    options: dict[str, str]  # theme_options of brief.yaml
    page: Head
    root: str  # what leads to the site's root: empty, or `../` for each folder; goes before files
    to: Callable[[str], Href]  # the address of a page, `to('method.html')`, in whichever layout the site has
    policy: str  # the content policy; belongs into the head of every page
    direction: str  # ltr | rtl
    mark: str  # the page's TLP mark
    canonical: str  # absolute address; empty without base_url
    navigation: list[Where]
    footer: list[Where]  # the lesser pages


class Subject(TypedDict):
    """What actor.html and country.html get alike."""

    name: str
    kind: str
    bottom_line: Point | None
    changes: PageNews
    points: tuple[Point, ...]  # without the bottom line
    point_topics: int  # how many topics the points are grouped by
    disputes: tuple[Quarrel, ...]
    statements: tuple[Said, ...]  # by the subject, or by a country's officials; newest first
    statements_about: tuple[Said, ...]
    positions: tuple[Topic, ...]
    timeline: tuple[tuple[str, tuple[Entry, ...]], ...]  # year and events
    structural: tuple[Tie, ...]  # belonging and office
    interactions: tuple[Tie, ...]  # dealings
    together: tuple[Tie, ...]  # named together, and no more
    articles: tuple[Row, ...]  # those about the subject first
    article_count: int
    about_count: int
    origins: int  # independent origins
    publishers: int
    first: str  # date of the first article
    last: str  # date of the newest
    ambiguous: int  # names left unlinked that could mean the subject
    grades: tuple[str, ...]
    languages: tuple[str, ...]
    coverage: Coverage | None
    months: tuple[tuple[str, int], ...]  # the rows of the picture of coverage
    peak: str  # month with the most articles
    bands: Bands | None
    ego: Ego | None
    native_names: tuple[tuple[str, str], ...]  # name and its language, which may be empty
    also: tuple[str, ...]  # other names
    background: Markup  # the desk's own text
    notes: tuple[Note, ...]
    record: Href  # address of the record, where the page leaves something to it
    shares: dict[str, Share]  # by section: what the page shows of a list that it does not show whole
    brief: Href  # on the record: address of the briefing; empty on the briefing itself


class ActorPage(Subject):
    """actor.html."""

    contested: bool  # an armed group, whose name may say otherwise
    countries: tuple[Named, ...]
    roles: tuple[Term, ...]
    memberships: tuple[Term, ...]
    pointers: tuple[str, ...]  # addresses elsewhere
    namesakes: tuple[Named, ...]


class CountryPage(Subject):
    """country.html."""

    code: str  # ISO 3166-1
    capital: str
    naming_note: str
    holders: tuple[Term, ...]  # offices as of the page's date
    former_holders: tuple[Term, ...]


class ArticlePage(TypedDict):
    """article.html."""

    card: Card
    source: Named
    kind: str
    date: str
    text: Markup  # with its marks; empty where it may not be shown
    last_gap: Markup  # counted sentences after the last excerpt
    language: str  # BCP 47, of the text
    text_direction: str  # ltr | rtl
    foreign: bool  # in a language that is not analysed in full
    written_in: str  # the language's name
    summary: tuple[Sentence, ...]
    about: tuple[Named, ...]  # countries
    mentioned: tuple[Named, ...]  # countries
    names: tuple[tuple[str, tuple[Named, ...]], ...]  # kind and who is named
    unsure: tuple[Unsure, ...]
    topics: tuple[Named, ...]
    relays: tuple[Named, ...]  # whose report it repeats
    rights: str
    url: str
    archive: str
    corrections: tuple[tuple[str, str], ...]  # date and note
    withdrawn: bool
    withdrawn_date: str
    withheld: bool  # the rights allow its description only
    excerpts: bool  # the rights allow excerpts only
    uses: int  # subjects and other pages that cite it; a page and its record are one


class HomePage(TypedDict):
    """home.html."""

    news: tuple[News, ...]  # what changed, else the newest points
    since: str  # day from which what changed is counted; empty: nothing changed
    disputes: tuple[Quarrel, ...]  # open ones
    countries: tuple[Item, ...]
    world: World | None
    actors: tuple[tuple[str, tuple[Item, ...]], ...]  # country and actors; empty where they are too many
    articles: tuple[Row, ...]
    counts: tuple[tuple[int, str], ...]  # figure and noun
    notes: tuple[Note, ...]


class ListPage(TypedDict):
    """actors.html, countries.html, sources.html, topics.html."""

    groups: tuple[tuple[str, tuple[Item, ...]], ...]  # title, which may be empty, and items
    count: int
    counted: str  # the same in words
    choices: tuple[Choice, ...]  # what the list can be narrowed by


class ArticlesPage(TypedDict):
    """articles.html."""

    groups: tuple[tuple[str, tuple[Row, ...]], ...]  # month and articles
    pages: tuple[Stretch, ...]  # empty where one page holds all
    count: int  # on all pages
    first: int  # place in the list of this page's first article, from 1
    last: int  # and of its last one
    choices: tuple[Choice, ...]  # what this page of the list can be narrowed by


class SourcePage(TypedDict):
    """source.html."""

    source: Source
    words: str  # kind, country, control, grade
    written_in: str  # name of its language
    url: str
    grade_date: str
    groups: tuple[tuple[str, tuple[Row, ...]], ...]  # month and articles
    count: int
    shown: int  # the newest of them


class TopicPage(TypedDict):
    """topic.html."""

    name: str
    groups: tuple[tuple[str, tuple[Row, ...]], ...]  # month and articles
    count: int
    shown: int  # the newest of them


class TimelinePage(TypedDict):
    """timeline.html."""

    timeline: tuple[tuple[str, tuple[Entry, ...]], ...]  # year and events
    pages: tuple[Stretch, ...]  # empty where one page holds all
    count: int  # on all pages
    choices: tuple[Choice, ...]  # what this page of the timeline can be narrowed by
    notes: tuple[Note, ...]


class RelationsPage(TypedDict):
    """relations.html."""

    groups: tuple[tuple[str, str, str, tuple[Bond, ...]], ...]  # title, kind, meaning, relations
    net: Net | None
    notes: tuple[Note, ...]


class DisputesPage(TypedDict):
    """disputes.html."""

    groups: tuple[tuple[str, tuple[Quarrel, ...]], ...]  # title and disputes
    choices: tuple[Choice, ...]  # what the list can be narrowed by
    notes: tuple[Note, ...]


class ChangesPage(TypedDict):
    """changes.html."""

    since: str
    items: tuple[Told, ...]
    fresh: tuple[Named, ...]  # pages that are new
    corrections: tuple[Correction, ...]
    notes: tuple[Note, ...]


class AmbiguitiesPage(TypedDict):
    """ambiguities.html."""

    articles: tuple[Unlinked, ...]
    count: int


class FreePageValues(TypedDict):
    """page.html."""

    text: Markup


class MethodPage(TypedDict):
    """method.html."""

    text: Markup | str  # the desk's own words
    counts: tuple[tuple[int, str], ...]  # figure and noun
    measures: tuple[Measure, ...]


class SearchPage(TypedDict):
    """search.html."""

    items: tuple[Item, ...]


class NotFoundPage(TypedDict):
    """404.html: nothing of its own."""


class MovedPage(TypedDict):
    """moved.html."""

    targets: tuple[Named, ...]


PAGES: dict[str, type] = {
    "home.html": HomePage,
    "actor.html": ActorPage,
    "country.html": CountryPage,
    "article.html": ArticlePage,
    "source.html": SourcePage,
    "topic.html": TopicPage,
    "actors.html": ListPage,
    "countries.html": ListPage,
    "sources.html": ListPage,
    "topics.html": ListPage,
    "articles.html": ArticlesPage,
    "timeline.html": TimelinePage,
    "relations.html": RelationsPage,
    "disputes.html": DisputesPage,
    "changes.html": ChangesPage,
    "ambiguities.html": AmbiguitiesPage,
    "method.html": MethodPage,
    "page.html": FreePageValues,
    "search.html": SearchPage,
    "404.html": NotFoundPage,
    "moved.html": MovedPage,
}


def given_names() -> frozenset[str]:
    """Every name that some page gives."""
    return frozenset(name for page in (EveryPage, *PAGES.values()) for name in page.__annotations__)
