from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from core.places.services import loading


class Command(BaseCommand):
    help = (
        "Load authorities, rental market areas, outcodes, sectors and postcodes. Files already loaded are passed over."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--postcodes",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help="a further CSV file (.csv or .csv.gz) of whole postcodes: postcode, lat, lon, authority",
        )

    def handle(self, *args: Any, postcodes: list[Path], verbosity: int, **options: Any) -> None:
        del args, options
        try:
            reports = loading.load(at=now(), postcodes=postcodes)
        except (OSError, UnicodeDecodeError, EOFError) as error:
            raise CommandError(f"A file could not be read: {error}") from error
        for report in reports:
            if verbosity > 0:
                done = f"{report.rows} rows" if report.fresh else "loaded before"
                self.stdout.write(f"{report.what}: {done}")
            for refusal in report.refusals:
                self.stderr.write(f"{report.what}, line {refusal.line} left out: {refusal.reason}")
