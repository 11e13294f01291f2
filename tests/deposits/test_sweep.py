from datetime import timedelta

import pytest
import time_machine

from core.notifications.models import OutboxMessage
from deposits import tasks
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
