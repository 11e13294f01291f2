"""Who has nowhere tonight, or may not be safe, is not left to wait in a list."""

from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from core.access.actor import Can
from core.accounts.models import User
from core.deadlines.services import set_deadline
from core.notifications.models import OutboxMessage
from core.states import Holder
from households.models import Household
from tests.households.telling import tell
from tests.world import World
from workspaces.rules.queue import Whose
from workspaces.selectors import queue

pytestmark = pytest.mark.django_db
ABUSE = {"worry": {"worries": ["afraid", "arrears"]}}


@pytest.mark.parametrize(
    ("changes", "rung"),
    [
        ({"when": {"when": "tonight"}}, {"triage1@example.com", "manager2@example.com"}),
        (ABUSE | {"now": {"safe_now": "unsure"}}, {"triage1@example.com", "manager2@example.com"}),
        (ABUSE | {"now": {"safe_now": "no"}, "know": {"knows": "yes"}}, {"manager2@example.com"}),
        ({"when": {"when": "week"}}, set()),
    ],
)
def test_whoever_has_nowhere_tonight_or_is_not_safe_rings_officers_at_once(
    client: Client, at: datetime, changes: dict[str, Any], rung: set[str]
) -> None:
    world = World(at)
    triage, manager, _ = (world.officer(role) for role in ("triage", "manager", "housing"))
    User.objects.filter(pk=manager.user_id).update(telephone="+441632960001")
    late = world.household(name="Bo Marsh")
    day = {"at": at, "what": "decide", "holder": Holder.COUNCIL, "capability": Can.WORK_HOUSEHOLDS}
    set_deadline(kind="late", subject=late.subject, due_on=date(2026, 11, 2), statutory=True, **day)
    tell(client, **changes)
    sent = OutboxMessage.objects.filter(template="ring_now")
    assert set(sent.filter(channel="email").values_list("to_address", flat=True)) == rung
    assert sent.filter(channel="sms").count() == bool(rung)
    household = Household.objects.get(told__isnull=False)
    assert all(household.reference in each.body and household.name not in each.body for each in sent)
    reader = manager if len(rung) == 1 else triage
    first = queue.everything(reader, Whose.TEAM)[0]
    assert (first.subject == household.subject and first.due_on == date(2026, 11, 21)) is bool(rung)
