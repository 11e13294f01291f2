from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection
from django.db.models import Q

from core.notifications import tasks
from core.notifications.models import OutboxMessage
from core.notifications.rules import safe_contact
from core.notifications.rules.delivery import MACHINE
from core.notifications.rules.message import CHANNEL_WORDS, Channel, Message, Recipient

REFUSABLE = MACHINE.transitions["refuse"].sources
FIRST = 50
"""Somebody waits in front of the screen for a sign-in code, or has nowhere to sleep tonight."""


def send(
    message: Message, *, to: Recipient, about: tuple[str, str], at: datetime, channel: Channel = Channel.EMAIL
) -> OutboxMessage:
    """Queue a message in the caller's transaction: it goes only if that commits.

    `about` is the (kind, reference) of the record on which it is shown. What safe contact bars, and
    what has nowhere to go, is kept as refused with the reason for officers, and never raises: the
    work that wanted to tell somebody goes on.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a message is queued inside the transaction of what it tells")
    reason = _why_not(to, channel)
    state = MACHINE.apply(MACHINE.start, "refuse") if reason else MACHINE.start
    row = OutboxMessage.objects.create(
        channel=channel,
        template=message.template,
        subject=message.subject,
        body=message.body,
        secret=message.secret,
        to_name=to.name,
        to_address=to.address(channel),
        to_user_id=to.user_id,
        about_kind=about[0],
        about_reference=about[1],
        state=state,
        refused_reason=reason,
        created_at=at,
        next_attempt_at=at,
        task_due_at=at,
    )
    if not reason:
        tasks.deliver.using(priority=FIRST if message.secret or message.urgent else 0).enqueue(row.reference)
    return row


def refuse_waiting(*, to: Recipient) -> int:
    """Refuse what is still waiting to go to a person whose rules of safe contact have just changed.

    Found by their account and by their address. How many messages will not go.
    """
    refused = 0
    for channel in Channel:
        if reason := safe_contact.barred(channel, to.safe_contact):
            theirs = Q(to_user_id=to.user_id, to_user_id__isnull=False)
            if address := to.address(channel):
                theirs |= Q(to_address__iexact=address)
            waiting = OutboxMessage.objects.filter(theirs, channel=channel, state__in=REFUSABLE)
            refused += waiting.update(state=MACHINE.apply(MACHINE.start, "refuse"), refused_reason=reason)
    return refused


def forget(*, about: tuple[str, str], at: datetime) -> int:
    """Remove the words and the person from every message about a record, and stop what has not gone yet."""
    theirs = OutboxMessage.objects.about(about).filter(forgotten_at=None)
    theirs.filter(state__in=REFUSABLE).update(
        state=MACHINE.apply(MACHINE.start, "refuse"), refused_reason="The record was deleted."
    )
    return theirs.update(body="", sent_copy="", to_name="", to_address="", to_user_id=None, forgotten_at=at)


def _why_not(to: Recipient, channel: Channel) -> str:
    if reason := safe_contact.barred(channel, to.safe_contact):
        return reason
    address = to.address(channel)
    if not address:
        return f"We have nowhere to send this person a {CHANNEL_WORDS[channel]}."
    if channel is Channel.EMAIL:
        try:
            validate_email(address)
        except ValidationError:
            return "The e-mail address we have is not a real one."
    return ""
