"""What time alone brings about: relief that the Act ended, decisions overdue, six weeks in bed and breakfast."""

from datetime import timedelta

from django.utils.timezone import now
from django_tasks import task

from core import dates
from core.access.actor import system
from core.rulebook.selectors import policy
from households.models import Duty, Household
from households.rules.duty import DUTY_DAYS, WARNING_DAYS, DutyKind
from households.services import duties, placements
from households.services.findings import LAPSE_SETTING


@task
def record_lapses() -> int:
    """Record each relief duty that ended by itself, and put overdue main duty decisions in the queues."""
    at = now()
    on = dates.today(at)
    lapses = policy.yes(LAPSE_SETTING, on)
    past = Duty.objects.open().filter(kind=DutyKind.RELIEF, satisfied_on__lte=on - timedelta(days=DUTY_DAYS))
    ended = 0
    for reference in past.values_list("reference", flat=True):
        actor = system("record_lapses")
        ended += duties.record_lapse(ref=reference, lapses_if_open=lapses, actor=actor, at=at) is not None
    return ended


@task
def watch_clocks() -> int:
    """Leave one reminder on each duty of the days that have come: the last."""
    at = now()
    late = dates.today(at) - timedelta(days=WARNING_DAYS[1] - 1)
    open_duties = Duty.objects.open().exclude(kind=DutyKind.MAIN).filter(satisfied_on__lte=late)
    for reference in open_duties.values_list("reference", flat=True):
        duties.overtake_warnings(ref=reference, at=at)
    return open_duties.count()


@task
def watch_bnb() -> int:
    """Look again at every family in temporary accommodation: a birth or a move changes the last lawful day."""
    at = now()
    there = Household.objects.filter(placements__ended_on=None, placements__isnull=False).distinct()
    for reference in there.values_list("reference", flat=True):
        placements.look_again(ref=reference, at=at)
    return there.count()
