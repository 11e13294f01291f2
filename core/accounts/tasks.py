from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from core.accounts.services import people

NEVER_PROVED_KEPT = timedelta(days=7)


@task
def tidy() -> int:
    """Forget the accounts that someone began and never proved."""
    return people.forget_never_proved(before=timezone.now() - NEVER_PROVED_KEPT)
