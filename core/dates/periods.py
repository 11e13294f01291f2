from dataclasses import dataclass
from datetime import date, timedelta

from core.dates.words import in_words


def last_day(day_one: date, days: int) -> date:
    """The last of `days` days beginning with `day_one`: day one plus days less one.

    A period "beginning with the day" counts that day (Housing Act 1996 ss 189B(4), 195(8)): 56 days
    from 1 October end at the end of 25 November.
    """
    if days < 1:
        raise ValueError("A period has one day or more")
    return day_one + timedelta(days=days - 1)


def day_number(day_one: date, on: date) -> int:
    """Which day of the period `on` is; day one is 1, the day before it is 0."""
    return (on - day_one).days + 1


def days_left(day_one: date, days: int, on: date) -> int:
    """Days after `on` until the last day: 0 on the last day itself, negative when it has passed."""
    return (last_day(day_one, days) - on).days


@dataclass(frozen=True, order=True)
class Period:
    """Days from `start` up to, but without, `end`. An `end` of None means no end is known."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise ValueError("A period ends after the day it starts")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    @property
    def last(self) -> date | None:
        """The last day covered."""
        return None if self.end is None else self.end - timedelta(days=1)

    def overlaps(self, other: "Period") -> bool:
        return (self.end is None or other.start < self.end) and (other.end is None or self.start < other.end)

    def __str__(self) -> str:
        if self.last is None:
            return f"from {in_words(self.start)}"
        return f"{in_words(self.start)} to {in_words(self.last)}"
