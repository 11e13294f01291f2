from collections.abc import Sequence
from email.utils import parseaddr

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from core.notifications.rules.message import SUBJECT_LIMIT, Message, Recipient
from core.notifications.services import outbox

TEMPLATE_HEADER = "X-Lintel-Template"


class OutboxBackend(BaseEmailBackend):
    """Mail that a library writes, such as a sign-in code, goes the same way as ours.

    It is taken as secret, since most of it opens an account: its words are forgotten within hours.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        at = timezone.now()
        with transaction.atomic():
            for mail in email_messages:
                message = Message(
                    template=mail.extra_headers.get(TEMPLATE_HEADER, "library")[:80],
                    subject=" ".join(str(mail.subject).split())[:SUBJECT_LIMIT] or "A message from us",
                    body=str(mail.body),
                    secret=True,
                )
                for address in mail.recipients():
                    to, about = whom(address)
                    outbox.send(message, to=to, about=about, at=at)
        return len(email_messages)


def whom(address: str) -> tuple[Recipient, tuple[str, str]]:
    """Whose address it is, with their rules of safe contact: somebody else may read their mail."""
    name, email = parseaddr(address)
    user = get_user_model().objects.filter(email__iexact=email).first()
    if user is None:
        return Recipient(name=name, email=email), ("account", "")
    rules = import_string(settings.SAFE_CONTACT_OF_USER)(user.pk)
    return Recipient(name=name or user.name, email=email, user_id=user.pk, safe_contact=rules), user.subject
