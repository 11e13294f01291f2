from collections.abc import Iterable
from datetime import date
from typing import Any

from core import dates
from core.access.actor import Actor
from core.access.hidden import leave_out
from core.deadlines import selectors as deadlines
from core.deadlines.models import Deadline, DeadlineQuerySet
from core.ui.addresses import record_url
from core.ui.components import Cell, Column, Table, Tag, Tile
from workspaces.selectors import hidden


def waiting_for(actor: Actor) -> DeadlineQuerySet:
    """This officer's queue, without what belongs to a restricted household that they may not know of."""
    return leave_out(
        deadlines.queue(actor), hidden.restricted(actor), kind="subject_kind", reference="subject_reference"
    )


def table(deadlines: Iterable[Deadline], actor: Actor, on: date) -> Table:
    """The queue as a table: what, about which record, by when."""
    return Table(
        caption="Waiting for you",
        caption_hidden=True,
        columns=[Column("What to do"), Column("Record"), Column("By"), Column("Why")],
        rows=[
            [
                Cell(f"{deadline.what[:1].upper()}{deadline.what[1:]}"),
                Cell(
                    deadline.subject_reference,
                    url=record_url((deadline.subject_kind, deadline.subject_reference), actor),
                ),
                Cell(due_tag(deadline.due_on, on), note=dates.short(deadline.due_on)),
                Cell(deadline.source or "Our response time"),
            ]
            for deadline in deadlines
        ],
        empty="Nothing waits for you. New work appears here as soon as it comes in.",
    )


def due_tag(due_on: date, on: date) -> Tag:
    """Red when late, amber today, plain after."""
    if due_on < on:
        return Tag(f"{dates.relative(due_on, on)}", "red")
    return Tag(dates.relative(due_on, on), "yellow" if due_on == on else "grey")


def tiles(actor: Actor, on: date) -> dict[str, Any]:
    """How much is late, today, and in all."""
    waiting = waiting_for(actor).order_by()
    days = list(waiting.values_list("due_on", flat=True))
    late = sum(day < on for day in days)
    today = sum(day == on for day in days)
    return {
        "tiles": [
            Tile(late, "late", urgent=late > 0),
            Tile(today, "for today"),
            Tile(len(days), "in all"),
        ]
    }
