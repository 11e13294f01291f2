from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail.message import sanitize_address
from django.utils.timezone import localtime

from core.notifications.providers.base import Envelope


def message_id(reference: str) -> str:
    """The same at every attempt, so that a mail server can tell a second copy from a new message."""
    return f"<{reference.lower()}@{urlsplit(settings.SITE_URL).hostname}>"


def compose(envelope: Envelope) -> EmailMessage:
    """The e-mail with all its headers, as it goes over the wire."""
    sender_name, sender_address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"] = message_id(envelope.reference)
    mail["Date"] = format_datetime(localtime(envelope.at))
    mail["From"] = Address(sender_name, addr_spec=sender_address)
    mail["To"] = Address(" ".join(envelope.to_name.split()), addr_spec=sanitize_address(envelope.to_address, "ascii"))
    mail["Subject"] = envelope.subject
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(envelope.body, cte="quoted-printable")
    return mail


def as_text(mail: EmailMessage) -> str:
    return mail.as_string().replace("\r\n", "\n")
