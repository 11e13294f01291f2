"""What a report must never give away, and how each step stays open to whoever needs it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core.accounts.models import User
from core.audit.models import EventValues
from core.errors import DomainError
from core.notifications.models import OutboxMessage
from households.models import Household
from households.services import cases
from tenancies.models import ProblemReport
from tenancies.rules.joint import Barrier
from tenancies.rules.problem import Problem
from tenancies.rules.report import ContactBy, Outcome, Stage
from tenancies.selectors import report_office
from tenancies.services import contacting, ending, erasing, noticing, passing_on, triaging
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given
from tests.web.client import sign_in
from tests.world import World
from tests.world_reports import Reports, fresh, landlord_of, open_kinds, resident_of, tenancy
from workspaces.selectors import hidden

pytestmark = pytest.mark.django_db

NOTICE = Given(Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "month"})
SAID = {"words": "Somebody is worried.", "delivery": Delivery.EMAIL}


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def offered(row: ProblemReport, world: World) -> set[str]:
    row = fresh(row)
    actions = [*report_office.buttons(row, world.housing), *report_office.marks(row, world.housing)]
    return {action.label for action in actions}


def test_a_private_report_restricts_the_household_before_a_word_is_written(world, reports):
    household = world.household(duty=None)
    row = reports.triaged(reports.by_landlord(tenancy(world, household=household)))
    row = reports.do(triaging.keep_apart, row, barrier=Barrier.SAFEGUARDING)
    household = Household.objects.get(pk=row.household_id)
    cases.close(ref=household.reference, seen=household.version, reason="Settled", actor=world.manager, at=world.at)
    household = reports.do(ending.escalate, row, stage=Stage.ASSESSMENT, reason="Not safe")
    assert (household.restricted, household.restricted_because) == (True, "Safeguarding")
    notes = EventValues.objects.filter(event__subject_reference=household.reference).order_by("event_id")
    notes = [values.note for values in notes if values.note]
    assert notes.index("Safeguarding") < notes.index(f"Tenancy concern {row.reference}")


def test_a_known_household_is_restricted_with_what_is_true(world, reports):
    household = world.household()
    row = reports.triaged(reports.by_landlord(tenancy(world, household=household)))
    row = reports.do(triaging.keep_apart, row, barrier=Barrier.DOMESTIC_ABUSE)
    household = reports.do(ending.escalate, row, stage=Stage.ASSESSMENT, reason="Not safe")
    assert (household.restricted, household.restricted_because) == (True, "Domestic abuse")


def test_whoever_leads_a_private_report_never_loses_sight_of_it(world, reports):
    """A manager hands it on to a case, and the household is restricted without the lead worker on its list."""
    lead, other = world.officer("housing"), world.officer("housing")
    row = reports.triaged(reports.by_landlord(), lead)
    row = reports.do(triaging.keep_apart, row, barrier=Barrier.DOMESTIC_ABUSE)
    reports.do(ending.escalate, row, world.manager, stage=Stage.ASSESSMENT, reason="Not safe")
    for actor, knows in ((lead, True), (other, False)):
        assert not Household.objects.visible_to(actor).filter(pk=row.household_id).exists()
        assert ProblemReport.objects.visible_to(actor).filter(pk=row.pk).exists() is knows
        kept = [rows.values_list("reference", flat=True) for kind, rows in hidden.casework(actor) if kind == row.KIND]
        assert any(row.reference in references for references in kept) is not knows


def test_nothing_is_written_to_a_tenant_while_telling_is_not_safe(world, reports):
    row = reports.triaged(reports.by_landlord(given=NOTICE))
    reports.do(contacting.withhold_notice, row, note="He reads her post.")
    reports.do(noticing.tell_rights, row, advice="Stay, and ring us.")
    assert not OutboxMessage.objects.filter(template="report_rights_tenant").exists()
    with pytest.raises(DomainError, match="not safe"):
        reports.do(contacting.tell_tenant, row, **SAID)
    assert "Telling is safe now" in offered(row, world)
    assert "Tell the tenant" not in offered(row, world)
    with pytest.raises(DomainError, match="why"):
        reports.do(contacting.lift_withholding, row, reason=" ")
    reports.do(contacting.lift_withholding, row, reason="He has moved out.")
    assert "report_article_14" in open_kinds(row)
    kept = EventValues.objects.filter(event__action="problem_report.lift_withholding").get()
    assert (kept.before, kept.note) == ({"withheld": "He reads her post."}, "He has moved out.")
    reports.do(contacting.tell_tenant, row, **SAID)
    assert "report_article_14" not in open_kinds(row)


def test_a_landlord_cannot_tell_that_a_tenant_declined(client, world, reports):
    home = tenancy(world)
    declined, settled = (reports.settled(reports.by_landlord(home)) for _ in range(2))
    row = reports.do(ending.decline, declined)
    reports.do(ending.resolve, settled, outcome=Outcome.SETTLED)
    ProblemReport.objects.filter(pk__in=(declined.pk, settled.pk)).update(closed_at=world.at - timedelta(days=28))
    ProblemReport.objects.filter(pk=row.pk).update(delete_on=world.on)
    erasing.erase(ref=row.reference, actor=world.manager, at=world.at)
    sign_in(client, User.objects.get(pk=landlord_of(home).user_id))
    pages = set()
    for each in (declined, settled):
        text = client.get(f"/landlord/reports/{each.reference}/").text
        main = text[text.index("<main") : text.index("</main>")]
        pages.add(main.replace(each.reference, ""))
    assert len(pages) == 1
    page = pages.pop()
    assert "Finished" in page
    assert "21 November 2026" in page
    assert "The last two rents" not in page
    listed = client.get(reverse("tenancies_landlord_reports")).text
    assert declined.reference in listed
    assert listed.count(home.nomination.let.home.address.splitlines()[0]) == 1


def test_a_tenant_is_told_after_the_end_but_never_their_own_words(world, reports):
    row = reports.tried(reports.triaged(), ContactBy.TELEPHONE, reached=True)
    reports.answer(row)
    reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    assert open_kinds(row) == {"report_article_14"}
    assert "Tell the tenant" in offered(row, world)
    reports.do(contacting.tell_tenant, row, **SAID)
    assert open_kinds(row) == set()
    with pytest.raises(DomainError, match="already"):
        reports.do(contacting.tell_tenant, row, **SAID)
    own = reports.triaged(reports.by_tenant(world.household(), Given(Problem.OTHER)))
    assert not {"Tell the tenant", "Telling is not safe"} & offered(own, world)
    with pytest.raises(DomainError, match="themselves"):
        reports.do(contacting.tell_tenant, own, **SAID)


def test_notice_before_triage_moves_the_tenancy_and_can_be_opened_again(world, reports):
    row = reports.by_landlord(given=NOTICE)
    dates = {"served_on": world.on, "ends_on": world.on + timedelta(days=122)}
    row = reports.do(noticing.serve, row, **dates)
    row = fresh(row)
    assert "report_triage" not in open_kinds(row)
    assert {"report_contact", "report_tenant", "report_rights", "report_case"} <= open_kinds(row)
    assert (row.priority, row.lead_worker_id, row.reply_by) == ("red", world.housing.user_id, world.on)
    assert not OutboxMessage.objects.filter(template="report_acted_landlord").exists()
    assert row.tenancy.state == "notice_served"
    assert row.tenancy.notices.get().specified_on == dates["ends_on"]
    reports.tried(row, ContactBy.TELEPHONE, reached=True)
    reports.answer(row)
    reports.do(noticing.tell_rights, row, advice="Stay, and ring us.")
    reports.do(passing_on.decide_no_case, row, reason="The landlord says that it was a mistake.")
    reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    row = reports.do(ending.reopen, row, reason="They rang.")
    assert row.state == "triaged"
    assert {"report_contact", "report_tenant"} <= open_kinds(row)


def test_a_tenant_told_before_triage_may_say_no(world, reports):
    row = reports.by_landlord()
    reports.do(contacting.tell_tenant, row, **SAID)
    row = reports.do(ending.decline, row, resident_of(row.tenancy))
    assert (row.state, row.outcome) == ("resolved", "declined")
