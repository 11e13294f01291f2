"""Housing plans: what the household does, what the council does, and by when (s189A)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can, Kind
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.errors import DomainError, Refused
from core.references import services as references
from core.states import Holder
from households import messages, policies
from households.models import Household, Plan, PlanStep
from households.services import contact

SIDES = ("council", "applicant", "partner")


@dataclass(frozen=True)
class Step:
    """One step. `side` says whose it is: council, applicant or partner (others)."""

    side: str
    what: str
    due_on: date | None = None
    is_advice: bool = False


@dataclass(frozen=True)
class PlanGiven:
    """A version of the plan. When it is not agreed, `not_agreed_because` says why (s189A(6)).

    `what_changed` is needed from the second version on (s189A(10)).
    """

    steps: tuple[Step, ...]
    agreed: bool
    review_on: date
    not_agreed_because: str = ""
    what_changed: str = ""


def check(given: PlanGiven, *, first: bool, on: date) -> None:
    """Raises DomainError unless both sides have a step and every reason is written."""
    sides = {step.side for step in given.steps if step.what.strip()}
    if not sides <= set(SIDES):
        raise DomainError("Choose whose step it is.", field="steps")
    if "council" not in sides:
        raise DomainError("Add a step for us: a plan is never only theirs.", field="steps", code="no_council_step")
    if "applicant" not in sides:
        raise DomainError("Add a step for the household.", field="steps", code="no_applicant_step")
    if not given.agreed and not given.not_agreed_because.strip():
        raise DomainError("Write down why you could not agree.", field="not_agreed_because")
    if not first and not given.what_changed.strip():
        raise DomainError("Say what changed since the last plan.", field="what_changed")
    if given.review_on <= on:
        raise DomainError("The next look at the plan must be after today.", field="review_on")


def await_review(household: Household, review_on: date, at: datetime) -> None:
    """The plan is in; the next look at it stands in the lead officer's queue."""
    deadlines.done(kind="plan", subject=household.subject, at=at)
    deadlines.set_deadline(
        kind="plan_review",
        subject=household.subject,
        what="look at the plan with them again",
        holder=Holder.COUNCIL,
        capability=Can.WORK_HOUSEHOLDS,
        person_id=household.lead_officer_id,
        due_on=review_on,
        at=at,
        source="HA 1996 s189A(9)",
    )


@transaction.atomic
def make(*, ref: str, seen: int, given: PlanGiven, actor: Actor, at: datetime) -> Plan:
    """Make the first plan, or a new version. The old one stays readable."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    last = household.plans.first()
    check(given, first=last is None, on=dates.today(at))
    plan = Plan.objects.create(
        reference=references.take(Plan.PREFIX, at=at),
        created_at=at,
        household=household,
        number=(last.number if last else 0) + 1,
        agreed=given.agreed,
        not_agreed_because=given.not_agreed_because,
        what_changed=given.what_changed,
        made_by_id=actor.user_id,
        review_on=given.review_on,
    )
    PlanStep.objects.bulk_create(
        PlanStep(plan=plan, side=step.side, what=step.what, due_on=step.due_on, is_advice=step.is_advice)
        for step in given.steps
        if step.what.strip()
    )
    audit.record(
        actor=actor,
        action="plan.make",
        subject=household.subject,
        at=at,
        after={"plan": plan.reference, "number": plan.number, "steps": len(given.steps), "agreed": plan.agreed},
    )
    household.write()
    await_review(household, given.review_on, at)
    contact.tell(household, messages.plan_made(plan), about=plan.subject, at=at)
    return plan


@transaction.atomic
def tick(*, ref: str, step_id: int, done: bool, actor: Actor, at: datetime) -> Plan:
    """Tick a step as done, or untick it. A resident ticks their own steps; officers any."""
    plan = Plan.objects.select_related("household").lock(ref)
    step = plan.steps.filter(pk=step_id, dropped_on=None).first()
    if step is None:
        raise DomainError("That step is not in the plan any more.", code="no_step")
    own = actor.kind is Kind.RESIDENT and plan.household.resident_id == actor.user_id and step.side == "applicant"
    if not own and not actor.can(Can.WORK_HOUSEHOLDS):
        raise Refused("You can tick your own steps.", code="not_your_step")
    PlanStep.objects.filter(pk=step.pk).update(done_on=dates.today(at) if done else None)
    audit.record(
        actor=actor,
        action="plan.tick",
        subject=plan.household.subject,
        at=at,
        after={"plan": plan.reference, "step": step.what, "done": done},
    )
    return plan.write()


@transaction.atomic
def drop(*, ref: str, seen: int, step_id: int, note: str, actor: Actor, at: datetime) -> Plan:
    """Drop a step that is not right any more. Not doing it later is not counted (s189A(11))."""
    plan = Plan.objects.select_related("household").lock(ref, seen=seen)
    policies.may_work(actor).require()
    PlanStep.objects.filter(pk=step_id, plan=plan).update(dropped_on=dates.today(at))
    audit.record(actor=actor, action="plan.drop_step", subject=plan.household.subject, at=at, note=note)
    return plan.write()
