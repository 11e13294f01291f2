"""Putting a household forward, up to the viewing."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.references import services as references
from core.states import Holder
from households.models import Household
from households.services import contact, exclusions
from landlords import services as landlords
from lettings import messages, policies
from lettings.models import Nomination
from lettings.rules.nomination import (
    NEEDS_NOTE,
    NOMINATION,
    TAKES_HOME_OFF,
    LandlordReason,
    NominationState,
    ResidentReason,
)
from properties.models import Let
from properties.rules.let import LetState

ANSWER_WORKING_DAYS = 2
RELATED = ("let__home__landlord", "household")


def locked(ref: str, seen: int | None = None) -> Nomination:
    return Nomination.objects.select_related(*RELATED).lock(ref, seen=seen)


def locked_with_home(ref: str, seen: int | None = None) -> Nomination:
    """For a step that changes the home to rent as well, which is locked first.

    Wherever several rows are locked, the order is the same, so that no two wait for each other: home to
    rent, household, who is put forward, viewing or offer.
    """
    for let_ref in Nomination.objects.filter(reference=ref).values_list("let__reference", flat=True):
        Let.objects.lock(let_ref)
    return locked(ref, seen)


@transaction.atomic
def put_forward(
    *,
    let_ref: str,
    household_ref: str,
    shortlist: dict[str, Any],
    override_because: str = "",
    actor: Actor,
    at: datetime,
) -> Nomination:
    """An officer chooses a household for a home and asks them first.

    `shortlist` is the position and the parts as they stood. Raises DomainError when the home is not
    available, somebody else is already forward for it (unless it is shown to a group), or the choice is
    out of order without a reason.
    """
    policies.may_match(actor).require()
    let = Let.objects.select_related("home__landlord").lock(let_ref)
    if not Household.objects.visible_to(actor).filter(reference=household_ref).exists():
        raise DomainError("We cannot find that household.", code="not_found")
    household = Household.objects.lock(household_ref)
    exclusions.check_not_kept_away(household, let)
    if let.state != LetState.AVAILABLE:
        raise DomainError("This home is not available any more.", code="not_available")
    if let.viewing_mode == "single" and Nomination.objects.live().filter(let=let).exists():
        raise DomainError("A household is already put forward for this home.", code="someone_forward")
    if Nomination.objects.live().filter(let=let, household=household).exists():
        raise DomainError("They are already put forward for this home.", code="already_forward")
    if shortlist.get("position", 1) > 1 and not override_because.strip():
        raise DomainError(
            "They are not first on the shortlist. Say why you choose them.", field="override_because", code="override"
        )
    nomination = Nomination.objects.create(
        reference=references.take(Nomination.PREFIX, at=at),
        created_at=at,
        let=let,
        household=household,
        state=NOMINATION.start,
        officer_id=actor.user_id,
        shortlist=shortlist,
        override_because=override_because,
    )
    audit.record(
        actor=actor,
        action="nomination.put_forward",
        subject=nomination.subject,
        at=at,
        after={"let": let.reference, "household": household.reference, "shortlist": shortlist},
        to_state=nomination.state,
        note=override_because,
    )
    return ask_resident(nomination, actor, at)


def ask_resident(nomination: Nomination, actor: Actor, at: datetime) -> Nomination:
    answer_by = dates.add_working_days(dates.today(at), ANSWER_WORKING_DAYS)
    move(nomination, NOMINATION, "ask_resident", actor=actor, at=at, answer_by=answer_by)
    deadlines.set_deadline(
        kind="resident_answer",
        subject=nomination.subject,
        what="say whether they want to see the home",
        holder=Holder.RESIDENT,
        due_on=answer_by,
        at=at,
        otherwise="We ring first. Nothing lapses without a word.",
    )
    contact.tell(nomination.household, messages.resident_asked(nomination, answer_by), about=nomination.subject, at=at)
    return nomination


def card_of(nomination: Nomination, on: date) -> dict[str, Any]:
    """What a landlord may see of a household: never benefits, health, support or why they are homeless."""
    household = nomination.household
    members = list(household.members.all())
    people = [member for member in members if member.role != "expected_baby"]
    return {
        "people": len(people),
        "children": sum(member.age_on(on) < 16 for member in people),
        "move_by": household.move_by.isoformat() if household.move_by else "",
        "pets": household.pets,
        "smoker": household.smoker,
    }


@transaction.atomic
def resident_agrees(*, ref: str, seen: int, actor: Actor, at: datetime) -> Nomination:
    """The applicant wants to see the home and lets the landlord see their card. It goes to the landlord at once."""
    nomination = locked(ref, seen)
    policies.may_answer_as_resident(actor, nomination).require()
    exclusions.check_not_kept_away(nomination.household, nomination.let)
    move(nomination, NOMINATION, "resident_agree", actor=actor, at=at, card=card_of(nomination, dates.today(at)))
    deadlines.done(kind="resident_answer", subject=nomination.subject, at=at)
    answer_by = dates.add_working_days(dates.today(at), ANSWER_WORKING_DAYS)
    move(nomination, NOMINATION, "send_to_landlord", actor=actor, at=at, answer_by=answer_by)
    deadlines.set_deadline(
        kind="landlord_answer",
        subject=nomination.subject,
        what="say whether they would like to meet the household",
        holder=Holder.LANDLORD,
        due_on=answer_by,
        at=at,
        otherwise="We ring. Two more working days can be given once.",
    )
    landlords.tell(
        nomination.let.home.landlord, messages.sent_to_landlord(nomination, answer_by), about=nomination.subject, at=at
    )
    return nomination


@transaction.atomic
def resident_declines(
    *, ref: str, seen: int, reason: ResidentReason, note: str = "", actor: Actor, at: datetime
) -> Nomination:
    """The applicant does not want to see the home. It is not a refusal of an offer."""
    nomination = locked(ref, seen)
    policies.may_answer_as_resident(actor, nomination).require()
    move(
        nomination,
        NOMINATION,
        "resident_decline",
        actor=actor,
        at=at,
        reason=reason,
        note=note,
        declined_reason=reason,
        declined_note=note,
    )
    deadlines.close_all(subject=nomination.subject, at=at, outcome="declined")
    return nomination


@transaction.atomic
def landlord_accepts(*, ref: str, seen: int, actor: Actor, at: datetime) -> Nomination:
    """The landlord would like to meet the household; the officer arranges the viewing."""
    nomination = locked(ref, seen)
    policies.may_answer_as_landlord(actor, nomination).require()
    exclusions.check_not_kept_away(nomination.household, nomination.let)
    move(nomination, NOMINATION, "landlord_accept", actor=actor, at=at)
    deadlines.done(kind="landlord_answer", subject=nomination.subject, at=at)
    deadlines.set_deadline(
        kind="arrange_viewing",
        subject=nomination.subject,
        what="arrange the viewing",
        holder=Holder.COUNCIL,
        capability=Can.MATCH,
        person_id=nomination.officer_id,
        due_on=dates.add_working_days(dates.today(at), 1),
        at=at,
    )
    return nomination


@transaction.atomic
def landlord_declines(
    *, ref: str, seen: int, reason: LandlordReason, note: str = "", actor: Actor, at: datetime
) -> Nomination:
    """The landlord says no. Benefits and children are no reasons; some reasons need a note."""
    nomination = locked(ref, seen)
    policies.may_answer_as_landlord(actor, nomination).require()
    if reason in NEEDS_NOTE and not note.strip():
        raise DomainError("Tell us a little more about this reason.", field="note", code="needs_note")
    move(
        nomination,
        NOMINATION,
        "landlord_decline",
        actor=actor,
        at=at,
        reason=reason,
        note=note,
        declined_reason=reason,
        declined_note=note,
    )
    deadlines.close_all(subject=nomination.subject, at=at, outcome="declined")
    if reason in TAKES_HOME_OFF:
        deadlines.set_deadline(
            kind="home_taken_off",
            subject=nomination.let.subject,
            what="ring the landlord: they say the home cannot be let now",
            holder=Holder.COUNCIL,
            capability=Can.PUBLISH_LETS,
            due_on=dates.add_working_days(dates.today(at), 1),
            at=at,
        )
    contact.tell(nomination.household, messages.landlord_declined(nomination), about=nomination.subject, at=at)
    return nomination


@transaction.atomic
def extend(*, ref: str, seen: int, actor: Actor, at: datetime) -> Nomination:
    """Two more working days for the landlord, once."""
    nomination = locked(ref, seen)
    policies.may_match(actor).require()
    if nomination.state != NominationState.SENT_TO_LANDLORD or nomination.extended:
        raise DomainError("They can have more time once, while they are deciding.", code="extended")
    answer_by = dates.add_working_days(max(nomination.answer_by or dates.today(at), dates.today(at)), 2)
    nomination.write(answer_by=answer_by, extended=True)
    audit.record(
        actor=actor, action="nomination.extend", subject=nomination.subject, at=at, after={"answer_by": answer_by}
    )
    deadlines.set_deadline(
        kind="landlord_answer",
        subject=nomination.subject,
        what="say whether they would like to meet the household",
        holder=Holder.LANDLORD,
        due_on=answer_by,
        at=at,
    )
    return nomination


def release_others(chosen: Nomination, actor: Actor, at: datetime) -> int:
    """Tell everyone else who was forward for the home, kindly. They keep their place."""
    others = Nomination.objects.select_related(*RELATED).live().filter(let=chosen.let).exclude(pk=chosen.pk)
    count = 0
    for other in others:
        move(other, NOMINATION, "supersede", actor=actor, at=at)
        deadlines.close_all(subject=other.subject, at=at, outcome="superseded")
        contact.tell(other.household, messages.superseded(other), about=other.subject, at=at)
        count += 1
    return count
