import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from types import FrameType

from django.db import InterfaceError, OperationalError, connections
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

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Finish what is under way. To leave at once, in the middle of a transaction, would keep its lock.

        A second signal does leave at once.
        """
        if not self.running:
            super().shutdown(signum, frame)
        log.warning("the worker stops when it has finished what it is doing")
        self.running = False

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
        connections.close_all()
        pulse.stop()
