"""The life of a message in the outbox, and when to try again."""

from datetime import datetime, timedelta
from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move


class Delivery(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED_TEMPORARY = "failed_temporary"
    FAILED = "failed"
    REFUSED = "refused"


MACHINE = Machine(
    "message",
    Delivery.QUEUED,
    [
        State(Delivery.QUEUED, "Waiting to be sent", Holder.NOBODY, "It is sent within a minute."),
        State(Delivery.SENDING, "Being sent", Holder.NOBODY, "It is on its way."),
        State(Delivery.SENT, "Sent", Holder.NOBODY, "Nothing more to do.", colour=Colour.GREEN, terminal=True),
        State(
            Delivery.FAILED_TEMPORARY,
            "Not sent yet",
            Holder.NOBODY,
            "We try again by ourselves.",
            otherwise="We stop, and show it as one that could not be sent.",
            colour=Colour.AMBER,
        ),
        State(
            Delivery.FAILED,
            "Could not be sent",
            Holder.COUNCIL,
            "Reach the person another way.",
            colour=Colour.RED,
            terminal=True,
        ),
        State(
            Delivery.REFUSED,
            "Not sent, on purpose",
            Holder.COUNCIL,
            "Read the reason and reach the person another way.",
            colour=Colour.AMBER,
            terminal=True,
        ),
    ],
    [
        move("refuse", [Delivery.QUEUED, Delivery.FAILED_TEMPORARY], Delivery.REFUSED, "Refuse to send"),
        move("claim", [Delivery.QUEUED, Delivery.FAILED_TEMPORARY], Delivery.SENDING, "Start sending"),
        move("accept", [Delivery.SENDING], Delivery.SENT, "Record as sent"),
        move("put_off", [Delivery.SENDING], Delivery.FAILED_TEMPORARY, "Try again later"),
        move("give_up", [Delivery.SENDING], Delivery.FAILED, "Give up"),
    ],
)

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=12)
ATTEMPTS = 8
SECRET_LIFE = timedelta(minutes=15)
"""A sign-in code is of no use after this long, so sending it later would only confuse."""


def next_attempt(*, attempts: int, created_at: datetime, at: datetime, secret: bool) -> datetime | None:
    """When to try again after `attempts` tries that failed for now; None when to give up.

    The pause starts at a minute and grows fourfold up to twelve hours: eight tries in about 30 hours.
    """
    if attempts >= ATTEMPTS:
        return None
    due = at + min(FIRST_PAUSE * 4 ** (attempts - 1), LONGEST_PAUSE)
    if secret and due > created_at + SECRET_LIFE:
        return None
    return due
