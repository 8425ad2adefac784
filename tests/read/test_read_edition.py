from __future__ import annotations

import pytest

from generator.model import (
    Actor,
    Body,
    Card,
    Correction,
    DeskNote,
    Dispute,
    Membership,
    MentionOverride,
    Name,
    Naming,
    Office,
    Position,
    Prose,
    QuotationOverride,
    ReadArticle,
    Role,
)
from generator.read.edition import (
    as_of_actor,
    as_of_card,
    as_of_naming,
    as_of_notes,
    is_within,
    leave_out,
    public_actor,
    public_article,
    public_dispute,
)


def _leave_out(as_of: str = "", edition: str = "CLEAR", now: str = "", **fields: str) -> str:
    return leave_out(card=Card("a", "A", fields.pop("date", "2031-03-01"), **fields), as_of=as_of, edition=edition, now=now)


def test_a_published_article_is_included() -> None:
    assert _leave_out() == ""


@pytest.mark.parametrize("status", ["draft", "review", "withdrawn"])
def test_other_statuses_are_left_out(status: str) -> None:
    assert _leave_out(status=status) == status


def test_an_article_of_the_day_is_included_and_a_later_one_is_not() -> None:
    assert _leave_out(as_of="2031-03-01") == ""
    assert _leave_out(as_of="2031-02-28") == "later than as_of"


def test_an_undated_article_is_left_out_only_where_a_day_is_set() -> None:
    assert _leave_out(date="") == ""
    assert _leave_out(date="", as_of="2031-03-01") == "undated"


@pytest.mark.parametrize(
    ("handling", "edition", "reason"),
    [
        ("CLEAR", "CLEAR", ""),
        ("GREEN", "CLEAR", "handling"),
        ("AMBER", "AMBER+STRICT", ""),
        ("AMBER+STRICT", "AMBER", "handling"),
        ("RED", "RED", ""),
    ],
)
def test_a_stricter_mark_than_the_editions_is_left_out(handling: str, edition: str, reason: str) -> None:
    assert _leave_out(handling=handling, edition=edition) == reason
    assert is_within(handling, edition) == (reason == "")


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        ("", "embargoed"),
        ("2031-03-04T16:59:59Z", "embargoed"),
        ("2031-03-04T17:00:00Z", ""),
        ("2031-03-04T17:00:00", ""),
        ("2031-03-03", "embargoed"),
        ("2031-03-04", ""),
    ],
)
def test_an_embargo_holds_until_its_moment_has_come(now: str, reason: str) -> None:
    assert _leave_out(embargo="2031-03-05T06:00:00+13:00", now=now) == reason


def test_a_later_withdrawal_was_not_known_on_the_day() -> None:
    withdrawn = {"status": "withdrawn", "withdrawn_date": "2031-03-09"}
    assert _leave_out(as_of="2031-03-08", **withdrawn) == ""
    assert _leave_out(as_of="2031-03-09", **withdrawn) == "withdrawn"


def test_a_card_of_the_day_has_no_later_correction_or_withdrawal() -> None:
    corrections = (Correction("2031-03-02", "a"), Correction("2031-03-08", "b"))
    card = Card(
        "a", "A", "2031-03-01", status="withdrawn", withdrawn_date="2031-03-09", withdrawn_reason="c", corrections=corrections
    )
    known = as_of_card(card, "2031-03-05")
    assert (known.status, known.withdrawn_date, known.withdrawn_reason, known.corrections) == (
        "published",
        "",
        "",
        corrections[:1],
    )
    assert as_of_card(card, "") == card


@pytest.mark.parametrize(
    ("start", "end", "known"),
    [
        ("2029", "2031-02-28", ("2029", "2031-02-28")),
        ("2029", "2031-03-06", ("2029", "")),
        ("2029", "2031-03", ("2029", "")),
        ("2029", "2030", ("2029", "2030")),
        ("2031-03-06", "", None),
        ("2031-04", "", None),
        ("2031-03", "", ("2031-03", "")),
        ("", "", ("", "")),
    ],
)
def test_later_offices_are_unknown_and_later_ends_are_open(start: str, end: str, known: tuple[str, str] | None) -> None:
    naming = Naming(
        "a", "person", "A", offices=(Office("Minister", "FJ", "", start, end),), names=(Name("A", "strong", "", start, end),)
    )
    found = as_of_naming(naming, "2031-03-05")
    assert [(office.start, office.end) for office in found.offices] == ([known] if known else [])
    assert [(name.start, name.end) for name in found.names] == ([known] if known else [])
    actor = as_of_actor(Actor("a", "A", roles=(Role("Minister", start=start, end=end),)), "2031-03-05")
    assert [(role.start, role.end) for role in actor.roles] == ([known] if known else [])


def test_a_naming_that_is_withheld_links_nothing() -> None:
    naming = Naming("a", "person", "A", names=(Name("A", "strong"),), offices=(Office("Minister", "FJ", "", "", ""),))
    assert as_of_naming(naming=naming, as_of="", withheld=True) == Naming("a", "person", "")


def test_later_notes_are_left_out() -> None:
    notes = (DeskNote("a", date="2031-03-01"), DeskNote("b", date="2031-03-09"), DeskNote("c"))
    assert [note.text for note in as_of_notes(notes, "2031-03-05")] == ["a", "c"]
    actor = as_of_actor(Actor("a", "A", summary=notes[1], points=notes), "2031-03-05")
    assert (actor.summary, [note.text for note in actor.points]) == (None, ["a", "c"])


def test_without_a_day_everything_stays_as_it_is() -> None:
    naming = Naming("a", "person", "A", names=(Name("A", "strong", "", "2040", "2041"),))
    actor = Actor("a", "A", roles=(Role("Minister", start="2040", end="2041"),))
    assert as_of_naming(naming=naming, as_of="") == naming
    assert as_of_actor(actor, "") == actor


def test_corrections_after_the_day_go_and_an_earlier_withdrawal_stays() -> None:
    card = Card(
        "a", "A", "2031-03-01", status="withdrawn", withdrawn_date="2031-03-02", corrections=(Correction("2031-03-04", "a"),)
    )
    known = as_of_card(card, "2031-03-03")
    assert (known.status, known.withdrawn_date, known.corrections) == ("withdrawn", "2031-03-02", ())


def test_an_article_names_no_withheld_actor() -> None:
    body = Body(
        "a",
        Prose("Oduya met Lindqvist."),
        "2031-03-01",
        "en",
        "news",
        tags=("oduya", "lindqvist"),
        mention_overrides=(MentionOverride(0, 5, "oduya"), MentionOverride(10, 19, "lindqvist")),
        quotation_overrides=(QuotationOverride(0, 5, "oduya"), QuotationOverride(10, 19, "lindqvist")),
    )
    found = public_article(ReadArticle(body, Card("a", "A", "2031-03-01"), (), ()), withheld=("oduya",)).body
    assert found.tags == ("lindqvist",)
    assert [one.entity for one in found.mention_overrides] == ["", "lindqvist"]
    assert [one.speaker for one in found.quotation_overrides] == ["", "lindqvist"]


def test_an_actor_names_no_withheld_actor() -> None:
    actor = Actor(
        "a", "A", roles=(Role("Chair", of="b"),), memberships=(Membership("b"), Membership("c")), different_from=("b", "c")
    )
    found = public_actor(actor, frozenset({"b"}))
    assert (found.roles, found.memberships, found.different_from) == ((Role("Chair"),), (Membership("c"),), ("c",))


def test_a_dispute_that_would_lose_a_positions_only_holder_is_left_out_whole() -> None:
    dispute = Dispute(
        "d", "Who?", "report-vs-report", "open", (Position("x", ("a", "b"), ()), Position("y", ("c",), ()), Position("z", (), ()))
    )
    found = public_dispute(dispute, frozenset({"b"}))
    assert found is not None
    assert [side.held_by for side in found.positions] == [("a",), ("c",), ()]
    assert public_dispute(dispute, frozenset({"c"})) is None
