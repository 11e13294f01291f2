import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from core.errors import DomainError
from core.rulebook.rules.confidence import Confidence
from core.rulebook.rules.sheets.cells import Reader, any_text, blank_or, day, day_after, one_of

LARGEST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: its heading, its reader, and the field it fills when named otherwise."""

    name: str
    read: Reader
    fills: str = ""

    @property
    def target(self) -> str:
        return self.fills or self.name


EVERY_SHEET = (
    Column("valid_from", day),
    Column("last_day", blank_or(day_after), fills="valid_to"),
    Column("source", any_text),
    Column("confidence", one_of(Confidence)),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the rulebook as a file: its own columns, and those of them that name a row.

    `keep_stored`: a row that the council has already is left as it stands, whatever the file says.
    """

    name: str
    title: str
    own_columns: tuple[Column, ...]
    key: tuple[str, ...]
    keep_stored: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.own_columns + EVERY_SHEET


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that will not do. Row 1 is the headings, so the number is the one a spreadsheet shows."""

    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        return f"row {self.row}" + (f", {self.column}" if self.column else "") + f": {self.reason}"


@dataclass(slots=True)
class SheetRow:
    """A row read: its number in the file, its key, and the value of each field."""

    number: int
    key: tuple[Any, ...]
    values: dict[str, Any] = field(default_factory=dict)


def read(sheet: Sheet, content: bytes) -> tuple[list[SheetRow], list[Refusal]]:
    """Every row of the file, or every refusal. Never some of both: a file counts whole or not at all."""
    try:
        lines = list(csv.reader(io.StringIO(decoded(content), newline=""), strict=True))
    except DomainError as error:
        return [], [Refusal(1, "", error.message)]
    except csv.Error as error:
        return [], [Refusal(1, "", f"This is not a CSV file: {error}.")]
    wrong = list(wrong_headings(sheet, lines[0] if lines else []))
    if wrong:
        return [], wrong
    rows: list[SheetRow] = []
    refused: list[Refusal] = []
    for number, cells in enumerate(lines[1:], start=2):
        if any(cell.strip() for cell in cells):
            row, problems = read_row(sheet, lines[0], number, cells)
            rows.append(row)
            refused += problems
    refused += repeated(rows) if not refused else []
    if not rows and not refused:
        refused.append(Refusal(1, "", "The file has headings but no rows."))
    return ([], refused) if refused else (rows, [])


def decoded(content: bytes) -> str:
    if len(content) > LARGEST_BYTES:
        raise DomainError("The file is larger than 20 MB.", code="too_large")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DomainError("The file is not in UTF-8. Save it as “CSV UTF-8”.", code="not_utf8") from None


def wrong_headings(sheet: Sheet, headings: list[str]) -> Iterator[Refusal]:
    expected = [column.name for column in sheet.columns]
    for name in expected:
        if headings.count(name) != 1:
            told = "is missing" if name not in headings else "is there more than once"
            yield Refusal(1, name, f"The column {told}. The columns are {', '.join(expected)}, with commas between.")
    for name in headings:
        if name not in expected:
            yield Refusal(1, name[:60], "This column is not part of the table.")


def read_row(sheet: Sheet, headings: list[str], number: int, cells: list[str]) -> tuple[SheetRow, list[Refusal]]:
    row = SheetRow(number, ())
    if len(cells) != len(headings):
        return row, [Refusal(number, "", f"The row has {len(cells)} cells and should have {len(headings)}.")]
    named = dict(zip(headings, cells, strict=True))
    problems = []
    for column in sheet.columns:
        try:
            row.values[column.target] = column.read(named[column.name].strip())
        except DomainError as error:
            problems.append(Refusal(number, column.name, error.message))
    if not problems:
        row.key = tuple(row.values[name] for name in sheet.key)
        ends = row.values["valid_to"]
        if ends is not None and ends <= row.values["valid_from"]:
            problems.append(Refusal(number, "last_day", "The last day is before the first."))
    return row, problems


def repeated(rows: list[SheetRow]) -> Iterator[Refusal]:
    first: dict[tuple[Any, ...], int] = {}
    for row in rows:
        start = first.setdefault((*row.key, row.values["valid_from"]), row.number)
        if start != row.number:
            yield Refusal(row.number, "", f"The same row begins on the same day in row {start}.")
