from datetime import date, datetime

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def in_words(day: date) -> str:
    """ "Thursday 26 November 2026"."""
    return f"{DAYS[day.weekday()]} {in_full(day)}"


def in_full(day: date) -> str:
    """ "26 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short(day: date) -> str:
    """ "26 Nov 2026"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def relative(day: date, on: date) -> str:
    """How far `day` is from `on`: "today", "tomorrow", "in 3 days", "2 days ago"."""
    days = (day - on).days
    if days == 0:
        return "today"
    if days in (1, -1):
        return "tomorrow" if days == 1 else "yesterday"
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def clock(moment: datetime) -> str:
    """ "3:00pm", of the clock that the moment is in."""
    return f"{moment.hour % 12 or 12}:{moment:%M}{'am' if moment.hour < 12 else 'pm'}"
