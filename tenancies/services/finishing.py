"""The end of the work on a report: what has to be done first, what outlives it, and when the landlord hears of it."""

from collections.abc import Collection
from datetime import datetime

from core.audit.selectors import last_at
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.notifications.services import outbox
from landlords import services as landlords
from tenancies.messages import reports as messages
from tenancies.models import ProblemReport
from tenancies.rules.report import Side, why_not_closed
from tenancies.selectors import owed
from tenancies.services import reporting


def check_nothing_owed(row: ProblemReport, kinds: Collection[str]) -> None:
    """Raises DomainError naming what of these kinds is still to be done."""
    if waiting := owed.still(row, kinds):
        first = "; ".join(each.what for each in waiting)
        raise DomainError(f"You cannot close this yet. Do this first: {first}.", code="still_owed")


def check_tried_enough(row: ProblemReport) -> None:
    """Raises DomainError until the tenant was tried often enough, in vain, since the report was last opened again."""
    tries = row.attempts.filter(side=Side.TENANT)
    if opened_again := last_at(row.subject, "problem_report.reopen"):
        tries = tries.filter(recorded_at__gte=opened_again)
    if why := why_not_closed(attempt.facts() for attempt in tries):
        raise DomainError(why, code="not_enough_tries")


def finish(row: ProblemReport, at: datetime, *, outcome: str, but: Collection[str] = ()) -> None:
    """Nothing is due any more, but what is named and the notice to the tenant. Then the landlord hears of it."""
    told = row.article_14_sent_at or row.article_14_withheld or not row.told_by_others
    outlives = (*but, *(() if told else (owed.ARTICLE_14,)))
    deadlines.close_all(subject=row.subject, at=at, outcome=outcome, but=outlives)
    say_finished(row, at)


def say_finished(row: ProblemReport, at: datetime) -> None:
    """The landlord who told us hears that our work is over, the same whatever came of it, once they were answered."""
    landlord = reporting.landlord_of(row)
    if landlord is None or row.is_open or owed.still(row, owed.to_landlord(row)):
        return
    outbox.send(
        messages.finished_for_landlord(row, landlord), to=landlords.recipient(landlord), about=row.subject, at=at
    )
