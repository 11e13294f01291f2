from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.demonstration import build


class Command(BaseCommand):
    help = "Build the demonstration council, once. “make demo” throws it away and builds it anew."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION_SIGN_IN:
            raise CommandError("The demonstration council is built in demonstration mode only.")
        if build.is_built():
            return
        build.build(at=timezone.now(), say=lambda line: self.stdout.write(f"    {line}"))
