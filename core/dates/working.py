from datetime import date, timedelta
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays

ONE_DAY = timedelta(days=1)


@cache
def bank_holidays() -> frozenset[date]:
    """Bank holidays of England and Wales as published on GOV.UK, from the copy in the installed package."""
    published = BankHolidays(use_cached_holidays=True)
    return frozenset(each["date"] for each in published.get_holidays(division=BankHolidays.ENGLAND_AND_WALES))


def holidays_known_to() -> date:
    """The last day for which bank holidays have been published. After it only weekends are known."""
    return date(max(bank_holidays()).year, 12, 31)


def is_working_day(day: date) -> bool:
    """Not a Saturday, a Sunday or a bank holiday in England and Wales."""
    return day.weekday() < 5 and day not in bank_holidays()


def add_working_days(start: date, days: int) -> date:
    """The last of so many working days after `start`, which itself does not count.

    With 0 it is `start`, or the next working day when `start` is not one. Store the answer with a
    deadline: a bank holiday announced later must not move it.
    """
    if days < 0:
        raise ValueError("Count working days forwards")
    day = start
    if days == 0:
        while not is_working_day(day):
            day += ONE_DAY
    for _ in range(days):
        day += ONE_DAY
        while not is_working_day(day):
            day += ONE_DAY
    return day
