"""The reserve scenarios: a landlord who meant to sell, a man who leaves hospital, and one home for two who wait."""

from datetime import date

from core.journeys.services import drafts
from core.rulebook.rules.notices.timing import NEW_RULES, first_day_after
from households.rules.case import MemberRole
from households.rules.duty import DutyKind
from portal.demonstration.acts import homes, households
from portal.demonstration.acts.case import HOMELESS, Case, person
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.calendar import Calendar
from portal.demonstration.council import Council
from portal.demonstration.figures import AUTHORITY, BRMA
from portal.demonstration.stage import Story
from properties.forms import given
from properties.journeys import NEW_HOME

MEANT_TO_SELL = "14 Kiln Terrace"
FOR_ONE_OF_TWO = "5 Orchard Mews"
MONTHS = 4
"""What ground 1A asks for."""
FRIDAY = 4


def sale_notice(calendar: Calendar) -> tuple[date, date]:
    """The day on which she gave notice to sell, and the date in it. The ground came with the new law."""
    served_on = max(calendar.date(date(2026, 5, 5)), NEW_RULES)
    return served_on, first_day_after(served_on, MONTHS)


def meant_to_sell(council: Council) -> Story:
    """Her tenant left on a ground 1A notice. Now she would let the home: she says so, and the form refuses it."""
    served_on, specified_on = sale_notice(council.calendar)
    yield council.on(date(2026, 11, 23), 9, 10)
    where = council.figures.where(MEANT_TO_SELL, "DA9")
    answers = {
        "address": {"address": where.address, "town": where.town, "postcode": where.postcode},
        "council": {"authority_code": AUTHORITY},
        "market-area": {"brma_key": BRMA},
        "notice": {"given": "yes", **given.day("served_on", served_on), **given.day("specified_on", specified_on)},
    }
    drafts.open(kind=NEW_HOME.name, actor=council.actor("olga"), at=council.at, answers=answers)


def leaves_hospital(council: Council) -> Story:
    """The ward rings late on a Friday: reason to believe that he is homeless and vulnerable, so a bed that night."""
    case = Case(
        "frank",
        (person(council.calendar.day, "Frank Tolliver", 54, "M", MemberRole.APPLICANT),),
        "He slept rough before his heart was operated on. The ward rang, with his consent, at half past four: he left "
        "that evening, and his telephone was off.",
        "meera",
        "left_institution",
        found={
            HOMELESS: "The ward told us that he slept rough before and has nowhere to go tonight. That is reason "
            "enough to believe it."
        },
    )
    yield council.calendar.last(FRIDAY, 16, 30)
    row = households.open_case(council, case)
    yield council.calendar.last(FRIDAY, 16, 50)
    households.assess(council, row)
    households.open_duty(council, row, DutyKind.RELIEF)
    households.place(council, row, "Station Lodge", 52, shared=True)


def one_home_for_two(council: Council) -> Story:
    """The one home with two bedrooms that is free this week: the baby's day 40, and the couple's day 56 tomorrow."""
    dwelling = Dwelling("rosa", FOR_ONE_OF_TWO, 2, 985, kind="terraced_house", gas=False)
    yield from homes.available(council, dwelling, 3, available_from=council.calendar.date(date(2026, 11, 24)))


def stories(council: Council) -> list[Story]:
    return [meant_to_sell(council), leaves_hospital(council), one_home_for_two(council)]
