"""Who has a case, and how to reach its people."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.deadlines import services as deadlines
from households import policies
from households.models import Household
from households.services.cases import Contact


@transaction.atomic
def change_contact(
    *, ref: str, seen: int, contact: Contact, what_happened: str, loss_reason: str, actor: Actor, at: datetime
) -> Household:
    """Put right how to reach them and what happened."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    changes = {name: getattr(contact, name) for name in contact.__dataclass_fields__}
    changes |= {"what_happened": what_happened, "loss_reason": loss_reason}
    before = {name: getattr(household, name) for name in changes}
    household.write(**changes)
    audit.record(
        actor=actor, action="household.change_contact", subject=household.subject, at=at, before=before, after=changes
    )
    return household


@transaction.atomic
def take_over(*, ref: str, seen: int, actor: Actor, at: datetime) -> Household:
    """The officer becomes the lead officer, and the work that waits by name moves with it."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    before = household.lead_officer_id
    household.write(lead_officer_id=actor.user_id)
    subjects = [household.subject, *(duty.subject for duty in household.duties.open())]
    deadlines.hand_over(subjects=subjects, before_id=before, person_id=actor.user_id)
    audit.record(
        actor=actor,
        action="household.take_over",
        subject=household.subject,
        at=at,
        before={"lead_officer": before},
        after={"lead_officer": actor.user_id},
    )
    return household
