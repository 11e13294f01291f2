from datetime import datetime, timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.utils import timezone

from core.access.actor import Kind
from core.access.models import FormKey
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.audit.models import Event
from core.journeys.models import Draft
from core.journeys.services import drafts
from core.notifications.models import OutboxMessage
from core.notifications.rules.delivery import Delivery
from core.notifications.rules.safe_contact import SafeContact
from households.models import Household
from households.services import contact
from portal import tasks
from tests.jobs import drain
from tests.web.client import person
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(at: datetime) -> User:
    return person(Kind.LANDLORD, at, name="Rosa Quill")


def begun(owner: User, at: datetime) -> Draft:
    return drafts.open(kind="home", actor=actor_of(owner), at=at)


def sweep(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        tasks.sweep_drafts.enqueue()
        drain()


def test_an_unfinished_questionnaire_is_reminded_of_once_and_then_removed(rosa: User, at: datetime) -> None:
    draft = begun(rosa, at)
    for days in range(35):
        sweep(at + timedelta(days=days, hours=1))
    message = OutboxMessage.objects.get(about_reference=draft.reference)
    assert (message.to_user_id, message.state) == (rosa.pk, Delivery.SENT)
    assert message.created_at == at + timedelta(days=21, hours=1)
    assert "we remove your answers on Saturday 19 December 2026" in message.body
    assert "/front-door/" in message.body
    assert not Draft.objects.exists()
    removal = Event.objects.get(action="draft.remove")
    assert (removal.reason, removal.at) == ("forgotten", at + timedelta(days=28, hours=1))


def test_who_answers_again_is_left_alone(rosa: User, at: datetime) -> None:
    draft = begun(rosa, at)
    Draft.objects.filter(pk=draft.pk).update(updated_at=at + timedelta(days=20))
    sweep(at + timedelta(days=30))
    assert not OutboxMessage.objects.exists()
    assert Draft.objects.exists()


def test_a_reminder_minds_safe_contact(at: datetime) -> None:
    world = World(at)
    household = world.household()
    seen = Household.objects.get(pk=household.pk).version
    careful = SafeContact(no_email=True)
    contact.set_safe_contact(ref=household.reference, seen=seen, rule=careful, actor=world.housing, at=at)
    draft = begun(household.resident, at)
    sweep(at + timedelta(days=22))
    assert OutboxMessage.objects.get(about_reference=draft.reference).state == Delivery.REFUSED


def test_ended_sessions_and_old_form_keys_are_forgotten(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        Session.objects.create(session_key="ended", expire_date=at - timedelta(hours=1))
        Session.objects.create(session_key="open", expire_date=at + timedelta(hours=1))
        FormKey.objects.create(key="old", used_at=timezone.now() - timedelta(days=3))
        FormKey.objects.create(key="new", used_at=timezone.now() - timedelta(days=1))
        tasks.tidy.enqueue()
        drain()
    assert set(Session.objects.values_list("session_key", flat=True)) == {"open"}
    assert set(FormKey.objects.values_list("key", flat=True)) == {"new"}
