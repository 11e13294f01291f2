"""Bound by the old tenancy: the offer cannot be called final."""

from datetime import date

from core.rulebook.rules.notices.timing import first_day_after
from households.models import Household
from households.rules.case import MemberRole
from households.rules.duty import DutyKind
from households.services import cases
from lettings.services import releases
from lettings.services.releases import Asked
from portal.demonstration.acts import homes, households, lettings
from portal.demonstration.acts.case import Case, needs, person
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.calendar import Calendar
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story

NOTICE_MONTHS = 2
"""What a tenant's notice has to give (Protection from Eviction Act 1977 s5(1ZA); RRA 2025 s20)."""
FLAT = Dwelling(
    owner="willow",
    house="Flat 1, Willow Court",
    bedrooms=1,
    rent=745,
    gas=False,
    extra={"step_free": True, "wheelchair_accessible": True, "parking": True},
)


def bound_until(calendar: Calendar) -> date:
    """The earliest end of two months' notice that they give on the demonstration day."""
    return first_day_after(calendar.day, NOTICE_MONTHS)


def couple(council: Council) -> Case:
    day = council.calendar.day
    return Case(
        slug="joyce",
        people=(
            person(day, "Joyce Whitaker", 58, "F", MemberRole.APPLICANT),
            person(day, "Raymond Whitaker", 61, "M", MemberRole.PARTNER),
        ),
        happened="He uses a wheelchair now. Their flat is on the first floor, and they cannot stay there.",
        reason="home_unsuitable_health",
        needs=needs(needs_step_free=True, needs_wheelchair=True, max_floor_without_lift=0),
        resident=True,
    )


def household(council: Council) -> Story:
    yield from households.owed(
        council,
        couple(council),
        DutyKind.RELIEF,
        council.on(date(2026, 11, 9), 10),
        council.on(date(2026, 11, 11), 11),
        "physical_disability",
    )


def story(council: Council) -> Story:
    let = yield from homes.available(council, FLAT, 14, available_from=council.calendar.date(date(2026, 12, 3)))
    yield council.on(date(2026, 11, 16), 11)
    row = Household.objects.get(resident=council.users["joyce"])
    nomination = lettings.put_forward(council, let, row)
    lettings.agree(council, nomination)
    yield council.on(date(2026, 11, 18), 10)
    lettings.landlord_accepts(council, nomination)
    lettings.arrange(council, nomination, council.on(date(2026, 11, 20), 11))
    yield council.on(date(2026, 11, 20), 13)
    lettings.record(council, nomination, note="The doors are wide enough, and the bathroom is level.")
    yield council.on(date(2026, 11, 23), 9)
    cases.change_needs(
        ref=row.reference,
        seen=seen(row),
        needs=needs(
            needs_step_free=True,
            needs_wheelchair=True,
            max_floor_without_lift=0,
            existing_liability_ends_on=bound_until(council.calendar),
        ),
        actor=council.actor("daniel"),
        at=council.at,
    )
    yield council.on(date(2026, 11, 23), 9, 20)
    asked = Asked(
        landlord_name="Nell Ashby",
        landlord_address="14 Saltmarsh Row\nDartford",
        tenants=("Joyce Whitaker", "Raymond Whitaker"),
        asked_for=council.calendar.date(date(2026, 12, 3)),
    )
    releases.ask(ref=row.reference, seen=seen(row), asked=asked, actor=council.actor("daniel"), at=council.at)


def stories(council: Council) -> list[Story]:
    return [household(council), story(council)]
