"""A landlord thinks of giving notice: the call, the advice to both, and what became of it."""

from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.notifications.services import outbox
from landlords import services as landlords
from properties.rules.inputs import GroundOneNotice, Where
from properties.services import notices as home_notices
from tenancies import policies
from tenancies.messages import reports as messages
from tenancies.models import NoticeIntention, ProblemReport
from tenancies.rules.notice import NoticeGiven
from tenancies.rules.problem import Source
from tenancies.rules.report import OPEN, REPORT, Intention
from tenancies.rules.tenancy import TENANCY
from tenancies.selectors import owed
from tenancies.services import finishing, life, owing, passing_on, reporting, triaging


def intention_of(row: ProblemReport) -> NoticeIntention:
    """Raises DomainError when the landlord is not known to think of giving notice."""
    found = NoticeIntention.objects.filter(report=row).first()
    if found is None:
        raise DomainError("The landlord has not said that they think of giving notice.", code="no_intention")
    return found


@transaction.atomic
def note_intention(*, ref: str, seen: int, actor: Actor, at: datetime) -> ProblemReport:
    """An officer learns that the landlord thinks of giving notice: the call and the tenant's rights fall due."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if row.state not in OPEN:
        raise DomainError("This report is finished.", code="finished")
    if NoticeIntention.objects.filter(report=row).exists():
        raise DomainError("That is recorded already.", code="recorded_already")
    reporting.open_intention(row, at)
    row.write()
    audit.record(actor=actor, action="problem_report.note_intention", subject=row.subject, at=at)
    return row


@transaction.atomic
def rang_landlord(
    *, ref: str, seen: int, advice: str, waits_until: date | None = None, actor: Actor, at: datetime
) -> ProblemReport:
    """The call was made and this advice given. A promise to wait moves no date of the tenant's."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    intention = intention_of(row)
    if not advice.strip():
        raise DomainError("Write down the advice you gave.", field="advice", code="no_advice")
    if waits_until and waits_until < dates.today(at):
        raise DomainError("The day cannot be in the past.", field="waits_until", code="in_past")
    NoticeIntention.objects.filter(pk=intention.pk).update(
        rang_at=at, landlord_advice=advice.strip(), waits_until=waits_until
    )
    rung = deadlines.done(kind=owed.RING, subject=row.subject, at=at)
    answered = {}
    if row.replied_at is None and reporting.landlord_of(row):
        deadlines.done(kind=owed.ANSWER, subject=row.subject, at=at)
        answered = {"replied_at": at}
    if rung or answered:
        finishing.say_finished(row, at)
    row.write(**answered)
    audit.record(
        actor=actor, action="problem_report.rang_landlord", subject=row.subject, at=at, after={"waits": waits_until}
    )
    landlord = reporting.landlord_of(row)
    if landlord:
        outbox.send(
            messages.advised_landlord(row, landlord, advice.strip()),
            to=landlords.recipient(landlord),
            about=row.subject,
            at=at,
        )
    return row


@transaction.atomic
def tell_rights(*, ref: str, seen: int, advice: str, actor: Actor, at: datetime) -> ProblemReport:
    """The tenant is told their rights, by word of mouth alone when the report is private or telling is not safe."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    intention = intention_of(row)
    if not advice.strip():
        raise DomainError("Write down the advice you gave.", field="advice", code="no_advice")
    NoticeIntention.objects.filter(pk=intention.pk).update(rights_told_at=at, tenant_advice=advice.strip())
    row.write()
    deadlines.done(kind=owed.RIGHTS, subject=row.subject, at=at)
    audit.record(actor=actor, action="problem_report.tell_rights", subject=row.subject, at=at)
    to = reporting.tenant_recipient(row)
    if not row.private and not row.article_14_withheld and to.email:
        outbox.send(messages.rights_of_tenant(row, to.name, advice.strip()), to=to, about=row.subject, at=at)
    return row


@transaction.atomic
def avert(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> ProblemReport:
    """The landlord does not give notice. The report goes on until it is settled."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    intention = intention_of(row)
    if intention.outcome != Intention.OPEN:
        raise DomainError("What became of it is recorded already.", code="decided_already")
    NoticeIntention.objects.filter(pk=intention.pk).update(outcome=Intention.AVERTED, outcome_on=dates.today(at))
    row.write()
    deadlines.done(kind=owed.NOTICE, subject=row.subject, at=at, outcome="averted")
    audit.record(actor=actor, action="problem_report.avert_notice", subject=row.subject, at=at, note=note)
    return row


@transaction.atomic
def serve(
    *,
    ref: str,
    seen: int,
    served_on: date,
    ends_on: date,
    grounds: tuple[str, ...] = (),
    actor: Actor,
    at: datetime,
) -> ProblemReport:
    """Notice was given. It goes into the tenancy and the record of a household that we know.

    `ends_on` is the date in the notice. The tenant is to be told their rights today. The report is red from
    now on, and counts as read if nobody has read it yet. An officer who does not work on tenancies or cases
    leaves their records to the one who does: whoever works on cases is asked to put the notice into the household's
    today, and to decide whether a case opens.
    Raises DomainError for a ground or a day that cannot be in this tenancy.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    on = dates.today(at)
    check_days(served_on, ends_on, on)
    notice = NoticeGiven(served_on, ends_on, grounds)
    if row.tenancy:
        life.check_grounds(row.tenancy, grounds, on)
    known = NoticeIntention.objects.filter(report=row).first() or reporting.open_intention(row, at)
    NoticeIntention.objects.filter(pk=known.pk).update(
        outcome=Intention.SERVED,
        outcome_on=served_on,
        notice_served_on=served_on,
        notice_ends_on=ends_on,
        grounds=list(grounds) or None,
    )
    urgency = triaging.by_notice(row, actor, at)
    move(row, REPORT, "serve_notice", actor=actor, at=at, reason=" ".join(grounds), **urgency)
    if urgency:
        triaging.follow(row, at)
    for kind in (owed.RING, owed.NOTICE):
        deadlines.done(kind=kind, subject=row.subject, at=at, outcome="served")
    passing_on.ask_about_case(row, at)
    if known.rights_told_at is None:
        owing.set_rights(row, at)
    if row.tenancy and actor.can(Can.START_TENANCIES) and TENANCY.can(row.tenancy.state, "serve_notice"):
        life.serve_notice(ref=row.tenancy.reference, seen=row.tenancy.version, notice=notice, actor=actor, at=at)
    if row.tenancy is None and row.landlord and row.source == Source.LANDLORD:
        dated = GroundOneNotice(True, served_on, ends_on)
        place = Where(row.address, "", row.postcode)
        home_notices.hear(landlord=row.landlord, place=place, grounds=grounds, notice=dated, actor=actor, at=at)
    passing_on.give(row, notice, actor, at)
    return row


def check_days(served_on: date, ends_on: date, on: date) -> None:
    if served_on > on:
        raise DomainError("The day cannot be in the future.", field="served_on", code="in_future")
    if ends_on < served_on:
        raise DomainError(
            "The date in the notice cannot be before it was given.", field="ends_on", code="before_served"
        )


def say_what_became(row: ProblemReport, became: Intention | None, at: datetime) -> None:
    """A report that ends says what became of a notice that nobody has recorded yet. Nothing where there is none.

    Raises DomainError until it is said, and for a notice whose dates are not on record.
    """
    still = NoticeIntention.objects.filter(report=row, outcome=Intention.OPEN)
    if not still.exists():
        return
    if became in (None, Intention.OPEN):
        raise DomainError("Say what became of the notice.", field="became", code="not_said")
    if became is Intention.SERVED:
        raise DomainError(
            "Put the notice on record first: go back and choose “Notice was given”.", field="became", code="no_dates"
        )
    still.update(outcome=became, outcome_on=dates.today(at))
