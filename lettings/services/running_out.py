"""What was never answered. Nothing runs out by itself: an officer has rung first and says so."""

from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.notifications.services import outbox
from households.services import contact
from landlords import services as landlords
from lettings import messages, policies
from lettings.models import Nomination, Offer
from lettings.models.nomination import SHOWN_TO_LANDLORD
from lettings.rules.nomination import NOMINATION, NominationState
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
    """Nobody answered, though the officer rang: the household is not put forward for the home any more, and is told."""
    nomination = locked(ref, seen)
    policies.may_match(actor).require()
    check_tried(nomination.answer_by, at, tried)
    before = nomination.state
    move(nomination, NOMINATION, "expire", actor=actor, at=at, note=tried, spoken_attempt_at=at)
    deadlines.close_all(subject=nomination.subject, at=at, outcome="ran out")
    tell(nomination, NominationState(before), at)
    return nomination


@transaction.atomic
def lapse(*, ref: str, seen: int, tried: str, actor: Actor, at: datetime) -> Offer:
    """An offer was never answered, though the officer rang. The home is available again; it is not a refusal.

    Both who knew of it are told.
    """
    offer = locked_offer(ref, seen)
    policies.may_offer(actor).require()
    check_tried(offer.answer_by, at, tried)
    nomination = offer.nomination
    before = nomination.state
    move(offer, OFFER, "lapse", actor=actor, at=at, note=tried)
    move(nomination, NOMINATION, "expire", actor=actor, at=at, note=tried, spoken_attempt_at=at)
    lets.release(ref=offer.let_reference, reason="offer_lapsed", actor=actor, at=at)
    for subject in (offer.subject, nomination.subject):
        deadlines.close_all(subject=subject, at=at, outcome="ran out")
    tell(nomination, NominationState(before), at)
    return offer


def tell(nomination: Nomination, before: NominationState, at: datetime) -> None:
    """Tell the household, and the landlord where they knew of it, that the time to answer has passed."""
    landlord_silent = before is NominationState.SENT_TO_LANDLORD
    message = messages.ran_out_for_resident(nomination, landlord_silent=landlord_silent)
    contact.tell(nomination.household, message, about=nomination.subject, at=at)
    if before in SHOWN_TO_LANDLORD:
        owner = landlords.recipient(nomination.let.home.landlord)
        words = messages.landlord_was_silent if landlord_silent else messages.forward_no_more_for_landlord
        outbox.send(words(nomination), to=owner, about=nomination.subject, at=at)
