"""Every open concern has a day and somebody who has it, and the queue begins with what presses most."""

from datetime import timedelta

import pytest

from core.accounts.models import User
from core.deadlines.models import Deadline
from core.errors import DomainError
from core.notifications.models import OutboxMessage
from core.ui.components import Strip
from tenancies.models import ProblemReport
from tenancies.rules.problem import Problem
from tenancies.rules.report import LANDLORD_HEARS, ContactBy, Owner, Side
from tenancies.rules.triage import Priority, ReportFilters
from tenancies.selectors import report_lists, report_office
from tenancies.selectors.reports import for_the_landlord, office_strip
from tenancies.services import agreeing, contacting, noticing, triaging
from tenancies.services.agreeing import ActionGiven
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given
from tests.web.client import sign_in
from tests.world import World
from tests.world_reports import ARREARS, Reports, fresh, landlord_of, open_kinds, tenancy

pytestmark = pytest.mark.django_db

SAID = {"words": "Somebody is worried.", "delivery": Delivery.EMAIL}
PUT_OUT = Given(Problem.ILLEGAL_EVICTION, {"happening": "locked_out", "tonight": "no"})


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def serve(world: World, reports: Reports, row: ProblemReport, days: int = 28) -> ProblemReport:
    return reports.do(noticing.serve, row, served_on=world.on, ends_on=world.on + timedelta(days=days))


def strip(row: ProblemReport, world: World) -> Strip:
    return office_strip(fresh(row), world.housing, world.on)


def test_a_concern_in_which_both_are_reached_and_told_is_looked_at_again(world, reports):
    row = reports.reached()
    reports.do(contacting.write, row, side=Side.LANDLORD, body="We are on it.")
    assert open_kinds(row) == {"report_review"}
    assert fresh(row).review_on == world.on + timedelta(days=14)
    assert strip(row, world).by == world.on + timedelta(days=14)
    world.later(days=14)
    again = reports.do(agreeing.review, row, note="They talk.")
    assert (again.state, again.review_on) == ("monitoring", world.on + timedelta(days=14))


def test_what_we_promised_to_do_ourselves_has_its_day(world, reports):
    row = reports.agreed()
    action = Deadline.objects.about(row.subject).open().get(kind="report_action_3")
    assert action.due_on == world.on + timedelta(days=7)
    assert action.person_id == world.housing.user_id
    assert not {"report_action_1", "report_action_2"} & open_kinds(row)
    agreeing.tick(ref=row.reference, number=3, actor=world.housing, at=world.at)
    assert "report_action_3" not in open_kinds(row)
    more = (ActionGiven(Owner.COUNCIL, "Ring the neighbour", world.on),)
    reports.do(agreeing.agree, row, actions=more)
    assert "report_action_4" in open_kinds(row)
    reports.do(agreeing.drop, row, number=4, reason="Not needed")
    assert "report_action_4" not in open_kinds(row)


def test_a_plan_is_agreed_and_looked_at_after_notice_too(world, reports):
    row = serve(world, reports, reports.triaged(reports.by_landlord()))
    plan = (ActionGiven(Owner.COUNCIL, "Ask for direct payment", world.on + timedelta(days=7)),)
    with pytest.raises(DomainError, match="Reach the tenant first"):
        reports.do(agreeing.agree, row, actions=plan)
    reports.tried(row, ContactBy.VISIT, reached=True)
    row = reports.do(agreeing.agree, row, actions=plan)
    assert (row.state, row.review_on) == ("notice_served", world.on + timedelta(days=14))
    assert {"report_review", "report_action_1"} <= open_kinds(row)
    labels = {action.label for action in report_office.buttons(fresh(row), world.housing)}
    assert {"Add actions", "Look again"} <= labels
    world.later(days=14)
    row = reports.do(agreeing.review, row, note="The award has come.")
    assert (row.state, row.review_on) == ("notice_served", world.on + timedelta(days=14))


def test_the_next_step_and_the_day_are_of_one_thing(world, reports):
    row = reports.by_landlord()
    assert strip(row, world).next == "We say how urgent this report is."
    first = Deadline.objects.about(row.subject).open().soonest_first().first()
    assert first.what in strip(row, world).next
    assert strip(row, world).by == first.due_on


def listed(world: World) -> list[ProblemReport]:
    return list(report_lists.listed(world.housing, ReportFilters(), world.on))


def test_what_presses_most_stands_first(client, world, reports):
    home = tenancy(world)
    old = reports.by_landlord(home, Given(Problem.REPAIRS, {"how_bad": "other", "done": "none"}))
    calm = reports.reached(reports.by_landlord(home))
    reports.do(contacting.write, calm, side=Side.LANDLORD, body="We are on it.")
    noticed = reports.reached(reports.by_landlord(home))
    reports.do(contacting.write, noticed, side=Side.LANDLORD, body="We are on it.")
    serve(world, reports, noticed)
    world.later(days=1)
    waiting = reports.by_landlord(home, ARREARS)
    put_out = reports.by_tenant(home.nomination.household, PUT_OUT)
    found = [row.pk for row in listed(world)]
    assert found == [noticed.pk, put_out.pk, waiting.pk, old.pk, calm.pk]


def test_notice_makes_a_concern_red(world, reports):
    row = reports.triaged(reports.by_landlord())
    assert row.priority == Priority.AMBER
    row = serve(world, reports, row)
    assert row.priority == Priority.RED
    assert row.reply_by == world.on
    assert Deadline.objects.about(row.subject).open().get(kind="report_contact").due_on == world.on


def heard(row: ProblemReport) -> int:
    return OutboxMessage.objects.about(row.subject).filter(template="report_acted_landlord").count()


def test_the_landlord_hears_that_we_acted_once_we_have_and_never_whom_we_reached(client, world, reports):
    row = reports.triaged()
    sign_in(client, User.objects.get(pk=landlord_of(row.tenancy).user_id))
    where = f"/landlord/reports/{row.reference}/"
    assert heard(row) == 0
    assert "We have acted" not in client.get(where).text
    reports.tried(row, ContactBy.TELEPHONE)
    reports.tried(row, ContactBy.VISIT, reached=True)
    assert heard(row) == 1
    page = client.get(where).text
    assert LANDLORD_HEARS in page
    following = page[page.index("What happens next") :]
    assert "We have acted" not in following[: following.index("</dl>")]


def test_telling_the_tenant_is_acting_too(world, reports):
    row = reports.triaged()
    reports.do(contacting.tell_tenant, row, **SAID)
    assert heard(row) == 1
    reports.tried(row, ContactBy.VISIT)
    assert heard(row) == 1


def test_deciding_again_how_urgent_it_is_tells_the_landlord_nothing(world, reports):
    row = reports.triaged()
    reports.do(triaging.triage, row, priority=Priority.RED, note="Notice tomorrow.")
    assert heard(row) == 0


def test_a_landlord_reads_the_promise_beside_its_day(world, reports):
    row = reports.triaged()
    shown = for_the_landlord(fresh(row), landlord_of(row.tenancy), world.on)["strip"]
    assert shown.next.startswith("We answer you.")
    assert shown.by == row.reply_by
    reports.do(contacting.write, row, side=Side.LANDLORD, body="We are on it.")
    shown = for_the_landlord(fresh(row), landlord_of(row.tenancy), world.on)["strip"]
    assert "answer" not in shown.next
    assert shown.by is None
