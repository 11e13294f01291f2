"""Landlords who have only rung so far: one waits for our call, one has the link to register, one let it run out."""

from landlords.models import Landlord
from landlords.rules.enquiry import Enquiry
from landlords.rules.landlord import LandlordType, OrganisationType
from landlords.services import enquiries
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story

WAITS = Enquiry(
    "Priya Nandra",
    "+441632960151",
    "She has a two-bedroom flat in Greenhithe from January. Her last tenant left damage. Does the bond cover it?",
    "priya.nandra@landlord.example.com",
)
INVITED = Enquiry(
    "Marcus Oakley",
    "+441632960152",
    "Four terraced houses near Crayford station. He wants the rent paid on time and one person to ring.",
    "marcus@landlord.example.com",
    LandlordType.ORGANISATION,
    "Oakley Terrace Homes",
    OrganisationType.COMPANY,
)
LET_IT_PASS = Enquiry(
    "Jean Whitbread", "+441632960153", "Her mother’s bungalow, once it is sold or not.", "jean@landlord.example.com"
)


def rings(council: Council, enquiry: Enquiry, officer: str) -> Landlord:
    return enquiries.record(enquiry=enquiry, actor=council.actor(officer), at=council.at)


def waits_for_our_call(council: Council) -> Story:
    yield council.ago(1, 15, 20)
    rings(council, WAITS, "grace")


def is_invited(council: Council, enquiry: Enquiry, ago: int, officer: str) -> Story:
    yield council.ago(ago, 11)
    row = rings(council, enquiry, officer)
    yield council.ago(ago - 1, 10, 30)
    actor = council.actor(officer)
    enquiries.invite(ref=row.reference, seen=seen(row), email=enquiry.email, actor=actor, at=council.at)


def stories(council: Council) -> list[Story]:
    return [
        waits_for_our_call(council),
        is_invited(council, INVITED, 5, "ibrahim"),
        is_invited(council, LET_IT_PASS, 33, "grace"),
    ]
