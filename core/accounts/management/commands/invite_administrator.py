from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.timezone import now

from core.access.actor import system
from core.accounts.services import staff
from core.errors import DomainError


class Command(BaseCommand):
    help = "Invite the first administrator, who then invites everyone else in the office."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")

    def handle(self, *args: Any, **options: Any) -> None:
        email, name = options["email"], options["name"]
        try:
            staff.invite(email=email, name=name, held=["administrator"], actor=system("set-up"), at=now())
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(f"An invitation is on its way to {email}. It works for 7 days.")
