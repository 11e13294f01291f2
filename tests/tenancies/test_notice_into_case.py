"""A notice recorded on a tenancy waits for whoever works on the household's case, and cannot be missed."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from core import dates
from core.accounts.models import User
from core.deadlines.models import Deadline
from core.deadlines.services import MANAGER_IS_TOLD
from core.errors import DomainError, Refused
from core.notifications.models import OutboxMessage
from households.models import Household
from households.services import cases, decisions
from households.services.decisions import NoticeGiven as Recorded
from tenancies.models import Tenancy
from tenancies.rules.notice import NoticeGiven
from tenancies.selectors import doing
from tenancies.services import life, passing_on
from tests.web.client import send, sign_in
from tests.world import World
from workspaces.rules.queue import Whose
from workspaces.selectors import queue
from workspaces.tasks import tell_managers

pytestmark = pytest.mark.django_db

WORDS = "Put the notice into the case"


@pytest.fixture
def world(at) -> World:
    return World(at)


def noticed(world: World, days: int = 122) -> Tenancy:
    """A liaison officer records a notice on the page of the tenancy."""
    row = world.tenancy()
    notice = NoticeGiven(world.on, world.on + timedelta(days=days), ("1A",))
    return life.serve_notice(ref=row.reference, seen=row.version, notice=notice, actor=world.liaison, at=world.at)


def household_of(row: Tenancy) -> Household:
    return Household.objects.get(pk=row.nomination.household_id)


def waiting(row: Tenancy) -> Deadline | None:
    return Deadline.objects.about(household_of(row).subject).open().filter(kind="concern_notice").first()


def offered(row: Tenancy, actor) -> set[str]:
    return {action.label for action in doing.office(Tenancy.objects.get(pk=row.pk), actor)}


def why_not_closed(world: World, row: Tenancy) -> str:
    household = household_of(row)
    call = {"ref": household.reference, "seen": household.version, "actor": world.housing, "at": world.at}
    with pytest.raises(DomainError) as refused:
        cases.close(reason="They are housed.", **call)
    return refused.value.code


def test_it_waits_today_for_the_officer_who_has_the_case(world):
    row = noticed(world)
    task, household = waiting(row), household_of(row)
    assert not household.notices.exists()
    assert (task.due_on, task.person_id) == (world.on, household.lead_officer_id)
    assert (task.capability, task.otherwise) == ("work_households", MANAGER_IS_TOLD)
    assert row.reference in task.what
    assert task in queue.everything(world.housing, Whose.MINE)
    assert task not in queue.everything(world.liaison, Whose.MINE)


def test_the_manager_is_told_when_nobody_puts_it_in(world):
    row = noticed(world)
    assert world.manager
    with time_machine.travel(world.later(days=1).at, tick=False):
        tell_managers.func()
    late = OutboxMessage.objects.filter(template="is_late", about_reference=household_of(row).reference)
    assert late.count() == 1


def test_whoever_works_on_the_case_puts_it_in_from_the_tenancy(world):
    row = noticed(world)
    assert WORDS not in offered(row, world.liaison)
    triage = world.officer("triage")
    assert {WORDS} == offered(row, triage)
    assert WORDS in offered(row, world.housing)
    where = f"/office/tenancies/{row.reference}/notice/case/"
    with time_machine.travel(world.at, tick=False):
        office = sign_in(Client(), User.objects.get(pk=world.housing.user_id))
        assert f'href="{where}"' in office.get(f"/office/tenancies/{row.reference}/").text
        assert send(office, where, {"seen": row.version}).status_code == 302
    notice = household_of(row).notices.get()
    assert (notice.grounds, notice.served_on, notice.validity) == (["1A"], world.on, "unclear")
    assert notice.tenancy_began_on == row.started_on
    assert waiting(row) is None
    assert WORDS not in offered(row, world.housing)
    call = {"ref": row.reference, "seen": Tenancy.objects.get(pk=row.pk).version, "at": world.at}
    with pytest.raises(DomainError, match="no notice"):
        passing_on.from_tenancy(actor=world.housing, **call)
    with pytest.raises(Refused):
        passing_on.from_tenancy(actor=world.liaison, **call)


def test_recording_it_by_hand_is_doing_it(world):
    row = noticed(world)
    household = household_of(row)
    day = world.on + timedelta(days=122)
    given = Recorded("section_8", "assured", served_on=world.on, specified_on=day, grounds=("1A",))
    call = {"ref": household.reference, "seen": household.version, "actor": world.housing, "at": world.at}
    decisions.record_notice(notice=given, **call)
    assert waiting(row) is None
    assert WORDS not in offered(row, world.housing)


def test_a_case_does_not_close_over_it(world):
    row = noticed(world)
    assert why_not_closed(world, row) == "notice_waits"
    assert waiting(row)
    passing_on.from_tenancy(ref=row.reference, seen=row.version, actor=world.housing, at=world.at)
    assert why_not_closed(world, row) == "duty_open"


def test_it_waits_no_more_when_the_notice_is_taken_back(world):
    row = noticed(world)
    life.withdraw_notice(ref=row.reference, seen=row.version, actor=world.liaison, at=world.at)
    assert Deadline.objects.about(household_of(row).subject).get(kind="concern_notice").outcome == "taken_back"


def test_a_notice_taken_back_is_taken_back_in_the_case_too(world):
    row = noticed(world)
    passing_on.from_tenancy(ref=row.reference, seen=row.version, actor=world.housing, at=world.at)
    row.refresh_from_db()
    life.withdraw_notice(ref=row.reference, seen=row.version, actor=world.liaison, at=world.at)
    household = household_of(row)
    task = Deadline.objects.about(household.subject).open().get(kind__startswith="notice_taken_back")
    assert (task.due_on, task.person_id) == (world.on, household.lead_officer_id)
    named = dates.short(world.on + timedelta(days=122))
    assert task.what == f"record that the notice for {named} on tenancy {row.reference} was taken back"
    another = Recorded("section_8", "assured", served_on=world.on, specified_on=world.on + timedelta(days=30))
    call = {"ref": household.reference, "actor": world.housing, "at": world.at}
    decisions.record_notice(notice=another, seen=household.version, **call)
    why = {"on": world.on, "reason": "The landlord wrote to both of us."}
    decisions.withdraw_notice(number=1, seen=household_of(row).version, **why, **call)
    task.refresh_from_db()
    assert task.done_at is None, "that was another notice"
    decisions.withdraw_notice(number=2, seen=household_of(row).version, **why, **call)
    task.refresh_from_db()
    assert task.done_at == world.at


def test_nobody_is_asked_to_take_back_what_the_case_does_not_have(world):
    row = noticed(world)
    life.withdraw_notice(ref=row.reference, seen=row.version, actor=world.liaison, at=world.at)
    assert not Deadline.objects.filter(kind__startswith="notice_taken_back").exists()
