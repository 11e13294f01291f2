"""Mixed notice: grounds 8 and 14 in one notice, served today for tomorrow."""

from datetime import date, timedelta

from core import dates
from core.money import Money
from households.rules.case import MemberRole
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from households.services import cases, decisions
from households.services.decisions import NoticeGiven as HouseholdNotice
from households.services.plans import Step
from portal.demonstration.acts import homes, households, lettings, reports
from portal.demonstration.acts.case import THREATENED, Case, needs, person
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.calendar import Calendar
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story
from portal.demonstration.stories.households import owed
from tenancies.models import Tenancy
from tenancies.rules.joint import Barrier
from tenancies.rules.notice import NoticeGiven
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import Owner, Stage
from tenancies.selectors import rents as rent_record
from tenancies.services import agreeing, ending, life, noticing, rents, sheets, triaging
from tenancies.services.agreeing import ActionGiven
from tenancies.services.rents import Period
from tenancies.services.reporting import Given

GROUNDS = ("8", "14")
WAITING = Money(68_000)
FIRST_RENT, AWARD = date(2026, 9, 1), date(2026, 12, 4)
HE_AGREED = True
"""Lee asked Daniel to tell the landlord of the award, so that he waits for it."""
NUISANCE = Given(
    Problem.NUISANCE,
    {"complains": "neighbour", "danger": "no", "notice": "given"},
    "The lady below hears shouting at night and has written to me twice.",
)
RIGHTS = "Tomorrow is not the day you must leave: only a court can end your tenancy. Stay, and pay what you can."
ABOUT_THE_NOISE = (
    (Owner.TENANT, "No music after 10 at night, and ring the officer before it gets loud", 1),
    (Owner.COUNCIL, "Visit him about the nights, and listen to what the neighbour heard", 7),
)


def told_of_arrears(calendar: Calendar) -> Given:
    words = f"Nothing since {calendar.date(FIRST_RENT):%B}. I gave him notice this morning, grounds 8 and 14."
    return Given(Problem.ARREARS, {"owed": "3_months", "notice": "given"}, words)


def the_award(calendar: Calendar) -> str:
    return f"the award of {dates.short(calendar.date(AWARD))}"


def about_the_rent(calendar: Calendar) -> tuple[tuple[Owner, str, int], ...]:
    return (
        (Owner.COUNCIL, "Ask for the rent to be paid straight to the landlord, with both facts sheets", 2),
        (Owner.TENANT, f"Show the officer the letter about {the_award(calendar)}", 4),
    )


def steps(calendar: Calendar) -> tuple[Step, ...]:
    return (
        Step("council", f"Ask your landlord to wait for {the_award(calendar)}, and for the rent to be paid straight."),
        Step("council", "Speak with you about the noise. Nothing of it goes to the landlord or the neighbour."),
        Step("applicant", "Keep every letter from your landlord, and do not leave on the date in the notice."),
    )


def housed(council: Council) -> Story:
    """A flat at £900 since August, with rent due on the 1st."""
    people = (person(council.calendar.day, "Lee Farrant", 45, "M", MemberRole.APPLICANT),)
    wanted = needs(rent_ceiling=Money(90_000), monthly_income=Money(210_000))
    case = Case(
        "lee",
        people,
        "His lodging ended when the house was sold.",
        reason="end_prs_not_assured",
        needs=wanted,
        resident=True,
        found={THREATENED: "His landlord gave him notice this morning. Its date, tomorrow, is within 56 days."},
    )
    row = yield from owed(council, case, DutyKind.RELIEF, 132)
    let = yield from homes.available(council, Dwelling("amrit", "Flat 3, Foundry Yard", 1, 900, gas=False), 120)
    yield from lettings.on_the_road(council, let, row, 112, "keys")
    yield council.ago(102, 11)
    why = "He has a home of his own, let without an end, that he can afford."
    households.end(council, row, Ground.SECURED, "secured_6m", why)
    households.send(council, row, LetterKind.END_OF_RELIEF)
    households.close(council, row, "He has moved in.")
    tenancy = Tenancy.objects.select_related("nomination__household", "nomination__let__home__landlord").get(
        nomination__household=row
    )
    rents.set_rent_day(
        ref=tenancy.reference,
        seen=seen(tenancy),
        first_due_on=council.calendar.date(FIRST_RENT),
        actor=council.actor("daniel"),
        at=council.at,
    )
    return tenancy


def story(council: Council) -> Story:
    tenancy: Tenancy = yield from housed(council)
    daniel, owner = council.actor("daniel"), council.actor("amrit")
    yield council.on(date(2026, 11, 9), 18)
    row = Tenancy.objects.get(pk=tenancy.pk)
    unpaid = [Period(day, row.rent, Money.zero()) for day in rent_record.not_entered(row, council.today)]
    rents.enter(ref=row.reference, seen=row.version, periods=unpaid, actor=owner, at=council.at)
    yield council.on(date(2026, 11, 20), 11)
    rents.await_award(
        ref=row.reference,
        seen=seen(row),
        amount=WAITING,
        expected_on=council.calendar.date(AWARD),
        shared=HE_AGREED,
        actor=daniel,
        at=council.at,
    )
    yield council.on(date(2026, 11, 23), 9)
    told = told_of_arrears(council.calendar)
    arrears, nuisance = (reports.take(council, tenancy, Source.LANDLORD, given) for given in (told, NUISANCE))
    yield council.on(date(2026, 11, 23), 9, 30)
    for report in (arrears, nuisance):
        reports.triage(council, report, daniel)
    reports.do(council, triaging.keep_apart, arrears, daniel, barrier=Barrier.NEIGHBOUR)
    sheets.for_landlord(ref=row.reference, seen=seen(row), actor=owner, at=council.at)
    yield council.on(date(2026, 11, 23), 10)
    notice_given(council, tenancy)
    served = {"served_on": council.today, "ends_on": council.today + timedelta(days=1), "grounds": GROUNDS}
    for report in (arrears, nuisance):
        reports.reach(council, report, daniel)
        reports.do(council, noticing.serve, report, daniel, **served)
        reports.do(council, noticing.tell_rights, report, daniel, advice=RIGHTS)
    reports.do(council, agreeing.agree, arrears, daniel, actions=plan(council, about_the_rent(council.calendar)))
    reports.do(council, agreeing.agree, nuisance, daniel, actions=plan(council, ABOUT_THE_NOISE))
    row = Tenancy.objects.get(pk=tenancy.pk)
    sheets.for_tenant(ref=row.reference, seen=row.version, reasons=["debt"], named=True, actor=daniel, at=council.at)
    why = "The notice gives tomorrow: he is threatened with homelessness today (s175(5))."
    reports.do(council, ending.escalate, arrears, daniel, stage=Stage.ASSESSMENT, reason=why)
    households.open_duty(council, tenancy.nomination.household, DutyKind.PREVENTION)
    changed = "He has a home of his own and may lose it: the plan is about keeping it."
    households.make_plan(council, tenancy.nomination.household, *steps(council.calendar), changed=changed)


def plan(council: Council, actions: tuple[tuple[Owner, str, int], ...]) -> tuple[ActionGiven, ...]:
    """Who does what, and in how many days."""
    return tuple(ActionGiven(owner, what, council.today + timedelta(days=days)) for owner, what, days in actions)


def notice_given(council: Council, tenancy: Tenancy) -> None:
    """The officer reads it with him: good in time, as ground 14 is in it. It goes into both records."""
    household, daniel = tenancy.nomination.household, council.actor("daniel")
    tomorrow = council.today + timedelta(days=1)
    given = NoticeGiven(council.today, tomorrow, GROUNDS)
    life.serve_notice(ref=tenancy.reference, seen=seen(tenancy), notice=given, actor=daniel, at=council.at)
    why = "His landlord gave him notice this morning, for tomorrow."
    cases.reopen(ref=household.reference, seen=seen(household), reason=why, actor=daniel, at=council.at)
    notice = HouseholdNotice(
        kind="section_8",
        tenancy="assured",
        served_on=council.today,
        specified_on=tomorrow,
        grounds=GROUNDS,
        tenancy_began_on=tenancy.started_on,
    )
    decisions.record_notice(ref=household.reference, seen=seen(household), notice=notice, actor=daniel, at=council.at)


def stories(council: Council) -> list[Story]:
    return [story(council)]
