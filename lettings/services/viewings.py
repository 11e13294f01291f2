"""Viewings, and what both sides thought."""

from datetime import datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.notifications.services import outbox
from core.references import services as references
from core.states import Holder
from households.services import contact, exclusions
from landlords import services as landlords
from lettings import messages, policies
from lettings.models import Viewing
from lettings.rules.nomination import NOMINATION
from lettings.rules.viewing import VIEWING, Outcome, ViewingState
from lettings.services.nominations import locked


@transaction.atomic
def arrange(*, ref: str, seen: int, starts_at: datetime, where_to_meet: str, actor: Actor, at: datetime) -> Viewing:
    """Arrange, or rearrange, a viewing and tell both sides. Raises DomainError for a time in the past."""
    nomination = locked(ref, seen)
    policies.may_match(actor).require()
    if starts_at <= at:
        raise DomainError("Choose a time in the future.", field="starts_at")
    exclusions.check_not_kept_away(nomination.household, nomination.let)
    for open_one in nomination.viewings.filter(state=ViewingState.SCHEDULED):
        move(open_one, VIEWING, "cancel", actor=actor, at=at, note="rearranged")
    move(nomination, NOMINATION, "arrange_viewing", actor=actor, at=at)
    viewing = Viewing.objects.create(
        reference=references.take(Viewing.PREFIX, at=at),
        created_at=at,
        nomination=nomination,
        state=VIEWING.start,
        starts_at=starts_at,
        where_to_meet=where_to_meet,
        calendar_sequence=nomination.viewings.count(),
    )
    audit.record(
        actor=actor,
        action="viewing.arrange",
        subject=viewing.subject,
        at=at,
        after={"starts_at": starts_at},
        to_state=viewing.state,
    )
    await_outcome(viewing, at)
    tell_both(viewing, at)
    return viewing


def await_outcome(viewing: Viewing, at: datetime) -> None:
    nomination = viewing.nomination
    deadlines.done(kind="arrange_viewing", subject=nomination.subject, at=at)
    deadlines.set_deadline(
        kind="viewing_outcome",
        subject=nomination.subject,
        what="record what both sides thought of the viewing",
        holder=Holder.COUNCIL,
        capability=Can.MATCH,
        person_id=nomination.officer_id,
        due_on=dates.add_working_days(dates.today(viewing.starts_at), 1),
        at=at,
    )


def tell_both(viewing: Viewing, at: datetime) -> None:
    nomination = viewing.nomination
    for message, to in (
        (messages.viewing_for_resident(viewing), contact.recipient(nomination.household)),
        (messages.viewing_for_landlord(viewing), landlords.recipient(nomination.let.home.landlord)),
    ):
        outbox.send(message, to=to, about=nomination.subject, at=at)


@transaction.atomic
def record(*, ref: str, seen: int, came: str, outcome: str = "", note: str = "", actor: Actor, at: datetime) -> Viewing:
    """Record who came ("both", "resident_missed", "landlord_missed") and, when both did, what came of it.

    "proceed" leads to an offer; "not_for_us" ends the nomination as the applicant's no. A missed viewing
    means that the officer rings, never a penalty.
    """
    policies.may_match(actor).require()
    for nomination_ref in Viewing.objects.filter(reference=ref).values_list("nomination__reference", flat=True):
        nomination = locked(nomination_ref)
    viewing = Viewing.objects.lock(ref, seen=seen)
    if came != "both":
        move(viewing, VIEWING, came, actor=actor, at=at, note=note)
        return viewing
    if outcome not in (Outcome.PROCEED, Outcome.NOT_FOR_US):
        raise DomainError("Choose what came of the viewing.", field="outcome")
    move(viewing, VIEWING, "attend", actor=actor, at=at, note=note, outcome=outcome)
    deadlines.done(kind="viewing_outcome", subject=nomination.subject, at=at)
    if outcome == Outcome.NOT_FOR_US:
        move(nomination, NOMINATION, "refuse", actor=actor, at=at, note=note, declined_note=note)
        deadlines.close_all(subject=nomination.subject, at=at, outcome="declined")
        landlords.tell(
            nomination.let.home.landlord,
            messages.forward_no_more_for_landlord(nomination),
            about=nomination.subject,
            at=at,
        )
        return viewing
    move(nomination, NOMINATION, "prepare_offer", actor=actor, at=at)
    deadlines.set_deadline(
        kind="prepare_offer",
        subject=nomination.subject,
        what="check suitability and make the offer",
        holder=Holder.COUNCIL,
        capability=Can.MAKE_OFFERS,
        due_on=dates.add_working_days(dates.today(at), 2),
        at=at,
    )
    return viewing
