"""Deleting an enquiry that came to nothing."""

from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError

from core.access.actor import Actor
from core.accounts.services import people
from core.audit import services as audit
from core.audit.services import retention
from core.deadlines import services as deadlines
from core.notifications.services import outbox
from landlords.models import Landlord

NEVER_REGISTERED = "never_registered"


def forget(landlord: Landlord, *, actor: Actor, at: datetime) -> bool:
    """Delete the record of somebody who never registered, inside the caller's transaction.

    What was written to them goes too, and their account if it was only for this. The audit trail keeps that it was
    deleted, without what stood there. False when something else hangs on the record: then all of it stays.
    """
    subject, user_id = landlord.subject, landlord.user_id
    try:
        with transaction.atomic():
            Landlord.objects.filter(pk=landlord.pk).delete()
    except ProtectedError:
        return False
    deadlines.forget(subject=subject)
    outbox.forget(about=subject, at=at)
    retention.remove_values(subject=subject, before=at, reason=NEVER_REGISTERED, actor=actor, at=at)
    audit.record(actor=actor, action="landlord.forget", subject=subject, at=at, reason=NEVER_REGISTERED)
    if user_id is not None:
        people.forget(user_id=user_id, reason=NEVER_REGISTERED, actor=actor, at=at)
    return True
