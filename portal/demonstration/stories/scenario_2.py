"""The landlord sells, with four months' notice: help before any duty."""

from datetime import date

from core.money import Money
from households.rules.case import MemberRole
from households.services import cases
from households.services.decisions import NoticeGiven
from portal.demonstration.acts import households
from portal.demonstration.acts.households import Case, needs, person
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story


def story(council: Council) -> Story:
    day = council.calendar.day
    case = Case(
        slug="gillian",
        people=(
            person(day, "Gillian Prewett", 41, "F", MemberRole.APPLICANT),
            person(day, "Stuart Prewett", 39, "M", MemberRole.PARTNER),
            person(day, "Harriet", 12, "F"),
        ),
        happened=(
            "Their landlord is selling and gave them notice on ground 1A. The landlord rang us before that, "
            "through “Call before you serve”, and gave us their number."
        ),
        officer="tom",
        needs=needs(monthly_income=Money(310_000), rent_ceiling=Money(130_000)),
        resident=True,
        notice=NoticeGiven(
            kind="section_8",
            tenancy="assured",
            served_on=council.calendar.date(date(2026, 11, 2)),
            specified_on=council.calendar.date(date(2027, 3, 2)),
            grounds=("1A",),
            tenancy_began_on=council.calendar.date(date(2025, 11, 3)),
        ),
    )
    yield council.on(date(2026, 11, 9), 10)
    row = households.open_case(council, case)
    yield council.on(date(2026, 11, 11), 14)
    cases.help_early(
        ref=row.reference,
        seen=seen(row),
        reason="The notice is good and its date is more than 56 days off. We look for a home with them now.",
        actor=council.actor("tom"),
        at=council.at,
    )


def stories(council: Council) -> list[Story]:
    return [story(council)]
