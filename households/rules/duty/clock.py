"""The duties and their clocks (Housing Act 1996 ss189B, 193, 195 as in force from 1 May 2026)."""

from datetime import date, timedelta
from enum import StrEnum

from core import dates
from core.states import Colour, Holder, Machine, State, move

DUTY_DAYS = 56
WARNING_DAYS = (35, 49, 56)


class DutyKind(StrEnum):
    PREVENTION = "prevention"
    RELIEF = "relief"
    MAIN = "main"


class DutyState(StrEnum):
    OPEN = "open"
    ENDED = "ended"


DUTY = Machine(
    "duty",
    DutyState.OPEN,
    [
        State(
            DutyState.OPEN,
            "Duty owed",
            Holder.COUNCIL,
            "Your housing officer works through the plan with you.",
            "The duty stays open. Help never stops without a letter.",
        ),
        State(
            DutyState.ENDED,
            "Duty ended",
            Holder.NOBODY,
            "The letter says why it ended and how to ask for a review.",
            colour=Colour.GREY,
            terminal=True,
        ),
    ],
    [move("end", [DutyState.OPEN], DutyState.ENDED, "End the duty")],
)


class Decision(StrEnum):
    """A finding that may still be open."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


def days_left(last: date | None, on: date) -> int:
    """Days left of the 56 after today; 0 on day 56, negative when it runs on past it."""
    return (last - on).days if last else 0


def last_day(satisfied_on: date) -> date:
    """Day 56, counting the day the council was first satisfied as day 1 (ss189B(4), 195(8)(b))."""
    return dates.last_day(satisfied_on, DUTY_DAYS)


def restart_after_referral(notice_on: date) -> date:
    """Relief day 1 when another council refuses a referral: the day of the s199A(3) notice (s199A(4)(b))."""
    return notice_on


def warning_dates(satisfied_on: date) -> dict[int, date]:
    """The days on which the officer is reminded: 35, 49 and 56."""
    return {day: satisfied_on + timedelta(days=day - 1) for day in WARNING_DAYS}


def relief_lapses_on(
    satisfied_on: date, priority_need: Decision, intentional: Decision, *, lapses_if_open: bool = False
) -> date | None:
    """The day at whose end relief ends by itself, or None while only a notice can end it (s189B(4)).

    The Act needs the council to be satisfied of priority need and not satisfied that the household is
    homeless intentionally. `lapses_if_open` reads an undecided intentionality as "not satisfied": a
    setting for the council's solicitor, off by default.
    """
    if priority_need is not Decision.YES or intentional is Decision.YES:
        return None
    if intentional is Decision.UNDECIDED and not lapses_if_open:
        return None
    return last_day(satisfied_on)


def main_decision_overdue_days(satisfied_on: date, on: date, *, decided: bool) -> int:
    """Days since day 56 of relief with the main duty decision still open; 0 when none is overdue."""
    return 0 if decided else max(0, (on - last_day(satisfied_on)).days)
