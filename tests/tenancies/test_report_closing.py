"""Every concern can be closed: opened again, after notice, and with a tenant whom nobody reaches."""

from datetime import timedelta

import pytest

from core.errors import DomainError
from tenancies.models import ProblemReport
from tenancies.rules.problem import Problem
from tenancies.rules.report import ContactBy, Intention, Outcome
from tenancies.selectors import report_office
from tenancies.services import contacting, ending, noticing
from tenancies.services.reporting import Given
from tests.world import World
from tests.world_reports import Reports, fresh, open_kinds

pytestmark = pytest.mark.django_db

THINKING = Given(Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "month"})
WAYS = (ContactBy.TELEPHONE, ContactBy.LETTER, ContactBy.VISIT)


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def given_up(reports: Reports, row: ProblemReport) -> ProblemReport:
    for by in WAYS:
        reports.tried(row, by)
    return reports.do(contacting.close_no_contact, row)


def test_a_tenant_reached_before_it_was_opened_again_can_still_be_given_up(world, reports):
    row = reports.settled()
    reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    world.later(days=20)
    reports.do(ending.reopen, row, reason="They fell behind again.")
    reports.answer(row)
    with pytest.raises(DomainError, match="reach the tenant"):
        reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    assert given_up(reports, row).state == "closed_no_contact"


def test_tries_before_it_was_opened_again_close_nothing(world, reports):
    row = reports.triaged()
    reports.answer(row)
    given_up(reports, row)
    for _ in range(2):
        world.later(days=20)
        reports.do(ending.reopen, row, reason="The landlord rang again.")
        reports.answer(row)
        with pytest.raises(DomainError, match="another way"):
            reports.do(contacting.close_no_contact, row)
        assert given_up(reports, row).state == "closed_no_contact"


def test_a_tenant_reached_since_it_was_opened_again_is_not_given_up(world, reports):
    row = reports.settled()
    reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    world.later(days=20)
    reports.do(ending.reopen, row, reason="They fell behind again.")
    reports.do(noticing.serve, row, served_on=world.on, ends_on=world.on + timedelta(days=130))
    reports.tried(row, ContactBy.TELEPHONE, reached=True)
    with pytest.raises(DomainError, match="The tenant was reached"):
        given_up(reports, row)


def test_after_notice_a_tenant_nobody_reaches_is_given_up_and_still_owed_their_rights(world, reports):
    row = reports.answer(reports.triaged(reports.by_landlord(given=THINKING)))
    reports.do(noticing.serve, row, served_on=world.on, ends_on=world.on + timedelta(days=130))
    assert "Close: nobody was reached" in {each.label for each in report_office.buttons(fresh(row), world.housing)}
    assert given_up(reports, row).state == "closed_no_contact"
    assert open_kinds(row) == {"report_rights", "report_case", "report_article_14"}
    assert "We told the tenant their rights" in {
        each.label for each in report_office.buttons(fresh(row), world.housing)
    }
    reports.do(noticing.tell_rights, row, advice="By letter: stay, and ring us.")
    assert open_kinds(row) == {"report_case", "report_article_14"}


def test_rights_stay_owed_too_when_notice_was_only_thought_of(world, reports):
    row = reports.triaged(reports.by_landlord(given=THINKING))
    reports.do(noticing.rang_landlord, row, advice="Ask for direct payment.")
    for by in WAYS:
        reports.tried(row, by)
    reports.do(contacting.close_no_contact, row, became=Intention.NOT_KNOWN)
    assert "report_rights" in open_kinds(row)
