"""The rulebook as the office reads it."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.urls import reverse

from core.rulebook.models import TABLES
from core.rulebook.rules.confidence import Confidence
from core.rulebook.rules.sheets.tables import SHEETS
from core.rulebook.selectors.shown import EVERY_TABLE, SHOWN
from core.ui.components import Cell, Column, Pagination, Table

PAGE = 25


@dataclass(frozen=True)
class Wanted:
    """What the reader filters by. Empty words, area or confidence mean all."""

    on: date
    words: str = ""
    area: str = ""
    confidence: str = ""


@dataclass(frozen=True)
class TablePage:
    title: str
    about: str
    table: Table
    pagination: Pagination


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


def page(name: str, wanted: Wanted, number: str, query: str) -> TablePage:
    """One page of a table. `number` is the page as the address gives it, `query` the rest of the address."""
    shown, sheet = SHOWN[name], SHEETS[name]
    rows = TABLES[name].objects.on(wanted.on).order_by(*shown.order)
    if wanted.words and shown.searched:
        rows = rows.filter(reduce(or_, (Q(**{f"{field}__icontains": wanted.words}) for field in shown.searched)))
    if wanted.confidence:
        rows = rows.filter(confidence=wanted.confidence)
    if wanted.area:
        rows = rows.filter(brma=wanted.area)
    paginator = Paginator(rows, PAGE)
    here = paginator.get_page(number)
    columns = (*shown.columns, *EVERY_TABLE)
    return TablePage(
        title=sheet.title,
        about=shown.about,
        table=Table(
            sheet.title,
            [column for column, _ in columns],
            [[cell(row) for _, cell in columns] for row in here],
            caption_hidden=True,
            empty="No row holds on that day with these filters. Choose another day or clear the filters.",
        ),
        pagination=Pagination(here.number, paginator.num_pages, paginator.count, PAGE, query, "rows"),
    )
