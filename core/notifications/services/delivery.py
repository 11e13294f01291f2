import logging
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F

from core.notifications.models import OutboxMessage
from core.notifications.providers.base import Envelope, PermanentFailure, Provider, Receipt, TemporaryFailure
from core.notifications.rules.delivery import MACHINE, Delivery, next_attempt
from core.notifications.rules.message import CHANNEL_WORDS, Channel

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)
"""A worker that has held a message longer than this is taken for dead."""
SECRETS_KEPT = timedelta(hours=1)


def deliver(*, ref: str, at: datetime, provider: Provider) -> OutboxMessage | None:
    """Make one attempt, outside any transaction. None when another worker has it or it is not due.

    A worker killed between the provider's yes and our note of it leaves the row claimed; the next
    attempt asks the provider first, so only a provider that cannot tell may get it twice.
    """
    claimed = OutboxMessage.objects.due(at).filter(reference=ref)
    if not claimed.update(state=MACHINE.apply(MACHINE.start, "claim"), attempts=F("attempts") + 1, claimed_at=at):
        return None
    row = OutboxMessage.objects.get(reference=ref)
    try:
        receipt = _hand_over(row, at, provider)
    except PermanentFailure as failure:
        _note(row, "give_up", failure=str(failure)[:500])
    except TemporaryFailure as failure:
        _put_off(row, at, str(failure)[:500])
    except Exception as error:
        log.exception("provider %s broke on message %s", provider.name, row.reference)
        _put_off(row, at, f"Our own fault: {type(error).__name__}")
    else:
        _note(
            row,
            "accept",
            sent_at=at,
            failure="",
            provider=provider.name,
            provider_id=receipt.provider_id[:200],
            sent_copy=receipt.copy,
        )
    return row


def deliver_due(*, at: datetime, provider: Provider) -> int:
    """Attempt everything that is due, one after the other. How many were attempted."""
    references = list(OutboxMessage.objects.due(at).order_by("pk").values_list("reference", flat=True))
    return sum(deliver(ref=ref, at=at, provider=provider) is not None for ref in references)


def release_lapsed(*, at: datetime) -> int:
    """Put back what a worker held when it died."""
    return OutboxMessage.objects.filter(state=Delivery.SENDING, claimed_at__lt=at - LEASE).update(
        state=MACHINE.apply(Delivery.SENDING, "put_off"),
        next_attempt_at=at,
        failure="The worker stopped while it was sending.",
    )


def take_overdue(*, at: datetime, waited: timedelta, limit: int) -> list[str]:
    """References of due messages whose task seems lost, each given out once a `waited`."""
    lost = OutboxMessage.objects.due(at).filter(task_due_at__lte=at - waited).order_by("pk")[:limit]
    references = list(lost.values_list("reference", flat=True))
    OutboxMessage.objects.filter(reference__in=references).update(task_due_at=at)
    return references


def forget_secrets(*, at: datetime) -> int:
    """Remove the words of messages that carried a code, once nobody needs them."""
    ended = [value for value, state in MACHINE.states.items() if state.terminal]
    spent = OutboxMessage.objects.filter(secret=True, forgotten_at=None, state__in=ended)
    return spent.filter(created_at__lt=at - SECRETS_KEPT).update(body="", sent_copy="", forgotten_at=at)


def _hand_over(row: OutboxMessage, at: datetime, provider: Provider) -> Receipt:
    channel = Channel(row.channel)
    if channel not in provider.channels:
        raise PermanentFailure(f"No way of sending a {CHANNEL_WORDS[channel]} is set up.")
    if row.attempts > 1 and (receipt := provider.find(row.reference)):
        return receipt
    return provider.send(
        Envelope(
            reference=row.reference,
            channel=channel,
            to_name=row.to_name,
            to_address=row.to_address,
            subject=row.subject,
            body=row.body,
            at=at,
        )
    )


def _put_off(row: OutboxMessage, at: datetime, failure: str) -> None:
    due = next_attempt(attempts=row.attempts, created_at=row.created_at, at=at, secret=row.secret)
    if due is None:
        _note(row, "give_up", failure=failure)
    else:
        _note(row, "put_off", failure=failure, next_attempt_at=due, task_due_at=due)


def _note(row: OutboxMessage, event: str, **changes: Any) -> None:
    """Write what came of the attempt, unless the claim has lapsed and another attempt is on."""
    changes["state"] = MACHINE.apply(Delivery.SENDING, event)
    ours = OutboxMessage.objects.filter(pk=row.pk, state=Delivery.SENDING, attempts=row.attempts)
    if ours.update(**changes):
        for name, value in changes.items():
            setattr(row, name, value)
