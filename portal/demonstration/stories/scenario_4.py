"""She fled with the children; his sister manages two homes to let here."""

from datetime import date

from core.notifications.rules.safe_contact import SafeContact
from households.rules.case import RESTRICTED_LABELS, MemberRole, Question
from households.rules.duty import DutyKind
from households.services import contact
from households.services.plans import Step
from lettings.services import keeping_away
from portal.demonstration.acts import homes, households, landlords
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.acts.households import Case, needs, person
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story

SAFE = SafeContact(
    no_email=True,
    no_letter=True,
    no_voicemail=True,
    no_text=True,
    safe_times="School days from 9:30 to 14:30, on her own telephone",
    code_word="Marigold",
    named_other="The refuge worker, Pat Lowe",
)


def case_of(day: date) -> Case:
    return Case(
        slug="hannah",
        people=(
            person(day, "Hannah Brooks", 32, "F", MemberRole.APPLICANT),
            person(day, "Lily", 9, "F"),
            person(day, "Sam", 4, "M"),
        ),
        happened=(
            "She left with the children on Thursday after her partner broke the doors. He is on the tenancy "
            "and reads the family’s e-mail."
        ),
        officer="meera",
        reason="domestic_abuse",
        needs=needs(wanted_areas=("DA1", "DA9"), unsafe_areas=("DA2",)),
        restricted=RESTRICTED_LABELS["domestic_abuse"],
    )


def story(council: Council) -> Story:
    yield council.on(date(2026, 11, 20), 10)
    row = households.open_case(council, case_of(council.calendar.day))
    actor = council.actor("meera")
    contact.set_safe_contact(
        ref=row.reference,
        seen=seen(row),
        rule=SAFE,
        actor=actor,
        at=council.at,
    )
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
        Dwelling("delphine", "4 Tannery Close", 2, 985, kind="terraced_house"),
        Dwelling("delphine", "Flat 6, Tannery Court", 2, 990, gas=False),
    )
    return [homes.available(council, dwelling, 30 + 5 * number) for number, dwelling in enumerate(two)]


def stories(council: Council) -> list[Story]:
    return [story(council), *agency_homes(council)]
