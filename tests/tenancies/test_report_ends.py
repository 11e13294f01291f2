"""How reports about tenancies end, and what becomes of a thought of giving notice."""

from datetime import timedelta

import pytest

from core.accounts.models import User
from core.audit.models import EventValues
from core.deadlines.models import Deadline
from core.errors import DomainError, Refused
from core.notifications.models import OutboxMessage
from households.models import Household
from households.services import cases
from tenancies import tasks
from tenancies.models import NoticeIntention, ProblemReport
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import ContactBy, Intention, Outcome, Stage
from tenancies.selectors import notices
from tenancies.services import agreeing, contacting, ending, erasing, noticing, reporting
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given
from tenancies.services.whose import TenantGiven
from tests.web.client import sign_in
from tests.world import World
from tests.world_reports import ARREARS, Reports, fresh, open_kinds, resident_of, tenancy

pytestmark = pytest.mark.django_db

NOTICE = Given(Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "month"})


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def test_reviews_follow_every_14_days(world, reports):
    row = reports.agreed()
    assert row.review_on == world.on + timedelta(days=14)
    world.later(days=14)
    row = reports.do(agreeing.review, row, note="Paid twice.")
    assert (row.state, row.review_on) == ("monitoring", world.on + timedelta(days=14))
    assert Deadline.objects.about(row.subject).open().get(kind="report_review").due_on == row.review_on
    reports.answer(row)
    row = reports.do(ending.resolve, row, outcome=Outcome.ARREARS_PLAN)
    assert (row.state, open_kinds(row)) == ("resolved", set())


def test_what_became_of_thoughts_of_notice_is_counted_out_of_what_an_officer_may_see(client, world, reports):
    kept, seen = (reports.triaged(reports.by_landlord(given=NOTICE)) for _ in range(2))
    reports.do(noticing.avert, seen, note="He waits.")
    reports.do(noticing.serve, kept, served_on=world.on, ends_on=world.on + timedelta(days=122))
    reports.by_landlord(given=NOTICE)

    def counted(actor) -> list[int]:
        return [tile.figure for tile in notices.became(actor, world.on)]

    reader = world.officer("auditor")
    assert counted(reader) == [1, 1, 0, 1]
    Household.objects.filter(pk=kept.household_id).update(restricted=True)
    assert counted(reader) == [1, 0, 0, 1]
    assert counted(world.manager) == [1, 1, 0, 1]
    sign_in(client, User.objects.get(pk=reader.user_id))
    assert [tile.figure for tile in client.get("/office/tenancy-concerns/").context["tiles"]] == [1, 0, 0, 1]
    assert [tile.figure for tile in notices.became(reader, world.on + timedelta(days=400))] == [0, 0, 0, 1]


def test_a_promise_to_wait_moves_no_date_of_the_tenants(world, reports):
    row = reports.triaged(reports.by_landlord(given=NOTICE))
    before = set(Deadline.objects.about(row.subject).values_list("kind", "due_on"))
    assert ("report_rights", world.on) in before
    intention = NoticeIntention.objects.get()
    assert intention.ring_by.isoformat() == "2026-11-23T13:00:00+00:00"
    reports.do(noticing.rang_landlord, row, advice="Ask for direct payment.", waits_until=world.on + timedelta(days=30))
    assert set(Deadline.objects.about(row.subject).values_list("kind", "due_on")) == before
    assert {"report_rights", "report_tenant"} <= open_kinds(row)
    reports.do(noticing.tell_rights, row, advice="Stay, and ring us.")
    assert "not the day you must leave" in OutboxMessage.objects.get(template="report_rights_tenant").body


def test_averted_and_given_notices_can_be_counted(world, reports):
    averted, served = reports.by_landlord(given=NOTICE), reports.by_landlord(given=NOTICE)
    reports.triaged(averted)
    reports.do(noticing.avert, averted, note="They wait for the rent.")
    dates = {"served_on": world.on, "ends_on": world.on + timedelta(days=40)}
    row = reports.do(noticing.serve, served, **dates)
    assert row.state == "notice_served"
    assert set(NoticeIntention.objects.values_list("outcome", flat=True)) == {Intention.AVERTED, Intention.SERVED}
    household = Household.objects.get(pk=row.household_id)
    assert household.notices.get().specified_on == dates["ends_on"]
    assert ending.proposed_stage(row, world.on) is Stage.ASSESSMENT
    with pytest.raises(DomainError, match="recorded already"):
        reports.do(noticing.avert, averted, note="Again")


def a_stranger(world: World) -> ProblemReport:
    """A landlord's report about a tenant whom we did not house."""
    landlord = world.landlord()
    return reporting.report(
        landlord_ref=landlord.reference,
        tenant=TenantGiven(
            "Jo Vale", "3 Mill Lane\nDartford", "DA1 1AB", email="jo@example.com", telephone="+441632960111"
        ),
        given=ARREARS,
        source=Source.LANDLORD,
        actor=world.owner,
        at=world.at,
    )


def test_a_tenant_we_did_not_house_gets_a_case_of_their_own(world, reports):
    row = reports.triaged(a_stranger(world))
    reports.tried(row, ContactBy.TELEPHONE, reached=True)
    with pytest.raises(Refused):
        reports.do(ending.escalate, row, world.liaison, stage=Stage.PRE_PREVENTION, reason="Two months owed")
    household = reports.do(ending.escalate, row, stage=Stage.PRE_PREVENTION, reason="Two months owed")
    assert (household.name, household.state, household.present_postcode) == ("Jo Vale", "early_help", "DA1 1AB")
    assert (household.email, household.telephone) == ("", "")
    assert fresh(row).household == household
    assert fresh(row).state == "escalated_to_case"


def test_a_closed_case_is_opened_again_and_one_with_a_duty_stays_as_it_is(world, reports):
    row = reports.reached()
    household = Household.objects.get(pk=row.household_id)
    assert reports.do(ending.escalate, row, stage=Stage.ASSESSMENT, reason="Notice").state == household.state == "open"
    again = reports.triaged(reports.by_landlord(tenancy(world, household=world.household(duty=None))))
    household = Household.objects.get(pk=again.household_id)
    cases.close(ref=household.reference, seen=household.version, reason="Settled", actor=world.manager, at=world.at)
    assert reports.do(ending.escalate, again, stage=Stage.ASSESSMENT, reason="Notice").state == "assessment"


def test_a_tenant_who_declines_is_forgotten_on_the_day_set(world, reports):
    row = reports.triaged(a_stranger(world))
    reports.do(contacting.confirm_contact, row, how="Jo Vale told us at the door.")
    reports.do(contacting.tell_tenant, row, words="Somebody is worried.", delivery=Delivery.EMAIL)
    reports.tried(row, ContactBy.TELEPHONE, reached=True)
    row = reports.do(ending.decline, row, note="No, thank you.")
    assert (row.outcome, row.delete_on) == ("declined", world.on + timedelta(days=28))
    assert erasing.due(world.on + timedelta(days=27)) == []
    assert erasing.due(world.on + timedelta(days=28)) == [row.reference]
    erasing.erase(ref=row.reference, actor=world.manager, at=world.at + timedelta(days=28))
    row = fresh(row)
    assert (row.tenant_name, row.words, row.answers, row.contact_confirmed_how) == ("", "", {}, "")
    assert row.attempts.count() == 0
    assert not OutboxMessage.objects.about(row.subject).exclude(body="", to_name="", to_address="").exists()
    kept = EventValues.objects.filter(event__subject_reference=row.reference, removed_at=None)
    assert not [values for values in kept if "Jo Vale" in f"{values.before}{values.after}{values.note}"]
    assert not [values for values in kept if values.note]


def test_the_nightly_task_deletes_what_is_due(world, reports):
    row = reports.triaged(a_stranger(world))
    reports.do(ending.decline, row)
    ProblemReport.objects.filter(pk=row.pk).update(delete_on=world.on)
    assert tasks.erase_declined_reports.call() == 1
    assert tasks.erase_declined_reports.call() == 0
    assert fresh(row).erased_at


def test_what_a_tenant_told_us_themselves_is_not_deleted_when_they_decline(world, reports):
    household = world.household()
    row = reports.triaged(reports.by_tenant(household, Given(Problem.OTHER)))
    assert reports.do(ending.decline, row).delete_on is None


def test_a_notice_that_is_not_safe_is_withheld_with_its_reason(world, reports):
    row = reports.by_landlord()
    with pytest.raises(DomainError, match="not safe"):
        reports.do(contacting.withhold_notice, row, note=" ")
    reports.do(contacting.withhold_notice, row, note="He reads her post.")
    assert "report_article_14" not in open_kinds(row)
    assert not ProblemReport.objects.visible_to(resident_of(row.tenancy)).exists()
