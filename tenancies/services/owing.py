"""What officers have to do about a report by when: each thing with its words, its day and who holds it."""

from datetime import date, datetime
from typing import Any

from django.utils.text import Truncator

from core import dates
from core.access.actor import Can
from core.deadlines import services as deadlines
from core.rulebook.selectors import policy
from core.states import Holder
from tenancies.messages import reports as messages
from tenancies.models import AgreedAction, NoticeIntention, ProblemReport
from tenancies.rules import promise
from tenancies.rules.problem import Source
from tenancies.selectors import owed

GIVEN = "given"
"""The landlord's answer that notice was given already."""
OWN_ACTION = "report_action_"
"""How the kinds of the deadlines of what we do ourselves begin."""
LONGEST = 200
"""Letters of a deadline's words."""


def set_duty(report: ProblemReport, kind: str, what: str, due_on: date, at: datetime, **more: Any) -> None:
    """Something that the officers have to do about a report: its lead worker's, or anybody's whose role it is."""
    deadlines.set_deadline(
        kind=kind,
        subject=report.subject,
        what=what,
        holder=Holder.COUNCIL,
        capability=Can.WORK_REPORTS,
        person_id=report.lead_worker_id,
        due_on=due_on,
        at=at,
        **more,
    )


def set_first(row: ProblemReport, at: datetime) -> None:
    """With the receipt: it is read, whoever told us is answered, and the tenant told what others said of them."""
    set_triage(row, at)
    set_answer(row, at)
    if row.told_by_others:
        set_article_14(row, promise.article_14_by(dates.today(at)), at)


def set_contact(row: ProblemReport, at: datetime) -> None:
    """By the promised day whoever told us has an answer, and the tenant whom others told us of is reached."""
    if row.replied_at is None:
        set_answer(row, at)
    if row.told_by_others and row.reached_at is None:
        set_reach(row, at)


def set_triage(row: ProblemReport, at: datetime) -> None:
    due_on = min(row.reply_by, dates.add_working_days(dates.today(row.created_at), 1))
    set_duty(row, owed.TRIAGE, "say how urgent this report is", due_on, at, otherwise=deadlines.MANAGER_IS_TOLD)


def set_answer(row: ProblemReport, at: datetime) -> None:
    set_duty(row, owed.ANSWER, f"answer {teller(row)}", row.reply_by, at, otherwise=deadlines.MANAGER_IS_TOLD)


def set_reach(row: ProblemReport, at: datetime) -> None:
    set_duty(row, owed.REACH, "reach the tenant", row.reply_by, at, otherwise=deadlines.MANAGER_IS_TOLD)


def set_article_14(row: ProblemReport, due_on: date, at: datetime) -> None:
    set_duty(
        row,
        owed.ARTICLE_14,
        "tell the tenant what we were told about them, or note why that is not safe",
        due_on,
        at,
        statutory=True,
        source="UK GDPR Art 14(3)(a)",
    )


def set_ring(row: ProblemReport, intention: NoticeIntention, at: datetime) -> None:
    given = row.answers.get("notice") == GIVEN
    set_duty(
        row,
        owed.RING,
        f"ring the landlord by {messages.clock(intention.ring_by)}{'' if given else ', before notice is given'}",
        dates.london(intention.ring_by).date(),
        at,
        otherwise="" if given else "Notice may be given without our advice.",
    )


def set_notice(row: ProblemReport, at: datetime) -> None:
    """A notice that the landlord says they gave is put on record the same day."""
    set_duty(row, owed.NOTICE, "record the notice: its day, the date in it and its grounds", dates.today(at), at)


def set_rights(row: ProblemReport, at: datetime, but: str = "") -> None:
    set_duty(row, owed.RIGHTS, f"tell the tenant their rights{but}", dates.today(at), at)


def review_after(on: date) -> date:
    """The next day on which the lead worker looks again, after this one."""
    return promise.next_review(on, policy.number("sustainment_review_days", on))


def set_review(row: ProblemReport, review_on: date, at: datetime) -> date:
    set_duty(row, owed.REVIEW, "look again at how it stands", review_on, at)
    return review_on


def set_own_action(row: ProblemReport, action: AgreedAction, at: datetime) -> None:
    """What we promised to do ourselves has its own day."""
    what = Truncator(f"do what we agreed: {action.what}").chars(LONGEST)
    set_duty(row, own_action(action.number), what, action.due_on, at)


def own_action(number: int) -> str:
    """The kind of the deadline of an action that the council does itself."""
    return f"{OWN_ACTION}{number}"


def teller(row: ProblemReport) -> str:
    if row.source == Source.CHECK_IN:
        return f"the {row.answers['asked']}"
    return {Source.LANDLORD: "the landlord", Source.SOMEONE_ELSE: "whoever told us"}.get(
        Source(row.source), "the tenant"
    )
