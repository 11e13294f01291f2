"""By when we answer, ring, tell and look again."""

from datetime import date, datetime, time, timedelta

from core import dates
from tenancies.rules.triage import Priority

ARTICLE_14_MONTHS = 1
"""A person whose data came from someone else is told within a month (UK GDPR Art 14(3)(a))."""


def first_contact_by(priority: Priority, days: int, on: date) -> date:
    """The last day of the promise. Red is the same day, whatever day it is."""
    if priority is Priority.RED and days == 0:
        return on
    return dates.add_working_days(on, days)


def ring_by(at: datetime, hours: tuple[int, int]) -> datetime:
    """When we ring a landlord who thinks of giving notice.

    `hours` are two hours of the day: told before the first on a working day, we ring by the second;
    otherwise by the first on the next working day. London time.
    """
    first, second = hours
    moment = dates.london(at)
    if dates.is_working_day(moment.date()) and moment.time() < time(first):
        return moment.replace(hour=second, minute=0, second=0, microsecond=0)
    day = dates.add_working_days(moment.date(), 1)
    return datetime.combine(day, time(first), dates.LONDON)


def article_14_by(on: date) -> date:
    return dates.add_months(on, ARTICLE_14_MONTHS)


def next_review(on: date, days: int) -> date:
    return on + timedelta(days=days)
