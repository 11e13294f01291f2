"""A landlord who is kept away from a household: what is under way between them ends at once."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.notifications.services import outbox
from households.models import Household
from households.services import contact, exclusions
from landlords import services as landlords
from lettings import messages
from lettings.models import Nomination
from lettings.models.nomination import SHOWN_TO_LANDLORD
from lettings.rules.offer import OFFER
from lettings.services import taken_off
from lettings.services.nominations import RELATED
from properties.services import lets

NOTE = "They are not put forward for this home any more."


@transaction.atomic
def exclude(
    *, ref: str, seen: int | None = None, landlord_ref: str, reason: str, actor: Actor, at: datetime
) -> Household:
    """Keep a landlord's homes away from a household, and end whatever is under way with that landlord.

    The household is told that it ended, and so is a landlord who had seen them; neither is told why.
    """
    household = exclusions.exclude(ref=ref, seen=seen, landlord_ref=landlord_ref, reason=reason, actor=actor, at=at)
    under_way = Nomination.objects.live().filter(household=household, let__home__landlord__reference=landlord_ref)
    for row in under_way.select_related(*RELATED).select_for_update(of=("self",)):
        end(row, actor, at)
    return household


def end(nomination: Nomination, actor: Actor, at: datetime) -> None:
    """End a nomination with its offer and its viewing, and tell who knew of it."""
    known = nomination.state in SHOWN_TO_LANDLORD
    for offer in nomination.offers.live().select_for_update():
        move(offer, OFFER, "withdraw", actor=actor, at=at, note=NOTE)
        deadlines.close_all(subject=offer.subject, at=at, outcome="withdrawn")
        lets.release(ref=offer.let_reference, reason="offer_withdrawn", actor=actor, at=at)
    taken_off.end(nomination, NOTE, actor, at)
    household = contact.recipient(nomination.household)
    outbox.send(messages.forward_no_more_for_resident(nomination), to=household, about=nomination.subject, at=at)
    if known:
        owner = landlords.recipient(nomination.let.home.landlord)
        outbox.send(messages.forward_no_more_for_landlord(nomination), to=owner, about=nomination.subject, at=at)
