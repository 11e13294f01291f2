"""How long someone stays signed in."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from core.access.actor import Kind

LONGEST = timedelta(hours=12)
IDLE = {Kind.OFFICER: timedelta(minutes=30)}
IDLE_OTHERWISE = timedelta(minutes=60)
NOTE_EVERY = timedelta(seconds=60)


class Ending(StrEnum):
    IDLE = "idle"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class Times:
    """Seconds since 1970 at which a session was signed in and last used."""

    signed_in: float
    used: float


def idle_limit(kind: str) -> timedelta:
    """How long this kind of person may leave a session unused: officers 30 minutes, others an hour."""
    return IDLE.get(Kind(kind), IDLE_OTHERWISE)


def ending(times: Times, *, kind: str, now: float) -> Ending | None:
    """Why the session is over by now, or None while it is not."""
    if now - times.signed_in >= LONGEST.total_seconds():
        return Ending.TOO_LONG
    if now - times.used >= idle_limit(kind).total_seconds():
        return Ending.IDLE
    return None
