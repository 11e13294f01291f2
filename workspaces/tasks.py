import logging
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from core import dates
from core.accounts.selectors import staff
from core.deadlines import selectors as deadlines
from core.deadlines import services
from core.notifications.rules.message import Recipient
from core.notifications.services import outbox
from workspaces import messages
from workspaces.selectors import scope

log = logging.getLogger(__name__)

MANAGER = "manager"


@task
def tell_managers() -> int:
    """Tell the managers of each deadline that passed where we promised it. How many. Safe to run twice.

    One that cannot be told of is logged and keeps nobody from hearing of the rest; it is tried again the next day.
    While nobody is a manager nothing counts as told: the next one hears of all of it.
    """
    at = timezone.now()
    told = 0
    managers = staff.in_role(MANAGER)
    if not managers:
        log.error("nobody is a manager: nobody hears of what is late")
        return told
    for deadline_id in [deadline.pk for deadline in deadlines.late_for_managers(dates.today(at))]:
        try:
            told += tell_of(deadline_id, managers, at)
        except Exception:
            log.exception("managers could not be told of deadline %d", deadline_id)
    return told


@transaction.atomic
def tell_of(deadline_id: int, managers: list[Recipient], at: datetime) -> bool:
    """Whether the managers were told: not of what was done, moved or told of since it was found."""
    deadline = services.take_lateness(deadline_id=deadline_id, on=dates.today(at), at=at)
    if deadline is None:
        return False
    kind = scope.KINDS.get(deadline.subject_kind)
    message = messages.is_late(deadline, kind.label if kind else "Record")
    for to in managers:
        outbox.send(message, to=to, about=deadline.subject, at=at)
    return True
