"""What people say is happening to them, how urgent it is, and by when they are answered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core import dates


class Worry(StrEnum):
    """What is happening, in the words of the person (workflows of the front door)."""

    NOTICE = "notice"
    ARREARS = "arrears"
    INCREASE = "increase"
    ASKED = "asked"
    SPLIT = "split"
    AFRAID = "afraid"
    LOCKED = "locked"
    REPAIRS = "repairs"
    CROWDED = "crowded"
    LEAVING = "leaving"
    NOWHERE = "nowhere"
    OTHER = "other"


WORRY_LABELS = {
    Worry.NOTICE: "My landlord has given me a notice, or says they will",
    Worry.ARREARS: "I owe rent, or soon will",
    Worry.INCREASE: "My rent is going up and I cannot pay it",
    Worry.ASKED: "Family or friends want me to leave",
    Worry.SPLIT: "My relationship has ended",
    Worry.AFRAID: "I am afraid of someone I live with, or used to live with",
    Worry.LOCKED: "My landlord has threatened me, changed the locks or cut something off",
    Worry.REPAIRS: "My home is damp, unsafe or in bad repair",
    Worry.CROWDED: "My home is too small, or no longer right for us",
    Worry.LEAVING: "I am leaving hospital, prison, care or the armed forces",
    Worry.NOWHERE: "I have nowhere to live",
    Worry.OTHER: "Something else",
}


class When(StrEnum):
    """How soon they may have nowhere to live."""

    TONIGHT = "tonight"
    WEEK = "week"
    EIGHT_WEEKS = "eight_weeks"
    LATER = "later"
    UNSURE = "unsure"
    NOT_LOSING = "not_losing"


WHEN_LABELS = {
    When.TONIGHT: "Tonight, or I have nowhere now",
    When.WEEK: "In the next 7 days",
    When.EIGHT_WEEKS: "In the next 8 weeks",
    When.LATER: "Later than that",
    When.UNSURE: "I do not know",
    When.NOT_LOSING: "I am not losing my home, but I need help",
}


@dataclass(frozen=True)
class ReplyTimes:
    """The council's dated settings: working days to a first try within a week of the loss, and otherwise."""

    within_a_week: int
    otherwise: int


def is_urgent(when: When, safe_now: str) -> bool:
    """Nowhere tonight, or not surely safe: they are told at once to ring, and an officer tries the same day."""
    return when is When.TONIGHT or safe_now in ("no", "unsure")


def reply_by(*, when: When, safe_now: str, times: ReplyTimes, on: date) -> date:
    """The last day for the first try to reach them, counted in working days; the same day when it is urgent.

    What people do not know counts as soon: whoever is unsure must not wait longest.
    """
    if is_urgent(when, safe_now):
        return on
    soon = when in (When.WEEK, When.UNSURE)
    return dates.add_working_days(on, times.within_a_week if soon else times.otherwise)


def tells_of_abuse(worries: Collection[str]) -> bool:
    return Worry.AFRAID in worries


class Channel(StrEnum):
    """Ways in which the person says that it is safe to reach them."""

    RING = "ring"
    MESSAGE = "message"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    NONE = "none"


class Seen(StrEnum):
    """What the person they fear can see."""

    PHONE = "phone"
    EMAIL = "email"
    POST = "post"
    NONE = "none"


def never(channels: Collection[str], seen: Collection[str]) -> dict[str, bool]:
    """The channels that safe contact bars: those not ticked, and those that the feared person can see.

    By the names of `core.notifications.rules.safe_contact.SafeContact`.
    """
    rings = {Channel.RING, Channel.MESSAGE} & set(channels)
    return {
        "no_email": Channel.EMAIL not in channels or Seen.EMAIL in seen,
        "no_letter": Channel.LETTER not in channels or Seen.POST in seen,
        "no_voicemail": Channel.MESSAGE not in channels or Seen.PHONE in seen,
        "no_text": Channel.TEXT not in channels or Seen.PHONE in seen,
        "no_call": not rings,
    }
