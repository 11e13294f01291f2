import logging
import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import DatabaseError, close_old_connections, connections

from core.jobs import services
from core.jobs.schedule import Job

log = logging.getLogger(__name__)

SECONDS = 5


class Pulse(threading.Thread):
    """Beats and fires the schedule beside a worker, however long the task that it is running takes."""

    def __init__(self, worker_id: str, schedule: Sequence[Job], clock: Callable[[], datetime]) -> None:
        super().__init__(name="pulse", daemon=True)
        self.worker_id = worker_id
        self.schedule = schedule
        self.clock = clock
        self.over = threading.Event()

    def run(self) -> None:
        try:
            while not self.over.is_set():
                self.once()
                self.over.wait(SECONDS)
            self._try(lambda at: services.sign_off(worker_id=self.worker_id, at=at))
        finally:
            connections.close_all()

    def once(self) -> None:
        """One beat and one look at the schedule."""
        self._try(lambda at: services.beat(worker_id=self.worker_id, at=at))
        self._try(lambda at: services.fire_due(self.schedule, at=at))

    def stop(self) -> None:
        self.over.set()
        self.join(timeout=30)

    def _try(self, step: Callable[[datetime], object]) -> None:
        """A database that is away for a while must not end the pulse."""
        close_old_connections()
        try:
            step(self.clock())
        except DatabaseError:
            log.exception("the pulse of %s missed a beat", self.worker_id)
        finally:
            close_old_connections()
