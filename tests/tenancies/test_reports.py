"""Reports about tenancies, told through services."""

import pytest

from core.access.actor import Kind
from core.deadlines.models import Deadline
from core.deadlines.services import MANAGER_IS_TOLD
from core.errors import DomainError, IllegalMove, NotFound, Refused, Stale
from core.notifications.models import OutboxMessage
from core.notifications.rules.safe_contact import SafeContact
from households.models import Household
from households.services import contact
from tenancies.models import ProblemReport
from tenancies.rules.joint import Barrier
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import LANDLORD_HEARS, ContactBy, Owner, Side
from tenancies.rules.triage import Priority
from tenancies.selectors import report_office
from tenancies.services import agreeing, contacting, ending, reporting, triaging
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given
from tests.world import World
from tests.world_reports import ARREARS, Reports, fresh, landlord_of, open_kinds, resident_of, tenancy

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def written_to(row: ProblemReport) -> list[tuple[str, str]]:
    """Templates and states of the messages about it, oldest first."""
    return list(OutboxMessage.objects.about(row.subject).order_by("pk").values_list("template", "state"))


def test_a_landlord_has_a_receipt_with_the_promised_day_at_once(world, reports):
    row = reports.by_landlord()
    assert (row.proposed, row.reply_by.isoformat()) == ("amber", "2026-11-24")
    assert open_kinds(row) == {"report_triage", "report_contact", "report_article_14"}
    message = OutboxMessage.objects.get(template="report_received_landlord")
    assert row.reference in message.body
    assert "Tuesday 24 November 2026" in message.body


def test_managers_hear_when_nobody_reads_a_report_answers_it_or_reaches_the_tenant(world, reports):
    told = Deadline.objects.filter(otherwise=MANAGER_IS_TOLD, subject_kind=ProblemReport.KIND)
    reports.by_landlord()
    assert set(told.values_list("kind", flat=True)) == {"report_triage", "report_contact"}
    reports.triaged()
    assert "report_tenant" in told.values_list("kind", flat=True)


def test_a_landlord_reports_for_their_own_tenancy_only(world, reports):
    row = tenancy(world)
    stranger = world.someone(Kind.LANDLORD)
    with pytest.raises(DomainError, match="cannot find that tenancy"):
        reporting.report(tenancy_ref=row.reference, given=ARREARS, source=Source.LANDLORD, actor=stranger, at=world.at)
    with pytest.raises(Refused):
        reporting.report(
            tenancy_ref=row.reference, given=ARREARS, source=Source.TENANT, actor=landlord_of(row), at=world.at
        )


def test_triage_makes_a_lead_worker_and_the_first_try_tells_the_landlord_one_sentence(world, reports):
    row = fresh(reports.triaged())
    assert row.lead_worker_id == world.housing.user_id
    assert {d.person_id for d in Deadline.objects.about(row.subject).open()} == {world.housing.user_id}
    assert not OutboxMessage.objects.filter(template="report_acted_landlord").exists()
    reports.tried(row, ContactBy.TELEPHONE)
    assert LANDLORD_HEARS in OutboxMessage.objects.get(template="report_acted_landlord").body


def test_deciding_otherwise_than_proposed_needs_a_reason_and_keeps_the_promise(world, reports):
    row = reports.by_landlord()
    with pytest.raises(DomainError, match="Say why"):
        reports.do(triaging.triage, row, priority=Priority.GREEN)
    lower = reports.do(triaging.triage, row, priority=Priority.GREEN, note="They have talked.")
    assert lower.reply_by == row.reply_by
    higher = reports.do(triaging.triage, row, priority=Priority.RED, note="Notice tomorrow.")
    assert higher.reply_by == world.on
    assert Deadline.objects.about(row.subject).open().get(kind="report_contact").due_on == world.on


def test_a_stale_form_and_an_officer_without_the_role_change_nothing(world, reports):
    row = reports.by_landlord()
    with pytest.raises(Stale):
        triaging.triage(
            ref=row.reference, seen=row.version + 1, priority=Priority.AMBER, actor=world.housing, at=world.at
        )
    with pytest.raises(Refused):
        reports.do(triaging.triage, row, world.finance, priority=Priority.AMBER)
    assert fresh(row).state == "received"


def test_no_contact_needs_tries_in_different_ways_and_safe_ones(world, reports):
    row = reports.triaged()
    household = Household.objects.get(pk=row.household_id)
    contact.set_safe_contact(
        ref=household.reference,
        seen=household.version,
        rule=SafeContact(no_letter=True),
        actor=world.housing,
        at=world.at,
    )
    for _ in range(3):
        reports.tried(row, ContactBy.TELEPHONE)
    with pytest.raises(DomainError, match="another way"):
        reports.do(contacting.close_no_contact, row)
    with pytest.raises(DomainError, match="not to send letters"):
        reports.tried(row, ContactBy.LETTER)
    reports.tried(row, ContactBy.VISIT)
    with pytest.raises(DomainError, match="Do this first: answer the landlord"):
        reports.do(contacting.close_no_contact, row)
    reports.answer(row)
    closed = reports.do(contacting.close_no_contact, row)
    assert closed.state == "closed_no_contact"
    assert open_kinds(row) == {"report_article_14"}
    assert OutboxMessage.objects.filter(template="report_finished_landlord").exists()
    with pytest.raises(IllegalMove):
        reports.do(contacting.close_no_contact, row)


@pytest.mark.parametrize(
    ("rule", "by", "why", "warned"),
    [
        (SafeContact(no_call=True), ContactBy.TELEPHONE, "not to ring", "do not ring"),
        (SafeContact(no_text=True), ContactBy.TEXT, "not to send texts", "read the household’s rule"),
    ],
)
def test_nobody_is_reached_in_a_way_that_they_ruled_out(world, reports, rule, by, why, warned):
    row = reports.triaged()
    assert not report_office.warnings(row)
    household = Household.objects.get(pk=row.household_id)
    contact.set_safe_contact(
        ref=household.reference, seen=household.version, rule=rule, actor=world.housing, at=world.at
    )
    with pytest.raises(DomainError, match=why):
        reports.tried(row, by)
    assert warned in " ".join(report_office.warnings(row))


def test_the_first_answer_to_whoever_told_us_keeps_the_promise(world, reports):
    row = reports.triaged()
    reports.tried(row, ContactBy.TELEPHONE, reached=True)
    assert fresh(row).state == "contacted"
    assert "report_contact" in open_kinds(row)
    reports.do(contacting.write, row, side=Side.LANDLORD, body="We are on it.")
    assert "report_contact" not in open_kinds(row)
    assert fresh(row).replied_at == world.at


def test_each_side_writes_in_its_own_thread_only(world, reports):
    row = reports.reached()
    owner, resident = landlord_of(row.tenancy), resident_of(row.tenancy)
    contacting.answer(ref=row.reference, side=Side.LANDLORD, body="Any news?", actor=owner, at=world.at)
    contacting.answer(ref=row.reference, side=Side.TENANT, body="I lost my job.", actor=resident, at=world.at)
    for actor, side in ((owner, Side.TENANT), (resident, Side.LANDLORD), (world.someone(Kind.LANDLORD), Side.LANDLORD)):
        with pytest.raises(Refused):
            contacting.answer(ref=row.reference, side=side, body="Hello", actor=actor, at=world.at)
    assert list(row.thread.values_list("side", "body")) == [("landlord", "Any news?"), ("tenant", "I lost my job.")]
    assert {"report_answer_landlord", "report_answer_tenant"} <= open_kinds(row)


def test_a_tenant_knows_of_a_landlords_report_only_once_told(world, reports):
    row = reports.triaged()
    resident = resident_of(row.tenancy)
    assert not ProblemReport.objects.visible_to(resident).exists()
    with pytest.raises(DomainError, match="cannot read this"):
        reports.do(contacting.write, row, side=Side.TENANT, body="Hello")
    reports.do(contacting.tell_tenant, row, words="Somebody is worried.", delivery=Delivery.EMAIL)
    assert ProblemReport.objects.visible_to(resident).get() == row
    body = OutboxMessage.objects.get(template="report_article_14").body
    assert "your landlord" not in body
    assert "section 179" in body


def test_a_landlord_never_learns_of_a_tenants_report_nor_an_officers(world, reports):
    home = tenancy(world)
    row = reports.by_tenant(home.nomination.household, Given(Problem.THREATS, {"safe": "no"}))
    assert row.reply_by == world.on
    assert not ProblemReport.objects.visible_to(landlord_of(home)).exists()
    reports.triaged(row)
    with pytest.raises(DomainError, match="must not learn"):
        reports.do(contacting.write, row, side=Side.LANDLORD, body="Hello")
    assert not OutboxMessage.objects.about(row.subject).filter(to_user_id=landlord_of(home).user_id).exists()


def test_actions_are_shared_by_an_officer_with_the_tenants_agreement(world, reports):
    row = reports.agreed()
    owner, resident = landlord_of(row.tenancy), resident_of(row.tenancy)

    def seen(actor):
        return [action.number for action in agreeing.seen_by(fresh(row), actor)]

    assert (seen(owner), seen(resident), seen(world.housing)) == ([], [1], [1, 2, 3])
    agreed = {"numbers": (1, 2), "agreed_on": world.on}
    with pytest.raises(DomainError, match="how the tenant agreed"):
        reports.do(agreeing.share, row, agreed_how=" ", **agreed)
    reports.do(agreeing.share, row, agreed_how="On the telephone", **agreed)
    assert (seen(owner), seen(resident)) == ([1, 2], [1, 2])
    with pytest.raises(DomainError, match="not shared yet"):
        reports.do(agreeing.share, row, agreed_how="On the telephone", **agreed)
    with pytest.raises(NotFound):
        agreeing.tick(ref=row.reference, number=1, actor=owner, at=world.at)
    agreeing.tick(ref=row.reference, number=2, actor=owner, at=world.at)
    agreeing.tick(ref=row.reference, number=2, actor=owner, at=world.at)
    assert list(row.actions.exclude(done_at=None).values_list("number", flat=True)) == [2]


@pytest.mark.parametrize("barrier", list(Barrier))
def test_nothing_is_ever_shared_while_the_sides_are_kept_apart(world, reports, barrier):
    row = reports.shared()
    reports.do(triaging.keep_apart, row, barrier=barrier)
    assert agreeing.seen_by(fresh(row), landlord_of(row.tenancy)) == []
    with pytest.raises(Refused, match="kept apart"):
        reports.do(agreeing.share, row, numbers=(3,), agreed_on=world.on, agreed_how="On the telephone")
    with pytest.raises(Refused):
        reports.do(triaging.lift_barrier, row, barrier=barrier, reason="A mistake")


def test_a_manager_lifts_a_mark_but_not_what_the_report_is_about(world, reports):
    home = tenancy(world)
    row = reports.by_landlord(home, Given(Problem.NUISANCE, {"complains": "neighbour", "danger": "no", "notice": "no"}))
    reports.do(triaging.keep_apart, row, barrier=Barrier.SAFEGUARDING)
    lifted = reports.do(
        triaging.lift_barrier, row, world.manager, barrier=Barrier.SAFEGUARDING, reason="Another family"
    )
    assert (lifted.barriers, lifted.private) == (["neighbour"], False)
    with pytest.raises(DomainError, match="mark stays"):
        reports.do(triaging.lift_barrier, row, world.manager, barrier=Barrier.NEIGHBOUR, reason="No")


def test_an_abuse_report_is_absent_for_all_but_those_on_it(world, reports):
    home = tenancy(world)
    row = reporting.report(
        tenancy_ref=home.reference,
        given=Given(Problem.DOMESTIC_ABUSE),
        source=Source.OFFICER,
        actor=world.housing,
        at=world.at,
    )
    other = world.officer("housing")
    assert row.private
    everyone = (world.housing, world.manager, other, landlord_of(home), resident_of(home))
    seen = [ProblemReport.objects.visible_to(actor).exists() for actor in everyone]
    assert seen == [True, True, False, False, False]
    with pytest.raises(Refused):
        reports.do(triaging.triage, row, other, priority=Priority.RED)
    reports.triaged(row)
    with pytest.raises(DomainError, match="private"):
        reports.do(contacting.tell_tenant, row, words="Hello", delivery=Delivery.EMAIL)
    assert written_to(row) == []


def test_safe_contact_stops_every_message_to_the_tenant_and_no_work(world, reports):
    home = tenancy(world)
    household = Household.objects.get(pk=home.nomination.household_id)
    contact.set_safe_contact(
        ref=household.reference,
        seen=household.version,
        rule=SafeContact(no_email=True),
        actor=world.housing,
        at=world.at,
    )
    row = reports.by_tenant(household, Given(Problem.MONEY_WORRIES, {"owed": "none", "next_rent": "no"}))
    reports.triaged(row)
    reports.do(contacting.write, row, side=Side.TENANT, body="Shall we talk?")
    assert written_to(row) == [("report_received_tenant", "refused"), ("report_message_tenant", "refused")]
    assert row.thread.count() == 1


def test_a_report_comes_back_unless_everything_was_deleted(world, reports):
    row = reports.do(ending.decline, reports.triaged())
    row = reports.do(ending.reopen, row, reason="They rang after all.")
    assert (row.state, row.delete_on, row.outcome) == ("triaged", None, "")
    assert "report_contact" in open_kinds(row)


def test_an_action_is_not_agreed_before_the_tenant_is_reached(world, reports):
    row = reports.triaged()
    given = (agreeing.ActionGiven(Owner.COUNCIL, "Ring again", world.on),)
    with pytest.raises(DomainError, match="Reach the tenant first"):
        reports.do(agreeing.agree, row, actions=given)
    assert row.actions.count() == 0
