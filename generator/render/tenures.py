"""Turns roles and offices into rows with their periods; one rule: whoever's term is open is not known to have left."""

from __future__ import annotations

import msgspec

from generator.model import Holder, Link, Role
from generator.render.dates import span_words
from generator.render.frame import Named, named
from generator.render.roles import held_on
from generator.render.urls import Root
from generator.render.words import Words


class Term(msgspec.Struct, frozen=True):
    """A role, membership or office with its period."""

    title: str
    of: Named
    holder: Named
    period: str
    current: bool
    source: str


def term_of(role: Role, day: str, links: dict[str, Link], root: Root, words: Words) -> Term:
    """A role with the body or country it belongs to and its period."""
    of = named(role.of, links, root) if role.of else named(role.country, links, root) if role.country else Named("")
    return Term(role.title, of, Named(""), span_words(role.start, role.end, words), held_on(role, day), role.source)


def office_of(holder: Holder, day: str, links: dict[str, Link], root: Root, words: Words) -> Term:
    """An office of a country with its holder."""
    role = Role(holder.title, start=holder.start, end=holder.end)
    period = span_words(holder.start, holder.end, words)
    return Term(holder.title, Named(""), named(holder.entity, links, root), period, held_on(role, day), "")
