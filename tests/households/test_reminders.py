"""What stands in an officer's queue about a notice and about a duty's clock: each thing once."""

from datetime import date, timedelta

import pytest

from core.deadlines.models import Deadline
from core.errors import DomainError
from households.models import Household
from households.rules.duty import DutyKind
from households.services import decisions, duties
from households.services.decisions import NoticeGiven
from tests.households.steps import fresh, moment
from tests.world import World

pytestmark = pytest.mark.django_db


def notice(world: World, row: Household, on: date) -> None:
    decisions.record_notice(
        ref=row.reference,
        seen=fresh(row).version,
        notice=NoticeGiven("section_8", "assured", world.on, on, ("1A",)),
        actor=world.housing,
        at=world.at,
    )


def reminders(row: Household) -> list[date]:
    found = Deadline.objects.about(row.subject).open().filter(kind="notice_within_56_days")
    return list(found.values_list("due_on", flat=True))


@pytest.mark.parametrize("duty", [DutyKind.PREVENTION, DutyKind.RELIEF])
def test_a_notice_asks_for_no_duty_that_is_owed_already(at, duty):
    world = World(at)
    row = world.household(duty=duty)
    notice(world, row, date(2027, 3, 22))
    assert reminders(row) == []


def test_the_notice_that_comes_first_sets_the_day(at):
    world = World(at)
    row = world.household(duty=None)
    notice(world, row, date(2027, 3, 2))
    notice(world, row, date(2027, 6, 1))
    assert reminders(row) == [date(2027, 1, 5)]


def test_a_notice_taken_back_no_longer_counts(at):
    world = World(at)
    row = world.household(duty=None)
    notice(world, row, date(2027, 3, 2))
    notice(world, row, date(2027, 6, 1))

    def withdraw(on: date, why: str = "The landlord wrote to take it back") -> None:
        decisions.withdraw_notice(
            ref=row.reference,
            seen=fresh(row).version,
            number=1,
            on=on,
            reason=why,
            actor=world.housing,
            at=at,
        )

    with pytest.raises(DomainError, match="future"):
        withdraw(world.on + timedelta(days=1))
    with pytest.raises(DomainError, match="Say how you know"):
        withdraw(world.on, " ")
    withdraw(world.on)
    assert reminders(row) == [date(2027, 4, 6)]
    with pytest.raises(DomainError, match="already"):
        withdraw(world.on)


def test_only_the_last_warning_of_a_late_duty_stays(at):
    world = World(moment(2026, 9, 1))
    duty = world.household(satisfied_on=world.on).duties.get()
    for day, late in ((36, ["day_35"]), (49, ["day_49"]), (55, ["day_49"]), (57, ["day_56"])):
        now = moment(2026, 9, 1) + timedelta(days=day - 1)
        duties.overtake_warnings(ref=duty.reference, at=now)
        found = Deadline.objects.about(duty.subject).open().filter(due_on__lte=now.date())
        assert list(found.values_list("kind", flat=True)) == late
