"""Says what belongs to an edition: what its day, its handling mark and each article's status leave out.

Nothing here looks at a clock: an embargo ends by a day or time that the caller states, and otherwise it holds.
"""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from generator.model import Actor, Card, DeskNote, Dispute, Name, Naming, ReadArticle

_MARKS = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")  # TLP 2.0, least strict first


def is_within(handling: str, edition: str) -> bool:
    """Whether a TLP mark may be shown in an edition whose strictest mark is `edition`; no mark is CLEAR."""
    return _MARKS.index(handling or "CLEAR") <= _MARKS.index(edition or "CLEAR")


def leave_out(card: Card, as_of: str, edition: str, now: str, preview: bool = False) -> str:
    """Why an article is left out of an edition, or nothing.

    The reason is "draft", "review", "handling", "later than as_of", "undated" (only where `as_of` is set: nobody can say
    whether it was known), "embargoed" or "withdrawn". `as_of` is an ISO day or empty. `now` is an ISO day, which counts
    with its last second (UTC), an ISO date-time, or empty: then every embargo holds. A day that is set ends embargoes.
    In a preview drafts and what is under embargo are left in.
    """
    if card.status in ("draft", "review") and not preview:
        return card.status
    if not is_within(card.handling, edition):
        return "handling"
    if as_of and not card.date:
        return "undated"
    if as_of and card.date > as_of:
        return "later than as_of"
    if card.embargo and not preview and not _has_come(card.embargo, as_of or now):
        return "embargoed"
    if card.status == "withdrawn" and not (as_of and card.withdrawn_date > as_of):
        return "withdrawn"
    return ""


def as_of_card(card: Card, as_of: str) -> Card:
    """A card as it stood on a day (ISO, or empty for now): without later corrections, without a later withdrawal."""
    if not as_of:
        return card
    kept = tuple(one for one in card.corrections if one.date <= as_of)
    if card.withdrawn_date > as_of:
        return msgspec.structs.replace(card, corrections=kept, status="published", withdrawn_date="", withdrawn_reason="")
    return msgspec.structs.replace(card, corrections=kept)


def as_of_naming(naming: Naming, as_of: str, withheld: bool = False) -> Naming:
    """A naming as it stood on a day: without names and offices begun later, later ends open.

    One that is withheld has no name left, so that nothing links to it.
    """
    if withheld:
        return Naming(naming.entity, naming.kind, "")
    if not as_of:
        return naming
    names = tuple(
        msgspec.structs.replace(name, end=_known_end(name.end, as_of)) for name in naming.names if _begun(name.start, as_of)
    )
    offices = tuple(
        msgspec.structs.replace(office, end=_known_end(office.end, as_of))
        for office in naming.offices
        if _begun(office.start, as_of)
    )
    return msgspec.structs.replace(naming, names=names, offices=offices)


def as_of_actor(actor: Actor, as_of: str) -> Actor:
    """An actor as its page showed it on a day: without roles, memberships, names and notes begun later, later ends open."""
    if not as_of:
        return actor

    def known(names: tuple[Name, ...]) -> tuple[Name, ...]:
        return tuple(msgspec.structs.replace(one, end=_known_end(one.end, as_of)) for one in names if _begun(one.start, as_of))

    roles = tuple(
        msgspec.structs.replace(role, end=_known_end(role.end, as_of)) for role in actor.roles if _begun(role.start, as_of)
    )
    memberships = tuple(
        msgspec.structs.replace(one, end=_known_end(one.end, as_of)) for one in actor.memberships if _begun(one.start, as_of)
    )
    summary = as_of_notes((actor.summary,) if actor.summary else (), as_of)
    return msgspec.structs.replace(
        actor,
        aliases=known(actor.aliases),
        roles=roles,
        memberships=memberships,
        summary=summary[0] if summary else None,
        points=as_of_notes(actor.points, as_of),
    )


def public_article(read: ReadArticle, withheld: tuple[str, ...]) -> ReadArticle:
    """An article whose fields name none of the withheld actors: the desk's word on such a passage becomes "nobody"."""
    body = read.body
    mentions = tuple(msgspec.structs.replace(one, entity="") if one.entity in withheld else one for one in body.mention_overrides)
    quotations = tuple(
        msgspec.structs.replace(one, speaker="") if one.speaker in withheld else one for one in body.quotation_overrides
    )
    tags = tuple(tag for tag in body.tags if tag not in withheld)
    discreet = msgspec.structs.replace(body, tags=tags, mention_overrides=mentions, quotation_overrides=quotations)
    return msgspec.structs.replace(read, body=discreet)


def public_actor(actor: Actor, withheld: frozenset[str]) -> Actor:
    """An actor whose roles, memberships and namesakes name none of the withheld actors."""
    return msgspec.structs.replace(
        actor,
        roles=tuple(msgspec.structs.replace(role, of="") if role.of in withheld else role for role in actor.roles),
        memberships=tuple(one for one in actor.memberships if one.of not in withheld),
        different_from=tuple(id for id in actor.different_from if id not in withheld),
    )


def public_dispute(dispute: Dispute, withheld: frozenset[str]) -> Dispute | None:
    """A dispute whose positions name none of the withheld actors; None where a position would be left without its holder."""
    positions = []
    for position in dispute.positions:
        known = tuple(holder for holder in position.held_by if holder not in withheld)
        if position.held_by and not known:
            return None
        positions.append(msgspec.structs.replace(position, held_by=known))
    return msgspec.structs.replace(dispute, positions=tuple(positions))


def as_of_notes(notes: tuple[DeskNote, ...], as_of: str) -> tuple[DeskNote, ...]:
    """The desk's notes without those that bear a later date."""
    return tuple(note for note in notes if not as_of or note.date <= as_of)


def _begun(start: str, as_of: str) -> bool:
    """Whether something had begun: its first day (of its month or year) had come."""
    return not start or (start + "-01-01")[:10] <= as_of


def _known_end(end: str, as_of: str) -> str:
    """An end that lies wholly before the day, or nothing: what may have ended later is open."""
    last = {4: "-12-31", 7: "-31"}.get(len(end), "")
    return end if end and end + last <= as_of else ""


def _has_come(embargo: str, now: str) -> bool:
    if not now:
        return False
    moment = now if "T" in now else f"{now}T23:59:59"
    return _instant(moment) >= _instant(embargo)


def _instant(moment: str) -> datetime:
    found = datetime.fromisoformat(moment)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
