import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import InterfaceError, OperationalError
from django_tasks_db.management.commands import db_worker

from core.jobs.pulse import Pulse
from core.jobs.schedule import Job

log = logging.getLogger(__name__)

PAUSE = 2


class Worker(db_worker.Worker):
    """Runs queued tasks until stopped, and outlives a database that is away for a while."""

    def __init__(self, worker_id: str) -> None:
        super().__init__(
            queue_names=["*"],
            interval=1,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id,
            excluded_queue_names=[],
        )

    def run(self) -> None:
        while self.running:
            try:
                super().run()
            except (OperationalError, InterfaceError):
                log.exception("the worker lost the database and tries again")
                time.sleep(PAUSE)


def run(worker_id: str, schedule: Sequence[Job], clock: Callable[[], datetime]) -> None:
    """Run tasks and fire the schedule until the process is told to stop."""
    worker = Worker(worker_id)
    worker.configure_signals()
    pulse = Pulse(worker_id, schedule, clock)
    pulse.start()
    try:
        worker.run()
    finally:
        pulse.stop()
