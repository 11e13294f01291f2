"""A landlord asks to meet their officer."""

from datetime import datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.states import Holder
from landlords import messages, policies
from landlords.models import Landlord
from landlords.rules.landlord import MEETING_PLACE_WORDS, MeetingPlace
from landlords.services.registrations import tell

MEETING_WORKING_DAYS = 2


@transaction.atomic
def ask_to_meet(*, ref: str, seen: int, where: MeetingPlace, when: str, actor: Actor, at: datetime) -> Landlord:
    """The landlord asks to meet their officer, who rings them. Asked again, the newest wish stands."""
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_ask_to_meet(actor, landlord).require()
    due_on = dates.add_working_days(dates.today(at), MEETING_WORKING_DAYS)
    deadlines.set_deadline(
        kind="landlord_meeting",
        subject=landlord.subject,
        what=f"ring to arrange to meet {MEETING_PLACE_WORDS[MeetingPlace(where)]}: {when}",
        holder=Holder.COUNCIL,
        capability=Can.CHECK_LANDLORDS,
        person_id=landlord.officer_id,
        due_on=due_on,
        at=at,
    )
    audit.record(
        actor=actor,
        action="landlord.ask_to_meet",
        subject=landlord.subject,
        at=at,
        after={"where": where, "when": when},
        summary="Asked to meet",
    )
    tell(landlord, messages.meeting_asked(landlord, due_on), at=at)
    return landlord.write()


@transaction.atomic
def meeting_arranged(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> Landlord:
    """An officer has rung the landlord and agreed where and when to meet, or that it is not needed.

    Raises DomainError when the landlord has not asked.
    """
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_check(actor).require()
    if not deadlines.done(kind="landlord_meeting", subject=landlord.subject, at=at):
        raise DomainError("This landlord is not waiting for a meeting.", code="no_meeting_asked")
    audit.record(
        actor=actor,
        action="landlord.meeting_arranged",
        subject=landlord.subject,
        at=at,
        note=note,
        summary="Rang about the meeting",
    )
    return landlord.write()
