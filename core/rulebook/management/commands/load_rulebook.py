from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from core.access.actor import system
from core.rulebook.rules.sheets.tables import SHEETS
from core.rulebook.services import tables


class Command(BaseCommand):
    help = (
        "Load the rulebook's dated tables: every table as it comes with the product, or one table from a file. "
        "A table with a row that will not do is left as it was, and each such row is told with its number."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("table", nargs="?", choices=sorted(SHEETS), help="load this table only")
        parser.add_argument("--file", type=Path, help="the CSV file to load the table from")

    def handle(self, *args: Any, table: str | None, file: Path | None, verbosity: int, **options: Any) -> None:
        if file and not table:
            raise CommandError("Say which table the file is for.")
        at = timezone.now()
        refused = 0
        for name in [table] if table else SHEETS:
            report = tables.load(table=name, content=content(name, file), actor=system("load_rulebook"), at=at)
            for refusal in report.refused:
                self.stderr.write(f"{name}, {refusal}")
            if report.refused:
                refused += 1
            elif verbosity:
                self.stdout.write(
                    f"{name}: {report.added} added, {report.changed} changed, {report.unchanged} already there"
                )
        if refused:
            raise CommandError("A table with a refused row was left as it was. Put the rows right and load it again.")


def content(table: str, file: Path | None) -> bytes:
    if file is None:
        return tables.shipped(table)
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"The file cannot be read: {error.strerror}.") from error
