"""What was never answered. Nothing runs out by itself: an officer has rung first and says so."""

from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from lettings import policies
from lettings.models import Nomination, Offer
from lettings.rules.nomination import NOMINATION
from lettings.rules.offer import OFFER
from lettings.services.nominations import locked
from lettings.services.offers import locked_offer
from properties.services import lets


def check_tried(answer_by: date | None, at: datetime, tried: str) -> None:
    """Raises DomainError before the day has passed, or without word of how the officer tried."""
    if answer_by is None or dates.today(at) <= answer_by:
        raise DomainError("Their time to answer has not passed.", code="too_early")
    if not tried.strip():
        raise DomainError("Say how you tried to reach them: nothing runs out without a call.", field="tried")


@transaction.atomic
def expire(*, ref: str, seen: int, tried: str, actor: Actor, at: datetime) -> Nomination:
    """Nobody answered, though the officer rang: the household is not put forward for this home any more."""
    nomination = locked(ref, seen)
    policies.may_match(actor).require()
    check_tried(nomination.answer_by, at, tried)
    move(nomination, NOMINATION, "expire", actor=actor, at=at, note=tried, spoken_attempt_at=at)
    deadlines.close_all(subject=nomination.subject, at=at, outcome="ran out")
    return nomination


@transaction.atomic
def lapse(*, ref: str, seen: int, tried: str, actor: Actor, at: datetime) -> Offer:
    """An offer was never answered, though the officer rang. The home is available again; it is not a refusal."""
    offer = locked_offer(ref, seen)
    policies.may_offer(actor).require()
    check_tried(offer.answer_by, at, tried)
    nomination = offer.nomination
    move(offer, OFFER, "lapse", actor=actor, at=at, note=tried)
    move(nomination, NOMINATION, "expire", actor=actor, at=at, note=tried, spoken_attempt_at=at)
    lets.release(ref=offer.let_reference, reason="offer_lapsed", actor=actor, at=at)
    for subject in (offer.subject, nomination.subject):
        deadlines.close_all(subject=subject, at=at, outcome="ran out")
    return offer
