"""Findings about a household, and the notices it was served."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.deadlines.models import Deadline
from core.errors import DomainError, NotFound
from core.rulebook.selectors import policy
from core.states import Holder
from households import policies
from households.models import Decision, Household, NoticeServed
from households.rules import care_leaver
from households.rules.case import ANSWERS, PRIORITY_NEED_CATEGORIES, MemberRole, Question
from households.rules.notice import threatened_from
from households.selectors import care

WITHIN_56_DAYS = "notice_within_56_days"
NOTICE_WAITS = "concern_notice"
NOTICE_TAKEN_BACK = "notice_taken_back"
CARE_LEAVER_SETTING = "care_leaver_never_intentional_from"


@dataclass(frozen=True)
class Finding:
    """An answer to one question with its reasons. `categories` only for priority need."""

    question: Question
    answer: str
    reasons: str
    decided_on: date
    categories: tuple[str, ...] = ()


def check_finding(household: Household, finding: Finding, on: date) -> None:
    """Raises DomainError on an answer that the law or the facts do not allow."""
    if finding.answer not in ANSWERS[finding.question]:
        raise DomainError("Choose an answer.", field="answer")
    if finding.decided_on > on:
        raise DomainError("The day of the decision cannot be in the future.", field="decided_on")
    if finding.answer != "undecided" and not finding.reasons.strip():
        raise DomainError("Give the reasons: they go into the letter.", field="reasons")
    if finding.question is Question.PRIORITY_NEED:
        unknown = set(finding.categories) - set(PRIORITY_NEED_CATEGORIES)
        if unknown or (finding.answer == "yes" and not finding.categories):
            raise DomainError("Choose why they are in priority need.", field="categories")
    check_care_leaver(household, finding, on)


def check_care_leaver(household: Household, finding: Finding, on: date) -> None:
    """Raises DomainError on an answer that the Act rules out for someone who left care."""
    asked = (finding.question, finding.answer)
    if asked == (Question.INTENTIONAL, "yes") and barred_as_care_leaver(household, finding.decided_on, today=on):
        raise DomainError(
            "A relevant child, and a former relevant child under 25, cannot be found homeless intentionally "
            "(Housing Act 1996 s191(1ZA)-(1C)).",
            field="answer",
            code="care_leaver",
        )
    if asked == (Question.LOCAL_CONNECTION, "no"):
        by_law = care.connection(household, on)
        if by_law is not None and by_law.here:
            raise DomainError(by_law.words, field="answer", code="care_leaver_connected")


def barred_as_care_leaver(household: Household, decided_on: date, *, today: date) -> bool:
    """Whether the applicant left care and is protected by the bar, from the day that the council's rulebook sets."""
    applicant = household.members.filter(role=MemberRole.APPLICANT).first()
    if applicant is None or applicant.born_on is None or not applicant.circumstances.get("care_leaver"):
        return False
    bar_from = policy.day(CARE_LEAVER_SETTING, today)
    return care_leaver.never_intentional(born_on=applicant.born_on, decided_on=decided_on, bar_from=bar_from)


@transaction.atomic
def decide(*, ref: str, seen: int, finding: Finding, actor: Actor, at: datetime) -> Household:
    """Record one finding with its reasons. A changed mind is a new finding; the old one stays readable."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_decide(actor).require()
    check_finding(household, finding, dates.today(at))
    before = getattr(household, finding.question)
    Decision.objects.create(
        household=household,
        question=finding.question,
        answer=finding.answer,
        categories=list(finding.categories),
        reasons=finding.reasons,
        decided_on=finding.decided_on,
        decided_at=at,
        decided_by_id=actor.user_id,
    )
    changes: dict[str, object] = {finding.question.value: finding.answer}
    if finding.question is Question.PRIORITY_NEED:
        changes["priority_need_categories"] = list(finding.categories)
    household.write(**changes)
    audit.record(
        actor=actor,
        action=f"household.decide_{finding.question}",
        subject=household.subject,
        at=at,
        before={finding.question.value: before},
        after=changes,
        note=finding.reasons,
    )
    return household


@dataclass(frozen=True)
class NoticeGiven:
    """A notice as read by the officer."""

    kind: str
    tenancy: str
    served_on: date
    specified_on: date
    grounds: tuple[str, ...] = ()
    tenancy_began_on: date | None = None
    validity: str = "yes"
    only_home: bool = True


@transaction.atomic
def record_notice(*, ref: str, seen: int, notice: NoticeGiven, actor: Actor, at: datetime) -> Household:
    """Record a notice, and set the reminder for 56 days before its date (pre-prevention)."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    if notice.specified_on < notice.served_on:
        raise DomainError("The date in the notice cannot be before it was given.", field="specified_on")
    NoticeServed.objects.create(
        household=household,
        kind=notice.kind,
        tenancy=notice.tenancy,
        grounds=list(notice.grounds),
        served_on=notice.served_on,
        specified_on=notice.specified_on,
        tenancy_began_on=notice.tenancy_began_on,
        validity=notice.validity,
        only_home=notice.only_home,
        recorded_at=at,
    )
    audit.record(
        actor=actor,
        action="household.record_notice",
        subject=household.subject,
        at=at,
        after={"kind": notice.kind, "grounds": list(notice.grounds), "specified_on": notice.specified_on},
    )
    notice_is_in(household, at)
    remind(household, at)
    return household.write()


def ask_for_notice(household: Household, where: str, at: datetime) -> None:
    """Have whoever works on the case put a notice into its record today that an officer recorded elsewhere."""
    ask_today(household, NOTICE_WAITS, waiting_words(where), at)


def waiting_words(where: str) -> str:
    return f"put the notice on {where} into this record"


def ask_to_take_back(household: Household, named: Collection[date], where: str, at: datetime) -> None:
    """Have whoever works on the case record today that notices of these days in its record were taken back."""
    for notice in household.notices.filter(withdrawn_on=None, specified_on__in=named):
        what = f"record that the notice for {dates.short(notice.specified_on)} on {where} was taken back"
        ask_today(household, taken_back_kind(notice), what, at)


def taken_back_kind(notice: NoticeServed) -> str:
    """Each notice has a task of its own: doing one does not do the other."""
    return f"{NOTICE_TAKEN_BACK}_{notice.pk}"


def ask_today(household: Household, kind: str, what: str, at: datetime) -> None:
    deadlines.set_deadline(
        kind=kind,
        subject=household.subject,
        what=what,
        holder=Holder.COUNCIL,
        capability=Can.WORK_HOUSEHOLDS,
        person_id=household.lead_officer_id,
        due_on=dates.today(at),
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
    )


def notice_waits(household: Household) -> bool:
    """Whether a notice that an officer recorded elsewhere waits to be put into this record."""
    return Deadline.objects.about(household.subject).open().filter(kind=NOTICE_WAITS).exists()


def notice_is_in(household: Household, at: datetime, outcome: str = "done") -> None:
    """The notice that waited to be put into this record waits no more."""
    deadlines.done(kind=NOTICE_WAITS, subject=household.subject, at=at, outcome=outcome)


def notice_is_gone(household: Household, where: str, at: datetime) -> None:
    """A notice recorded elsewhere was taken back: if it is the one that waited, it waits no more."""
    waits = Deadline.objects.about(household.subject).open().filter(kind=NOTICE_WAITS, what=waiting_words(where))
    if waits.exists():
        notice_is_in(household, at, outcome="taken_back")


def remind(household: Household, at: datetime) -> None:
    """Set the day to decide on a prevention duty, by the notice that comes first; none while a duty is owed."""
    days = [threatened_from(row.facts()) for row in household.notices.filter(withdrawn_on=None)]
    if not days or household.duties.open().exists():
        deadlines.done(kind=WITHIN_56_DAYS, subject=household.subject, at=at, outcome="not needed")
        return
    deadlines.set_deadline(
        kind=WITHIN_56_DAYS,
        subject=household.subject,
        what="decide whether a prevention duty opens: the date in the notice is within 56 days",
        holder=Holder.COUNCIL,
        capability=Can.WORK_HOUSEHOLDS,
        person_id=household.lead_officer_id,
        due_on=max(min(days), dates.today(at)),
        at=at,
        statutory=True,
        source="HA 1996 s175(5)",
    )


@transaction.atomic
def withdraw_notice(
    *, ref: str, seen: int, number: int, on: date, reason: str, actor: Actor, at: datetime
) -> Household:
    """Record that a notice was taken back, or never stood, from a day on. It bars nothing from then.

    `number` is its place among all of the household's notices, by the date in them, from 1.
    Raises DomainError for a notice that was taken back already, a day that has not come, or no reason.
    """
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    notices = list(household.notices.all())
    if not 1 <= number <= len(notices):
        raise NotFound("We cannot find that notice.", code="no_notice")
    notice = notices[number - 1]
    if notice.withdrawn_on is not None:
        raise DomainError("This notice was taken back already.", code="withdrawn_already")
    if on > dates.today(at) or on < notice.served_on:
        raise DomainError("The day cannot be in the future, or before the notice was given.", field="on")
    if not reason.strip():
        raise DomainError("Say how you know that it was taken back.", field="reason")
    household.notices.filter(pk=notice.pk).update(withdrawn_on=on)
    deadlines.done(kind=taken_back_kind(notice), subject=household.subject, at=at)
    audit.record(
        actor=actor,
        action="household.withdraw_notice",
        subject=household.subject,
        at=at,
        after={"specified_on": notice.specified_on, "withdrawn_on": on},
        note=reason,
    )
    remind(household, at)
    return household.write()
