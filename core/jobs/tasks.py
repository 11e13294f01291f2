import logging
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

from core.errors import DomainError
from core.jobs import services

log = logging.getLogger(__name__)


def retrying_task(
    *, attempts: int = 5, pause: timedelta = timedelta(minutes=1), priority: int = 0
) -> Callable[[Callable[..., Any]], Task[..., Any]]:
    """A task that queues itself again when it fails, after a pause that doubles each time.

    A `DomainError` is an answer and not a fault: it ends the task at once. An attempt that failed
    and was queued again counts as successful in the queue, with `{"retried": n}` for a result.
    """

    def decorate(function: Callable[..., Any]) -> Task[..., Any]:
        @wraps(function)
        def attempted(*args: Any, attempt: int = 1, **kwargs: Any) -> Any:
            try:
                return function(*args, **kwargs)
            except DomainError:
                raise
            except Exception:
                if attempt >= attempts:
                    raise
                log.warning("%s failed at attempt %d", function.__qualname__, attempt, exc_info=True)
                due = timezone.now() + pause * 2 ** (attempt - 1)
                made.using(run_after=due).enqueue(*args, attempt=attempt + 1, **kwargs)
                return {"retried": attempt + 1}

        made: Task[..., Any] = task(priority=priority)(attempted)
        return made

    return decorate


@task
def reap() -> int:
    """End the tasks that a dead worker left running."""
    return services.reap(at=timezone.now())


@task
def prune() -> int:
    """Delete old results, slots and heartbeats."""
    return services.prune(at=timezone.now())
