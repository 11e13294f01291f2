"""Opening a prevention or relief duty."""

from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from households import policies
from households.models import Duty, Household
from households.rules.case import CASE
from households.rules.duty import Decision, DutyKind, Ground
from households.services.duties.periods import End, begin, finish


def check_may_open(household: Household, kind: DutyKind, satisfied_on: date, on: date) -> None:
    """Raises DomainError with what must be decided first. Papers are never among it."""
    if household.eligible != Decision.YES:
        raise DomainError("Decide first that they are eligible for help (s185).", field="kind", code="not_eligible")
    wanted = {DutyKind.PREVENTION: "threatened", DutyKind.RELIEF: "homeless", DutyKind.MAIN: "homeless"}[kind]
    if household.homelessness != wanted:
        words = "threatened with homelessness" if wanted == "threatened" else "homeless"
        raise DomainError(f"Decide first that they are {words} (s175).", field="kind", code=f"not_{wanted}")
    if satisfied_on > on:
        raise DomainError("The day you were satisfied cannot be in the future.", field="satisfied_on")
    if household.duties.open().filter(kind=kind).exists():
        raise DomainError("This duty is open already.", field="kind", code="open_already")


@transaction.atomic
def open_duty(*, ref: str, seen: int, kind: DutyKind, satisfied_on: date, actor: Actor, at: datetime) -> Duty:
    """Open a prevention or relief duty from the day the council was first satisfied.

    Relief starts in law when the council is satisfied of homelessness, so an open prevention duty ends
    in the same step as "became homeless"; it never refuses relief. Raises DomainError when eligibility
    or homelessness is not decided yet.
    """
    household = Household.objects.lock(ref, seen=seen)
    policies.may_decide(actor).require()
    check_may_open(household, kind, satisfied_on, dates.today(at))
    prevention = household.duties.open().filter(kind=DutyKind.PREVENTION).first()
    if kind is DutyKind.RELIEF and prevention is not None:
        finish(
            prevention,
            End(Ground.BECAME_HOMELESS, "homeless", "They became homeless, so relief opens.", satisfied_on),
            actor,
            at,
        )
    move(household, CASE, "open_duty", actor=actor, at=at)
    for done in ("first_contact", "notice_within_56_days"):
        deadlines.done(kind=done, subject=household.subject, at=at, outcome="duty opened")
    return begin(household, kind, satisfied_on, actor, at)
