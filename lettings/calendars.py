"""Calendar files of viewings: the area and the time, never a name or a reason."""

from datetime import timedelta

from icalendar import Calendar, Event

from lettings.models import Viewing
from lettings.rules.viewing import ViewingState

LENGTH = timedelta(minutes=30)


def viewing(row: Viewing, host: str) -> bytes:
    """An iCalendar file that a calendar updates in place when the viewing moves or is cancelled."""
    calendar = Calendar()
    calendar.add("prodid", "-//Lintel//Viewing//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    event = Event()
    event.add("uid", f"{row.nomination.reference}@{host}")
    event.add("sequence", row.calendar_sequence)
    event.add("dtstamp", row.created_at)
    event.add("dtstart", row.starts_at)
    event.add("dtend", row.starts_at + LENGTH)
    event.add("summary", "Viewing")
    event.add("location", row.nomination.let.home.area_label)
    event.add("status", "CANCELLED" if row.state == ViewingState.CANCELLED else "CONFIRMED")
    calendar.add_component(event)
    return calendar.to_ical()
