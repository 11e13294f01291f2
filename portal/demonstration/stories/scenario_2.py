"""The landlord sells, with four months' notice: "Call before you serve", used a week late, and help before any duty."""

from datetime import date

from core import dates
from core.money import Money
from core.rulebook.rules.notices.timing import first_day_after, restricted_until
from households.models import Household
from households.rules.case import MemberRole
from households.services.decisions import NoticeGiven
from households.services.plans import Step
from portal.demonstration.acts import households, reports
from portal.demonstration.acts.case import Case, needs, person
from portal.demonstration.calendar import Calendar
from portal.demonstration.council import Council
from portal.demonstration.stage import Story
from tenancies.models import ProblemReport
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import Side, Stage
from tenancies.services import contacting, ending, noticing, reporting
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given

MONTHS = 4
"""What ground 1A asks for (HA 1988 s8(4AA); RRA 2025 Sch 1 para 3)."""
SELLING = Given(
    Problem.SELLING,
    {"when": "soon", "notice": "given"},
    "Humphrey Vine rang “Call before you serve”, a week after he had given the notice. He sells in the spring.",
)
HELP_EARLY = "The notice is good and its date is more than 56 days off. We look for a home with them now."


def notice_of(calendar: Calendar) -> NoticeGiven:
    """The notice as it is read: for the earliest date that it may give."""
    served_on = calendar.date(date(2026, 11, 2))
    return NoticeGiven(
        kind="section_8",
        tenancy="assured",
        served_on=served_on,
        specified_on=first_day_after(served_on, MONTHS),
        grounds=("1A",),
        tenancy_began_on=calendar.date(date(2025, 11, 3)),
    )


def meaning(specified_on: date) -> str:
    """What the family is told of the date in their notice."""
    day = dates.in_words(specified_on)
    return (
        f"Your landlord gave you a notice with the date {day}. That is not the day you must leave. You can stay "
        "until a court makes an order and bailiffs come. Keep paying the rent. We look for a home with you from now "
        "on. 56 days before that date the law gives us a duty to help you, and we ring you that day."
    )


def advice(notice: NoticeGiven) -> str:
    """What the landlord is told: the home may not be let again for a year after the date in the notice."""
    until = restricted_until(notice.served_on, notice.specified_on)
    assert until is not None
    return (
        "The notice is good in time. Its date is not the day on which they must leave. After a notice to sell the "
        f"home may not be let or advertised until after {dates.in_words(until)}."
    )


def case_of(calendar: Calendar) -> Case:
    day = calendar.day
    return Case(
        slug="gillian",
        people=(
            person(day, "Gillian Prewett", 41, "F", MemberRole.APPLICANT),
            person(day, "Stuart Prewett", 39, "M", MemberRole.PARTNER),
            person(day, "Harriet", 12, "F"),
        ),
        happened="Their landlord is selling and gave them notice on ground 1A. They have paid every rent.",
        officer="tom",
        needs=needs(monthly_income=Money(310_000), rent_ceiling=Money(130_000)),
        resident=True,
        notice=notice_of(calendar),
    )


def story(council: Council) -> Story:
    yield council.on(date(2026, 11, 9), 10)
    row = households.open_case(council, case_of(council.calendar))
    report = called(council, row)
    yield council.on(date(2026, 11, 11), 14)
    reports.do(council, ending.escalate, report, council.actor("tom"), stage=Stage.PRE_PREVENTION, reason=HELP_EARLY)
    day = dates.in_words(notice_of(council.calendar).specified_on)
    households.make_plan(
        council,
        row,
        Step("council", "Look for homes for three with you, to rent from the spring."),
        Step("council", "Ring you 56 days before the date in the notice. From then on we have a duty to help."),
        Step("applicant", f"Do not leave on {day}: only a court can end your tenancy."),
        Step("applicant", "Keep paying the rent, and send us every letter from your landlord or a court."),
    )


def called(council: Council, row: Household) -> ProblemReport:
    """The landlord's call, written down; both are told what the notice means."""
    notice, tom = notice_of(council.calendar), council.actor("tom")
    report = reporting.report(
        given=SELLING, source=Source.LANDLORD, household_ref=row.reference, actor=tom, at=council.at
    )
    served = {"served_on": notice.served_on, "ends_on": notice.specified_on, "grounds": notice.grounds}
    reports.do(council, noticing.serve, report, tom, **served)
    reports.do(council, noticing.rang_landlord, report, tom, advice=advice(notice))
    for side in Side:
        reports.ring(council, report, tom, side=side)
    words = meaning(notice.specified_on)
    reports.do(council, noticing.tell_rights, report, tom, advice=words)
    reports.do(council, contacting.tell_tenant, report, tom, words=words, delivery=Delivery.EMAIL)
    return report


def stories(council: Council) -> list[Story]:
    return [story(council)]
