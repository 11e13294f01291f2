"""How the trail stands, cheaply: for the health page."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max

from core.audit import heads
from core.audit.models import Event, Seal
from core.audit.services.sealing import LOOK_BACK


def oldest_unsealed(at: datetime) -> timedelta:
    """How long the oldest event that no seal covers has waited; nought when all are sealed."""
    newest = Seal.objects.aggregate(newest=Max("event_id"))["newest"] or 0
    waiting = Event.objects.unsealed().filter(pk__gt=newest - LOOK_BACK).order_by("pk")
    first = waiting.values_list("at", flat=True).first()
    return max(at - first, timedelta(0)) if first else timedelta(0)


def end_fault() -> str:
    """What is wrong between the last seal and the head outside; empty when they agree."""
    try:
        finding = heads.check(heads.read(settings.AUDIT_HEAD))
    except heads.UnreadableHead as error:
        return str(error)
    return finding.words if finding else ""
