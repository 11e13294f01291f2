"""Twelve landlords, from one whose registration is parked to those who let several homes through the council."""

from core.notifications.providers.fake import NEVER_ADDRESS
from landlords import services as landlords
from landlords.models import Landlord
from landlords.rules.landlord import Declaration, OrganisationType, SuspensionReason
from portal.demonstration.acts.landlords import Applicant, activate, register
from portal.demonstration.council import Council
from portal.demonstration.stage import Story

ADVERSE = Declaration(
    offences=False,
    discrimination=False,
    housing_law=True,
    management_code=False,
    details="A fine in 2019 for letting a home without a licence. The licence was granted the month after.",
)
FIRST_EIGHT = (
    Applicant("rosa", "Rosa Quill"),
    Applicant("harbour", "Harbour Street Lettings", OrganisationType.COMPANY, "Simone Harker"),
    Applicant("amrit", "Amrit Bassi"),
    Applicant("delphine", "Marchetti and Rowe Lettings", OrganisationType.COMPANY, "Delphine Marchetti"),
    Applicant("bernard", "Bernard Tull"),
    Applicant("willow", "Willow Lane Housing Trust", OrganisationType.CHARITY, "Yvonne Akers"),
    Applicant("leon", "Leon Baptiste"),
    Applicant("derek", "Derek Munn"),
)


def joined(council: Council, who: Applicant, ago: int) -> Story:
    """Registered, checked three days later, active."""
    yield council.ago(ago, 9, 15)
    row = register(council, who)
    yield council.ago(ago - 3, 15)
    return activate(council, row, "ibrahim" if len(who.slug) % 2 else "grace")


def fresh(row: Landlord) -> Landlord:
    return Landlord.objects.get(pk=row.pk)


def with_an_adverse_answer(council: Council) -> Story:
    """One officer recommends, with reasons; another activates."""
    yield council.ago(80, 10)
    row = register(council, Applicant("olga", "Olga Marsden", declaration=ADVERSE))
    yield council.ago(76, 11)
    landlords.recommend(
        ref=row.reference,
        seen=row.version,
        note="One fine, long ago, and licensed ever since. I have seen the licence.",
        actor=council.actor("grace"),
        at=council.at,
    )
    yield council.ago(75, 14)
    activate(council, row, "ibrahim")


def being_checked(council: Council) -> Story:
    yield council.ago(2, 16, 40)
    register(council, Applicant("farida", "Farida Karim"))


def asked_for_more(council: Council) -> Story:
    yield council.ago(9, 12)
    row = register(council, Applicant("gordon", "Gordon Pell"))
    yield council.ago(6, 10)
    landlords.ask_for_more(
        ref=row.reference,
        seen=row.version,
        question="Please tell us who collects the rent for you, and their telephone number.",
        actor=council.actor("ibrahim"),
        at=council.at,
    )


def parked(council: Council) -> Story:
    yield council.ago(70, 9)
    row = register(council, Applicant("sylvia", "Sylvia Crane", email=NEVER_ADDRESS))
    yield council.ago(66, 13)
    landlords.ask_for_more(
        ref=row.reference,
        seen=row.version,
        question="Which home do you want to let? We could not find the one you named.",
        actor=council.actor("grace"),
        at=council.at,
    )
    yield council.ago(43, 9)
    row = fresh(row)
    landlords.park(
        ref=row.reference,
        seen=row.version,
        note="Rang three times and wrote once. She can reopen it when she is ready.",
        actor=council.actor("grace"),
        at=council.at,
    )


def suspended(council: Council) -> Story:
    yield council.ago(20, 15)
    row = Landlord.objects.get(user=council.users["leon"])
    landlords.suspend(
        ref=row.reference,
        seen=row.version,
        reason=SuspensionReason.ENFORCEMENT_NOTICE,
        note="An improvement notice is in force on another home of his.",
        actor=council.actor("ruth"),
        at=council.at,
    )


def closed(council: Council) -> Story:
    yield council.ago(25, 15)
    row = Landlord.objects.get(user=council.users["derek"])
    landlords.close(
        ref=row.reference,
        seen=row.version,
        note="He has sold his only home and asked us to close the account.",
        actor=council.actor("grace"),
        at=council.at,
    )


def stories(council: Council) -> list[Story]:
    first = [joined(council, who, 208 - 6 * number) for number, who in enumerate(FIRST_EIGHT)]
    return [
        *first,
        with_an_adverse_answer(council),
        being_checked(council),
        asked_for_more(council),
        parked(council),
        suspended(council),
        closed(council),
    ]
