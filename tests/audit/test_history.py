from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.access.actor import NOBODY, Actor, Kind, system
from core.audit.models import Event
from core.audit.selectors import history
from core.audit.services import retention
from core.money import Money
from core.ui.components import Row
from tests.audit.conftest import ADA, CLOCK, HOME, OLA, SAM

pytestmark = pytest.mark.django_db
LEE = Actor(Kind.RESIDENT, "Lee Marsh", user_id=20)


@pytest.fixture(autouse=True)
def trail(record: Callable[..., Event], at: datetime) -> None:
    """Newest last."""
    moments = iter(range(100))

    def then(**values: object) -> None:
        record(at=at + timedelta(minutes=next(moments)), **values)

    then(
        actor=SAM,
        action="home.note_rent",
        summary="Rent changed",
        before={"rent": Money(90000)},
        after={"rent": Money(95000)},
    )
    then(
        actor=OLA,
        action="home.verify",
        summary="Gas certificate verified",
        reason="seen_on_visit",
        note="Boiler is new",
    )
    then(
        actor=OLA,
        action="home.accept",
        summary="Home accepted",
        from_state="inspection_due",
        to_state="accepted",
        after={"on_hold": False, "areas": ["DA1", "DA2"], "check": {"day": "2026-11-20"}, "until": None},
    )
    then(actor=system("watch_certificates"), action="home.expire", summary="Listing expired", to_state="expired")
    then(subject=("home", "HM-2026-0002"), summary="Another home")


def lines(actor: Actor) -> list[tuple[str, str]]:
    return [(happening.who, happening.what) for happening in history(actor, HOME)]


def test_an_officer_reads_who_did_everything_newest_first() -> None:
    assert lines(OLA) == [
        ("The portal, watching certificates", "Listing expired"),
        ("Ola Kent", "Home accepted"),
        ("Ola Kent", "Gas certificate verified"),
        ("Sam Price", "Rent changed"),
    ]


def test_values_are_for_those_who_may_read_the_audit() -> None:
    plain = {happening.what: happening for happening in history(OLA, HOME)}
    assert plain["Rent changed"].detail == ()
    assert plain["Home accepted"].detail == (Row("State", "Inspection due → Accepted"),)
    assert plain["Gas certificate verified"].reason == "Seen on visit"

    full = {happening.what: happening.detail for happening in history(ADA, HOME)}
    assert full["Rent changed"] == (Row("Rent", "£900.00 → £950.00"),)
    assert full["Gas certificate verified"] == (Row("Note", "Boiler is new"),)
    assert full["Home accepted"] == (
        Row("State", "Inspection due → Accepted"),
        Row("Areas", "DA1, DA2"),
        Row("Check", "Day: 2026-11-20"),
        Row("On hold", "no"),
        Row("Until", "nothing"),
    )


def test_a_landlord_reads_their_own_acts_and_the_moves_without_names() -> None:
    assert lines(SAM) == [("The council", "Listing expired"), ("The council", "Home accepted"), ("You", "Rent changed")]
    assert all(happening.detail == () and not happening.reason for happening in history(SAM, HOME))


def test_another_person_does_not_read_what_the_landlord_did(record: Callable[..., Event], at: datetime) -> None:
    record(at=at + timedelta(hours=2), actor=SAM, summary="Put forward", to_state="offered")
    assert lines(LEE) == [
        ("The landlord", "Put forward"),
        ("The council", "Listing expired"),
        ("The council", "Home accepted"),
    ]


def test_nobody_is_not_the_author_of_what_nobody_did(record: Callable[..., Event], at: datetime) -> None:
    record(at=at + timedelta(hours=2), actor=NOBODY, summary="Code tried")
    assert "Code tried" not in [what for _, what in lines(NOBODY)]


def test_an_agent_is_shown_with_whom_they_act_for(record: Callable[..., Event], at: datetime) -> None:
    record(at=at + timedelta(hours=2), actor=replace(SAM, on_behalf_of="Low Road Homes"), summary="Photo added")
    assert lines(OLA)[0] == ("Sam Price for Low Road Homes", "Photo added")


def test_removed_values_are_said_to_be_removed(at: datetime) -> None:
    later = at + timedelta(days=9)
    retention.remove_values(subject=HOME, before=later, reason="six_years", actor=CLOCK, at=later)
    full = {happening.what: happening.detail for happening in history(ADA, HOME)}
    assert full["Rent changed"] == (Row("Rent", "Removed, as our retention rules say"),)
    assert full["Gas certificate verified"] == ()


def test_a_history_costs_one_query(record: Callable[..., Event], django_assert_num_queries) -> None:
    for number in range(40):
        record(after={"rent": number})
    for actor in (ADA, OLA, SAM):
        with django_assert_num_queries(1):
            assert len(history(actor, HOME)) > 40 or not actor.is_officer
