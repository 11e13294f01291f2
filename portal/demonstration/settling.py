"""What the worker would have done meanwhile: messages delivered, files checked, letters made, in story time."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from core.access.actor import system
from core.documents import tasks as documents
from core.documents.services import checking, making, shelving
from core.notifications import tasks as notifications
from core.notifications.providers.fake import FakeProvider
from core.notifications.services import delivery

WORK: dict[str, Callable[..., object]] = {}


def work_of(task: Task) -> Callable[[Callable[..., object]], Callable[..., object]]:
    def remember(function: Callable[..., object]) -> Callable[..., object]:
        WORK[task.module_path] = function
        return function

    return remember


@work_of(notifications.deliver)
def deliver(reference: str, at: datetime) -> None:
    """Nothing ever leaves the demonstration council, whatever the settings say."""
    delivery.deliver(ref=reference, at=at, provider=FakeProvider())


@work_of(documents.check_document)
def check_document(document_id: int, at: datetime) -> None:
    checking.check(document_id, actor=system("check_document"), at=at)


@work_of(documents.make_letter)
def make_letter(document_id: int, at: datetime) -> None:
    making.make(document_id, actor=system("make_letter"), at=at)


@work_of(documents.settle_publication)
def settle_publication(document_id: int, _at: datetime) -> None:
    shelving.settle(document_id)


def settle(at: datetime) -> int:
    """Do what was queued, a minute after, and take it out of the queue. How many tasks.

    What is not known here stays for the worker.
    """
    done = 0
    soon = at + timedelta(minutes=1)
    while queued := list(DBTaskResult.objects.ready().filter(task_path__in=WORK)):
        for result in queued:
            WORK[result.task_path](*result.args_kwargs["args"], soon)
            done += 1
        DBTaskResult.objects.filter(pk__in=[result.pk for result in queued]).delete()
    return done
