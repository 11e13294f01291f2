from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal import diagrams


class Command(BaseCommand):
    help = "Draw the life of every kind of record into docs/diagrams."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail when a diagram is out of date")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["check"]:
            diagrams.write()
        elif lines := diagrams.differences():
            raise CommandError("; ".join(lines) + ". Run manage.py diagrams and commit what it writes.")
