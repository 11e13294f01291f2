import os
import socket
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.crypto import get_random_string

from core.jobs import worker
from portal.worker import SCHEDULE


class Command(BaseCommand):
    help = "Run queued tasks and fire the schedule until stopped. Any number may run at once."

    def handle(self, *args: Any, **options: Any) -> None:
        worker_id = f"{socket.gethostname()[:30]}-{os.getpid()}-{get_random_string(8)}"
        worker.run(worker_id, SCHEDULE, timezone.now)
