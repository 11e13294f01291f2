"""How urgent, whose, and what keeps the two sides apart."""

from datetime import datetime
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.accounts.selectors import staff
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from tenancies import policies
from tenancies.models import ProblemReport
from tenancies.models.report import recorded_barriers
from tenancies.rules import joint
from tenancies.rules.joint import Barrier
from tenancies.rules.problem import Problem
from tenancies.rules.report import REPORT
from tenancies.rules.triage import Priority
from tenancies.selectors import owed
from tenancies.services import owing, reporting


@transaction.atomic
def triage(
    *, ref: str, seen: int, priority: Priority, lead: bool = True, note: str = "", actor: Actor, at: datetime
) -> ProblemReport:
    """An officer decides how urgent it is and, unless `lead` is False, becomes the lead worker.

    A day that was promised never moves back: deciding that it is more urgent brings it forward. Nobody outside
    hears of it: the landlord hears that we acted once we have.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if priority != row.proposed and not note.strip():
        raise DomainError("Say why you decide otherwise than proposed.", field="note", code="no_reason")
    lead_id = actor.user_id if lead else row.lead_worker_id
    reply_by = min(row.reply_by, reporting.promised(priority, dates.today(at)))
    changes: dict[str, Any] = {"priority": priority, "reply_by": reply_by, "lead_worker_id": lead_id}
    move(row, REPORT, "triage", actor=actor, at=at, note=note, **changes)
    follow(row, at)
    return row


def by_notice(row: ProblemReport, actor: Actor, at: datetime) -> dict[str, Any]:
    """What a notice decides: the report is red, and whoever records it leads where nobody does."""
    if row.priority == Priority.RED:
        return {}
    reply_by = min(row.reply_by, reporting.promised(Priority.RED, dates.today(at)))
    return {
        "priority": Priority.RED,
        "reply_by": reply_by,
        "lead_worker_id": row.lead_worker_id or actor.user_id,
    }


def follow(row: ProblemReport, at: datetime) -> None:
    """Once it is known how urgent a report is: who is to be answered and reached, and by whom."""
    deadlines.done(kind=owed.TRIAGE, subject=row.subject, at=at)
    owing.set_contact(row, at)
    hand_over(row)


def hand_over(row: ProblemReport) -> None:
    """What waits about the report waits for its lead worker, whoever had it before.

    Whether a case opens is left to those who work on cases.
    """
    if row.lead_worker_id is None:
        return
    but = () if staff.title(row.lead_worker_id, Can.WORK_HOUSEHOLDS) else (owed.CASE,)
    deadlines.assign(subject=row.subject, person_id=row.lead_worker_id, but=but)


@transaction.atomic
def take_over(*, ref: str, seen: int, actor: Actor, at: datetime) -> ProblemReport:
    """The officer takes the report on: nobody is given one without taking it."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if row.lead_worker_id == actor.user_id:
        raise DomainError("You are the lead worker already.", code="lead_already")
    before = row.lead_worker_id
    row.write(lead_worker_id=actor.user_id)
    hand_over(row)
    audit.record(
        actor=actor,
        action="problem_report.take_over",
        subject=row.subject,
        at=at,
        before={"lead_worker": before},
        after={"lead_worker": actor.user_id},
    )
    return row


@transaction.atomic
def keep_apart(*, ref: str, seen: int, barrier: Barrier, actor: Actor, at: datetime) -> ProblemReport:
    """Mark why nothing may be shared. What was shared is taken back at once; a private mark hides the report."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    barriers = sorted({*row.barriers, Barrier(barrier)})
    row.actions.exclude(shared_at=None).update(shared_at=None)
    lead_id = row.lead_worker_id or actor.user_id
    row.write(barriers=barriers, private=joint.is_private(barriers), lead_worker_id=lead_id)
    hand_over(row)
    audit.record(
        actor=actor, action="problem_report.keep_apart", subject=row.subject, at=at, after={"barriers": barriers}
    )
    return row


@transaction.atomic
def lift_barrier(*, ref: str, seen: int, barrier: Barrier, reason: str, actor: Actor, at: datetime) -> ProblemReport:
    """A manager takes a mark away, with the reason. What the report itself says stays."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_lift_barrier(actor, row).require()
    if barrier not in row.barriers:
        raise DomainError("There is no such mark.", field="barrier", code="no_mark")
    if barrier in joint.barriers_of(Problem(row.problem), row.answers):
        raise DomainError("This is what the report is about, so the mark stays.", field="barrier", code="of_report")
    if barrier in recorded_barriers(row.household, row.landlord):
        raise DomainError("The household’s record says so, and the mark stays.", field="barrier", code="on_record")
    barriers = sorted(set(row.barriers) - {barrier})
    row.write(barriers=barriers, private=joint.is_private(barriers))
    audit.record(
        actor=actor,
        action="problem_report.lift_barrier",
        subject=row.subject,
        at=at,
        after={"barriers": barriers},
        note=reason,
    )
    return row
