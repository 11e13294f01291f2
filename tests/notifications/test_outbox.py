from datetime import datetime

import pytest
from django.db import IntegrityError, transaction

from core.access.actor import Kind
from core.notifications.models import OutboxMessage
from core.notifications.providers.base import TemporaryFailure
from core.notifications.providers.fake import FakeProvider
from core.notifications.rules.delivery import Delivery
from core.notifications.rules.message import Channel, Message, Recipient
from core.notifications.rules.safe_contact import SafeContact
from core.notifications.services import delivery, outbox
from tests.jobs import drain, waiting
from tests.web.client import person

HELLO = Message("test/hello", "About your home", "Hello Sam.")
SAM = Recipient("Sam Price", "sam@example.com")
HOME = ("home", "HM-2026-0001")


@pytest.mark.django_db
def test_a_message_is_queued_with_its_task(at: datetime) -> None:
    row = outbox.send(HELLO, to=SAM, about=HOME, at=at)
    assert (row.state, row.to_address, row.created_at) == (Delivery.QUEUED, "sam@example.com", at)
    assert waiting().count() == 1
    assert drain() == 1
    row.refresh_from_db()
    assert row.state == Delivery.SENT
    assert "To: Sam Price <sam@example.com>" in row.sent_copy
    assert "Hello Sam." in row.sent_copy
    assert row.provider_id


@pytest.mark.django_db(transaction=True)
def test_nothing_is_queued_when_the_work_fails(at: datetime) -> None:
    with transaction.atomic():
        outbox.send(HELLO, to=SAM, about=HOME, at=at)
        transaction.set_rollback(True)
    assert not OutboxMessage.objects.exists()
    assert not waiting().exists()


@pytest.mark.django_db(transaction=True)
def test_a_message_belongs_to_a_transaction(at: datetime) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        outbox.send(HELLO, to=SAM, about=HOME, at=at)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("to", "channel", "reason"),
    [
        (Recipient("Sam", "sam@example.com", safe_contact=SafeContact(no_email=True)), Channel.EMAIL, "Safe contact"),
        (
            Recipient("Sam", postal_address="1 Low Road", safe_contact=SafeContact(no_letter=True)),
            Channel.LETTER,
            "Safe",
        ),
        (Recipient("Sam"), Channel.EMAIL, "nowhere to send"),
        (Recipient("Sam", "not an address"), Channel.EMAIL, "is not a real one"),
        (Recipient("Sam", "sam@example.com\nBcc: x@example.com"), Channel.EMAIL, "is not a real one"),
    ],
)
def test_what_may_or_can_not_go_is_kept_as_refused(to: Recipient, channel: Channel, reason: str, at: datetime) -> None:
    row = outbox.send(HELLO, to=to, about=HOME, at=at, channel=channel)
    assert row.state == Delivery.REFUSED
    assert reason in row.refused_reason
    assert not waiting().exists()


@pytest.mark.django_db
def test_a_person_who_wants_no_post_still_gets_email(at: datetime) -> None:
    careful = Recipient("Sam", "sam@example.com", safe_contact=SafeContact(no_letter=True, no_voicemail=True))
    assert outbox.send(HELLO, to=careful, about=HOME, at=at).state == Delivery.QUEUED


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"state": "posted"}, {"channel": "pigeon"}, {"state": "sent"}])
def test_the_database_knows_the_states_and_channels(change: dict, at: datetime) -> None:
    row = outbox.send(HELLO, to=SAM, about=HOME, at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxMessage.objects.filter(pk=row.pk).update(**change)


@pytest.mark.django_db
def test_a_rule_made_later_stops_what_still_waits(at: datetime) -> None:
    by_address = outbox.send(HELLO, to=SAM, about=HOME, at=at)
    tried = outbox.send(HELLO, to=SAM, about=HOME, at=at)
    delivery.deliver(ref=tried.reference, at=at, provider=FakeProvider(failures=[TemporaryFailure("451")]))
    gone = outbox.send(HELLO, to=SAM, about=HOME, at=at)
    delivery.deliver(ref=gone.reference, at=at, provider=FakeProvider())
    other = outbox.send(HELLO, to=Recipient("Lee", "lee@example.com"), about=HOME, at=at)

    careful = Recipient("Sam", "SAM@example.com", safe_contact=SafeContact(no_email=True))
    assert outbox.refuse_waiting(to=careful) == 2
    states = {row.pk: (row.state, bool(row.refused_reason)) for row in OutboxMessage.objects.all()}
    assert states == {
        by_address.pk: (Delivery.REFUSED, True),
        tried.pk: (Delivery.REFUSED, True),
        gone.pk: (Delivery.SENT, False),
        other.pk: (Delivery.QUEUED, False),
    }
    assert delivery.deliver_due(at=at, provider=FakeProvider()) == 1


@pytest.mark.django_db
def test_a_rule_of_an_account_stops_what_waits_for_any_of_its_addresses(at: datetime) -> None:
    lee = person(Kind.RESIDENT, at)
    row = outbox.send(HELLO, to=Recipient("Lee", "old@example.com", user_id=lee.pk), about=HOME, at=at)
    rule = SafeContact(no_email=True, no_text=True)
    assert outbox.refuse_waiting(to=Recipient("Lee", "new@example.com", user_id=lee.pk, safe_contact=rule)) == 1
    row.refresh_from_db()
    assert row.state == Delivery.REFUSED


@pytest.mark.django_db
def test_people_without_an_account_are_not_one_person(at: datetime) -> None:
    outbox.send(HELLO, to=SAM, about=HOME, at=at)
    nowhere = Recipient("Lee", safe_contact=SafeContact(no_email=True))
    assert outbox.refuse_waiting(to=nowhere) == 0
