"""The machine-readable twins of one edition -> the dataset that every export is made of.

One rule: exports see what the twins hold and nothing else, so whatever rights, marks, embargoes and days keep out of a twin is
kept out of every export.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from generator.model import Site
from generator.render.twin_format import ActorTwin, ArticleTwin, CountryTwin
from generator.render.twin_parts import Cite
from generator.render.urls import actor_path, address_of, article_path, country_path

SubjectTwin = ActorTwin | CountryTwin


class Dataset(msgspec.Struct, frozen=True):
    """Everything that a site publishes, as values, in order of id."""

    site: Site
    articles: tuple[ArticleTwin, ...]
    actors: tuple[ActorTwin, ...]
    countries: tuple[CountryTwin, ...]

    @property
    def subjects(self) -> tuple[SubjectTwin, ...]:
        """Actors, then countries."""
        return (*self.actors, *self.countries)


def read_twins(site: Site, twins: Mapping[str, bytes]) -> Dataset:
    """The dataset of a site's twins, path -> content."""
    kinds: dict[str, list[bytes]] = {"articles": [], "actors": [], "countries": []}
    for path in sorted(twins):
        kinds[path.partition("/")[0]].append(twins[path])
    return Dataset(
        site,
        tuple(msgspec.json.decode(data, type=ArticleTwin) for data in kinds["articles"]),
        tuple(msgspec.json.decode(data, type=ActorTwin) for data in kinds["actors"]),
        tuple(msgspec.json.decode(data, type=CountryTwin) for data in kinds["countries"]),
    )


def subject_id(subject: SubjectTwin) -> str:
    """An actor's id, a country's code."""
    return subject.id if isinstance(subject, ActorTwin) else subject.code


def subject_path(subject: SubjectTwin) -> str:
    """Site path of a subject's page."""
    return actor_path(subject.id) if isinstance(subject, ActorTwin) else country_path(subject.slug)


def paths_of(dataset: Dataset) -> dict[str, str]:
    """Subject -> site path of its page."""
    return {subject_id(subject): subject_path(subject) for subject in dataset.subjects}


def address(site: Site, path: str) -> str:
    """Where a page of the site stands; relative to the site's root where it has no address."""
    return site.base_url + address_of(path, site.urls)


def article_address(site: Site, article: str) -> str:
    """Where an article's page stands."""
    return address(site, article_path(article))


def cites_of(subject: SubjectTwin) -> tuple[Cite, ...]:
    """Every passage that a subject's page cites, in the order of its sections, each once."""
    lines = [subject.summary.cites] if subject.summary else []
    lines += [point.cites for point in subject.key_points]
    lines += [position.cites for dispute in subject.disputes for position in dispute.positions]
    lines += [(statement.cite,) for statement in (*subject.statements, *subject.statements_about)]
    lines += [entry.cites for entry in subject.timeline]
    lines += [relation.cites for relation in subject.relations]
    found = {(cite.article, cite.start, cite.end): cite for line in lines for cite in line}
    return tuple(found.values())
