"""A care leaver of 22, put out for arrears: he cannot be found intentionally homeless."""

from dataclasses import replace
from datetime import date

from core.rulebook.rules.lha import Category
from households.rules.case import MemberRole, Question
from households.rules.duty import DutyKind
from households.rules.letter import LetterKind
from households.selectors import care
from households.services.plans import Step
from portal.demonstration.acts import households
from portal.demonstration.acts.case import HOMELESS, Case, needs, person
from portal.demonstration.calendar import Calendar
from portal.demonstration.council import Council
from portal.demonstration.figures import BRMA
from portal.demonstration.stage import Story

COUNTY = "Kent"


def happened(calendar: Calendar) -> str:
    left = calendar.weekday(date(2026, 11, 13))
    return (
        f"He owed £2,880, four months of rent, and left on {left} when the bailiffs came. He was looked after "
        "by the county until he was 18 and has a personal adviser there."
    )


def story(council: Council) -> Story:
    ceiling = council.rates.area(BRMA, council.calendar.day).by_category[Category.ONE].monthly
    applicant = person(council.calendar.day, "Jordan Pryce", 22, "M", MemberRole.APPLICANT)
    case = Case(
        slug="jordan",
        people=(replace(applicant, circumstances={"care_leaver": True, "care_council": COUNTY}),),
        happened=happened(council.calendar),
        officer="meera",
        needs=needs(support_needs="His personal adviser comes with him, as he agreed."),
        resident=True,
        found={HOMELESS: "The bailiffs came on the court’s order. He sleeps on the sofas of friends since."},
    )
    yield council.on(date(2026, 11, 16), 10)
    row = households.open_case(council, case)
    households.assess(council, row)
    households.open_duty(council, row, DutyKind.RELIEF)
    connected = care.connection(row, council.today)
    assert connected is not None
    households.decide(council, row, Question.LOCAL_CONNECTION, "yes", because=connected.words)
    yield council.on(date(2026, 11, 19), 14)
    households.make_plan(
        council,
        row,
        Step("council", f"Look for one-bedroom homes, at rents up to {ceiling} a month."),
        Step("council", "Work with your personal adviser, as you agreed."),
        Step("applicant", "Come with your adviser to look at homes."),
    )
    households.send(council, row, LetterKind.DUTY_DECISION)
    households.send(council, row, LetterKind.ASSESSMENT_AND_PLAN)


def stories(council: Council) -> list[Story]:
    return [story(council)]
