from django.db import transaction
from django.utils import timezone
from django_tasks import task

from core import dates
from core.accounts.selectors import staff
from core.deadlines import selectors as deadlines
from core.deadlines import services
from core.notifications.services import outbox
from workspaces import messages
from workspaces.selectors import scope

MANAGER = "manager"


@task
def tell_managers() -> int:
    """Tell the managers of each deadline that passed where we promised it. How many. Safe to run twice."""
    at = timezone.now()
    told = 0
    for deadline in deadlines.late_for_managers(dates.today(at)):
        with transaction.atomic():
            if not services.take_lateness(deadline, at):
                continue
            kind = scope.KINDS.get(deadline.subject_kind)
            message = messages.is_late(deadline, kind.label if kind else "Record")
            for to in staff.in_role(MANAGER):
                outbox.send(message, to=to, about=deadline.subject, at=at)
            told += 1
    return told
