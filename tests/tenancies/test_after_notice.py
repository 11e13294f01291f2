"""What officers and landlords are led to do once notice is given, and the notice read by what we know."""

import re
from datetime import date

import pytest
import time_machine
from django.test import Client

from core import dates
from core.access.actor import Actor
from core.accounts.models import User
from core.deadlines.models import Deadline
from core.money import Money
from tenancies.models import Tenancy
from tenancies.rules.notice import NoticeGiven
from tenancies.selectors import doing
from tenancies.selectors import rents as rent_record
from tenancies.services import life, rents
from tenancies.services.rents import Period
from tests.web.client import send, sign_in
from tests.world import World
from tests.world_reports import Reports
from workspaces.selectors.tenancy import office

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at) -> World:
    return World(at)


def signed_in(actor: Actor) -> Client:
    return sign_in(Client(), User.objects.get(pk=actor.user_id))


def text(page) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def unpaid(world: World, months: int, waiting: int = 0) -> Tenancy:
    """A tenancy with so many rent days unpaid, and some pounds of it waiting only for an award."""
    row = world.tenancy(rent=90_000)
    world.later(days=31 * months)
    nothing = Money.zero()
    for_days = rent_record.not_entered(row, world.on)[:months]
    periods = [Period(day, row.rent, nothing) for day in for_days]
    row = rents.enter(ref=row.reference, seen=row.version, periods=periods, actor=world.owner, at=world.at)
    if waiting:
        given = {"seen": row.version, "amount": Money(waiting * 100), "actor": world.housing, "at": world.at}
        rents.await_award(ref=row.reference, **given)
    return Tenancy.objects.get(pk=row.pk)


def noticed(world: World, row: Tenancy) -> Tenancy:
    notice = NoticeGiven(world.on, world.on, ("8", "14"))
    life.serve_notice(ref=row.reference, seen=row.version, notice=notice, actor=world.housing, at=world.at)
    return Tenancy.objects.get(pk=row.pk)


def test_the_checker_knows_what_our_records_say(world):
    row = noticed(world, unpaid(world, 3, waiting=680))
    with time_machine.travel(world.at, tick=False):
        page = signed_in(world.housing).get(f"/office/tenancies/{row.reference}/notice/check/")
    form = page.context["form"]
    assert form.is_valid()
    facts = form.facts()
    assert (facts.served_on, facts.specified_on, facts.tenancy_began_on) == (world.on, world.on, row.started_on)
    assert facts.grounds == ("8", "14")
    assert (facts.rent.amount, facts.rent.arrears, facts.rent.only_unpaid_award) == (
        Money(90_000),
        Money(270_000),
        Money(68_000),
    )
    assert "£2,020.00" in text(page)


def test_the_checker_is_filled_before_any_notice_is_on_record(world):
    row = unpaid(world, 1)
    with time_machine.travel(world.at, tick=False):
        page = signed_in(world.housing).get(f"/office/tenancies/{row.reference}/notice/check/")
    form = page.context["form"]
    assert (form["rent"].value(), form["arrears"].value()) == ("£900.00", "£900.00")
    assert form.facts().served_on is None


def test_the_checker_is_reached_from_the_tenancy_and_from_its_concern(world):
    row = unpaid(world, 1)
    report = Reports(world).by_landlord(row)
    where = f'href="/office/tenancies/{row.reference}/notice/check/"'
    with time_machine.travel(world.at, tick=False):
        office = signed_in(world.housing)
        assert where in office.get(f"/office/tenancies/{row.reference}/").text
        assert where in office.get(f"/office/tenancy-concerns/{report.reference}/").text


def test_after_notice_the_first_thing_to_do_stands_out_and_ending_does_not(world):
    row = noticed(world, unpaid(world, 1))
    styles = {action.label: action.style for action in doing.office(row, world.housing)}
    assert styles["Check the notice"] == "primary"
    assert list(styles.values()).count("primary") == 1
    assert styles["End the tenancy"] == "secondary"
    assert "warning" not in styles.values()
    assert "Check the notice" not in {action.label for action in doing.office(world.tenancy(), world.housing)}


def leads(world: World, row: Tenancy) -> tuple[str, date | None]:
    strip = office(Tenancy.objects.get(pk=row.pk), world.housing, world.on)["strip"]
    return strip.next, strip.by


def test_the_clock_of_a_notice_leads_whatever_else_is_late(world):
    row = unpaid(world, 3)
    world.later(days=20)
    late = Deadline.objects.about(row.subject).open().overdue(world.on)
    assert late.filter(kind="arrears").exists()
    assert leads(world, row)[1] < world.on
    row = noticed(world, row)
    read = "ead the notice with the tenant, and say that its date is not the day to leave"
    assert leads(world, row) == (f"We r{read}.", dates.add_working_days(world.on, 0))
    assert doing.waiting(row, world.housing)[0].value == f"R{read}"
    attend = {"ref": row.reference, "seen": row.version, "actor": world.housing, "at": world.at}
    row = life.attended(kind=life.READ_NOTICE, note="Read it with her.", **attend)
    next_step, by = leads(world, row)
    assert next_step.startswith("We ask both what came of the notice")
    assert by > world.on
    assert late.filter(kind="arrears").exists()


def test_a_landlord_who_has_given_notice_is_not_told_to_ring_before(world):
    row = unpaid(world, 3)
    where = f"/landlord/tenancies/{row.reference}/"
    with time_machine.travel(world.at, tick=False):
        owner = signed_in(world.owner)
        assert "Ring us before you give notice" in text(owner.get(where))
        noticed(world, row)
        after = text(owner.get(where))
    assert "before you give notice" not in after
    assert "what is paid before the hearing counts" in after


def test_an_officer_takes_a_landlords_call_about_a_tenant_we_did_not_house(world):
    landlord = world.tenancy().nomination.let.home.landlord
    where = f"/office/tenancy-concerns/new/landlord/{landlord.reference}/"
    with time_machine.travel(world.at, tick=False):
        office = signed_in(world.liaison)
        assert where in office.get(f"/office/landlords/{landlord.reference}/").text
        asked = send(office, where, {"source": "landlord", "problem": "arrears"})
        given = {"owed": "3_months", "notice": "no", "words": ""}
        wrong = send(office, asked.url, given)
        assert "There is a problem" in wrong.text
        assert "The tenant’s name" in wrong.text
        assert "Your tenant" not in wrong.text
        them = {"tenant_name": "Jo Vale", "address": "3 Mill Lane", "postcode": "DA1 1AB"}
        sent = send(office, asked.url, given | them)
        page = office.get(sent.url).text
    assert "Jo Vale" in page
    assert landlord.name in page
