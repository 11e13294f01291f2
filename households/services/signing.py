"""A manager’s signature, and what is done with it in the same step."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from households import policies
from households.models import SignatureRequest
from households.rules.signature import Act
from households.services import duties, signatures

CARRY_OUT: dict[Act, Callable[[SignatureRequest, Actor, datetime], object]] = {Act.END_DUTY: duties.end_as_signed}


@transaction.atomic
def sign(*, ref: str, seen: int, actor: Actor, at: datetime) -> SignatureRequest:
    """Sign a request and carry out what it asks for. The facts are looked at again.

    Raises Refused for the one who asked or someone junior, DomainError for what stands in the way by now.
    """
    row = SignatureRequest.objects.select_related("household").lock(ref, seen=seen)
    policies.may_sign(actor, row).require()
    signatures.close(row, "sign", actor=actor, at=at, answered_by_id=actor.user_id, answered_at=at)
    CARRY_OUT[Act(row.act)](row, actor, at)
    return row
