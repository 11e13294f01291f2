"""London days, working days, periods and the words for them. Plain Python: no clock, no Django."""

from core.dates.calendar import LONDON, add_months, add_years, age_on, london, today
from core.dates.periods import Period, day_number, days_left, last_day
from core.dates.words import clock, in_full, in_words, relative, short
from core.dates.working import add_working_days, holidays_known_to, is_working_day

__all__ = [
    "LONDON",
    "Period",
    "add_months",
    "add_working_days",
    "add_years",
    "age_on",
    "clock",
    "day_number",
    "days_left",
    "holidays_known_to",
    "in_full",
    "in_words",
    "is_working_day",
    "last_day",
    "london",
    "relative",
    "short",
    "today",
]
