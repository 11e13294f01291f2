from datetime import datetime, timedelta

import pytest
import time_machine

from core.notifications import tasks
from core.notifications.models import OutboxMessage
from core.notifications.providers.base import Envelope, PermanentFailure, Receipt, TemporaryFailure
from core.notifications.providers.fake import LATER_ADDRESS, NEVER_ADDRESS, FakeProvider
from core.notifications.rules.delivery import ATTEMPTS, Delivery
from core.notifications.rules.message import Channel, Message, Recipient
from core.notifications.services import delivery, outbox
from tests.jobs import drain, forget_waiting, waiting

pytestmark = pytest.mark.django_db
HOME = ("home", "HM-2026-0001")


def queued(at: datetime, *, email: str = "sam@example.com", secret: bool = False) -> OutboxMessage:
    message = Message("test/hello", "About your home", "Hello Sam.", secret=secret)
    return outbox.send(message, to=Recipient("Sam", email), about=HOME, at=at)


class Killed(BaseException):
    """The worker process ends here."""


class KilledAfterSending(FakeProvider):
    def send(self, envelope: Envelope) -> Receipt:
        super().send(envelope)
        raise Killed


def test_a_temporary_failure_is_tried_again_with_growing_pauses(at: datetime) -> None:
    row = queued(at)
    provider = FakeProvider(failures=[TemporaryFailure("451 busy"), TemporaryFailure("451 busy")])
    for minutes in (0, 1, 5):
        assert (
            delivery.deliver(ref=row.reference, at=at + timedelta(minutes=minutes, seconds=-1), provider=provider)
            is None
        )
        delivery.deliver(ref=row.reference, at=at + timedelta(minutes=minutes), provider=provider)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.failure) == (Delivery.SENT, 3, "")
    assert row.sent_at == at + timedelta(minutes=5)


def test_a_permanent_failure_ends_it_at_once(at: datetime) -> None:
    row = queued(at)
    delivery.deliver(ref=row.reference, at=at, provider=FakeProvider(failures=[PermanentFailure("550 no mailbox")]))
    row.refresh_from_db()
    assert (row.state, row.attempts, row.failure) == (Delivery.FAILED, 1, "550 no mailbox")
    assert delivery.deliver_due(at=at + timedelta(days=9), provider=FakeProvider()) == 0


def test_we_give_up_in_the_end(at: datetime) -> None:
    row = queued(at)
    provider = FakeProvider(failures=[TemporaryFailure("451 busy")] * 99)
    for hours in range(72):
        delivery.deliver_due(at=at + timedelta(hours=hours), provider=provider)
    row.refresh_from_db()
    assert (row.state, row.attempts) == (Delivery.FAILED, ATTEMPTS)


def test_a_late_sign_in_code_is_not_sent(at: datetime) -> None:
    row = queued(at, secret=True)
    provider = FakeProvider(failures=[TemporaryFailure("451 busy")] * 3)
    for minutes in (0, 1, 5, 21):
        delivery.deliver_due(at=at + timedelta(minutes=minutes), provider=provider)
    row.refresh_from_db()
    assert (row.state, row.attempts) == (Delivery.FAILED, 3)


def test_a_fault_of_ours_is_logged_and_tried_again(at: datetime, caplog: pytest.LogCaptureFixture) -> None:
    row = queued(at)
    delivery.deliver(ref=row.reference, at=at, provider=FakeProvider(failures=[KeyError("oops")]))
    row.refresh_from_db()
    assert (row.state, row.failure) == (Delivery.FAILED_TEMPORARY, "Our own fault: KeyError")
    assert row.reference in caplog.text


def test_a_channel_without_a_provider_fails_in_words(at: datetime) -> None:
    class EmailOnly(FakeProvider):
        channels = frozenset({Channel.EMAIL})

    to = Recipient("Sam", telephone="01632 960 123")
    row = outbox.send(Message("t", "Hello", "Hello"), to=to, about=HOME, at=at, channel=Channel.SMS)
    delivery.deliver_due(at=at, provider=EmailOnly())
    row.refresh_from_db()
    assert (row.state, row.failure) == (Delivery.FAILED, "No way of sending a text message is set up.")


def test_a_message_is_attempted_by_one_worker_only(at: datetime) -> None:
    row = queued(at)

    class Slow(FakeProvider):
        def send(self, envelope: Envelope) -> Receipt:
            assert delivery.deliver(ref=row.reference, at=at, provider=FakeProvider()) is None
            return super().send(envelope)

    sent = delivery.deliver(ref=row.reference, at=at, provider=Slow())
    assert sent is not None
    assert (sent.state, sent.attempts) == (Delivery.SENT, 1)


def test_a_killed_worker_does_not_send_twice_when_the_provider_can_tell(at: datetime) -> None:
    row = queued(at)
    provider = KilledAfterSending()
    with pytest.raises(Killed):
        delivery.deliver(ref=row.reference, at=at, provider=provider)
    row.refresh_from_db()
    assert row.state == Delivery.SENDING

    assert delivery.release_lapsed(at=at + timedelta(minutes=9)) == 0
    later = at + timedelta(minutes=11)
    assert delivery.release_lapsed(at=later) == 1
    delivery.deliver_due(at=later, provider=provider)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.provider_id) == (Delivery.SENT, 2, f"outbox-{row.reference.lower()}")


def test_a_worker_that_wakes_after_its_claim_lapsed_does_not_overwrite(at: datetime) -> None:
    row = queued(at)
    later = at + timedelta(minutes=11)

    class Asleep(FakeProvider):
        def send(self, envelope: Envelope) -> Receipt:
            delivery.release_lapsed(at=later)
            delivery.deliver(ref=row.reference, at=later, provider=FakeProvider())
            raise PermanentFailure("550 too late")

    delivery.deliver(ref=row.reference, at=at, provider=Asleep())
    row.refresh_from_db()
    assert (row.state, row.attempts, row.sent_at) == (Delivery.SENT, 2, later)


def test_the_task_tries_again_by_itself(at: datetime) -> None:
    with time_machine.travel(at, tick=False) as clock:
        row = queued(at, email=LATER_ADDRESS)
        assert drain() == 1
        assert drain() == 0
        clock.shift(timedelta(minutes=1))
        assert drain() == 1
    row.refresh_from_db()
    assert (row.state, row.attempts) == (Delivery.FAILED_TEMPORARY, 2)
    assert waiting().get().run_after == row.next_attempt_at


def test_the_task_leaves_a_dead_address_alone(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        row = queued(at, email=NEVER_ADDRESS)
        drain()
    row.refresh_from_db()
    assert row.state == Delivery.FAILED
    assert not waiting().exists()


def test_the_sweep_queues_what_was_lost_once(at: datetime) -> None:
    with time_machine.travel(at, tick=False) as clock:
        row = queued(at)
        forget_waiting()
        tasks.sweep.enqueue()
        drain()
        row.refresh_from_db()
        assert row.state == Delivery.QUEUED

        clock.shift(timedelta(minutes=16))
        tasks.sweep.call()
        tasks.sweep.call()
        assert waiting().count() == 1
        drain()
    row.refresh_from_db()
    assert row.state == Delivery.SENT


def test_two_tasks_for_one_message_send_it_once(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        row = queued(at)
        tasks.deliver.enqueue(row.reference)
        assert drain() == 2
    row.refresh_from_db()
    assert row.attempts == 1


def test_codes_are_forgotten_and_the_rest_is_kept(at: datetime) -> None:
    code, letter = queued(at, secret=True), queued(at)
    delivery.deliver_due(at=at, provider=FakeProvider())
    assert delivery.forget_secrets(at=at + timedelta(minutes=59)) == 0
    assert delivery.forget_secrets(at=at + timedelta(minutes=61)) == 1
    code.refresh_from_db()
    letter.refresh_from_db()
    assert (code.body, code.sent_copy, code.subject) == ("", "", "About your home")
    assert "Hello Sam." in letter.sent_copy
