"""A landlord who is kept away from a household: what is under way between them ends at once."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from households.models import Household
from households.services import exclusions
from lettings.models import Nomination
from lettings.services import withdrawing
from lettings.services.nominations import RELATED
from properties.models import Let

NOTE = "They are not put forward for this home any more."


@transaction.atomic
def exclude(
    *, ref: str, seen: int | None = None, landlord_ref: str, reason: str, actor: Actor, at: datetime
) -> Household:
    """Keep a landlord's homes away from a household, and end whatever is under way with that landlord.

    The household is told that it ended, and so is a landlord who had seen them; neither is told why.
    """
    under_way = Nomination.objects.live().filter(household__reference=ref, let__home__landlord__reference=landlord_ref)
    list(Let.objects.filter(pk__in=under_way.values("let")).order_by("pk").select_for_update(of=("self",)))
    household = exclusions.exclude(ref=ref, seen=seen, landlord_ref=landlord_ref, reason=reason, actor=actor, at=at)
    for row in under_way.select_related(*RELATED).select_for_update(of=("self",)):
        withdrawing.end(row, NOTE, actor, at)
    return household
