"""What is still owed to the two sides of a report, whatever became of it."""

from collections.abc import Collection

from core.deadlines import selectors as deadlines
from core.deadlines.models import Deadline
from tenancies.models import ProblemReport
from tenancies.rules.problem import Source
from tenancies.rules.report import Side

TRIAGE, ANSWER, RING, RIGHTS = "report_triage", "report_contact", "report_ring", "report_rights"
REACH, ARTICLE_14, NOTICE, REVIEW = "report_tenant", "report_article_14", "report_notice", "report_review"
CASE = "report_case"
"""Whether a case opens after notice: waits for whoever works on cases, whoever leads the concern."""


def asker(row: ProblemReport) -> Side | None:
    """The side that waits for our first answer; None when somebody told us who is neither."""
    if row.source == Source.SOMEONE_ELSE:
        return None
    landlords_own = row.source == Source.LANDLORD or row.answers.get("asked") == Side.LANDLORD
    return Side.LANDLORD if landlords_own else Side.TENANT


def to_landlord(row: ProblemReport) -> frozenset[str]:
    """The kinds of what can be owed to the landlord."""
    return frozenset({RING, ANSWER} if asker(row) is Side.LANDLORD else {RING})


def to_all_but_tenant(row: ProblemReport) -> frozenset[str]:
    """The kinds of what can be owed to anybody but the tenant."""
    return frozenset({RING} if asker(row) is Side.TENANT else {RING, ANSWER})


def waits_apart(row: ProblemReport) -> bool:
    """Whether somebody told us who is neither side, and has no answer yet."""
    return asker(row) is None and bool(still(row, {ANSWER}))


def to_anybody(row: ProblemReport) -> frozenset[str]:
    """The kinds of what can be owed to anybody. While telling is not safe, reaching the tenant is not owed."""
    return frozenset({ANSWER, RING, RIGHTS} if row.article_14_withheld else {ANSWER, RING, RIGHTS, REACH})


def still(row: ProblemReport, kinds: Collection[str]) -> list[Deadline]:
    """What of these kinds is not done yet, soonest first."""
    return [each for each in deadlines.open_for(row.subject) if each.kind in kinds]


def unanswered(references: Collection[str]) -> set[str]:
    """Those of landlords' own reports whose landlord still waits for our answer or our call. One query."""
    rows = Deadline.objects.open().filter(subject_kind=ProblemReport.KIND, subject_reference__in=references)
    return set(rows.filter(kind__in=(ANSWER, RING)).values_list("subject_reference", flat=True))
