"""A report comes in: from either side, from an officer, or from a check-in."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit import services as audit
from core.notifications.rules.message import Recipient
from core.notifications.services import outbox
from core.references import services as references
from core.rulebook.selectors import policy
from households.services import contact
from landlords import services as landlords
from landlords.models import Landlord
from tenancies import policies
from tenancies.messages import reports as messages
from tenancies.models import NoticeIntention, ProblemReport
from tenancies.models.report import recorded_barriers
from tenancies.rules import joint, promise, triage
from tenancies.rules.asking import check_answers
from tenancies.rules.problem import Problem, Source, teller_of
from tenancies.rules.report import REPORT, Intention
from tenancies.rules.triage import Priority
from tenancies.services import alerting, owing
from tenancies.services.whose import About, TenantGiven, find

ANSWER_WORKING_DAYS = 2


@dataclass(frozen=True)
class Given:
    """What was said: the problem, the answers to its questions, and words of their own if they wanted."""

    problem: Problem
    answers: dict[str, str] = field(default_factory=dict)
    words: str = ""


def tenant_recipient(report: ProblemReport) -> Recipient:
    """The tenant, with their rule of safe contact when we know them.

    What the landlord gave to reach them by is left out until an officer has confirmed it: it may be the landlord's.
    """
    if report.household:
        return contact.recipient(report.household)
    if report.has_contact_to_confirm:
        return Recipient(name=report.tenant_name)
    return Recipient(name=report.tenant_name, email=report.tenant_email, telephone=report.tenant_telephone)


def landlord_of(report: ProblemReport) -> Landlord | None:
    """The landlord who made the report; nobody else on that side is ever written to about it."""
    return report.landlord if report.teller is Source.LANDLORD else None


def days_to_contact(priority: Priority, on: date) -> int:
    return policy.number(triage.SETTINGS[priority], on)


def promised(priority: Priority, on: date) -> date:
    return promise.first_contact_by(priority, days_to_contact(priority, on), on)


@transaction.atomic
def promise_again(*, ref: str, actor: Actor, at: datetime) -> None:
    """Promise a new answer to whoever worries again while their concern is open.

    A day that was promised, has not passed and was not kept yet stays as it is.
    """
    row = ProblemReport.objects.lock(ref)
    on = dates.today(at)
    if row.replied_at is None and row.reply_by >= on:
        return
    reply_by = promised(Priority(row.priority or row.proposed), on)
    audit.record(
        actor=actor,
        action="problem_report.promise_again",
        subject=row.subject,
        at=at,
        before={"reply_by": row.reply_by},
        after={"reply_by": reply_by},
    )
    row.write(reply_by=reply_by, replied_at=None)
    owing.set_answer(row, at)


@transaction.atomic
def report(
    *,
    given: Given,
    source: Source,
    tenancy_ref: str = "",
    household_ref: str = "",
    landlord_ref: str = "",
    tenant: TenantGiven | None = None,
    actor: Actor,
    at: datetime,
) -> ProblemReport:
    """Take a report about a tenancy of ours, a household, or a home that only the landlord told us of.

    The answers propose how urgent it is, and with it the day by which whoever told us hears from us.
    Raises DomainError when there is nothing of the kind for this person or an answer is missing.
    """
    policies.may_report(actor, source).require()
    about = find(actor, tenancy_ref, household_ref, landlord_ref, tenant)
    answers = check_answers(given.problem, source, given.answers)
    row = write_report(given, answers, source, about, actor, at)
    audit.record(
        actor=actor,
        action="problem_report.receive",
        subject=row.subject,
        at=at,
        after={"source": source, "problem": given.problem, "answers": answers, "proposed": row.proposed},
        to_state=row.state,
    )
    owing.set_first(row, at)
    ring = think_of_notice(row, at)
    send_receipt(row, ring, at)
    if source is Source.TENANT and not actor.is_officer:
        alerting.hear_tenant(row, actor, at)
    return row


def write_report(
    given: Given, answers: dict[str, str], source: Source, about: About, actor: Actor, at: datetime
) -> ProblemReport:
    """The report with its marks. What the record alone says takes no page from tenants who told us themselves."""
    proposal = triage.propose(given.problem, answers)
    barriers = joint.barriers_of(given.problem, answers)
    on_record = recorded_barriers(about.household, about.landlord)
    barriers |= on_record - joint.PRIVATE if teller_of(source, answers) is Source.TENANT else on_record
    tenant = about.tenant or TenantGiven("", "", "")
    return ProblemReport.objects.create(
        reference=references.take(ProblemReport.PREFIX, at=at),
        created_at=at,
        tenancy=about.tenancy,
        household=about.household,
        landlord=about.landlord,
        state=REPORT.start,
        source=source,
        problem=given.problem,
        answers=answers,
        words=given.words.strip(),
        tenant_name=tenant.name.strip(),
        tenant_email=tenant.email,
        tenant_telephone=tenant.telephone,
        address=tenant.address.strip(),
        postcode=tenant.postcode,
        proposed=proposal.priority,
        proposed_because=list(proposal.reasons),
        barriers=sorted(barriers),
        private=joint.is_private(barriers),
        opened_by_id=actor.user_id if actor.is_officer else None,
        reply_by=promised(proposal.priority, dates.today(at)),
    )


def think_of_notice(row: ProblemReport, at: datetime) -> datetime | None:
    """When the landlord thinks of giving notice, or has given it: the hour of the call that is promised."""
    return open_intention(row, at).ring_by if speaks_of_notice(row) else None


def speaks_of_notice(row: ProblemReport) -> bool:
    """The landlord told us that they think of giving notice, or have given it."""
    speaks = row.problem == Problem.THINKING_OF_NOTICE or row.answers.get("notice") in ("thinking", owing.GIVEN)
    return row.source == Source.LANDLORD and speaks


def open_intention(row: ProblemReport, at: datetime) -> NoticeIntention:
    """Begin to follow a notice: the landlord is rung and the tenant told their rights; one given is put on record."""
    first, second = policy.numbers("notice_call_hours", dates.today(at))
    intention = NoticeIntention.objects.create(
        report=row, ring_by=promise.ring_by(at, (first, second)), outcome=Intention.OPEN
    )
    owing.set_ring(row, intention, at)
    if row.answers.get("notice") == owing.GIVEN:
        owing.set_notice(row, at)
    owing.set_rights(row, at, ", whatever the landlord promised")
    return intention


def send_receipt(row: ProblemReport, ring_by: datetime | None, at: datetime) -> None:
    landlord = landlord_of(row)
    if landlord:
        outbox.send(
            messages.landlord_receipt(row, landlord, ring_by),
            to=landlords.recipient(landlord),
            about=row.subject,
            at=at,
        )
    if row.teller is Source.TENANT and row.household and not row.private:
        to = tenant_recipient(row)
        outbox.send(messages.tenant_receipt(row, to.name), to=to, about=row.subject, at=at)
