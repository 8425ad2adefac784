"""What was read -> what this edition may show: articles by status, mark and day, actors that are public.

Nothing that is left out here reaches a later stage, neither its words nor its id.
"""

from __future__ import annotations

import msgspec

from generator.ingredients import Given
from generator.memo import Memo
from generator.model import Actor, Card, Config
from generator.read.edition import as_of_actor, as_of_card, as_of_naming, is_within, leave_out, public_actor, public_article
from generator.site.material import Edition, Found


def choose_edition(memo: Memo, found: Found, config: Config, now: str) -> Edition:
    """Which articles and actors this edition holds, and how they stood on its day; `now` ends embargoes where no day is set."""
    now = f"{config.as_of}T23:59:59Z" if config.as_of else now
    cards: dict[str, Card] = {}
    withdrawn: dict[str, Card] = {}
    left_out: dict[str, list[str]] = {}
    for id, card in _cards(found).items():
        reason = leave_out(card=card, as_of=config.as_of, edition=config.edition, now=now)
        if not reason:
            cards[id] = as_of_card(card, config.as_of)
        elif reason == "withdrawn":
            withdrawn[id] = as_of_card(card, config.as_of)
        else:
            left_out.setdefault(reason, []).append(id)
    actors: dict[str, Actor] = {id: as_of_actor(read.field("actor").value, config.as_of) for id, read in found.actors.items()}
    shown = [id for id, actor in actors.items() if actor.public and is_within(actor.handling, config.edition)]
    withheld = frozenset(actors.keys() - set(shown))
    public = {id: public_actor(actors[id], withheld) for id in shown}
    cases = {
        id: {"naming": read.field("naming"), "as_of": config.as_of, "withheld": id not in public}
        for id, read in found.actors.items()
    }
    return Edition(
        cards=cards,
        withdrawn=withdrawn,
        given={id: Given(card) for id, card in (*cards.items(), *withdrawn.items())},
        actors=public,
        namings=memo.steps(as_of_naming, cases),
        left_out=tuple((reason, len(ids)) for reason, ids in sorted(left_out.items())),
        hidden=(*sorted(id for ids in left_out.values() for id in ids), *sorted(withdrawn)),
    )


def _cards(found: Found) -> dict[str, Card]:
    """Every article's card, with its publisher's name."""
    names = {id: source.value.name for id, source in found.sources.items()}
    cards: dict[str, Card] = {id: read.field("card").value for id, read in found.articles.items()}
    return {
        id: msgspec.structs.replace(card, source_name=names[card.source]) if card.source in names else card
        for id, card in cards.items()
    }


def withhold_actors(memo: Memo, found: Found, edition: Edition) -> Found:
    """What was read, with no article or dispute that names an actor whom this edition withholds."""
    withheld = found.actors.keys() - edition.actors.keys()
    if not withheld:
        return found
    naming = [id for id, read in found.articles.items() if any(one.id in withheld for one in read.field("references").value)]
    cases = {id: {"read": found.articles[id], "withheld": tuple(sorted(withheld))} for id in naming}
    return msgspec.structs.replace(found, articles={**found.articles, **memo.steps(public_article, cases)})
