"""What is sent, to whom, by which channel."""

from dataclasses import dataclass
from enum import StrEnum

from core.notifications.rules.safe_contact import SafeContact

SUBJECT_LIMIT = 120


class Channel(StrEnum):
    EMAIL = "email"
    SMS = "sms"
    LETTER = "letter"


CHANNEL_WORDS = {Channel.EMAIL: "e-mail message", Channel.SMS: "text message", Channel.LETTER: "letter"}


@dataclass(frozen=True)
class Message:
    """Our words, in plain text. `template` names the text they were made from.

    The subject is read by whoever sees the screen or the preview, so it carries no personal data.
    `secret` marks words that open something, such as a sign-in code: they are forgotten once sent.
    `urgent` ones go before all that waits, as secret ones do.
    Raises ValueError when the subject is empty, too long or more than one line.
    """

    template: str
    subject: str
    body: str
    secret: bool = False
    urgent: bool = False

    def __post_init__(self) -> None:
        if not self.subject.strip() or len(self.subject) > SUBJECT_LIMIT:
            raise ValueError(f"a subject has 1 to {SUBJECT_LIMIT} characters")
        if len(self.subject.splitlines()) != 1:
            raise ValueError("a subject is one line")


@dataclass(frozen=True)
class Recipient:
    """A person and how to reach them. `safe_contact` is what they told us about reaching them safely."""

    name: str
    email: str = ""
    user_id: int | None = None
    safe_contact: SafeContact | None = None
    telephone: str = ""
    postal_address: str = ""

    def address(self, channel: Channel) -> str:
        return {
            Channel.EMAIL: self.email,
            Channel.SMS: self.telephone,
            Channel.LETTER: self.postal_address,
        }[channel].strip()
