"""A neighbour or a relative told us: they are neither side, and wait for our answer themselves."""

import pytest

from core.accounts.models import User
from core.errors import DomainError
from tenancies.models import ProblemReport
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import ContactBy, Outcome, Side, Stage
from tenancies.selectors import report_office
from tenancies.services import answering, contacting, ending, reporting
from tenancies.services.reporting import Given
from tests.web.client import send, sign_in
from tests.world import World
from tests.world_reports import Reports, fresh, open_kinds, tenancy

pytestmark = pytest.mark.django_db

WORDS = "We answered whoever told us"


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


@pytest.fixture
def row(world) -> ProblemReport:
    """A neighbour rings about rubbish that piles up."""
    return reporting.report(
        given=Given(Problem.HOARDING),
        source=Source.SOMEONE_ELSE,
        tenancy_ref=tenancy(world).reference,
        actor=world.housing,
        at=world.at,
    )


def offered(row: ProblemReport, world: World) -> set[str]:
    return {action.label for action in report_office.buttons(fresh(row), world.housing)}


def test_reaching_either_side_is_no_answer_to_whoever_told_us(world, reports, row):
    reports.tried(reports.triaged(row), ContactBy.TELEPHONE, reached=True)
    by = {"by": ContactBy.TELEPHONE, "reached": True, "tried_on": world.on}
    reports.do(contacting.try_contact, row, side=Side.LANDLORD, **by)
    assert fresh(row).replied_at is None
    assert open_kinds(row) == {"report_contact", "report_article_14", "report_review"}
    with pytest.raises(DomainError, match="answer whoever told us"):
        reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    assert WORDS in offered(row, world)
    reports.do(answering.answer_teller, row, note="Rang them: we thank you, and we act.")
    assert fresh(row).replied_at == world.at
    assert "report_contact" not in open_kinds(row)
    assert WORDS not in offered(row, world)
    assert reports.do(ending.resolve, row, outcome=Outcome.SETTLED).state == "resolved"


def test_they_are_answered_once_and_only_after_it_was_read(reports, row):
    with pytest.raises(DomainError, match="how urgent"):
        reports.do(answering.answer_teller, row, note="Rang them.")
    reports.triaged(row)
    reports.do(answering.answer_teller, row, note="Rang them.")
    with pytest.raises(DomainError, match="Nobody else waits"):
        reports.do(answering.answer_teller, row, note="Rang them again.")


def test_where_a_side_told_us_nobody_else_waits(world, reports):
    row = reports.triaged()
    assert WORDS not in offered(row, world)
    with pytest.raises(DomainError, match="Nobody else waits"):
        reports.do(answering.answer_teller, row, note="Rang them.")


def test_they_are_still_answered_when_the_tenant_cannot_be_reached_or_declines(world, reports, row):
    reports.triaged(row)
    for by in (ContactBy.TELEPHONE, ContactBy.VISIT, ContactBy.TELEPHONE):
        reports.tried(row, by)
    with pytest.raises(DomainError, match="answer whoever told us"):
        reports.do(contacting.close_no_contact, row)
    reports.do(ending.decline, row)
    assert {"report_contact", "report_article_14"} == open_kinds(row)
    assert WORDS in offered(row, world)
    reports.do(answering.answer_teller, row, note="Rang them.")
    assert open_kinds(row) == {"report_article_14"}


def test_they_are_still_answered_after_a_case_opened(world, reports, row):
    reports.do(ending.escalate, reports.triaged(row), stage=Stage.PRE_PREVENTION, reason="It gets worse.")
    reports.tried(row, ContactBy.VISIT, reached=True)
    assert {WORDS} == offered(row, world) & {WORDS, "Record a contact"}


def test_the_officer_writes_down_that_they_answered(client, world, reports, row):
    reports.triaged(row)
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    where = f"/office/tenancy-concerns/{row.reference}/"
    assert f'href="{where}answered/"' in client.get(where).text
    page = client.get(f"{where}answered/").text
    assert "Say nothing about the tenant" in page
    given = {"seen": fresh(row).version, "note": "Rang them: we act."}
    assert send(client, f"{where}answered/", given).status_code == 302
    assert "Whoever told us answered" in client.get(where).text
