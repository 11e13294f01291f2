from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from core import dates
from core.access.actor import Actor
from core.deadlines import policies, strips
from core.deadlines import selectors as deadlines
from core.deadlines.models import Deadline, DeadlineQuerySet
from core.ui.addresses import record_url
from core.ui.components import Cell, Column, Table, Tag, Tile
from workspaces.rules.queue import QueueFilters, When, Whose, urgency, week_ends
from workspaces.selectors import scope
from workspaces.selectors.scope import Known


@dataclass(frozen=True)
class DayList:
    """What is to be done, the most urgent first, about records that an officer may know of, and how much of it.

    `rows` are those that the filters leave, `shown` their number. `late`, `today`, `week` and `every` count
    whatever the kind and the day.
    """

    rows: DeadlineQuerySet
    shown: int
    late: int
    today: int
    week: int
    every: int


def day_list(actor: Actor, filters: QueueFilters, on: date) -> DayList:
    """The list is asked for once and counted in one query: who may know of what costs a subquery for each kind."""
    chosen = _when(filters.when, on) & (Q(subject_kind=filters.kind) if filters.kind else Q())
    rows = everything(actor, filters.whose)
    counts = rows.order_by().aggregate(
        shown=Count("pk", chosen),
        late=Count("pk", _when(When.LATE, on)),
        today=Count("pk", _when(When.TODAY, on)),
        week=Count("pk", _when(When.WEEK, on)),
        every=Count("pk"),
    )
    return DayList(rows=rows.filter(chosen), **counts)


def everything(actor: Actor, whose: Whose) -> DeadlineQuerySet:
    """Theirs by name and what anybody of their kind may take; for the team, whoever has it."""
    rows = deadlines.team_queue(actor) if whose is Whose.TEAM else deadlines.queue(actor)
    return scope.allowed(rows, actor)


def _when(when: When, on: date) -> Q:
    return {
        When.ANY: Q(),
        When.LATE: Q(due_on__lt=on),
        When.TODAY: Q(due_on=on),
        When.WEEK: Q(due_on__gte=on, due_on__lte=week_ends(on)),
    }[when]


def table(rows: Iterable[Deadline], actor: Actor, on: date, filters: QueueFilters) -> Table:
    """The list: what to do, about which record, by when, and who has it."""
    rows = list(rows)
    records = scope.known((row.subject for row in rows), actor)
    return Table(
        caption="Waiting for you",
        caption_hidden=True,
        columns=[Column("What to do"), Column("Record"), Column("By", whole=True), Column("Who has it"), Column("Why")],
        rows=[_line(row, records.get(row.subject), actor, on, filters.whose) for row in rows],
        empty=(
            "Nothing fits. Take a filter away to see more."
            if filters.kind or filters.when
            else "Nothing waits for you. New work appears here as soon as it comes in."
        ),
    )


def _line(row: Deadline, record: Known | None, actor: Actor, on: date, whose: Whose) -> list[Cell]:
    owner = record.owner if record else row.subject
    return [
        Cell(f"{row.what[:1].upper()}{row.what[1:]}", note=row.otherwise and f"If not: {row.otherwise}"),
        Cell(owner[1], url=record_url(owner, actor), note=f"{record.label}: {record.name}" if record else ""),
        Cell(due_tag(row.due_on, on), note=dates.short(row.due_on)),
        Cell(_who(row, actor), url=f"{strips.give_url(row)}?list={whose}" if policies.may_give(actor, row) else ""),
        Cell("The law", note=row.source) if row.statutory else Cell("Our response time"),
    ]


def _who(row: Deadline, actor: Actor) -> str:
    if row.person is None:
        return "Nobody yet"
    return "You" if row.person_id == actor.user_id else row.person.name


def due_tag(due_on: date, on: date) -> Tag:
    return Tag(dates.relative(due_on, on), urgency(due_on, on))


def tiles(found: DayList, whose: Whose) -> list[Tile]:
    """How much is late, for today, for this week and in all, each leading to those lines."""

    def to(when: When) -> str:
        return f"?whose={whose}&when={when}"

    return [
        Tile(found.late, "late", to(When.LATE), urgent=found.late > 0),
        Tile(found.today, "for today", to(When.TODAY)),
        Tile(found.week, "in the next 7 days", to(When.WEEK)),
        Tile(found.every, "in all", to(When.ANY)),
    ]


def page(found: DayList, rows: Iterable[Deadline], actor: Actor, filters: QueueFilters, on: date) -> dict[str, Any]:
    """All that the day list shows, apart from its filters."""
    return {
        "table": table(rows, actor, on, filters),
        "tiles": tiles(found, filters.whose),
        "whose": filters.whose,
    }
