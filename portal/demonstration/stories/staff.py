"""The people who work at the council, and what happens every morning."""

from datetime import timedelta

from core import dates
from core.access.actor import system
from core.deadlines import services as deadlines
from core.deadlines.models import Deadline
from deposits.models import Guarantee, SchemeApplication
from deposits.rules.guarantee import INVENTORY_REMINDER_DAYS, GuaranteeState
from deposits.services import applications, guarantees
from households.models import Duty, Household
from households.rules.duty import DutyKind
from households.services import duties
from landlords.models import Landlord
from landlords.services import waiting
from portal.demonstration.acts import households
from portal.demonstration.council import Council
from portal.demonstration.stage import Story
from tenancies.models import Tenancy
from tenancies.rules.tenancy import TenancyState
from tenancies.services import life

OFFICERS = (
    ("paul", "Paul Hensher", "administrator", 0),
    ("joanne", "Joanne Pickett", "triage", 0),
    ("daniel", "Daniel Okafor", "housing", 0),
    ("meera", "Meera Sandhu", "housing", 0),
    ("tom", "Tom Ellery", "housing", 0),
    ("aileen", "Aileen Rourke", "housing", 0),
    ("kwame", "Kwame Boateng", "housing", 0),
    ("grace", "Grace Whitlock", "landlord_liaison", 0),
    ("ibrahim", "Ibrahim Yusuf", "landlord_liaison", 0),
    ("colin", "Colin Marsh", "inspector", 0),
    ("helen", "Helen Stroud", "finance", 1200),
    ("ruth", "Ruth Adeyemi", "manager", 3000),
    ("stephen", "Stephen Lyle", "auditor", 0),
    ("nadia", "Nadia Rahimi", "content_editor", 0),
    ("owen", "Owen Threlfall", "content_editor", 0),
)
"""Short name, name, role, and the most in pounds that they may approve."""


def officers(council: Council) -> None:
    """Everybody's account, before the first story begins. The administrator comes first."""
    for slug, name, role, limit in OFFICERS:
        council.officer(slug, name, role, limit)


def mornings(council: Council) -> Story:
    """What the scheduled jobs do each morning, on the days on which they would find something."""
    clerk = system("every_morning")
    day = council.today
    while True:
        day += timedelta(days=1)
        yield council.calendar.moment(day, 6)
        overdue = Duty.objects.open().filter(kind=DutyKind.RELIEF, last_day__lt=day)
        for reference in overdue.values_list("reference", flat=True):
            duties.record_lapse(ref=reference, lapses_if_open=False, actor=clerk, at=council.at)
        started = [day - timedelta(days=days) for days in INVENTORY_REMINDER_DAYS]
        for reference in Guarantee.objects.filter(start_on__in=started).values_list("reference", flat=True):
            guarantees.remind(ref=reference, actor=clerk, at=council.at)
        done_with = Guarantee.objects.filter(state=GuaranteeState.ACTIVE, tenancy__ended_on__isnull=False)
        for reference in done_with.values_list("reference", flat=True):
            guarantees.end(ref=reference, actor=clerk, at=council.at)
        over = SchemeApplication.objects.filter(state="in_force", guarantee__tenancy__ended_on__isnull=False)
        for reference in over.values_list("reference", flat=True):
            applications.end(ref=reference, actor=clerk, at=council.at)
        unsigned = SchemeApplication.objects.filter(state="approved", offer_open_to__lt=dates.today(council.at))
        for reference in unsigned.values_list("reference", flat=True):
            applications.lapse(ref=reference, actor=clerk, at=council.at)
        for reference in Landlord.objects.filter(state="invited", reminded_on=None).values_list("reference", flat=True):
            waiting.remind(ref=reference, actor=clerk, at=council.at)
        late = Deadline.objects.open().filter(kind__in=waiting.WAITS).overdue(day)
        for reference in late.values_list("subject_reference", flat=True):
            waiting.set_aside(ref=reference, actor=clerk, at=council.at)
        lasted = Tenancy.objects.filter(state=TenancyState.STARTED, started_on__lte=dates.add_months(day, -6))
        for reference in lasted.values_list("reference", flat=True):
            life.settle(ref=reference, actor=clerk, at=council.at)


def afternoons(council: Council) -> Story:
    """What the officers look at when its day has come: duties on day 35 and 49, and plans."""
    day = council.today
    while True:
        day += timedelta(days=1)
        yield council.calendar.moment(day, 16, 30)
        if day == council.calendar.day or not dates.is_working_day(day):
            continue
        due = Deadline.objects.open().filter(due_on__lte=day)
        for deadline in due.filter(kind__in=["day_35", "day_49"]):
            subject = (deadline.subject_kind, deadline.subject_reference)
            deadlines.done(kind=deadline.kind, subject=subject, at=council.at, outcome="looked at")
        for deadline in due.filter(kind="plan_review"):
            household = Household.objects.get(reference=deadline.subject_reference)
            households.make_plan(council, household, changed="We went through it together; the search goes on.")
