"""When periodic work falls due: each timetable divides time into slots, and a slot fires once."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Protocol

from core.dates import LONDON


class Timetable(Protocol):
    def slot(self, at: datetime) -> datetime:
        """When the latest slot began that has begun by `at`, in UTC."""
        ...


@dataclass(frozen=True)
class Every:
    """A slot each so many minutes of the day, counted from midnight UTC."""

    minutes: int

    def slot(self, at: datetime) -> datetime:
        moment = at.astimezone(UTC)
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        length = timedelta(minutes=self.minutes)
        return midnight + (moment - midnight) // length * length


@dataclass(frozen=True)
class Daily:
    """One slot a London day, at a time by the London clock.

    On the night when clocks go back the first of the two is meant; a time that is skipped in spring
    falls an hour later by the new clock.
    """

    time: time

    def slot(self, at: datetime) -> datetime:
        day = at.astimezone(LONDON).date()
        today = datetime.combine(day, self.time, LONDON).astimezone(UTC)
        if today <= at.astimezone(UTC):
            return today
        return datetime.combine(day - timedelta(days=1), self.time, LONDON).astimezone(UTC)
