"""What is owed to the two sides before a concern is closed, and what outlives its end."""

import pytest

from core.accounts.models import User
from core.errors import DomainError
from core.notifications.models import OutboxMessage
from tenancies.models import ProblemReport
from tenancies.rules.problem import Problem
from tenancies.rules.report import ContactBy, Intention, Outcome, Side, Stage
from tenancies.selectors import report_office
from tenancies.selectors import reports as reports_read
from tenancies.services import contacting, ending, noticing
from tenancies.services.reporting import Given
from tests.web.client import sign_in
from tests.world import World
from tests.world_reports import Reports, fresh, landlord_of, open_kinds

pytestmark = pytest.mark.django_db

THINKING = Given(Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "month"})
FINISHED = "report_finished_landlord"


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def finished() -> int:
    return OutboxMessage.objects.filter(template=FINISHED).count()


def offered(row: ProblemReport, world: World) -> set[str]:
    return {action.label for action in report_office.buttons(fresh(row), world.housing)}


def test_a_concern_is_resolved_only_once_everything_owed_is_done(world, reports):
    row = reports.triaged(reports.by_landlord(given=THINKING))
    given = {"outcome": Outcome.NOTICE_AVERTED}
    with pytest.raises(DomainError) as refused:
        reports.do(ending.resolve, row, **given)
    for owed in ("answer the landlord", "ring the landlord by", "tell the tenant their rights", "reach the tenant"):
        assert owed in refused.value.message
    reports.do(noticing.tell_rights, row, advice="Stay, and ring us.")
    reports.tried(row, ContactBy.TELEPHONE, reached=True)
    with pytest.raises(DomainError) as refused:
        reports.do(ending.resolve, row, **given)
    assert "the tenant" not in refused.value.message
    reports.do(noticing.rang_landlord, row, advice="Ask for direct payment.")
    reports.do(ending.resolve, row, **given)
    assert finished() == 1


def test_the_call_is_still_owed_after_the_notice_was_averted(world, reports):
    row = reports.triaged(reports.by_landlord(given=THINKING))
    reports.do(noticing.avert, row, note="He wrote that he waits.")
    assert "We rang the landlord" in offered(row, world)
    reports.do(noticing.rang_landlord, row, advice="Ask for direct payment.")
    assert "We rang the landlord" not in offered(row, world)


def test_a_tenant_whom_it_is_not_safe_to_tell_need_not_be_reached(reports):
    row = reports.answer(reports.triaged())
    reports.do(contacting.withhold_notice, row, note="He reads her post.")
    assert reports.do(ending.resolve, row, outcome=Outcome.SETTLED).state == "resolved"


def test_what_is_owed_outlives_a_case_and_the_landlord_hears_of_the_end_once_answered(client, world, reports):
    row = reports.triaged(reports.by_landlord(given=THINKING))
    became = {"became": Intention.NOT_KNOWN}
    reports.do(ending.escalate, row, stage=Stage.ASSESSMENT, reason="Notice is close", **became)
    owed = {"report_contact", "report_ring", "report_rights", "report_tenant"}
    assert owed <= open_kinds(row)
    assert finished() == 0
    sign_in(client, User.objects.get(pk=landlord_of(row.tenancy).user_id))
    for page in ("/landlord/call-before-you-serve/", f"/landlord/reports/{row.reference}/"):
        assert "We are on it" in client.get(page).text
    assert {"We rang the landlord", "We told the tenant their rights", "Record a contact"} <= offered(row, world)
    strip = reports_read.office_strip(fresh(row), world.housing, world.on)
    assert (strip.holder, strip.finished) == (world.housing.name, False)
    reports.do(noticing.tell_rights, row, advice="Stay, and ring us.")
    reports.tried(row, ContactBy.TELEPHONE, reached=True)
    reports.do(contacting.write, row, side=Side.LANDLORD, body="We are on it.")
    assert (finished(), open_kinds(row) & owed) == (0, {"report_ring"})
    reports.do(noticing.rang_landlord, row, advice="Ask for direct payment.")
    assert (finished(), open_kinds(row) & owed) == (1, set())
    assert "Finished" in client.get(f"/landlord/reports/{row.reference}/").text
    reports.do(contacting.withhold_notice, row, note="He reads her post.")
    assert reports_read.office_strip(fresh(row), world.housing, world.on).finished
    assert not {"We rang the landlord", "We told the tenant their rights", "Record a contact"} & offered(row, world)


def test_a_landlord_is_answered_and_the_tenant_told_their_rights_also_when_they_decline(reports):
    row = reports.triaged(reports.by_landlord(given=THINKING))
    reports.do(ending.decline, row, became=Intention.NOT_KNOWN)
    assert open_kinds(row) == {"report_contact", "report_ring", "report_rights", "report_article_14"}
    assert finished() == 0
    reports.do(noticing.rang_landlord, row, advice="Ask for direct payment.")
    assert finished() == 1


def test_a_finished_concern_takes_no_more_contacts(reports):
    row = reports.settled()
    reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    with pytest.raises(DomainError):
        reports.tried(row, ContactBy.TELEPHONE, reached=True)
