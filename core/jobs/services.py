import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from core.jobs.models import DEAD_AFTER, Slot, WorkerBeat
from core.jobs.schedule import Job

log = logging.getLogger(__name__)

KEEP_DONE = timedelta(days=7)
KEEP_FAILED = timedelta(days=60)
KEEP_SLOTS = timedelta(days=60)


class WorkerDied(Exception):
    """The worker that ran this task stopped without finishing it."""


def beat(*, worker_id: str, at: datetime) -> None:
    """Say that this worker lives."""
    WorkerBeat.objects.update_or_create(
        worker_id=worker_id, defaults={"seen_at": at}, create_defaults={"started_at": at, "seen_at": at}
    )


def sign_off(*, worker_id: str, at: datetime) -> None:
    """Say that this worker has stopped in good order."""
    WorkerBeat.objects.filter(worker_id=worker_id).update(stopped_at=at)


def fire_due(schedule: Sequence[Job], *, at: datetime) -> list[str]:
    """Enqueue each job whose present slot nobody has fired yet. Names of those fired.

    Slots that passed while no worker lived are not made up for: a job looks for all that is due.
    """
    slots = {job.name: job.when.slot(at) for job in schedule}
    if not slots:
        return []
    since = min(slots.values())
    fired = set(Slot.objects.filter(job__in=slots, begins_at__gte=since).values_list("job", "begins_at"))
    return [job.name for job in schedule if (job.name, slots[job.name]) not in fired and _fire(job, slots, at)]


def _fire(job: Job, slots: dict[str, datetime], at: datetime) -> bool:
    with transaction.atomic():
        _, first = Slot.objects.get_or_create(job=job.name, begins_at=slots[job.name], defaults={"fired_at": at})
        if first:
            job.task.enqueue()
    return first


def reap(*, at: datetime) -> int:
    """Mark as failed the tasks that a dead worker left running. How many.

    They are not run again from here: the sweep of their kind finds the rows that still want work.
    """
    alive = set(WorkerBeat.objects.living(at).values_list("worker_id", flat=True))
    running = DBTaskResult.objects.running().filter(started_at__lt=at - DEAD_AFTER)
    dead = [result for result in running if not result.worker_ids or result.worker_ids[-1] not in alive]
    for result in dead:
        log.warning("task %s (%s) was left running by a dead worker", result.id, result.task_path)
    return (
        DBTaskResult.objects.running()
        .filter(pk__in=[result.pk for result in dead])
        .update(
            status=TaskResultStatus.FAILED,
            finished_at=at,
            exception_class_path=f"{WorkerDied.__module__}.{WorkerDied.__qualname__}",
            traceback=f"{WorkerDied.__doc__}\n",
        )
    )


def prune(*, at: datetime) -> int:
    """Delete what no longer tells anybody anything. How many rows."""
    finished = DBTaskResult.objects.all()
    done, _ = finished.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=at - KEEP_DONE).delete()
    failed, _ = finished.filter(status=TaskResultStatus.FAILED, finished_at__lt=at - KEEP_FAILED).delete()
    slots, _ = Slot.objects.filter(fired_at__lt=at - KEEP_SLOTS).delete()
    beats, _ = WorkerBeat.objects.filter(seen_at__lt=at - KEEP_DONE).delete()
    return done + failed + slots + beats
