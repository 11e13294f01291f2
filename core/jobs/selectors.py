from dataclasses import dataclass
from datetime import datetime, timedelta

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from core.jobs.models import WorkerBeat


def worker_alive(at: datetime) -> bool:
    return WorkerBeat.objects.living(at).exists()


@dataclass(frozen=True)
class Queue:
    """`oldest_wait` is how long the task at the front has been due; nought when nothing is."""

    due: int
    running: int
    failed_since_yesterday: int
    oldest_wait: timedelta


def queue(at: datetime) -> Queue:
    """How the task queue stands."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    at_once = waiting.filter(run_after=get_date_max(), enqueued_at__lte=at)
    postponed = waiting.filter(run_after__lte=at)
    fronts = [
        at_once.order_by("enqueued_at").values_list("enqueued_at", flat=True).first(),
        postponed.order_by("run_after").values_list("run_after", flat=True).first(),
    ]
    return Queue(
        due=at_once.count() + postponed.count(),
        running=DBTaskResult.objects.running().count(),
        failed_since_yesterday=DBTaskResult.objects.failed().filter(finished_at__gt=at - timedelta(days=1)).count(),
        oldest_wait=max((at - front for front in fronts if front), default=timedelta(0)),
    )
