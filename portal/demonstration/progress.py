"""What is said while the council is built: a line for each month of its story."""

from collections.abc import Callable
from datetime import date, timedelta

from households.models import Household
from landlords.models import Landlord
from portal.demonstration.council import Council
from portal.demonstration.stage import Story
from properties.models import Home
from tenancies.models import Tenancy

Say = Callable[[str], None]
COUNTED = {"landlords": Landlord, "homes": Home, "households": Household, "tenancies": Tenancy}


def hush(line: str) -> None:
    """Say nothing."""


def months(council: Council, say: Say) -> Story:
    """At the end of each month, and on the demonstration day, how many there are of everything so far."""
    day = council.today
    while day < council.calendar.day:
        day = min(month_end(day + timedelta(days=1)), council.calendar.day)
        yield council.calendar.moment(day, 18)
        counts = ", ".join(f"{model.objects.count()} {name}" for name, model in COUNTED.items())
        say(f"{council.today:%B %Y}: {counts}")


def month_end(day: date) -> date:
    """The last day of the month in which a day lies."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
