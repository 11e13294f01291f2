"""The people who work at the council, and what happens every morning."""

from datetime import timedelta

from django.db.models import Q

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
from households.services.plans import Step
from landlords.models import Landlord
from landlords.services import waiting
from portal.demonstration.acts import households
from portal.demonstration.council import Council
from portal.demonstration.stage import Story
from tenancies.models import Tenancy
from tenancies.rules.tenancy import TenancyState
from tenancies.services import life
from workspaces.selectors.work import takers
from workspaces.services import work

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
LOOKED_AT = ("day_35", "day_49")
ATTENDED = {
    "arrears": "Rang the tenant first, then the landlord. Both know what to do next.",
    "read_notice": "Read it together. They know that its date is not the day to leave.",
    "notice_review": "Rang both. Nothing from a court so far.",
    "tenancy_risk_review": "Rang both: the rent of this month came, and what was behind is paid off bit by bit.",
}
"""What officers see to on its day, with what came of it."""
GOES_ON = "We went through it together; the search goes on."
LETTING, HOUSING = ("grace", "ibrahim"), ("daniel", "meera", "tom", "aileen", "kwame")
DESKS = {
    "landlord_checks": LETTING,
    "home_certificates": LETTING,
    "let_review": LETTING,
    "application_decision": (*LETTING, "helen"),
    "property_check": ("colin",),
    "inventory": HOUSING,
    "keys": HOUSING,
    "prepare_offer": HOUSING,
}
"""Who takes what waits for anybody of a role, in turn."""


def officers(council: Council) -> None:
    """Everybody's account, before the first story begins. The administrator comes first."""
    for slug, name, role, limit in OFFICERS:
        council.officer(slug, name, role, limit)


def mornings(council: Council) -> Story:
    """What the scheduled jobs do each morning, on the days on which they would find something."""
    clerk = system("every_morning")
    day = council.today
    half_a_year = dates.add_months(day, 6)
    while True:
        day += timedelta(days=1)
        yield council.calendar.moment(day, 6)
        overdue = Duty.objects.open().filter(kind=DutyKind.RELIEF, last_day__lt=day)
        for reference in overdue.values_list("reference", flat=True):
            duties.record_lapse(ref=reference, lapses_if_open=False, actor=clerk, at=council.at)
        started = Q(start_on__in=[day - timedelta(days=days) for days in INVENTORY_REMINDER_DAYS])
        done_with = Q(state=GuaranteeState.ACTIVE, tenancy__ended_on__isnull=False)
        for row in Guarantee.objects.filter(started | done_with).select_related("tenancy"):
            over = row.state == GuaranteeState.ACTIVE and row.tenancy and row.tenancy.ended_on
            (guarantees.end if over else guarantees.remind)(ref=row.reference, actor=clerk, at=council.at)
        over = Q(state="in_force", guarantee__tenancy__ended_on__isnull=False)
        unsigned = Q(state="approved", offer_open_to__lt=dates.today(council.at))
        for row in SchemeApplication.objects.filter(over | unsigned):
            (applications.end if row.state == "in_force" else applications.lapse)(
                ref=row.reference, actor=clerk, at=council.at
            )
        for reference in Landlord.objects.filter(state="invited", reminded_on=None).values_list("reference", flat=True):
            waiting.remind(ref=reference, actor=clerk, at=council.at)
        late = Deadline.objects.open().filter(kind__in=waiting.WAITS).overdue(day)
        for reference in sorted(set(late.values_list("subject_reference", flat=True))):
            waiting.last_day_passed(ref=reference, actor=clerk, at=council.at)
        if day < half_a_year:
            continue
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
        for deadline in Deadline.objects.open().filter(
            due_on__lte=day, kind__in=[*LOOKED_AT, *ATTENDED, "plan_review"]
        ):
            if deadline.kind in LOOKED_AT:
                subject = (deadline.subject_kind, deadline.subject_reference)
                deadlines.done(kind=deadline.kind, subject=subject, at=council.at, outcome="looked at")
            elif deadline.kind in ATTENDED:
                attend(council, deadline)
            else:
                household = Household.objects.get(reference=deadline.subject_reference)
                kept = [Step(step.side, step.what) for step in household.plans.first().steps.filter(dropped_on=None)]
                households.make_plan(council, household, *kept, changed=GOES_ON, review_days=35)


def attend(council: Council, deadline: Deadline) -> None:
    """The household's officer sees to what waits about a tenancy."""
    found = Tenancy.objects.select_related("nomination__household").get(reference=deadline.subject_reference)
    officer = council.actor(households.lead_of(council, found.nomination.household))
    note = ATTENDED[deadline.kind]
    life.attended(ref=found.reference, seen=found.version, kind=deadline.kind, note=note, actor=officer, at=council.at)


def shared_out(council: Council) -> Story:
    """On the eve of the demonstration day the team shares out what waits for nobody by name."""
    yield council.ago(1, 17)
    for row in Deadline.objects.open().filter(person=None, kind__in=DESKS).order_by("pk"):
        able = {each.user_id for each in takers(row)}
        if desks := [slug for slug in DESKS[row.kind] if council.users[slug].pk in able]:
            to_id = council.users[council.turn(row.kind, desks)].pk
            manager = council.actor("ruth")
            work.give(about=row.subject, kind=row.kind, seen=0, to_id=to_id, actor=manager, at=council.at)
