"""What was agreed: each action with its owner and day, shared between the sides only by an officer."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Kind
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError, NotFound
from core.notifications.services import outbox
from landlords import services as landlords
from tenancies import policies
from tenancies.messages import reports as messages
from tenancies.models import AgreedAction, ProblemReport
from tenancies.rules.report import REPORT, Owner, Side
from tenancies.selectors import owed
from tenancies.selectors.agreed import seen_by
from tenancies.services import owing, reporting


@dataclass(frozen=True)
class ActionGiven:
    """Who does what by when."""

    owner: Owner
    what: str
    due_on: date


PLANS = ("agree_plan", "plan_after_notice")
REVIEWS = ("review", "review_after_notice")


def set_review(row: ProblemReport, at: datetime) -> date:
    """The next day on which the lead worker looks again."""
    return owing.set_review(row, owing.review_after(dates.today(at)), at)


def check_actions(actions: tuple[ActionGiven, ...], on: date) -> None:
    if not actions:
        raise DomainError("Write down at least one action.", field="what", code="no_actions")
    for action in actions:
        if not action.what.strip():
            raise DomainError("Say what is to be done.", field="what", code="no_words")
        if action.due_on < on:
            raise DomainError("The day cannot be in the past.", field="due_on", code="in_past")


@transaction.atomic
def agree(*, ref: str, seen: int, actions: tuple[ActionGiven, ...], actor: Actor, at: datetime) -> ProblemReport:
    """Write down what was agreed. Nobody but officers and, for their own, the tenant sees it until it is shared.

    What we promised to do ourselves has its own day in the lead worker's queue. Raises DomainError before the
    tenant is reached, and for a report that is finished.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    on = dates.today(at)
    if not row.is_open:
        raise DomainError("This report is finished.", code="finished")
    if row.reached_at is None:
        raise DomainError("Reach the tenant first: a plan is agreed with them.", code="not_reached")
    check_actions(actions, on)
    last = row.actions.order_by("-number").values_list("number", flat=True).first() or 0
    for number, action in enumerate(actions, last + 1):
        agreed = AgreedAction.objects.create(
            report=row, number=number, owner=action.owner, what=action.what.strip(), due_on=action.due_on, agreed_at=at
        )
        if action.owner == Owner.COUNCIL:
            owing.set_own_action(row, agreed, at)
    event = next((each for each in PLANS if REPORT.can(row.state, each)), "")
    if event:
        move(row, REPORT, event, actor=actor, at=at, review_on=set_review(row, at))
    else:
        row.write()
        audit.record(
            actor=actor, action="problem_report.add_action", subject=row.subject, at=at, after={"actions": len(actions)}
        )
    return row


@transaction.atomic
def share(
    *,
    ref: str,
    seen: int,
    numbers: tuple[int, ...],
    agreed_on: date,
    agreed_how: str,
    actor: Actor,
    at: datetime,
) -> ProblemReport:
    """Show these actions to both sides, as the tenant agreed on that day and in that way.

    Raises Refused while the two sides are kept apart, and DomainError without the tenant's agreement
    or when there is no landlord to share them with.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_share(actor, row).require()
    landlord = reporting.landlord_of(row)
    if landlord is None or not row.tenant_has_page:
        raise DomainError("Both sides need a page on which they can read it. Tell each one yourself.", code="no_page")
    if not agreed_how.strip():
        raise DomainError("Write down how the tenant agreed.", field="agreed_how", code="not_agreed")
    if agreed_on > dates.today(at):
        raise DomainError("The day cannot be in the future.", field="agreed_on", code="in_future")
    chosen = row.actions.filter(number__in=numbers, shared_at=None, dropped_at=None)
    if not numbers or chosen.count() != len(set(numbers)):
        raise DomainError("Choose actions that are not shared yet.", field="numbers", code="no_actions")
    first_due = min(chosen.values_list("due_on", flat=True))
    shared = chosen.update(shared_at=at, tenant_agreed_on=agreed_on, tenant_agreed_how=agreed_how.strip())
    row.write()
    audit.record(
        actor=actor,
        action="problem_report.share",
        subject=row.subject,
        at=at,
        after={"actions": sorted(numbers), "agreed_on": agreed_on},
    )
    to = reporting.tenant_recipient(row)
    outbox.send(
        messages.shared_with_landlord(row, landlord, shared, first_due),
        to=landlords.recipient(landlord),
        about=row.subject,
        at=at,
    )
    outbox.send(messages.shared_with_tenant(row, to.name, shared, first_due), to=to, about=row.subject, at=at)
    return row


SIDES = {Kind.LANDLORD: (Side.LANDLORD, Owner.LANDLORD), Kind.RESIDENT: (Side.TENANT, Owner.TENANT)}


@transaction.atomic
def tick(*, ref: str, number: int, actor: Actor, at: datetime) -> ProblemReport:
    """Mark an action as done: an officer any, each side its own. Ticking twice changes nothing."""
    row = ProblemReport.objects.lock(ref)
    side = SIDES.get(actor.kind)
    if side:
        policies.may_write_as(actor, row, side[0]).require()
    else:
        policies.may_work_on(actor, row).require()
    action = next((each for each in seen_by(row, actor) if each.number == number), None)
    if action is None or (side and action.owner != side[1]):
        raise NotFound("We cannot find that action.", code="no_action")
    if action.done_at is None:
        AgreedAction.objects.filter(pk=action.pk).update(done_at=at, done_by_id=actor.user_id)
        deadlines.done(kind=owing.own_action(number), subject=row.subject, at=at)
        row.write()
        audit.record(actor=actor, action="problem_report.tick", subject=row.subject, at=at, after={"action": number})
    return row


@transaction.atomic
def drop(*, ref: str, seen: int, number: int, reason: str, actor: Actor, at: datetime) -> ProblemReport:
    """Take an action out, with the reason. It leaves every page; the record of it stays."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if not row.actions.filter(number=number, dropped_at=None).update(dropped_at=at):
        raise NotFound("We cannot find that action.", code="no_action")
    deadlines.done(kind=owing.own_action(number), subject=row.subject, at=at, outcome="dropped")
    row.write()
    audit.record(
        actor=actor,
        action="problem_report.drop_action",
        subject=row.subject,
        at=at,
        after={"action": number},
        note=reason,
    )
    return row


@transaction.atomic
def review(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> ProblemReport:
    """The lead worker has looked again, and does so once more in 14 days."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if not note.strip():
        raise DomainError("Write down what you found.", field="note", code="no_note")
    deadlines.done(kind=owed.REVIEW, subject=row.subject, at=at)
    event = next((each for each in REVIEWS if REPORT.can(row.state, each)), "review")
    return move(row, REPORT, event, actor=actor, at=at, note=note, review_on=set_review(row, at))
