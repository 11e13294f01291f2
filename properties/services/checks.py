from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.references import services as references
from core.states import Holder
from landlords import services as landlords
from properties import messages, policies
from properties.models import Home, PropertyCheck
from properties.rules.check import (
    ITEMS,
    MAY_NOT_APPLY,
    PROPERTY_CHECK,
    TARGET_WORKING_DAYS,
    CheckState,
    Finding,
    outcome_event,
)
from properties.rules.home import HomeState

VISIT = "property_check"
"""The deadline of a visit, which stands on the home."""

SAID = {
    "book": "Visit booked",
    "pass": "Visit: passed",
    "pass_with_actions": "Visit: passed, with work to do",
    "fail": "Visit: did not pass",
    "no_access": "Visit: nobody let us in",
    "actions_done": "The work from the visit is done",
}
"""Each event as the history of the home says it."""


@dataclass(frozen=True)
class Visit:
    """What an officer found. `findings` holds pass, fail or not_applicable for every item of ITEMS.

    `actions` is work that may wait until `actions_due_on`; without it a failed item fails the visit.
    """

    findings: dict[str, str]
    notes: str = ""
    actions: str = ""
    actions_due_on: date | None = None
    suspected_category_1: bool = False


def request(home: Home, *, actor: Actor, at: datetime) -> PropertyCheck:
    """Put the visit in the queue, inside the caller's transaction: booked within 5 working days."""
    check = PropertyCheck.objects.create(
        reference=references.take(PropertyCheck.PREFIX, at=at),
        created_at=at,
        home=home,
        state=PROPERTY_CHECK.start,
    )
    audit.record(
        actor=actor,
        action="property_check.request",
        summary="Visit to be booked",
        subject=check.subject,
        at=at,
        to_state=check.state,
    )
    deadlines.set_deadline(
        kind=VISIT,
        subject=home.subject,
        what="visit this home",
        holder=Holder.COUNCIL,
        capability=Can.CHECK_PROPERTIES,
        due_on=dates.add_working_days(dates.today(at), TARGET_WORKING_DAYS),
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
    )
    return check


@transaction.atomic
def book(*, ref: str, seen: int, visit_at: datetime, officer_id: int, actor: Actor, at: datetime) -> PropertyCheck:
    """Book, or book again, the visit. Raises DomainError for a time in the past."""
    check = PropertyCheck.objects.select_related("home__landlord").lock(ref, seen=seen)
    policies.may_visit(actor).require()
    if visit_at <= at:
        raise DomainError("Choose a time in the future.", field="visit_at")
    move(
        check,
        PROPERTY_CHECK,
        "book",
        summary=SAID["book"],
        actor=actor,
        at=at,
        visit_at=visit_at,
        officer_id=officer_id,
    )
    deadlines.give(kind=VISIT, subject=check.home.subject, person_id=officer_id)
    landlords.tell(check.home.landlord, messages.visit_booked(check), about=check.home.subject, at=at)
    return check


def given(*, home_ref: str, officer_id: int | None) -> None:
    """The visit to this home was given to another officer, inside the caller's transaction: a booked one is theirs."""
    for check in PropertyCheck.objects.filter(home__reference=home_ref, state=CheckState.BOOKED):
        check.write(officer_id=officer_id)


@transaction.atomic
def record(*, ref: str, seen: int, visit: Visit, actor: Actor, at: datetime) -> PropertyCheck:
    """Record what the visit found.

    A suspected category 1 hazard is passed to Environmental Health, whose duty to act then bites
    (Housing Act 2004 s5), and the landlord is told so. Raises DomainError on an unanswered item.
    """
    check = PropertyCheck.objects.select_related("home__landlord").lock(ref, seen=seen)
    policies.may_visit(actor).require()
    for item in ITEMS:
        finding = visit.findings.get(item, "")
        if finding not in list(Finding) or (finding == Finding.NOT_APPLICABLE and item not in MAY_NOT_APPLY):
            raise DomainError("Choose what you found.", field=item)
    if visit.actions and visit.actions_due_on is None:
        raise DomainError("Say by when the work must be done.", field="actions_due_on")
    event = outcome_event(visit.findings, actions=bool(visit.actions))
    move(
        check,
        PROPERTY_CHECK,
        event,
        summary=SAID[event],
        actor=actor,
        at=at,
        note=visit.notes,
        findings=visit.findings,
        notes=visit.notes,
        actions=visit.actions,
        actions_due_on=visit.actions_due_on,
        recorded_at=at,
        suspected_category_1=visit.suspected_category_1,
        environmental_health_told_at=at if visit.suspected_category_1 else None,
    )
    settle(check, at)
    return check


def settle(check: PropertyCheck, at: datetime) -> None:
    """Close and open the deadlines that an outcome calls for, and tell the landlord."""
    home = check.home
    deadlines.done(kind=VISIT, subject=home.subject, at=at, outcome=check.state)
    if check.state in ("passed", "passed_with_actions"):
        deadlines.set_deadline(
            kind="home_acceptance",
            subject=home.subject,
            what="accept this home",
            holder=Holder.COUNCIL,
            capability=Can.PUBLISH_LETS,
            due_on=dates.add_working_days(dates.today(at), 1),
            at=at,
        )
    if check.state == "passed_with_actions" and check.actions_due_on:
        deadlines.set_deadline(
            kind="check_actions",
            subject=home.subject,
            what="do the work from the visit",
            holder=Holder.LANDLORD,
            due_on=check.actions_due_on,
            at=at,
            otherwise="The home cannot be let after that day until the work is done.",
        )
    landlords.tell(home.landlord, messages.visit_recorded(check), about=home.subject, at=at)
    if check.suspected_category_1:
        landlords.tell(home.landlord, messages.environmental_health_told(check), about=home.subject, at=at)


@transaction.atomic
def no_access(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> PropertyCheck:
    """Nobody let the officer in."""
    check = PropertyCheck.objects.lock(ref, seen=seen)
    policies.may_visit(actor).require()
    return move(check, PROPERTY_CHECK, "no_access", summary=SAID["no_access"], actor=actor, at=at, note=note)


@transaction.atomic
def actions_done(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> PropertyCheck:
    """The work that the visit asked for is done and seen."""
    check = PropertyCheck.objects.select_related("home").lock(ref, seen=seen)
    policies.may_visit(actor).require()
    move(check, PROPERTY_CHECK, "actions_done", summary=SAID["actions_done"], actor=actor, at=at, note=note)
    deadlines.done(kind="check_actions", subject=check.home.subject, at=at)
    return check


@transaction.atomic
def ask_again(*, ref: str, seen: int, actor: Actor, at: datetime) -> PropertyCheck:
    """Another visit to a home that did not pass. `ref` is the home's.

    Raises DomainError when no visit is due or one is open already.
    """
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_ask_for_visit(actor, home).require()
    open_one = home.checks.filter(state__in=[CheckState.REQUESTED, CheckState.BOOKED, CheckState.NO_ACCESS])
    if home.state != HomeState.INSPECTION_DUE or open_one.exists():
        raise DomainError("A visit is being arranged already, or none is needed.", code="no_visit_needed")
    check = request(home, actor=actor, at=at)
    home.write()
    return check
