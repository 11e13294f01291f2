"""Who sees what was told, and how an officer takes it up."""

from datetime import date, datetime

import pytest
from django.test import Client

from core.access.actor import Actor
from core.audit.models import Event
from core.deadlines.models import Deadline
from core.errors import DomainError, Refused
from households.models import Household
from households.rules.case import Restriction
from households.selectors import told as selectors
from households.services import cases, telling
from tests.households.browsing import act, fresh, page
from tests.households.making import told
from tests.web.client import officer, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at: datetime) -> World:
    return World(at)


def test_the_same_answers_are_one_household(at: datetime) -> None:
    assert told(at) == told(at)
    assert Household.objects.count() == Deadline.objects.count() == 1
    assert told(at, "DR-2026-0002").household.reference == "HH-2026-0002"


def sees(actor: Actor, row: Household) -> bool:
    return Household.objects.visible_to(actor).filter(pk=row.pk).exists()


def test_abuse_is_seen_by_triage_and_managers_alone(world: World) -> None:
    triage, auditor = world.officer("triage"), world.officer("auditor")
    row = told(world.at, abuse=True).household
    assert [sees(each, row) for each in (triage, world.manager, world.housing, world.liaison, auditor)] == [
        True,
        True,
        False,
        False,
        False,
    ]
    feared = told(world.at, "DR-2026-0002", abuse=True, fears_our_staff=True).household
    assert [sees(each, feared) for each in (triage, world.manager)] == [False, True]


def test_the_queue_of_others_does_not_have_it(world: World, client: Client, at: datetime) -> None:
    user = officer("triage", at)
    row = told(world.at, abuse=True).household
    assert row.reference in sign_in(client, user).get("/office/").content.decode()
    other = sign_in(Client(), officer("housing", at, email="other@example.com"))
    assert row.reference not in other.get("/office/").content.decode()
    assert other.get(f"/office/households/{row.reference}/").status_code == 404


def test_the_officer_reads_everything_and_takes_it_up(housing: Client, at: datetime) -> None:
    row = told(at).household
    text = page(housing, row)
    for words in ("What they told us", "What should we call you?", "Help with rent", "£995.00", "Take this up"):
        assert words in text
    assert "Start the assessment" not in text
    assert act(housing, row, "take-up").status_code == 302
    taken = fresh(row)
    deadline = Deadline.objects.get()
    assert (taken.state, taken.lead_officer.name) == ("triage", "Officer housing")
    assert (deadline.person_id, deadline.due_on) == (taken.lead_officer_id, date(2026, 11, 23))
    assert act(housing, row, "assess", **{"on-day": "21", "on-month": "11", "on-year": "2026"}).status_code == 302
    assert fresh(row).state == "assessment"
    assert not Deadline.objects.open().filter(kind="first_contact").exists()
    assert [member.name for member in row.members.all()] == ["Ama"]


def test_nothing_else_is_done_before_it_is_taken_up(world: World) -> None:
    """Taking it up settles who leads and who may see it."""
    row = told(world.at, abuse=True).household
    call = {"ref": row.reference, "seen": row.version, "actor": world.officer("triage"), "at": world.at}
    for step in (
        lambda: cases.start_assessment(on=world.on, **call),
        lambda: cases.help_early(reason="They asked", **call),
    ):
        with pytest.raises(DomainError):
            step()
    assert fresh(row).state == "approach"


def test_restricted_stays_so_unless_the_officer_opens_it(world: World) -> None:
    first, second = world.officer("triage"), world.officer("triage")
    row = told(world.at, abuse=True).household
    telling.take_up(ref=row.reference, seen=row.version, actor=first, at=world.at)
    assert [sees(each, row) for each in (first, second, world.housing)] == [True, False, False]
    other = told(world.at, "DR-2026-0002", abuse=True).household
    telling.take_up(
        ref=other.reference,
        seen=other.version,
        stays_restricted=False,
        reason="She asked for it",
        actor=second,
        at=world.at,
    )
    assert sees(world.housing, other)
    assert Event.objects.filter(action="household.unrestrict", subject_reference=other.reference).exists()


def test_only_who_works_with_households_takes_it_up(world: World) -> None:
    row = told(world.at).household
    with pytest.raises(Refused):
        telling.take_up(ref=row.reference, seen=row.version, actor=world.liaison, at=world.at)


def test_a_double_is_hinted_only_to_who_may_see_the_other(world: World) -> None:
    hidden = world.household(resident=False, duty=None, restriction=Restriction.DOMESTIC_ABUSE, actor=world.manager)
    Household.objects.filter(pk=hidden.pk).update(telephone="+441632960123")
    shown = world.household(resident=False, duty=None)
    Household.objects.filter(pk=shown.pk).update(email="AMA@example.com")
    row = told(world.at).household
    assert selectors.twins(row, world.housing) == [shown]
    assert set(selectors.twins(row, world.manager)) == {shown, hidden}
