"""The clock of a duty in words, with the sum that made it."""

from datetime import date

from core import dates
from core.ui.components import SumLine, Tag
from households.models import Duty
from households.rules.duty import DUTY_DAYS, DutyKind, DutyState

NEAR = 7
SOURCES = {DutyKind.PREVENTION: "s195(8)(b)", DutyKind.RELIEF: "s189B(4)", DutyKind.MAIN: "s193"}


def plural(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def left_in_words(left: int) -> str:
    if left > 0:
        return f"{plural(left)} left"
    return "the last day" if left == 0 else f"{plural(-left)} past day 56"


def in_words(duty: Duty, on: date) -> str:
    """ "Day 12 of 56, 44 days left"."""
    if duty.last_day is None:
        return f"Day {duty.day(on)}, since {dates.short(duty.satisfied_on)}"
    day = duty.day(on)
    counted = f"Day {day} of {DUTY_DAYS}" if day <= DUTY_DAYS else f"Day {day}"
    return f"{counted}, {left_in_words(duty.days_left(on))}"


def tag(duty: Duty, on: date) -> Tag:
    """The duty with its colour: amber in the last week, red past day 56."""
    label = duty.get_kind_display()
    if duty.state == DutyState.ENDED:
        return Tag(label, "grey")
    if duty.last_day is None:
        return Tag(label, "blue")
    left = duty.days_left(on)
    return Tag(label, "red" if left < 0 else "yellow" if left <= NEAR else "blue")


def lines(duty: Duty, on: date) -> list[SumLine]:
    """How the days left were made."""
    source = f"Housing Act 1996 {SOURCES[DutyKind(duty.kind)]}"
    first = SumLine(
        "Day 1",
        dates.short(duty.satisfied_on),
        "The day we were first satisfied, not of the approach or a letter",
        source,
    )
    today = SumLine("Today", f"day {duty.day(on)}", f"{dates.in_words(on)}, counting day 1")
    if duty.last_day is None:
        return [first, today]
    return [
        first,
        SumLine(
            "Last day", dates.short(duty.last_day), f"Day 1 and {DUTY_DAYS - 1} more make {DUTY_DAYS} days", source
        ),
        today,
        SumLine("Days left after today", str(duty.days_left(on)), "Last day less today"),
    ]
