"""What the landlord of a household's present home agreed to."""

from datetime import date, datetime

from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from households import policies
from households.models import Household


@transaction.atomic
def note(*, ref: str, released_on: date, actor: Actor, at: datetime) -> Household:
    """From that day nothing is owed for the present home, by the landlord's word in writing to every joint tenant."""
    household = Household.objects.lock(ref)
    policies.may_work(actor).require()
    before = household.landlord_release_on
    household.write(landlord_release_on=released_on)
    audit.record(
        actor=actor,
        action="household.note_release",
        subject=household.subject,
        at=at,
        before={"landlord_release_on": before},
        after={"landlord_release_on": released_on},
    )
    return household
