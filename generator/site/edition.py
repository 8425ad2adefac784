"""What was read -> what this edition may show: articles by status, mark and day, actors that are public.

Nothing that is left out here reaches a later stage, neither its words nor its id.
"""

from __future__ import annotations

import msgspec

from generator.ingredients import Given, Ingredient
from generator.memo import Memo
from generator.model import Actor, Card, Config
from generator.read.edition import as_of_actor, as_of_card, as_of_naming, is_within, leave_out, public_actor, public_article
from generator.site.material import Actors, Edition, Found


def choose_actors(memo: Memo, found: Found, config: Config) -> Actors:
    """Which actors this edition may show, as they stood on its day, and the names by which all are known."""
    actors: dict[str, Actor] = {id: as_of_actor(read.field("actor").value, config.as_of) for id, read in found.actors.items()}
    shown = [id for id, actor in actors.items() if actor.public and is_within(actor.handling, config.edition)]
    withheld = frozenset(actors.keys() - set(shown))
    public = {id: public_actor(actors[id], withheld) for id in shown}
    cases = {
        id: {"naming": read.field("naming"), "as_of": config.as_of, "withheld": id not in public}
        for id, read in found.actors.items()
    }
    return Actors(public, memo.steps(as_of_naming, cases))


def choose_edition(found: Found, actors: Actors, config: Config, now: str) -> Edition:
    """Which articles this edition holds, and how they stood on its day; `now` ends embargoes where no day is set."""
    cards: dict[str, Card] = {}
    withdrawn: dict[str, Card] = {}
    given: dict[str, Ingredient] = {}
    left_out: dict[str, list[str]] = {}
    names = {id: source.value.name for id, source in found.sources.items()}
    for id, read in found.articles.items():
        stored = read.field("card")
        was: Card = stored.value
        reason = leave_out(card=was, as_of=config.as_of, edition=config.edition, now=now)
        if reason and reason != "withdrawn":
            left_out.setdefault(reason, []).append(id)
            continue
        card = as_of_card(was, config.as_of)
        if card.source in names:
            card = msgspec.structs.replace(card, source_name=names[card.source])
        (withdrawn if reason else cards)[id] = card
        given[id] = stored if card is was else Given(card)
    return Edition(
        cards=cards,
        withdrawn=withdrawn,
        given=given,
        actors=actors.public,
        left_out=tuple((reason, len(ids)) for reason, ids in sorted(left_out.items())),
        hidden=(*sorted(id for ids in left_out.values() for id in ids), *sorted(withdrawn)),
    )


def withhold_actors(memo: Memo, found: Found, edition: Edition) -> Found:
    """What was read, with no article or dispute that names an actor whom this edition withholds."""
    withheld = found.actors.keys() - edition.actors.keys()
    if not withheld:
        return found
    naming = [id for id, read in found.articles.items() if any(one.id in withheld for one in read.field("references").value)]
    cases = {id: {"read": found.articles[id], "withheld": tuple(sorted(withheld))} for id in naming}
    return msgspec.structs.replace(found, articles={**found.articles, **memo.steps(public_article, cases)})
