"""The first answer to whoever told us, which keeps the promise of the receipt."""

from datetime import datetime
from typing import Any

from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.errors import DomainError
from tenancies import policies
from tenancies.models import ProblemReport
from tenancies.rules.report import ReportState, Side
from tenancies.selectors import owed


def note_answered(row: ProblemReport, side: Side, at: datetime) -> dict[str, Any]:
    """What an answer to one side changes: that side's first one keeps the promise, if it told us."""
    if side is not owed.asker(row) or row.replied_at is not None:
        return {}
    deadlines.done(kind=owed.ANSWER, subject=row.subject, at=at)
    return {"replied_at": at}


@transaction.atomic
def answer_teller(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> ProblemReport:
    """Somebody who is neither side has their answer: a neighbour, a relative, a school.

    Raises DomainError before the report is triaged, and when nobody of the kind waits.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if row.state == ReportState.RECEIVED:
        raise DomainError("Say first how urgent this report is.", code="not_triaged")
    if not owed.waits_apart(row):
        raise DomainError("Nobody else waits for an answer.", code="nobody_waits")
    deadlines.done(kind=owed.ANSWER, subject=row.subject, at=at)
    row.write(replied_at=at)
    audit.record(actor=actor, action="problem_report.answer_teller", subject=row.subject, at=at, note=note.strip())
    return row
