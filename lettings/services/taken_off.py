"""A home that is taken off the market while households are forward for it."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.notifications.services import outbox
from households.services import contact
from landlords import services as landlords
from lettings import messages
from lettings.models import Nomination
from lettings.models.nomination import SHOWN_TO_LANDLORD
from lettings.rules.nomination import NOMINATION
from lettings.rules.viewing import VIEWING, ViewingState
from lettings.services.nominations import RELATED
from properties.models import Let
from properties.services import lets

WHY = "The landlord took the home off the market."


@transaction.atomic
def take_off(*, ref: str, seen: int, actor: Actor, at: datetime) -> Let:
    """The landlord takes the home off the market; whoever was forward for it is told, and so is the landlord.

    Raises IllegalMove while a household is deciding on an offer.
    """
    let = lets.withdraw(ref=ref, seen=seen, actor=actor, at=at)
    known = 0
    for row in Nomination.objects.select_related(*RELATED).select_for_update(of=("self",)).live().filter(let=let):
        known += row.state in SHOWN_TO_LANDLORD
        end(row, WHY, actor, at)
        household = contact.recipient(row.household)
        outbox.send(messages.taken_off_for_resident(row), to=household, about=row.subject, at=at)
    if known:
        owner = landlords.recipient(let.home.landlord)
        outbox.send(messages.taken_off_for_landlord(let), to=owner, about=let.subject, at=at)
    return let


def end(nomination: Nomination, note: str, actor: Actor, at: datetime) -> None:
    """End a nomination and its viewing, inside the caller's transaction. Nobody is told yet."""
    for viewing in nomination.viewings.filter(state=ViewingState.SCHEDULED):
        move(viewing, VIEWING, "cancel", actor=actor, at=at, note=note)
    move(nomination, NOMINATION, "withdraw", actor=actor, at=at, note=note)
    deadlines.close_all(subject=nomination.subject, at=at, outcome="withdrawn")
