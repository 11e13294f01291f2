from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from core.audit.models import EventValues
from core.audit.services import events

REMOVED = "audit.remove_values"


def remove_values(*, subject: tuple[str, str], before: datetime, reason: str, actor: Actor, at: datetime) -> int:
    """Remove the values of a record's events older than `before`. How many events lost theirs.

    What happened, when and by whom stays, with the digest of what is gone. The removal is an event
    of its own that names every row it emptied: verification takes any other empty row for tampering.
    """
    with transaction.atomic():
        kept = EventValues.objects.filter(
            event__subject_kind=subject[0], event__subject_reference=subject[1], event__at__lt=before, removed_at=None
        )
        found = list(kept.order_by("event_id").values_list("event_id", flat=True))
        if not found:
            return 0
        EventValues.objects.filter(event_id__in=found).update(before={}, after={}, note="", salt="", removed_at=at)
        events.record(
            actor=actor,
            action=REMOVED,
            subject=subject,
            at=at,
            reason=reason,
            after={"events": found},
            summary="Old details removed, as our retention rules say",
        )
        return len(found)
