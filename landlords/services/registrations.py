"""Registrations: from what a landlord sends to an active landlord, and after."""

from datetime import datetime, timedelta

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.notifications.rules.message import Message, Recipient
from core.notifications.services import outbox
from core.references import services as references
from core.states import Holder
from landlords import messages, policies
from landlords.models import FitAndProperDeclaration, Landlord
from landlords.rules.landlord import (
    LANDLORD,
    SUSPENSION_LABELS,
    Declaration,
    Details,
    LandlordState,
    SuspensionReason,
    declaration_due,
)

ANSWERS = "landlord_answers"
CHECKS = "landlord_checks"
CHECK_WORKING_DAYS = 5
ANSWER_DAYS = 28


def recipient(landlord: Landlord) -> Recipient:
    return Recipient(name=landlord.greeting_name, email=landlord.email, user_id=landlord.user_id)


def tell(landlord: Landlord, message: Message, *, about: tuple[str, str] | None = None, at: datetime) -> None:
    """Write to the landlord about their own record, or about another that is theirs."""
    outbox.send(message, to=recipient(landlord), about=about or landlord.subject, at=at)


def columns(details: Details) -> dict[str, str]:
    return {
        "landlord_type": details.landlord_type,
        "organisation_type": details.organisation_type,
        "name": details.name,
        "company_number": details.company_number,
        "contact_name": details.contact_name,
        "email": details.email,
        "telephone": details.telephone,
        "address": details.address,
        "postcode": details.postcode,
    }


def declare(landlord: Landlord, declaration: Declaration, at: datetime) -> None:
    FitAndProperDeclaration.objects.create(
        landlord=landlord,
        declared_at=at,
        due_again_on=declaration_due(dates.today(at)),
        offences=declaration.offences,
        discrimination=declaration.discrimination,
        housing_law=declaration.housing_law,
        management_code=declaration.management_code,
        details=declaration.details,
    )


def await_checks(landlord: Landlord, at: datetime) -> None:
    """Put the landlord in the officers' queue and promise the reply."""
    due_on = dates.add_working_days(dates.today(at), CHECK_WORKING_DAYS)
    for kind in (ANSWERS, "landlord_registers"):
        deadlines.done(kind=kind, subject=landlord.subject, at=at)
    deadlines.set_deadline(
        kind=CHECKS,
        subject=landlord.subject,
        what="check this landlord",
        holder=Holder.COUNCIL,
        capability=Can.CHECK_LANDLORDS,
        due_on=due_on,
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
    )
    tell(landlord, messages.registration_received(landlord, due_on), at=at)


@transaction.atomic
def register(*, details: Details, declaration: Declaration, actor: Actor, at: datetime) -> Landlord:
    """A landlord registers and makes the fit and proper declaration.

    Raises DomainError when this person has registered before.
    """
    policies.may_register(actor).require()
    if actor.user_id and Landlord.objects.filter(user_id=actor.user_id).exists():
        raise DomainError("You have registered already.", code="registered_already")
    landlord = Landlord.objects.create(
        reference=references.take(Landlord.PREFIX, at=at),
        created_at=at,
        user_id=actor.user_id,
        state=LANDLORD.apply(LANDLORD.start, "submit"),
        **columns(details),
    )
    declare(landlord, declaration, at)
    audit.record(
        actor=actor,
        action="landlord.register",
        subject=landlord.subject,
        at=at,
        after=columns(details),
        from_state=LANDLORD.start,
        to_state=landlord.state,
    )
    await_checks(landlord, at)
    return landlord


@transaction.atomic
def answer(*, ref: str, seen: int, answer: str, actor: Actor, at: datetime) -> Landlord:
    """The landlord answers an officer's question, and the registration goes back to the officers.

    Raises DomainError when nothing was asked: the questionnaire is not finished yet.
    """
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_answer(actor, landlord).require()
    if not landlord.question:
        raise DomainError("We have not asked you anything. Finish your registration first.", code="nothing_asked")
    move(landlord, LANDLORD, "submit", actor=actor, at=at, note=answer, recommended_by_id=None, question="")
    await_checks(landlord, at)
    return landlord


@transaction.atomic
def recommend(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> Landlord:
    """An officer who has read an adverse declaration recommends activation, with reasons."""
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_activate(actor, landlord, adverse=False).require()
    if landlord.state != LandlordState.AWAITING_CHECKS:
        raise DomainError("Only a landlord who is being checked can be recommended.", code="not_awaiting_checks")
    landlord.write(recommended_by_id=actor.user_id)
    audit.record(actor=actor, action="landlord.recommend", subject=landlord.subject, at=at, note=note)
    return landlord


@transaction.atomic
def activate(*, ref: str, seen: int, actor: Actor, at: datetime) -> Landlord:
    """An officer has checked the landlord, who may now offer homes and apply for guarantees.

    Raises Refused when an adverse answer still needs a second officer.
    """
    landlord = Landlord.objects.lock(ref, seen=seen)
    declaration = landlord.declarations.first()
    policies.may_activate(actor, landlord, adverse=bool(declaration and declaration.adverse)).require()
    move(
        landlord,
        LANDLORD,
        "activate",
        actor=actor,
        at=at,
        active_on=dates.today(at),
        officer_id=actor.user_id,
    )
    deadlines.done(kind=CHECKS, subject=landlord.subject, at=at)
    tell(landlord, messages.activated(landlord, actor.name), at=at)
    return landlord


@transaction.atomic
def ask_for_more(*, ref: str, seen: int, question: str, actor: Actor, at: datetime) -> Landlord:
    """An officer needs more before deciding. The landlord is told what, and nothing they gave is lost."""
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_check(actor).require()
    move(landlord, LANDLORD, "ask_for_more", actor=actor, at=at, note=question, question=question)
    deadlines.done(kind=CHECKS, subject=landlord.subject, at=at, outcome="asked for more")
    await_answer(landlord, question, at)
    return landlord


def await_answer(landlord: Landlord, question: str, at: datetime) -> None:
    deadlines.set_deadline(
        kind=ANSWERS,
        subject=landlord.subject,
        what="answer our question",
        holder=Holder.LANDLORD,
        due_on=dates.today(at) + timedelta(days=ANSWER_DAYS),
        at=at,
        otherwise="The registration is parked. It can be reopened at any time.",
    )
    tell(landlord, messages.more_needed(landlord, question), at=at)


@transaction.atomic
def park(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> Landlord:
    """Set a registration that is going nowhere aside, with the reason. It can be reopened."""
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_check(actor).require()
    move(landlord, LANDLORD, "park", actor=actor, at=at, note=note)
    deadlines.close_all(subject=landlord.subject, at=at, outcome="parked")
    return landlord


@transaction.atomic
def suspend(*, ref: str, seen: int, reason: SuspensionReason, note: str, actor: Actor, at: datetime) -> Landlord:
    """A manager stops new lets and guarantees. Payment already due is never touched."""
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_suspend(actor).require()
    move(landlord, LANDLORD, "suspend", actor=actor, at=at, reason=reason, note=note, suspension_reason=reason)
    tell(landlord, messages.suspended(landlord, SUSPENSION_LABELS[reason]), at=at)
    return landlord


@transaction.atomic
def reinstate(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> Landlord:
    """A manager lifts a suspension, with the reason."""
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_suspend(actor).require()
    move(landlord, LANDLORD, "reinstate", actor=actor, at=at, note=note, suspension_reason="")
    tell(landlord, messages.reinstated(landlord), at=at)
    return landlord


@transaction.atomic
def close(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> Landlord:
    """Close an account that is not needed any more, with the reason. What is due is still paid."""
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_check(actor).require()
    move(landlord, LANDLORD, "close", actor=actor, at=at, note=note)
    deadlines.close_all(subject=landlord.subject, at=at, outcome="closed")
    return landlord
