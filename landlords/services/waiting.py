"""What waits for a landlord and never comes: a reminder, a last call, and then it is deleted or set aside."""

from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.deadlines.models import Deadline
from core.journeys.models import Draft
from core.states import Holder
from landlords import messages
from landlords.journeys import REGISTRATION
from landlords.models import Landlord
from landlords.rules import enquiry as rules
from landlords.rules.landlord import LANDLORD, LandlordState
from landlords.services import forgetting
from landlords.services.enquiries import INVITED, LAST_CALL, REGISTERS, await_registration
from landlords.services.registrations import ANSWERS, tell

WAITS = (INVITED, LAST_CALL, REGISTERS, ANSWERS)


class Came(StrEnum):
    """What came of a last day that passed."""

    NOTHING = ""
    RAN_OUT = "ran_out"
    FORGOTTEN = "forgotten"
    SET_ASIDE = "set_aside"


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
    tell(landlord, message, at=at)
    return True


@transaction.atomic
def last_day_passed(*, ref: str, actor: Actor, at: datetime) -> Came:
    """Deal with a record whose landlord let a last day pass. Safe to run twice.

    A link that was not used runs out, and a week later the enquiry is deleted, as is a registration that was begun
    and never sent. One that was sent, or that something else hangs on, is set aside and can be reopened.
    """
    landlord = Landlord.objects.lock(ref)
    open_ones = Deadline.objects.about(landlord.subject).open().filter(kind__in=WAITS)
    late = set(open_ones.overdue(dates.today(at)).values_list("kind", flat=True))
    if INVITED in late:
        return run_out(landlord, actor, at)
    if REGISTERS in late and goes_on(landlord, at):
        return Came.NOTHING
    if late & {LAST_CALL, REGISTERS} and forgetting.forget(landlord, actor=actor, at=at):
        return Came.FORGOTTEN
    return set_aside(landlord, actor, at) if late else Came.NOTHING


def run_out(landlord: Landlord, actor: Actor, at: datetime) -> Came:
    """The link works no more. The landlord hears it, and has a week to ask for a new one."""
    deleted_on = rules.deleted_on(dates.today(at))
    deadlines.done(kind=INVITED, subject=landlord.subject, at=at, outcome="ran out")
    deadlines.set_deadline(
        kind=LAST_CALL,
        subject=landlord.subject,
        what="ask us for a new link",
        holder=Holder.LANDLORD,
        due_on=deleted_on - timedelta(days=1),
        at=at,
        otherwise="We delete what they told us.",
    )
    audit.record(actor=actor, action="landlord.run_out", subject=landlord.subject, at=at)
    tell(landlord, messages.link_ran_out(landlord, deleted_on), at=at)
    return Came.RAN_OUT


def goes_on(landlord: Landlord, at: datetime) -> bool:
    """Whether answers still stand: whoever gave one lately has more time, the rest goes with the questionnaire."""
    draft = Draft.objects.filter(owner_id=landlord.user_id, kind=REGISTRATION.name).first()
    if draft is None:
        return False
    if rules.open_to(dates.today(draft.updated_at)) >= dates.today(at):
        await_registration(landlord, draft.updated_at)
    return True


def set_aside(landlord: Landlord, actor: Actor, at: datetime) -> Came:
    move(landlord, LANDLORD, "park", actor=actor, at=at, reason="no_answer_in_time")
    deadlines.close_all(subject=landlord.subject, at=at, outcome="parked")
    tell(landlord, messages.set_aside(landlord), at=at)
    return Came.SET_ASIDE
