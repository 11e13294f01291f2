from datetime import date, timedelta

import pytest
import time_machine

from core.deadlines.models import Deadline
from core.notifications.models import OutboxMessage
from deposits import tasks
from deposits.models import Guarantee
from deposits.rules.guarantee import End, EndReason, ending
from tenancies.rules.tenancy import EndCause
from tenancies.services import life
from tests.deposits.test_guarantees import in_force
from tests.world import World

pytestmark = pytest.mark.django_db


def test_the_sweep_lapses_what_ran_out_and_reminds_once_a_day(at):
    world = World(at)
    application = world.application(world.home(), upto="approved")
    in_force(world)
    assert tasks.sweep_guarantees.func() == {"lapsed": 0, "reminded": 0}
    with time_machine.travel(at + timedelta(days=3), tick=True):
        assert tasks.sweep_guarantees.func() == {"lapsed": 0, "reminded": 1}
        assert tasks.sweep_guarantees.func() == {"lapsed": 0, "reminded": 0}
    with time_machine.travel(at + timedelta(days=15), tick=True):
        assert tasks.sweep_guarantees.func() == {"lapsed": 1, "reminded": 0}
    application.refresh_from_db()
    assert application.state == "lapsed"
    assert OutboxMessage.objects.filter(template="inventory_reminder").count() == 1


def test_a_guarantee_ends_with_its_tenancy_and_says_until_when_to_claim(at):
    """Scenario 10: the tenancy ended on Tuesday 20 October, and 28 days end on Tuesday 17 November."""
    world = World(at)
    tenancy = world.tenancy(guarantee=True)
    assert tasks.end_guarantees.func() == {"ended": 0}
    life.end(
        ref=tenancy.reference,
        seen=tenancy.version,
        ending=life.Ending(ended_on=world.on, cause=EndCause.SURRENDER),
        actor=world.housing,
        at=at,
    )
    assert tasks.end_guarantees.func() == {"ended": 0}, "its last day is covered"
    with time_machine.travel(at + timedelta(days=1), tick=True):
        assert tasks.end_guarantees.func() == {"ended": 1}
        assert tasks.end_guarantees.func() == {"ended": 0}
    guarantee = Guarantee.objects.get(tenancy=tenancy)
    assert (guarantee.state, guarantee.ended_reason) == ("ended", "tenancy_ended")
    assert guarantee.end_on == world.on + timedelta(days=1)
    assert not Deadline.objects.about(guarantee.subject).open().exists()
    message = OutboxMessage.objects.get(template="guarantee_ended")
    assert "ring us by Saturday 19 December 2026" in message.body


@pytest.mark.parametrize(
    ("tenancy_ended", "on", "expected"),
    [
        (None, date(2027, 5, 31), None),
        (None, date(2027, 6, 1), End(EndReason.EXPIRED, date(2027, 6, 1))),
        (date(2026, 10, 20), date(2026, 10, 20), None),
        (date(2026, 10, 20), date(2026, 10, 21), End(EndReason.TENANCY_ENDED, date(2026, 10, 21))),
        (date(2027, 7, 1), date(2027, 7, 2), End(EndReason.TENANCY_ENDED, date(2027, 6, 1))),
        (date(2026, 6, 1), date(2026, 6, 2), End(EndReason.TENANCY_ENDED, date(2026, 6, 2))),
    ],
)
def test_when_and_why_a_guarantee_ends(tenancy_ended, on, expected):
    assert ending(date(2026, 6, 1), date(2027, 6, 1), tenancy_ended, on) == expected
