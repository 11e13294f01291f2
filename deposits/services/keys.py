"""Handing over the keys: the tenancy and its guarantee in one step."""

from datetime import date, datetime

from django.db import transaction

from core.access.actor import Actor
from deposits.models import Guarantee
from deposits.services import guarantees
from tenancies.models import Tenancy
from tenancies.services import tenancies


@transaction.atomic
def hand_over(
    *, nomination_ref: str, seen: int, started_on: date, checks: dict[str, bool], actor: Actor, at: datetime
) -> tuple[Tenancy, Guarantee | None]:
    """The tenancy begins and the home's signed guarantee comes into force with it; None when it has none.

    Raises DomainError as `tenancies.start` does, and then nothing has happened.
    """
    tenancy = tenancies.start(
        nomination_ref=nomination_ref, seen=seen, started_on=started_on, checks=checks, actor=actor, at=at
    )
    return tenancy, guarantees.start_for_tenancy(tenancy_ref=tenancy.reference, actor=actor, at=at)
