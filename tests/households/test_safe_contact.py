"""Safe contact bites at sign-in and on what already waits, not only on our own letters."""

from datetime import datetime

import pytest
from django.core.mail import send_mail

from core.notifications.models import OutboxMessage
from core.notifications.rules.delivery import Delivery
from core.notifications.rules.message import Message
from core.notifications.rules.safe_contact import SafeContact
from core.notifications.services import outbox
from households.models import Household
from households.selectors.contact import safe_contact_of
from households.services import contact
from tests.world import World

pytestmark = pytest.mark.django_db
CAREFUL = SafeContact(no_email=True, safe_times="Mornings", code_word="Heron")


@pytest.fixture
def world(at: datetime) -> World:
    return World(at)


@pytest.fixture
def household(world: World) -> Household:
    return world.household()


def careful(world: World, household: Household, rule: SafeContact = CAREFUL) -> Household:
    seen = Household.objects.get(pk=household.pk).version
    return contact.set_safe_contact(ref=household.reference, seen=seen, rule=rule, actor=world.housing, at=world.at)


def test_the_rule_stops_what_already_waits(world: World, household: Household) -> None:
    hello = Message("test/hello", "About your plan", "Hello.")
    waiting = outbox.send(hello, to=contact.recipient(household), about=household.subject, at=world.at)
    assert waiting.state == Delivery.QUEUED
    careful(world, household)
    waiting.refresh_from_db()
    assert waiting.state == Delivery.REFUSED
    after = outbox.send(hello, to=contact.recipient(household), about=household.subject, at=world.at)
    assert (after.state, after.refused_reason) == (Delivery.REFUSED, waiting.refused_reason)


def test_a_sign_in_code_is_not_sent_where_e_mail_is_not_safe(world: World, household: Household, settings) -> None:
    settings.EMAIL_BACKEND = "core.notifications.mail.OutboxBackend"
    resident = household.resident
    send_mail("Your code", "It is 123456.", None, [resident.email])
    careful(world, household)
    send_mail("Your code", "It is 654321.", None, [resident.email.upper()])
    messages = OutboxMessage.objects.filter(to_user=resident, secret=True)
    assert {message.state for message in messages} == {Delivery.REFUSED}
    assert {(message.about_kind, message.about_reference) for message in messages} == {resident.subject}


def test_the_rule_of_an_account_is_its_households(world: World, household: Household) -> None:
    assert safe_contact_of(household.resident_id) is None
    careful(world, household)
    assert safe_contact_of(household.resident_id) == CAREFUL
    assert safe_contact_of(world.household().resident_id) is None


def test_others_are_reached_as_ever(world: World, household: Household, settings) -> None:
    settings.EMAIL_BACKEND = "core.notifications.mail.OutboxBackend"
    careful(world, household)
    send_mail("Your code", "It is 123456.", None, ["stranger@example.com"])
    message = OutboxMessage.objects.get(to_address="stranger@example.com")
    assert (message.state, message.about_kind, message.about_reference) == (Delivery.QUEUED, "account", "")
