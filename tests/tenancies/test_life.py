from datetime import date, timedelta

import pytest
import time_machine

from core.deadlines.models import Deadline
from core.errors import DomainError, IllegalMove
from core.notifications.models import OutboxMessage
from tenancies import tasks
from tenancies.models import Tenancy
from tenancies.rules.notice import NoticeGiven
from tenancies.rules.tenancy import MOVE_IN_CHECKS, REQUIRED_BEFORE_KEYS, STILL_TO_DO, EndCause
from tenancies.services import life
from tenancies.services.life import Ending
from tests.world import World
from workspaces.selectors.tenancy import office

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def tenancy(world) -> Tenancy:
    return world.tenancy()


def act(world: World, row: Tenancy, service, **given) -> Tenancy:
    seen = Tenancy.objects.get(pk=row.pk).version
    return service(ref=row.reference, seen=seen, actor=world.housing, at=world.at, **given)


def waiting(row: Tenancy) -> set[str]:
    return set(Deadline.objects.open().about(row.subject).values_list("kind", flat=True))


def test_what_was_left_on_the_first_day_is_said_as_something_to_do(world, tenancy):
    assert MOVE_IN_CHECKS.keys() == STILL_TO_DO.keys() | REQUIRED_BEFORE_KEYS
    first = office(tenancy, world.housing, world.on)["strip"]
    assert first.next == "We give the tenant the gas, electrical and energy certificates."


def test_what_was_left_on_the_first_day_is_ticked_afterwards(world, tenancy):
    assert waiting(tenancy) == {
        "move_in_certificates_given",
        "move_in_meters_read",
        "move_in_benefit_claim",
        "move_in_direct_payment",
    }
    act(world, tenancy, life.tick, names=["meters_read", "benefit_claim"])
    assert waiting(tenancy) == {"move_in_certificates_given", "move_in_direct_payment"}
    with pytest.raises(DomainError):
        act(world, tenancy, life.tick, names=["meters_read"])


def test_six_months_on_a_tenancy_is_settled_by_itself(world, tenancy):
    for day, settled in ((date(2027, 5, 20), 0), (date(2027, 5, 21), 1), (date(2027, 5, 22), 0)):
        with time_machine.travel(world.at + timedelta(days=(day - world.on).days), tick=False):
            assert tasks.settle_tenancies.func() == settled
    tenancy.refresh_from_db()
    assert (tenancy.state, tenancy.settled_on) == ("settled", date(2027, 5, 21))


def test_a_tenancy_that_needs_help_is_looked_at_again_and_stands(world, tenancy):
    act(world, tenancy, life.put_at_risk, note="They fell behind")
    review = Deadline.objects.open().get(kind="tenancy_risk_review")
    assert review.due_on == world.on + timedelta(days=14)
    assert act(world, tenancy, life.recover, note="Paid").state == "started"
    assert "tenancy_risk_review" not in waiting(tenancy)


def test_a_landlords_notice_is_read_by_an_officer_and_can_be_taken_back(world, tenancy):
    notice = NoticeGiven(world.on, world.on, ("8", "14"))
    with pytest.raises(DomainError, match="no ground 99"):
        act(world, tenancy, life.serve_notice, notice=NoticeGiven(world.on, world.on, ("99",)))
    with pytest.raises(DomainError):
        act(world, tenancy, life.serve_notice, notice=NoticeGiven(world.on + timedelta(days=1), world.on, ("8",)))
    assert act(world, tenancy, life.serve_notice, notice=notice).state == "notice_served"
    assert "read_notice" in waiting(tenancy)
    assert act(world, tenancy, life.withdraw_notice).state == "started"
    assert "read_notice" not in waiting(tenancy)
    assert tenancy.notices.get().withdrawn_on == world.on


def test_what_waits_is_closed_by_saying_what_came_of_it(world, tenancy):
    act(world, tenancy, life.put_at_risk, note="They fell behind")
    world.later(days=14)
    with pytest.raises(DomainError, match="Say what"):
        act(world, tenancy, life.attended, kind="tenancy_risk_review", note=" ")
    act(world, tenancy, life.attended, kind="tenancy_risk_review", note="They pay again")
    assert Deadline.objects.open().get(kind="tenancy_risk_review").due_on == world.on + timedelta(days=14)
    act(world, tenancy, life.serve_notice, notice=NoticeGiven(world.on, world.on, ("8",)))
    act(world, tenancy, life.attended, kind="read_notice", note="Read together")
    assert "read_notice" not in waiting(tenancy)
    for kind in ("read_notice", "move_in_meters_read"):
        with pytest.raises(DomainError, match="waits any more"):
            act(world, tenancy, life.attended, kind=kind, note="Again")


def test_a_notice_that_was_read_is_asked_about_again_until_it_is_taken_back(world, tenancy):
    named = world.on + timedelta(days=20)
    act(world, tenancy, life.serve_notice, notice=NoticeGiven(world.on, named, ("8",)))
    act(world, tenancy, life.attended, kind="read_notice", note="Read together")
    for day in (world.on + timedelta(days=14), named, named + timedelta(days=14)):
        assert Deadline.objects.open().get(kind="notice_review").due_on == day
        world.later(days=(day - world.on).days)
        act(world, tenancy, life.attended, kind="notice_review", note="They talk")
    act(world, tenancy, life.withdraw_notice)
    assert "notice_review" not in waiting(tenancy)


def test_a_tenants_notice_leads_to_the_end_and_both_are_told(world, tenancy):
    last = world.on + timedelta(days=61)
    assert act(world, tenancy, life.tenant_notice, notice=NoticeGiven(world.on, last)).state == "ending"
    assert Deadline.objects.open().get(kind="agree_ending").due_on == last
    act(world, tenancy, life.attended, kind="agree_ending", note="Keys at noon, with the inventory")
    assert Deadline.objects.open().get(kind="end_tenancy").due_on == last
    world.later(days=61)
    with pytest.raises(DomainError):
        act(world, tenancy, life.end, ending=Ending(world.on + timedelta(days=1), EndCause.TENANT_NOTICE))
    ended = act(world, tenancy, life.end, ending=Ending(world.on, EndCause.TENANT_NOTICE))
    assert (ended.state, ended.ended_on, ended.end_cause) == ("ended", last, "tenant_notice")
    assert waiting(tenancy) == set()
    assert OutboxMessage.objects.filter(template__startswith="tenancy_ended").count() == 2
    with pytest.raises(IllegalMove):
        act(world, tenancy, life.end, ending=Ending(world.on, EndCause.TENANT_NOTICE))


def test_nothing_waits_to_be_ended_once_the_tenant_stays(world, tenancy):
    act(world, tenancy, life.tenant_notice, notice=NoticeGiven(world.on, world.on))
    world.later(days=2)
    act(world, tenancy, life.attended, kind="agree_ending", note="They still talk about it")
    assert Deadline.objects.open().get(kind="end_tenancy").due_on == world.on
    act(world, tenancy, life.stay)
    assert "end_tenancy" not in waiting(tenancy)


def test_an_end_after_a_notice_names_its_ground_and_a_death_is_not_written_to(world, tenancy):
    with pytest.raises(DomainError):
        act(world, tenancy, life.end, ending=Ending(world.on, EndCause.GROUND))
    ended = act(world, tenancy, life.end, ending=Ending(world.on, EndCause.DEATH, "8"))
    assert (ended.end_cause, ended.end_ground) == ("death", "")
    assert not OutboxMessage.objects.filter(template="tenancy_ended_resident").exists()
