"""Taking back a guarantee that was given by mistake."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.notifications.services import outbox
from deposits import messages, policies
from deposits.models import Guarantee
from deposits.rules.guarantee import GUARANTEE, EndReason
from deposits.services import applications
from households.services import contact
from landlords import services as landlords


@transaction.atomic
def void(*, ref: str, seen: int, reason: str, actor: Actor, at: datetime) -> Guarantee:
    """A manager makes void a guarantee that was given by mistake. Both sides are told why, and the application ends.

    Nothing makes a guarantee void by itself: that would punish the tenant for another's slip. Raises DomainError
    once something was paid on it.
    """
    rows = Guarantee.objects.select_related("application__home__landlord", "tenancy__nomination__household")
    guarantee = rows.lock(ref, seen=seen)
    policies.may_void(actor).require()
    if guarantee.drawn:
        raise DomainError("Something was paid on this guarantee, so it cannot be made void.", code="drawn_on")
    mistake = EndReason.GIVEN_BY_MISTAKE
    changes = {"ended_reason": mistake, "void_because": reason}
    move(guarantee, GUARANTEE, "void", actor=actor, at=at, reason=mistake, note=reason, **changes)
    deadlines.close_all(subject=guarantee.subject, at=at, outcome="void")
    applications.end(ref=guarantee.application.reference, actor=actor, at=at)
    household = guarantee.tenancy.nomination.household
    for message, to in (
        (messages.void_for_landlord(guarantee), landlords.recipient(guarantee.application.home.landlord)),
        (messages.void_for_tenant(guarantee), contact.recipient(household)),
    ):
        outbox.send(message, to=to, about=guarantee.subject, at=at)
    return guarantee
