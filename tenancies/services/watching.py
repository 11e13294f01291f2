"""Every open report has the days that the rules give it: looked after each night.

The report is the truth and its deadlines follow from it, so whatever was taken before a rule was made, or lost a
deadline, gets what that rule gives. What was done or decided stays so.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.deadlines.models import Deadline
from households.models import Household, NoticeServed
from households.services.decisions import NOTICE_WAITS
from tenancies.models import AgreedAction, NoticeIntention, ProblemReport, TenancyNotice
from tenancies.rules import promise
from tenancies.rules.check_in import Side
from tenancies.rules.notice import NoticeGiven
from tenancies.rules.report import OPEN, Intention, Owner, ReportState
from tenancies.rules.tenancy import LIVE
from tenancies.rules.triage import Priority
from tenancies.selectors import owed
from tenancies.services import owing, passing_on, reporting, triaging

Notice = TypeVar("Notice", bound=Model)
Kinds = Collection[str]
RED, INTENTION = "red", "intention"
"""Stand among what a report lacks for the urgency that notice gives it, and for following a notice at all."""

MISPLACED = Q(kind=owed.CASE, capability=Can.WORK_REPORTS, done_at=None)
"""Whether a case opens waited once for whoever works on tenancy concerns: now it waits for those who may open one."""


def lacking() -> list[str]:
    """References of the open reports that lack a day or their urgency, the oldest first. A fixed number of queries."""
    rows = ProblemReport.objects.open().select_related("intention").prefetch_related("actions").order_by("pk")
    known = Deadline.objects.exclude(MISPLACED).filter(
        subject_kind=ProblemReport.KIND, subject_reference__in=ProblemReport.objects.open().values("reference")
    )
    waiting: dict[str, set[str]] = defaultdict(set)
    closed: dict[str, set[str]] = defaultdict(set)
    for reference, kind, done_at in known.values_list("subject_reference", "kind", "done_at"):
        (closed if done_at else waiting)[reference].add(kind)
    return [row.reference for row in rows if lacks(row, waiting[row.reference], closed[row.reference])]


def lacks(row: ProblemReport, waiting: Kinds, closed: Kinds) -> list[str]:
    """The kinds that the rules give this report and that do not wait: `closed` are those that waited once."""
    unread = row.state == ReportState.RECEIVED
    under_notice = row.state == ReportState.NOTICE_SERVED
    told = bool(row.article_14_sent_at or row.article_14_withheld)
    wanted = {
        RED: under_notice and row.priority != Priority.RED,
        owed.TRIAGE: unread,
        owed.ANSWER: row.replied_at is None,
        owed.REACH: row.told_by_others and row.reached_at is None and not unread,
        owed.ARTICLE_14: row.told_by_others and not told,
        owed.REVIEW: row.reached_at is not None,
        owed.CASE: under_notice and owed.CASE not in closed,
        **about_notice(row),
        **{owing.own_action(each.number): True for each in our_actions(row)},
    }
    return [kind for kind, is_wanted in wanted.items() if is_wanted and kind not in waiting]


def about_notice(row: ProblemReport) -> dict[str, bool]:
    """What a notice that the landlord spoke of asks for, until it is done."""
    intention: NoticeIntention | None = getattr(row, "intention", None)
    if intention is None:
        return {INTENTION: reporting.speaks_of_notice(row)}
    return {
        owed.RING: intention.rang_at is None and intention.outcome in (Intention.OPEN, Intention.AVERTED),
        owed.RIGHTS: intention.rights_told_at is None,
        owed.NOTICE: intention.outcome == Intention.OPEN and row.answers.get("notice") == owing.GIVEN,
    }


def our_actions(row: ProblemReport) -> list[AgreedAction]:
    ours = [each for each in row.actions.all() if each.owner == Owner.COUNCIL]
    return [each for each in ours if each.done_at is None and each.dropped_at is None]


@transaction.atomic
def give_days(*, ref: str, actor: Actor, at: datetime) -> bool:
    """Give an open report what it lacks. False when it lacks nothing, or was finished meanwhile."""
    row = ProblemReport.objects.lock(ref)
    rows = Deadline.objects.about(row.subject).exclude(MISPLACED)
    waiting, closed = (set(some.values_list("kind", flat=True)) for some in (rows.open(), rows.exclude(done_at=None)))
    missing = lacks(row, waiting, closed) if row.is_open else []
    if not missing:
        return False
    changes: dict[str, Any] = triaging.by_notice(row, actor, at) if RED in missing else {}
    if owed.REVIEW in missing:
        changes["review_on"] = row.review_on or owing.review_after(dates.today(row.reached_at or at))
    row.write(**changes)
    if RED in missing:
        triaging.follow(row, at)
    for kind in missing:
        give(row, kind, at)
    audit.record(
        actor=actor, action="problem_report.give_days", subject=row.subject, at=at, after={"days": sorted(missing)}
    )
    return True


def give(row: ProblemReport, kind: str, at: datetime) -> None:
    """The day of one kind, as the rule gives it: one that has passed is late."""
    intention: NoticeIntention | None = getattr(row, "intention", None)
    givers: dict[str, Callable[[], object]] = {
        owed.TRIAGE: lambda: owing.set_triage(row, at),
        owed.ANSWER: lambda: owing.set_answer(row, at),
        owed.REACH: lambda: owing.set_reach(row, at),
        owed.ARTICLE_14: lambda: owing.set_article_14(row, promise.article_14_by(dates.today(row.created_at)), at),
        owed.REVIEW: lambda: owing.set_review(row, row.review_on or dates.today(at), at),
        owed.CASE: lambda: passing_on.ask_about_case(row, at),
        owed.RING: lambda: owing.set_ring(row, intention, at) if intention else None,
        owed.RIGHTS: lambda: owing.set_rights(row, at),
        owed.NOTICE: lambda: owing.set_notice(row, at),
        INTENTION: lambda: reporting.open_intention(row, at),
    }
    givers |= {owing.own_action(each.number): partial(owing.set_own_action, row, each, at) for each in our_actions(row)}
    if kind in givers:
        givers[kind]()


def ask_for_cases(*, at: datetime) -> int:
    """Have each notice that a household's record lacks put into it, unless somebody is asked already. How many."""
    asked = 0
    on_tenancies = TenancyNotice.objects.filter(given_by=Side.LANDLORD, withdrawn_on=None, tenancy__state__in=LIVE)
    for each in unasked(on_tenancies, "tenancy__nomination__household", "specified_on"):
        notice = NoticeGiven(each.served_on, each.specified_on, tuple(each.grounds))
        passing_on.ask(each.tenancy.nomination.household, notice, f"tenancy {each.tenancy.reference}", at)
        asked += 1
    on_reports = NoticeIntention.objects.filter(outcome=Intention.SERVED, report__state__in=OPEN)
    for told in unasked(on_reports, "report__household", "notice_ends_on"):
        recorded, household = passing_on.notice_of(told.report), told.report.household
        if recorded and household:
            passing_on.ask(household, recorded, f"tenancy concern {told.report.reference}", at)
            asked += 1
    return asked


def unasked(rows: "QuerySet[Notice]", household: str, day: str) -> "QuerySet[Notice]":
    """Those of these notices that the household's record does not have and that nobody is asked to put in."""
    known = NoticeServed.objects.filter(household=OuterRef(household), specified_on=OuterRef(day))
    waiting = Deadline.objects.open().filter(
        kind=NOTICE_WAITS, subject_kind=Household.KIND, subject_reference=OuterRef(f"{household}__reference")
    )
    found = rows.filter(**{f"{household}__isnull": False, f"{day}__isnull": False}).select_related(household)
    return found.exclude(Exists(known)).exclude(Exists(waiting))
