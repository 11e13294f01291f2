from dataclasses import dataclass

from django.db.models import Q, QuerySet

from core.access.actor import Actor
from landlords.models import Landlord
from landlords.rules.landlord import LANDLORD


@dataclass(frozen=True)
class LandlordFilters:
    """What an officer narrows the list by. Empty means all."""

    text: str = ""
    state: str = ""


def listed(actor: Actor, filters: LandlordFilters) -> "QuerySet[Landlord]":
    """The landlords that the actor may see, newest first."""
    rows = Landlord.objects.visible_to(actor).select_related("officer")
    if filters.state in LANDLORD.states:
        rows = rows.filter(state=filters.state)
    if text := filters.text.strip():
        rows = rows.filter(
            Q(name__icontains=text)
            | Q(reference__iexact=text)
            | Q(postcode__iexact=text)
            | Q(email__iexact=text)
            | Q(telephone__contains=text.replace(" ", ""))
        )
    return rows


def own(actor: Actor) -> Landlord | None:
    """The landlord that the signed-in person is, if they have registered."""
    return Landlord.objects.select_related("officer").filter(user_id=actor.user_id).first() if actor.user_id else None
