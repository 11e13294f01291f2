from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from core.notifications import providers
from core.notifications.rules.delivery import Delivery
from core.notifications.services import delivery

TASK_IS_LOST_AFTER = timedelta(minutes=15)
A_SWEEP = 500


@task
def deliver(reference: str) -> str:
    """One attempt at one message; queues the next attempt itself when one is due later."""
    row = delivery.deliver(ref=reference, at=timezone.now(), provider=providers.chosen())
    if row is None:
        return "nothing to do"
    if row.state == Delivery.FAILED_TEMPORARY:
        deliver.using(run_after=row.next_attempt_at).enqueue(reference)
    return row.state


@task
def sweep() -> dict[str, int]:
    """Queue again what was lost, put back what a dead worker held, forget old codes."""
    at = timezone.now()
    released = delivery.release_lapsed(at=at)
    references = delivery.take_overdue(at=at, waited=TASK_IS_LOST_AFTER, limit=A_SWEEP)
    for reference in references:
        deliver.enqueue(reference)
    return {"released": released, "queued": len(references), "forgotten": delivery.forget_secrets(at=at)}
