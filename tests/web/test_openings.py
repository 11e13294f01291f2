"""Pages of lettings and tenancies about one restricted household count as openings of its record; lists never do."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.accounts.models import User
from core.audit.models import Event
from households.models import Household
from households.rules.case import Restriction
from households.services import contact
from tenancies.models import Tenancy
from tenancies.rules.check_in import Moment, Side
from tenancies.services import check_ins, sheets
from tests.web.client import officer, send, sign_in
from tests.world import World
from tests.world_reports import Reports

pytestmark = pytest.mark.django_db

LISTS = (
    "/office/",
    "/office/tenancies/",
    "/office/tenancy-concerns/?state=all",
    "/office/homes-to-rent/",
    "/office/search/?q=DA1",
)


@pytest.fixture
def world(at: datetime) -> World:
    return World(at)


def restrict(world: World, household: Household) -> Household:
    row = Household.objects.get(pk=household.pk)
    return contact.restrict(
        ref=row.reference, seen=row.version, restriction=Restriction.DOMESTIC_ABUSE, actor=world.housing, at=world.at
    )


def openings(household: Household) -> int:
    return Event.objects.about(household.subject).filter(action="household.open_restricted").count()


def manager(world: World) -> User:
    return officer("manager", world.at)


def each_counts(world: World, reader: User, household: Household, pages: Iterable[str]) -> None:
    """Each page, on a day of its own and opened twice, is written down once."""
    for page in pages:
        world.later(days=1)
        before = openings(household)
        with time_machine.travel(world.at, tick=False):
            client = sign_in(Client(), reader)
            assert {client.get(page).status_code for _ in range(2)} == {200}, page
        assert openings(household) == before + 1, page


def none_counts(world: World, reader: User, household: Household, pages: Iterable[str]) -> None:
    world.later(days=1)
    before = openings(household)
    with time_machine.travel(world.at, tick=False):
        client = sign_in(Client(), reader)
        for page in pages:
            assert client.get(page).status_code == 200, page
    assert openings(household) == before


def pages_of(row: Tenancy, world: World) -> list[str]:
    where = f"/office/tenancies/{row.reference}"
    ring = check_ins.ask(
        tenancy_ref=row.reference,
        moment=Moment("week_1", "Week 1", world.on),
        side=Side.TENANT,
        actor=world.housing,
        at=world.at,
    )
    given = {"reasons": ["debt"], "named": True, "actor": world.housing, "at": world.at}
    sheet = sheets.for_tenant(ref=row.reference, seen=Tenancy.objects.get(pk=row.pk).version, **given)
    forms = ("list", "at-risk", "notice", "tenant-notice", "end", "direct-payment", "rent/payment", "rent/first-day")
    return [
        f"{where}/",
        *(f"{where}/{form}/" for form in forms),
        f"{where}/notice/check/",
        f"{where}/rent/record/",
        f"{where}/facts/{sheet.reference}/",
        f"{where}/facts/{sheet.reference}.pdf",
        f"/office/tenancies/check-ins/{ring.reference}/",
    ]


def test_a_tenancy_and_all_its_forms_count(world):
    row = world.tenancy()
    pages = pages_of(row, world)
    household = restrict(world, row.nomination.household)
    reader = manager(world)
    each_counts(world, reader, household, pages)
    none_counts(world, reader, household, LISTS)


def test_a_tenancy_concern_and_its_forms_count(world):
    report = Reports(world).agreed()
    household = restrict(world, report.household)
    where = f"/office/tenancy-concerns/{report.reference}/"
    new = f"/office/tenancy-concerns/new/tenancy/{report.tenancy.reference}/"
    pages = [where, f"{where}review/", f"{where}actions/1/take-out/", new, f"{new}officer/hoarding/"]
    reader = manager(world)
    each_counts(world, reader, household, pages)
    none_counts(world, reader, household, LISTS)


def test_every_page_of_a_letting_counts(world):
    household = world.household()
    Household.objects.filter(pk=household.pk).update(existing_liability_ends_on=world.on + timedelta(days=62))
    row = world.nomination(world.let(), household, upto="offer")
    offer, viewing, let = world.offer(row), row.viewings.get(), world.let()
    rent_check = world.rent_check(let, household, affordable=None)
    release = world.release(household)
    household = restrict(world, household)
    both = f"{let.reference}/put-forward/{household.reference}/"
    pages = [
        f"/office/put-forward/{row.reference}/",
        f"/office/put-forward/{row.reference}/withdraw/",
        f"/office/put-forward/{row.reference}/keys/",
        f"/office/viewings/{viewing.reference}/outcome/",
        f"/office/offers/{offer.reference}/",
        f"/office/offers/{offer.reference}/checks/",
        f"/office/rent-checks/{rent_check.reference}/",
        f"/office/rent-checks/{rent_check.reference}/answer/",
        f"/office/homes-to-rent/{both}",
        f"/office/homes-to-rent/{both.replace('put-forward', 'rent-check')}",
        f"/office/households/{household.reference}/early-release/",
        f"/office/early-releases/{release.reference}/",
        f"/office/early-releases/{release.reference}/letter/",
    ]
    reader = manager(world)
    each_counts(world, reader, household, pages)
    shortlist = f"/office/homes-to-rent/{let.reference}/shortlist/"
    none_counts(world, reader, household, [*LISTS, shortlist])


def test_neither_side_is_written_down_and_a_form_that_is_sent_is_an_act_of_its_own(world):
    row = world.tenancy()
    household = restrict(world, row.nomination.household)
    home = row.nomination.let.home
    sides = {"landlord": home.landlord.user, "resident": household.resident}
    world.later(days=1)
    with time_machine.travel(world.at, tick=False):
        for door, user in sides.items():
            page = sign_in(Client(), User.objects.get(pk=user.pk)).get(f"/{door}/tenancies/{row.reference}/")
            assert page.status_code == 200
        version = Tenancy.objects.get(pk=row.pk).version
        at_risk = f"/office/tenancies/{row.reference}/at-risk/"
        assert send(sign_in(Client(), manager(world)), at_risk, {"seen": version, "note": "Behind."}).status_code == 302
    assert openings(household) == 0


def test_a_record_that_is_open_to_all_asks_for_nothing_of_it(world):
    row = world.tenancy()
    reader = sign_in(Client(), manager(world))
    where = f"/office/tenancies/{row.reference}/"

    def cost() -> int:
        with time_machine.travel(world.at, tick=False), CaptureQueriesContext(connection) as asked:
            assert reader.get(where).status_code == 200
        return len(asked)

    cost()
    usual = cost()
    restrict(world, row.nomination.household)
    first, again = cost(), cost()
    assert usual < again < first
