"""She fled with the children; his sister manages two homes to let here."""

from datetime import date

from core.money import Money
from core.notifications.rules.safe_contact import SafeContact
from deposits.models import Guarantee
from households.rules.case import MemberRole, Question, Restriction
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from households.services.plans import Step
from lettings.services import keeping_away
from portal.demonstration.acts import guarantees, homes, households, landlords, lettings, reports
from portal.demonstration.acts.case import Case, needs, person
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.calendar import Calendar
from portal.demonstration.council import Council
from portal.demonstration.stage import Story
from portal.demonstration.stories.households import owed
from portal.demonstration.stories.lettings import guaranteed
from tenancies.models import Tenancy
from tenancies.rules.problem import Problem, Source
from tenancies.services.reporting import Given

RENT = 1150
DOORS = Given(
    Problem.DAMAGE,
    {"secure": "no", "notice": "no"},
    "Two doors inside are broken, and the lock in front. The joiner asks £780: I want it from the guarantee.",
)
SAFE = SafeContact(
    no_email=True,
    no_letter=True,
    no_voicemail=True,
    no_text=True,
    safe_times="School days from 9:30 to 14:30, on her own telephone",
    code_word="Marigold",
    named_other="The refuge worker, Pat Lowe",
)


def case_of(calendar: Calendar) -> Case:
    day = calendar.day
    return Case(
        slug="hannah",
        people=(
            person(day, "Hannah Brooks", 32, "F", MemberRole.APPLICANT),
            person(day, "Lily", 9, "F"),
            person(day, "Sam", 4, "M"),
        ),
        happened=(
            f"She left with the children on {calendar.weekday(date(2026, 11, 19))} after her partner broke the doors. "
            "He is on the tenancy and reads the family’s e-mail. The landlord asks £780 for the doors."
        ),
        officer="meera",
        reason="domestic_abuse",
        needs=needs(wanted_areas=("DA1", "DA9"), unsafe_areas=("DA2",)),
        restriction=Restriction.DOMESTIC_ABUSE,
        safe=SAFE,
    )


def story(council: Council) -> Story:
    yield council.on(date(2026, 11, 20), 10)
    row = households.open_case(council, case_of(council.calendar))
    actor = council.actor("meera")
    agency = landlords.landlord_of(council, "delphine")
    keeping_away.exclude(
        ref=row.reference,
        landlord_ref=agency.reference,
        reason="The agency is managed by the sister of the person she fled from.",
        actor=actor,
        at=council.at,
    )
    households.assess(council, row)
    yield council.on(date(2026, 11, 23), 9)
    households.open_duty(council, row, DutyKind.RELIEF)
    households.decide(council, row, Question.PRIORITY_NEED, "yes", "dependent_children", "domestic_abuse")
    households.place(council, row, "A safe house (address kept by the officer)", 0, exempt=True)
    households.make_plan(
        council,
        row,
        Step("council", "Look for homes only outside the areas that are not safe for you."),
        Step("council", "Ring you at the safe times only, and say the code word first."),
        Step("applicant", "Tell us at once if anything makes your present place unsafe."),
    )


def agency_homes(council: Council) -> list[Story]:
    """The two homes that she is never matched with."""
    two = (
        Dwelling("delphine", "4 Tannery Close", 2, 1285, kind="terraced_house"),
        Dwelling("delphine", "Flat 6, Tannery Court", 2, 1250, gas=False),
    )
    return [homes.available(council, dwelling, 12 + 5 * number) for number, dwelling in enumerate(two)]


def joint_tenancy(council: Council) -> Story:
    """The home that both rented since the summer, in his name first. The landlord tells us of the doors."""
    day = council.calendar.day
    people = (
        person(day, "Craig Dalton", 35, "M", MemberRole.APPLICANT),
        person(day, "Hannah", 32, "F", MemberRole.PARTNER),
        person(day, "Lily", 9, "F"),
        person(day, "Sam", 4, "M"),
    )
    wanted = needs(rent_ceiling=Money(120_000), monthly_income=Money(340_000))
    case = Case("craig", people, "Their landlord sold the house they rented.", "daniel", needs=wanted)
    row = yield from owed(council, case, DutyKind.PREVENTION, 168, "dependent_children")
    dwelling = Dwelling("bernard", "3 Hopfield Cottages", 2, RENT, outcode="DA2", kind="detached_house")
    let = yield from homes.available(council, dwelling, 157)
    yield from guaranteed(council, let.home, 155)
    yield from lettings.on_the_road(council, let, row, 149, "keys")
    yield council.ago(139, 15)
    guarantees.inventory(council, Guarantee.objects.get(tenancy__nomination__household=row), row.name, "daniel")
    yield council.ago(138, 11)
    why = "They have a home, let without an end, that they can afford."
    households.end(council, row, Ground.SECURED, "secured_alternative_6m", why)
    households.send(council, row, LetterKind.END_OF_PREVENTION)
    households.close(council, row, "They have moved in.")
    yield council.on(date(2026, 11, 23), 9, 15)
    tenancy = Tenancy.objects.select_related("nomination__let__home__landlord", "nomination__household").get(
        nomination__household=row
    )
    reports.take(council, tenancy, Source.LANDLORD, DOORS)


def stories(council: Council) -> list[Story]:
    return [story(council), joint_tenancy(council), *agency_homes(council)]
