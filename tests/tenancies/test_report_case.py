"""After notice somebody who works on cases decides whether one opens: it does not go away by itself."""

from datetime import timedelta

import pytest

from core.accounts.models import User
from core.deadlines.models import Deadline
from core.deadlines.services import MANAGER_IS_TOLD
from core.errors import DomainError, Refused
from tenancies.models import ProblemReport
from tenancies.rules.problem import Source
from tenancies.rules.report import ContactBy, Outcome, Stage
from tenancies.selectors import report_office
from tenancies.services import contacting, ending, noticing, passing_on, reporting, triaging
from tenancies.services.whose import TenantGiven
from tests.web.client import send, sign_in
from tests.world import World
from tests.world_reports import ARREARS, Reports, fresh, open_kinds
from workspaces.rules.queue import Whose
from workspaces.selectors import queue

pytestmark = pytest.mark.django_db

WORDS = "No case opens"


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def served(world: World, reports: Reports, row: ProblemReport, actor=None) -> ProblemReport:
    days = {"served_on": world.on, "ends_on": world.on + timedelta(days=122)}
    reports.do(noticing.serve, row, actor, grounds=("1A",), **days)
    return fresh(row)


def ready(world: World, reports: Reports) -> ProblemReport:
    """Notice was given, and nothing is owed to either side."""
    row = served(world, reports, reports.settled())
    reports.do(noticing.tell_rights, row, advice="Stay, and ring us.")
    return fresh(row)


def offered(row: ProblemReport, world: World) -> set[str]:
    return {action.label for action in report_office.buttons(fresh(row), world.housing)}


def case_task(row: ProblemReport) -> Deadline:
    return Deadline.objects.about(row.subject).get(kind="report_case")


def test_a_concern_under_notice_is_resolved_only_once_it_is_decided(world, reports):
    row = ready(world, reports)
    with pytest.raises(DomainError, match="decide whether a case opens"):
        reports.do(ending.resolve, row, outcome=Outcome.MOVED)
    first, *rest = report_office.buttons(row, world.housing)
    assert (first.label, first.style) == ("Open a case", "primary")
    assert WORDS in {each.label for each in rest}
    reports.do(passing_on.decide_no_case, row, reason="They move in with family on Friday.")
    assert case_task(row).outcome == "no_case"
    assert WORDS not in offered(row, world)
    assert reports.do(ending.resolve, row, outcome=Outcome.MOVED).state == "resolved"


def test_opening_a_case_decides_it(world, reports):
    row = ready(world, reports)
    reports.do(ending.escalate, row, stage=Stage.PRE_PREVENTION, reason="Notice was given.")
    assert case_task(row).outcome == "escalated"


def test_it_outlives_a_tenant_whom_nobody_reaches(world, reports):
    row = served(world, reports, reports.triaged())
    reports.answer(row)
    for by in (ContactBy.TELEPHONE, ContactBy.VISIT, ContactBy.TELEPHONE):
        reports.tried(row, by)
    reports.do(contacting.close_no_contact, row)
    assert {"report_case", "report_rights"} <= open_kinds(row)
    assert WORDS in offered(row, world)
    reports.do(passing_on.decide_no_case, row, reason="The home is empty: they have gone.")
    assert "report_case" not in open_kinds(row)


def test_a_tenant_who_declines_help_has_decided_it(world, reports):
    row = served(world, reports, reports.triaged())
    reports.do(ending.decline, row)
    assert case_task(row).outcome == "declined"


def test_only_who_works_on_cases_decides_and_says_why(world, reports):
    calm = reports.triaged()
    row = ready(world, reports)
    with pytest.raises(Refused):
        reports.do(passing_on.decide_no_case, row, world.liaison, reason="Not needed.")
    with pytest.raises(DomainError, match="why no case opens"):
        reports.do(passing_on.decide_no_case, row, reason=" ")
    labels = {action.label for action in report_office.buttons(row, world.liaison)}
    assert WORDS not in labels
    with pytest.raises(DomainError, match="Nobody waits"):
        reports.do(passing_on.decide_no_case, calm, reason="Not needed.")


def test_it_waits_for_who_works_on_cases_whoever_leads_the_concern(world, reports):
    row = reports.triaged(actor=world.liaison)
    served(world, reports, row, world.liaison)
    task = case_task(row)
    assert task.person_id == fresh(row).household.lead_officer_id
    assert (task.capability, task.otherwise) == ("work_households", MANAGER_IS_TOLD)
    assert Deadline.objects.about(row.subject).get(kind="report_rights").person_id == world.liaison.user_id
    other = world.officer("landlord_liaison")
    reports.do(triaging.take_over, row, other)
    assert case_task(row).person_id == fresh(row).household.lead_officer_id
    triage = world.officer("triage")
    reports.do(triaging.take_over, row, triage)
    assert case_task(row).person_id == triage.user_id


def test_the_officer_says_on_the_page_why_no_case_opens(client, world, reports):
    row = ready(world, reports)
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    where = f"/office/tenancy-concerns/{row.reference}/"
    assert f'href="{where}no-case/"' in client.get(where).text
    given = {"seen": fresh(row).version, "reason": "They move in with family."}
    assert send(client, f"{where}no-case/", given).status_code == 302
    assert "Decided: no case opens" in client.get(where).text


def test_of_a_tenant_whom_we_do_not_know_anybody_who_works_on_cases_decides(world, reports):
    tenant = TenantGiven("Jo Vale", "3 Mill Lane", "DA1 1AB")
    told = {"landlord_ref": world.landlord().reference, "tenant": tenant, "given": ARREARS, "source": Source.LANDLORD}
    row = reporting.report(actor=world.liaison, at=world.at, **told)
    served(world, reports, reports.triaged(row, world.liaison), world.liaison)
    assert case_task(row).person_id is None
    assert case_task(row) in queue.everything(world.housing, Whose.MINE)
    assert case_task(row) not in queue.everything(world.liaison, Whose.MINE)
