"""The rulebook as the office reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from core.rulebook.models import TABLES
from core.rulebook.rules.confidence import Confidence
from core.rulebook.rules.sheets.tables import SHEETS
from core.rulebook.selectors.shown import EVERY_TABLE, SHOWN
from core.ui.components import Cell, Column, Table


@dataclass(frozen=True)
class Wanted:
    """What the reader filters by. Empty words, area or confidence mean all."""

    on: date
    words: str = ""
    area: str = ""
    confidence: str = ""


def tables(on: date) -> Table:
    """Every table with its rows of a day, and how many of them are not confirmed."""
    rows = []
    for name, sheet in SHEETS.items():
        counts = (
            TABLES[name].objects.on(on).aggregate(all=Count("pk"), open=Count("pk", ~Q(confidence=Confidence.HIGH)))
        )
        url = reverse("rulebook_office_table", args=[name])
        rows.append([Cell(sheet.title, url, note=SHOWN[name].about), Cell(counts["all"]), Cell(counts["open"])])
    columns = [Column("Table"), Column("Rows", numeric=True), Column("Not confirmed", numeric=True)]
    return Table("Tables of the rulebook", columns, rows, caption_hidden=True)


def rows(name: str, wanted: Wanted) -> "QuerySet[Any]":
    """The rows of a table that fit, in the order in which they are read."""
    shown = SHOWN[name]
    found = TABLES[name].objects.on(wanted.on).order_by(*shown.order)
    if wanted.words and shown.searched:
        found = found.filter(reduce(or_, (Q(**{f"{field}__icontains": wanted.words}) for field in shown.searched)))
    if wanted.confidence:
        found = found.filter(confidence=wanted.confidence)
    if wanted.area:
        found = found.filter(brma=wanted.area)
    return found


def table(name: str, rows: Iterable[Any]) -> Table:
    columns = (*SHOWN[name].columns, *EVERY_TABLE)
    return Table(
        SHEETS[name].title,
        [column for column, _ in columns],
        [[cell(row) for _, cell in columns] for row in rows],
        caption_hidden=True,
        empty="No row holds on that day with these filters. Choose another day or clear the filters.",
    )
