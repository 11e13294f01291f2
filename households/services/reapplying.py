"""A household that asks for help again after a private offer ended its main duty."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit import services as audit
from core.errors import DomainError
from households import policies
from households.models import EarlierOffer, Household
from households.rules import reapplication as rules


@dataclass(frozen=True)
class Given:
    """The earlier offer, and how the council knows of it."""

    offer: rules.EarlierOffer
    known_from: str


@transaction.atomic
def record_offer(*, ref: str, seen: int, given: Given, actor: Actor, at: datetime) -> Household:
    """Record the private offer they accepted earlier, or put it right. What it means follows from the days.

    Raises DomainError on days that make no sense, or when nothing says how the council knows.
    """
    household = Household.objects.lock(ref, seen=seen)
    policies.may_decide(actor).require()
    offer = given.offer
    if offer.applied_on > dates.today(at):
        raise DomainError("The day they asked again cannot be in the future.", field="applied_on")
    if offer.applied_on < offer.accepted_on:
        raise DomainError("They must have accepted it before they asked again.", field="accepted_on")
    if not given.known_from.strip():
        raise DomainError("Say how you know: it counts for the decision.", field="known_from")
    before = EarlierOffer.objects.filter(household=household).first()
    EarlierOffer.objects.update_or_create(
        household=household,
        defaults=asdict(offer) | {"known_from": given.known_from, "recorded_at": at, "recorded_by_id": actor.user_id},
    )
    audit.record(
        actor=actor,
        action="household.record_earlier_offer",
        subject=household.subject,
        at=at,
        before=asdict(before.facts()) if before else {},
        after=asdict(offer),
        note=given.known_from,
    )
    return household.write()
