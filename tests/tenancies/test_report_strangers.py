"""A tenant whom only the landlord has told us of: what the landlord gives may be the landlord's own."""

import pytest

from core.accounts.models import User
from core.audit.models import EventValues
from core.errors import DomainError, Refused
from core.notifications.models import OutboxMessage
from households.models import Household
from tenancies.models import ProblemReport
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import ContactBy, Intention, Side, Stage
from tenancies.selectors import report_office, report_rows
from tenancies.selectors.report_rows import NOT_CONFIRMED
from tenancies.services import contacting, ending, noticing, reporting
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given
from tenancies.services.whose import TenantGiven
from tests.web.client import send, sign_in
from tests.world import World
from tests.world_reports import Reports, fresh

pytestmark = pytest.mark.django_db

THINKING = Given(Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "month"})
SAID = {"words": "Somebody is worried.", "delivery": Delivery.EMAIL}
OURS = "Rights that the tenant alone reads"
OWN_ADDRESS = "the.landlord@example.com"


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


@pytest.fixture
def row(world, reports) -> ProblemReport:
    """The landlord gives an address of their own as the tenant's."""
    tenant = TenantGiven("Jo Vale", "3 Mill Lane\nDartford", "DA1 1AB", "+441632960111", OWN_ADDRESS)
    row = reporting.report(
        landlord_ref=world.landlord().reference,
        tenant=tenant,
        given=THINKING,
        source=Source.LANDLORD,
        actor=world.owner,
        at=world.at,
    )
    return reports.triaged(row)


def written_to_tenant() -> list[str]:
    ours = OutboxMessage.objects.filter(template__in=("report_rights_tenant", "report_article_14"))
    return list(ours.values_list("to_address", flat=True))


def test_nothing_is_written_to_what_only_the_landlord_gave(reports, row):
    reports.do(noticing.tell_rights, row, advice=OURS)
    with pytest.raises(DomainError, match="Only the landlord gave this e-mail address"):
        reports.do(contacting.tell_tenant, row, **SAID)
    assert written_to_tenant() == []
    assert not OutboxMessage.objects.filter(to_address=OWN_ADDRESS).exists()


def test_a_contact_that_is_confirmed_with_the_reason_is_written_to(reports, row):
    with pytest.raises(DomainError, match="how you know"):
        reports.do(contacting.confirm_contact, row, how=" ")
    reports.do(contacting.confirm_contact, row, how="Jo Vale told us at the door.")
    kept = EventValues.objects.get(event__action="problem_report.confirm_contact")
    assert kept.note == "Jo Vale told us at the door."
    reports.do(noticing.tell_rights, row, advice=OURS)
    reports.do(contacting.tell_tenant, row, **SAID)
    assert written_to_tenant() == [OWN_ADDRESS, OWN_ADDRESS]
    with pytest.raises(DomainError, match="nothing to confirm"):
        reports.do(contacting.confirm_contact, row, how="Again")


@pytest.mark.parametrize("confirmed", [True, False])
def test_a_new_case_has_only_what_was_confirmed(reports, row, confirmed):
    if confirmed:
        reports.do(contacting.confirm_contact, row, how="Jo Vale told us at the door.")
    reports.tried(row, ContactBy.VISIT, reached=True)
    given = {"stage": Stage.ASSESSMENT, "reason": "Notice is close", "became": Intention.NOT_KNOWN}
    household = reports.do(ending.escalate, row, **given)
    assert household.email == (OWN_ADDRESS if confirmed else "")
    assert household.telephone == ("+441632960111" if confirmed else "")
    assert household.present_postcode == "DA1 1AB"
    assert ("not confirmed" in household.what_happened) is not confirmed
    notes = [each.note for each in report_rows.contact_rows(fresh(row)) if each.value == OWN_ADDRESS]
    assert notes == ([] if confirmed else [report_rows.NOT_CONFIRMED])


def test_an_officer_sees_who_gave_the_contact_and_can_confirm_it(client, world, reports, row):
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    address = f"/office/tenancy-concerns/{row.reference}/"
    label = "The contact is the tenant’s"
    page = client.get(address).text
    assert page.count("Given by the landlord, not confirmed") == 2
    assert OWN_ADDRESS in page
    assert label in [action.label for action in report_office.marks(fresh(row), world.housing)]
    reports.do(contacting.confirm_contact, row, how="Jo Vale told us at the door.")
    page = client.get(address).text
    assert "Given by the landlord, not confirmed" not in page
    assert "Confirmed: Jo Vale told us at the door." in page
    assert label not in [action.label for action in report_office.marks(fresh(row), world.housing)]


def test_an_officer_may_ring_the_number_to_find_out(reports, row):
    reports.tried(row, ContactBy.TELEPHONE)
    assert row.attempts.filter(side=Side.TENANT).count() == 1


def escalated(reports: Reports, row: ProblemReport) -> Household:
    given = {"stage": Stage.ASSESSMENT, "reason": "Notice is close", "became": Intention.NOT_KNOWN}
    return reports.do(ending.escalate, row, **given)


def test_a_contact_confirmed_after_the_case_opened_reaches_the_case(client, world, reports, row):
    household = escalated(reports, row)
    assert (household.email, household.telephone) == ("", "")
    label = "The contact is the tenant’s"
    assert label in [action.label for action in report_office.marks(fresh(row), world.housing)]
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    where = f"/office/tenancy-concerns/{row.reference}/confirm-contact/"
    assert send(client, where, {"seen": fresh(row).version, "how": "Jo told us at the door."}).status_code == 302
    household.refresh_from_db()
    assert (household.email, household.telephone) == (OWN_ADDRESS, "+441632960111")
    filled = EventValues.objects.get(event__action="household.learn_contact")
    assert (filled.after, filled.note) == ({"filled": ["email", "telephone"]}, "Jo told us at the door.")
    assert label not in [action.label for action in report_office.marks(fresh(row), world.housing)]
    assert NOT_CONFIRMED not in client.get(f"/office/tenancy-concerns/{row.reference}/").text
    reports.do(noticing.tell_rights, row, advice=OURS)
    assert written_to_tenant() == [OWN_ADDRESS]


def test_what_the_household_told_us_itself_stays_and_the_rest_is_not_lost(reports, row):
    household = escalated(reports, row)
    Household.objects.filter(pk=household.pk).update(email="jo@example.com")
    reports.do(contacting.confirm_contact, row, how="Jo told us at the door.")
    household.refresh_from_db()
    assert (household.email, household.telephone) == ("jo@example.com", "+441632960111")
    kept = {each.value: each.note for each in report_rows.contact_rows(fresh(row))}
    assert kept[OWN_ADDRESS] == "Confirmed: Jo told us at the door."
    assert len(kept) == 2


def test_only_who_works_on_cases_writes_it_into_one(world, reports, row):
    escalated(reports, row)
    with pytest.raises(Refused):
        reports.do(contacting.confirm_contact, row, world.liaison, how="Jo told us at the door.")
    label = "The contact is the tenant’s"
    assert label not in [action.label for action in report_office.marks(fresh(row), world.liaison)]
    assert fresh(row).contact_confirmed_at is None
