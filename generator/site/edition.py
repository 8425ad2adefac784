"""What was read -> what this edition may show: articles by status, mark and day, actors that are public.

Nothing that is left out here reaches a later stage, neither its words nor its id.
"""

from __future__ import annotations

from typing import Any

import msgspec

from generator.ingredients import Given, Ingredient, Result
from generator.keeping import Keeper
from generator.memo import Memo
from generator.model import Actor, Card, Config, Relayed
from generator.read.edition import as_of_actor, as_of_card, as_of_naming, is_within, leave_out, public_actor, public_article
from generator.render.urls import article_path, source_path
from generator.report import Options
from generator.shortcuts import batch
from generator.site.material import Actors, Edition, Found


class _Chosen(msgspec.Struct, frozen=True):
    """What becomes of one article."""

    reason: str  # why it is left out; empty: it is not
    unpublished: str  # why it would be left out, were this no preview
    card: Card
    given: Ingredient


def choose_actors(memo: Memo, found: Found, config: Config) -> Actors:
    """Which actors this edition may show, as they stood on its day, and the names by which all are known."""
    keep, as_of = memo.keeper, config.as_of
    read = found.actors
    actors: dict[str, Actor] = keep.over("actors", lambda id: as_of_actor(read[id].field("actor").value, as_of), (read,), as_of)
    shown = {id: actor for id, actor in actors.items() if actor.public and is_within(actor.handling, config.edition)}
    withheld = keep.steady("withheld", frozenset(actors.keys() - shown.keys()))
    public = keep.over("public actors", lambda id: public_actor(shown[id], withheld), (shown,), withheld)
    namings = batch(
        memo,
        as_of_naming,
        lambda id: {"naming": read[id].field("naming"), "as_of": as_of, "withheld": id in withheld},
        (read,),
        (as_of, withheld),
    )
    return Actors(public, namings)


def choose_edition(memo: Memo, found: Found, actors: Actors, config: Config, options: Options) -> Edition:
    """Which articles this edition holds, and how they stood on its day; `now` ends embargoes where no day is set."""
    keep = memo.keeper
    names = keep.same("publishers' names", lambda: {id: one.value.name for id, one in found.sources.items()}, found.sources)
    chosen: dict[str, _Chosen] = keep.over(
        "edition", lambda id: _choose(found.articles[id], names, config, options), (found.articles,), names, config, options
    )
    return keep.same("whole edition", lambda: _gather(keep, chosen, names, actors.public), chosen, names, actors.public)


def _gather(keep: Keeper, chosen: dict[str, _Chosen], names: dict[str, str], actors: dict[str, Actor]) -> Edition:
    repeating = {id: _with_relayed(one.card, chosen, names) for id, one in chosen.items() if one.card.relays}
    if repeating:
        cards = keep.steady("repeating", repeating)
        chosen = keep.over("chosen", lambda id: _told(chosen[id], cards.get(id)), (chosen,), cards)
    shown = {id: one for id, one in chosen.items() if not one.reason}
    seen = {id: one for id, one in chosen.items() if one.reason in ("", "withdrawn")}
    withdrawn = {id: one.card for id, one in seen.items() if one.reason}
    left_out = _left_out(chosen)
    return Edition(
        cards=keep.over("cards", lambda id: shown[id].card, (shown,)),
        withdrawn=keep.steady("withdrawn", withdrawn),
        given=keep.over("given cards", lambda id: seen[id].given, (seen,)),
        actors=actors,
        left_out=tuple((reason, len(ids)) for reason, ids in left_out.items()),
        hidden=keep.steady("hidden", (*sorted(id for ids in left_out.values() for id in ids), *sorted(withdrawn))),
        unpublished={id: one.unpublished for id, one in seen.items() if one.unpublished},
    )


def _with_relayed(card: Card, chosen: dict[str, _Chosen], names: dict[str, str]) -> Card:
    """A card that tells whose report its article repeats; of what the edition leaves out it keeps not even the id."""
    kept, told = [], []
    for id in card.relays:
        other = chosen.get(id)
        if other is None:
            told.append(Relayed(names.get(id, id.replace("-", " ")), source_path(id) if id in names else ""))
        elif other.reason in ("", "withdrawn"):
            told.append(Relayed(other.card.source_name or other.card.title, article_path(id)))
        else:
            told.append(Relayed(""))
            continue
        kept.append(id)
    return msgspec.structs.replace(card, relays=tuple(kept), relayed=tuple(dict.fromkeys(told)))


def _told(one: _Chosen, card: Card | None) -> _Chosen:
    return one if card is None else msgspec.structs.replace(one, card=card, given=Given(card))


def _choose(read: Result[Any], names: dict[str, str], config: Config, options: Options) -> _Chosen:
    """Whether this edition holds an article."""
    stored = read.field("card")
    was: Card = stored.value
    reason = leave_out(was, config.as_of, config.edition, options.now, options.preview)
    if reason and reason != "withdrawn":
        return _Chosen(reason, "", was, stored)
    card = as_of_card(was, config.as_of)
    if card.source in names:
        card = msgspec.structs.replace(card, source_name=names[card.source])
    unpublished = leave_out(was, config.as_of, config.edition, options.now) if options.preview else ""
    return _Chosen(reason, unpublished, card, stored if card is was else Given(card))


def _left_out(chosen: dict[str, _Chosen]) -> dict[str, list[str]]:
    """Why articles are left out without a trace, and which; withdrawn ones leave a notice."""
    left_out: dict[str, list[str]] = {}
    for id, one in chosen.items():
        if one.reason not in ("", "withdrawn"):
            left_out.setdefault(one.reason, []).append(id)
    return dict(sorted(left_out.items()))


def withhold_actors(memo: Memo, found: Found, edition: Edition) -> Found:
    """What was read, with no article or dispute that names an actor whom this edition withholds."""
    withheld = found.actors.keys() - edition.actors.keys()
    if not withheld:
        return found
    articles, hidden = found.articles, memo.keeper.steady("withheld from articles", tuple(sorted(withheld)))

    def names_one(id: str) -> bool:
        return any(one.id in withheld for one in articles[id].field("references").value)

    naming = memo.keeper.over("naming the withheld", names_one, (articles,), hidden)
    touched = {id: articles[id] for id, names in naming.items() if names}
    discreet = batch(memo, public_article, lambda id: {"read": articles[id], "withheld": hidden}, (touched,), (hidden,))
    return msgspec.structs.replace(found, articles={**articles, **discreet})
