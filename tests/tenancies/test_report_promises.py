"""That what each side reads of a concern gives nothing away, and that what it promises is kept."""

from datetime import datetime, timedelta

import pytest

from core.access.actor import system
from core.deadlines.models import Deadline
from core.errors import Stale
from core.notifications.models import OutboxMessage
from core.notifications.rules.safe_contact import SafeContact
from households.models import Household
from households.rules.case import Restriction
from households.selectors.contact import rule_of
from households.services import contact
from tenancies.models import CheckIn, ProblemReport
from tenancies.rules.check_in import Answer
from tenancies.rules.joint import Barrier
from tenancies.rules.problem import Problem
from tenancies.rules.report import Intention, Side, Stage
from tenancies.selectors import reports as selectors
from tenancies.services import check_ins, contacting, ending, noticing, triaging
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given
from tests.world import World
from tests.world_reports import Reports, fresh, landlord_of, open_kinds, resident_of

pytestmark = pytest.mark.django_db

THINKING = Given(Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "month"})
LOCKED_OUT = Given(Problem.ILLEGAL_EVICTION, {"happening": "locked_out", "tonight": "no"})


@pytest.fixture
def world(at: datetime) -> World:
    return World(at)


def restricted(world: World, household: Household, why: Restriction = Restriction.DOMESTIC_ABUSE) -> Household:
    row = Household.objects.get(pk=household.pk)
    return contact.restrict(ref=row.reference, seen=row.version, restriction=why, actor=world.manager, at=world.at)


def test_a_form_opened_before_the_tenant_said_how_to_reach_them_cannot_undo_it(world: World) -> None:
    household = world.household(duty=None)
    before = Household.objects.get(pk=household.pk).version
    Reports(world).by_tenant(household, Given(Problem.DOMESTIC_ABUSE, {"safe": "no", "reach": "text"}))
    with pytest.raises(Stale):
        contact.set_safe_contact(
            ref=household.reference, seen=before, rule=SafeContact(), actor=world.housing, at=world.at
        )
    assert rule_of(Household.objects.get(pk=household.pk)).no_email


@pytest.mark.parametrize("ends", ["declined", "case"])
def test_a_landlord_who_still_waits_reads_the_same_whether_the_work_goes_on(world: World, ends: str) -> None:
    reports, pages = Reports(world), []
    for ended in (False, True):
        tenancy = world.tenancy()
        row = reports.triaged(reports.by_landlord(tenancy, THINKING))
        reports.do(contacting.tell_tenant, row, words="A concern was raised.", delivery=Delivery.EMAIL)
        if ended and ends == "declined":
            ending.decline(ref=row.reference, seen=fresh(row).version, actor=resident_of(tenancy), at=world.at)
        elif ended:
            reports.do(ending.escalate, row, stage=Stage.PRE_PREVENTION, reason="Why", became=Intention.NOT_KNOWN)
        row, landlord = fresh(row), landlord_of(tenancy)
        page = selectors.for_the_landlord(row, landlord, world.on)
        contacting.answer(ref=row.reference, side=Side.LANDLORD, body="And now?", actor=landlord, at=world.at)
        strip = page["strip"]
        pages.append((strip.state.label, strip.next_step, strip.by, page["acted"], bool(page["write_url"])))
    assert pages[0] == pages[1]
    assert pages[1][-1] is True


def test_a_worried_answer_stays_with_the_tenant_whose_record_is_restricted(world: World) -> None:
    tenancy = world.tenancy()
    restricted(world, tenancy.nomination.household)
    world.later(days=7)
    check_ins.ask_due(actor=system("check_in"), at=world.at)
    asked = CheckIn.objects.get(side="tenant", tenancy=tenancy)
    row = check_ins.record(
        ref=asked.reference, seen=asked.version, given=Answer.WORRIED, actor=world.manager, at=world.at
    ).report
    assert row is not None
    assert not row.private
    assert Barrier.DOMESTIC_ABUSE in row.barriers_today
    assert ProblemReport.objects.visible_to(resident_of(tenancy)).filter(pk=row.pk).exists()


def test_a_record_restricted_for_safeguarding_keeps_the_sides_apart_too(world: World) -> None:
    reports, tenancy = Reports(world), world.tenancy()
    row = reports.triaged(reports.by_landlord(tenancy))
    reports.do(triaging.keep_apart, row, actor=world.manager, barrier=Barrier.SAFEGUARDING)
    restricted(world, tenancy.nomination.household, Restriction.SAFEGUARDING)
    second = fresh(reports.by_landlord(tenancy))
    assert (second.private, second.barriers_today) == (True, [Barrier.SAFEGUARDING])


def test_the_officer_who_has_a_restricted_case_is_called_as_well(world: World) -> None:
    household = world.household(duty=None)
    Household.objects.filter(pk=household.pk).update(lead_officer_id=world.housing.user_id)
    restricted(world, household)
    row = Reports(world).by_tenant(Household.objects.get(pk=household.pk), LOCKED_OUT)
    called = set(OutboxMessage.objects.about(row.subject).filter(template="report_ring_now").values_list("to_user_id"))
    assert called == {(world.housing.user_id,), (world.manager.user_id,)}
    assert selectors.today(row).startswith("We have called the officers who can help.")


def test_nobody_is_said_to_be_called_who_was_not(world: World) -> None:
    household = world.household(duty=None)
    row = Reports(world).by_tenant(household, LOCKED_OUT)
    OutboxMessage.objects.about(row.subject).filter(template="report_ring_now").delete()
    assert selectors.today(row) in ("We ring you today.", "We reach you today, in a way that is safe for you.")


def test_a_call_that_notice_made_pointless_is_not_promised_any_more(world: World) -> None:
    reports, tenancy = Reports(world), world.tenancy()
    row = reports.by_landlord(tenancy, THINKING)
    page = selectors.for_the_landlord(fresh(row), landlord_of(tenancy), world.on)
    assert page["strip"].next_step.startswith("We ring you by")
    ends_on = world.on + timedelta(days=130)
    reports.do(noticing.serve, row, served_on=world.on, ends_on=ends_on, grounds=("1A",))
    assert "report_ring" not in open_kinds(row)
    page = selectors.for_the_landlord(fresh(row), landlord_of(tenancy), world.on)
    assert "We ring you" not in page["strip"].next_step
    assert Deadline.objects.about(row.subject).open().filter(kind="report_contact").exists()
