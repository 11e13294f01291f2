"""What the worker would have done meanwhile: messages delivered, files checked, letters made, in story time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django_tasks import task_backends
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from modelsearch.tasks import insert_or_update_object_task
from wagtail.tasks import update_reference_index_task

from core.access.actor import system
from core.documents import tasks as documents
from core.documents.services import checking, making, pictures, shelving
from core.notifications import tasks as notifications
from core.notifications.providers.fake import FakeProvider
from core.notifications.services import delivery

QUEUE = "default"
WORK: dict[str, Callable[..., object]] = {}
encode = pictures.remembering()


def work_of(task: Task) -> Callable[[Callable[..., object]], Callable[..., object]]:
    def remember(function: Callable[..., object]) -> Callable[..., object]:
        WORK[task.module_path] = function
        return function

    return remember


@work_of(notifications.deliver)
def deliver(reference: str, at: datetime) -> None:
    """Nothing ever leaves the demonstration council, whatever the settings say."""
    delivery.deliver(ref=reference, at=at, provider=FakeProvider(headers=False))


@work_of(documents.check_document)
def check_document(document_id: int, at: datetime) -> None:
    checking.check(document_id, actor=system("check_document"), at=at, encode=encode)


@work_of(documents.make_letter)
def make_letter(document_id: int, at: datetime) -> None:
    making.make(document_id, actor=system("make_letter"), at=at)


@work_of(documents.settle_publication)
def settle_publication(document_id: int, _at: datetime) -> None:
    shelving.settle(document_id)


@work_of(insert_or_update_object_task)
def index_page(app_label: str, model_name: str, key: str, _at: datetime) -> None:
    insert_or_update_object_task.func(app_label, model_name, key)


@work_of(update_reference_index_task)
def index_links(app_label: str, model_name: str, key: str, _at: datetime) -> None:
    update_reference_index_task.func(app_label, model_name, key)


LETTERS = documents.make_letter.module_path


class Meanwhile(BaseTaskBackend):
    """A queue in memory for the tasks that are done in story time. Others wait in the real one for the worker."""

    supports_defer = True
    supports_priority = True

    def __init__(self, behind: BaseTaskBackend) -> None:
        super().__init__(QUEUE, {"QUEUES": []})
        self.behind = behind
        self.waiting: list[tuple[str, tuple[Any, ...]]] = []
        self.numbers = count()

    def enqueue(self, task: Task, args: Any, kwargs: Any) -> TaskResult:
        if task.module_path not in WORK:
            return self.behind.enqueue(task, args, kwargs)
        self.waiting.append((task.module_path, args))
        return TaskResult(
            task=task,
            id=str(next(self.numbers)),
            status=TaskResultStatus.READY,
            enqueued_at=None,
            started_at=None,
            finished_at=None,
            last_attempted_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )

    def settle(self, at: datetime, *, letters: bool) -> None:
        """Do what was queued, a minute after. Without `letters`, a letter's PDF is made when it is first opened."""
        soon = at + timedelta(minutes=1)
        while self.waiting:
            queued, self.waiting = self.waiting, []
            for path, args in queued:
                if letters or path != LETTERS:
                    WORK[path](*args, soon)


@contextmanager
def meanwhile() -> Iterator[Meanwhile]:
    """Within, queued tasks wait for `settle`."""
    behind = task_backends[QUEUE]
    queue = Meanwhile(behind)
    task_backends[QUEUE] = queue
    try:
        yield queue
    finally:
        task_backends[QUEUE] = behind
