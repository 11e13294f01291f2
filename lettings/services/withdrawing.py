"""A household that is not put forward for a home any more, with its viewing and its offer."""

from datetime import datetime

from django.db import transaction

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
from lettings.rules.offer import OFFER, OfferState
from lettings.services import taken_off
from lettings.services.nominations import locked
from lettings.services.offers import locked_offer
from properties.services import lets

KNOWN_OFFERS = (OfferState.MADE, OfferState.ACCEPTED)


@transaction.atomic
def withdraw(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> Nomination:
    """The officer takes a household back from a home, with the reason, which stays with the officers."""
    nomination = locked(ref, seen)
    policies.may_match(actor).require()
    if nomination.offers.live().exists():
        raise DomainError("Withdraw the offer first.", code="live_offer")
    end(nomination, note, actor, at)
    return nomination


@transaction.atomic
def withdraw_offer(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> Offer:
    """The council takes the offer back, with the reason, and the home is available again."""
    offer = locked_offer(ref, seen)
    policies.may_offer(actor).require()
    OFFER.apply(offer.state, "withdraw")
    end(offer.nomination, note, actor, at)
    offer.refresh_from_db()
    return offer


def end(nomination: Nomination, note: str, actor: Actor, at: datetime) -> None:
    """End a nomination with its offer and its viewing, and tell who knew of it. Nobody reads the note."""
    known, offered = nomination.state in SHOWN_TO_LANDLORD, False
    for offer in nomination.offers.live().select_for_update():
        offered = offer.state in KNOWN_OFFERS
        move(offer, OFFER, "withdraw", actor=actor, at=at, note=note)
        deadlines.close_all(subject=offer.subject, at=at, outcome="withdrawn")
        lets.release(ref=offer.let_reference, reason="offer_withdrawn", actor=actor, at=at)
    taken_off.end(nomination, note, actor, at)
    message = messages.forward_no_more_for_resident(nomination, offered=offered)
    contact.tell(nomination.household, message, about=nomination.subject, at=at)
    if known:
        owner = landlords.recipient(nomination.let.home.landlord)
        outbox.send(messages.forward_no_more_for_landlord(nomination), to=owner, about=nomination.subject, at=at)
