"""Our response times, computed from the audit trail: nobody types them."""

from datetime import date, datetime, time, timedelta

from core.audit.models import Event
from core.dates import LONDON
from workspaces.rules.response_times import COURSES, Happened, Question, Times, lately

PERIOD = timedelta(days=91)
LONGEST_WAIT = timedelta(days=91)


def response_times(on: date) -> dict[Question, Times | None]:
    """How long each kind of answer took in the 13 weeks before a day; None for too few. One query."""
    since = on - PERIOD
    begin = datetime.combine(since - LONGEST_WAIT, time.min, tzinfo=LONDON)
    end = datetime.combine(on, time.min, tzinfo=LONDON)
    actions = {action for course in COURSES.values() for action in course.asked | course.answered}
    rows = Event.objects.filter(at__gte=begin, at__lt=end, action__in=actions).order_by("at", "pk")
    happened = [Happened(*row) for row in rows.values_list("subject_reference", "action", "at")]
    return {question: lately(happened, course, since) for question, course in COURSES.items()}
