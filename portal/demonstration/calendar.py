"""Story time: every day is counted back from the demonstration day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core import dates

SCENARIO_DAY = date(2026, 11, 23)
"""The Monday on which the written scenarios stand. The demonstration day plays it."""
FIRST_DAY = date(2026, 5, 1)
"""The story begins with the law that it tells of (Renters' Rights Act 2025, in force 1 May 2026)."""


def demonstration_day(today: date, last_day_covered: date | None) -> date:
    """Today, or the last day that the rulebook covers if that is earlier."""
    return today if last_day_covered is None else min(today, last_day_covered)


@dataclass(frozen=True)
class Calendar:
    """The days of the story. `until` is its last moment: on the demonstration day itself, the present.

    A scenario's date keeps its distance to the demonstration day, so that every count of calendar days
    in it stays true: day 57 of a duty is day 57 whenever the council is built. Its weekdays are then
    those of the calendar, and on a demonstration day other than a Monday some of its acts fall on a
    weekend. Everything else in the story happens on working days.
    """

    day: date
    until: datetime

    def date(self, scenario: date) -> date:
        """A date of the written scenarios as this council has it."""
        return scenario + (self.day - SCENARIO_DAY)

    def on(self, scenario: date, hour: int = 10, minute: int = 0) -> datetime:
        """A moment of the written scenarios."""
        return self.moment(self.date(scenario), hour, minute)

    def ago(self, days: int, hour: int = 10, minute: int = 0) -> datetime:
        """The moment so many days before the demonstration day, on that day or the last working day before."""
        day = self.day - timedelta(days=days)
        while days and not dates.is_working_day(day):
            day -= timedelta(days=1)
        return self.moment(day, hour, minute)

    def ahead(self, days: int, hour: int = 10, minute: int = 0) -> datetime:
        """The moment so many days after the demonstration day, on that day or the next working day."""
        day = self.day + timedelta(days=days)
        while not dates.is_working_day(day):
            day += timedelta(days=1)
        return self.moment(day, hour, minute)

    def last(self, weekday: int, hour: int = 10, minute: int = 0) -> datetime:
        """The moment on the last such day of the week before the demonstration day. Monday is 0."""
        back = (self.day.weekday() - weekday - 1) % 7 + 1
        return self.moment(self.day - timedelta(days=back), hour, minute)

    def weekday(self, scenario: date) -> str:
        """The day of the week on which a date of the written scenarios falls here."""
        return f"{self.date(scenario):%A}"

    def moment(self, day: date, hour: int = 10, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), tzinfo=dates.LONDON)

    @property
    def begins(self) -> datetime:
        """The first working day of the story."""
        return self.ago(max(200, (self.day - FIRST_DAY).days), 8)
