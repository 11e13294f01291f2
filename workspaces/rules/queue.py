"""The day list of an officer: how it is narrowed, and how urgent a line is."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.states import Colour

WEEK_DAYS = 7


class Whose(StrEnum):
    MINE = ""
    TEAM = "team"


class When(StrEnum):
    ANY = ""
    LATE = "late"
    TODAY = "today"
    WEEK = "week"


WHOSE_LABELS = {Whose.MINE: "Mine", Whose.TEAM: "The whole team’s"}
WHEN_LABELS = {
    When.ANY: "Any day",
    When.LATE: "Late",
    When.TODAY: "Today",
    When.WEEK: "In the next 7 days",
}


@dataclass(frozen=True)
class QueueFilters:
    """What an officer narrows the list by. An empty `kind` means records of every kind."""

    whose: Whose = Whose.MINE
    kind: str = ""
    when: When = When.ANY


def week_ends(on: date) -> date:
    """The last of the seven days that begin with `on`."""
    return on + timedelta(days=WEEK_DAYS - 1)


def urgency(due_on: date, on: date) -> Colour:
    """Red when the day has passed, amber on the day, plain before it."""
    if due_on < on:
        return Colour.RED
    return Colour.AMBER if due_on == on else Colour.GREY
