"""Reminding people of what they began: it joins questionnaires, messages and safe contact."""

from datetime import datetime

from django.db import transaction

from core import dates
from core.journeys import selectors as journeys
from core.journeys.models import Draft
from core.journeys.services import drafts
from core.notifications.rules.message import Recipient
from core.notifications.services import outbox
from households.selectors import contact
from portal import messages


@transaction.atomic
def remind_of_draft(*, ref: str, at: datetime) -> bool:
    """Remind the owner of a questionnaire left unfinished, once. False when there is no need any more."""
    if not drafts.reminded(ref=ref, at=at):
        return False
    draft = Draft.objects.select_related("owner").get(reference=ref)
    outbox.send(
        messages.unfinished(draft.owner.name, dates.today(at + journeys.WARNING)),
        to=Recipient(
            name=draft.owner.name,
            email=draft.owner.email,
            user_id=draft.owner_id,
            safe_contact=contact.safe_contact_of(draft.owner_id),
        ),
        about=draft.subject,
        at=at,
    )
    return True
