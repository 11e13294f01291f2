"""A guarantee of the crowd's that should not have been given: a manager takes it back, and both sides are told why."""

from deposits.models import Guarantee
from deposits.rules.guarantee import GuaranteeState
from deposits.services import voiding
from portal.demonstration.council import Council
from portal.demonstration.stage import Story

WHY = (
    "The landlord had already taken a deposit for this tenancy and protected it in a scheme. Our rules allow a "
    "guarantee instead of a deposit, not as well as one. We should have asked before we gave it."
)
OF_THE_CAST = "Orchard Mews"


def given_beside_a_deposit(council: Council) -> Story:
    """The newest of the crowd's guarantees, twelve days ago."""
    yield council.ago(12, 14, 30)
    live = Guarantee.objects.filter(state=GuaranteeState.ACTIVE)
    guarantee = live.exclude(application__home__address__endswith=OF_THE_CAST).order_by("-pk").first()
    if guarantee is None:
        return
    manager = council.actor("ruth")
    voiding.void(ref=guarantee.reference, seen=guarantee.version, reason=WHY, actor=manager, at=council.at)


def stories(council: Council) -> list[Story]:
    return [given_beside_a_deposit(council)]
