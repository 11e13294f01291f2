"""A care leaver of 22, put out for arrears: he cannot be found intentionally homeless."""

from dataclasses import replace
from datetime import date

from households.rules.case import MemberRole
from households.rules.duty import DutyKind
from households.rules.letter import LetterKind
from households.services.plans import Step
from portal.demonstration.acts import households
from portal.demonstration.acts.households import Case, person
from portal.demonstration.council import Council
from portal.demonstration.stage import Story


def story(council: Council) -> Story:
    applicant = person(council.calendar.day, "Jordan Pryce", 22, "M", MemberRole.APPLICANT)
    case = Case(
        slug="jordan",
        people=(replace(applicant, circumstances={"care_leaver": True}),),
        happened=(
            "He owed £2,880, four months of rent, and left on Friday when the bailiffs came. He was looked after "
            "by the county until he was 18 and has a personal adviser there."
        ),
        officer="meera",
        resident=True,
    )
    yield council.on(date(2026, 11, 16), 10)
    row = households.open_case(council, case)
    households.assess(council, row)
    households.open_duty(council, row, DutyKind.RELIEF)
    yield council.on(date(2026, 11, 19), 14)
    households.make_plan(
        council,
        row,
        Step("council", "Look for one-bedroom homes: the shared rate is not for you before your 25th birthday."),
        Step("council", "Work with your personal adviser, as you agreed."),
        Step("applicant", "Come with your adviser to look at homes."),
    )
    households.send(council, row, LetterKind.DUTY_DECISION)
    households.send(council, row, LetterKind.ASSESSMENT_AND_PLAN)


def stories(council: Council) -> list[Story]:
    return [story(council)]
