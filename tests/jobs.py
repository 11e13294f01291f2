"""Runs queued tasks in a test, through the same database backend and worker as in earnest."""

from django.db.models import QuerySet
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from core.jobs.worker import Worker


def waiting() -> QuerySet[DBTaskResult]:
    return DBTaskResult.objects.filter(status=TaskResultStatus.READY)


def drain(*, expect_failures: bool = False) -> int:
    """Run every task that is due, and those that they queue for now. How many ran.

    A task that fails fails the test with its own traceback, unless failures are expected.
    Tasks with a later `run_after` stay: travel in time first to run them.
    """
    ran, worker = 0, Worker("drain")
    while result := _claimed():
        worker.run_task(result)
        ran += 1
        if result.status == TaskResultStatus.FAILED and not expect_failures:
            raise AssertionError(f"{result.task_path} failed:\n{result.traceback}")
    return ran


def _claimed() -> DBTaskResult | None:
    with exclusive_transaction():
        result = DBTaskResult.objects.ready().get_locked()
        if result:
            result.claim("drain")
        return result


def forget_waiting() -> None:
    """Drop what is queued, as if the queue had been lost."""
    waiting().delete()
