import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand

from portal import reference_data


class Command(BaseCommand):
    help = "Bring the database up to date: tables, cache table, rulebook and places, and the demonstration once."

    def handle(self, *args: Any, **options: Any) -> None:
        self._step("Tables", lambda: call_command("migrate", verbosity=0, interactive=False))
        self._step("Cache table", lambda: call_command("createcachetable", verbosity=0))
        self._step("Rulebook and places", reference_data.load)
        if settings.DEMONSTRATION_SIGN_IN and "demonstration" in get_commands():
            self._step("Demonstration council", lambda: call_command("demonstration", verbosity=0))

    def _step(self, what: str, work: Callable[[], Any]) -> None:
        start = time.monotonic()
        work()
        self.stdout.write(f"  {what}: {time.monotonic() - start:.1f} s")
