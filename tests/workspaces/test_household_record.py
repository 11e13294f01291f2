"""An officer's page about a household, whatever was written and done."""

from datetime import timedelta

import pytest

from households.models import Duty, StatutoryLetter
from households.rules.letter import LetterKind
from tests.households.steps import make_plan, send
from tests.web.client import officer, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 9])
def test_it_costs_the_same_however_much_was_written(client, at, count, django_assert_num_queries):
    world = World(at)
    row = world.household()
    make_plan(world, row)
    letter = send(world, row, LetterKind.DUTY_DECISION)
    duty = row.duties.get()
    for number in range(1, count):
        letter.pk, letter.reference = None, f"LR-2026-{number:04}"
        letter.save(force_insert=True)
        duty.pk, duty.reference, duty.satisfied_on = None, f"DU-2026-9{number:03}", world.on - timedelta(days=number)
        duty.state, duty.ended_on = "ended", world.on
        duty.save(force_insert=True)
    assert (StatutoryLetter.objects.count(), Duty.objects.count()) == (count, count)
    sign_in(client, officer("housing", at))
    client.get(f"/office/households/{row.reference}/")
    with django_assert_num_queries(33):
        page = client.get(f"/office/households/{row.reference}/")
    assert len(page.context["letters"].rows) == count
