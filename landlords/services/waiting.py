"""What waits for a landlord and never comes: one reminder, and then the record is set aside."""

from datetime import datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.deadlines.models import Deadline
from core.notifications.services import outbox
from landlords import messages
from landlords.models import Landlord
from landlords.rules import enquiry as rules
from landlords.rules.landlord import LANDLORD, LandlordState
from landlords.services.enquiries import INVITED, REGISTERS
from landlords.services.registrations import ANSWERS, recipient

WAITS = (INVITED, REGISTERS, ANSWERS)


@transaction.atomic
def remind(*, ref: str, actor: Actor, at: datetime) -> bool:
    """Remind an invited landlord of the link, once, a week before it stops working. Safe to run twice."""
    landlord = Landlord.objects.lock(ref)
    open_to, on = landlord.invitation_open_to, dates.today(at)
    if landlord.state != LandlordState.INVITED or open_to is None or landlord.reminded_on is not None:
        return False
    if not rules.remind_on(open_to) <= on <= open_to:
        return False
    landlord.write(reminded_on=on)
    audit.record(actor=actor, action="landlord.remind", subject=landlord.subject, at=at)
    message = messages.invitation_reminder(landlord, open_to)
    outbox.send(message, to=recipient(landlord), about=landlord.subject, at=at)
    return True


@transaction.atomic
def set_aside(*, ref: str, actor: Actor, at: datetime) -> bool:
    """Park a record whose landlord let the last day pass, and tell them. Safe to run twice.

    The day was to use the link, to finish the registration, or to answer our question. The unfinished
    answers go with the sweep of questionnaires; what the landlord told us before stays on the record.
    """
    landlord = Landlord.objects.lock(ref)
    if landlord.state not in (LandlordState.INVITED, LandlordState.REGISTERING):
        return False
    if not Deadline.objects.about(landlord.subject).open().filter(kind__in=WAITS).overdue(dates.today(at)).exists():
        return False
    move(landlord, LANDLORD, "park", actor=actor, at=at, reason="no_answer_in_time")
    deadlines.close_all(subject=landlord.subject, at=at, outcome="parked")
    outbox.send(messages.set_aside(landlord), to=recipient(landlord), about=landlord.subject, at=at)
    return True
