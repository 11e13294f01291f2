"""The life of an invitation to join the council's staff."""

import hashlib
from datetime import datetime, timedelta
from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move

LIFE = timedelta(days=7)


class InvitationState(StrEnum):
    SENT = "sent"
    ACCEPTED = "accepted"
    REVOKED = "revoked"


MACHINE = Machine(
    "invitation",
    InvitationState.SENT,
    [
        State(
            InvitationState.SENT,
            "Sent",
            Holder.COUNCIL,
            "The person opens the link in the message and accepts.",
            otherwise="The link stops working 7 days after it was sent. You can then send a new one.",
        ),
        State(InvitationState.ACCEPTED, "Accepted", Holder.NOBODY, "", colour=Colour.GREEN, terminal=True),
        State(InvitationState.REVOKED, "Taken back", Holder.NOBODY, "", colour=Colour.GREY, terminal=True),
    ],
    [
        move("accept", [InvitationState.SENT], InvitationState.ACCEPTED, "Accept"),
        move("revoke", [InvitationState.SENT], InvitationState.REVOKED, "Take back"),
    ],
)


def expires_at(sent_at: datetime) -> datetime:
    """The moment at which the link stops working."""
    return sent_at + LIFE


def digest(token: str) -> str:
    """What is kept of a token: enough to know it again, not enough to use it."""
    return hashlib.sha256(token.encode()).hexdigest()
