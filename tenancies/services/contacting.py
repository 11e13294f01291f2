"""Reaching each side: tries to make contact, the two threads, and what the tenant is told."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.notifications.rules.safe_contact import barred
from core.notifications.services import outbox
from core.rulebook.selectors import policy
from households.services import contact
from landlords import services as landlords
from tenancies import policies
from tenancies.messages import reports as messages
from tenancies.messages import told
from tenancies.models import ContactAttempt, ProblemReport, ReportMessage
from tenancies.rules import promise
from tenancies.rules.problem import Source
from tenancies.rules.report import REPORT, ContactBy, Intention, ReportState, Side
from tenancies.selectors import owed
from tenancies.services import acting, answering, finishing, noticing, owing, papers, reporting

CHANNELS = {
    ContactBy.TELEPHONE: "call",
    ContactBy.EMAIL: "email",
    ContactBy.LETTER: "letter",
    ContactBy.TEXT: "sms",
}


class Delivery(StrEnum):
    """How the notice to the tenant was given."""

    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in_person"


@transaction.atomic
def try_contact(
    *,
    ref: str,
    seen: int,
    side: Side,
    by: ContactBy,
    reached: bool,
    tried_on: date,
    note: str = "",
    actor: Actor,
    at: datetime,
) -> ProblemReport:
    """Write down a try to reach one side. Reaching the tenant moves the report on, to be looked at again.

    Raises DomainError for a way that the tenant's rule of safe contact bars, and for a report that is
    not triaged yet.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if row.state == ReportState.RECEIVED or not (row.is_open or owed.still(row, owed.to_anybody(row))):
        raise DomainError("Say first how urgent this report is.", code="not_triaged")
    if tried_on > dates.today(at):
        raise DomainError("The day cannot be in the future.", field="tried_on", code="in_future")
    if side is Side.TENANT and (why := barred(CHANNELS.get(by, ""), reporting.tenant_recipient(row).safe_contact)):
        raise DomainError(why, field="by", code="safe_contact")
    if side is Side.TENANT:
        acting.say_so(row, at)
    ContactAttempt.objects.create(
        report=row,
        side=side,
        by=by,
        reached=reached,
        note=note.strip(),
        tried_on=tried_on,
        recorded_at=at,
        officer_id=actor.user_id,
    )
    changes: dict[str, Any] = answering.note_answered(row, side, at) if reached else {}
    if changes and side is Side.LANDLORD:
        finishing.say_finished(row, at)
    if side is Side.TENANT and reached and row.reached_at is None:
        changes["reached_at"] = at
        if row.is_open:
            changes["review_on"] = owing.set_review(row, owing.review_after(dates.today(at)), at)
        deadlines.done(kind=owed.REACH, subject=row.subject, at=at)
        if REPORT.can(row.state, "reach"):
            return move(row, REPORT, "reach", actor=actor, at=at, **changes)
    row.write(**changes)
    audit.record(
        actor=actor,
        action="problem_report.contact" if reached else "problem_report.try_contact",
        subject=row.subject,
        at=at,
        after={"side": side, "by": by, "reached": reached},
    )
    return row


@transaction.atomic
def close_no_contact(
    *, ref: str, seen: int, became: Intention | None = None, note: str = "", actor: Actor, at: datetime
) -> ProblemReport:
    """Close a report because the tenant could not be reached, after enough tries in different ways.

    Tries before the report was last opened again do not count. `became` says what became of a notice that nobody
    has recorded yet. The tenant is still told their rights, by letter, and somebody still decides whether a case
    opens. Raises DomainError while the landlord still waits for our call, or whoever told us for our answer.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    finishing.check_tried_enough(row)
    finishing.check_nothing_owed(row, owed.to_all_but_tenant(row))
    noticing.say_what_became(row, became, at)
    move(row, REPORT, "close_no_contact", actor=actor, at=at, note=note, closed_at=at)
    finishing.finish(row, at, outcome="no_contact", but={owed.RIGHTS, owed.CASE})
    return row


@transaction.atomic
def write(*, ref: str, seen: int, side: Side, body: str, actor: Actor, at: datetime) -> ProblemReport:
    """An officer writes to one side. The message says only that there is one."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    landlord = reporting.landlord_of(row)
    if side is Side.LANDLORD and landlord is None:
        raise DomainError("The landlord did not report this, and must not learn of it.", code="not_landlords")
    if side is Side.TENANT and not row.tenant_has_page:
        raise DomainError(
            "The tenant cannot read this on the site. Reach them another way, and record the contact.", code="no_page"
        )
    ReportMessage.objects.create(
        report=row, side=side, from_council=True, author_id=actor.user_id, body=body.strip(), sent_at=at
    )
    if changes := answering.note_answered(row, side, at):
        finishing.say_finished(row, at)
    row.write(**changes)
    deadlines.done(kind=f"report_answer_{side}", subject=row.subject, at=at)
    audit.record(actor=actor, action=f"problem_report.write_to_{side}", subject=row.subject, at=at)
    if side is Side.LANDLORD and landlord:
        message, to = messages.waiting_for_landlord(row, landlord), landlords.recipient(landlord)
    else:
        to = reporting.tenant_recipient(row)
        message = messages.waiting_for_tenant(row, to.name)
    outbox.send(message, to=to, about=row.subject, at=at)
    return row


@transaction.atomic
def answer(*, ref: str, side: Side, body: str, actor: Actor, at: datetime) -> ProblemReport:
    """One side writes to the officer, who is asked to answer within two working days."""
    row = ProblemReport.objects.lock(ref)
    policies.may_write_as(actor, row, side).require()
    if not row.is_open and not (side is Side.LANDLORD and owed.still(row, owed.to_landlord(row))):
        raise DomainError("This is finished. Tell us again if there is a new problem.", code="finished")
    ReportMessage.objects.create(
        report=row, side=side, from_council=False, author_id=actor.user_id, body=body.strip(), sent_at=at
    )
    row.write()
    audit.record(actor=actor, action=f"problem_report.{side}_writes", subject=row.subject, at=at)
    due_on = dates.add_working_days(dates.today(at), reporting.ANSWER_WORKING_DAYS)
    owing.set_duty(row, f"report_answer_{side}", f"answer what the {side} wrote", due_on, at)
    return row


def nowhere(row: ProblemReport, delivery: Delivery, email: str) -> str:
    """Why there is no address for this way of telling; empty when there is."""
    if delivery is Delivery.LETTER and not papers.address_of(row):
        return "We have no address for the tenant."
    if delivery is not Delivery.EMAIL or email:
        return ""
    if row.has_contact_to_confirm:
        return "Only the landlord gave this e-mail address. Confirm first that it is the tenant’s, or choose paper."
    return "We have no e-mail address for the tenant."


@transaction.atomic
def confirm_contact(*, ref: str, seen: int, how: str, actor: Actor, at: datetime) -> ProblemReport:
    """The e-mail address and telephone that the landlord gave are the tenant's: the officer says how they know.

    Where a case is open already, they go into it, so Refused is raised for an officer who does not work on cases.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if not row.has_contact_to_confirm:
        raise DomainError("There is nothing to confirm.", code="nothing_to_confirm")
    if not how.strip():
        raise DomainError("Say how you know that it is the tenant’s.", field="how", code="no_reason")
    if row.household:
        given = {"email": row.tenant_email, "telephone": row.tenant_telephone}
        contact.learn(ref=row.household.reference, **given, how=how.strip(), actor=actor, at=at)
    row.write(contact_confirmed_at=at, contact_confirmed_how=how.strip())
    audit.record(actor=actor, action="problem_report.confirm_contact", subject=row.subject, at=at, note=how.strip())
    return row


@transaction.atomic
def tell_tenant(
    *, ref: str, seen: int, words: str, delivery: Delivery, name_source: bool = False, actor: Actor, at: datetime
) -> ProblemReport:
    """Tell the tenant that a concern was raised, what we hold and what help there is (UK GDPR Art 14).

    The officer chooses the words; who told us is named only when the officer says so. By letter or in
    person, the notice is made for the officer to print. From then on the tenant has a page of their own
    about it, also when the work is over. Raises DomainError for a private report, while telling is not safe,
    for what the tenant told us themselves, and a second time.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if row.private:
        raise DomainError("This report is private: speak with the tenant by a way they gave you.", code="private")
    if row.article_14_withheld:
        raise DomainError("Telling the tenant is not safe. Say first why it is safe now.", code="withheld")
    if not row.told_by_others:
        raise DomainError("The tenant told us this themselves.", code="own_words")
    if row.article_14_sent_at:
        raise DomainError("The tenant has been told already.", code="told_already")
    if not words.strip():
        raise DomainError("Say in your own words what the tenant is told.", field="words", code="no_words")
    to = reporting.tenant_recipient(row)
    if why := barred(delivery, to.safe_contact) or nowhere(row, delivery, to.email):
        raise DomainError(why, field="delivery", code="cannot_deliver")
    acting.say_so(row, at)
    landlord_named = name_source and row.source == Source.LANDLORD
    source = "your landlord or their agent" if landlord_named else "someone with a concern. You can ask us for more"
    days = policy.number("declined_report_days", dates.today(at))
    notice = told.notice(row, words.strip(), source, days)
    if delivery is Delivery.EMAIL:
        outbox.send(told.concern_raised(row, to.name, notice), to=to, about=row.subject, at=at)
    else:
        papers.store(row, to.name, notice, actor, at)
    row.write(tenant_told_at=at, tenant_told=words.strip(), article_14_sent_at=at)
    deadlines.done(kind=owed.ARTICLE_14, subject=row.subject, at=at)
    audit.record(
        actor=actor,
        action="problem_report.tell_tenant",
        subject=row.subject,
        at=at,
        after={"delivery": delivery, "name_source": name_source},
    )
    return row


@transaction.atomic
def withhold_notice(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> ProblemReport:
    """Do not tell the tenant, because it would not be safe: with the note of why it is necessary (Art 14(5))."""
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if not note.strip():
        raise DomainError("Write down why telling the tenant is not safe.", field="note", code="no_reason")
    if row.article_14_sent_at:
        raise DomainError("The tenant has been told already.", code="told_already")
    row.write(article_14_withheld=note.strip())
    deadlines.done(kind=owed.ARTICLE_14, subject=row.subject, at=at, outcome="withheld")
    audit.record(actor=actor, action="problem_report.withhold_notice", subject=row.subject, at=at, note=note)
    return row


@transaction.atomic
def lift_withholding(*, ref: str, seen: int, reason: str, actor: Actor, at: datetime) -> ProblemReport:
    """Telling the tenant is safe now, with the reason. Both notes stay in the history; nothing is sent by this.

    The tenant is to be told again: by the day it was due, or today when that day has gone.
    """
    row = ProblemReport.objects.lock(ref, seen=seen)
    policies.may_work_on(actor, row).require()
    if not row.article_14_withheld:
        raise DomainError("Nothing says that telling the tenant is not safe.", code="not_withheld")
    if not reason.strip():
        raise DomainError("Write down why telling the tenant is safe now.", field="reason", code="no_reason")
    withheld = row.article_14_withheld
    row.write(article_14_withheld="")
    if row.told_by_others:
        due_on = max(promise.article_14_by(dates.today(row.created_at)), dates.today(at))
        owing.set_article_14(row, due_on, at)
    audit.record(
        actor=actor,
        action="problem_report.lift_withholding",
        subject=row.subject,
        at=at,
        before={"withheld": withheld},
        note=reason.strip(),
    )
    return row
