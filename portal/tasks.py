from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from core.access import once

FORM_KEYS_KEPT = timedelta(days=2)


@task
def tidy() -> int:
    """Forget ended sessions and the one-use keys of old forms."""
    call_command("clearsessions")
    return once.forget(before=timezone.now() - FORM_KEYS_KEPT)
