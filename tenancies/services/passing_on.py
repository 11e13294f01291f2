"""What a landlord's notice asks of those who work on the household's case, whoever recorded it."""

from datetime import datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.accounts.selectors import staff
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.rulebook.rules.regime import Regime
from core.states import Holder
from households import policies as casework
from households.models import Household
from households.rules.notice import NoticeKind
from households.rules.notice import Tenancy as TenancyKind
from households.services import decisions
from tenancies import policies
from tenancies.models import NoticeIntention, ProblemReport, Tenancy
from tenancies.rules.notice import NoticeGiven
from tenancies.rules.report import Intention
from tenancies.selectors import owed
from tenancies.selectors.notices import not_in_case


def notice_of(row: ProblemReport) -> NoticeGiven | None:
    """The notice on a report, as it was recorded; nothing while none is."""
    found = NoticeIntention.objects.filter(report=row, outcome=Intention.SERVED).first()
    if found is None or found.notice_served_on is None or found.notice_ends_on is None:
        return None
    return NoticeGiven(found.notice_served_on, found.notice_ends_on, tuple(found.grounds or ()))


def has(household: Household, notice: NoticeGiven) -> bool:
    """Whether the household's record has this notice: one that names the same day."""
    return household.notices.filter(specified_on=notice.specified_on).exists()


def put_in(household: Household, notice: NoticeGiven, tenancy: Tenancy | None, actor: Actor, at: datetime) -> None:
    """Put the notice into the household's record, once. Whether it is good is for whoever works on the case."""
    if has(household, notice):
        decisions.notice_is_in(household, at)
        return
    social = tenancy is not None and tenancy.regime == Regime.SOCIAL
    given = decisions.NoticeGiven(
        kind=NoticeKind.SECTION_8,
        tenancy=TenancyKind.SOCIAL_ASSURED if social else TenancyKind.ASSURED,
        served_on=notice.served_on,
        specified_on=notice.specified_on,
        grounds=notice.grounds,
        tenancy_began_on=tenancy.started_on if tenancy else None,
        validity="unclear",
    )
    decisions.record_notice(ref=household.reference, seen=household.version, notice=given, actor=actor, at=at)


def give(row: ProblemReport, notice: NoticeGiven, actor: Actor, at: datetime) -> None:
    """The notice goes into the household's record if this officer may write there; others have it put in today."""
    household = Household.objects.filter(pk=row.household_id or 0).first()
    if household is None:
        return
    if actor.can(Can.WORK_HOUSEHOLDS):
        put_in(household, notice, row.tenancy, actor, at)
    else:
        ask(household, notice, f"tenancy concern {row.reference}", at)


def ask(household: Household, notice: NoticeGiven, where: str, at: datetime) -> None:
    """Have an officer who works on cases put the notice into the household's record today."""
    if not has(household, notice):
        decisions.ask_for_notice(household, where, at)


def taken_back(row: ProblemReport, at: datetime) -> None:
    """The notice on a report was taken back: whoever works on the household's case records it there today.

    If that record does not have it yet, nobody need put it there any more.
    """
    notice, where = notice_of(row), f"tenancy concern {row.reference}"
    household = Household.objects.filter(pk=row.household_id or 0).first()
    if notice is not None and household is not None:
        decisions.notice_is_gone(household, where, at)
        decisions.ask_to_take_back(household, [notice.specified_on], where, at)


@transaction.atomic
def from_report(*, ref: str, seen: int, actor: Actor, at: datetime) -> ProblemReport:
    """Put the notice on a report into the record of its household.

    Raises Refused for an officer who does not work on cases, and DomainError while there is no notice or no case.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    casework.may_work(actor).require()
    notice = notice_of(row)
    if notice is None or row.household_id is None:
        raise DomainError("There is no notice to put into a case.", code="nothing_to_pass_on")
    put_in(Household.objects.get(pk=row.household_id), notice, row.tenancy, actor, at)
    row.write()
    audit.record(actor=actor, action="problem_report.pass_on_notice", subject=row.subject, at=at)
    return row


@transaction.atomic
def from_tenancy(*, ref: str, seen: int, actor: Actor, at: datetime) -> Tenancy:
    """Put the landlord's notices on a tenancy that stand into the record of its household.

    Raises Refused for an officer who does not work on cases, and DomainError when the record has them all.
    """
    tenancy = Tenancy.objects.select_related("nomination__household").lock(ref, seen=seen)
    casework.may_work(actor).require()
    waiting = not_in_case(tenancy)
    if not waiting:
        raise DomainError("There is no notice to put into a case.", code="nothing_to_pass_on")
    for each in waiting:
        notice = NoticeGiven(each.served_on, each.specified_on, tuple(each.grounds))
        put_in(Household.objects.get(pk=tenancy.nomination.household_id), notice, tenancy, actor, at)
    audit.record(actor=actor, action="tenancy.pass_on_notice", subject=tenancy.subject, at=at)
    return tenancy.write()


def ask_about_case(row: ProblemReport, at: datetime) -> None:
    """Have somebody who works on cases decide today whether one opens for a tenant who was given notice.

    It is for the lead worker if they work on cases, else for the household's own officer or for the team.
    """
    lead_id = row.lead_worker_id if staff.title(row.lead_worker_id, Can.WORK_HOUSEHOLDS) else None
    deadlines.set_deadline(
        kind=owed.CASE,
        subject=row.subject,
        what="decide whether a case opens for the tenant",
        holder=Holder.COUNCIL,
        capability=Can.WORK_HOUSEHOLDS,
        person_id=lead_id or (row.household.lead_officer_id if row.household else None),
        due_on=dates.today(at),
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
    )


@transaction.atomic
def decide_no_case(*, ref: str, seen: int, reason: str, actor: Actor, at: datetime) -> ProblemReport:
    """No case opens for a tenant who was given notice, for this reason.

    Raises Refused for an officer who does not work on cases, and DomainError without a reason or when it is decided.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    casework.may_work(actor).require()
    if not reason.strip():
        raise DomainError("Say why no case opens.", field="reason", code="no_reason")
    if not deadlines.done(kind=owed.CASE, subject=row.subject, at=at, outcome="no_case"):
        raise DomainError("Nobody waits for this decision.", code="nothing_waits")
    row.write()
    audit.record(actor=actor, action="problem_report.no_case", subject=row.subject, at=at, note=reason.strip())
    return row
