import argparse
import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.rulebook.rules.lines import answer_line
from core.rulebook.selectors import rates

HELP = """\
Answer households with their Local Housing Allowance: one JSON object a line on standard input, one
JSON object a line on standard output, in the same order.

  {"id": "1", "on": "2026-11-21", "brma": "NORTH_WEST_KENT",
   "renters": [{"age": 34, "sex": "F"}], "children": [{"age": 7, "sex": "M"}],
   "non_dependants": [], "non_dependant_couples": []}

Every line needs id, on, brma and renters (one, or two for a couple). Every person needs age and sex
(F or M). All other facts may be left out; docs/lha.md tells what each one means:

  household        pregnant, claims_as_single, shares_facilities
  anyone           disability_benefit, overnight_carer, cannot_share
  renters          care_leaver, hostel_nights, resettlement_accepted, multi_agency_management,
                   domestic_abuse_evidenced, modern_slavery, severe_disability_premium, foster_carer
  everyone else    away_months, away_because
  children         responsible, foster
  non-dependants   lodger

A line that cannot be answered gives {"id": ..., "error": {"field": ..., "message": ...}} and the
next line is read.
"""


class Command(BaseCommand):
    help = HELP

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(
            prog_name, subcommand, formatter_class=argparse.RawDescriptionHelpFormatter, **kwargs
        )

    def handle(self, *args: Any, **options: Any) -> None:
        book = rates.rate_book()
        if not book.areas:
            raise CommandError("There are no rates yet. Run manage.py load_rulebook first.")
        try:
            for line in sys.stdin.buffer:
                if line.strip():
                    self.stdout.write(answer_line(line, book))
                    self.stdout.flush()
        except BrokenPipeError:
            # Whoever read the answers has gone. Python would complain once more when it closes the pipe.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
