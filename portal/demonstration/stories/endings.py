"""Households whose duty ended, each in its own way."""

from households.rules.case import MemberRole
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from households.services import signatures
from households.services.plans import Step
from portal.demonstration.acts import households
from portal.demonstration.acts.case import THREATENED, Case, person
from portal.demonstration.council import Council
from portal.demonstration.stage import Story
from portal.demonstration.stories.households import owed

A = MemberRole.APPLICANT

APPOINTMENTS = (
    Step("council", "Look at homes on the internet with him on Mondays at 10."),
    Step("council", "Go along to the first viewing."),
    Step("applicant", "Come to the appointments on Mondays at 10, or ring before."),
    Step("applicant", "Ring about two homes in each week."),
)


def after_56_days(council: Council) -> Story:
    """Prevention ended after 56 days by notice, which a manager signs, once her landlord had answered; closed."""
    people = (person(council.calendar.day, "Lorraine Tighe", 52, "F", A),)
    found = {THREATENED: "Her landlord told us that he wants to sell, and that he gives notice before the month ends."}
    case = Case("lorraine", people, "Her landlord talked of selling.", "tom", found=found)
    row = yield from owed(council, case, DutyKind.PREVENTION, 106)
    yield council.ago(42, 10)
    asked = households.ask_to_end(council, row, Ground.FIFTY_SIX_DAYS, "56_days_no_action", "56 days have passed.")
    yield council.ago(42, 11)
    signatures.withdraw(ref=asked.reference, seen=asked.version, actor=council.actor("tom"), at=council.at)
    yield council.ago(40, 10)
    why = "Her landlord has taken the house off the market. We took every step of the plan."
    households.end(council, row, Ground.FIFTY_SIX_DAYS, "56_days_no_action", why, "ruth")
    households.send(council, row, LetterKind.END_OF_PREVENTION)
    yield council.ago(15, 10)
    households.close(council, row, "Nothing more is owed, and she did not ask for a review.")


def stayed(council: Council) -> Story:
    """Prevention by keeping the home that they had."""
    day = council.calendar.day
    people = (person(day, "Priti Shah", 36, "F", A), person(day, "Dev", 8, "M"))
    found = {THREATENED: "She is two months behind, and the landlord told us that he gives notice soon."}
    case = Case("priti", people, "Rent arrears of two months.", found=found)
    row = yield from owed(council, case, DutyKind.PREVENTION, 85)
    yield council.ago(50, 10)
    why = "The arrears are paid by a plan, and the landlord has given a new promise of a year."
    households.end(council, row, Ground.SECURED, "secured_existing_6m", why)
    households.send(council, row, LetterKind.END_OF_PREVENTION)
    yield council.ago(27, 10)
    households.close(council, row, "They stay in their home.")


def went_away(council: Council) -> Story:
    people = (person(council.calendar.day, "Victor Lungu", 31, "M", A),)
    case = Case("victor", people, "He was asked to leave his brother’s flat.", "tom", "family_friends")
    row = yield from owed(council, case, DutyKind.RELIEF, 60)
    yield council.ago(35, 10)
    households.end(council, row, Ground.WITHDREW, "withdrew_deceased", "He has moved to a job with a room in Leeds.")
    households.send(council, row, LetterKind.END_OF_RELIEF)
    households.close(council, row, "He asked us to.")


def would_not_cooperate(council: Council) -> Story:
    """Ended after a warning, with the manager’s signature. A letter prepared by mistake was taken back."""
    people = (person(council.calendar.day, "Kyle Benton", 28, "M", A),)
    case = Case("kyle", people, "He left a shared house after a quarrel.", "daniel", "relationship_breakdown")
    row = yield from owed(council, case, DutyKind.RELIEF, 62)
    yield council.ago(53, 10)
    households.make_plan(council, row, *APPOINTMENTS, changed="He asked for somebody to look at homes with him.")
    yield council.ago(25, 10)
    unkept = "Coming to the appointments on Mondays in step 3 of the plan, on three days"
    households.send(council, row, LetterKind.COOPERATION_WARNING, about=unkept)
    yield council.ago(9, 10)
    why = "He was warned in writing and refused every step without a reason."
    households.end(council, row, Ground.NON_COOPERATION, "notice_noncoop", why, "ruth")
    yield council.ago(9, 15)
    households.send(council, row, LetterKind.END_OF_RELIEF)


def stories(council: Council) -> list[Story]:
    return [story(council) for story in (after_56_days, stayed, went_away, would_not_cooperate)]
