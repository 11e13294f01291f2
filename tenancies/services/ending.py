"""How a report ends: resolved, declined, handed to a household's case; and how it comes back."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor, Kind
from core.audit import services as audit
from core.audit.moves import move
from core.errors import DomainError
from core.notifications.services import outbox
from core.rulebook.selectors import policy
from households import policies as casework
from households.models import Household
from households.rules.case import CASE, CaseState
from households.services import cases, contact
from households.services.cases import Contact
from tenancies import policies
from tenancies.messages import reports as messages
from tenancies.models import NoticeIntention, ProblemReport
from tenancies.rules.joint import restriction_by, why_private
from tenancies.rules.problem import OFFICE_LABELS, Problem
from tenancies.rules.report import REPORT, Intention, Outcome, Side, Stage, propose_stage
from tenancies.rules.triage import Priority
from tenancies.selectors import owed
from tenancies.services import finishing, noticing, owing, passing_on, reporting

LOSING_HOME_NOW = frozenset({Problem.ILLEGAL_EVICTION, Problem.DOMESTIC_ABUSE})


@transaction.atomic
def resolve(
    *,
    ref: str,
    seen: int,
    outcome: Outcome,
    became: Intention | None = None,
    note: str = "",
    actor: Actor,
    at: datetime,
) -> ProblemReport:
    """It is settled, with an outcome. `became` says what became of a notice that nobody has recorded yet.

    Raises DomainError while that is not said, while anything is still owed to anybody, and after notice until it is
    decided whether a case opens.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if outcome is Outcome.DECLINED:
        return declined(row, became, note, actor, at)
    finishing.check_nothing_owed(row, owed.to_anybody(row) | {owed.CASE})
    if outcome is Outcome.NOTICE_AVERTED and not NoticeIntention.objects.filter(report=row).exists():
        raise DomainError("The landlord has not said that they think of giving notice.", field="outcome")
    if outcome is Outcome.NOTICE_AVERTED and became not in (None, Intention.AVERTED):
        raise DomainError("This does not fit how it ended: notice was not given.", field="became", code="contradicts")
    noticing.say_what_became(row, Intention.AVERTED if outcome is Outcome.NOTICE_AVERTED else became, at)
    move(row, REPORT, "resolve", actor=actor, at=at, reason=outcome, note=note, outcome=outcome, closed_at=at)
    finishing.finish(row, at, outcome="resolved")
    tell_tenant_it_is_finished(row, at)
    if outcome is Outcome.NOTICE_AVERTED:
        passing_on.taken_back(row, at)
    return row


def tell_tenant_it_is_finished(row: ProblemReport, at: datetime) -> None:
    if row.tenant_has_page:
        to = reporting.tenant_recipient(row)
        outbox.send(messages.finished_for_tenant(row, to.name), to=to, about=row.subject, at=at)


@transaction.atomic
def decline(
    *, ref: str, seen: int, became: Intention | None = None, note: str = "", actor: Actor, at: datetime
) -> ProblemReport:
    """The tenant does not want help. What others told us about them goes on a day set now.

    An officer says what became of a notice that nobody has recorded yet; a tenant is not asked. When the work is
    over already, only the day of deletion is set: how it ended stays as it was.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    if actor.kind is Kind.RESIDENT:
        policies.may_write_as(actor, row, Side.TENANT).require()
        became = Intention.NOT_KNOWN
    else:
        policies.may_work_on(actor, row).require()
    if row.may_decline_still:
        return declined_after_the_end(row, note, actor, at)
    return declined(row, became, note, actor, at)


def declined_after_the_end(row: ProblemReport, note: str, actor: Actor, at: datetime) -> ProblemReport:
    delete_on = day_of_deletion(at)
    row.write(delete_on=delete_on)
    audit.record(
        actor=actor,
        action="problem_report.decline_after_end",
        subject=row.subject,
        at=at,
        before={"delete_on": None},
        after={"delete_on": delete_on},
        note=note,
    )
    return row


def day_of_deletion(at: datetime) -> date:
    on = dates.today(at)
    return on + timedelta(days=policy.number("declined_report_days", on))


def declined(row: ProblemReport, became: Intention | None, note: str, actor: Actor, at: datetime) -> ProblemReport:
    """End the report; set the day of deletion when the data came from anybody but the tenant.

    What the tenant told us themselves is kept as their own request for help is. The landlord is still answered and
    rung as promised, and the tenant told their rights. No case opens for somebody who does not want help: the Act asks
    for an application (HA 1996 s183).
    """
    noticing.say_what_became(row, became, at)
    delete_on = day_of_deletion(at) if row.told_by_others else None
    move(
        row,
        REPORT,
        "decline",
        actor=actor,
        at=at,
        reason=Outcome.DECLINED,
        note=note,
        outcome=Outcome.DECLINED,
        closed_at=at,
        delete_on=delete_on,
    )
    finishing.finish(row, at, outcome="declined", but=owed.to_all_but_tenant(row) | {owed.RIGHTS})
    return row


def proposed_stage(row: ProblemReport, on: date) -> Stage:
    """Where the work would go on: by the date in the notice, or at once when the home is being lost now."""
    intention = NoticeIntention.objects.filter(report=row).first()
    urgent = row.problem in LOSING_HOME_NOW or (row.priority == Priority.RED and "how_soon" in row.answers)
    return propose_stage(intention.notice_ends_on if intention else None, on, urgent=urgent)


def case_of(row: ProblemReport, actor: Actor, at: datetime) -> Household:
    """The household's record: the one we know, opened again if it was closed, or a new one.

    What a private report is about never stands in a record that is open to all: the record is
    restricted before anything is written into it. A new record has only what was confirmed to reach the tenant by.
    """
    because = why_private(row.barriers) if row.private else ""
    restriction = restriction_by(row.barriers) if row.private else None
    about = "" if row.private else f": {OFFICE_LABELS[Problem(row.problem)].lower()}"
    words = f"Tenancy concern {row.reference}{about}"
    household = row.household
    if household is None:
        to = reporting.tenant_recipient(row)
        unsure = ". Only the landlord gave a telephone or e-mail, not confirmed: see the concern."
        return cases.open_case(
            contact=Contact(row.tenant_name, to.email, to.telephone, row.address, row.postcode),
            what_happened=f"{words}{unsure}" if row.has_contact_to_confirm else words,
            approach_on=dates.today(at),
            restriction=restriction,
            restricted_because=because,
            actor=actor,
            at=at,
        )
    if restriction and not household.restricted:
        household = contact.restrict(
            ref=household.reference,
            seen=household.version,
            restriction=restriction,
            restricted_because=because,
            actor=actor,
            at=at,
        )
    if household.state == CaseState.CLOSED:
        household = cases.reopen(ref=household.reference, seen=household.version, reason=words, actor=actor, at=at)
    return household


@transaction.atomic
def escalate(
    *,
    ref: str,
    seen: int,
    stage: Stage,
    reason: str,
    became: Intention | None = None,
    actor: Actor,
    at: datetime,
) -> Household:
    """The work goes on in the household's record, before any duty or with the assessment for one.

    A duty itself is opened there, by an officer who signs letters. What is owed to either side stays to be done
    here. `became` says what became of a notice that nobody has recorded yet. Returns the household. Raises
    Refused for an officer who does not work on cases.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    casework.may_work(actor).require()
    if not reason.strip():
        raise DomainError("Say why a case opens.", field="reason", code="no_reason")
    noticing.say_what_became(row, became, at)
    household = case_of(row, actor, at)
    move(row, REPORT, "escalate", actor=actor, at=at, note=reason, household_id=household.pk, closed_at=at)
    step = "help_early" if stage is Stage.PRE_PREVENTION else "assess"
    if CASE.can(household.state, step):
        given: dict[str, Any] = {"ref": household.reference, "seen": household.version, "actor": actor, "at": at}
        if step == "help_early":
            household = cases.help_early(reason=reason, **given)
        else:
            household = cases.start_assessment(on=dates.today(at), **given)
    if notice := passing_on.notice_of(row):
        passing_on.put_in(Household.objects.get(pk=household.pk), notice, row.tenancy, actor, at)
    finishing.finish(row, at, outcome="escalated", but=owed.to_anybody(row))
    return Household.objects.get(pk=household.pk)


@transaction.atomic
def reopen(*, ref: str, seen: int, reason: str, actor: Actor, at: datetime) -> ProblemReport:
    """It was not settled after all. What was to be deleted is kept again while it is open."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if row.erased_at:
        raise DomainError("Everything about this was deleted. Take a new report.", code="erased")
    reply_by = reporting.promised(Priority(row.priority or row.proposed), dates.today(at))
    move(
        row,
        REPORT,
        "reopen",
        actor=actor,
        at=at,
        note=reason,
        outcome="",
        closed_at=None,
        delete_on=None,
        replied_at=None,
        reached_at=None,
        reply_by=reply_by,
    )
    unknown = NoticeIntention.objects.filter(report=row, outcome=Intention.NOT_KNOWN)
    unknown.update(outcome=Intention.OPEN, outcome_on=None)
    owing.set_contact(row, at)
    return row
