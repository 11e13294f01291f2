"""The reserve scenarios: a landlord who meant to sell, a man who leaves hospital, and one home for two who wait."""

from datetime import date, timedelta

from core.journeys.services import drafts
from core.rulebook.rules.notices.timing import NEW_RULES, first_day_after
from households.rules.case import MemberRole
from households.rules.duty import DutyKind
from portal.demonstration.acts import homes, households, landlords
from portal.demonstration.acts.case import HOMELESS, Case, person
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.calendar import Calendar
from portal.demonstration.council import Council
from portal.demonstration.figures import AUTHORITY, BRMA
from portal.demonstration.stage import Story
from properties.journeys import NEW_HOME
from properties.models import HomeNotice
from properties.rules.inputs import GroundOneNotice
from properties.services import notices
from properties.services.notices import Place

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
    """Her tenant left on a ground 1A notice. Now she would let the home: she says so, and the form stops there."""
    served_on, specified_on = sale_notice(council.calendar)
    yield council.on(date(2026, 11, 23), 9, 10)
    where = council.figures.where(MEANT_TO_SELL, "DA9")
    answers = {
        "address": {"address": where.address, "town": where.town, "postcode": where.postcode},
        "council": {"authority_code": AUTHORITY},
        "market-area": {"brma_key": BRMA},
    }
    drafts.open(kind=NEW_HOME.name, actor=council.actor("olga"), at=council.at, answers=answers)
    tell(council, "olga", where, GroundOneNotice(True, served_on, specified_on))


def tell(council: Council, owner: str, place: Place, notice: GroundOneNotice) -> None:
    landlord = landlords.landlord_of(council, owner)
    notices.tell(landlord_ref=landlord.reference, place=place, notice=notice, actor=council.actor(owner), at=council.at)


def says_otherwise(council: Council) -> Story:
    """He told us of a notice for the flat above the shop, and says now that a court made an order for arrears."""
    served_on, specified_on = sale_notice(council.calendar)
    where = council.figures.where("Flat 2, 31 Station Parade", "DA1")
    yield council.ago(40, 10)
    tell(council, "bernard", where, GroundOneNotice(True, served_on, specified_on))
    yield council.ago(1, 17)
    tell(council, "bernard", where, GroundOneNotice(True, served_on, specified_on, council.today - timedelta(days=6)))


def wrong_box(council: Council) -> Story:
    """She ticked yes for a letter that was no notice. The officer read the letter and set it aside."""
    served_on, specified_on = sale_notice(council.calendar)
    where = council.figures.where("6 Lock Cottages", "DA2")
    yield council.ago(30, 10)
    tell(council, "willow", where, GroundOneNotice(True, served_on, specified_on))
    yield council.ago(29, 9)
    tell(council, "willow", where, GroundOneNotice(given=False))
    yield council.ago(28, 11)
    row = HomeNotice.objects.get(address=where.address)
    notices.settle(
        ref=row.reference,
        seen=row.version,
        outcome="set_aside",
        note="I read the letter: it only says that they may sell one day. No notice was given.",
        actor=council.actor("ibrahim"),
        at=council.at,
    )


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
    return [
        meant_to_sell(council),
        says_otherwise(council),
        wrong_box(council),
        leaves_hospital(council),
        one_home_for_two(council),
    ]
