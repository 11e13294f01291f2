"""What a tenant tells us: who hears of it at once, what the tenant reads at once, and what stays private."""

import pytest
from django.test import Client

from core.accounts.models import User
from core.notifications.models import OutboxMessage
from households.models import Household
from households.rules.case import Restriction
from households.services import contact
from tenancies.models import ProblemReport
from tenancies.rules.problem import Problem
from tenancies.services.reporting import Given
from tests.web.client import send, sign_in
from tests.world import World
from tests.world_reports import Reports

pytestmark = pytest.mark.django_db

LOCKED_OUT = {"happening": "locked_out", "tonight": "no"}
ABUSE = {"safe": "no", "reach": "call"}


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


@pytest.fixture
def household(world) -> Household:
    return world.household(duty=None)


def resident(client: Client, household: Household) -> Client:
    return sign_in(client, User.objects.get(pk=household.resident_id))


def rung() -> set[int]:
    return set(OutboxMessage.objects.filter(template="report_ring_now").values_list("to_user_id", flat=True))


def test_a_tenant_who_is_locked_out_alerts_triage_and_managers_at_once(world, reports, household):
    triage, manager = world.officer("triage").user_id, world.manager.user_id
    row = reports.by_tenant(household, Given(Problem.ILLEGAL_EVICTION, LOCKED_OUT))
    assert {triage, manager} <= rung()
    message = OutboxMessage.objects.filter(template="report_ring_now").first()
    assert row.reference in message.subject
    assert household.name not in f"{message.subject} {message.body}"
    assert "evict" not in f"{message.subject} {message.body}".lower()


def test_of_a_restricted_household_only_managers_hear(world, reports, household):
    triage, manager = world.officer("triage").user_id, world.manager.user_id
    contact.restrict(
        ref=household.reference,
        seen=household.version,
        restriction=Restriction.DOMESTIC_ABUSE,
        actor=world.manager,
        at=world.at,
    )
    reports.by_tenant(household, Given(Problem.ILLEGAL_EVICTION, LOCKED_OUT))
    assert manager in rung()
    assert triage not in rung()


def test_nobody_is_called_for_what_can_wait(world, reports, household):
    world.officer("triage")
    reports.by_tenant(household, Given(Problem.THREATS, {"safe": "yes"}))
    assert rung() == set()


def test_the_receipt_answers_what_they_said(client, household):
    resident(client, household)
    sent = send(client, "/resident/problems/tell-us/illegal-eviction/", LOCKED_OUT)
    page = client.get(sent.url).text
    assert "You have nowhere safe tonight. Ring us now, day or night." in page
    assert "You are locked out." in page
    assert "We ring you today" in page
    safe = send(client, "/resident/problems/tell-us/illegal-eviction/", {"happening": "cut_off", "tonight": "yes"})
    page = client.get(safe.url).text
    assert "nowhere safe tonight" not in page
    assert "cut off" in page


def test_nobody_is_promised_a_call_that_their_rule_bars(client, world, household):
    contact.set_safe_contact(
        ref=household.reference,
        seen=household.version,
        rule=contact.rules.SafeContact(no_call=True),
        actor=world.housing,
        at=world.at,
    )
    resident(client, household)
    sent = send(client, "/resident/problems/tell-us/illegal-eviction/", LOCKED_OUT)
    page = client.get(sent.url).text
    assert "We ring you today" not in page
    assert "in a way that is safe for you" in page


def test_a_tenant_with_notice_reads_their_rights_before_the_questions_and_ever_after(client, household):
    resident(client, household)
    where = "/resident/problems/tell-us/notice-received/"
    form = client.get(where).text
    assert form.index("is not the day you must leave") < form.index("Which day does it say")
    sent = send(client, where, {"how_soon": "later"})
    for page in (form, client.get(sent.url).text, client.get(sent.url.removesuffix("received/")).text):
        assert "is not the day you must leave" in page
        assert 'href="/check-a-notice/"' in page
    assert "ring 999" not in form.split("What to do now")[0]


def test_a_tenant_is_not_told_to_keep_a_threat_to_themselves(client, world, household):
    resident(client, household)
    form = client.get("/resident/problems/tell-us/threats/").text
    assert "offences" not in form
    assert "health" in form
    home = world.tenancy(None)
    sign_in(client, User.objects.get(pk=home.nomination.let.home.landlord.user_id))
    landlords = client.get(f"/landlord/tenancies/{home.reference}/tell-us/arrears/").text
    assert "health, drugs or offences" in landlords


@pytest.mark.parametrize("slug", ["relationship-breakdown", "asked-to-leave", "hoarding", "private"])
def test_a_tenant_can_tell_us_of_what_happens_at_home(client, household, slug):
    resident(client, household)
    assert f"/resident/problems/tell-us/{slug}/" in client.get("/resident/problems/").text
    assert client.get(f"/resident/problems/tell-us/{slug}/").status_code == 200


def test_abuse_is_told_privately_and_leaves_no_trace_on_the_tenants_side(client, world, household):
    triage, manager = world.officer("triage").user_id, world.manager.user_id
    resident(client, household)
    where = "/resident/problems/tell-us/private/"
    form = client.get(where).text
    title = form[form.index("<title>") : form.index("</title>")].lower()
    assert not [word for word in ("abuse", "hurt", "frighten", "control") if word in f"{where} {title}"]
    assert "/advice/your-safety/" in form
    assert "govuk-exit-this-page" in form
    sent = send(client, where, ABUSE)
    row = ProblemReport.objects.get()
    assert row.private
    assert row.reference not in sent.url
    page = client.get(sent.url).text
    assert "ring 999" in page
    assert "/advice/your-safety/" in page
    assert row.reference not in client.get("/resident/problems/").text
    assert client.get(f"/resident/problems/{row.reference}/").status_code == 404
    assert not OutboxMessage.objects.filter(to_user_id=household.resident_id).exists()
    assert manager in rung()
    assert triage not in rung()


@pytest.mark.parametrize(
    ("reach", "barred"),
    [
        ("call", {"no_email", "no_letter", "no_text"}),
        ("text", {"no_email", "no_letter", "no_call"}),
        ("wait", {"no_email", "no_letter", "no_call", "no_text"}),
    ],
)
def test_what_they_say_is_safe_binds_everyone(client, world, household, reach, barred):
    contact.set_safe_contact(
        ref=household.reference,
        seen=household.version,
        rule=contact.rules.SafeContact(code_word="Bluebell"),
        actor=world.housing,
        at=world.at,
    )
    resident(client, household)
    send(client, "/resident/problems/tell-us/private/", {"safe": "no", "reach": reach})
    rule = Household.objects.get(pk=household.pk).safe_contact
    assert {name for name in ("no_email", "no_letter", "no_call", "no_text") if getattr(rule, name)} == barred
    assert rule.code_word == "Bluebell"


@pytest.mark.parametrize(
    ("problem", "answers", "private"),
    [
        (Problem.RELATIONSHIP_BREAKDOWN, {"safe": "yes"}, False),
        (Problem.RELATIONSHIP_BREAKDOWN, {"safe": "unknown"}, True),
        (Problem.ASKED_TO_LEAVE, {"by": "partner", "how_soon": "now", "safe": "no"}, True),
        (Problem.ASKED_TO_LEAVE, {"by": "landlord", "how_soon": "now", "safe": "no"}, False),
        (Problem.HOARDING, {"way_out": "no"}, False),
    ],
)
def test_whoever_is_not_safe_at_home_is_kept_private(reports, household, problem, answers, private):
    assert reports.by_tenant(household, Given(problem, answers)).private is private
