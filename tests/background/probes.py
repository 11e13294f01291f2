"""Tasks that only tests run."""

import time
from pathlib import Path

from django_tasks import task

from core.errors import DomainError
from core.jobs.tasks import retrying_task
from core.notifications.models import OutboxMessage

CALLS: list[str] = []


@task
def note(word: str = "ran") -> str:
    CALLS.append(word)
    return word


@retrying_task(attempts=3)
def always_fails(word: str, *, times: int = 1) -> None:
    CALLS.append(f"{word} {times}")
    raise ConnectionError("nobody answers")


@retrying_task(attempts=3)
def fails_once(word: str) -> str:
    CALLS.append(word)
    if len(CALLS) == 1:
        raise ConnectionError("nobody answers")
    return word


@retrying_task(attempts=3)
def says_no() -> None:
    CALLS.append("no")
    raise DomainError("You cannot do this.")


@task
def claim_and_hang(reference: str, mark: str) -> None:
    """Takes a message as a delivery does, says so in a file, and never comes back."""
    OutboxMessage.objects.filter(reference=reference).update(state="sending", attempts=1)
    Path(mark).write_text("holding")
    time.sleep(600)
