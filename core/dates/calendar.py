from calendar import monthrange
from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def london(at: datetime) -> datetime:
    """The moment on a London clock. Raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("A moment needs its time zone")
    return at.astimezone(LONDON)


def today(at: datetime) -> date:
    """The London day of a moment."""
    return london(at).date()


def add_months(start: date, months: int) -> date:
    """The corresponding date so many months on, or the last day of a month that is too short.

    "The corresponding date rule": Dodds v Walker [1981] 1 WLR 1027.
    """
    position = start.year * 12 + start.month - 1 + months
    year, month = divmod(position, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def add_years(start: date, years: int) -> date:
    return add_months(start, years * 12)


def age_on(born: date, on: date) -> int:
    """Age in whole years. A birthday counts from the start of its day (Family Law Reform Act 1969 s9);
    a person born on 29 February has it on 1 March in other years.

    Raises ValueError for a day before birth.
    """
    if on < born:
        raise ValueError("That day is before the date of birth")
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
