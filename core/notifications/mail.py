from collections.abc import Sequence
from email.utils import parseaddr

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

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
                    name, plain = parseaddr(address)
                    outbox.send(message, to=Recipient(name=name, email=plain), about=("account", ""), at=at)
        return len(email_messages)
