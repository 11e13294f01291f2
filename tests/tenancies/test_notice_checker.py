"""What the notice checker reads stands beside the notice that an officer recorded."""

from datetime import date, timedelta

import pytest

from core.accounts.models import User
from core.money import Money
from core.ui.components import Tag
from households.services import decisions
from households.services.decisions import NoticeGiven as HouseholdNotice
from tenancies.models import Tenancy
from tenancies.rules.notice import NoticeGiven
from tenancies.selectors import notice_checker, rents
from tenancies.services import life
from tenancies.services import rents as entering
from tenancies.services.rents import Period
from tests.households.browsing import page
from tests.web.client import sign_in
from tests.world import World
from tests.world_reports import Reports

pytestmark = pytest.mark.django_db
RENT, NOTHING = Money(99_500), Money.zero()
SERVED = date(2027, 1, 30)


@pytest.fixture
def world(at):
    return World(at)


@pytest.fixture
def tenancy(world):
    """Three rent days unpaid, £450 of it only because an award has not come, and a notice on 8 and 14 for tomorrow."""
    row = world.tenancy()
    world.later(days=70)
    unpaid = [Period(day, RENT, NOTHING) for day in rents.not_entered(row, world.on)]
    words = {"actor": world.housing, "at": world.at}
    row = entering.enter(ref=row.reference, seen=Tenancy.objects.get(pk=row.pk).version, periods=unpaid, **words)
    row = entering.await_award(ref=row.reference, seen=row.version, amount=Money(45_000), **words)
    notice = NoticeGiven(world.on, world.on + timedelta(days=1), ("8", "14"))
    return life.serve_notice(ref=row.reference, seen=row.version, notice=notice, **words)


def rows(found):
    return {row.key: row for row in found.rows}


def test_a_mixed_notice_is_in_time_and_its_ground_8_is_short(world, tenancy):
    (found,) = notice_checker.of_tenancy(tenancy, world.on)
    read = rows(found)
    timing = read["The date in the notice is not too early"]
    assert timing.value[0] == Tag("Nothing wrong found", "green")
    assert "With ground 14 in the notice the date may be the day it was given" in timing.value[1]
    short = next(row for key, row in read.items() if key.startswith("Unpaid rent"))
    assert short.value[0].text == "May be wrong"
    assert "£2,985.00 unpaid, less £450.00" in short.value[1]
    assert read["Ground 8 alone"].value.startswith("The earliest date would be Saturday 27 February 2027 (4 weeks")
    assert read["No court order takes effect before"].value.startswith("Saturday 13 February 2027")
    assert all(row.note for row in found.rows)


def test_a_notice_taken_back_is_not_read(world, tenancy):
    life.withdraw_notice(ref=tenancy.reference, seen=tenancy.version, actor=world.housing, at=world.at)
    assert notice_checker.of_tenancy(tenancy, world.on) == []


@pytest.mark.parametrize("began_on", [date(2026, 11, 21), None])
def test_the_households_notice_is_read_with_the_rent_of_its_tenancy(world, tenancy, began_on):
    household = tenancy.nomination.household
    notice = HouseholdNotice("section_8", "assured", world.on, world.on + timedelta(days=1), ("8", "14"), began_on)
    decisions.record_notice(
        ref=household.reference, seen=household.version, notice=notice, actor=world.housing, at=world.at
    )
    (found,) = notice_checker.of_household(household, world.on)
    short = next(row for row in found.rows if row.key.startswith("Unpaid rent"))
    assert short.value[0].text == ("May be wrong" if began_on else "Not known yet")


def test_the_pages_show_it(client, world, tenancy):
    report = Reports(world).by_landlord(tenancy)
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    for url in (f"/office/tenancies/{tenancy.reference}/", f"/office/tenancy-concerns/{report.reference}/"):
        body = client.get(url).content.decode()
        assert "How the notice checker reads it: Grounds 8, 14, for Sunday 31 January 2027" in body
    assert "How the notice checker" not in page(client, tenancy.nomination.household)
