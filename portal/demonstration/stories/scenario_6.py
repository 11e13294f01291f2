"""Two men who each lost the home of a private offer: one accepted it on 20 March 2026, the other on 4 May.

Both left a fortnight before the day of the written scenario, so that relief is owed by now. The days of
acceptance are as they are written: the law looks at 1 May 2026, whenever the council is built.
"""

from datetime import date

from households.rules.case import MemberRole, Question
from households.rules.duty import DutyKind
from households.rules.letter import LetterKind
from households.rules.reapplication import EarlierOffer
from households.services import reapplying
from households.services.decisions import NoticeGiven
from households.services.reapplying import Given
from portal.demonstration.acts import households
from portal.demonstration.acts.case import HOMELESS, NOT_INTENTIONAL, Case, person
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story

APPLIED = date(2026, 11, 17)
KNOWN = "Our letter of that day, and his tenancy agreement."


def asked_again(council: Council, slug: str, name: str, accepted_on: date) -> Story:
    """Put out on the lender's notice (ground 2). He has no priority need any more."""
    notice = NoticeGiven(
        kind="section_8",
        tenancy="assured",
        served_on=date(2026, 6, 3),
        specified_on=date(2026, 10, 3),
        grounds=("2",),
        tenancy_began_on=accepted_on,
    )
    case = Case(
        slug=slug,
        people=(person(council.calendar.day, name, 51, "M", MemberRole.APPLICANT),),
        happened="The landlord’s lender took the flat back. The bailiffs came yesterday.",
        notice=notice,
        found={
            HOMELESS: "The bailiffs came on the order that the lender had. He has nowhere else to live.",
            NOT_INTENTIONAL: "He paid his rent. The landlord did not pay the lender, and that lost the home.",
        },
    )
    yield council.on(APPLIED, 10)
    row = households.open_case(council, case)
    households.assess(council, row)
    offer = EarlierOffer(accepted_on=accepted_on, applied_on=council.today)
    actor = council.actor("daniel")
    reapplying.record_offer(ref=row.reference, seen=seen(row), given=Given(offer, KNOWN), actor=actor, at=council.at)
    households.open_duty(council, row, DutyKind.RELIEF)
    yield council.on(APPLIED, 15)
    households.decide(council, row, Question.PRIORITY_NEED, "no")
    return row


def in_time(council: Council) -> Story:
    """Interim accommodation at once, and the main duty after relief whatever the need (s188(1A), s195A)."""
    row = yield from asked_again(council, "alan", "Alan Pascoe", date(2026, 3, 20))
    households.place(council, row, "Station Lodge", 52, shared=True)
    households.decide(council, row, Question.INTENTIONAL, "no")
    yield from told(council, row)


def too_late(council: Council) -> Story:
    """No right is saved for an offer accepted after April 2026: relief, and no more."""
    row = yield from asked_again(council, "roy", "Roy Denholm", date(2026, 5, 4))
    yield from told(council, row)


def told(council: Council, row: households.Household) -> Story:
    yield council.on(date(2026, 11, 19), 14)
    households.make_plan(council, row)
    households.send(council, row, LetterKind.DUTY_DECISION)
    households.send(council, row, LetterKind.ASSESSMENT_AND_PLAN)


def stories(council: Council) -> list[Story]:
    return [in_time(council), too_late(council)]
