from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from core.access import once
from core.access.actor import system
from core.journeys import selectors as journeys
from core.journeys.services import drafts
from portal import reminders

FORM_KEYS_KEPT = timedelta(days=2)


@task
def tidy() -> int:
    """Forget ended sessions and the one-use keys of old forms."""
    call_command("clearsessions")
    return once.forget(before=timezone.now() - FORM_KEYS_KEPT)


@task
def sweep_drafts() -> dict[str, int]:
    """Remind people of questionnaires they left unfinished, and remove those that stayed so."""
    at = timezone.now()
    waiting = list(journeys.to_remind(at).values_list("reference", flat=True))
    reminded = sum(reminders.remind_of_draft(ref=ref, at=at) for ref in waiting)
    return {"reminded": reminded, "removed": drafts.remove_forgotten(actor=system("sweep_drafts"), at=at)}


@task
def sweep_nobodys_drafts() -> int:
    """Remove what people without an account left unfinished, soon after they left."""
    return drafts.remove_forgotten(actor=system("sweep_nobodys_drafts"), at=timezone.now())
