"""Offer day, and the gas safety record ran out last week."""

from datetime import date

from core import dates
from households.models import Household
from households.rules.case import MemberRole
from households.rules.duty import DutyKind
from households.services.plans import Step
from portal.demonstration.acts import homes, households, lettings
from portal.demonstration.acts.case import Case, needs, person
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.calendar import Calendar
from portal.demonstration.council import Council
from portal.demonstration.stage import Story
from properties.rules.certificate import CertificateKind
from properties.rules.inputs import Licensing

RENT = 975


def gas_of(calendar: Calendar) -> date:
    """The day on which the gas safety record was made: it was good for a year, to the day that it ran out on."""
    return dates.add_years(calendar.date(date(2026, 11, 20)), -1)


def dwellings(council: Council) -> tuple[Dwelling, Dwelling]:
    """The flat with gas, and the one next door without."""
    licence = Licensing(
        selective_area=True,
        selective_number="SL-2024-0117",
        selective_expires_on=council.calendar.date(date(2029, 6, 30)),
    )
    gas_on = gas_of(council.calendar)
    with_gas = Dwelling(
        owner="amrit",
        house="Flat 1, Foundry Yard",
        bedrooms=2,
        rent=RENT,
        extra={"step_free": True},
        licensing=licence,
        issued={CertificateKind.GAS: gas_on},
    )
    electric = Dwelling(
        owner="amrit",
        house="Flat 2, Foundry Yard",
        bedrooms=2,
        rent=RENT,
        gas=False,
        extra={"step_free": True},
        licensing=licence,
    )
    return with_gas, electric


def story(council: Council) -> Story:
    with_gas, electric = dwellings(council)
    yield council.on(date(2026, 10, 26), 11)
    flats = [homes.add(council, dwelling) for dwelling in (with_gas, electric)]
    yield council.on(date(2026, 10, 29), 10)
    for flat in flats:
        homes.verify(council, flat)
        book(council, flat)
    yield council.on(date(2026, 11, 2), 14, 30)
    for flat in flats:
        homes.inspect(council, flat)
        homes.accept(council, flat)
    yield council.on(date(2026, 11, 4), 9)
    free = (None, council.calendar.date(date(2027, 1, 11)))
    lets = [homes.offer_to_let(council, flat, on) for flat, on in zip(flats, free, strict=True)]
    for let in lets:
        homes.publish(council, let)
    yield council.on(date(2026, 11, 16), 10)
    family = Household.objects.get(resident=council.users["shauna"])
    nomination = lettings.put_forward(council, lets[0], family)
    yield council.on(date(2026, 11, 16), 15)
    lettings.agree(council, nomination)
    yield council.on(date(2026, 11, 17), 11)
    lettings.landlord_accepts(council, nomination)
    lettings.arrange(council, nomination, council.on(date(2026, 11, 20), 14))
    yield council.on(date(2026, 11, 20), 15)
    lettings.record(council, nomination, note="They liked it, and so did Amrit.")
    yield council.on(date(2026, 11, 23), 9)
    lettings.draft(council, nomination, council.calendar.date(date(2026, 12, 3)))
    tell_the_day(council, nomination.household)


def tell_the_day(council: Council, household: Household) -> None:
    """The family reads by which day they hear of the flat, and nothing of what is missing."""
    day = council.calendar.date(date(2026, 11, 25))
    households.make_plan(
        council,
        household,
        Step("council", f"Tell you by {dates.in_words(day)} whether we can offer you the flat you saw.", day),
        Step("council", "Put you forward for another home at once if it is not to be."),
        Step("applicant", "Wait for our letter before you give up anything where you are now."),
        changed="You liked the flat you saw, and we are finishing our checks.",
    )


def book(council: Council, flat: homes.Home) -> None:
    visit_at = council.on(date(2026, 11, 2), 14)
    homes.book_at(council, flat, visit_at)


def family(council: Council) -> Story:
    day = council.calendar.day
    case = Case(
        slug="shauna",
        people=(
            person(day, "Shauna Doyle", 29, "F", MemberRole.APPLICANT),
            person(day, "Erin", 7, "F"),
            person(day, "Orla", 5, "F"),
        ),
        happened="Her mother could not keep them any longer: there are seven people in two bedrooms.",
        officer="meera",
        reason="family_friends",
        needs=needs(),
        resident=True,
    )
    yield from households.owed(
        council,
        case,
        DutyKind.RELIEF,
        council.on(date(2026, 10, 19), 10),
        council.on(date(2026, 10, 22), 11),
        "dependent_children",
    )


def stories(council: Council) -> list[Story]:
    return [family(council), story(council)]
