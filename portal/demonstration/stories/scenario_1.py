"""Day 56 has passed, and whether they are homeless intentionally is still undecided."""

from datetime import date

from core.money import Money
from households.rules.case import MemberRole
from households.rules.duty import DutyKind
from households.rules.letter import LetterKind
from portal.demonstration.acts import households
from portal.demonstration.acts.case import HOMELESS, Case, needs, person
from portal.demonstration.council import Council
from portal.demonstration.stage import Story


def story(council: Council) -> Story:
    day = council.calendar.day
    case = Case(
        slug="leanne",
        people=(
            person(day, "Leanne Foster", 34, "F", MemberRole.APPLICANT),
            person(day, "Carl Foster", 33, "M", MemberRole.PARTNER),
            person(day, "Poppy", 6, "F"),
            person(day, "Jack", 3, "M"),
        ),
        happened="They left their flat after the court made a possession order for rent arrears.",
        needs=needs(monthly_income=Money(186_000)),
        resident=True,
        found={HOMELESS: "They had to leave on the court’s order. They told us the day; the landlord said the same."},
    )
    yield council.on(date(2026, 9, 28), 10)
    row = households.open_case(council, case)
    households.assess(council, row)
    households.open_duty(council, row, DutyKind.RELIEF)
    households.place(council, row, "Gravel Hill Apartments", 85)
    yield council.on(date(2026, 9, 30), 11)
    households.decide(council, row, households.Question.PRIORITY_NEED, "yes", "dependent_children")
    households.make_plan(council, row)
    households.send(council, row, LetterKind.DUTY_DECISION)
    households.send(council, row, LetterKind.ASSESSMENT_AND_PLAN)


def stories(council: Council) -> list[Story]:
    return [story(council)]
