"""A ground 1 or 1A notice that we know of, and until when its home may not be let or advertised (HA 1988 s16M)."""

from datetime import date
from enum import StrEnum

from core import dates
from core.errors import DomainError
from core.rulebook.rules.notices import timing
from core.states import Colour, Holder, Machine, State, move
from properties.rules.inputs import GroundOneNotice

REPLY_WORKING_DAYS = 2
RESTRICTING = frozenset({"1", "1A"})
"""The grounds of a private landlord after which a home may not be let or advertised for a time (HA 1988 s16M)."""


class NoticeState(StrEnum):
    STANDS = "stands"
    QUESTIONED = "questioned"
    SET_ASIDE = "set_aside"


N = NoticeState
LIVE = (N.STANDS, N.QUESTIONED)

HOME_NOTICE = Machine(
    "notice to sell or move in",
    N.STANDS,
    [
        State(
            N.STANDS,
            "Stands",
            Holder.NOBODY,
            "The home may not be let or advertised until after the day shown.",
        ),
        State(
            N.QUESTIONED,
            "Questioned",
            Holder.COUNCIL,
            "An officer looks at what the landlord says now, decides, and tells them.",
            "The home may not be let or advertised meanwhile.",
            Colour.AMBER,
        ),
        State(
            N.SET_ASIDE,
            "Set aside",
            Holder.NOBODY,
            "It counts for nothing any more.",
            colour=Colour.GREY,
            terminal=True,
        ),
    ],
    [
        move("question", [N.STANDS], N.QUESTIONED, "Say that it is not so"),
        move("uphold", [N.STANDS, N.QUESTIONED], N.STANDS, "It stands as we have it"),
        move("correct", [N.STANDS, N.QUESTIONED], N.STANDS, "It stands, with other dates or a court’s order"),
        move("set_aside", [N.STANDS, N.QUESTIONED], N.SET_ASIDE, "No such notice was given"),
    ],
)


def place_key(address: str, postcode: str) -> str:
    """An address however it is typed: letters and figures alone."""
    return "".join(sign for sign in f"{address}{postcode}".casefold() if sign.isalnum())


def last_day(notice: GroundOneNotice) -> date | None:
    """The last day of the restricted period of a notice. None when no notice was given."""
    if not notice.given:
        return None
    return timing.restricted_until(notice.served_on, notice.specified_on, notice.other_order_on)


def covers(notice: GroundOneNotice, on: date) -> bool:
    """Whether the restricted period, which begins with service, covers the day."""
    until = last_day(notice)
    return until is not None and notice.served_on is not None and notice.served_on <= on <= until


def lessens(said: GroundOneNotice, known: GroundOneNotice, on: date) -> bool:
    """Whether what is said now would let the home sooner than what is known, of a period that still runs."""
    if not covers(known, on):
        return False
    until, known_until = last_day(said), last_day(known)
    return until is None or (known_until is not None and until < known_until)


def check_order_of_dates(notice: GroundOneNotice, on: date) -> None:
    """Raises DomainError at the field where a date of a notice cannot be."""
    if not notice.given:
        return
    if notice.served_on is None or notice.specified_on is None:
        raise DomainError("Enter both dates of the notice.", field="served_on", code="dates_missing")
    if notice.served_on > on:
        raise DomainError("The notice cannot have been given in the future.", field="served_on", code="in_future")
    if notice.specified_on < notice.served_on:
        raise DomainError(
            "The date in the notice must be the day the tenant got it, or later", field="specified_on", code="order"
        )


def restricted(until: date, *, answered_by: date | None = None) -> DomainError:
    """The refusal of a home in its restricted period: when it ends, the ways out, and what to do if it is wrong.

    `answered_by` is the day by which an officer answers a landlord who has said that it is not so.
    """
    wrong = (
        f"You have told us something else since. An officer looks at that and tells you by "
        f"{dates.in_words(answered_by)}. The home stays as it is until then."
        if answered_by
        else "If a date is wrong, or there was no such notice, ring us: an officer can put it right."
    )
    return DomainError(
        f"You gave a notice to sell or move in, so this home cannot be let or advertised until after "
        f"{dates.in_words(until)}. That is 12 months from the date in the notice, which counts as 4 months after "
        "it was given or later (Housing Act 1988 s16M). "
        f"There are two ways out: a court order on another ground, or selling the home. {wrong}",
        field="given",
        code="restricted_period",
    )
