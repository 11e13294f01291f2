"""What every way of sending must do, in our words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.notifications.rules.message import Channel


@dataclass(frozen=True)
class Envelope:
    """A message ready to go. `reference` is the same at every attempt."""

    reference: str
    channel: Channel
    to_name: str
    to_address: str
    subject: str
    body: str
    at: datetime


@dataclass(frozen=True)
class Receipt:
    """That the provider has it: the provider's own id, and exactly what was handed over."""

    provider_id: str
    copy: str


class TemporaryFailure(Exception):
    """It did not go, and trying again later may help."""


class PermanentFailure(Exception):
    """It did not go, and trying again will not help."""


class Provider(Protocol):
    name: str
    channels: frozenset[Channel]

    def send(self, envelope: Envelope) -> Receipt:
        """Hand one message over. Raises TemporaryFailure or PermanentFailure with a reason in words."""
        ...

    def find(self, reference: str) -> Receipt | None:
        """The receipt of a message that was handed over already, if the provider can tell."""
        ...
