"""A tenant who says no: what is deleted, and what we say of it."""

from datetime import timedelta

import pytest

from core.accounts.models import User
from core.errors import IllegalMove
from core.notifications.models import OutboxMessage
from tenancies.models import ProblemReport
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import ContactBy, Outcome, Stage
from tenancies.services import contacting, ending, reporting
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given
from tests.web.client import send, sign_in
from tests.world import World
from tests.world_reports import Reports, fresh, open_kinds, resident_of, tenancy

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def by_officer(world: World) -> ProblemReport:
    return reporting.report(
        tenancy_ref=tenancy(world).reference,
        given=Given(Problem.HOARDING),
        source=Source.OFFICER,
        actor=world.housing,
        at=world.at,
    )


def test_what_an_officer_recorded_goes_too_when_the_tenant_says_no(world, reports):
    row = by_officer(world)
    reports.do(contacting.tell_tenant, row, words="We are worried.", delivery=Delivery.EMAIL)
    row = reports.do(ending.decline, row, resident_of(row.tenancy))
    assert row.delete_on == world.on + timedelta(days=28)


def test_the_tenant_is_told_and_reached_of_what_an_officer_recorded(world, reports):
    row = by_officer(world)
    assert "report_article_14" in open_kinds(row)
    reports.triaged(row)
    assert "report_tenant" in open_kinds(row)
    reports.do(contacting.withhold_notice, row, note="He reads her post.")
    assert "report_article_14" not in open_kinds(row)
    reports.do(contacting.lift_withholding, row, reason="He moved out.")
    reports.do(ending.decline, row)
    assert "report_article_14" in open_kinds(row)


def test_a_day_of_deletion_is_spoken_of_only_when_there_is_one(client, world, reports):
    theirs = reports.triaged(reports.by_tenant(world.household(), Given(Problem.OTHER)))
    others = reports.triaged()
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    for row, goes in ((theirs, False), (others, True)):
        address = f"/office/tenancy-concerns/{row.reference}/decline/"
        assert ("deleted 28 days from now" in client.get(address).text) is goes
        done = send(client, address, {"seen": fresh(row).version})
        assert ("The day of deletion is on the record" in client.get(done.url).text) is goes
        assert (fresh(row).delete_on is not None) is goes


@pytest.mark.parametrize("end", ["resolved", "closed_no_contact", "escalated_to_case"])
def test_a_tenant_told_after_the_end_can_still_say_no(client, world, reports, end):
    row = reports.triaged()
    reports.answer(row)
    if end == "resolved":
        reports.tried(row, ContactBy.TELEPHONE, reached=True)
        reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    elif end == "closed_no_contact":
        for by in (ContactBy.TELEPHONE, ContactBy.LETTER, ContactBy.VISIT):
            reports.tried(row, by)
        reports.do(contacting.close_no_contact, row)
    else:
        reports.do(ending.escalate, row, stage=Stage.PRE_PREVENTION, reason="They may lose the home.")
    reports.do(contacting.tell_tenant, row, words="We are worried.", delivery=Delivery.EMAIL)
    before, sent = fresh(row), OutboxMessage.objects.count()
    page = f"/resident/problems/{row.reference}/"
    sign_in(client, User.objects.get(pk=resident_of(row.tenancy).user_id))
    assert "I do not want help with this" in client.get(page).text
    send(client, f"{page}no-help/", {"seen": before.version})
    after = fresh(row)
    assert after.delete_on == world.on + timedelta(days=28)
    assert (after.state, after.outcome, after.closed_at) == (before.state, before.outcome, before.closed_at)
    assert (before.state, OutboxMessage.objects.count()) == (end, sent)
    assert "I do not want help with this" not in client.get(page).text
    with pytest.raises(IllegalMove):
        reports.do(ending.decline, row)


def test_an_officer_writes_down_a_no_after_the_end(client, world, reports):
    row = reports.settled()
    reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    assert "Tenant declines help" in client.get(f"/office/tenancy-concerns/{row.reference}/").text
    assert "The landlord hears nothing" in client.get(f"/office/tenancy-concerns/{row.reference}/decline/").text
    send(client, f"/office/tenancy-concerns/{row.reference}/decline/", {"seen": fresh(row).version})
    assert (fresh(row).outcome, fresh(row).delete_on) == ("settled", world.on + timedelta(days=28))
    assert "Tenant declines help" not in client.get(f"/office/tenancy-concerns/{row.reference}/").text
