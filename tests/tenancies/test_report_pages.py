"""The pages about tenancy concerns: each side reads its own, officers read both."""

import pytest
from django.test import Client

from core.accounts.models import User
from core.deadlines.models import Deadline
from tenancies.models import ProblemReport
from tenancies.rules.problem import Problem
from tenancies.rules.report import Outcome, Side, Stage
from tenancies.services import contacting, ending
from tenancies.services.reporting import Given
from tests.web.client import officer, send, sign_in
from tests.world import World
from tests.world_reports import Reports, landlord_of, resident_of, tenancy

pytestmark = pytest.mark.django_db

CANARIES = {"landlord": "Only the landlord wrote this", "tenant": "Only the tenant wrote this"}


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def as_user(client: Client, user_id: int | None) -> Client:
    return sign_in(client, User.objects.get(pk=user_id))


@pytest.fixture
def talked(world, reports) -> ProblemReport:
    """Both sides wrote to the officer, who answered each; two of three actions are shared."""
    row = reports.shared()
    for side, actor in ((Side.LANDLORD, landlord_of(row.tenancy)), (Side.TENANT, resident_of(row.tenancy))):
        contacting.answer(ref=row.reference, side=side, body=CANARIES[side], actor=actor, at=world.at)
        reports.do(contacting.write, row, side=side, body=f"Our answer to the {side}")
    return row


def test_each_side_reads_its_own_thread_and_what_is_shared(client, talked):
    landlord = as_user(client, landlord_of(talked.tenancy).user_id).get(f"/landlord/reports/{talked.reference}/").text
    tenant = as_user(client, resident_of(talked.tenancy).user_id).get(f"/resident/problems/{talked.reference}/").text
    assert CANARIES["landlord"] in landlord
    assert CANARIES["tenant"] not in landlord
    assert CANARIES["tenant"] in tenant
    assert CANARIES["landlord"] not in tenant
    assert "The last two rents did not come" not in tenant
    for page in (landlord, tenant):
        assert "Pay £50 a week" in page
        assert "Send the rent account" in page
        assert "straight to the landlord" not in page


def test_an_officer_reads_both_side_by_side_with_the_history(client, world, talked):
    page = as_user(client, world.housing.user_id).get(f"/office/tenancy-concerns/{talked.reference}/").text
    for words in (*CANARIES.values(), "Not shared", "Tenant reached", "1 to 2 months", "Answered"):
        assert words in page


def test_a_landlord_tells_us_in_one_form_and_has_a_receipt(client, world):
    row = tenancy(world)
    as_user(client, landlord_of(row).user_id)
    chooser = client.get(f"/landlord/tenancies/{row.reference}/tell-us/").text
    where = f"/landlord/tenancies/{row.reference}/tell-us/arrears/"
    assert where in chooser
    wrong = send(client, where, {"owed": "3_months", "words": "Kept"})
    assert "Answer the question: Are you thinking of giving notice?" in wrong.text
    assert "Kept" in wrong.text
    sent = send(client, where, {"owed": "3_months", "notice": "no"})
    receipt = client.get(sent.url).text
    assert "PR-2026-0001" in receipt
    assert "Saturday 21 November 2026" in receipt


def test_a_problem_that_is_not_theirs_has_no_page(client, world):
    row = tenancy(world)
    as_user(client, landlord_of(row).user_id)
    assert client.get(f"/landlord/tenancies/{row.reference}/tell-us/domestic-abuse/").status_code == 404
    as_user(client, resident_of(row).user_id)
    assert client.get("/resident/problems/tell-us/selling/").status_code == 404


def test_a_tenant_in_danger_reads_what_to_do_before_anything_else(client, world):
    household = world.household()
    as_user(client, household.resident_id)
    page = client.get("/resident/problems/tell-us/illegal-eviction/").text
    assert "ring 999" in page
    assert page.index("What to do now") < page.index("What is happening?")
    assert 'href="tel:' in page
    sent = send(client, "/resident/problems/tell-us/illegal-eviction/", {"happening": "told_today", "tonight": "no"})
    assert "ring 999" in client.get(sent.url).text
    assert ProblemReport.objects.get().reply_by == world.on


def test_the_landlord_reads_the_same_whatever_became_of_it(client, world, reports):
    """Resolved, declined and handed to a case cannot be told apart."""
    home = tenancy(world)
    rows = [reports.settled(reports.by_landlord(home)) for _ in range(3)]
    reports.do(ending.resolve, rows[0], outcome=Outcome.NO_HELP_NEEDED)
    reports.do(ending.decline, rows[1])
    reports.do(ending.escalate, rows[2], stage=Stage.ASSESSMENT, reason="Notice is close")
    as_user(client, landlord_of(home).user_id)
    seen = set()
    for row in rows:
        page = client.get(f"/landlord/reports/{row.reference}/").text
        main = page[page.index("<main") : page.index("</main>")]
        assert "Finished" in main
        seen.add(main.replace(row.reference, ""))
    assert len(seen) == 1


def test_the_queue_shows_promises_and_costs_the_same_for_many(client, world, reports, django_assert_max_num_queries):
    home = tenancy(world)
    for _ in range(2):
        reports.by_landlord(home)
    sign_in(client, officer("housing", world.at, email="reader@example.com"))
    with django_assert_max_num_queries(15) as few:
        page = client.get("/office/tenancy-concerns/").text
    assert "in 3 days" in page
    assert "Nobody yet" in page
    for _ in range(8):
        reports.by_landlord(home)
    with django_assert_max_num_queries(len(few)):
        client.get("/office/tenancy-concerns/")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 2),
        ("priority=red", 1),
        ("problem=arrears", 1),
        ("state=triaged", 1),
        ("state=resolved", 0),
        ("whose=mine", 1),
        ("whose=nobody", 1),
        ("late=late", 0),
        ("q=PR-2026-0002", 1),
        ("q=Ama", 2),
        ("q=DA1+2DX", 2),
        ("state=nonsense", 2),
    ],
)
def test_the_queue_is_narrowed(client, world, reports, query, found):
    home = tenancy(world)
    reports.triaged(reports.by_landlord(home))
    reports.by_tenant(home.nomination.household, Given(Problem.THREATS, {"safe": "no"}))
    as_user(client, world.housing.user_id)
    page = client.get(f"/office/tenancy-concerns/?{query}")
    assert len(page.context["table"].rows) == found


def test_an_officer_writes_down_what_somebody_told_them(client, world):
    row = tenancy(world)
    as_user(client, world.liaison.user_id)
    where = f"/office/tenancy-concerns/new/tenancy/{row.reference}/"
    wrong = send(client, where, {"source": "landlord", "problem": "hoarding"})
    assert "They cannot report that themselves" in wrong.text
    asked = send(client, where, {"source": "landlord", "problem": "arrears"})
    sent = send(client, asked.url, {"owed": "3_months", "notice": "thinking"})
    page = client.get(sent.url).text
    assert "Call before you serve" in page
    assert Deadline.objects.filter(kind="report_ring", done_at=None).exists()


def test_a_form_with_three_actions_keeps_what_was_typed(client, world, reports):
    row = reports.reached()
    as_user(client, world.housing.user_id)
    where = f"/office/tenancy-concerns/{row.reference}/agree/"
    day = {"due_on_1-day": "30", "due_on_1-month": "11", "due_on_1-year": "2026"}
    first = {"seen": row.version, "what_1": "Send the account", "owner_1": "landlord", **day}
    half = send(client, where, first | {"what_2": "Pay £50"})
    assert "Action 2 needs what, who and by when" in half.text
    assert "Pay £50" in half.text
    assert send(client, where, first).url == f"/office/tenancy-concerns/{row.reference}/"
    assert [action.what for action in row.actions.all()] == ["Send the account"]


def test_a_form_that_ends_it_says_who_will_hear(client, world, reports):
    tenancy = world.tenancy()
    told = reports.triaged(reports.by_landlord(tenancy))
    own = reports.triaged(reports.by_tenant(tenancy.nomination.household, Given(Problem.OTHER)))
    as_user(client, world.housing.user_id)

    def intro(row: ProblemReport, act: str) -> str:
        return client.get(f"/office/tenancy-concerns/{row.reference}/{act}/").context["page"].intro

    assert "The landlord hears only that it is finished." in intro(told, "resolve")
    for act in ("resolve", "decline"):
        assert "The landlord does not know of it, and hears nothing." in intro(own, act)
