"""Bed and breakfast for families: six weeks at most (SI 2003/3326 arts 2 to 4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LAST_LAWFUL_DAY = 42
HEADS_SHORTLIST_FROM = 28
AMBER_DAY = 21
RED_DAY = 35


@dataclass(frozen=True)
class Stay:
    """One stay in temporary accommodation. `ended_on` is the day of leaving, or None while it lasts.

    Bed and breakfast is accommodation that is not self-contained and shares a toilet, washing or
    cooking, unless a council, registered provider or voluntary body owns or manages it (art 2).
    """

    started_on: date
    ended_on: date | None
    self_contained: bool
    exempt_provider: bool

    @property
    def is_bnb(self) -> bool:
        return not self.self_contained and not self.exempt_provider


def bnb_day(stays: Iterable[Stay], on: date) -> int:
    """The day number in bed and breakfast on a day, all stays added; 0 when not in one on that day.

    The day of entry is day 1. A break stops the count and does not restart it. Day 42 is the last
    lawful one for a household with children or a pregnant member.
    """
    days: set[date] = set()
    there = False
    for stay in stays:
        if not stay.is_bnb or stay.started_on > on:
            continue
        end = stay.ended_on if stay.ended_on is not None and stay.ended_on <= on else on + timedelta(days=1)
        there = there or stay.ended_on is None or stay.ended_on > on
        days |= {stay.started_on + timedelta(days=n) for n in range((end - stay.started_on).days)}
    return len(days) if there else 0


def last_lawful_day(stays: Iterable[Stay], on: date) -> date | None:
    """The last day on which a family in bed and breakfast today may lawfully be there, if it stays put."""
    day = bnb_day(stays, on)
    return on + timedelta(days=LAST_LAWFUL_DAY - day) if day else None


def nights(stays: Iterable[Stay], on: date) -> int:
    """Nights so far, the night of `on` not included."""
    return sum(max(0, (min(stay.ended_on or on, on) - stay.started_on).days) for stay in stays)


FUNCTION_LABELS = {
    "s188": "Interim duty, while we look into it (s188(1))",
    "s188(3)": "Power, while a review is decided (s188(3))",
    "s190": "For a time, as they are intentionally homeless (s190)",
    "s193": "The main duty (s193)",
    "s199A": "While a referral to another council is decided (s199A, s200)",
}
