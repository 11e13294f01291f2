"""Values as a person reads them, and the rows of a table: in Python, since a page of a list has hundreds of cells."""

from collections.abc import Iterator
from datetime import date, datetime
from html import escape
from typing import Any

from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime

from core import dates
from core.ui.components import Cell, Column, Table, Tag


def escaped(value: Any) -> str:
    """As Django's `conditional_escape`: once, and not what is marked safe."""
    return value.__html__() if hasattr(value, "__html__") else escape(str(value))


def tag_html(tag: Tag) -> SafeString:
    return SafeString(f'<strong class="govuk-tag govuk-tag--{escaped(str(tag.colour))}">{escaped(tag.text)}</strong>')


def show(value: Any) -> str:
    """A value as a person reads it: tags as tags, dates in words, yes and no, lists as lists."""
    if isinstance(value, str):
        return value
    if isinstance(value, Tag):
        return tag_html(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        lines = "".join(f"<li>{escaped(show(item))}</li>" for item in value)
        return SafeString(f'<ul class="govuk-list lintel-list--close">{lines}</ul>') if value else ""
    if isinstance(value, datetime):
        local = localtime(value) if is_aware(value) else value
        return f"{dates.in_full(local)}, {dates.clock(local)}"
    if isinstance(value, date):
        return dates.in_full(value)
    return str(value)


def rows(table: Table) -> SafeString:
    """The rows of a table. Each part of a cell is escaped once, here."""
    looks = [_look(table, column) for column in table.columns]
    return SafeString("".join(f'<tr class="govuk-table__row">{"".join(_cells(row, looks))}</tr>' for row in table.rows))


def _look(table: Table, column: Column) -> tuple[str, str, str]:
    """How a column's cells open, how those do that hold something, and how they close."""
    if table.row_headings and column is table.columns[0]:
        opening = '<th scope="row" class="govuk-table__header"'
        return opening, opening, "</th>"
    classes = "govuk-table__cell"
    if column.numeric:
        classes += " govuk-table__cell--numeric"
    if column.whole:
        classes += " lintel-whole"
    opening = f'<td class="{classes}"'
    named = table.stacked and column.label and not column.hidden
    return opening, f'{opening} data-label="{escape(column.label)}"' if named else opening, "</td>"


def _cells(row: Any, looks: list[tuple[str, str, str]]) -> Iterator[str]:
    for cell, (empty, filled, closing) in zip(row, looks, strict=True):
        value = _cell(cell)
        yield f"{filled if value else empty}>{value}{closing}"


def _cell(cell: Cell) -> str:
    value = escaped(show(cell.value))
    if cell.url:
        value = f'<a class="govuk-link" href="{escape(cell.url)}">{value}</a>'
    return f'{value} <span class="lintel-note">{escaped(cell.note)}</span>' if cell.note else value
