from datetime import datetime, timedelta

from django.db.models import QuerySet

from core.access.actor import Actor
from core.journeys.models import Draft

REMIND_AFTER = timedelta(days=21)
WARNING = timedelta(days=7)
NOBODYS_KEPT = timedelta(hours=2)
"""How long the answers of someone without an account wait: the next person at the same screen must not find them."""


def unfinished(actor: Actor) -> QuerySet[Draft]:
    """The journeys that a person began and has not finished, the latest first."""
    return Draft.objects.visible_to(actor).order_by("-updated_at", "-pk")


def to_remind(at: datetime) -> QuerySet[Draft]:
    """Untouched for 21 days, owner not yet reminded. With the owner, for the message."""
    return (
        Draft.objects.filter(updated_at__lte=at - REMIND_AFTER, reminded_at=None, owner__isnull=False)
        .select_related("owner")
        .order_by("updated_at", "pk")
    )


def to_remove(at: datetime) -> QuerySet[Draft]:
    """Reminded seven days ago or more and still untouched; or nobody's, and untouched for two hours.

    Counted from the reminder and not from the last answer: nobody loses answers unwarned because
    a reminder went out late.
    """
    reminded = Draft.objects.filter(reminded_at__lte=at - WARNING)
    nobodys = Draft.objects.filter(owner=None, updated_at__lte=at - NOBODYS_KEPT)
    return (reminded | nobodys).order_by("updated_at", "pk")
