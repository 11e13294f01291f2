"""How long we took to answer, from what was recorded: who sent what when, and when they first heard from us."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from core import dates

FEWEST = 5


class Question(StrEnum):
    """What people send us and wait for."""

    REGISTRATION = "registration"
    HOME = "home"
    GUARANTEE = "guarantee"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Course:
    """The recorded actions with which the waiting begins, and those that answer it."""

    asked: frozenset[str]
    answered: frozenset[str]


COURSES: dict[Question, Course] = {
    Question.REGISTRATION: Course(
        frozenset({"landlord.register", "landlord.submit"}),
        frozenset({"landlord.activate", "landlord.ask_for_more", "landlord.park"}),
    ),
    Question.HOME: Course(
        frozenset({"home.submit"}), frozenset({"home.certificates_in_order", "home.ask_for_changes", "home.accept"})
    ),
    Question.GUARANTEE: Course(
        frozenset({"scheme_application.submit", "scheme_application.answer"}),
        frozenset({"scheme_application.approve", "scheme_application.refuse", "scheme_application.ask_for_more"}),
    ),
    Question.PROBLEM: Course(
        frozenset({"problem_report.receive"}),
        frozenset(
            {
                "problem_report.contact",
                "problem_report.reach",
                "problem_report.rang_landlord",
                "problem_report.write_to_landlord",
                "problem_report.write_to_tenant",
            }
        ),
    ),
}


@dataclass(frozen=True)
class Happened:
    """One recorded action on one record."""

    reference: str
    action: str
    at: datetime


@dataclass(frozen=True)
class Times:
    """`count` answers: half of them within `half` working days, nine in ten within `most`."""

    count: int
    half: int
    most: int


def waits(happened: Iterable[Happened], course: Course) -> list[tuple[datetime, datetime]]:
    """When each wait began and ended, in the order in which they ended. One still unanswered is not among them."""
    waiting: dict[str, datetime] = {}
    found = []
    for event in sorted(happened, key=lambda event: event.at):
        if event.action in course.asked:
            waiting.setdefault(event.reference, event.at)
        elif event.action in course.answered and event.reference in waiting:
            found.append((waiting.pop(event.reference), event.at))
    return found


def working_days(asked: datetime, answered: datetime) -> int:
    """The working days after the day of asking, up to and with the day of the answer. The same day is none."""
    first, last = dates.today(asked), dates.today(answered)
    days = (first + timedelta(days=ahead) for ahead in range(1, (last - first).days + 1))
    return sum(dates.is_working_day(day) for day in days)


def measure(days: Sequence[int]) -> Times | None:
    """The median and the ninetieth percentile by nearest rank, or None for fewer than five: too few to be fair."""
    if len(days) < FEWEST:
        return None
    ordered = sorted(days)

    def rank(share: float) -> int:
        return ordered[math.ceil(share * len(ordered)) - 1]

    return Times(len(ordered), rank(0.5), rank(0.9))


def lately(happened: Sequence[Happened], course: Course, since: date) -> Times | None:
    """The answers given since a day."""
    ended = [(asked, answered) for asked, answered in waits(happened, course) if dates.today(answered) >= since]
    return measure([working_days(asked, answered) for asked, answered in ended])
