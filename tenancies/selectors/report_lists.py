"""The officers' queue of tenancy concerns, and each side's own list."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, When

from core import dates
from core.access.actor import Actor, Can
from core.deadlines import selectors as deadlines
from core.deadlines.models import Deadline
from core.rulebook.selectors import policy
from core.ui.addresses import page_url, record_url
from core.ui.components import Cell, Column, Table, Tag, Task
from households.models import Household
from tenancies.models import ProblemReport, Tenancy
from tenancies.rules.problem import LANDLORD_LABELS, SOURCE_LABELS, TENANT_LABELS, Problem, Source
from tenancies.rules.report import OPEN, REPORT, for_landlord, for_tenant
from tenancies.rules.triage import PRIORITY_COLOURS, PRIORITY_LABELS, Priority, ReportFilters
from tenancies.selectors.owed import unanswered

HOME = "tenancy__nomination__let__home"
SHOWN = (
    *("reference", "state", "source", "problem", "proposed", "priority", "reply_by", "replied_at"),
    *("tenant_name", "address", "postcode", "household__name", "lead_worker__name"),
    *(f"{HOME}__{part}" for part in ("address", "town", "postcode")),
)
NEEDED = ("household", "lead_worker", "landlord", HOME, "tenancy__nomination__household")


def whole(actor: Actor) -> "QuerySet[ProblemReport]":
    """The reports that exist for this person, with all that their pages name."""
    return ProblemReport.objects.visible_to(actor).select_related(*NEEDED)


FIRST_DUE = Subquery(
    Deadline.objects.open()
    .filter(subject_kind=ProblemReport.KIND, subject_reference=OuterRef("reference"))
    .order_by("due_on")
    .values("due_on")[:1]
)
"""The day of the first thing that is still to be done about a report."""

URGENCY = Case(
    *(
        When(Q(priority=each) | Q(priority="", proposed=each), then=place)
        for place, each in enumerate((Priority.RED, Priority.AMBER, Priority.GREEN))
    ),
    output_field=IntegerField(),
)
"""Red, amber, green: as decided, or as proposed while nobody has."""


def pressing(on: date) -> Case:
    """0 for what waits for a first answer or is overdue, 1 for what is in hand, 2 for what is finished."""
    return Case(
        When(~Q(state__in=OPEN), then=2),
        When(Q(replied_at=None) | Q(due_on__lt=on), then=0),
        default=1,
        output_field=IntegerField(),
    )


def listed(actor: Actor, filters: ReportFilters, on: date) -> "QuerySet[ProblemReport]":
    """The queue: what waits for a first answer or is overdue, then the rest, then what is finished.

    In each the red before the amber before the green, and what is due first before what is due later.
    """
    rows = ProblemReport.objects.visible_to(actor).select_related("household", "lead_worker", HOME).only(*SHOWN)
    rows = rows.alias(due_on=FIRST_DUE, urgency=URGENCY, pressing=pressing(on))
    rows = rows.order_by("pressing", "urgency", F("due_on").asc(nulls_last=True), "reply_by", "pk")
    if filters.state in REPORT.states:
        rows = rows.filter(state=filters.state)
    elif filters.state != "all":
        rows = rows.open()
    if filters.priority:
        rows = rows.filter(Q(priority=filters.priority) | Q(priority="", proposed=filters.priority))
    if filters.problem:
        rows = rows.filter(problem=filters.problem)
    if filters.whose:
        rows = rows.filter(lead_worker_id=actor.user_id if filters.whose == "mine" else None)
    if filters.late:
        rows = rows.filter(replied_at=None)
    if filters.late == "late":
        rows = rows.open().filter(reply_by__lt=on)
    return rows.filter(matching(text)) if (text := filters.text.strip()) else rows


def matching(text: str) -> Q:
    return (
        Q(reference__iexact=text)
        | Q(tenant_name__icontains=text)
        | Q(household__name__icontains=text)
        | Q(address__icontains=text)
        | Q(postcode__iexact=text)
        | Q(**{f"{HOME}__address__icontains": text})
        | Q(**{f"{HOME}__postcode__iexact": text})
    )


def priority_tag(row: ProblemReport) -> Tag:
    """The decided urgency, or the proposed one said to be so."""
    shown = Priority(row.priority or row.proposed)
    words = PRIORITY_LABELS[shown] if row.priority else f"{PRIORITY_LABELS[shown]}, proposed"
    return Tag(words, PRIORITY_COLOURS[shown])


def state_tag(row: ProblemReport) -> Tag:
    state = REPORT.state(row.state)
    return Tag(state.label, state.colour)


def promise_cell(row: ProblemReport, on: date) -> Cell:
    """By when whoever told us hears from us."""
    if row.replied_at or not row.is_open:
        return Cell("Answered" if row.replied_at else "")
    colour = "red" if row.reply_by < on else "yellow" if row.reply_by == on else "blue"
    return Cell(Tag(dates.relative(row.reply_by, on), colour), note=dates.short(row.reply_by))


def next_cell(deadline: Deadline | None, on: date) -> Cell:
    if deadline is None:
        return Cell("")
    when = f"{dates.relative(deadline.due_on, on)}, {dates.short(deadline.due_on)}"
    return Cell(f"{deadline.what[:1].upper()}{deadline.what[1:]}", note=when)


def table(rows: Iterable[ProblemReport], actor: Actor, on: date) -> Table:
    rows = list(rows)
    waiting = deadlines.next_for_each({ProblemReport.KIND: [row.reference for row in rows]})
    return Table(
        caption="Tenancy concerns",
        caption_hidden=True,
        columns=[
            Column("Reference"),
            Column("What and who"),
            Column("How urgent"),
            Column("State"),
            Column("Answer promised", whole=True),
            Column("Next"),
            Column("Lead worker"),
        ],
        rows=[
            [
                Cell(row.reference, url=record_url(row.subject, actor), note=row.where[0]),
                Cell(row.get_problem_display(), note=f"{SOURCE_LABELS[Source(row.source)]}. {row.tenant}".strip()),
                Cell(priority_tag(row)),
                Cell(state_tag(row)),
                promise_cell(row, on),
                next_cell(waiting.get(row.reference), on),
                Cell(row.lead_worker.name if row.lead_worker else "Nobody yet"),
            ]
            for row in rows
        ],
        empty="No tenancy concern matches. Take a filter away, or search for another name.",
    )


def title_for(row: ProblemReport, source: Source) -> str:
    """The problem as the side itself said it; a concern that somebody else raised has no name for the tenant."""
    if row.source == Source.CHECK_IN and row.teller is source:
        return "You are worried about how it goes"
    if source is Source.LANDLORD:
        return LANDLORD_LABELS.get(Problem(row.problem), "Something else")
    if row.source == Source.TENANT:
        return TENANT_LABELS.get(Problem(row.problem), "Something else")
    return "A concern about your tenancy"


def bare_from(on: date) -> date:
    """A report that was finished on this day or before is bare for its landlord on the day `on`."""
    return on - timedelta(days=policy.number("declined_report_days", on))


def is_bare(row: ProblemReport, closed_by: date) -> bool:
    """Whether a landlord reads no more than the reference, the day and that it is finished.

    It is so for each finished report from the day on which one the tenant declined would be deleted:
    what is left to read never tells a landlord what the tenant said.
    """
    if row.is_open or row.closed_at is None:
        return False
    return row.erased_at is not None or dates.today(row.closed_at) <= closed_by


def own(actor: Actor, source: Source, on: date) -> list[Task]:
    """A landlord's or a tenant's reports, the newest first."""
    rows, landlords = list(whole(actor)), source is Source.LANDLORD
    waiting = unanswered([row.reference for row in rows]) if landlords else set()
    found, closed_by = [], bare_from(on)
    for row in rows:
        state = for_landlord(row.state, waits=row.reference in waiting) if landlords else for_tenant(row.state)
        told_on = dates.short(dates.today(row.created_at))
        place = row.where[0] if landlords and not is_bare(row, closed_by) else ""
        hint = ". ".join(filter(None, (f"{row.reference}, {told_on}", place)))
        found.append(Task(title_for(row, source), Tag(state.label, state.colour), record_url(row.subject, actor), hint))
    return found


def concerns(subject: Tenancy | Household, actor: Actor) -> dict[str, Any]:
    """What officers read of the concerns about one tenancy or one household, for `tenancies/_concerns.html`."""
    if not actor.can(Can.SEE_HOUSEHOLDS):
        return {}
    rows = whole(actor).filter(**{subject.KIND: subject})
    may_take = actor.can(Can.WORK_REPORTS)
    return {
        "concerns": [
            Task(row.get_problem_display(), state_tag(row), record_url(row.subject, actor), row.reference)
            for row in rows
        ],
        "take_url": page_url("tenancies_office_take", subject.KIND, subject.reference) if may_take else "",
    }
