from django_tasks import task

from core.audit.services import sealing


@task
def seal() -> int:
    """Seal the newest events."""
    return sealing.seal()


@task
def seal_stragglers() -> int:
    """Seal whatever was left behind by a transaction that stayed open for very long."""
    return sealing.seal(look_back=None)
