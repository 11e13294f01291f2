"""The rent is what the allowance pays, and the benefit cap cuts what comes in: never a refusal."""

from core.money import Money
from households.rules.case import MemberRole
from households.rules.duty import DutyKind
from portal.demonstration.acts import homes, lettings
from portal.demonstration.acts.case import Case, person
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.council import Council
from portal.demonstration.stage import Story
from portal.demonstration.stories.households import owed

OUT_OF_THE_CAP = Money(88_123)
"""Net earnings a month from which the cap does not bite: 16 hours a week at 12.71 (Universal Credit Regulations 2013
reg 82)."""
JUDGED = (
    "The cap takes £387.56 a month, and £840.00 is left after the rent. That is less than she needs for long, and "
    "enough for a few months: she has the promise of 16 hours a week in the school kitchen, and then the cap goes. "
    "Until then we ask the Crisis and Resilience Fund for a Housing Payment. The cap is no reason to say no."
)


def story(council: Council) -> Story:
    day = council.calendar.day
    case = Case(
        "carly",
        (
            person(day, "Carly Whitmore", 30, "F", MemberRole.APPLICANT),
            person(day, "Alfie", 5, "M"),
            person(day, "Elsie", 3, "F"),
        ),
        "She and her partner parted, and his mother, who owns the house, asked her to go.",
        "daniel",
        "relationship_breakdown",
        resident=True,
    )
    row = yield from owed(council, case, DutyKind.RELIEF, 30, "dependent_children")
    dwelling = Dwelling("willow", "3 Willow Lane", 2, 995, kind="terraced_house")
    let = yield from homes.available(council, dwelling, 12)
    yield from lettings.on_the_road(council, let, row, 6, "seen")
    yield council.ago(0, 9, 45)
    lettings.check_rent(council, let, row, JUDGED, what_if=OUT_OF_THE_CAP)


def stories(council: Council) -> list[Story]:
    return [story(council)]
