"""Landlords whose homes are kept away from a household: kin of an abuser, a landlord they fled from."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.errors import DomainError, NotFound
from households import policies
from households.models import Exclusion, Household
from landlords.models import Landlord
from properties.models import Let


@transaction.atomic
def exclude(
    *, ref: str, seen: int | None = None, landlord_ref: str, reason: str, actor: Actor, at: datetime
) -> Household:
    """Keep a landlord's homes away from this household. The landlord never learns of it.

    What is under way with them is ended by `lettings.services.keeping_away`, which calls this.

    The reason is kept beside the exclusion and nowhere else: not in the audit trail, which others read.
    """
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    landlord = Landlord.objects.filter(reference=landlord_ref).first()
    if landlord is None:
        raise DomainError("Choose a landlord.", field="landlord", code="no_landlord")
    if not reason.strip():
        raise DomainError("Say why: only officers who work on this case read it.", field="reason", code="no_reason")
    if household.exclusions.filter(landlord=landlord).exists():
        raise DomainError("This landlord’s homes are kept away already.", field="landlord", code="kept_away")
    Exclusion.objects.create(
        household=household, landlord=landlord, reason=reason, made_at=at, made_by_id=actor.user_id
    )
    audit.record(actor=actor, action="household.exclude_landlord", subject=household.subject, at=at)
    return household.write()


def check_not_kept_away(household: Household, let: Let) -> None:
    """Raises DomainError, without the reason, when the homes of this landlord are kept away from the household."""
    if household.exclusions.filter(landlord=let.home.landlord_id).exists():
        raise DomainError("This home cannot be put forward for them.", code="kept_away")


@transaction.atomic
def lift(*, ref: str, seen: int, number: int, actor: Actor, at: datetime) -> Household:
    """Let a landlord's homes be found for them again. `number` is the place in the list, from 1."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    rows = list(household.exclusions.all())
    if not 1 <= number <= len(rows):
        raise NotFound("We cannot find that.", code="no_exclusion")
    rows[number - 1].delete()
    audit.record(actor=actor, action="household.admit_landlord", subject=household.subject, at=at)
    return household.write()
