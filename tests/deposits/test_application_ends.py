"""An application ends when its guarantee can bring no claim any more, and the pages say how it stands until then."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from deposits import tasks
from deposits.models import Guarantee, SchemeApplication
from deposits.rules.guarantee import nothing_to_come
from tenancies.rules.tenancy import EndCause
from tenancies.services import life
from tests.deposits.test_guarantees import TERMS
from tests.web.client import officer, sign_in
from tests.world import World

ENDED_ON = date(2026, 10, 20)


@pytest.mark.parametrize(
    ("state", "ended_on", "on", "over"),
    [
        ("active", None, date(2026, 12, 31), False),
        ("ended", ENDED_ON, date(2026, 11, 17), False),
        ("ended", ENDED_ON, date(2026, 12, 1), False),
        ("ended", ENDED_ON, date(2026, 12, 2), True),
        ("ended", None, date(2030, 1, 1), False),
        ("void", None, date(2026, 10, 21), True),
    ],
)
def test_nothing_comes_28_days_after_the_tenancy_and_14_more_with_a_reason(state, ended_on, on, over):
    assert nothing_to_come(state, ended_on, TERMS, on) is over


@pytest.fixture
def ended(at):
    """The tenancy ended on Saturday 21 November, and its guarantee the day after."""
    world = World(at)
    tenancy = world.tenancy(guarantee=True)
    life.end(
        ref=tenancy.reference,
        seen=tenancy.version,
        ending=life.Ending(ended_on=world.on, cause=EndCause.SURRENDER),
        actor=world.housing,
        at=at,
    )
    with time_machine.travel(at + timedelta(days=1), tick=True):
        assert tasks.end_guarantees.func() == {"ended": 1}
    return Guarantee.objects.select_related("application__home__landlord__user").get(tenancy=tenancy)


@pytest.mark.django_db
def test_the_sweep_ends_it_the_day_after_the_late_route(ended, at):
    for days, found in ((1, 0), (28, 0), (42, 0), (43, 1), (44, 0)):
        with time_machine.travel(at + timedelta(days=days), tick=True):
            assert (days, tasks.end_applications.func()) == (days, {"ended": found})
    assert SchemeApplication.objects.get().state == "ended"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "landlord", "office"),
    [
        (1, "You can claim until Saturday 19 December 2026", "The landlord can claim until Saturday 19 December 2026"),
        (
            29,
            "If something stopped you, tell us why by Saturday 2 January 2027",
            "If something stopped them, they tell us why by Saturday 2 January 2027",
        ),
        (43, "The time to claim is over. Nothing more happens.", "The time to claim is over. Nothing more happens."),
    ],
)
def test_the_pages_say_how_it_stands(ended, at, days, landlord, office):
    owner, staff = Client(), Client()
    sign_in(owner, ended.application.home.landlord.user)
    application, guarantee = ended.application.reference, ended.reference
    with time_machine.travel(at + timedelta(days=days), tick=True):
        sign_in(staff, officer("landlord_liaison", at, email="a.liaison@example.com"))
        sign_in(owner, ended.application.home.landlord.user)
        for browser, door, words in ((owner, "landlord", landlord), (staff, "office", office)):
            page = browser.get(f"/{door}/guarantees/{guarantee}/").content.decode()
            assert words in page
            assert "No longer" in page
            page = browser.get(f"/{door}/guarantees/applications/{application}/").content.decode()
            assert words in page
            listed = browser.get(f"/{door}/guarantees/").content.decode()
            assert "Ended, claims still open" in listed
            assert "In force</strong>" not in page + listed
